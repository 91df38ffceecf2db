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
    while (!queue.empty() && queue.top().time() < end) {
        const Event event = queue.pop();
        clock.advance_to(event.time());
        handle(event);
    }
    clock.advance_to(end);
}

} // namespace framsyn::sim
