#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace framsyn::sim {

/// Places that are taken one at a time. Capacity may fall below what is in use: nobody is thrown out, and the
/// excess goes as places are released.
class Pool {
  public:
    explicit Pool(int capacity = 0) : capacity_(capacity) { assert(capacity >= 0); }

    [[nodiscard]] int capacity() const { return capacity_; }
    [[nodiscard]] int in_use() const { return in_use_; }
    [[nodiscard]] bool has_free() const { return in_use_ < capacity_; }
    /// In use beyond the capacity.
    [[nodiscard]] int excess() const { return std::max(0, in_use_ - capacity_); }

    /// Takes a place; the caller decides whether that may be beyond the capacity.
    void take() { ++in_use_; }
    void release() {
        assert(in_use_ > 0);
        --in_use_;
    }
    void change_capacity(int by) {
        assert(capacity_ + by >= 0);
        capacity_ += by;
    }

  private:
    int capacity_;
    int in_use_ = 0;
};

/// Those who wait: by priority (0 first), then first come, first served. Anybody may also leave from the
/// middle. Slots are used again, so that nothing is allocated once the line has had its greatest length.
template <class Item, std::size_t Priorities>
class WaitingLine {
  public:
    using Slot = std::uint32_t;

    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] std::size_t size() const { return size_; }

    Slot join(const Item& item, std::size_t priority) {
        const Slot slot = new_slot();
        Entry& entry = entries_[slot];
        Ends& ends = ends_[priority];
        entry = {item, ends.last, kNone, static_cast<std::uint32_t>(priority)};
        (ends.last == kNone ? ends.first : entries_[ends.last].next) = slot;
        ends.last = slot;
        ++size_;
        return slot;
    }

    /// The slot of the next to be served; the line must not be empty.
    [[nodiscard]] Slot first() const {
        std::size_t priority = 0;
        while (ends_[priority].first == kNone) ++priority;
        return ends_[priority].first;
    }

    /// The slot of the first of one priority, of which there must be one.
    [[nodiscard]] Slot first_of(std::size_t priority) const {
        assert(ends_[priority].first != kNone);
        return ends_[priority].first;
    }

    [[nodiscard]] Item& operator[](Slot slot) { return entries_[slot].item; }
    [[nodiscard]] const Item& operator[](Slot slot) const { return entries_[slot].item; }

    Item leave(Slot slot) {
        const Entry entry = entries_[slot];
        Ends& ends = ends_[entry.priority];
        (entry.previous == kNone ? ends.first : entries_[entry.previous].next) = entry.next;
        (entry.next == kNone ? ends.last : entries_[entry.next].previous) = entry.previous;
        free_.push_back(slot);
        --size_;
        return entry.item;
    }

  private:
    static constexpr Slot kNone = std::numeric_limits<Slot>::max();
    struct Entry {
        Item item{};
        Slot previous = kNone;
        Slot next = kNone;
        std::uint32_t priority = 0;
    };
    struct Ends {
        Slot first = kNone;
        Slot last = kNone;
    };

    Slot new_slot() {
        if (free_.empty()) {
            entries_.emplace_back();
            return static_cast<Slot>(entries_.size() - 1);
        }
        const Slot slot = free_.back();
        free_.pop_back();
        return slot;
    }

    std::vector<Entry> entries_;
    std::vector<Slot> free_;
    std::array<Ends, Priorities> ends_{};
    std::size_t size_ = 0;
};

} // namespace framsyn::sim
