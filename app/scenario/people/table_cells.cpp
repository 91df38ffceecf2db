#include "app/scenario/people/table_cells.hpp"

#include "app/ground/found_text.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace framsyn::app {

using demography::age_count;
using demography::Cohorts;

const std::vector<std::string> sex_ids{"female", "male"};

const TableText* TableTexts::find(const std::string& id) const {
    for (const auto& [name, text] : texts) {
        if (name == id) return &text;
    }
    return nullptr;
}

Eigen::Index age_in(const CsvTable& csv, std::size_t row, std::size_t column, Problems& problems) {
    return csv.whole(row, column, 0, static_cast<int>(demography::oldest_age), problems);
}

void put_once(double& target, double value, const CsvTable& csv, std::size_t row, Problems& problems) {
    if (!std::isnan(target)) {
        problems.add(csv.at(row, 0), {"raden gjentar en tidligere rad", "the row repeats an earlier one"});
    }
    target = value;
}

std::vector<std::string> trust_ids(const WrittenScenario& scenario) {
    std::vector<std::string> ids;
    for (const study::TrustInfo& trust : scenario.trusts) ids.push_back(trust.id);
    return ids;
}

Cohorts unread_cohorts(const WrittenScenario& scenario) {
    return Cohorts::Constant(age_count, demography::sex_count * static_cast<Eigen::Index>(scenario.trusts.size()),
                             unread);
}

Eigen::Index cohort_column(std::size_t trust, std::size_t sex) {
    return demography::column(trust, static_cast<demography::Sex>(sex));
}

Position before_missing(const CsvTable& csv, const std::vector<std::pair<std::size_t, std::string>>& key,
                        std::size_t age_column, Eigen::Index age) {
    std::vector<std::pair<std::size_t, std::string>> younger = key;
    younger.emplace_back(age_column, std::to_string(age - 1));
    const Position before = csv.last_row_with(younger);
    return before.line > csv.header().line ? before : csv.last_row_with(key);
}

void report_hole(const Cohorts& cohorts, const WrittenScenario& scenario, const CsvTable& csv, const std::string& what,
                 HoleColumns columns, Problems& problems) {
    for (Eigen::Index col = 0; col < cohorts.cols(); ++col) {
        for (Eigen::Index age = 0; age < cohorts.rows(); ++age) {
            if (!std::isnan(cohorts(age, col))) continue;
            const std::string& trust = scenario.trusts[static_cast<std::size_t>(col / demography::sex_count)].id;
            const std::string& sex = sex_ids[static_cast<std::size_t>(col % demography::sex_count)];
            columns.key.emplace_back(0, trust);
            columns.key.emplace_back(columns.sex, sex);
            problems.add(
                before_missing(csv, columns.key, columns.age, age),
                {fmt::format("{} mangler for {}, {}, {} år (ventet etter denne raden)", what, trust, sex, age),
                 fmt::format("{} is missing for {}, {}, age {} (expected after this row)", what, trust, sex, age)});
            return;
        }
    }
}

AgeSpan span_in(const CsvTable& csv, std::size_t row, std::size_t column, Problems& problems) {
    const AgeSpan span{age_in(csv, row, column, problems), age_in(csv, row, column + 1, problems)};
    if (span.from > span.to) {
        problems.add(csv.at(row, column), {fmt::format("aldersgruppen {}–{} er tom", span.from, span.to),
                                           fmt::format("the age group {}–{} is empty", span.from, span.to)});
    }
    return span;
}

AgeSpan age_group_in(const CsvTable& csv, std::size_t row, std::size_t column, Problems& problems) {
    const std::string& text = csv.cell(row, column);
    const char* end = text.data() + text.size();
    int from = 0;
    const auto [after_from, from_error] = std::from_chars(text.data(), end, from);
    std::string_view rest(after_from, static_cast<std::size_t>(end - after_from));
    int to = from;
    bool read = from_error == std::errc();
    if (read && rest == "+") {
        to = static_cast<int>(demography::oldest_age);
    } else if (read && !rest.empty()) {
        for (const std::string_view dash : {"-", "–"}) {
            if (!rest.starts_with(dash)) continue;
            rest.remove_prefix(dash.size());
            break;
        }
        const auto [after_to, to_error] = std::from_chars(rest.data(), rest.data() + rest.size(), to);
        read = to_error == std::errc() && after_to == end && rest.data() != after_from;
    }
    if (!read || from < 0 || to < from || to > demography::oldest_age) {
        problems.add(csv.at(row, column),
                     {fmt::format("«{}» er ingen aldersgruppe; ventet for eksempel 7, 5-9 eller 100+ (0 til {})",
                                  shown(text), demography::oldest_age),
                      fmt::format("\"{}\" is no age group; expected such as 7, 5-9 or 100+ (0 to {})", shown(text),
                                  demography::oldest_age)});
        return {};
    }
    return {from, to};
}

} // namespace framsyn::app
