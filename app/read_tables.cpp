#include "app/read_tables.hpp"

#include "app/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace framsyn::app {
namespace {

using demography::age_count;
using demography::AgeSexTable;
using demography::Cohorts;

const std::vector<std::string> sexes{"female", "male"};
constexpr double most_persons = 1e8;
const double unread = std::numeric_limits<double>::quiet_NaN();

Eigen::Index age_in(const CsvTable& csv, std::size_t row, std::size_t column, Problems& problems) {
    const double age = csv.number(row, column, 0, static_cast<double>(demography::oldest_age), problems);
    if (age != std::floor(age)) {
        problems.add(csv.at(row, column), {fmt::format("alder {} er ikke et helt tall", csv.cell(row, column)),
                                           fmt::format("age {} is not a whole number", csv.cell(row, column))});
    }
    return static_cast<Eigen::Index>(age);
}

/// Puts a cell in place; a second one for the same place is a mistake.
void place(double& target, double value, const CsvTable& csv, std::size_t row, Problems& problems) {
    if (!std::isnan(target)) {
        problems.add(csv.at(row, 0), {"raden gjentar en tidligere rad", "the row repeats an earlier one"});
    }
    target = value;
}

std::vector<std::string> trust_ids(const Scenario& scenario) {
    std::vector<std::string> ids;
    for (const TrustInfo& trust : scenario.trusts) ids.push_back(trust.id);
    return ids;
}

Cohorts unread_cohorts(const Scenario& scenario) {
    return Cohorts::Constant(age_count, demography::sex_count * static_cast<Eigen::Index>(scenario.trusts.size()),
                             unread);
}

Eigen::Index cohort_column(std::size_t trust, std::size_t sex) {
    return demography::column(trust, static_cast<demography::Sex>(sex));
}

/// The row before the one that is missing for an age: that of the year younger, or the last with the same key.
Position before_missing(const CsvTable& csv, const std::vector<std::pair<std::size_t, std::string>>& key,
                        std::size_t age_column, Eigen::Index age) {
    std::vector<std::pair<std::size_t, std::string>> younger = key;
    younger.emplace_back(age_column, std::to_string(age - 1));
    const Position before = csv.last_row_with(younger);
    return before.line > 1 ? before : csv.last_row_with(key);
}

/// Reports the first hole of a table by trust, sex and age; key holds what else picks the rows (a year).
void report_hole(const Cohorts& cohorts, const Scenario& scenario, const CsvTable& csv, const std::string& what,
                 std::size_t sex_column, std::size_t age_column, std::vector<std::pair<std::size_t, std::string>> key,
                 Problems& problems) {
    for (Eigen::Index col = 0; col < cohorts.cols(); ++col) {
        for (Eigen::Index age = 0; age < cohorts.rows(); ++age) {
            if (!std::isnan(cohorts(age, col))) continue;
            const std::string& trust = scenario.trusts[static_cast<std::size_t>(col / demography::sex_count)].id;
            const std::string& sex = sexes[static_cast<std::size_t>(col % demography::sex_count)];
            key.emplace_back(0, trust);
            key.emplace_back(sex_column, sex);
            problems.add(
                before_missing(csv, key, age_column, age),
                {fmt::format("{} mangler for {}, {}, {} år (ventet etter denne raden)", what, trust, sex, age),
                 fmt::format("{} is missing for {}, {}, age {} (expected after this row)", what, trust, sex, age)});
            return;
        }
    }
}

void read_population(Scenario& scenario, const TableText& source, Problems& problems) {
    const CsvTable csv(source.text, source.file, {"trust", "year", "sex", "age", "persons"}, problems);
    if (csv.rows() == 0) return;
    const std::vector<std::string> trusts = trust_ids(scenario);
    int last = 0;
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        last = std::max(last, static_cast<int>(csv.number(row, 1, 1900, 2150, problems)));
    }
    if (last < scenario.base_year || last > scenario.last_year) {
        problems.add(csv.header(),
                     {fmt::format("siste år er {}; basisåret {} må være observert, og {} ligge foran", last,
                                  scenario.base_year, scenario.last_year),
                      fmt::format("the last year is {}; the base year {} must be observed, and {} lie ahead", last,
                                  scenario.base_year, scenario.last_year)});
        return;
    }
    std::vector<Cohorts> observed(static_cast<std::size_t>(last - scenario.base_year + 1), unread_cohorts(scenario));
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const std::size_t trust = csv.index(row, 0, trusts, problems);
        const auto year = static_cast<int>(csv.number(row, 1, 1900, 2150, problems));
        const std::size_t sex = csv.index(row, 2, sexes, problems);
        const Eigen::Index age = age_in(csv, row, 3, problems);
        const double persons = csv.number(row, 4, 0, most_persons, problems);
        if (year < scenario.base_year) continue; // older years may stand in the file; the run starts in the base year
        place(observed[static_cast<std::size_t>(year - scenario.base_year)](age, cohort_column(trust, sex)), persons,
              csv, row, problems);
    }
    for (std::size_t t = 0; t < observed.size(); ++t) {
        report_hole(observed[t], scenario, csv, fmt::format("{}: persons", scenario.base_year + static_cast<int>(t)), 2,
                    3, {{1, std::to_string(scenario.base_year + static_cast<int>(t))}}, problems);
    }
    scenario.population.first_year = scenario.base_year;
    scenario.population.observed = std::move(observed);
}

/// A rate by sex and single year of age, no holes.
AgeSexTable read_by_age_and_sex(const TableText& source, const std::string& column, double min, double max,
                                Problems& problems) {
    const CsvTable csv(source.text, source.file, {"sex", "age", column}, problems);
    AgeSexTable table = AgeSexTable::Constant(age_count, 2, unread);
    if (csv.rows() == 0) return table;
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const auto sex = static_cast<Eigen::Index>(csv.index(row, 0, sexes, problems));
        place(table(age_in(csv, row, 1, problems), sex), csv.number(row, 2, min, max, problems), csv, row, problems);
    }
    for (Eigen::Index sex = 0; sex < 2; ++sex) {
        for (Eigen::Index age = 0; age < age_count; ++age) {
            if (!std::isnan(table(age, sex))) continue;
            problems.add(
                before_missing(csv, {{0, sexes[static_cast<std::size_t>(sex)]}}, 1, age),
                {fmt::format("{} mangler for {}, {} år", column, sexes[static_cast<std::size_t>(sex)], age),
                 fmt::format("{} is missing for {}, age {}", column, sexes[static_cast<std::size_t>(sex)], age)});
            return table;
        }
    }
    return table;
}

void read_fertility(Scenario& scenario, const TableText& source, Problems& problems) {
    const CsvTable csv(source.text, source.file, {"age", "births_per_woman"}, problems);
    if (csv.rows() == 0) return;
    demography::AgeVector pattern = demography::AgeVector::Constant(age_count, unread);
    Eigen::Index first = age_count;
    Eigen::Index last = -1;
    double sum = 0.0;
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const Eigen::Index age = age_in(csv, row, 0, problems);
        const double rate = csv.number(row, 1, 0, 2, problems);
        place(pattern(age), rate, csv, row, problems);
        first = std::min(first, age);
        last = std::max(last, age);
        sum += rate;
    }
    for (Eigen::Index age = 0; age < age_count; ++age) {
        if (!std::isnan(pattern(age))) continue;
        if (age > first && age < last) {
            problems.add(before_missing(csv, {}, 0, age), {fmt::format("births_per_woman mangler for {} år", age),
                                                           fmt::format("births_per_woman is missing for age {}", age)});
        }
        pattern(age) = 0.0; // outside the childbearing ages of the table
    }
    if (!(sum > 0.0)) problems.add(csv.header(), {"ingen fødsler i tabellen", "the table has no births"});
    scenario.population.births_per_woman = pattern;
}

void read_migration(Scenario& scenario, const TableText& source, Problems& problems) {
    const CsvTable csv(source.text, source.file,
                       {"trust", "sex", "age", "internal_out_rate", "emigration_rate", "immigration"}, problems);
    if (csv.rows() == 0) return;
    const std::vector<std::string> trusts = trust_ids(scenario);
    demography::Migration& migration = scenario.population.migration;
    migration.internal_out_rate = migration.emigration_rate = migration.immigration = unread_cohorts(scenario);
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const Eigen::Index col = cohort_column(csv.index(row, 0, trusts, problems), csv.index(row, 1, sexes, problems));
        const Eigen::Index age = age_in(csv, row, 2, problems);
        place(migration.internal_out_rate(age, col), csv.number(row, 3, 0, 1, problems), csv, row, problems);
        migration.emigration_rate(age, col) = csv.number(row, 4, 0, 1, problems);
        migration.immigration(age, col) = csv.number(row, 5, 0, most_persons, problems);
        if (migration.internal_out_rate(age, col) + migration.emigration_rate(age, col) > 1.0) {
            problems.add(csv.at(row, 3), {"flere enn alle flytter: utflyttingsratene er over 1 til sammen",
                                          "more than everybody leaves: the out-rates are over 1 together"});
        }
    }
    report_hole(migration.internal_out_rate, scenario, csv, "internal_out_rate", 1, 2, {}, problems);
}

struct AgeSpan {
    Eigen::Index from = 0;
    Eigen::Index to = 0;
};

AgeSpan span_in(const CsvTable& csv, std::size_t row, std::size_t column, Problems& problems) {
    const AgeSpan span{age_in(csv, row, column, problems), age_in(csv, row, column + 1, problems)};
    if (span.from > span.to) {
        problems.add(csv.at(row, column), {fmt::format("aldersgruppen {}–{} er tom", span.from, span.to),
                                           fmt::format("the age group {}–{} is empty", span.from, span.to)});
    }
    return span;
}

void read_destinations(Scenario& scenario, const TableText& source, Problems& problems) {
    const CsvTable csv(source.text, source.file, {"trust", "sex", "age_from", "age_to", "share"}, problems);
    if (csv.rows() == 0) return;
    const std::vector<std::string> trusts = trust_ids(scenario);
    Cohorts shares = unread_cohorts(scenario);
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const Eigen::Index col = cohort_column(csv.index(row, 0, trusts, problems), csv.index(row, 1, sexes, problems));
        const AgeSpan span = span_in(csv, row, 2, problems);
        const double share = csv.number(row, 4, 0, 1, problems);
        for (Eigen::Index age = span.from; age <= span.to; ++age) place(shares(age, col), share, csv, row, problems);
    }
    report_hole(shares, scenario, csv, "share", 1, 3, {}, problems);
    // Printed shares are rounded; beyond rounding, a sum that isn't 1 would lose or make people.
    constexpr double rounding = 1e-4;
    for (Eigen::Index sex = 0; sex < demography::sex_count; ++sex) {
        for (Eigen::Index age = 0; age < age_count; ++age) {
            double sum = 0.0;
            for (Eigen::Index col = sex; col < shares.cols(); col += demography::sex_count) sum += shares(age, col);
            if (std::abs(sum - 1.0) > rounding) {
                problems.add(csv.header(), {fmt::format("andelene for {}, {} år har summen {}; ventet 1",
                                                        sexes[static_cast<std::size_t>(sex)], age, sum),
                                            fmt::format("the shares for {}, age {} sum to {}; expected 1",
                                                        sexes[static_cast<std::size_t>(sex)], age, sum)});
                return;
            }
            for (Eigen::Index col = sex; col < shares.cols(); col += demography::sex_count) shares(age, col) /= sum;
        }
    }
    scenario.population.migration.destination_share = shares;
}

void read_use_rates(Scenario& scenario, const TableText& source, Problems& problems) {
    const CsvTable csv(source.text, source.file, {"service", "sex", "age_from", "age_to", "bed_days_per_1000"},
                       problems);
    constexpr double most_days_per_1000 = 366000.0;
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const std::string& name = csv.cell(row, 0);
        if (std::find(scenario.use_rate_names.begin(), scenario.use_rate_names.end(), name) ==
            scenario.use_rate_names.end()) {
            scenario.use_rate_names.push_back(name);
            scenario.use_rates.emplace_back(AgeSexTable::Constant(age_count, 2, unread));
        }
        const std::size_t rate = csv.index(row, 0, scenario.use_rate_names, problems);
        const auto sex = static_cast<Eigen::Index>(csv.index(row, 1, sexes, problems));
        const AgeSpan span = span_in(csv, row, 2, problems);
        const double days = csv.number(row, 4, 0, most_days_per_1000, problems) / 1000.0;
        for (Eigen::Index age = span.from; age <= span.to; ++age)
            place(scenario.use_rates[rate](age, sex), days, csv, row, problems);
    }
    for (std::size_t rate = 0; rate < scenario.use_rates.size(); ++rate) {
        AgeSexTable& table = scenario.use_rates[rate];
        for (Eigen::Index sex = 0; sex < 2; ++sex) {
            Eigen::Index first = age_count;
            Eigen::Index last = -1;
            for (Eigen::Index age = 0; age < age_count; ++age) {
                if (std::isnan(table(age, sex))) continue;
                first = std::min(first, age);
                last = age;
            }
            for (Eigen::Index age = 0; age < age_count; ++age) {
                if (!std::isnan(table(age, sex))) continue;
                if ((age > first && age < last) || last < 0) {
                    problems.add(
                        before_missing(csv,
                                       {{0, scenario.use_rate_names[rate]}, {1, sexes[static_cast<std::size_t>(sex)]}},
                                       3, age),
                        {fmt::format("{}: bed_days_per_1000 mangler for {}, {} år", scenario.use_rate_names[rate],
                                     sexes[static_cast<std::size_t>(sex)], age),
                         fmt::format("{}: bed_days_per_1000 is missing for {}, age {}", scenario.use_rate_names[rate],
                                     sexes[static_cast<std::size_t>(sex)], age)});
                    return;
                }
                table(age, sex) = 0.0; // outside the ages the service is for
            }
        }
    }
}

} // namespace

const std::vector<std::string>& required_tables() {
    static const std::vector<std::string> ids{
        "population", "mortality", "mortality-decline", "fertility", "migration", "internal-destination", "use-rates"};
    return ids;
}

void read_tables(Scenario& scenario, const TableSource& source, Problems& problems) {
    read_population(scenario, source("population"), problems);
    scenario.population.mortality.death_rate = read_by_age_and_sex(source("mortality"), "death_rate", 0, 10, problems);
    scenario.population.mortality.annual_decline =
        read_by_age_and_sex(source("mortality-decline"), "annual_decline", -0.5, 0.5, problems);
    read_fertility(scenario, source("fertility"), problems);
    read_migration(scenario, source("migration"), problems);
    read_destinations(scenario, source("internal-destination"), problems);
    read_use_rates(scenario, source("use-rates"), problems);
}

} // namespace framsyn::app
