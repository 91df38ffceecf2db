#include "models/study/draws/use_level.hpp"

#include "models/study/scenario/counted_use.hpp"
#include "sim/numerics/elementary.hpp"

#include <algorithm>
#include <cmath>

namespace framsyn::study {
namespace {

double normal(const sim::RandomStream& stream, std::size_t index) {
    return sim::normal_quantile(stream.block(index).uniform(0));
}

/// One year's step in units of its standard deviation: a part that all trusts share, and the trust's own.
class Steps {
  public:
    Steps(const sim::RandomStream& of_service, const sim::RandomStream& own, double common)
        : of_service_(of_service), own_(own), shared_(std::sqrt(common)), alone_(std::sqrt(1.0 - common)) {}
    double operator()(std::size_t year) const {
        return shared_ * normal(of_service_, year) + alone_ * normal(own_, year);
    }

  private:
    const sim::RandomStream& of_service_;
    const sim::RandomStream& own_;
    double shared_, alone_;
};

/// Logs of the level over the last counted year's.
std::vector<double> returning_path(const LevelOfUse& level, const UseLevelInfo& info, std::size_t years,
                                   double mean_shock, const Steps& step) {
    const double memory = info.memory.value;
    const double of_step = info.spread.value * std::sqrt(1.0 - memory * memory);
    const double mean = level.mean + level.mean_sd * mean_shock;
    double away = level.last - mean;
    std::vector<double> path;
    for (std::size_t year = 1; year <= years; ++year) {
        away = memory * away + of_step * step(year);
        path.push_back(mean + away - level.last);
    }
    return path;
}

std::vector<double> walking_path(const LevelOfUse& level, const UseLevelInfo& info, std::size_t years,
                                 double start_shock, const Steps& step) {
    double at = level.walked + level.walked_sd * start_shock;
    std::vector<double> path;
    for (std::size_t year = 1; year <= years; ++year) {
        at += info.walk.value * step(year);
        path.push_back(at - level.last);
    }
    return path;
}

std::vector<double> median_path(const LevelOfUse& level, const UseLevelInfo& info, std::size_t years) {
    const double walking = level.walked - level.last;
    double away = level.last - level.mean;
    std::vector<double> path;
    for (std::size_t year = 1; year <= years; ++year) {
        away *= info.memory.value;
        const double returning = level.mean + away - level.last;
        path.push_back(info.returning.value * returning + (1.0 - info.returning.value) * walking);
    }
    return path;
}

std::vector<double> as_multiples(std::vector<double> logs, double of) {
    for (double& log : logs) log = of * sim::exp(log);
    return logs;
}

} // namespace

LevelOfUse level_of(const std::vector<CountedUse>& counted, const UseLevelInfo& info) {
    LevelOfUse level;
    std::vector<double> logs;
    for (const CountedUse& year : counted) logs.push_back(sim::log(year.bed_days / year.expected_days));
    const auto years = static_cast<double>(logs.size());
    for (const double log : logs) level.mean += log / years;
    level.last = logs.back();
    const double memory = info.memory.value;
    level.mean_sd = info.spread.value / std::sqrt(std::max(1.0, years * (1.0 - memory) / (1.0 + memory)));
    const double noise = info.noise.value * info.noise.value;
    const double walk = info.walk.value * info.walk.value;
    double variance = noise;
    level.walked = logs.front();
    for (std::size_t t = 1; t < logs.size(); ++t) {
        variance += walk;
        const double gain = variance + noise > 0.0 ? variance / (variance + noise) : 1.0;
        level.walked += gain * (logs[t] - level.walked);
        variance *= 1.0 - gain;
    }
    level.walked_sd = std::sqrt(variance);
    return level;
}

double spread_of_level(const UseLevelInfo& info, const LevelOfUse& level) {
    const double left = sim::pow(info.memory.value, static_cast<double>(info.longest_lag));
    const double about_mean = (1.0 - left) * level.mean_sd;
    const double returning = info.spread.value * info.spread.value * (1.0 - left * left) + about_mean * about_mean;
    const double walking = level.walked_sd * level.walked_sd + info.longest_lag * info.walk.value * info.walk.value;
    const double apart = level.mean + left * (level.last - level.mean) - level.walked;
    const double share = info.returning.value;
    return std::sqrt(share * returning + (1.0 - share) * walking + share * (1.0 - share) * apart * apart);
}

std::vector<double> counted_multiples(const Scenario& scenario, const ActivityInfo& activity) {
    const auto base = std::find_if(activity.counted.begin(), activity.counted.end(),
                                   [&](const CountedUse& year) { return year.year == scenario.base_year; });
    std::vector<double> multiples;
    for (auto year = base; year != activity.counted.end(); ++year) {
        if (year != base) multiples.push_back(year->bed_days / base->bed_days);
    }
    return multiples;
}

std::vector<double> level_after_counts(const Scenario& scenario, const ActivityInfo& activity,
                                       const ParameterDraw& draw) {
    const UseLevelInfo* info = level_of_use(scenario, activity);
    const std::size_t counted = last_counted(scenario, activity);
    const double later = activity.later_use.value;
    if (counted + 1 >= scenario.years()) return {};
    if (!info) return {later};
    const std::size_t years = std::min(static_cast<std::size_t>(info->longest_lag), scenario.years() - counted - 1);
    const LevelOfUse level = level_of(activity.counted, *info);
    const auto own = draw.stream("activity." + activity.id + ".level_of_use");
    const auto of_service = draw.stream("use_level." + info->id);
    if (!own || !of_service) return as_multiples(median_path(level, *info, years), later);
    const Steps step(*of_service, *own, info->common.value);
    const bool returns = of_service->block(0).uniform(0) < info->returning.value;
    const auto path = returns ? returning_path : walking_path;
    return as_multiples(path(level, *info, years, normal(*own, 0), step), later);
}

} // namespace framsyn::study
