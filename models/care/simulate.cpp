#include "models/care/simulate.hpp"

#include "models/care/books.hpp"
#include "models/care/network.hpp"
#include "models/care/patients.hpp"
#include "models/care/ward.hpp"
#include "sim/clock.hpp"
#include "sim/event_queue.hpp"
#include "sim/resource.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace framsyn::care {
namespace {

/// What happens at one instant happens in this order. A new year comes first only so that the instant belongs
/// to it.
enum EventClass : unsigned { kNewYear, kDischarge, kCapacity, kQueue, kGiveUp, kArrival };

/// A patient for whom a bed is sought.
struct Patient {
    double stay = 0.0; ///< days, before the year's factor
    std::uint32_t stream = 0;
    std::uint32_t unit = 0; ///< the site the patient is first sent to
    bool emergency = false;
};

struct Waiting {
    Patient patient;
    double since = 0.0;
    sim::Event give_up;
    bool gives_up = false;
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
    void schedule_arrival(std::size_t stream);
    void schedule_calendar();
    void handle(const sim::Event& event);

    void arrive(std::size_t stream);
    void treat_outside(const Patient& patient);
    std::uint32_t choose_site(std::size_t place, const PatientStream& patients) const;
    void place_patient(std::size_t place, const Patient& patient);
    bool try_step(Step step, std::size_t place, const Patient& patient);
    bool try_overflow(const Patient& patient);
    int find_bed(std::size_t place, const Patient& patient) const;
    int find_extra_bed(std::size_t place, const Patient& patient) const;
    void admit(std::size_t unit, const Patient& patient, bool away);
    void purchase(const Patient& patient);

    void join_line(std::size_t place, const Patient& patient);
    void leave_line(std::size_t place, Line::Slot slot, std::size_t unit);
    void serve_line(std::size_t place);
    void give_up(std::size_t place);
    void discharge(std::size_t unit);
    void change_capacity(std::size_t change);
    void begin_year();
    void wake_line(std::size_t unit);
    CareOutcome finish();

    template <class Accepts>
    int first_site(std::size_t place, std::uint32_t preferred, const Accepts& accepts) const;

    [[nodiscard]] double stay_from_now(const Patient& patient) const;
    [[nodiscard]] int trust_of(std::size_t unit) const { return inputs_.units[unit].trust; }
    [[nodiscard]] int service_of(const Patient& patient) const { return streams_[patient.stream].service_index(); }

    struct DatedChange {
        std::uint32_t unit;
        int beds;
    };

    const CareInputs& inputs_;
    Network network_;
    Books books_;
    std::vector<Ward> wards_;
    std::vector<Line> lines_;
    std::vector<PatientStream> streams_;
    std::vector<DatedChange> changes_;
    sim::EventQueue events_;
    sim::EventQueue arrivals_; ///< the next arrival of each stream
    sim::Clock clock_;
    PatientCount count_;
};

Run::Run(const CareInputs& inputs, const Luck& luck)
    : inputs_(inputs), network_(inputs), books_(inputs), lines_(network_.places()) {
    for (const Unit& unit : inputs.units) {
        wards_.emplace_back(unit, inputs.services[static_cast<std::size_t>(unit.service)]);
    }
    streams_.reserve(inputs.streams.size());
    for (const Stream& stream : inputs.streams) streams_.emplace_back(inputs, stream, luck, books_.year_starts());
    events_.reserve(4096);
    schedule_calendar();
    for (std::size_t i = 0; i < streams_.size(); ++i) schedule_arrival(i);
}

void Run::schedule_arrival(std::size_t stream) {
    if (!streams_[stream].advance()) return;
    arrivals_.push(streams_[stream].day(), kArrival, static_cast<std::uint32_t>(stream));
}

void Run::schedule_calendar() {
    const auto& starts = books_.year_starts();
    for (std::size_t year = 1; year + 1 < starts.size(); ++year) events_.push(starts[year], kNewYear, 0);
    for (std::size_t unit = 0; unit < inputs_.units.size(); ++unit) {
        for (const CapacityChange& change : inputs_.units[unit].changes) {
            events_.push(change.day, kCapacity, static_cast<std::uint32_t>(changes_.size()));
            changes_.push_back({static_cast<std::uint32_t>(unit), change.beds});
        }
    }
}

CareOutcome Run::run() {
    sim::run_until(events_, arrivals_, clock_, books_.end(), [this](const sim::Event& event) { handle(event); });
    return finish();
}

void Run::handle(const sim::Event& event) {
    const std::uint32_t payload = event.payload();
    switch (event.event_class()) {
    case kArrival:
        return arrive(payload);
    case kDischarge:
        return discharge(payload);
    case kQueue:
        return serve_line(payload);
    case kGiveUp:
        return give_up(payload);
    case kCapacity:
        return change_capacity(payload);
    default:
        return begin_year();
    }
}

void Run::arrive(std::size_t stream) {
    const PatientStream& patients = streams_[stream];
    const DrawnPatient drawn = patients.draw(books_.input_year());
    Patient patient{drawn.stay, static_cast<std::uint32_t>(stream), 0, drawn.emergency};
    ++count_.arrivals;
    if (drawn.destination == inputs_.trusts.size()) {
        treat_outside(patient);
    } else {
        const int place = network_.place(static_cast<int>(drawn.destination), patients.service_index());
        patient.unit = choose_site(static_cast<std::size_t>(place), patients);
        place_patient(static_cast<std::size_t>(place), patient);
    }
    schedule_arrival(stream);
}

// Patients whose function unit lies outside: never full, nothing to wait for.
void Run::treat_outside(const Patient& patient) {
    const double now = clock_.now();
    const double end = now + stay_from_now(patient);
    books_.flow(streams_[patient.stream].home_trust(), kOutside, service_of(patient), FlowReason::function, now, end);
    ++(end < books_.end() ? count_.discharged_outside : count_.in_outside);
}

// A site by its share of the place's open beds.
std::uint32_t Run::choose_site(std::size_t place, const PatientStream& patients) const {
    const auto sites = network_.sites(place);
    if (sites.size() == 1) return sites.front();
    int beds = 0;
    for (const std::uint32_t unit : sites) beds += wards_[unit].open_beds();
    double left = patients.site_number() * beds;
    for (const std::uint32_t unit : sites) {
        left -= wards_[unit].open_beds();
        if (left < 0.0) return unit;
    }
    return sites.front();
}

void Run::place_patient(std::size_t place, const Patient& patient) {
    const int unit = find_bed(place, patient);
    if (unit >= 0) {
        books_.now(static_cast<std::size_t>(unit)).wait_count += 1.0;
        return admit(static_cast<std::size_t>(unit), patient, false);
    }
    for (const Step step : streams_[patient.stream].service().when_full) {
        if (try_step(step, place, patient)) return;
    }
}

bool Run::try_step(Step step, std::size_t place, const Patient& patient) {
    int unit = -1;
    switch (step) {
    case Step::overflow:
        return try_overflow(patient);
    case Step::purchase:
        purchase(patient);
        return true;
    case Step::wait:
        join_line(place, patient);
        return true;
    case Step::over_occupancy:
        if (!patient.emergency) return false;
        unit = first_site(place, patient.unit, [](const Ward& ward) { return ward.may_over_occupy(); });
        break;
    case Step::surge:
        unit = first_site(place, patient.unit, [](const Ward& ward) { return ward.may_surge(); });
        break;
    }
    if (unit < 0) return false;
    books_.now(static_cast<std::size_t>(unit)).wait_count += 1.0;
    admit(static_cast<std::size_t>(unit), patient, false);
    return true;
}

bool Run::try_overflow(const Patient& patient) {
    for (const std::uint32_t unit : network_.overflow(patient.unit)) {
        if (!wards_[unit].has_free_bed()) continue;
        books_.now(patient.unit).overflow += 1.0;
        admit(unit, patient, true);
        return true;
    }
    return false;
}

template <class Accepts>
int Run::first_site(std::size_t place, std::uint32_t preferred, const Accepts& accepts) const {
    if (accepts(wards_[preferred])) return static_cast<int>(preferred);
    for (const std::uint32_t unit : network_.sites(place)) {
        if (accepts(wards_[unit])) return static_cast<int>(unit);
    }
    return -1;
}

int Run::find_bed(std::size_t place, const Patient& patient) const {
    return first_site(place, patient.unit, [](const Ward& ward) { return ward.has_free_bed(); });
}

// For those who wait: the beds beyond the open ones that the service's steps allow at the own trust.
int Run::find_extra_bed(std::size_t place, const Patient& patient) const {
    for (const Step step : streams_[patient.stream].service().when_full) {
        int unit = -1;
        if (step == Step::over_occupancy && patient.emergency) {
            unit = first_site(place, patient.unit, [](const Ward& ward) { return ward.may_over_occupy(); });
        } else if (step == Step::surge) {
            unit = first_site(place, patient.unit, [](const Ward& ward) { return ward.may_surge(); });
        }
        if (unit >= 0) return unit;
    }
    return -1;
}

double Run::stay_from_now(const Patient& patient) const {
    return patient.stay * streams_[patient.stream].stay_factor(books_.input_year());
}

// A unit's part in an admission; `away` if the patient came by overflow from the unit in patient.unit.
void Run::admit(std::size_t unit, const Patient& patient, bool away) {
    const double now = clock_.now();
    const double end = now + stay_from_now(patient);
    UnitYear& row = books_.now(unit);
    wards_[unit].admit(now, row);
    row.admissions += 1.0;
    books_.stay_at_unit(unit, now, end, away);
    const int from = away ? trust_of(patient.unit) : streams_[patient.stream].home_trust();
    books_.flow(from, trust_of(unit), service_of(patient), away ? FlowReason::overflow : FlowReason::function, now,
                end);
    events_.push(end, kDischarge, static_cast<std::uint32_t>(unit));
}

void Run::purchase(const Patient& patient) {
    const double now = clock_.now();
    const double end = now + stay_from_now(patient);
    books_.purchase(patient.unit, now, end);
    books_.flow(trust_of(patient.unit), kOutside, service_of(patient), FlowReason::purchase, now, end);
    ++(end < books_.end() ? count_.discharged_outside : count_.in_outside);
}

void Run::join_line(std::size_t place, const Patient& patient) {
    const double now = clock_.now();
    const double limit = now + streams_[patient.stream].service().max_wait_days;
    Waiting waiting{patient, now, {}, !patient.emergency && limit < books_.end()};
    if (waiting.gives_up) waiting.give_up = events_.push(limit, kGiveUp, static_cast<std::uint32_t>(place));
    lines_[place].join(waiting, patient.emergency ? kEmergency : kPlanned);
    wards_[patient.unit].change_waiting(now, books_.now(patient.unit), 1);
}

// Ends a wait; it is counted at `unit`, where the patient is admitted or has given up.
void Run::leave_line(std::size_t place, Line::Slot slot, std::size_t unit) {
    const double now = clock_.now();
    const Waiting waiting = lines_[place].leave(slot);
    if (waiting.gives_up) events_.cancel(waiting.give_up);
    wards_[waiting.patient.unit].change_waiting(now, books_.now(waiting.patient.unit), -1);
    UnitYear& row = books_.now(unit);
    row.wait_count += 1.0;
    row.wait_sum += now - waiting.since;
}

void Run::serve_line(std::size_t place) {
    Line& line = lines_[place];
    while (!line.empty()) {
        const Line::Slot slot = line.first();
        const Patient patient = line[slot].patient;
        int unit = find_bed(place, patient);
        if (unit < 0) unit = find_extra_bed(place, patient);
        if (unit < 0) return; // whoever is next in line has no more ways to a bed than the first
        leave_line(place, slot, static_cast<std::size_t>(unit));
        admit(static_cast<std::size_t>(unit), patient, false);
    }
}

// The time limit is the same for all of a line, so whoever reaches it is the first of the planned.
void Run::give_up(std::size_t place) {
    const Line::Slot slot = lines_[place].first_of(kPlanned);
    const Patient patient = lines_[place][slot].patient;
    leave_line(place, slot, patient.unit);
    purchase(patient);
}

void Run::discharge(std::size_t unit) {
    wards_[unit].discharge(clock_.now(), books_.now(unit));
    ++count_.discharged;
    wake_line(unit);
}

void Run::change_capacity(std::size_t change) {
    const DatedChange& dated = changes_[change];
    wards_[dated.unit].change_beds(clock_.now(), books_.now(dated.unit), dated.beds);
    wake_line(dated.unit);
}

// The line is served after every discharge and capacity change of the instant.
void Run::wake_line(std::size_t unit) {
    const int place = network_.place_of_unit(unit);
    if (lines_[static_cast<std::size_t>(place)].empty()) return;
    events_.push(clock_.now(), kQueue, static_cast<std::uint32_t>(place));
}

void Run::begin_year() {
    for (std::size_t unit = 0; unit < wards_.size(); ++unit) wards_[unit].book(clock_.now(), books_.now(unit));
    books_.begin_next_year();
}

CareOutcome Run::finish() {
    for (std::size_t unit = 0; unit < wards_.size(); ++unit) {
        wards_[unit].book(clock_.now(), books_.now(unit));
        count_.in_beds += wards_[unit].patients();
    }
    for (const Line& line : lines_) count_.waiting += static_cast<std::int64_t>(line.size());
    return books_.take_outcome(count_);
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
