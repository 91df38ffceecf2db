#include "app/scenario/read/read_tables.hpp"

#include "app/scenario/people/read_period_tables.hpp"
#include "app/scenario/people/read_population_tables.hpp"
#include "app/scenario/read/read_counted_use.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace framsyn::app {
namespace {

using demography::age_count;
using demography::AgeSexTable;

void read_use_rates(WrittenScenario& scenario, const TableText& source, Problems& problems) {
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
        const auto sex = static_cast<Eigen::Index>(csv.index(row, 1, sex_ids, problems));
        const AgeSpan span = span_in(csv, row, 2, problems);
        const double days = csv.number(row, 4, 0, most_days_per_1000, problems) / 1000.0;
        for (Eigen::Index age = span.from; age <= span.to; ++age)
            put_once(scenario.use_rates[rate](age, sex), days, csv, row, problems);
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
                        before_missing(
                            csv, {{0, scenario.use_rate_names[rate]}, {1, sex_ids[static_cast<std::size_t>(sex)]}}, 3,
                            age),
                        {fmt::format("{}: bed_days_per_1000 mangler for {}, {} år", scenario.use_rate_names[rate],
                                     sex_ids[static_cast<std::size_t>(sex)], age),
                         fmt::format("{}: bed_days_per_1000 is missing for {}, age {}", scenario.use_rate_names[rate],
                                     sex_ids[static_cast<std::size_t>(sex)], age)});
                    return;
                }
                table(age, sex) = 0.0; // outside the ages the service is for
            }
        }
    }
}

} // namespace

const std::vector<std::string>& known_tables() {
    static const std::vector<std::string> ids{"population",      "mortality",     "mortality-decline",
                                              "deaths",          "death-rates",   "fertility",
                                              "fertility-rates", "migration",     "internal-destination",
                                              "internal-matrix", "net-migration", "population-totals",
                                              "use-rates",       "counted-use"};
    return ids;
}

std::vector<std::string> missing_tables(const std::vector<std::string>& given, bool services) {
    const auto has = [&](const std::string& id) { return std::find(given.begin(), given.end(), id) != given.end(); };
    std::vector<std::string> missing;
    const auto need = [&](const std::string& id) {
        if (!has(id)) missing.push_back(id);
    };
    need("population");
    if (!has("death-rates") && !has("deaths")) {
        need("mortality");
        need("mortality-decline");
    }
    if (!has("fertility-rates")) need("fertility");
    if (!has("net-migration")) {
        need("migration");
        if (!has("internal-matrix")) need("internal-destination");
    }
    if (services) need("use-rates");
    return missing;
}

std::string table_instead_of(const std::string& id) {
    static const std::vector<std::pair<std::string, std::string>> instead{{"mortality", "deaths"},
                                                                          {"mortality-decline", "deaths"},
                                                                          {"fertility", "fertility-rates"},
                                                                          {"migration", "net-migration"},
                                                                          {"internal-destination", "internal-matrix"}};
    for (const auto& [table, other] : instead) {
        if (table == id) return other;
    }
    return "";
}

void read_tables(WrittenScenario& scenario, const TableTexts& tables, Problems& problems) {
    read_population(scenario, *tables.find("population"), problems);
    read_population_tables(scenario, tables, problems);
    if (problems.empty()) read_period_tables(scenario, tables, problems);
    if (const TableText* use_rates = tables.find("use-rates")) read_use_rates(scenario, *use_rates, problems);
    if (const TableText* counted = tables.find("counted-use")) read_counted_use(scenario, *counted, problems);
}

} // namespace framsyn::app
