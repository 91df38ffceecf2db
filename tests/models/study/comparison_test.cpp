#include "models/study/answers/quantiles.hpp"
#include "models/study/study.hpp"
#include "small_region.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <cmath>

using namespace framsyn;
using namespace framsyn::study;
using testing::about;
using testing::exactly;
using testing::small_region;

namespace {

const ComparisonRow& row_of(const std::vector<ComparisonRow>& rows, const char* trust, const char* service, int year,
                            std::string_view measure, PairedBy basis = PairedBy::draws) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const ComparisonRow& row) {
        return row.trust == trust && row.service == service && row.year == year && row.measure == measure &&
               row.basis == basis;
    });
    REQUIRE(found != rows.end());
    return *found;
}

bool is_nothing(const ComparisonRow& row) {
    const bool is_p = row.measure.starts_with("p_shortage");
    return row.base == row.alternative && row.difference == 0.0 && (is_p || (row.low == 0.0 && row.high == 0.0));
}

Scenario with_two_more_beds() {
    Scenario region = small_region();
    region.units[1].beds = exactly(10.0);
    return region;
}

} // namespace

TEST_CASE("a scenario compared with itself differs by exactly nothing, in every draw and replication") {
    const std::vector<ComparisonRow> rows = comparison_of(run_study(small_region()), run_study(small_region()));
    // Drawn, in five years: trusts and region have 8 measures of the service with beds, and bed days alone of the other.
    // Simulated: the service at each trust and in the region.
    CHECK(rows.size() == 5 * 3 * (8 + 1) + 5 * 3 * care::kMeasures);
    CHECK(std::all_of(rows.begin(), rows.end(), is_nothing));
}

TEST_CASE("two beds more at a unit are two beds more of capacity and of gap by both rules, and no other need") {
    const Study base = run_study(small_region());
    const Study alternative = run_study(with_two_more_beds());
    const std::vector<ComparisonRow> rows = comparison_of(base, alternative);
    for (const char* trust : {"sor", "region"}) {
        for (const std::string_view measure : {compared::capacity, compared::gap, compared::gap_service_level}) {
            const ComparisonRow& row = row_of(rows, trust, "akutt", 2024, measure);
            CHECK(row.difference == 2.0);
            CHECK(row.low == 2.0);
            CHECK(row.high == 2.0);
            CHECK(row.pairs == 8); // the region's draws
        }
        for (const std::string_view measure : {compared::bed_days, compared::need, compared::need_service_level})
            CHECK(is_nothing(row_of(rows, trust, "akutt", 2024, measure)));
    }
    CHECK(row_of(rows, "region", "akutt", 2024, compared::capacity).base == 18.0); // 8 + 2 from 2022, and 8
    for (const ComparisonRow& row : rows) {
        if (row.trust == "nord" && row.basis == PairedBy::draws) CHECK(is_nothing(row));
    }
}

TEST_CASE("base and alternative of a comparison are the medians and probabilities of the gaps") {
    Scenario other = with_two_more_beds();
    other.services[0].level = about(1.2, 1.1, 1.3, "service.akutt.level");
    const Study base = run_study(small_region());
    const Study alternative = run_study(other);
    const std::vector<ComparisonRow> rows = comparison_of(base, alternative);
    const auto agrees = [&](const Study& study, double ComparisonRow::* side) {
        for (const Gap& gap : study.gaps()) {
            const bool official = gap.rule == Rule::utilisation;
            const std::string trust = study.scenario().id_of(study.cell_of(gap).trust);
            const auto value = [&](std::string_view one, std::string_view two) {
                return row_of(rows, trust.c_str(), "akutt", gap.year, official ? one : two).*side;
            };
            CHECK(value(compared::need, compared::need_service_level) == gap.need.median);
            CHECK(value(compared::gap, compared::gap_service_level) == gap.gap.median);
            CHECK(value(compared::p_shortage, compared::p_shortage_service_level) == gap.p_shortage);
        }
    };
    agrees(base, &ComparisonRow::base);
    agrees(alternative, &ComparisonRow::alternative);
}

TEST_CASE("a difference is the median of the differences within draws, and low and high hold eight in ten of them") {
    Scenario other = small_region();
    other.services[0].level = about(1.2, 1.1, 1.3, "service.akutt.level");
    const Study base = run_study(small_region());
    const Study alternative = run_study(other);
    const std::vector<ComparisonRow> rows = comparison_of(base, alternative);
    const CellNeed& before = base.need().front(); // nord, akutt
    const CellNeed& after = alternative.need().front();
    std::vector<double> differences;
    for (std::size_t draw = 0; draw < 8; ++draw)
        differences.push_back(after.beds_at_utilisation.at(4, draw) - before.beds_at_utilisation.at(4, draw));
    const SortedSample sorted(differences);
    const ComparisonRow& need = row_of(rows, "nord", "akutt", 2024, compared::need);
    CHECK(need.difference == sorted.median());
    CHECK(need.low == sorted.quantile(0.1));
    CHECK(need.high == sorted.quantile(0.9));
    CHECK(need.low > 0.0); // a level that is 0.2 higher in every draw means more need in every draw
    const ComparisonRow& gap = row_of(rows, "nord", "akutt", 2024, compared::gap);
    CHECK(gap.difference == -need.difference);
    CHECK(gap.low == -need.high);
    CHECK(gap.high == -need.low);
    CHECK(std::isnan(row_of(rows, "nord", "akutt", 2024, compared::p_shortage).low));
}

TEST_CASE("care differs by the mean of what differs within replications, over the pairs that share a draw") {
    const Study base = run_study(small_region());
    const Study alternative = run_study(with_two_more_beds());
    const std::vector<ComparisonRow> rows = comparison_of(base, alternative);
    const ComparisonRow& beds = row_of(rows, "sor", "akutt", 2024, "open_beds", PairedBy::replications);
    CHECK(beds.difference == Approx(2.0).epsilon(1e-12));
    CHECK(beds.pairs == 4); // 8 replications
    const ComparisonRow& wait = row_of(rows, "sor", "akutt", 2024, "wait_mean", PairedBy::replications);
    CHECK(wait.difference < 0.0); // the same patients with more beds wait less
    CHECK(wait.difference == Approx(wait.alternative - wait.base).epsilon(1e-9));
    CHECK(wait.low <= wait.difference);
    CHECK(wait.difference <= wait.high);
    for (const care::CareRow& row : alternative.care()) {
        const ComparisonRow& compared = row_of(rows, row.trust.c_str(), "akutt", row.year,
                                               care::definition(row.measure).id, PairedBy::replications);
        CHECK(compared.alternative == Approx(row.value.mean).epsilon(1e-12));
        if (row.trust == "nord") CHECK(is_nothing(compared)); // its patients never meet the others
    }
}

TEST_CASE(
    "a cell that only one scenario uses is nothing in the other, and unknown where the other knows no such service") {
    Scenario other = small_region();
    ServiceInfo day = other.services[1];
    day.id = "dag";
    other.services.push_back(day);
    UnitInfo ward = other.units[0];
    ward.id = "nord-somatikk";
    ward.service = ServiceId(1);
    other.units.push_back(ward);
    FlowInfo flow = other.flows[0];
    flow.service = ServiceId(2);
    other.flows.push_back(flow);
    const std::vector<ComparisonRow> rows = comparison_of(run_study(small_region()), run_study(other));
    const ComparisonRow& opened = row_of(rows, "nord", "somatikk", 2024, compared::capacity);
    CHECK(opened.base == 0.0);
    CHECK(opened.difference == 8.0);
    CHECK(row_of(rows, "nord", "somatikk", 2024, compared::p_shortage).base == 1.0); // patients, and no bed
    const ComparisonRow& added = row_of(rows, "nord", "dag", 2024, compared::bed_days);
    CHECK(std::isnan(added.base));
    CHECK(std::isnan(added.difference));
    CHECK(added.alternative > 0.0);
    for (const ComparisonRow& row : rows) { // a new service moves nothing of the others
        if (row.service == "akutt") CHECK(is_nothing(row));
    }
}

TEST_CASE("the order of the scenarios turns the differences round") {
    const Study base = run_study(small_region());
    const Study alternative = run_study(with_two_more_beds());
    const std::vector<ComparisonRow> there = comparison_of(base, alternative);
    const std::vector<ComparisonRow> back = comparison_of(alternative, base);
    REQUIRE(there.size() == back.size());
    for (std::size_t i = 0; i < there.size(); ++i) {
        CHECK(there[i].base == back[i].alternative);
        CHECK(there[i].difference == Approx(-back[i].difference).margin(1e-9));
    }
}

TEST_CASE("scenarios of other draws or replications are not compared, and care only where both simulate it") {
    const Study base = run_study(small_region());
    Scenario reseeded = small_region();
    reseeded.seed += 1;
    CHECK_THROWS_AS(comparison_of(base, run_study(reseeded)), UnfitBlock);
    CHECK_THROWS_AS(comparison_of(base, run_study(small_region(), {{0, 4}, {0, 8}, People::kept})), UnfitBlock);
    CHECK_THROWS_AS(comparison_of(base, run_study(small_region(), {{0, 8}, {0, 4}, People::kept})), UnfitBlock);
    CHECK(comparison_of(base, run_study(small_region(), {{0, 8}, {}, People::kept})).size() == 5 * 3 * (8 + 1));
}
