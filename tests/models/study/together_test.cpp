#include "models/need/beds/service_level_rule.hpp"
#include "models/study/answers/quantiles.hpp"
#include "models/study/study.hpp"
#include "tests/catch.hpp"
#include "tests/models/study/wards.hpp"

#include <algorithm>

using namespace framsyn;
using namespace framsyn::study;
using namespace framsyn::study::testing;

namespace {

constexpr int year = 2023;

/// Ward 0 of the first trust sends patients to the second trust's when it is full.
Scenario with_transfers(Scenario region) {
    for (ServiceInfo& service : region.services) service.tolerated_wait = exactly(0.0);
    region.overflows = {{TrustId(0), {ServiceId(0)}, {TrustId(1)}, {}}};
    region.draws = 80;
    return region;
}

const Verdict& region_verdict(const Study& study, const std::string& service) {
    for (const Verdict& verdict : study.verdicts()) {
        const Cell& cell = study.need()[verdict.cell].cell;
        if (cell.trust.is_region() && cell.service.id == service && verdict.year == year) return verdict;
    }
    throw std::logic_error("no region");
}

/// Bed days of ward 0 at both trusts, in every draw.
std::vector<double> days_of_both(const Study& study) {
    std::vector<double> all(study.draws().block.count, 0.0);
    for (const CellNeed& need : study.need()) {
        if (!need.cell.trust.is_trust() || need.cell.service.id != "ward-0") continue;
        const std::vector<double> own =
            need.bed_days.draws_of(static_cast<std::size_t>(year - study.scenario().base_year));
        for (std::size_t k = 0; k < own.size(); ++k) all[k] += own[k];
    }
    return all;
}

} // namespace

TEST_CASE("A region together is one place of all its beds, and needs fewer than its trusts one by one", "[verdict]") {
    const double places[parts] = {7.0, 8.0, 6.0};
    const double beds[parts] = {8.6, 5.0, 4.0};
    const Scenario region = with_transfers(with_known(wards(places), beds));
    const Study study = run_study(region, whole(region, Care::left_out));
    const Verdict& verdict = region_verdict(study, "ward-0");
    REQUIRE(verdict.together);
    CHECK(verdict.together->capacity == Approx(14.0));

    // Erlang's need of each draw's patients in one place without sites.
    const ServiceInfo& ward = region.services.front();
    const auto when_full = ward.waits_when_full ? need::WhenFull::waits : need::WhenFull::lost;
    const std::vector<double> days = days_of_both(study);
    std::vector<double> need;
    for (const double each : days)
        need.push_back(need::beds_at_service_level(each / days_in_year(year), {}, ward.risk.value, when_full));
    const auto short_of = std::count_if(need.begin(), need.end(), [](double each) { return each > 14.0; });
    CHECK(verdict.together->service_level[0].p == Approx(static_cast<double>(short_of) / 80.0));
    CHECK(
        verdict.together->service_level[0].need ==
        need::beds_at_service_level(SortedSample(days).median() / days_in_year(year), {}, ward.risk.value, when_full));
    // By planned utilisation one place needs what two need.
    for (const Gap& gap : study.gaps()) {
        const Cell& cell = study.cell_of(gap);
        if (!cell.trust.is_region() || cell.service.id != "ward-0" || gap.year != year) continue;
        const bool by_use = gap.rule == Rule::utilisation;
        if (by_use) CHECK(verdict.together->utilisation[0].need == Approx(gap.need.median));
        if (by_use) CHECK(verdict.together->utilisation[0].p == gap.p_shortage);
        if (!by_use) CHECK(verdict.together->service_level[0].need < gap.need.median);
    }
    // The ends are alike where the levels are known, and what sends nobody elsewhere isn't told of.
    CHECK(verdict.together->service_level[1].need == verdict.together->service_level[0].need);
    CHECK_FALSE(region_verdict(study, "ward-1").together);
}

TEST_CASE("A region together lies between the ends of its trusts' levels", "[verdict]") {
    const double places[parts] = {10.0, 8.0, 6.0};
    const Scenario region = with_transfers(with_sum(wards(places), 18.0, 0.5, 0.9));
    const Study study = run_study(region, whole(region, Care::left_out));
    const Together& guessed = *region_verdict(study, "ward-0").together;
    // The first trust's ward is seen between 5 and 9 of 18 (others between 7 and 7.2 + a third of 18), the second's is counted.
    const double mild[parts] = {5.0, 7.0, 6.0}, severe[parts] = {9.0, 5.0, 4.0};
    const auto known = [&](const double(&beds)[parts]) {
        const Scenario other = with_transfers(with_known(wards(places), beds));
        return *region_verdict(run_study(other, whole(other, Care::left_out)), "ward-0").together;
    };
    for (const Rule rule : {Rule::utilisation, Rule::service_level}) {
        CHECK(guessed.by(rule, false).need == Approx(known(mild).by(rule, false).need));
        CHECK(guessed.by(rule, true).need == Approx(known(severe).by(rule, true).need));
        CHECK(guessed.by(rule, true).p == known(severe).by(rule, true).p);
    }
}
