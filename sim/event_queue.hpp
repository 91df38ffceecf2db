#pragma once

#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <vector>

namespace framsyn::sim {

/// Something that will happen: 16 bytes. Events are ordered by time, at one instant by class (0 first), and
/// within a class by the order in which they were pushed. What class and payload mean is the model's
/// business.
class Event {
  public:
    static constexpr unsigned kPayloadBits = 24;
    static constexpr unsigned kSequenceBits = 36;
    static constexpr unsigned kClassBits = 4;

    Event() = default;
    Event(double time, unsigned event_class, std::uint64_t sequence, std::uint32_t payload)
        : time_bits_(std::bit_cast<std::uint64_t>(time + 0.0)),
          rest_((static_cast<std::uint64_t>(event_class) << (kPayloadBits + kSequenceBits)) |
                (sequence << kPayloadBits) | payload) {}

    [[nodiscard]] double time() const { return std::bit_cast<double>(time_bits_); }
    [[nodiscard]] unsigned event_class() const {
        return static_cast<unsigned>(rest_ >> (kPayloadBits + kSequenceBits));
    }
    [[nodiscard]] std::uint32_t payload() const {
        return static_cast<std::uint32_t>(rest_ & ((std::uint64_t{1} << kPayloadBits) - 1));
    }

    /// A total order: no two events of a queue are equal.
    friend bool operator<(const Event& a, const Event& b) { return a.key() < b.key(); }
    friend bool operator==(const Event& a, const Event& b) = default;

  private:
    __extension__ using Key = unsigned __int128;

    // The bits of doubles that are not negative are ordered as the doubles are, so that one comparison of
    // whole numbers, without a branch, orders events.
    [[nodiscard]] Key key() const { return (static_cast<Key>(time_bits_) << 64U) | rest_; }

    std::uint64_t time_bits_ = 0;
    std::uint64_t rest_ = 0;
};

static_assert(sizeof(Event) == 16);

/// The list of coming events: a four-way heap, without allocation once it has grown. Cancelled events wait in
/// a second heap until they meet their twin at the top, so that cancelling costs nothing to those who do not
/// use it.
class EventQueue {
  public:
    /// Adds an event and returns it; keep it if it may have to be cancelled. time >= 0, event_class < 16,
    /// payload < 2^24.
    Event push(double time, unsigned event_class, std::uint32_t payload) {
        assert(time >= 0.0 && event_class < 16U && payload < (1U << Event::kPayloadBits));
        if (sequence_ >> Event::kSequenceBits != 0) throw std::length_error("event queue: more than 2^36 events");
        const Event event(time, event_class, sequence_++, payload);
        insert(heap_, event);
        return event;
    }

    /// Takes an event of this queue out. Does nothing if it has already happened or been cancelled.
    void cancel(const Event& event) { insert(cancelled_, event); }

    [[nodiscard]] bool empty() {
        drop_cancelled();
        return heap_.empty();
    }

    /// The next event; the queue must not be empty.
    [[nodiscard]] const Event& top() {
        drop_cancelled();
        assert(!heap_.empty());
        return heap_.front();
    }

    Event pop() {
        const Event first = top();
        remove_first(heap_);
        return first;
    }

    /// The next event, or nullptr if there is none; and pop for whoever has just looked.
    [[nodiscard]] const Event* peek() {
        drop_cancelled();
        return heap_.empty() ? nullptr : heap_.data();
    }
    void remove_peeked() { remove_first(heap_); }

    void reserve(std::size_t events) { heap_.reserve(events); }

  private:
    static void insert(std::vector<Event>& heap, const Event& event) {
        std::size_t hole = heap.size();
        heap.push_back(event);
        while (hole > 0) {
            const std::size_t parent = (hole - 1) / 4;
            if (!(event < heap[parent])) break;
            heap[hole] = heap[parent];
            hole = parent;
        }
        heap[hole] = event;
    }

    // Sums and masks instead of branches, which would be guessed wrong half of the time.
    static std::size_t lesser(const Event* heap, std::size_t a, std::size_t b) {
        const std::size_t take_b = std::size_t{0} - static_cast<std::size_t>(heap[b] < heap[a]);
        return a ^ ((a ^ b) & take_b);
    }

    static std::size_t least_child(const Event* heap, std::size_t first, std::size_t size) {
        if (first + 4 <= size) return lesser(heap, lesser(heap, first, first + 1), lesser(heap, first + 2, first + 3));
        std::size_t least = first;
        for (std::size_t child = first + 1; child < size; ++child) least = lesser(heap, least, child);
        return least;
    }

    static void remove_first(std::vector<Event>& heap) {
        const Event last = heap.back();
        heap.pop_back();
        const std::size_t size = heap.size();
        if (size == 0) return;
        std::size_t hole = 0;
        for (std::size_t first = 1; first < size; first = 4 * hole + 1) {
            const std::size_t least = least_child(heap.data(), first, size);
            if (!(heap[least] < last)) break;
            heap[hole] = heap[least];
            hole = least;
        }
        heap[hole] = last;
    }

    void drop_cancelled() {
        while (!cancelled_.empty()) {
            if (heap_.empty()) return cancelled_.clear();
            const Event& twin = cancelled_.front();
            if (heap_.front() < twin) return;
            if (heap_.front() == twin) remove_first(heap_);
            remove_first(cancelled_); // and if the heap is past it, it has already happened
        }
    }

    std::vector<Event> heap_;
    std::vector<Event> cancelled_;
    std::uint64_t sequence_ = 0;
};

} // namespace framsyn::sim
