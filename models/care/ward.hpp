#pragma once

#include "models/care/inputs.hpp"
#include "models/care/outcome.hpp"
#include "sim/resource.hpp"

#include <algorithm>

namespace framsyn::care {

/// A unit while it is simulated: who lies in its beds, how many wait for it, and since when that has been so.
class Ward {
  public:
    Ward(const Unit& unit, const Service& service)
        : beds_(unit.staffed_beds), surge_beds_(unit.surge_beds), limit_(unit.over_occupancy_limit),
          surges_(has_step(service, Step::surge)), over_occupies_(has_step(service, Step::over_occupancy)) {
        set_over_occupancy();
    }

    [[nodiscard]] int open_beds() const { return beds_.capacity(); }
    [[nodiscard]] int waiting() const { return waiting_; }
    [[nodiscard]] int patients() const { return beds_.in_use(); }
    [[nodiscard]] bool has_free_bed() const { return beds_.has_free(); }
    [[nodiscard]] bool may_over_occupy() const { return beds_.in_use() < beds_.capacity() + over_occupancy_; }
    [[nodiscard]] bool may_surge() const { return beds_.in_use() < beds_.capacity() + surge_beds_; }

    // Each change first books the time since the last one in the year's row.
    void admit(double now, UnitYear& row) {
        book(now, row);
        beds_.take();
    }
    void discharge(double now, UnitYear& row) {
        book(now, row);
        beds_.release();
    }
    void change_beds(double now, UnitYear& row, int by) {
        book(now, row);
        beds_.change_capacity(by);
        set_over_occupancy();
    }
    void change_surge(double now, UnitYear& row, int by) {
        book(now, row);
        surge_beds_ += by;
    }
    void change_waiting(double now, UnitYear& row, int by) {
        book(now, row);
        waiting_ += by;
    }

    /// Adds the time since the last change to the row. Patients beyond the open beds count as over-occupancy
    /// up to its limit and then as surge, if the service knows both; if it knows one or neither, all as that
    /// or over-occupancy.
    void book(double now, UnitYear& row) {
        const double days = now - since_;
        since_ = now;
        row.occupied_time += beds_.in_use() * days;
        row.open_time += beds_.capacity() * days;
        if (waiting_ > 0) row.waiting_time += waiting_ * days;
        if (beds_.has_free()) return;
        row.full_time += days;
        if (beds_.excess() > 0) book_excess(days, row);
    }

  private:
    static bool has_step(const Service& service, Step step) {
        return std::find(service.when_full.begin(), service.when_full.end(), step) != service.when_full.end();
    }

    void set_over_occupancy() { over_occupancy_ = static_cast<int>(limit_ * beds_.capacity() + 1e-9); }

    void book_excess(double days, UnitYear& row) const {
        const int excess = beds_.excess();
        const int over_occupancy = !surges_ ? excess : over_occupies_ ? std::min(excess, over_occupancy_) : 0;
        row.over_occupancy_time += over_occupancy * days;
        row.surge_bed_time += (excess - over_occupancy) * days;
        if (excess > over_occupancy) row.surge_time += days;
    }

    sim::Pool beds_;
    int surge_beds_;
    int over_occupancy_ = 0; ///< patients beyond the open beds that emergencies may add
    int waiting_ = 0;
    double limit_;
    double since_ = 0.0;
    bool surges_;
    bool over_occupies_;
};

} // namespace framsyn::care
