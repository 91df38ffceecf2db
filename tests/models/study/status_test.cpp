#include "models/study/status.hpp"

#include "models/study/answers/quantiles.hpp"
#include "models/study/counted_years.hpp"
#include "models/study/staff.hpp"
#include "sim/numerics/elementary.hpp"
#include "tests/catch.hpp"
#include "tests/models/study/small_region.hpp"

#include <algorithm>
#include <cmath>

using namespace framsyn;
using namespace framsyn::study;
using namespace framsyn::study::testing;

namespace {

/// The service's use at the first trust counted in 2018–2021, base year 2020; the second trust is an owner without a
/// catchment whose use nobody counts, and the two beds of 2022 are a planned change.
Scenario reported_region() {
    Scenario region = small_region();
    UseLevelInfo level;
    level.service = {"akutt", {ServiceId(0)}, false};
    level.returning = exactly(0.5);
    level.spread = exactly(0.08);
    level.memory = exactly(0.6);
    level.walk = exactly(0.03);
    level.noise = exactly(0.05);
    level.common = exactly(0.0);
    level.longest_lag = 2;
    region.use_levels = {level};
    ActivityInfo activity;
    activity.id = "nord-akutt";
    activity.trust = TrustId(0);
    activity.service = level.service;
    activity.bed_days = exactly(2400.0);
    activity.counted = {{2018, 2000.0, 2000.0, 6.0, 2190.0},
                        {2019, 2000.0 * sim::exp(0.3), 2000.0, 6.0, 2190.0},
                        {2020, 2400.0, 2000.0, 6.0, 2196.0},
                        {2021, 2500.0, 2000.0, 8.0, 2555.0}};
    region.activities = {activity};
    region.trusts[1].has_catchment = false;
    region.changes[0].plan = Plan::planned;
    region.changes[0].label = {"to til", "two more"};
    ChangeInfo earlier = region.changes[0];
    earlier.id = "one-more";
    earlier.when = from_day({2021, 6, 1});
    earlier.beds = exactly(1.0);
    earlier.plan = Plan::observed;
    earlier.label = {"én til", "one more"};
    region.changes.insert(region.changes.begin(), earlier);
    return region;
}

RegionModelInfo model_of(WhichTrust trust, int year, double beds) {
    RegionModelInfo model;
    model.id = "model";
    model.trust = trust;
    model.service = {"akutt", {ServiceId(0)}, false};
    model.year = year;
    model.beds = exactly(beds);
    return model;
}

/// The rows of a measure at a trust (or the region), a service and a year.
std::vector<StatusRow> rows_of(const std::vector<StatusRow>& all, WhichTrust trust, const std::string& service,
                               StatusMeasure measure, int year) {
    std::vector<StatusRow> found;
    for (const StatusRow& row : all) {
        if (row.cell.trust == trust && row.cell.service.id == service && row.measure == measure && row.year == year)
            found.push_back(row);
    }
    return found;
}

StatusRow only(const std::vector<StatusRow>& all, WhichTrust trust, StatusMeasure measure, int year) {
    const std::vector<StatusRow> rows = rows_of(all, trust, "akutt", measure, year);
    REQUIRE(rows.size() == 1);
    return rows.front();
}

} // namespace

TEST_CASE("the last three counted years stand as counted, and no others", "[status]") {
    const Study study = run_study(reported_region(), {{0, 4}, {}, People::left_out});
    const std::vector<StatusRow> rows = annual_status(study);
    const StatusRow places = only(rows, TrustId(0), StatusMeasure::places, 2021);
    CHECK(places.value == 8.0);
    CHECK(places.standing == Standing::counted);
    CHECK(only(rows, TrustId(0), StatusMeasure::open_places, 2021).value == 7.0); // 2 555 / 365
    CHECK(only(rows, TrustId(0), StatusMeasure::open_places, 2020).value == 6.0); // 2 196 / 366
    CHECK(only(rows, TrustId(0), StatusMeasure::occupancy, 2021).value == Approx(2500.0 / 2555.0));
    CHECK(only(rows, TrustId(0), StatusMeasure::bed_days, 2021).value == 2500.0);
    CHECK(rows_of(rows, TrustId(0), "akutt", StatusMeasure::places, 2018).empty());
}

TEST_CASE("beside the count stands the level by the counts up to the year", "[status]") {
    const Study study = run_study(reported_region(), {{0, 4}, {}, People::left_out});
    const std::vector<StatusRow> rows = annual_status(study);
    // Counts of 2018 and 2019: logs 0 and .3. Mean .15; the walk's variance .0034 before the second count, gain
    // .0034 / .0059.
    const double log = 0.5 * 0.15 + 0.5 * 0.3 * 0.0034 / 0.0059;
    CHECK(only(rows, TrustId(0), StatusMeasure::level, 2019).value == Approx(2000.0 * std::exp(log)));
    Scenario region = reported_region();
    region.use_levels.clear();
    const Study without = run_study(region, {{0, 4}, {}, People::left_out});
    CHECK(only(annual_status(without), TrustId(0), StatusMeasure::level, 2019).standing == Standing::not_computable);
}

TEST_CASE("a change of places has its cause from the plan, and says where the two differ or nothing explains it",
          "[status]") {
    const Study study = run_study(reported_region(), {{0, 4}, {}, People::left_out});
    const std::vector<StatusRow> rows = annual_status(study);
    const StatusRow change = only(rows, TrustId(0), StatusMeasure::change_places, 2021);
    CHECK(change.value == 2.0);
    REQUIRE(change.labels.size() == 1);
    CHECK(change.labels[0].en == "one more");
    CHECK(change.said == 1.0); // the count says two
    CHECK(only(rows, TrustId(0), StatusMeasure::change_places, 2020).note == StatusNote::none);
    Scenario region = reported_region();
    region.changes.clear();
    const Study unsaid = run_study(region, {{0, 4}, {}, People::left_out});
    CHECK(only(annual_status(unsaid), TrustId(0), StatusMeasure::change_places, 2021).note ==
          StatusNote::no_change_said);
}

TEST_CASE("a trust that isn't counted stands in a row of its own by the plan, and the region with it", "[status]") {
    const Study study = run_study(reported_region(), {{0, 4}, {}, People::left_out});
    const std::vector<StatusRow> rows = annual_status(study);
    const StatusRow places = only(rows, TrustId(1), StatusMeasure::places, 2021);
    CHECK(places.value == 8.0);
    CHECK(places.standing == Standing::assumed); // plain numbers are
    CHECK(only(rows, TrustId(1), StatusMeasure::occupancy, 2021).standing == Standing::not_computable);
    CHECK(std::isnan(only(rows, TrustId(1), StatusMeasure::occupancy, 2021).value));
    // 8 + 1 at the first trust, 8 at the second.
    CHECK(only(rows, WhichTrust::region(), StatusMeasure::places, 2021).value == 17.0);
    CHECK(rows_of(rows, TrustId(0), "somatikk", StatusMeasure::places, 2021).at(0).standing == Standing::not_modelled);
}

TEST_CASE("every counted year stands with what its bed days ask for, back to where the counts begin", "[counted]") {
    Scenario region = reported_region();
    const Study study = run_study(region, {{0, 4}, {}, People::left_out});
    const std::vector<CountedYearOfCell> rows = counted_years(study);
    REQUIRE(rows.size() == 4); // the other trust isn't counted, so neither is the region
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const CountedUse& counted = region.activities[0].counted[i];
        CHECK(study.need()[rows[i].cell].cell.trust == WhichTrust(TrustId(0)));
        CHECK(rows[i].count.year == counted.year);
        CHECK(rows[i].count.places == *counted.places);
        CHECK(rows[i].occupancy == Approx(counted.bed_days / *counted.available_days));
        // Step 3 at the count: bed days over the year's days × 85 %, every place open.
        CHECK(rows[i].need == Approx(counted.bed_days / (days_in_year(counted.year) * 0.85)));
    }
    // In years that gap.csv has too, the need there.
    for (const Gap& gap : study.gaps()) {
        if (gap.cell == rows[0].cell && gap.rule == Rule::utilisation && gap.year <= 2021)
            CHECK(rows[static_cast<std::size_t>(gap.year - 2018)].need == gap.need.median);
    }
    // Places that can't hold the days were worked out from them: the share of them that was in use says nothing.
    region.activities[0].basis = Basis::capacity_from_activity;
    CHECK(std::isnan(counted_years(run_study(region, {{0, 4}, {}, People::left_out})).at(0).occupancy));
}

TEST_CASE("the region's counted years are its trusts' together, where all are counted", "[counted]") {
    Scenario region = reported_region();
    ActivityInfo other = region.activities[0];
    other.id = "sor-akutt";
    other.trust = TrustId(1);
    other.counted.erase(other.counted.begin()); // from 2019 on
    region.activities.push_back(other);
    region.trusts[1].has_catchment = true;
    const Study study = run_study(region, {{0, 4}, {}, People::left_out});
    std::vector<CountedYearOfCell> nord, sor, together;
    for (const CountedYearOfCell& row : counted_years(study)) {
        const WhichTrust trust = study.need()[row.cell].cell.trust;
        (trust.is_region() ? together : trust == WhichTrust(TrustId(0)) ? nord : sor).push_back(row);
    }
    REQUIRE(together.size() == 3);
    for (std::size_t i = 0; i < together.size(); ++i) {
        CHECK(together[i].count.places == nord[i + 1].count.places + sor[i].count.places);
        CHECK(together[i].need == Approx(nord[i + 1].need + sor[i].need));
    }
}

TEST_CASE("where every trust is counted the region is the sum of the counts", "[status]") {
    Scenario region = reported_region();
    ActivityInfo other = region.activities[0];
    other.id = "sor-akutt";
    other.trust = TrustId(1);
    region.activities.push_back(other);
    const Study study = run_study(region, {{0, 4}, {}, People::left_out});
    const std::vector<StatusRow> rows = annual_status(study);
    CHECK(only(rows, WhichTrust::region(), StatusMeasure::places, 2021).value == 16.0);
    CHECK(only(rows, WhichTrust::region(), StatusMeasure::occupancy, 2021).value == Approx(2500.0 / 2555.0));
    CHECK(only(rows, WhichTrust::region(), StatusMeasure::level, 2019).value ==
          Approx(2.0 * only(rows, TrustId(0), StatusMeasure::level, 2019).value));
}

TEST_CASE("the region's own model stands beside our need with the difference", "[status]") {
    Scenario region = reported_region();
    region.region_models = {model_of(TrustId(0), 2023, 7.5)};
    const Study study = run_study(region, {{0, 4}, {}, People::left_out});
    const std::vector<StatusRow> rows = annual_status(study);
    const StatusRow need = only(rows, TrustId(0), StatusMeasure::need, 2023);
    const auto gap = std::find_if(study.gaps().begin(), study.gaps().end(), [&](const Gap& one) {
        return study.cell_of(one).trust == TrustId(0) && one.year == 2023 && one.rule == Rule::utilisation;
    });
    CHECK(need.value == gap->need.median);
    CHECK(only(rows, TrustId(0), StatusMeasure::need_region_model, 2023).value == 7.5);
    CHECK(only(rows, TrustId(0), StatusMeasure::difference, 2023).value == need.value - 7.5);
    const StatusRow planned = only(rows, TrustId(0), StatusMeasure::planned_change, 2023);
    CHECK(planned.value == 2.0);
    CHECK(planned.standing == Standing::planned);
    // Nothing was received for the others, and 2030 lies after the last year here.
    CHECK(rows_of(rows, TrustId(1), "akutt", StatusMeasure::need_region_model, 2023).empty());
}

TEST_CASE("need that starts from a guess is not computable, but places worked out from counted days hurt no need",
          "[status]") {
    const auto need_with = [](Basis basis) {
        Scenario region = reported_region();
        region.activities[0].basis = basis;
        region.region_models = {model_of(TrustId(0), 2023, 7.5)};
        const Study study = run_study(region, {{0, 4}, {}, People::left_out});
        const std::vector<StatusRow> rows = annual_status(study);
        CHECK(only(rows, TrustId(0), StatusMeasure::difference, 2023).standing ==
              only(rows, TrustId(0), StatusMeasure::need, 2023).standing);
        return only(rows, TrustId(0), StatusMeasure::need, 2023).standing;
    };
    CHECK(need_with(Basis::beds_times_occupancy) == Standing::not_computable);
    CHECK(need_with(Basis::capacity_from_activity) == Standing::projected);
    Scenario region = reported_region();
    region.activities[0].basis = Basis::capacity_from_activity;
    const Study study = run_study(region, {{0, 4}, {}, People::left_out});
    CHECK(only(annual_status(study), TrustId(0), StatusMeasure::occupancy, 2021).note == StatusNote::cannot_hold);
}

TEST_CASE("of a group's parts only those stand alone in which something grows beside demography", "[status]") {
    Scenario region = reported_region();
    region.activities.clear();
    region.groups = {{"alt", {"Alt", "All"}, {ServiceId(0), ServiceId(1)}}};
    const auto is_there = [](const Scenario& scenario, const std::string& service) {
        const Study study = run_study(scenario, {{0, 4}, {}, People::left_out});
        const std::vector<StatusRow> rows = annual_status(study);
        return !rows_of(rows, TrustId(0), service, StatusMeasure::places, 2020).empty();
    };
    CHECK(is_there(region, "alt"));
    CHECK_FALSE(is_there(region, "akutt"));
    StockInfo stock;
    stock.id = "sentenced";
    stock.service = ServiceId(0);
    stock.trust = TrustId(0);
    stock.growth = exactly(0.1);
    region.stocks = {stock};
    CHECK(is_there(region, "akutt"));
    CHECK_FALSE(is_there(region, "somatikk"));
}

TEST_CASE("staff years are need times the ratio within each draw", "[status]") {
    Scenario region = small_region();
    StaffingInfo staff;
    staff.id = "nurses";
    staff.services = {ServiceId(0)};
    staff.role = "nurse";
    staff.per_bed = about(2.0, 1.5, 3.0, "staffing.nurses.per_bed");
    region.staffing = {staff};
    const Study study = run_study(region, {{0, 8}, {}, People::left_out});
    const std::vector<StaffNeed> rows = staff_need(study);
    // Two trusts and the region, one service, five years.
    REQUIRE(rows.size() == 15);
    const StaffNeed& last = rows[4];
    CHECK(last.year == 2024);
    std::vector<double> by_hand;
    for (std::uint32_t k = 0; k < 8; ++k)
        by_hand.push_back(study.need()[last.cell].beds_at_utilisation.at(4, k) *
                          ParameterDraw::number(region.seed, k)(staff.per_bed));
    const SortedSample sorted(by_hand);
    CHECK(last.staff_years.median == sorted.median());
    CHECK(last.staff_years.p10 == sorted.quantile(0.1));
    CHECK(last.staff_years.p90 == sorted.quantile(0.9));
}

TEST_CASE("a group has staff years only where each of its services has the role", "[status]") {
    Scenario region = small_region();
    region.groups = {{"alt", {"Alt", "All"}, {ServiceId(0), ServiceId(1)}}};
    StaffingInfo staff;
    staff.services = {ServiceId(0)};
    staff.role = "nurse";
    staff.per_bed = exactly(2.0);
    region.staffing = {staff};
    const auto of_group = [](const Scenario& scenario) {
        const Study study = run_study(scenario, {{0, 4}, {}, People::left_out});
        const std::vector<StaffNeed> rows = staff_need(study);
        const auto found = std::find_if(
            rows.begin(), rows.end(), [&](const StaffNeed& row) { return study.need()[row.cell].cell.service.group; });
        return found == rows.end()
                   ? 0.0
                   : found->staff_years.median /
                         SortedSample(study.need()[found->cell].beds_at_utilisation.draws_of(0)).median();
    };
    CHECK(of_group(region) == 0.0);
    region.staffing[0].services.push_back(ServiceId(1));
    CHECK(of_group(region) == Approx(2.0));
}

TEST_CASE("without staff years per bed nothing is said of staff", "[status]") {
    CHECK(staff_need(run_study(small_region(), {{0, 4}, {}, People::left_out})).empty());
}
