#include "models/study/draws/use_level.hpp"

#include "models/need/need.hpp"
#include "models/study/draws/counted_year.hpp"
#include "models/study/draws/draw.hpp"
#include "models/study/scenario/counted_use.hpp"
#include "models/study/study.hpp"
#include "sim/numerics/elementary.hpp"
#include "tests/catch.hpp"
#include "tests/models/study/small_region.hpp"

#include <algorithm>
#include <cmath>

using namespace framsyn;
using namespace framsyn::study;
using namespace framsyn::study::testing;

namespace {

/// A count of the service at every trust in 2018–2021, base year 2020, whose logs over expected days are given.
Scenario counted_region(const std::vector<double>& logs) {
    Scenario region = small_region();
    UseLevelInfo level;
    level.id = "akutt";
    level.service = {"akutt", {ServiceId(0)}, false};
    level.returning = exactly(0.5);
    level.spread = exactly(0.08);
    level.memory = exactly(0.6);
    level.walk = exactly(0.03);
    level.noise = exactly(0.05);
    level.common = exactly(0.2);
    level.longest_lag = 2;
    region.use_levels = {level};
    const std::vector<std::vector<double>> occupied = occupied_beds_in_base_year(region);
    for (std::size_t t = 0; t < 2; ++t) {
        ActivityInfo activity;
        activity.id = region.trusts[t].id + "-akutt";
        activity.trust = TrustId(t);
        activity.service = level.service;
        const double expected = occupied[t][0] * days_in_year(region.base_year);
        for (std::size_t y = 0; y < logs.size(); ++y) {
            const int year = 2018 + static_cast<int>(y);
            activity.counted.push_back({year, expected * sim::exp(logs[y]), expected, {}, {}});
            if (year == region.base_year) activity.bed_days = exactly(activity.counted.back().bed_days);
        }
        region.activities.push_back(activity);
    }
    return region;
}

const std::vector<double> up_and_down{0.0, 0.1, -0.05, 0.15};

double spread_of_logs(const Scenario& region, std::size_t year, double& mean) {
    std::vector<double> logs;
    for (std::uint32_t k = 0; k < 20000; ++k)
        logs.push_back(sim::log(
            level_after_counts(region, region.activities.front(), ParameterDraw::number(region.seed, k))[year - 1]));
    mean = 0.0;
    for (const double log : logs) mean += log / static_cast<double>(logs.size());
    double squares = 0.0;
    for (const double log : logs) squares += (log - mean) * (log - mean);
    return std::sqrt(squares / static_cast<double>(logs.size() - 1));
}

} // namespace

TEST_CASE("the level of counted years is their mean, and a walk filtered by hand", "[level]") {
    const Scenario region = counted_region({0.0, 0.3});
    const LevelOfUse level = level_of(region.activities.front().counted, region.use_levels.front());
    CHECK(level.mean == Approx(0.15));
    CHECK(level.last == Approx(0.3));
    // Two years of memory .6 count as 2 × .4 / 1.6 = .5, at least one.
    CHECK(level.mean_sd == Approx(0.08));
    // Variance .0025 + .0009 = .0034 before the second count, gain .0034 / .0059.
    CHECK(level.walked == Approx(0.3 * 0.0034 / 0.0059));
    CHECK(level.walked_sd == Approx(std::sqrt(0.0034 * 0.0025 / 0.0059)));
}

TEST_CASE("a returning level has the mean and spread of an AR(1) path with an uncertain mean", "[level]") {
    Scenario region = counted_region(up_and_down);
    region.use_levels.front().returning = exactly(1.0);
    const LevelOfUse level = level_of(region.activities.front().counted, region.use_levels.front());
    for (const std::size_t year : {1U, 2U}) {
        double mean = 0.0;
        const double spread = spread_of_logs(region, year, mean);
        const double left = std::pow(0.6, static_cast<double>(year));
        const double sd = std::sqrt(0.08 * 0.08 * (1.0 - left * left) + std::pow((1.0 - left) * level.mean_sd, 2));
        CHECK(std::abs(mean - (1.0 - left) * (level.mean - level.last)) < 4.0 * sd / std::sqrt(20000.0));
        CHECK(spread == Approx(sd).epsilon(0.02)); // 4 standard errors of a standard deviation of 20 000: 2 %
    }
}

TEST_CASE("a walking level spreads with the years", "[level]") {
    Scenario region = counted_region(up_and_down);
    region.use_levels.front().returning = exactly(0.0);
    const LevelOfUse level = level_of(region.activities.front().counted, region.use_levels.front());
    for (const std::size_t year : {1U, 2U}) {
        double mean = 0.0;
        const double spread = spread_of_logs(region, year, mean);
        const double sd = std::sqrt(level.walked_sd * level.walked_sd + 0.03 * 0.03 * static_cast<double>(year));
        CHECK(std::abs(mean - (level.walked - level.last)) < 4.0 * sd / std::sqrt(20000.0));
        CHECK(spread == Approx(sd).epsilon(0.02));
    }
}

TEST_CASE("the level stands still after the longest lag that was scored", "[level]") {
    const Scenario region = counted_region(up_and_down);
    CHECK(last_counted(region, region.activities.front()) == 1);
    const auto level = level_after_counts(region, region.activities.front(), ParameterDraw::number(1, 3));
    CHECK(level.size() == 2);
    CHECK(level_after_counts(region, region.activities.front(), ParameterDraw::number(1, 3)) == level);
}

TEST_CASE("trusts share the part of a step that is common, and the model that rules", "[level]") {
    Scenario region = counted_region(up_and_down);
    region.use_levels.front().common = exactly(1.0);
    region.use_levels.front().returning = exactly(0.0);
    const auto change = [&](std::size_t activity, std::uint32_t k) {
        const auto path =
            level_after_counts(region, region.activities[activity], ParameterDraw::number(region.seed, k));
        return sim::log(path[1] / path[0]);
    };
    for (std::uint32_t k = 0; k < 20; ++k) CHECK(change(0, k) == Approx(change(1, k)));
    region.use_levels.front().common = exactly(0.0);
    CHECK(change(0, 1) != Approx(change(1, 1)));
}

TEST_CASE("need is the count in counted years in every draw, and varies from the next one on", "[level]") {
    const Scenario region = counted_region(up_and_down);
    const Study study = run_study(region, whole(region, Care::left_out));
    for (const CellNeed& cell : study.need()) {
        if (cell.cell.service.id != "akutt" || !cell.cell.trust.is_trust()) continue;
        const ActivityInfo& activity = region.activities[cell.cell.trust.trust().index()];
        for (std::size_t k = 0; k < 8; ++k) {
            CHECK(cell.bed_days.at(0, k) == Approx(activity.counted[2].bed_days));
            CHECK(cell.bed_days.at(1, k) == Approx(activity.counted[3].bed_days));
        }
        CHECK(cell.bed_days.at(2, 0) != Approx(cell.bed_days.at(2, 1)).epsilon(1e-3));
    }
}

TEST_CASE("another base count moves the later counts in proportion", "[level]") {
    const Scenario region = counted_region(up_and_down);
    Scenario more = region;
    more.activities.front().bed_days->value *= 1.2;
    const demography::Projector projector(region.demography);
    const need::NeedPath before = central_draw(region, projector).need, after = central_draw(more, projector).need;
    for (std::size_t t = 0; t < region.years(); ++t) CHECK(after.bed_days[0][t] == Approx(1.2 * before.bed_days[0][t]));
}

TEST_CASE("a stock grows from the last counted year", "[level]") {
    Scenario region = counted_region(up_and_down);
    StockInfo stock;
    stock.id = "domte";
    stock.service = ServiceId(0);
    stock.trust = TrustId(0);
    stock.growth = exactly(0.5);
    const demography::Projector projector(region.demography);
    const need::NeedPath before = central_draw(region, projector).need;
    region.stocks = {stock};
    const need::NeedPath after = central_draw(region, projector).need;
    const auto beds_more = [&](std::size_t t) {
        double days = 0.0;
        for (std::size_t f = 0; f < region.flows.size(); ++f) days += after.bed_days[f][t] - before.bed_days[f][t];
        return days / days_in_year(region.base_year + static_cast<int>(t));
    };
    CHECK(beds_more(1) == Approx(0.0).margin(1e-9));
    CHECK(beds_more(2) == Approx(0.5));
    CHECK(beds_more(4) == Approx(1.5));
}

TEST_CASE("Parts start from the last counted year and sum to the gap, the level among them", "[level][parts]") {
    Scenario region = counted_region(up_and_down);
    StockInfo stock;
    stock.id = "domte";
    stock.service = ServiceId(0);
    stock.trust = TrustId(0);
    stock.growth = about(0.3, 0.2, 0.6, "stock.domte.growth");
    region.stocks = {stock};
    FactorInfo factor;
    factor.id = "ny";
    factor.services = {ServiceId(0)};
    factor.effect = about(0.1, 0.0, 0.2, "factor.ny.effect");
    factor.when = {{2020, 1, 1}, {2024, 1, 1}, {}};
    region.factors = {factor};
    const Study study = run_study(region, whole(region, Care::left_out));
    int seen = 0;
    for (const CellParts& parts : study.gap_parts()) {
        const CellNeed& need = study.need()[parts.cell];
        if (need.cell.service.id != "akutt") continue;
        CHECK(parts.start == 1);
        for (std::size_t t = parts.start; t < region.years(); ++t) {
            const int year = region.base_year + static_cast<int>(t);
            const double beds = study.capacity().staffed_sum(need.cell.trust, need.cell.service.services, year)->mean;
            for (std::size_t k = 0; k < 8; ++k) {
                double sum = parts.reserve(Rule::utilisation).at(t, k);
                for (const GapPart& part : parts.parts) {
                    sum += part.beds.at(t, k);
                    if (part.name == "level" && t > parts.start) seen += part.beds.at(t, k) != 0.0 ? 1 : 0;
                }
                CHECK(std::abs(sum - (beds - need.beds(Rule::utilisation).at(t, k))) < 1e-9);
            }
        }
    }
    CHECK(seen > 0);
}
