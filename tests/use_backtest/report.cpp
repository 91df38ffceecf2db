#include "tests/use_backtest/report.hpp"

#include "tests/use_backtest/scores.hpp"

#include <fmt/format.h>

#include <cmath>

namespace framsyn::use_backtest {
namespace {

/// Student's t, 97.5 %, 20 and 6 degrees of freedom: series − 1 of all services together and of one.
double t_975(std::size_t series) {
    return series > 10 ? 2.086 : 2.447;
}

struct Choice {
    const char* name;
    Chosen of;
};

bool in_pandemic(const Scored& each) {
    return each.target == 2020 || each.target == 2021;
}

std::vector<Choice> choices() {
    return {{"all", [](const Scored&) { return true; }},
            {"no break between", [](const Scored& each) { return !each.after_break; }},
            {"over a break", [](const Scored& each) { return each.after_break; }},
            {"without 2020–21", [](const Scored& each) { return !in_pandemic(each); }},
            {"one year on", [](const Scored& each) { return each.target - each.origin == 1; }},
            {"five and six years on", [](const Scored& each) { return each.target - each.origin >= 5; }}};
}

using All = std::array<std::vector<Scored>, methods>;

std::string percent(const Mean& mean) {
    const double half = t_975(mean.series) * mean.error;
    return fmt::format("{:.0f} ({:.0f}–{:.0f})", 100.0 * mean.value, 100.0 * std::max(0.0, mean.value - half),
                       100.0 * std::min(1.0, mean.value + half));
}

std::string table_of(const All& all, const std::vector<Choice>& rows) {
    std::string text = "| forecasts | measure |";
    for (const char* name : method_names) text += fmt::format(" {} |", name);
    text += "\n|---|---|" + std::string("---|---|---|---|---|") + "\n";
    for (const Choice& row : rows) {
        std::string crps =
            fmt::format("| {} ({}) | CRPS, log units × 100 |", row.name, mean_crps(all[0], row.of).forecasts);
        std::string score = "| | log score |";
        std::string cover = "| | % inside the 80 % band |";
        for (const std::vector<Scored>& of : all) {
            const Mean error = mean_crps(of, row.of);
            crps += fmt::format(" {:.2f} ± {:.2f} |", 100.0 * error.value, 100.0 * error.error);
            score += fmt::format(" {:.2f} |", mean_log_score(of, row.of).value);
            cover += fmt::format(" {} |", percent(coverage(of, row.of)));
        }
        text += crps + "\n" + score + "\n" + cover + "\n";
    }
    return text;
}

std::vector<Choice> by_service(const std::vector<UseSeries>& series) {
    std::vector<Choice> rows;
    for (const char* service : {"phv", "phbu", "tsb"}) {
        rows.push_back(
            {service, [&series, service](const Scored& each) { return series[each.series].service == service; }});
    }
    return rows;
}

/// What the candidates say in 2025 of ten years on: half the 80 % band, in per cent.
std::string widths(const std::vector<UseSeries>& series) {
    std::string text = "| service | spread s, % | memory φ | walk √q, % | noise √r, % | common share of a step, % | "
                       "80 % band one year on, ± % | five | six |\n|---|---|---|---|---|---|---|---|---|\n";
    for (const char* service : {"phv", "phbu", "tsb"}) {
        Levels levels;
        for (const UseSeries& of : series) {
            if (of.service != service) continue;
            std::vector<double>& years = levels.emplace_back();
            for (int year = first_year; year <= last_year; ++year) years.push_back(of.level(year));
        }
        const WalkAndNoise walk = walk_and_noise(levels);
        const auto band = [&](int horizon) {
            const auto half = [](const std::vector<Forecast>& of) {
                return 100.0 * std::expm1(1.2815515655446004 * of.front().sd);
            };
            return fmt::format("{:.0f} / {:.0f} / {:.0f}", half(constant(levels, horizon)),
                               half(returning(levels, horizon)), half(walking(levels, horizon)));
        };
        text +=
            fmt::format("| {} | {:.1f} | {:.2f} | {:.1f} | {:.1f} | {:.0f} | {} | {} | {} |\n", service,
                        100.0 * std::sqrt(pooled_variance(levels)), pooled_memory(levels), 100.0 * std::sqrt(walk.walk),
                        100.0 * std::sqrt(walk.noise), 100.0 * common_share(levels), band(1), band(5), band(6));
    }
    return text + "\nBands are of the candidates in order: constant / returning / walking, of a single trust's count "
                  "from 2025 on. The common share is the mean covariance of two trusts' yearly changes over their mean "
                  "variance; it isn't scored.\n";
}

} // namespace

std::string report(const std::string& table) {
    const std::vector<UseSeries> series = read_series(table);
    All all;
    for (int method = 0; method < methods; ++method)
        all[static_cast<std::size_t>(method)] = scored(series, static_cast<Method>(method));
    std::string text = "## The level of use 2015–2025 (tests/use_backtest)\n\nMethod, data and breaks: "
                       "tests/use_backtest/README.md, written "
                       "before the run. Not blind: the numbers were known. Means over series of means over their "
                       "forecasts, ± one standard "
                       "error between series; smaller is better, but for the 80 % band.\n\n";
    text += table_of(all, choices()) + "\n" + table_of(all, by_service(series)) + "\n";
    const std::array<double, candidates> weight = weights(series);
    text +=
        fmt::format("Weights of the candidates as registered: constant {:.2f}, returning {:.2f}, walking {:.2f}.\n\n",
                    weight[0], weight[1], weight[2]);
    return text + widths(series);
}

} // namespace framsyn::use_backtest
