#pragma once

#include "sim/events/calendar_list.hpp"
#include "sim/events/event.hpp"
#include "sim/events/heap_list.hpp"

#include <cassert>
#include <cstdint>
#include <stdexcept>

namespace framsyn::sim {

/// The coming events of a simulation. Cancelled events wait in a heap of their own until they meet their twin at the
/// front of the list, so that cancelling costs nothing to those who do not use it, and any list will do.
template <EventList List>
class BasicEventQueue {
  public:
    /// Adds an event and returns it; keep it if it may have to be cancelled or moved. std::invalid_argument unless
    /// time >= 0 (never NaN), event_class < 16 and payload < 2^24; std::length_error after 2^36 events.
    Event push(Time time, unsigned event_class, std::uint32_t payload) {
        if (!(time >= Time()) || (event_class >> Event::kClassBits) != 0 || (payload >> Event::kPayloadBits) != 0) {
            throw std::invalid_argument("event queue: a time below 0, a class above 15 or a payload above 2^24 - 1");
        }
        if (sequence_ >> Event::kSequenceBits != 0) throw std::length_error("event queue: more than 2^36 events");
        const Event event(time, event_class, sequence_++, payload);
        list_.insert(event);
        return event;
    }

    /// Takes an event of this queue out. Does nothing if it has already happened or been cancelled, or is Event{}.
    void cancel(const Event& event) { cancelled_.insert(event); }

    /// Cancels an event and pushes one of the same class and payload at another time, last among those of its class
    /// then. Only for events that are still to come.
    Event move(const Event& event, Time time) {
        cancel(event);
        return push(time, event.event_class(), event.payload());
    }

    /// The next event, or nullptr if there is none; valid until the queue is changed.
    [[nodiscard]] const Event* peek() {
        if (cancelled_.size() != 0) drop_cancelled();
        return list_.first();
    }

    /// Takes out the event that peek has just returned.
    void remove_peeked() { list_.remove_first(); }

    [[nodiscard]] bool empty() { return peek() == nullptr; }

    /// Takes out the next event; the queue must not be empty.
    Event pop() {
        const Event* next = peek();
        assert(next != nullptr);
        const Event event = *next;
        remove_peeked();
        return event;
    }

  private:
    void drop_cancelled() {
        while (const Event* twin = cancelled_.first()) {
            const Event* next = list_.first();
            if (next != nullptr && *next < *twin) return;
            if (next != nullptr && *next == *twin) list_.remove_first();
            cancelled_.remove_first(); // and if the list is past it, it has already happened
        }
    }

    List list_;
    HeapList cancelled_;
    std::uint64_t sequence_ = 1; ///< 0 is left to Event{}, which is nobody's
};

/// The list that was fastest in docs/performance.md.
using EventQueue = BasicEventQueue<CalendarList>;

} // namespace framsyn::sim
