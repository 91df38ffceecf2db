#include "models/care/check_inputs.hpp"
#include "models/care/patients.hpp"
#include "models/care/simulate.hpp"
#include "tests/catch.hpp"
#include "tests/models/care/care_cases.hpp"

#include <algorithm>
#include <map>
#include <vector>

using namespace framsyn;
using namespace framsyn::care;
using namespace framsyn::care::testing;

namespace {

/// Arrival day of every patient of the first inflow, by identity.
std::map<std::uint64_t, double> patients_of(const CareInputs& inputs, const Luck& luck = {}) {
    std::map<std::uint64_t, double> patients;
    for (const ComingPatient& patient : coming_patients(inputs, luck)) {
        patients[patient.patient.identity] = patient.arrival.since_start();
    }
    return patients;
}

bool same_unit(const CareOutcome& a, std::size_t unit_a, const CareOutcome& b, std::size_t unit_b) {
    for (std::size_t year = 0; year < a.years; ++year) {
        const UnitYear& x = a.unit_year(unit_a, year);
        const UnitYear& y = b.unit_year(unit_b, year);
        if (x.admissions != y.admissions || x.bed_days != y.bed_days || x.occupied_time != y.occupied_time ||
            x.wait_sum != y.wait_sum || x.purchased_bed_days != y.purchased_bed_days) {
            return false;
        }
    }
    return true;
}

} // namespace

TEST_CASE("A higher rate keeps every patient, with day and luck, and only adds some") {
    CareInputs inputs = single_unit(1.0, lognormal_stay(5.0, 1.0), 1000, {Step::wait}, 4);
    const auto few = patients_of(inputs);
    inputs.inflows[0].admissions_per_day = {1.3, 1.0, 2.0, 1.0000001};
    const auto many = patients_of(inputs);
    CHECK(few.size() > 1000);
    CHECK(many.size() > few.size() * 12 / 10);
    CHECK(std::all_of(few.begin(), few.end(), [&](const auto& patient) {
        const auto found = many.find(patient.first);
        return found != many.end() && found->second == patient.second;
    }));
    // And nobody is added in the year whose rate is the same, the second one (calendar.first_year + 1).
    const double begin = year_begin(inputs.calendar, inputs.calendar.first_year + 1);
    const double end = year_begin(inputs.calendar, inputs.calendar.first_year + 2);
    CHECK(std::all_of(many.begin(), many.end(), [&](const auto& patient) {
        return patient.second < begin || patient.second >= end || few.count(patient.first) == 1;
    }));
}

TEST_CASE("The number of patients is Poisson with the rate, whatever the cells") {
    // 200 runs of four years: standard error of the mean sqrt(expected / 200), four of them.
    for (const auto& [cell_days, cell_rate] : {std::pair{64.0, 0.0625}, std::pair{7.0, 1.0}, std::pair{30.5, 0.3}}) {
        CareInputs inputs = single_unit(0.55, fixed_stay(1.0), 1, {Step::wait}, 4, 0);
        inputs.services[0].cell_days = cell_days;
        inputs.services[0].cell_rate = cell_rate;
        double sum = 0.0;
        double squares = 0.0;
        for (std::uint32_t i = 0; i < 200; ++i) {
            const auto n = static_cast<double>(patients_of(inputs, {5, i}).size());
            sum += n;
            squares += n * n;
        }
        const double expected = 0.55 * 1461.0; // 2024 to 2027
        CHECK(sum / 200.0 == Approx(expected).margin(4.0 * std::sqrt(expected / 200.0)));
        const double variance = squares / 200.0 - (sum / 200.0) * (sum / 200.0);
        CHECK(variance == Approx(expected).epsilon(0.4)); // four standard errors of sqrt(2/200)
    }
}

TEST_CASE("Neither the warm-up nor the first year moves a patient") {
    CareInputs inputs = single_unit(0.5, fixed_stay(1.0), 1, {Step::wait}, 2, 0);
    const auto without = patients_of(inputs);
    inputs.calendar.warm_up_years = 3; // 2021 to 2023: 1 095 days
    const auto with = patients_of(inputs);
    CHECK(std::all_of(without.begin(), without.end(), [&](const auto& patient) {
        const auto found = with.find(patient.first);
        return found != with.end() && found->second == Approx(patient.second + 1095.0).epsilon(1e-12);
    }));
}

TEST_CASE("Another trust or service changes nothing for the others") {
    const CareInputs before = busy_network();
    CareInputs after = before;
    after.trusts.push_back("vest");
    Service extra = before.services[1];
    extra.id = "dps";
    after.services.insert(after.services.begin(), extra); // first, so that every index moves
    const auto move = [](ServiceId& moved) { moved = ServiceId(moved.index() + 1); };
    for (Unit& each : after.units) move(each.service);
    for (Route& route : after.routes) move(route.service);
    for (Inflow& each : after.inflows) {
        move(each.service);
        for (auto& shares : each.destination_share) shares.insert(shares.end() - 1, 0.0);
        each.stay.insert(each.stay.end() - 1, Stay{});
    }
    after.units.insert(after.units.begin(), unit("vest-dps", 3, 0, 5));
    after.inflows.insert(after.inflows.begin(), inflow(after, 3, 0, 1.0, trust(3), exponential_stay(4.0)));
    REQUIRE(find_problems(after).empty());
    const CareOutcome old_outcome = simulate(before, {});
    const CareOutcome new_outcome = simulate(after, {});
    for (std::size_t i = 0; i < before.units.size(); ++i) CHECK(same_unit(old_outcome, i, new_outcome, i + 1));
}

TEST_CASE("More patients of one service leave the other services alone") {
    CareInputs inputs = busy_network();
    const CareOutcome before = simulate(inputs, {});
    for (double& rate : inputs.inflows[0].admissions_per_day) rate *= 1.5;
    const CareOutcome after = simulate(inputs, {});
    CHECK_FALSE(same_unit(before, 0, after, 0));
    CHECK(same_unit(before, 4, after, 4));
    CHECK(same_unit(before, 5, after, 5));
}

TEST_CASE("A stay factor stretches the stays of its year and changes nobody else's luck") {
    CareInputs inputs = single_unit(1.0, lognormal_stay(5.0, 1.0), 1000, {Step::wait}, 2, 0);
    const CareOutcome plain = simulate(inputs, {});
    inputs.inflows[0].stay_factor.assign(2, std::vector<double>(inputs.trusts.size() + 1, 1.0));
    inputs.inflows[0].stay_factor[1].assign(inputs.trusts.size() + 1, 2.0);
    const CareOutcome stretched = simulate(inputs, {});
    CHECK(stretched.unit_year(0, 0).occupied_time == plain.unit_year(0, 0).occupied_time);
    CHECK(stretched.unit_year(0, 1).admissions == plain.unit_year(0, 1).admissions);
    // Twice the stay, except for those who came the year before or are still there at the end: a few of 365.
    CHECK(stretched.unit_year(0, 1).occupied_time == Approx(2.0 * plain.unit_year(0, 1).occupied_time).epsilon(0.08));
}
