#include "models/care/simulate.hpp"
#include "models/care/summary.hpp"
#include "tests/catch.hpp"
#include "tests/models/care/care_cases.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

using namespace framsyn;
using namespace framsyn::care;
using namespace framsyn::care::testing;

namespace {

const CareRow& row_of(const std::vector<CareRow>& rows, const std::string& trust, const std::string& service, int year,
                      Measure measure, const std::string& site = "") {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const CareRow& row) {
        return row.trust == trust && row.service == service && row.year == year && row.measure == measure &&
               row.site == site;
    });
    if (found == rows.end()) throw std::runtime_error("no such row");
    return *found;
}

} // namespace

TEST_CASE("An estimate has its interval over pair means and its quantiles over replications") {
    // Pairs (1,3) (5,7) (9,11): means 2, 6, 10; their mean 6, standard deviation 4, standard error 4/sqrt(3);
    // t with two degrees of freedom 4.30265.
    const std::vector<double> values{1, 3, 5, 7, 9, 11};
    const Estimate result = estimate(values);
    CHECK(result.mean == 6.0);
    CHECK(result.ci_high - 6.0 == Approx(4.3026527297 * 4.0 / std::sqrt(3.0)).epsilon(1e-9));
    CHECK(6.0 - result.ci_low == Approx(result.ci_high - 6.0).epsilon(1e-15));
    CHECK(result.p10 == Approx(2.0)); // position 0.5 between 1 and 3
    CHECK(result.p50 == Approx(6.0));
    CHECK(result.p90 == Approx(10.0));
    const std::vector<double> pair{1, 2};
    CHECK(std::isnan(estimate(pair).ci_low));
    CHECK(estimate(pair).mean == 1.5);
}

TEST_CASE("Sites are summed, shares weighted by open beds, and trusts make the region") {
    const CareInputs inputs = busy_network();
    const auto outcomes = replicate(inputs, 6);
    const auto rows = summarise_by_trust(inputs, outcomes);
    const auto sites = summarise_by_site(inputs, outcomes);
    const auto mean = [&](const std::string& trust, const std::string& service, Measure measure) {
        return row_of(rows, trust, service, 2025, measure).value.mean;
    };
    const auto site = [&](const std::string& name, Measure measure) {
        return row_of(sites, "midt", "akutt", 2025, measure, name).value.mean;
    };
    CHECK(mean("midt", "akutt", Measure::open_beds) == Approx(5.0));
    for (const Measure m : {Measure::bed_days, Measure::occupied_beds, Measure::admissions, Measure::overflow}) {
        CHECK(mean("midt", "akutt", m) == Approx(site("midt-a1", m) + site("midt-a2", m)).epsilon(1e-12));
        CHECK(mean("region", "akutt", m) ==
              Approx(mean("nord", "akutt", m) + mean("midt", "akutt", m) + mean("sor", "akutt", m)).epsilon(1e-12));
        CHECK(mean("nord", "alt", m) == Approx(mean("nord", "akutt", m) + mean("nord", "tsb", m)).epsilon(1e-12));
    }
    // Both sites have a fixed number of beds, 3 and 2.
    CHECK(
        mean("midt", "akutt", Measure::p_full) ==
        Approx((3.0 * site("midt-a1", Measure::p_full) + 2.0 * site("midt-a2", Measure::p_full)) / 5.0).epsilon(1e-12));
    CHECK(mean("midt", "akutt", Measure::occupancy) ==
          Approx(mean("midt", "akutt", Measure::occupied_beds) / 5.0).epsilon(1e-12));
}

TEST_CASE("Rows are there for what is offered, every year and measure, and for nothing else") {
    const CareInputs inputs = busy_network();
    const auto outcomes = replicate(inputs, 2);
    const auto rows = summarise_by_trust(inputs, outcomes);
    // akutt: three trusts and the region; tsb: two and the region; the group: three and the region. Four
    // years.
    CHECK(rows.size() == (4 + 3 + 4) * 4 * kMeasures);
    CHECK(summarise_by_site(inputs, outcomes).size() == 6 * 4 * kMeasures);
    CHECK(std::none_of(rows.begin(), rows.end(),
                       [](const CareRow& r) { return r.trust == "sor" && r.service == "tsb"; }));
    CHECK(std::all_of(rows.begin(), rows.end(), [](const CareRow& r) { return std::isfinite(r.value.mean); }));
    CHECK_THROWS_AS(summarise_by_site(inputs, {}), std::invalid_argument);
}

TEST_CASE("A unit without an open bed counts as full, with occupancy 0") {
    const CareInputs inputs = single_unit(1.0, fixed_stay(1.0), 0, {Step::purchase}, 1, 0);
    const auto rows = summarise_by_trust(inputs, replicate(inputs, 4));
    CHECK(row_of(rows, "nord", "akutt", 2024, Measure::p_full).value.mean == 1.0);
    CHECK(row_of(rows, "nord", "akutt", 2024, Measure::occupancy).value.mean == 0.0);
    CHECK(row_of(rows, "nord", "akutt", 2024, Measure::wait_mean).value.mean == 0.0);
}

TEST_CASE("The time that all are full at once is Erlang's, not the mean of the units") {
    // Two sites of one trust help each other before anybody is turned away: together they are one group of five beds.
    CareInputs inputs = single_unit(0.9, exponential_stay(5.0), 3, {Step::purchase}, 20, 1);
    inputs.units.push_back(unit("nord-2", 0, 0, 2));
    // A trust of its own, independent of the first; the region is full when both are.
    inputs.trusts.emplace_back("sor");
    inputs.units.push_back(unit("sor-akutt", 1, 0, 2));
    inputs.inflows = {inflow(inputs, 0, 0, 0.9, trust(0), exponential_stay(5.0)),
                      inflow(inputs, 1, 0, 0.4, trust(1), exponential_stay(5.0))};
    const auto outcomes = replicate(inputs, 40);
    const auto rows = summarise_by_trust(inputs, outcomes);
    const auto mean = [&](const std::string& of, Measure measure) {
        double sum = 0.0;
        for (int year = 2024; year < 2044; ++year) sum += row_of(rows, of, "akutt", year, measure).value.mean;
        return sum / 20.0;
    };
    // Erlang B by its recursion: B(5, 4.5) and B(2, 2) = 2 / 5.
    double five = 1.0;
    for (int beds = 1; beds <= 5; ++beds) five = 4.5 * five / (beds + 4.5 * five);
    // A busy period's correlation lasts about five days: 800 years are some 60 000 looks, so a share of .32 or .13 has a
    // standard error below .0025.
    CHECK(mean("nord", Measure::p_all_full) == Approx(five).margin(4 * 0.0025));
    CHECK(mean("sor", Measure::p_all_full) == Approx(0.4).margin(4 * 0.0025));
    CHECK(mean("region", Measure::p_all_full) == Approx(five * 0.4).margin(4 * 0.0025));
    CHECK(mean("nord", Measure::p_full) > five + 0.05);
    CHECK(mean("sor", Measure::p_full) == mean("sor", Measure::p_all_full));
}

TEST_CASE("No interval of a count reaches below nobody, nor a share of time above all of it") {
    // Overflow is rare: a symmetric interval over few pairs reaches below zero. A unit without beds is always full.
    CareInputs inputs = busy_network();
    inputs.units[3].staffed_beds = 9;
    inputs.units[0].staffed_beds = 9;
    const auto outcomes = replicate(inputs, 6);
    bool cut = false;
    for (const CareRow& row : summarise_by_site(inputs, outcomes)) {
        CHECK(row.value.ci_low >= 0.0);
        cut = cut || (row.value.ci_low == 0.0 && row.value.mean > 0.0);
        if (row.measure == Measure::p_full || row.measure == Measure::p_all_full) CHECK(row.value.ci_high <= 1.0);
    }
    CHECK(cut);
}

TEST_CASE("Flow rows are means and name where patients come from and go to") {
    const CareInputs inputs = busy_network();
    const auto outcomes = replicate(inputs, 4);
    const auto flows = summarise_flows(inputs, outcomes);
    const auto outside_row = std::find_if(flows.begin(), flows.end(), [](const FlowRow& f) {
        return f.from_trust == "sor" && f.to_trust == "outside" && f.reason == "function" && f.year == 2026;
    });
    REQUIRE(outside_row != flows.end());
    double expected = 0.0;
    for (const CareOutcome& outcome : outcomes) expected += outcome.moves_at(2, 3, 1, 2, MoveReason::function).patients;
    CHECK(outside_row->patients == Approx(expected / 4.0).epsilon(1e-14));
    CHECK(outside_row->service == "tsb");
    CHECK(std::none_of(flows.begin(), flows.end(),
                       [](const FlowRow& f) { return f.from_trust == f.to_trust && f.reason != "function"; }));
}

TEST_CASE("The table of measures is complete and in order") {
    for (std::size_t i = 0; i < kMeasures; ++i) {
        const MeasureDefinition& entry = measure_table()[i];
        CHECK(static_cast<std::size_t>(entry.measure) == i);
        CHECK_FALSE(entry.id.empty());
        CHECK_FALSE(entry.unit.empty());
        CHECK_FALSE(entry.definition_nb.empty());
        CHECK_FALSE(entry.definition_en.empty());
    }
    CHECK(definition(Measure::surge_days).id == "surge_days");
}
