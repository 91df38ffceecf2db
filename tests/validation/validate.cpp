// Prints docs/validation.md: what was computed here, beside what it should be. Exit code 1 if anything is off.
#include "app/ground/disk/files.hpp"
#include "app/scenario/people/resolve_population.hpp"
#include "app/scenario/read/read_scenario.hpp"
#include "models/care/simulate.hpp"
#include "models/need/beds/erlang.hpp"
#include "models/study/draws/draw.hpp"
#include "models/study/study.hpp"
#include "tests/backtest/report.hpp"
#include "tests/migration_backtest/report.hpp"
#include "tests/models/care/care_cases.hpp"
#include "tests/use_backtest/report.hpp"
#include "tests/validation/pairing.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

using namespace framsyn;
using namespace framsyn::app;
using namespace framsyn::care::testing;

namespace {

bool everything_agrees = true;

const char* verdict(bool agrees) {
    everything_agrees = everything_agrees && agrees;
    return agrees ? "yes" : "**no**";
}

/// One line of the theory table: agreement means within four standard errors of the mean over replications.
void theory_row(const std::string& what, double theory, const Sample& simulated, int replications) {
    const bool agrees = std::abs(simulated.mean - theory) <= 4.0 * simulated.standard_error;
    fmt::print("| {} | {:.5g} | {:.5g} | {:.2g} | {} | {} |\n", what, theory, simulated.mean, simulated.standard_error,
               replications, verdict(agrees));
}

double days_of(const care::CareInputs& inputs) {
    return care::year_begin(inputs.calendar, inputs.calendar.end_year()) -
           care::year_begin(inputs.calendar, inputs.calendar.first_year);
}

void theory() {
    fmt::print("## Theory\n\nThe care model itself (one trust, one service, one unit) against formulas. The standard "
               "error is that of the mean over "
               "replications; agreement means within four of them.\n\n"
               "| case | theory | simulated | standard error | replications | agrees |\n|---|---|---|---|---|---|\n");
    const auto wait = [](const care::CareOutcome& o) {
        return total(o, &care::UnitYear::wait_sum) / total(o, &care::UnitYear::wait_count);
    };
    for (const auto& [beds, per_day, stay] :
         {std::tuple{1, 0.7, 1.0}, std::tuple{5, 0.8, 5.0}, std::tuple{20, 1.7, 10.0}}) {
        const care::CareInputs inputs = single_unit(per_day, exponential_stay(stay), beds, {care::Step::wait}, 20);
        const double load = per_day * stay;
        theory_row(fmt::format("M/M/{}, load {:.3g}: mean wait, days (Erlang C)", beds, load),
                   need::erlang_c(beds, load) * stay / (beds - load), sample(replicate(inputs, 160), wait), 160);
    }
    for (const auto& [name, stay] :
         {std::pair{"lognormal", lognormal_stay(10.0, 1.2)}, std::pair{"fixed", fixed_stay(10.0)}}) {
        const care::CareInputs inputs = single_unit(1.2, stay, 1000, {care::Step::wait});
        const double days = days_of(inputs);
        theory_row(fmt::format("M/G/∞, {} stays of 10 days, 1.2 a day: occupied beds", name), 12.0,
                   sample(replicate(inputs, 80),
                          [&](const care::CareOutcome& o) { return total(o, &care::UnitYear::occupied_time) / days; }),
                   80);
    }
    for (const auto& [name, stay] :
         {std::pair{"exponential", exponential_stay(10.0)}, std::pair{"lognormal", lognormal_stay(10.0, 1.2)}}) {
        const care::CareInputs inputs = single_unit(1.2, stay, 14, {care::Step::purchase});
        const auto bought = [](const care::CareOutcome& o) {
            const double purchased = total(o, &care::UnitYear::purchased_patients);
            return purchased / (purchased + total(o, &care::UnitYear::admissions));
        };
        theory_row(fmt::format("M/G/14/14, load 12, {} stays: share turned away (Erlang B)", name),
                   need::erlang_b(14, 12.0), sample(replicate(inputs, 80), bought), 80);
    }
    const care::CareInputs queue = single_unit(0.8, exponential_stay(5.0), 5, {care::Step::wait}, 20);
    const double days = days_of(queue);
    theory_row("Little's law: patients waiting − admissions a day × mean wait", 0.0,
               sample(replicate(queue, 160),
                      [&](const care::CareOutcome& o) {
                          return (total(o, &care::UnitYear::waiting_time) - total(o, &care::UnitYear::wait_sum)) / days;
                      }),
               160);
    fmt::print("\n");
}

void conservation(const study::Scenario& scenario, const demography::PopulationPath& path) {
    double worst = 0.0, internal = 0.0;
    for (std::size_t t = 0; t < path.components.size(); ++t) {
        const std::size_t january = path.persons.size() - 1 - path.components.size() + t;
        double moves = 0.0;
        for (std::size_t area = 0; area < scenario.trusts.size(); ++area) {
            const demography::Components& c = path.components[t][area];
            const double change = demography::persons_in_area(path.persons[january + 1], area) -
                                  demography::persons_in_area(path.persons[january], area);
            worst = std::max(worst, std::abs(change - (c.births - c.deaths + c.internal_in - c.internal_out +
                                                       c.immigration - c.emigration)));
            moves += c.internal_in - c.internal_out;
        }
        internal = std::max(internal, std::abs(moves));
    }
    constexpr double tolerance = 1e-9;
    const double scale = 200000.0; // inhabitants of the largest trust: rounding grows with them
    fmt::print("People are conserved: births − deaths + in − out differs from the change by at most {:.1g} persons in "
               "any trust and year, and internal moves sum to "
               "{:.1g} (agrees: {}).\n\n",
               worst, internal, verdict(worst < tolerance * scale && internal < tolerance * scale));
}

struct Official {
    const char* trust;
    std::array<int, 3> persons; ///< 2026, 2030, 2040
};

/// Persons in 2040 when the trusts' own levels are taken away: how much each of these assumptions does.
double persons_in_2040(WrittenScenario scenario, std::size_t area, bool local_mortality, bool local_fertility) {
    for (study::TrustInfo& trust : scenario.trusts) {
        if (!local_mortality) trust.mortality_index_female.value = trust.mortality_index_male.value = 1.0;
        if (!local_fertility) trust.fertility_index.value = 1.0;
    }
    Problems problems;
    Problems remarks;
    const demography::Projector projector(resolve_population(scenario, problems, remarks));
    return demography::persons_in_area(study::central_population(projector).on_1_january(2040), area);
}

/// Where the difference from the official projection in 2040 comes from, by named assumption.
void explained(const WrittenScenario& scenario, const demography::PopulationPath& path,
               const std::vector<Official>& official) {
    fmt::print(
        "The same in persons in 2040, by what makes it. *Start*: the vintage's error on 1 January 2026, carried on "
        "as it is. *Old-age mortality* and *fertility*: what the trust's own level does (projection with it less "
        "projection with the country's; `trust.*.mortality_index_*`, `trust.*.fertility_index`). *Rest*: mainly "
        "net migration, ours being half way from the mean of 2014–2025 to the official national path "
        "(`immigration_level`) and Statistics "
        "Norway's its own, which isn't published by trust; in the last column persons a year.\n\n"
        "| trust | ours − theirs | start | old-age mortality | fertility | rest | rest a year |\n"
        "|---|---|---|---|---|---|---|\n");
    for (const Official& row : official) {
        for (std::size_t area = 0; area < scenario.trusts.size(); ++area) {
            if (scenario.trusts[area].id != row.trust) continue;
            const double ours = demography::persons_in_area(path.on_1_january(2040), area);
            const double start = demography::persons_in_area(path.on_1_january(2026), area) - row.persons[0];
            const double mortality = ours - persons_in_2040(scenario, area, false, true);
            const double fertility = ours - persons_in_2040(scenario, area, true, false);
            const double rest = ours - row.persons[2] - start - mortality - fertility;
            fmt::print("| {} | {:+.0f} | {:+.0f} | {:+.0f} | {:+.0f} | {:+.0f} | {:+.0f} |\n",
                       scenario.trusts[area].name, ours - row.persons[2], start, mortality, fertility, rest,
                       rest / 14.0);
        }
    }
    fmt::print("\n");
}

void population(const WrittenScenario& scenario, const demography::PopulationPath& path) {
    // Statistics Norway, table 14288, 2024 vintage, main alternative MMMM, municipalities summed to trusts (CC BY 4.0).
    const std::vector<Official> official{{"finnmark", {76268, 76821, 77270}},
                                         {"unn", {196885, 198082, 199884}},
                                         {"nlsh", {141894, 142634, 143558}},
                                         {"helgeland", {78084, 77612, 76376}}};
    fmt::print("## Population\n\nThe main alternative beside Statistics Norway's own projection (table 14288, 2024 "
               "vintage, MMMM; CC BY 4.0). Ours starts from the observed "
               "1 January 2026, which that vintage already misses: part of each difference is the start.\n\n"
               "| trust | start 2026, ours − theirs | 2030 | 2040 |\n|---|---|---|---|\n");
    for (const Official& row : official) {
        for (std::size_t area = 0; area < scenario.trusts.size(); ++area) {
            if (scenario.trusts[area].id != row.trust) continue;
            fmt::print("| {} |", scenario.trusts[area].name);
            constexpr std::array years{2026, 2030, 2040};
            for (std::size_t i = 0; i < years.size(); ++i) {
                const double ours = demography::persons_in_area(path.on_1_january(years[i]), area);
                fmt::print(" {:+.1f} % |", 100.0 * (ours / row.persons[i] - 1.0));
            }
            fmt::print("\n");
        }
    }
    fmt::print("\n");
    explained(scenario, path, official);
    conservation(scenario, path);
}

void back_test() {
    const backtest::BackTest test = backtest::run_back_test(BACKTEST_TABLES);
    fmt::print("{}", backtest::markdown_section(test));
    verdict(backtest::beats_both_at_67(test));
}

void base_year(const WrittenScenario& scenario) {
    fmt::print("## The base year\n\nSimulated bed days in {} beside what Statistics Norway counted (table 13942) in "
               "the same year; within a tenth is agreement. {} "
               "replications on {} draws.\n\n| trust | service | counted | simulated | 95 % interval of the mean | "
               "ratio | agrees |\n|---|---|---|---|---|---|---|\n",
               scenario.base_year, scenario.replications, scenario.replications / 2);
    struct Counted {
        const char* trust;
        const char* service;
        double bed_days;
    };
    constexpr Counted counted[] = {{"unn", "phv", 49303},      {"nlsh", "phv", 33658},      {"finnmark", "phv", 8273},
                                   {"helgeland", "phv", 5165}, {"unn", "phbu", 3291},       {"nlsh", "phbu", 3208},
                                   {"finnmark", "phbu", 2222}, {"helgeland", "phbu", 1439}, {"unn", "tsb", 17097},
                                   {"nlsh", "tsb", 5004},      {"finnmark", "tsb", 3402},   {"helgeland", "tsb", 2081}};
    const study::Study study = study::run_study(scenario);
    for (const Counted& expected : counted) {
        for (const care::CareRow& row : study.care()) {
            if (row.trust != expected.trust || row.service != expected.service || row.year != scenario.base_year ||
                row.measure != care::Measure::bed_days)
                continue;
            const double ratio = row.value.mean / expected.bed_days;
            fmt::print("| {} | {} | {:.0f} | {:.0f} | {:.0f}–{:.0f} | {:.3f} | {} |\n", expected.trust,
                       expected.service, expected.bed_days, row.value.mean, row.value.ci_low, row.value.ci_high, ratio,
                       verdict(std::abs(ratio - 1.0) <= 0.1));
        }
    }
    fmt::print("\nThis is no prediction: need is set from these bed days (addiction treatment from the mean of 2024 "
               "and 2025). It shows that arrivals, stays and beds together "
               "give back what went in.\n\n");
}

struct SmallChange {
    double stays;
    const char* words;
};

/// Stays by less and less: fewer patients go the other way, so that less is left to chance beside the difference itself.
void pairing_of_small_changes(const WrittenScenario& scenario, std::size_t replications) {
    for (const SmallChange& small : {SmallChange{0.98, "2 %"}, SmallChange{0.99, "1 %"}, SmallChange{0.998, "0.2 %"}}) {
        const auto pairings = validation::measure_pairing(scenario, replications, {small.stays, false});
        fmt::print("Stays {} shorter everywhere:\n\n{}\nMedian: {:.1f} times narrower, of intensive care {:.1f}.\n\n",
                   small.words, validation::pairing_table(pairings), validation::median_narrowing(pairings),
                   validation::median_narrowing(validation::of_intensive_care(pairings)));
    }
}

void pairing(const WrittenScenario& scenario) {
    constexpr std::size_t replications = 100;
    constexpr double wanted = 2.0;
    const auto shorter = validation::measure_pairing(scenario, replications, {0.9, false});
    const auto more = validation::measure_pairing(scenario, replications, {1.0, true});
    fmt::print(
        "## Two scenarios beside each other\n\nHow many fewer patients are sent on or bought a place, all years "
        "together, and half the width of the 95 % interval of its mean over {} replications with the main "
        "alternative's parameters. *Paired*: the same patients with the same luck on both sides, as what-ifs are "
        "compared. *Independent*: other luck on the other side. *At most*: how many times narrower pairing can make "
        "it. "
        "Who is sent on in one scenario and not in the other is a patient who came by chance, so that the number of "
        "them, "
        "d in the mean, varies like a count of mean d if all go the same way: the limit is √((var a + var b) / |d|), "
        "about √((a + b) / |d|) for counts a and b. It is reached, and passed by a little, where one bed more is "
        "always "
        "taken: discharges come more evenly than arrivals. *Days full*: how many times narrower pairing makes the "
        "difference in days with every open bed taken, which counts no patients.\n\n"
        "Stays a tenth shorter everywhere:\n\n{}\n"
        "Median: {:.1f} times narrower; at least {:.0f} wanted: {}.\n\nOne bed more in the place. Whoever takes it "
        "would else have been sent on: the difference is itself a number of patients that chance decides, which no "
        "pairing narrows.\n\n{}\nMedian: {:.1f} times narrower.\n\nFive times is out of reach for one bed more at most "
        "places of "
        "intensive care: see *at most*. For stays a tenth shorter the limit lies above five, but some patients are "
        "sent "
        "on only because others now come in: what goes each way is left to chance too, more of it the larger the "
        "change "
        "is. From 2 % down the median is five times or more.\n\n",
        replications, validation::pairing_table(shorter), validation::median_narrowing(shorter), wanted,
        verdict(validation::median_narrowing(shorter) >= wanted), validation::pairing_table(more),
        validation::median_narrowing(more));
    pairing_of_small_changes(scenario, replications);
}

} // namespace

int main() {
    fmt::print("# Validation\n\nWritten by `./dev validate`. What is not here has not been validated: no "
               "comparison with the regional health "
               "authorities' own projection, no observed patient flows.\n\n");
    theory();
    const WrittenScenario scenario = read_scenario(DiskFiles(), SCENARIOS "/helse-nord/baseline.toml", {});
    const demography::Projector projector(scenario.demography);
    population(scenario, study::central_population(projector));
    back_test();
    fmt::print("{}\n", migration_backtest::report(MIGRATION_BACKTEST_ROOT));
    fmt::print("{}\n", use_backtest::report(USE_BACKTEST_TABLE));
    base_year(scenario);
    pairing(scenario);
    fmt::print("{}\n", everything_agrees ? "Everything above agrees." : "**Something above does not agree.**");
    return everything_agrees ? 0 : 1;
}
