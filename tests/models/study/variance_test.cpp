// What the variance of outcomes comes from, of models whose shares are known.
#include "models/study/answers/variance.hpp"
#include "models/study/moved_studies.hpp"
#include "sim/numerics/elementary.hpp"
#include "sim/numerics/random_stream.hpp"
#include "tests/catch.hpp"
#include "tests/models/study/small_region.hpp"

#include <functional>
#include <map>

using namespace framsyn;
using namespace framsyn::study;
using framsyn::study::testing::about;
using framsyn::study::testing::exactly;
using framsyn::study::testing::small_region;

namespace {

constexpr std::size_t draws = 4000;
/// Of a share at so many draws the standard error is below 1/√4000 = 0.016, and this is three of them.
constexpr double three_errors = 0.048;

/// A standard normal number of a draw, of one of the groups or (from the fifth on) of a replication's chance.
double normal(std::size_t draw, std::size_t of) {
    const sim::RandomStream stream(sim::StreamKey{1, static_cast<std::uint32_t>(draw), 999, of});
    return sim::normal_quantile(stream.block(0).uniform(0));
}

/// An outcome of a draw's five groups and a replication's chance.
using Model = std::function<double(const std::array<double, 5>& groups, double chance)>;

/// Two replications of every draw; one group from the draw before it where one is named.
DrawnOutcomes outcomes_of(const Model& model, std::optional<std::size_t> moved = {}) {
    std::vector<double> values;
    for (std::size_t k = 0; k < draws; ++k) {
        std::array<double, 5> groups{};
        for (std::size_t g = 0; g < groups.size(); ++g) groups[g] = normal(g == moved ? (k + draws - 1) % draws : k, g);
        for (std::size_t r = 0; r < 2; ++r) values.push_back(model(groups, normal(k, 5 + r)));
    }
    return DrawnOutcomes::of(values, 2);
}

VarianceShares shares_of(const Model& model) {
    VarianceEstimate estimate(outcomes_of(model));
    for (const Named<VarianceGroup>& group : variance_groups)
        estimate.take(group.value, outcomes_of(model, static_cast<std::size_t>(group.value)));
    return estimate.shares();
}

double sum_of(const VarianceShares& shares) {
    double sum = shares.chance + shares.interaction;
    for (const double share : shares.group) sum += share;
    return sum;
}

} // namespace

TEST_CASE("the shares of an additive model are those of its terms, within three standard errors") {
    // Variances 9, 4, 0, 1, 0 and 2 of chance, of 16 in all.
    const VarianceShares shares = shares_of([](const std::array<double, 5>& g, double chance) {
        return 100.0 + 3.0 * g[0] + 2.0 * g[1] + g[3] + 1.4142135623730951 * chance;
    });
    CHECK(std::abs(shares.group[0] - 9.0 / 16.0) < three_errors);
    CHECK(std::abs(shares.group[1] - 4.0 / 16.0) < three_errors);
    CHECK(shares.group[2] == 0.0); // what does nothing has nothing, exactly
    CHECK(std::abs(shares.group[3] - 1.0 / 16.0) < three_errors);
    CHECK(shares.group[4] == 0.0);
    CHECK(std::abs(shares.chance - 2.0 / 16.0) < three_errors);
    CHECK(std::abs(shares.interaction) < three_errors);
    CHECK(std::abs(sum_of(shares) - 1.0) < 1e-12);
}

TEST_CASE("a group that does all has all, and chance alone is chance") {
    const VarianceShares all = shares_of([](const std::array<double, 5>& g, double) { return g[4] * g[4] * g[4]; });
    CHECK(std::abs(all.group[4] - 1.0) < 1e-3);
    CHECK(all.chance == 0.0);
    const VarianceShares luck = shares_of([](const std::array<double, 5>&, double chance) { return chance; });
    CHECK(std::abs(luck.chance - 1.0) < three_errors);
    for (const double share : luck.group) CHECK(share == 0.0);
}

TEST_CASE("what two groups only do together is interaction") {
    const VarianceShares shares = shares_of([](const std::array<double, 5>& g, double) { return g[0] * g[1]; });
    // Products of normals have heavy tails: twice the error.
    CHECK(std::abs(shares.group[0]) < 2.0 * three_errors);
    CHECK(std::abs(shares.group[1]) < 2.0 * three_errors);
    CHECK(std::abs(shares.interaction - 1.0) < 4.0 * three_errors);
    CHECK(std::abs(sum_of(shares) - 1.0) < 1e-12);
}

TEST_CASE("outcomes that are all the same have no shares") {
    CHECK_FALSE(VarianceEstimate(DrawnOutcomes::of({2.0, 2.0, 2.0}, 1)).varies());
    CHECK_FALSE(VarianceEstimate(DrawnOutcomes::of({2.0}, 1)).varies());
    CHECK_FALSE(VarianceEstimate(DrawnOutcomes::of(std::vector<double>(12, 7.1), 1)).varies()); // whose sum is rounded
    CHECK_THROWS_AS(DrawnOutcomes::of({1.0, 2.0, 3.0}, 2), std::invalid_argument);
}

TEST_CASE("a number's group follows from its address") {
    CHECK(group_of("flow.a-b.level") == VarianceGroup::level);
    CHECK(group_of("activity.unn-phv.bed_days") == VarianceGroup::level);
    CHECK(group_of("service.dps.level") == VarianceGroup::level);
    CHECK(group_of("service.dps.emergency_share") == VarianceGroup::rates);
    CHECK(group_of("stay.dps.mean") == VarianceGroup::stays);
    CHECK(group_of("factor.home.effect") == VarianceGroup::factors);
    CHECK(group_of("stock.domte.growth") == VarianceGroup::factors);
    CHECK(group_of("action.level.beds") == VarianceGroup::factors);
}

namespace {

/// Need is the service's level times the same people, and a stock that grows: two terms.
Scenario two_terms() {
    Scenario region = small_region();
    region.driver_spread = {};
    for (FlowInfo& flow : region.flows) flow.level = exactly(1.0);
    StockInfo stock;
    stock.id = "sentenced";
    stock.service = ServiceId(0);
    stock.trust = TrustId(0);
    stock.growth = about(0.05, 0.01, 0.09, "stock.sentenced.growth");
    region.stocks = {stock};
    return region;
}

} // namespace

TEST_CASE("a study of two terms has their shares") {
    constexpr std::size_t many = 1000;
    const Scenario region = two_terms();
    const Study study = run_study(region, {{0, many}, {}, People::left_out});
    const std::size_t last = region.years() - 1;
    const CellNeed& cell = study.need().front();
    VarianceEstimate estimate(DrawnOutcomes::of(cell.bed_days.draws_of(last), 1));
    std::map<VarianceGroup, int> moved;
    for_each_moved(study, [&](VarianceGroup group, const Study& other) {
        ++moved[group];
        estimate.take(group, DrawnOutcomes::of(other.need().front().bed_days.draws_of(last), 1));
    });
    CHECK(moved.count(VarianceGroup::demography) == 0); // there is one population
    CHECK(moved[VarianceGroup::level] == 1);
    const VarianceShares shares = estimate.shares();
    // A level of 1 ± 0.1 and a growth of 0.05 ± 0.04 beds a year, both with 95 %: standard deviations by 1.96. Days without the
    // stock from the main alternative at its level, the stock's are four years of growth in the 366 days of 2024.
    const Scenario main = [&] {
        Scenario without = region;
        without.stocks.clear();
        return without;
    }();
    const Study central = study_of(main, central_sample(main, demography::Projector(main.demography)), std::nullopt);
    const double level = central.need().front().bed_days.draws_of(last).front() * 0.1;
    const double growth = 4.0 * 366.0 * 0.04;
    const double of_level = level * level / (level * level + growth * growth);
    INFO(of_level);
    constexpr double three = 0.095; // 3/√1000
    CHECK(std::abs(shares.group[static_cast<std::size_t>(VarianceGroup::level)] - of_level) < three);
    CHECK(std::abs(shares.group[static_cast<std::size_t>(VarianceGroup::factors)] - (1.0 - of_level)) < three);
    CHECK(std::abs(shares.interaction) < three);
    CHECK(shares.chance == 0.0);
}

TEST_CASE("care's chance is what the two replications of a draw differ by, and stays matter only there") {
    Scenario region = two_terms();
    region.stays.front().mean = about(10.0, 6.0, 14.0, "stay.akutt.mean");
    const Study study = run_study(region, {{0, 20}, {0, 40}, People::left_out});
    std::vector<VarianceGroup> groups;
    for_each_moved(study, [&](VarianceGroup group, const Study& other) {
        groups.push_back(group);
        const bool same_need = other.need().front().bed_days.draws_of(2) == study.need().front().bed_days.draws_of(2);
        CHECK(same_need == (group == VarianceGroup::stays));
        const auto admissions = [](const Study& of, std::size_t replication) {
            return care::measures_of(of.care_sample().frame, care::sums_of(of.care_sample().frame), 0,
                                     of.care_sample().outcomes[replication],
                                     2)[static_cast<std::size_t>(care::Measure::admissions)];
        };
        bool differs = false;
        for (std::size_t r = 0; r < 40; ++r) differs = differs || admissions(study, r) != admissions(other, r);
        CHECK(differs);
    });
    CHECK(groups == std::vector{VarianceGroup::level, VarianceGroup::stays, VarianceGroup::factors});
}
