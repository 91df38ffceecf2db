#include "sim/experiment/sequential.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>

namespace framsyn::sim {
namespace {

void check(std::span<const Precision> wanted, const SequentialOptions& options) {
    const auto asks = [](const Precision& precision) {
        return precision.absolute >= 0.0 && precision.relative >= 0.0 && precision.absolute + precision.relative > 0.0;
    };
    if (wanted.empty() || !std::all_of(wanted.begin(), wanted.end(), asks))
        throw std::invalid_argument("run_until_precise: every measure needs a positive half-width");
    if (options.round < 2 || options.maximum < options.round)
        throw std::invalid_argument("run_until_precise: needs rounds of at least 2, and at least one round");
    if (!(options.confidence > 0.0 && options.confidence < 1.0))
        throw std::invalid_argument("run_until_precise: the confidence must lie between 0 and 1");
}

std::vector<double> checked(std::vector<double> values, std::size_t measures) {
    if (values.size() != measures)
        throw std::length_error("gave " + std::to_string(values.size()) + " values for " + std::to_string(measures) +
                                " measures");
    return values;
}

void append(ExperimentReport& all, ExperimentReport round, bool first) {
    all.completed.insert(all.completed.end(), round.completed.begin(), round.completed.end());
    std::move(round.failures.begin(), round.failures.end(), std::back_inserter(all.failures));
    all.cancelled = round.cancelled;
    all.threads_used = first ? round.threads_used : std::max(all.threads_used, round.threads_used);
    all.threads_asked = round.threads_asked;
    all.threads_started = first ? round.threads_started : std::min(all.threads_started, round.threads_started);
}

bool is_reached(const MeanInterval& interval, const Precision& wanted) {
    return interval.half_width <= wanted.absolute || interval.half_width <= wanted.relative * std::fabs(interval.mean);
}

} // namespace

SequentialResult run_until_precise(std::span<const Precision> wanted,
                                   const std::function<std::vector<double>(std::size_t)>& trial,
                                   const SequentialOptions& options) {
    check(wanted, options);
    SequentialResult result;
    result.level = 1.0 - (1.0 - options.confidence) / static_cast<double>(wanted.size());
    result.measures.resize(wanted.size());
    std::vector<Tally> tallies(wanted.size());
    ExperimentOptions round = options.experiment;
    for (;;) {
        const std::size_t before = result.replications;
        round.first_trial = before;
        if (options.experiment.progress)
            round.progress = [&](std::size_t done, std::size_t) {
                options.experiment.progress(before + done, options.maximum);
            };
        auto experiment = run_experiment<std::vector<double>>(
            std::min(options.round, options.maximum - before),
            [&](std::size_t index) { return checked(trial(index), wanted.size()); }, round);
        for (const std::vector<double>& values : experiment.results)
            for (std::size_t i = 0; i < values.size(); ++i) tallies[i].add(values[i]);
        result.replications += experiment.results.size();
        std::move(experiment.results.begin(), experiment.results.end(), std::back_inserter(result.values));
        append(result.report, std::move(experiment.report), before == 0);

        bool all_reached = true;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            result.measures[i].interval = mean_interval(tallies[i], result.level);
            result.measures[i].reached = is_reached(result.measures[i].interval, wanted[i]);
            all_reached = all_reached && result.measures[i].reached;
        }
        if (result.report.cancelled) {
            result.end = SequentialEnd::cancelled;
        } else if (!result.report.failures.empty()) {
            result.end = SequentialEnd::failed;
        } else if (all_reached) {
            result.end = SequentialEnd::reached;
        } else if (result.replications < options.maximum) {
            continue;
        }
        return result;
    }
}

} // namespace framsyn::sim
