#include "tests/backtest/report.hpp"

#include <fmt/format.h>

#include <array>

namespace framsyn::backtest {
namespace {

using demography::Sex;
using Comparisons = std::vector<const Comparison*>;

Wanted in_group(std::size_t group, int year) {
    return [=](const Cell& cell) { return cell.group == group && cell.year == year; };
}

Wanted in_area(std::size_t area, std::size_t group, int year) {
    return [=](const Cell& cell) { return cell.area == area && cell.group == group && cell.year == year; };
}

/// One line of errors: projection and rivals in persons, then in per cent.
std::string error_row(const std::string& label, const Comparisons& comparisons, const Wanted& wanted) {
    std::array<Errors, 3> errors;
    const std::array forecasts{&Cell::projected, &Cell::constant, &Cell::growth};
    for (std::size_t i = 0; i < forecasts.size(); ++i)
        errors[i] = mean_absolute_error(comparisons, forecasts[i], wanted);
    std::string row = fmt::format("| {} |", label);
    for (const Errors& error : errors) row += fmt::format(" {:.0f} |", error.persons);
    for (const Errors& error : errors) row += fmt::format(" {:.1f} |", error.percent);
    return row + "\n";
}

const char* const error_columns =
    "projection | constant | growth | projection, % | constant, % | growth, % |\n|---|---|---|---|---|---|---|\n";

std::string errors_by_age(const Comparisons& comparisons, int year) {
    std::string text =
        fmt::format("Mean absolute error on 1 January {}, 19 areas, women and men apart, persons and per "
                    "cent:\n\n| age | {}",
                    year, error_columns);
    for (std::size_t group = 0; group < age_groups().size(); ++group)
        text += error_row(age_groups()[group].name, comparisons, in_group(group, year));
    return text + "\n";
}

std::string errors_by_part(const BackTest& test, int year) {
    std::string text =
        fmt::format("The same on 1 January {} by sex and by set of areas:\n\n| cells | {}", year, error_columns);
    const Comparisons areas{&test.trusts, &test.counties};
    for (const std::size_t group : {group_67, group_80, group_all}) {
        const std::string& age = age_groups()[group].name;
        const Wanted all = in_group(group, year);
        text += error_row(age + ", women", areas, [&](const Cell& c) { return all(c) && c.sex == Sex::female; });
        text += error_row(age + ", men", areas, [&](const Cell& c) { return all(c) && c.sex == Sex::male; });
        text += error_row(age + ", four trusts", {&test.trusts}, all);
        text += error_row(age + ", 15 counties", {&test.counties}, all);
        text += error_row(age + ", 17 other trusts", {&test.other_trusts}, all);
    }
    return text + "\n";
}

/// Both sexes of an area together.
struct BothSexes {
    double observed = 0.0, projected = 0.0, constant = 0.0, growth = 0.0;

    std::string errors() const {
        std::string text;
        for (const double forecast : {projected, constant, growth})
            text += fmt::format(" {:+.1f} |", 100.0 * (forecast / observed - 1.0));
        return text;
    }
};

BothSexes sum_of(const Comparison& comparison, const Wanted& wanted) {
    BothSexes sum;
    for (const Cell& cell : comparison.cells) {
        if (!wanted(cell)) continue;
        sum.observed += cell.observed;
        sum.projected += cell.projected;
        sum.constant += cell.constant;
        sum.growth += cell.growth;
    }
    return sum;
}

std::string area_rows(const Comparison& comparison, int year) {
    std::string text;
    for (std::size_t area = 0; area < comparison.set.area_names.size(); ++area) {
        const BothSexes old = sum_of(comparison, in_area(area, group_67, year));
        const BothSexes all = sum_of(comparison, in_area(area, group_all, year));
        text += fmt::format("| {} | {:.0f} |{} {:.0f} |{}\n", comparison.set.area_names[area], old.observed,
                            old.errors(), all.observed, all.errors());
    }
    return text;
}

std::string errors_by_area(const BackTest& test) {
    std::string text =
        "By area, both sexes, 1 January 2026: persons observed, and forecast less observed in per cent of it.\n\n"
        "| area | 67+ | projection | constant | growth | all ages | projection | constant | growth |\n"
        "|---|---|---|---|---|---|---|---|---|\n| **Trusts of Helse Nord** | | | | | | | | |\n";
    text += area_rows(test.trusts, last_year) + "| **Counties** | | | | | | | | |\n";
    text += area_rows(test.counties, last_year) + "| **Other trusts** | | | | | | | | |\n";
    return text + area_rows(test.other_trusts, last_year) + "\n";
}

/// Error of the whole country, the sum of the counties, by broad age.
std::string totals(const BackTest& test) {
    struct Span {
        const char* name;
        std::size_t first, last; ///< groups
    };
    std::string text =
        "| all counties, 1 January 2026 | observed | projection | constant | growth |\n|---|---|---|---|---|\n";
    for (const Span& span : {Span{"0–9, born since", 0, 1}, Span{"10–64", 2, 12},
                             Span{"65 and over", 13, five_year_groups - 1}, Span{"all ages", group_all, group_all}}) {
        const BothSexes sum = sum_of(test.counties, [&](const Cell& cell) {
            return cell.year == last_year && span.first <= cell.group && cell.group <= span.last;
        });
        text += fmt::format("| {} | {:.0f} | {:+.0f} | {:+.0f} | {:+.0f} |\n", span.name, sum.observed,
                            sum.projected - sum.observed, sum.constant - sum.observed, sum.growth - sum.observed);
    }
    return text + "\n";
}

std::string coverage_cell(const Coverage& found) {
    return fmt::format(" {:.0f} % of {} |", found.percent(), found.cells);
}

std::string coverage_by_age(const BackTest& test) {
    std::string text =
        "Cells (area and sex) inside the 80 % band:\n\n| age | 19 areas, 2021 | 2026 | four trusts, 2026 | "
        "15 counties, 2026 | other trusts, 2026 |\n|---|---|---|---|---|---|\n";
    for (std::size_t group = 0; group < age_groups().size(); ++group) {
        text += fmt::format("| {} |", age_groups()[group].name);
        text += coverage_cell(coverage({&test.trusts, &test.counties}, in_group(group, 2021)));
        text += coverage_cell(coverage({&test.trusts, &test.counties}, in_group(group, last_year)));
        for (const Comparison* set : {&test.trusts, &test.counties, &test.other_trusts})
            text += coverage_cell(coverage({set}, in_group(group, last_year)));
        text += "\n";
    }
    return text + "\n";
}

std::string coverage_rows(const Comparison& comparison) {
    std::string text;
    for (std::size_t area = 0; area < comparison.set.area_names.size(); ++area) {
        text += fmt::format("| {} |", comparison.set.area_names[area]);
        for (const auto& [first, last] :
             {std::pair{std::size_t{0}, std::size_t{13}}, std::pair{std::size_t{14}, five_year_groups - 1},
              std::pair{group_67, group_80}})
            text += coverage_cell(coverage({&comparison}, [&, from = first, to = last](const Cell& cell) {
                return cell.area == area && from <= cell.group && cell.group <= to;
            }));
        text += "\n";
    }
    return text;
}

std::string coverage_by_area(const BackTest& test) {
    return "By area, both years and sexes, five-year groups below and above 70, and the sums 67+ and 80+:\n\n"
           "| area | 0–69 | 70 and over | 67+ and 80+ |\n|---|---|---|---|\n" +
           coverage_rows(test.trusts) + coverage_rows(test.counties) + coverage_rows(test.other_trusts) + "\n";
}

std::string sizes(const BackTest& test) {
    std::string text =
        "| size of the paths, as known in 2016 | four trusts | counties | other trusts |\n|---|---|---|---|\n";
    const auto row = [&](const char* name, double demography::DriverSpread::* size) {
        text += fmt::format("| {} | {:.3f} | {:.3f} | {:.3f} |\n", name, test.trusts.spread.*size,
                            test.counties.spread.*size, test.other_trusts.spread.*size);
    };
    row("fertility, yearly step", &demography::DriverSpread::fertility_step);
    row("mortality, yearly step", &demography::DriverSpread::mortality_step);
    row("immigration, common", &demography::DriverSpread::immigration_sd);
    row("immigration, own", &demography::DriverSpread::immigration_area_sd);
    row("immigration, memory", &demography::DriverSpread::immigration_memory);
    row("long-run level, common", &demography::DriverSpread::immigration_level_sd);
    row("long-run level, own", &demography::DriverSpread::immigration_area_level_sd);
    return text + "\n";
}

} // namespace

std::string markdown_section(const BackTest& test) {
    const Comparisons areas{&test.trusts, &test.counties};
    std::string text = "## Back-test 2016–2026\n\n";
    text += errors_by_age(areas, 2021) + errors_by_age(areas, last_year);
    text += errors_by_part(test, 2021) + errors_by_part(test, last_year);
    text += errors_by_area(test) + totals(test);
    text += sizes(test) + coverage_by_age(test) + coverage_by_area(test);
    return text;
}

} // namespace framsyn::backtest
