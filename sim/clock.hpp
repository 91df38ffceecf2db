#pragma once

#include "sim/event_queue.hpp"

#include <stdexcept>

namespace framsyn::sim {

/// The time of a simulation, in days. It only goes forward.
class Clock {
  public:
    [[nodiscard]] double now() const { return now_; }

    void advance_to(double time) {
        if (!(time >= now_)) throw std::logic_error("clock: time would go backwards");
        now_ = time;
    }

  private:
    double now_ = 0.0;
};

/// Gives every event before `end` to `handle(event)`, in order, with the clock at its time; then sets the
/// clock to `end`. Events at `end` or later stay in the queue. `handle` may push and cancel.
template <class Handler>
void run_until(EventQueue& queue, Clock& clock, double end, Handler&& handle) {
    for (const Event* next = queue.peek(); next != nullptr && next->time() < end; next = queue.peek()) {
        const Event event = *next;
        queue.remove_peeked();
        clock.advance_to(event.time());
        handle(event);
    }
    clock.advance_to(end);
}

/// The same for two queues that are one in meaning: the earlier of their next events happens first, and at one instant
/// the lower class. Events that each bring their successor (arrivals) are cheaper in a small queue of their own than
/// among all the others. The two must not share a class.
template <class Handler>
void run_until(EventQueue& queue, EventQueue& successors, Clock& clock, double end, Handler&& handle) {
    while (true) {
        const Event* first = queue.peek();
        const Event* successor = successors.peek();
        const bool from_queue = successor == nullptr || (first != nullptr && *first < *successor);
        const Event* next = from_queue ? first : successor;
        if (next == nullptr || !(next->time() < end)) break;
        const Event event = *next;
        (from_queue ? queue : successors).remove_peeked();
        clock.advance_to(event.time());
        handle(event);
    }
    clock.advance_to(end);
}

} // namespace framsyn::sim
