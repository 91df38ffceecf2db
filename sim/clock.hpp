#pragma once

#include "sim/events/event_queue.hpp"
#include "sim/time.hpp"

#include <stdexcept>
#include <string>

namespace framsyn::sim {

/// The time of a simulation. It only goes forward.
class Clock {
  public:
    [[nodiscard]] Time now() const { return now_; }

    void advance_to(Time time) {
        if (!(time >= now_)) throw std::logic_error("clock: time would go backwards");
        now_ = time;
    }

  private:
    Time now_;
};

/// An error while an event was handled, with the time of the clock in its message.
class EventError : public std::runtime_error {
  public:
    EventError(Time time, const std::string& what)
        : std::runtime_error("at time " + std::to_string(time.since_start()) + ": " + what), time_(time) {}
    [[nodiscard]] Time time() const { return time_; }

  private:
    Time time_;
};

/// Gives every event before `end` to `handle(event)`, in order, with the clock at its time; then sets the clock to
/// `end`, unless that is Time::never(): then it stays at the last event. Events at `end` or later stay in the queue. `handle` may push and cancel; what it throws comes out as
/// EventError.
template <EventList List, class Handler>
void run_until(BasicEventQueue<List>& queue, Clock& clock, Time end, Handler&& handle) {
    try {
        for (const Event* next = queue.peek(); next != nullptr && next->time() < end; next = queue.peek()) {
            const Event event = *next;
            queue.remove_peeked();
            clock.advance_to(event.time());
            handle(event);
        }
    } catch (const std::exception& error) {
        throw EventError(clock.now(), error.what());
    }
    if (end < Time::never()) clock.advance_to(end);
}

} // namespace framsyn::sim
