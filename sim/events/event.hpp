#pragma once

#include "sim/time.hpp"

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>

namespace framsyn::sim {

/// Something that will happen: 16 bytes, a plain value that is always safe to hold. Events are ordered by time, at one
/// instant by class (0 first), and within a class by the order in which they were pushed. What class and payload mean
/// is the model's business.
class Event {
  public:
    static constexpr unsigned kPayloadBits = 24;
    static constexpr unsigned kSequenceBits = 36;
    static constexpr unsigned kClassBits = 4;

    Event() = default;
    /// time >= 0.
    Event(Time time, unsigned event_class, std::uint64_t sequence, std::uint32_t payload)
        : time_bits_(std::bit_cast<std::uint64_t>(time.since_start() + 0.0)), // + 0.0 makes -0 into 0
          rest_((static_cast<std::uint64_t>(event_class) << (kPayloadBits + kSequenceBits)) |
                (sequence << kPayloadBits) | payload) {}

    [[nodiscard]] Time time() const { return Time(std::bit_cast<double>(time_bits_)); }
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

/// What a list of coming events must offer: a priority queue of distinct events. Which one is chosen changes the speed
/// and nothing else, since events have a total order. `first` is nullptr when the list is empty and otherwise valid
/// until the next change; `remove_first` may be called only after `first` has returned an event.
template <class List>
concept EventList = std::default_initializable<List> && requires(List list, const List constant, Event event) {
    list.insert(event);
    { list.first() } -> std::same_as<const Event*>;
    list.remove_first();
    { constant.size() } -> std::same_as<std::size_t>;
};

} // namespace framsyn::sim
