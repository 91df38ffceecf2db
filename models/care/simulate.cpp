#include "models/care/simulate.hpp"

#include "models/care/all_full.hpp"
#include "models/care/books.hpp"
#include "models/care/check_inputs.hpp"
#include "models/care/network.hpp"
#include "models/care/patients.hpp"
#include "models/care/ward.hpp"
#include "sim/clock.hpp"
#include "sim/events/event_queue.hpp"
#include "sim/resource.hpp"
#include "sim/slots.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace framsyn::care {
namespace {

/// What happens at one instant happens in this order. A slice only brings the patients who arrive in it; a new year comes
/// before all that counts, so that the instant belongs to it.
enum EventClass : unsigned { kSlice, kNewYear, kNewPeriod, kDischarge, kCapacity, kQueue, kGiveUp, kArrival };

struct Waiting {
    Patient patient;
    double since = 0.0;
};

// Priorities of a line.
constexpr std::size_t kEmergency = 0;
constexpr std::size_t kPlanned = 1;
using Line = sim::WaitingLine<Waiting, 2>;

class Run {
  public:
    Run(const CareInputs& inputs, const Luck& luck);
    CareOutcome run();

  private:
    void schedule_slice(std::size_t inflow);
    void begin_slice(std::size_t inflow);
    void schedule_calendar();
    void handle(const sim::Event& event);

    void arrive(Patient patient);
    void treat_outside(const Patient& patient);
    std::uint32_t choose_site(std::size_t department, const Patient& patient) const;
    void find_place(std::size_t department, const Patient& patient);
    bool try_step(Step step, std::size_t department, const Patient& patient);
    [[nodiscard]] bool is_closed(WhichTrust from, WhichTrust to) const;
    bool try_overflow(const Patient& patient);
    int find_bed(std::size_t department, const Patient& patient) const;
    int find_extra_bed(std::size_t department, const Patient& patient) const;
    void admit_at_once(std::size_t unit, const Patient& patient);
    void admit(std::size_t unit, const Patient& patient, bool away);
    void purchase(const Patient& patient);

    void join_line(std::size_t department, const Patient& patient);
    void leave_line(std::size_t department, Line::Slot slot, std::size_t unit);
    void serve_line(std::size_t department);
    void watch_line(std::size_t department);
    void give_up(std::size_t department);
    void discharge(std::size_t unit);
    void change_capacity(std::size_t change);
    void begin_year();
    void end_year();
    void wake_line(std::size_t unit);
    CareOutcome finish();

    /// Does to a ward what may fill it or make it no longer full.
    template <class Change>
    void change_ward(std::size_t unit, const Change& change);

    template <class Accepts>
    int first_site(std::size_t department, std::uint32_t preferred, const Accepts& accepts) const;

    [[nodiscard]] double now() const { return clock_.now().since_start(); } ///< days
    [[nodiscard]] double stay_from_now(const Patient& patient) const;
    [[nodiscard]] TrustId trust_of(std::size_t unit) const { return inputs_.units[unit].trust; }
    [[nodiscard]] static ServiceId service_of(const Patient& patient) { return ServiceId(patient.service); }
    [[nodiscard]] const Service& rules_of(const Patient& patient) const { return inputs_.services[patient.service]; }

    struct DatedChange {
        std::uint32_t unit;
        int beds;
        bool of_surge;
    };

    const CareInputs& inputs_;
    Network network_;
    Books books_;
    AllFull all_full_;
    std::vector<double> period_starts_; ///< the measured ones and the end
    std::size_t period_ = 0;            ///< of the clock: the first one during the warm-up
    std::vector<Ward> wards_;
    std::vector<Line> lines_;
    std::vector<char> is_watched_; ///< by department: whether an event waits for the first planned patient to give up
    std::vector<InflowPatients> inflows_;
    std::vector<DatedChange> changes_;
    sim::Slots<Patient> coming_; ///< the patients of the slices at hand
    sim::EventQueue events_;
    sim::Clock clock_;
    PatientCount count_;
};

Run::Run(const CareInputs& inputs, const Luck& luck)
    : inputs_(inputs), network_(inputs), books_(inputs), all_full_(inputs), period_starts_(period_starts(inputs)),
      lines_(network_.departments()), is_watched_(network_.departments(), 0) {
    for (const Unit& unit : inputs.units) {
        wards_.emplace_back(unit, inputs.services[unit.service.index()]);
    }
    inflows_.reserve(inputs.inflows.size());
    for (std::size_t i = 0; i < inputs.inflows.size(); ++i) {
        inflows_.emplace_back(inputs, i, luck, period_starts_);
    }
    schedule_calendar();
    for (std::size_t i = 0; i < inflows_.size(); ++i) schedule_slice(i);
}

void Run::schedule_slice(std::size_t inflow) {
    events_.push(inflows_[inflow].next_slice(), kSlice, static_cast<std::uint32_t>(inflow));
}

void Run::begin_slice(std::size_t inflow) {
    for (const ComingPatient& coming : inflows_[inflow].take_slice()) {
        events_.push(coming.arrival, kArrival, coming_.put(coming.patient));
    }
    schedule_slice(inflow);
}

void Run::schedule_calendar() {
    const auto& starts = books_.year_starts();
    for (std::size_t year = 1; year + 1 < starts.size(); ++year) events_.push(sim::Time(starts[year]), kNewYear, 0);
    for (std::size_t period = 1; period + 1 < period_starts_.size(); ++period)
        events_.push(sim::Time(period_starts_[period]), kNewPeriod, static_cast<std::uint32_t>(period));
    for (std::size_t unit = 0; unit < inputs_.units.size(); ++unit) {
        for (const CapacityChange& change : inputs_.units[unit].changes) {
            events_.push(sim::Time(change.day), kCapacity, static_cast<std::uint32_t>(changes_.size()));
            changes_.push_back({static_cast<std::uint32_t>(unit), change.beds, false});
        }
        for (const CapacityChange& change : inputs_.units[unit].surge_changes) {
            events_.push(sim::Time(change.day), kCapacity, static_cast<std::uint32_t>(changes_.size()));
            changes_.push_back({static_cast<std::uint32_t>(unit), change.beds, true});
        }
    }
}

CareOutcome Run::run() {
    sim::run_until(events_, clock_, sim::Time(books_.end()), [this](const sim::Event& event) { handle(event); });
    return finish();
}

void Run::handle(const sim::Event& event) {
    const std::uint32_t payload = event.payload();
    switch (event.event_class()) {
    case kSlice:
        return begin_slice(payload);
    case kArrival:
        return arrive(coming_.take(payload));
    case kDischarge:
        return discharge(payload);
    case kQueue:
        return serve_line(payload);
    case kGiveUp:
        return give_up(payload);
    case kCapacity:
        return change_capacity(payload);
    case kNewPeriod:
        period_ = payload;
        return;
    default:
        return begin_year();
    }
}

void Run::arrive(Patient patient) {
    ++count_.arrivals;
    if (patient.to == inputs_.trusts.size()) return treat_outside(patient);
    const std::size_t department = network_.department(TrustId(patient.to), service_of(patient));
    patient.unit = choose_site(department, patient);
    find_place(department, patient);
}

// Patients whose function unit lies outside: never full, nothing to wait for.
void Run::treat_outside(const Patient& patient) {
    const double end = now() + stay_from_now(patient);
    books_.stay(
        {inflows_[patient.inflow].home_trust(), WhichTrust::outside(), service_of(patient), MoveReason::function},
        now(), end);
    ++(end < books_.end() ? count_.discharged_outside : count_.in_outside);
}

// A site by its share of the department's open beds.
std::uint32_t Run::choose_site(std::size_t department, const Patient& patient) const {
    const auto sites = network_.sites(department);
    if (sites.size() == 1) return sites.front();
    int beds = 0;
    for (const std::uint32_t unit : sites) beds += wards_[unit].open_beds();
    double left = inflows_[patient.inflow].site_number(patient.identity) * beds;
    for (const std::uint32_t unit : sites) {
        left -= wards_[unit].open_beds();
        if (left < 0.0) return unit;
    }
    return sites.front();
}

void Run::find_place(std::size_t department, const Patient& patient) {
    const int unit = find_bed(department, patient);
    if (unit >= 0) {
        return admit_at_once(static_cast<std::size_t>(unit), patient);
    }
    for (const Step step : rules_of(patient).when_full) {
        if (try_step(step, department, patient)) return;
    }
}

bool Run::try_step(Step step, std::size_t department, const Patient& patient) {
    int unit = -1;
    switch (step) {
    case Step::overflow:
        return try_overflow(patient);
    case Step::purchase:
        books_.now(patient.unit).arrivals += 1.0;
        purchase(patient);
        return true;
    case Step::wait:
        join_line(department, patient);
        return true;
    case Step::over_occupancy:
        if (!patient.emergency) return false;
        unit = first_site(department, patient.unit, [](const Ward& ward) { return ward.may_over_occupy(); });
        break;
    case Step::surge:
        unit = first_site(department, patient.unit, [](const Ward& ward) { return ward.may_surge(); });
        break;
    }
    if (unit < 0) return false;
    admit_at_once(static_cast<std::size_t>(unit), patient);
    return true;
}

void Run::admit_at_once(std::size_t unit, const Patient& patient) {
    UnitYear& row = books_.now(unit);
    row.arrivals += 1.0;
    row.wait_count += 1.0;
    admit(unit, patient, false);
}

bool Run::is_closed(WhichTrust from, WhichTrust to) const {
    return std::any_of(inputs_.closed_routes.begin(), inputs_.closed_routes.end(), [&](const ClosedRoute& route) {
        return from == route.from && to == route.to && now() >= route.begin && now() < route.end;
    });
}

bool Run::try_overflow(const Patient& patient) {
    for (const std::uint32_t unit : network_.overflow(patient.unit)) {
        if (!wards_[unit].has_free_bed() || is_closed(trust_of(patient.unit), trust_of(unit))) continue;
        UnitYear& sender = books_.now(patient.unit);
        sender.arrivals += 1.0;
        sender.overflow += 1.0;
        books_.now(unit).overflow_received += 1.0;
        admit(unit, patient, true);
        return true;
    }
    return false;
}

template <class Accepts>
int Run::first_site(std::size_t department, std::uint32_t preferred, const Accepts& accepts) const {
    if (accepts(wards_[preferred])) return static_cast<int>(preferred);
    for (const std::uint32_t unit : network_.sites(department)) {
        if (accepts(wards_[unit])) return static_cast<int>(unit);
    }
    return -1;
}

int Run::find_bed(std::size_t department, const Patient& patient) const {
    return first_site(department, patient.unit, [](const Ward& ward) { return ward.has_free_bed(); });
}

// For those who wait: the beds beyond the open ones that the service's steps allow at the own trust.
int Run::find_extra_bed(std::size_t department, const Patient& patient) const {
    for (const Step step : rules_of(patient).when_full) {
        int unit = -1;
        if (step == Step::over_occupancy && patient.emergency) {
            unit = first_site(department, patient.unit, [](const Ward& ward) { return ward.may_over_occupy(); });
        } else if (step == Step::surge) {
            unit = first_site(department, patient.unit, [](const Ward& ward) { return ward.may_surge(); });
        }
        if (unit >= 0) return unit;
    }
    return -1;
}

double Run::stay_from_now(const Patient& patient) const {
    return patient.stay * inflows_[patient.inflow].stay_factor(period_, patient.destination);
}

// A unit's part in an admission; `away` if the patient came by overflow from the unit in patient.unit.
void Run::admit(std::size_t unit, const Patient& patient, bool away) {
    const double begin = now();
    const double end = begin + stay_from_now(patient);
    UnitYear& row = books_.now(unit);
    change_ward(unit, [&](Ward& ward) { ward.admit(begin, row); });
    row.admissions += 1.0;
    const WhichTrust from = away ? trust_of(patient.unit) : inflows_[patient.inflow].home_trust();
    const MoveReason reason = away ? MoveReason::overflow : MoveReason::function;
    books_.stay_at_unit({from, trust_of(unit), service_of(patient), reason}, unit, begin, end);
    events_.push(sim::Time(end), kDischarge, static_cast<std::uint32_t>(unit));
}

void Run::purchase(const Patient& patient) {
    const double end = now() + stay_from_now(patient);
    books_.purchase({trust_of(patient.unit), WhichTrust::outside(), service_of(patient), MoveReason::purchase},
                    patient.unit, now(), end);
    ++(end < books_.end() ? count_.discharged_outside : count_.in_outside);
}

void Run::join_line(std::size_t department, const Patient& patient) {
    lines_[department].join({patient, now()}, patient.emergency ? kEmergency : kPlanned);
    UnitYear& row = books_.now(patient.unit);
    row.arrivals += 1.0;
    wards_[patient.unit].change_waiting(now(), row, 1);
    if (!patient.emergency) watch_line(department);
}

// The time limit is the same for all of a line, so whoever reaches it first is the first of the planned: one event
// follows the head of the line, and looks again if the head has been served meanwhile.
void Run::watch_line(std::size_t department) {
    const Line& line = lines_[department];
    if (is_watched_[department] != 0 || !line.has(kPlanned)) return;
    const Waiting& first = line[line.first_of(kPlanned)];
    const double limit = first.since + rules_of(first.patient).max_wait_days;
    if (!(limit < books_.end())) return;
    is_watched_[department] = 1;
    events_.push(sim::Time(limit), kGiveUp, static_cast<std::uint32_t>(department));
}

void Run::give_up(std::size_t department) {
    is_watched_[department] = 0;
    const Line& line = lines_[department];
    if (line.has(kPlanned)) {
        const Line::Slot slot = line.first_of(kPlanned);
        const Waiting first = line[slot];
        if (first.since + rules_of(first.patient).max_wait_days <= now()) {
            leave_line(department, slot, first.patient.unit);
            purchase(first.patient);
        }
    }
    watch_line(department);
}

// Ends a wait; it is counted at `unit`, where the patient is admitted or has given up.
void Run::leave_line(std::size_t department, Line::Slot slot, std::size_t unit) {
    const Waiting waiting = lines_[department].leave(slot);
    wards_[waiting.patient.unit].change_waiting(now(), books_.now(waiting.patient.unit), -1);
    UnitYear& row = books_.now(unit);
    row.wait_count += 1.0;
    row.wait_sum += now() - waiting.since;
}

void Run::serve_line(std::size_t department) {
    Line& line = lines_[department];
    while (!line.empty()) {
        const Line::Slot slot = line.first();
        const Patient patient = line[slot].patient;
        int unit = find_bed(department, patient);
        if (unit < 0) unit = find_extra_bed(department, patient);
        if (unit < 0) return; // whoever is next in line has no more ways to a bed than the first
        leave_line(department, slot, static_cast<std::size_t>(unit));
        books_.now(patient.unit).arrivals -= 1.0;
        books_.now(static_cast<std::size_t>(unit)).arrivals += 1.0;
        admit(static_cast<std::size_t>(unit), patient, false);
    }
}

void Run::discharge(std::size_t unit) {
    change_ward(unit, [&](Ward& ward) { ward.discharge(now(), books_.now(unit)); });
    ++count_.discharged;
    wake_line(unit);
}

void Run::change_capacity(std::size_t change) {
    const DatedChange& dated = changes_[change];
    change_ward(dated.unit, [&](Ward& ward) {
        UnitYear& row = books_.now(dated.unit);
        if (dated.of_surge)
            ward.change_surge(now(), row, dated.beds);
        else
            ward.change_beds(now(), row, dated.beds);
    });
    wake_line(dated.unit);
}

template <class Change>
void Run::change_ward(std::size_t unit, const Change& change) {
    Ward& ward = wards_[unit];
    const bool had_free = ward.has_free_bed();
    change(ward);
    if (ward.has_free_bed() != had_free) all_full_.change(unit, had_free, now());
}

// The line is served after every discharge and capacity change of the instant.
void Run::wake_line(std::size_t unit) {
    const std::size_t department = network_.department_of_unit(unit);
    if (lines_[department].empty()) return;
    events_.push(clock_.now(), kQueue, static_cast<std::uint32_t>(department));
}

void Run::begin_year() {
    end_year();
    books_.begin_next_year();
    all_full_.begin_next_year(now());
    for (std::size_t unit = 0; unit < wards_.size(); ++unit) books_.now(unit).waiting_begin = wards_[unit].waiting();
}

void Run::end_year() {
    for (std::size_t unit = 0; unit < wards_.size(); ++unit) {
        UnitYear& row = books_.now(unit);
        wards_[unit].book(now(), row);
        row.waiting_end = wards_[unit].waiting();
    }
    for (const Line& line : lines_) {
        line.for_each([&](const Waiting& who) { books_.now(who.patient.unit).wait_so_far_sum += now() - who.since; });
    }
}

CareOutcome Run::finish() {
    end_year();
    for (const Ward& ward : wards_) count_.in_beds += ward.patients();
    for (const Line& line : lines_) count_.waiting += static_cast<std::int64_t>(line.size());
    return books_.take_outcome(count_, all_full_.take_days(now()));
}

} // namespace

CareOutcome simulate(const CareInputs& inputs, const Luck& luck) {
    const std::vector<std::string> problems = find_problems(inputs);
    if (!problems.empty()) {
        std::string message = "care inputs are not sound:";
        for (const std::string& problem : problems) message += "\n" + problem;
        throw std::invalid_argument(message);
    }
    return Run(inputs, luck).run();
}

} // namespace framsyn::care
