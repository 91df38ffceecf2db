#include "app/scenario/people/age_group_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace framsyn::app {
namespace {

/// Puts the groups in order of age and reports what doesn't follow on.
void order_groups(GroupedNumbers& list, const CsvTable& csv, std::size_t age_column, Ages ages, Problems& problems) {
    std::vector<std::size_t> order(list.groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return list.groups[a].from < list.groups[b].from; });
    GroupedNumbers sorted = list;
    for (std::size_t i = 0; i < order.size(); ++i) {
        sorted.groups[i] = list.groups[order[i]];
        sorted.numbers[i] = list.numbers[order[i]];
        sorted.rows[i] = list.rows[order[i]];
    }
    list = std::move(sorted);
    Eigen::Index next = ages == Ages::all ? 0 : list.groups.front().from;
    for (std::size_t i = 0; i < list.groups.size(); ++i) {
        const Eigen::Index from = list.groups[i].from;
        if (from > next) {
            problems.add(csv.at(list.rows[i], age_column),
                         {fmt::format("alder {} til {} mangler før denne raden", next, from - 1),
                          fmt::format("ages {} to {} are missing before this row", next, from - 1)});
            return;
        }
        if (from < next) {
            problems.add(csv.at(list.rows[i], age_column), {fmt::format("alder {} står også i en annen rad", from),
                                                            fmt::format("age {} stands in another row too", from)});
            return;
        }
        next = list.groups[i].to + 1;
    }
    if (ages == Ages::all && next != demography::age_count) {
        problems.add(
            csv.at(list.rows.back(), age_column),
            {fmt::format("alder {} og over mangler etter denne raden (den eldste gruppen skrives som {}+)", next, next),
             fmt::format("ages {} and over are missing after this row (the oldest group is written {}+)", next, next)});
    }
}

/// Female, male, or both where a total may be of both.
std::size_t sex_in(const CsvTable& csv, std::size_t row, const GroupedColumns& columns, bool total,
                   Problems& problems) {
    if (!columns.has_sex) return 0;
    if (!columns.has_totals || csv.cell(row, columns.sex) != "both")
        return csv.index(row, columns.sex, sex_ids, problems);
    if (!total) {
        problems.add(csv.at(row, columns.sex),
                     {"both kan bare stå der age er all; ventet female eller male for en aldersgruppe",
                      "both can only stand where age is all; expected female or male for an age group"});
    }
    return demography::sex_count;
}

} // namespace

std::vector<GroupedNumbers> read_grouped(const CsvTable& csv, const WrittenScenario& scenario,
                                         const GroupedColumns& columns, double min, double max, Ages ages,
                                         Problems& problems) {
    std::vector<GroupedNumbers> lists;
    std::map<std::tuple<std::size_t, std::size_t, int>, std::size_t> index;
    const std::vector<std::string> trusts = trust_ids(scenario);
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const std::size_t trust = csv.index(row, 0, trusts, problems);
        const auto from_year = csv.whole(row, columns.from_year, 1500, 2200, problems);
        int to_year = from_year + 1;
        if (columns.to_year != columns.from_year) {
            to_year = csv.whole(row, columns.to_year, 1500, 2300, problems);
            if (to_year <= from_year) {
                problems.add(csv.at(row, columns.to_year), {"perioden er tom: to_year må være etter from_year",
                                                            "the period is empty: to_year must be after from_year"});
            }
        }
        const bool total = columns.has_totals && csv.cell(row, columns.age) == "all";
        const std::size_t sex = sex_in(csv, row, columns, total, problems);
        const AgeSpan span = total ? AgeSpan{0, demography::oldest_age} : age_group_in(csv, row, columns.age, problems);
        const double number = csv.number(row, columns.number, min, max, problems);
        const auto [found, fresh] = index.try_emplace({trust, sex, from_year}, lists.size());
        if (fresh) lists.push_back({trust, sex, from_year, to_year, {}, {}, {}, csv.at(row, 0), total});
        GroupedNumbers& list = lists[found->second];
        if (list.to_year != to_year) {
            problems.add(csv.at(row, columns.to_year),
                         {fmt::format("perioden {}–{} slutter i {} i en annen rad", from_year, to_year, list.to_year),
                          fmt::format("the period {}–{} ends in {} in another row", from_year, to_year, list.to_year)});
        }
        list.groups.push_back({span.from, span.to});
        list.numbers.push_back(number);
        list.rows.push_back(row);
    }
    if (!problems.empty()) return {};
    for (GroupedNumbers& list : lists) order_groups(list, csv, columns.age, ages, problems);
    return lists;
}

} // namespace framsyn::app
