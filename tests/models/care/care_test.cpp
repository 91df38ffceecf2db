#include "models/care/check_inputs.hpp"
#include "models/care/network.hpp"
#include "models/care/patients.hpp"
#include "models/care/simulate.hpp"
#include "tests/catch.hpp"
#include "tests/models/care/care_cases.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <stdexcept>

using namespace framsyn;
using namespace framsyn::care;
using namespace framsyn::care::testing;

namespace {

bool same_numbers(const CareOutcome& a, const CareOutcome& b) {
    const auto same_row = [](const UnitYear& x, const UnitYear& y) {
        return x.occupied_time == y.occupied_time && x.bed_days == y.bed_days && x.admissions == y.admissions &&
               x.wait_sum == y.wait_sum && x.overflow == y.overflow && x.purchased_bed_days == y.purchased_bed_days;
    };
    return std::equal(a.unit_years.begin(), a.unit_years.end(), b.unit_years.begin(), b.unit_years.end(), same_row);
}

double flow_sum(const CareOutcome& outcome, MoveReason reason, double Moves::* field) {
    double sum = 0.0;
    for (std::size_t i = static_cast<std::size_t>(reason); i < outcome.moves.size(); i += kMoveReasons) {
        sum += outcome.moves[i].*field;
    }
    return sum;
}

} // namespace

TEST_CASE("No patient is lost or invented") {
    for (const CareOutcome& outcome : replicate(busy_network(), 10)) {
        const PatientCount& count = outcome.count;
        CHECK(count.arrivals > 4000);
        CHECK(count.arrivals ==
              count.discharged + count.discharged_outside + count.in_beds + count.in_outside + count.waiting);
    }
}

TEST_CASE("Every patient of a unit and year is somewhere: nobody waits in no table") {
    CareInputs inputs = busy_network();
    inputs.calendar.warm_up_years = 2;
    // Two sites with one line, so that some wait for the one and are given a bed at the other.
    inputs.units.push_back(unit("nord-t2", 0, 1, 2));
    // Emergencies come faster than the beds can take them: the line grows for ever.
    inputs.services[1].emergency_share = 0.9;
    inputs.inflows[3].admissions_per_day = {0.4, 0.45, 0.5, 0.5};
    double moved_while_waiting = 0.0;
    for (const CareOutcome& outcome : replicate(inputs, 20)) {
        for (std::size_t u = 0; u < outcome.units; ++u) {
            for (std::size_t year = 0; year < outcome.years; ++year) {
                const UnitYear& row = outcome.unit_year(u, year);
                CHECK(row.arrivals + row.waiting_begin + row.overflow_received ==
                      row.admissions + row.overflow + row.purchased_patients + row.waiting_end);
                if (year > 0) CHECK(row.waiting_begin == outcome.unit_year(u, year - 1).waiting_end);
                if (row.arrivals < row.admissions - row.overflow_received) moved_while_waiting += 1.0;
            }
        }
        CHECK(outcome.unit_year(4, 3).waiting_end + outcome.unit_year(6, 3).waiting_end > 10.0);
        CHECK(outcome.unit_year(4, 0).waiting_begin + outcome.unit_year(6, 0).waiting_begin > 0.0);
    }
    CHECK(moved_while_waiting > 0.0);
}

TEST_CASE("Whoever waits at the end of a year has waited since arriving") {
    // No bed, and one patient on average every other day who never gives up: those who wait at the end of year k are all
    // who came, and have waited half of the time so far: k years and the warm-up's one.
    const CareInputs inputs = single_unit(0.5, fixed_stay(1.0), 0, {Step::wait}, 3, 1);
    double ended = 0.0;
    double waited = 0.0;
    const std::uint32_t runs = 40;
    for (const CareOutcome& outcome : replicate(inputs, runs)) {
        ended += outcome.unit_year(0, 2).waiting_end / runs;
        waited += outcome.unit_year(0, 2).wait_so_far_sum / outcome.unit_year(0, 2).waiting_end / runs;
        CHECK(outcome.unit_year(0, 2).wait_count == 0.0);
    }
    const double days = 365.0 + 366.0 + 365.0 + 365.0; // 2023 to 2026
    // Standard errors: sqrt(730 / 40) = 4.3 patients; of a mean of 730 uniform times 1461 / sqrt(12 * 730 * 40) = 2.5 days.
    CHECK(ended == Approx(0.5 * days).margin(4 * 4.3));
    CHECK(waited == Approx(0.5 * days).margin(4 * 2.5));
}

TEST_CASE("Flows and units book the same patients and bed days") {
    for (const CareOutcome& outcome : replicate(busy_network(), 5)) {
        CHECK(flow_sum(outcome, MoveReason::overflow, &Moves::patients) == total(outcome, &UnitYear::overflow));
        CHECK(flow_sum(outcome, MoveReason::overflow, &Moves::bed_days) == total(outcome, &UnitYear::away_bed_days));
        CHECK(flow_sum(outcome, MoveReason::purchase, &Moves::patients) ==
              total(outcome, &UnitYear::purchased_patients));
        CHECK(flow_sum(outcome, MoveReason::purchase, &Moves::bed_days) ==
              total(outcome, &UnitYear::purchased_bed_days));
        double beyond = 0.0;
        for (std::size_t year = 0; year < outcome.years; ++year) {
            beyond += outcome.moves_at(2, 3, 1, year, MoveReason::function).bed_days;
        }
        CHECK(beyond > 0.0);
        CHECK(flow_sum(outcome, MoveReason::function, &Moves::bed_days) +
                  flow_sum(outcome, MoveReason::overflow, &Moves::bed_days) ==
              total(outcome, &UnitYear::bed_days) + beyond);
        // Every rule of the network is in use, or the test would show nothing.
        CHECK(total(outcome, &UnitYear::overflow) > 0.0);
        CHECK(total(outcome, &UnitYear::purchased_patients) > 0.0);
        CHECK(total(outcome, &UnitYear::over_occupancy_time) > 0.0);
        CHECK(total(outcome, &UnitYear::surge_bed_time) > 0.0);
        CHECK(total(outcome, &UnitYear::wait_sum) > 0.0);
    }
}

TEST_CASE("Nobody in, nothing out") {
    CareInputs inputs = busy_network();
    for (Inflow& each : inputs.inflows) std::fill(each.admissions_per_day.begin(), each.admissions_per_day.end(), 0.0);
    const CareOutcome outcome = simulate(inputs, {});
    CHECK(outcome.count.arrivals == 0);
    CHECK(total(outcome, &UnitYear::occupied_time) == 0.0);
    CHECK(total(outcome, &UnitYear::bed_days) == 0.0);
    CHECK(flow_sum(outcome, MoveReason::function, &Moves::patients) == 0.0);
    // nord-t is full only while it is closed, 100 days from day 600 to 700.
    CHECK(total(outcome, &UnitYear::full_time) == 100.0);
}

TEST_CASE("The same luck gives the same outcome, another seed or replication another") {
    const CareInputs inputs = busy_network();
    CHECK(same_numbers(simulate(inputs, {1, 0}), simulate(inputs, {1, 0})));
    CHECK_FALSE(same_numbers(simulate(inputs, {1, 0}), simulate(inputs, {1, 1})));
    CHECK_FALSE(same_numbers(simulate(inputs, {1, 0}), simulate(inputs, {2, 0})));
}

TEST_CASE("An outcome has the same bits with every compiler, processor and optimisation level") {
    // A hash over every number of a replication, computed with g++ 12 -O3. It moves only if the model changes
    // on purpose, and then results move too: say so in the changelog.
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    const auto note = [&hash](double value) { hash = (hash ^ std::bit_cast<std::uint64_t>(value)) * 0x100000001b3ULL; };
    const CareOutcome outcome = simulate(busy_network(), {2024, 3});
    for (const UnitYear& row : outcome.unit_years) {
        for (const double value :
             {row.occupied_time, row.open_time, row.full_time, row.over_occupancy_time, row.surge_bed_time,
              row.surge_time, row.waiting_time, row.bed_days, row.admissions, row.wait_sum, row.wait_count,
              row.overflow, row.away_bed_days, row.purchased_patients, row.purchased_bed_days}) {
            note(value);
        }
    }
    for (const Moves& flow : outcome.moves) {
        note(flow.patients);
        note(flow.bed_days);
    }
    CHECK(hash == 0x88ef2be45164b565ULL);
}

TEST_CASE("Open beds follow the plan exactly, leap years counted") {
    // 2024 has 366 days: 2 beds; -1 on 1 July 2025, +3 on 1 January 2026.
    CareInputs inputs = single_unit(0.0, fixed_stay(1.0), 2, {Step::wait}, 3, 1);
    inputs.units[0].changes = {{day_of_date(inputs.calendar, {2025, 7, 1}), -1},
                               {year_begin(inputs.calendar, 2026), 3}};
    const CareOutcome outcome = simulate(inputs, {});
    CHECK(outcome.unit_year(0, 0).open_time == 2.0 * 366.0);
    CHECK(outcome.unit_year(0, 1).open_time == 2.0 * 181.0 + 184.0); // January to June 2025 has 181 days
    CHECK(outcome.unit_year(0, 2).open_time == 4.0 * 365.0);
}

TEST_CASE("Bed days are midnights, occupied beds are weighted by time: not the same") {
    // A stay of half a day from a uniform arrival time crosses a midnight with probability 1/2 and lasts 1/2
    // day: equal in the mean only. Stays of 1.25 days: each crosses one midnight or two, never one and a
    // quarter.
    const CareInputs inputs = single_unit(2.0, fixed_stay(1.25), 1000, {Step::wait}, 2, 0);
    const CareOutcome outcome = simulate(inputs, {});
    const double midnights = total(outcome, &UnitYear::bed_days);
    const double time = total(outcome, &UnitYear::occupied_time);
    CHECK(midnights == std::floor(midnights));
    CHECK(midnights != time);
    CHECK(midnights == Approx(time).epsilon(0.05));
    CHECK(time == Approx(1.25 * total(outcome, &UnitYear::admissions)).epsilon(0.01));

    // By hand: one patient, in at day t, 400 days; the midnights fall in three calendar years and add up.
    CareInputs one = single_unit(0.02, fixed_stay(400.0), 1000, {Step::wait}, 3, 0);
    for (std::size_t year = 1; year < 3; ++year) one.inflows[0].admissions_per_day[year] = 0.0;
    const CareOutcome few = simulate(one, {});
    const double patients = static_cast<double>(few.count.arrivals);
    REQUIRE(patients > 0.0);
    CHECK(few.count.in_beds == 0);
    CHECK(total(few, &UnitYear::bed_days) == 400.0 * patients);
    CHECK(total(few, &UnitYear::occupied_time) == Approx(400.0 * patients).epsilon(1e-12));
}

TEST_CASE("A bed day on 31 December belongs to the old year") {
    // Find the only patients of 2024 and count their midnights in 2024 by hand: day 366 - floor(arrival).
    CareInputs inputs = single_unit(0.02, fixed_stay(500.0), 1000, {Step::wait}, 3, 0);
    for (std::size_t year = 1; year < 3; ++year) inputs.inflows[0].admissions_per_day[year] = 0.0;
    double expected = 0.0;
    for (const ComingPatient& patient : coming_patients(inputs, {})) {
        expected += 366.0 - std::floor(patient.arrival.since_start());
    }
    CHECK(expected > 0.0);
    CHECK(simulate(inputs, {}).unit_year(0, 0).bed_days == expected);
}

TEST_CASE("More beds never buy more places, patient luck being the same") {
    double last = 1e9;
    for (int beds = 0; beds <= 16; beds += 2) {
        const CareInputs inputs = single_unit(2.0, lognormal_stay(4.0, 1.2), beds, {Step::purchase}, 5);
        const double bought = total(simulate(inputs, {}), &UnitYear::purchased_patients);
        CHECK(bought <= last);
        last = bought;
    }
    CHECK(last < 50.0);
}

TEST_CASE("With no bed at all everybody is bought a place, at once or after the longest wait") {
    CareInputs inputs = single_unit(1.0, fixed_stay(5.0), 0, {Step::purchase}, 2, 0);
    const CareOutcome at_once = simulate(inputs, {});
    CHECK(total(at_once, &UnitYear::purchased_patients) == static_cast<double>(at_once.count.arrivals));

    inputs.services[0].when_full = {Step::wait};
    inputs.services[0].emergency_share = 0.0;
    inputs.services[0].max_wait_days = 30.0;
    const CareOutcome later = simulate(inputs, {});
    CHECK(total(later, &UnitYear::purchased_patients) ==
          static_cast<double>(later.count.arrivals - later.count.waiting));
    CHECK(total(later, &UnitYear::wait_sum) == Approx(30.0 * total(later, &UnitYear::wait_count)).epsilon(1e-12));
    CHECK(later.count.waiting > 10); // those of the last 30 days
    CHECK(later.count.waiting < 60);
}

TEST_CASE("Emergencies are served before planned patients") {
    CareInputs inputs = single_unit(1.0, exponential_stay(5.0), 6, {Step::wait}, 10);
    inputs.services[0].emergency_share = 1.0;
    const double alone = total(simulate(inputs, {}), &UnitYear::wait_sum);
    inputs.services[0].emergency_share = 0.0;
    const double planned = total(simulate(inputs, {}), &UnitYear::wait_sum);
    // Only the order within one class: urgency alone changes nobody's bed.
    CHECK(alone == planned);
    // With two classes the sum of waits is another, and planned patients with a limit are bought places.
    inputs.services[0].emergency_share = 0.5;
    inputs.services[0].max_wait_days = 5.0;
    const CareOutcome both = simulate(inputs, {});
    CHECK(total(both, &UnitYear::purchased_patients) > 0.0);
}

TEST_CASE("Over-occupancy is for emergencies and stays within its limit") {
    CareInputs inputs = single_unit(5.0, fixed_stay(10.0), 10, {Step::over_occupancy, Step::purchase}, 1, 1);
    inputs.units[0].over_occupancy_limit = 0.35; // floor(3.5) = 3 patients more
    const CareOutcome full = simulate(inputs, {});
    CHECK(full.count.in_beds == 13);
    CHECK(full.unit_year(0, 0).over_occupancy_time < 3.0 * 366.0);
    CHECK(full.unit_year(0, 0).over_occupancy_time > 2.9 * 365.0 * 0.9);
    inputs.services[0].emergency_share = 0.0;
    CHECK(total(simulate(inputs, {}), &UnitYear::over_occupancy_time) == 0.0);
}

TEST_CASE("A closing bed finishes its patient") {
    CareInputs inputs = single_unit(5.0, fixed_stay(20.0), 10, {Step::purchase}, 1, 0);
    inputs.units[0].changes = {{100.0, -10}};
    const CareOutcome outcome = simulate(inputs, {});
    CHECK(outcome.count.in_beds == 0);
    const UnitYear& row = outcome.unit_year(0, 0);
    CHECK(row.over_occupancy_time > 0.0);                                     // those who finish after day 100
    CHECK(row.occupied_time == Approx(20.0 * row.admissions).epsilon(1e-12)); // and each stayed 20 days
}

TEST_CASE("Overflow follows the route, takes only free open beds and leaves surge alone") {
    CareInputs inputs;
    inputs.calendar = {2024, 1, 0};
    inputs.trusts = {"a", "b", "c"};
    Service intensive;
    intensive.id = "intensiv";
    intensive.when_full = {Step::overflow, Step::surge, Step::purchase};
    inputs.services = {intensive};
    inputs.units = {unit("a", 0, 0, 1), unit("b", 1, 0, 2), unit("c", 2, 0, 3)};
    for (Unit& each : inputs.units) each.surge_beds = 1;
    inputs.routes = {{trust(0), service(0), {{trust(2), 10.0}, {outside, 15.0}, {trust(1), 20.0}}}};
    inputs.inflows = {inflow(inputs, 0, 0, 2.0, trust(0), fixed_stay(1000.0))};
    // Nobody leaves: one in a, three in c (named first), two in b, one on surge in a, the rest bought.
    const CareOutcome outcome = simulate(inputs, {});
    CHECK(outcome.unit_year(0, 0).admissions == 2.0);
    CHECK(outcome.unit_year(1, 0).admissions == 2.0);
    CHECK(outcome.unit_year(2, 0).admissions == 3.0);
    CHECK(outcome.unit_year(0, 0).overflow == 5.0);
    CHECK(outcome.moves_at(0, 2, 0, 0, MoveReason::overflow).patients == 3.0);
    CHECK(outcome.moves_at(0, 1, 0, 0, MoveReason::overflow).patients == 2.0);
    CHECK(outcome.moves_at(0, 3, 0, 0, MoveReason::purchase).patients ==
          static_cast<double>(outcome.count.arrivals - 7));
    CHECK(outcome.unit_year(0, 0).surge_bed_time > 0.0);
    CHECK(outcome.unit_year(2, 0).surge_bed_time == 0.0);
    CHECK(outcome.unit_year(2, 0).away_bed_days == outcome.unit_year(2, 0).bed_days);
}

TEST_CASE("Sites of one trust share its patients by beds and help each other before the trust is full") {
    CareInputs inputs = single_unit(2.0, exponential_stay(4.0), 9, {Step::purchase}, 10);
    inputs.units.push_back(unit("nord-b", 0, 0, 3));
    const CareOutcome two_sites = simulate(inputs, {});
    // Together they lose exactly what one unit of 12 beds loses: same patients, same luck.
    const CareInputs one = single_unit(2.0, exponential_stay(4.0), 12, {Step::purchase}, 10);
    CHECK(total(two_sites, &UnitYear::purchased_patients) == total(simulate(one, {}), &UnitYear::purchased_patients));
    CHECK(two_sites.unit_year(1, 0).admissions > 0.0);
    // With room to spare the shares are 9 : 3 of about 7 300 patients; standard error 0.5 %.
    inputs.units[0].staffed_beds = 90;
    inputs.units[1].staffed_beds = 30;
    const CareOutcome roomy = simulate(inputs, {});
    double second = 0.0;
    for (std::size_t year = 0; year < 10; ++year) second += roomy.unit_year(1, year).admissions;
    CHECK(second / total(roomy, &UnitYear::admissions) == Approx(0.25).margin(0.02));
}

TEST_CASE("Unsound inputs are refused with every problem at once") {
    CareInputs inputs = busy_network();
    CHECK(find_problems(inputs).empty());
    inputs.services[0].when_full = {Step::overflow};
    inputs.units[0].changes = {{10.0, -9}};
    inputs.routes.push_back({trust(2), service(1), {{trust(2), -5.0}}});
    inputs.inflows[0].destination_share[1][0] = 0.5;
    inputs.inflows[1].stay[1].components.clear();
    inputs.inflows[4].destination_share[0] = {0.0, 0.0, 1.0, 0.0}; // sor has no unit for tsb
    inputs.inflows[4].stay[2] = fixed_stay(1.0);
    const auto problems = find_problems(inputs);
    const auto says = [&](const std::string& text) {
        return std::any_of(problems.begin(), problems.end(),
                           [&](const std::string& problem) { return problem.find(text) != std::string::npos; });
    };
    CHECK(says("service akutt: when_full must end with wait or purchase"));
    CHECK(says("unit nord-a: the changes close more beds than there are"));
    CHECK(says("route sor tsb: a leg leads back to sor itself"));
    CHECK(says("route sor tsb: a travel time is negative"));
    CHECK(says("inflow nord akutt: destination shares"));
    CHECK(says("inflow midt akutt: a stay is missing"));
    CHECK(says("patients are sent to sor, which has no unit"));
    CHECK_THROWS_AS(simulate(inputs, {}), std::invalid_argument);
}

TEST_CASE("The network graph has an edge for every leg and site, and knows who shares pressure") {
    const CareInputs inputs = busy_network();
    const RouteGraph graph = build_route_graph(inputs);
    CHECK(boost::num_vertices(graph) == 6);
    // Sites of midt: 2 edges. nord -> midt (2 sites), sor: 3. midt (2 sites) -> nord: 2.
    CHECK(boost::num_edges(graph) == 7);
    const Network network(inputs);
    const auto targets = network.overflow(0);
    CHECK(std::vector<std::uint32_t>(targets.begin(), targets.end()) == std::vector<std::uint32_t>{1, 2, 3});
    CHECK(network.overflow(3).empty());
    CHECK(network.department(trust(2), service(1)) == Network::none);
    CHECK(reachable_units(graph, 1) == std::vector<std::size_t>{0, 1, 2, 3});
    CHECK(reachable_units(graph, 4) == std::vector<std::size_t>{4});
}
