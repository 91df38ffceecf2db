#pragma once

#include "sim/events/event.hpp"

#include <vector>

namespace framsyn::sim {

/// A four-way heap: insert and remove take time in proportion to the logarithm of the number of events, whatever
/// their times. Nothing is allocated once it has grown.
class HeapList {
  public:
    [[nodiscard]] std::size_t size() const { return heap_.size(); }
    [[nodiscard]] const Event* first() const { return heap_.empty() ? nullptr : heap_.data(); }

    void insert(const Event& event) {
        std::size_t hole = heap_.size();
        heap_.push_back(event);
        while (hole > 0) {
            const std::size_t parent = (hole - 1) / 4;
            if (!(event < heap_[parent])) break;
            heap_[hole] = heap_[parent];
            hole = parent;
        }
        heap_[hole] = event;
    }

    void remove_first() {
        const Event last = heap_.back();
        heap_.pop_back();
        const std::size_t size = heap_.size();
        if (size == 0) return;
        std::size_t hole = 0;
        for (std::size_t child = 1; child < size; child = 4 * hole + 1) {
            const std::size_t least = least_child(child);
            if (!(heap_[least] < last)) break;
            heap_[hole] = heap_[least];
            hole = least;
        }
        heap_[hole] = last;
    }

  private:
    // Sums and masks instead of branches, which would be guessed wrong half of the time.
    [[nodiscard]] std::size_t lesser(std::size_t a, std::size_t b) const {
        const std::size_t take_b = std::size_t{0} - static_cast<std::size_t>(heap_[b] < heap_[a]);
        return a ^ ((a ^ b) & take_b);
    }

    [[nodiscard]] std::size_t least_child(std::size_t first) const {
        if (first + 4 <= heap_.size()) return lesser(lesser(first, first + 1), lesser(first + 2, first + 3));
        std::size_t least = first;
        for (std::size_t child = first + 1; child < heap_.size(); ++child) least = lesser(least, child);
        return least;
    }

    std::vector<Event> heap_;
};

static_assert(EventList<HeapList>);

} // namespace framsyn::sim
