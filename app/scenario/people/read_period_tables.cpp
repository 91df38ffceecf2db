#include "app/scenario/people/read_period_tables.hpp"

#include "app/ground/found_text.hpp"
#include "app/scenario/people/age_group_table.hpp"
#include "app/scenario/people/model_text.hpp"
#include "models/demography/rates/life_table.hpp"
#include "models/demography/rates/period_moves.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <utility>

namespace framsyn::app {
namespace {

using demography::age_count;
using demography::AgeVector;
using demography::Cohorts;
using demography::Sex;

constexpr GroupedColumns by_period;
constexpr GroupedColumns moves_by_period{1, 2, 3, 4, 5, true, true};
constexpr GroupedColumns births_by_period{1, 2, 0, 3, 4, false};
constexpr GroupedColumns by_year{1, 1, 2, 3, 4, true};

AgeVector as_vector(const std::vector<double>& numbers) {
    return Eigen::Map<const AgeVector>(numbers.data(), static_cast<Eigen::Index>(numbers.size()));
}

/// Runs a graduation and says where the table stands if it can't be done.
template <class Graduate>
AgeVector graduated(const GroupedNumbers& list, const Graduate& graduate, Problems& problems) {
    try {
        return graduate();
    } catch (const std::invalid_argument& impossible) {
        problems.add(list.at,
                     {fmt::format("tabellen kan ikke deles på ettårige aldre: {}", model_text(impossible.what()).nb),
                      fmt::format("the table can't be split into single ages: {}", impossible.what())});
        return AgeVector::Zero(age_count);
    }
}

class PeriodTables {
  public:
    PeriodTables(WrittenScenario& scenario, Problems& problems)
        : scenario_(scenario), plan_(scenario.population), problems_(problems), first_(plan_.jump_off_year()),
          last_(scenario.last_year + 1) {}

    void read_death_rates(const TableText& source) {
        const CsvTable csv(source.text, source.file, {"trust", "from_year", "to_year", "sex", "age", "death_rate"},
                           problems_);
        const auto lists = read_grouped(csv, scenario_, by_period, 0, 12, Ages::all, problems_);
        if (!covers(csv, lists, 2)) return;
        plan_.death_rates = tables(2);
        for (const GroupedNumbers& list : lists) {
            const Sex sex = static_cast<Sex>(list.sex);
            const AgeVector rates = graduated(
                list,
                [&] {
                    const AgeVector found = list.single_years()
                                                ? as_vector(list.numbers)
                                                : demography::graduate_death_rates(list.groups, list.numbers, sex);
                    static_cast<void>(demography::infant_hazard(found(0), found(1), sex)); // or nobody is left
                    return found;
                },
                problems_);
            for_each_year(
                list, [&](std::size_t t) { plan_.death_rates[t].col(demography::column(list.trust, sex)) = rates; });
        }
    }

    void read_fertility_rates(const TableText& source) {
        const CsvTable csv(source.text, source.file, {"trust", "from_year", "to_year", "age", "births_per_woman"},
                           problems_);
        const auto lists = read_grouped(csv, scenario_, births_by_period, 0, 2, Ages::span, problems_);
        if (!covers(csv, lists, 1)) return;
        plan_.fertility_rates = tables(1);
        for (const GroupedNumbers& list : lists) {
            const AgeVector rates = graduated(
                list, [&] { return demography::graduate_fertility(list.groups, list.numbers, plan_.within_groups); },
                problems_);
            check_children(list, rates);
            for_each_year(list, [&](std::size_t t) {
                plan_.fertility_rates[t].col(static_cast<Eigen::Index>(list.trust)) = rates;
            });
        }
    }

    void read_net_migration(const TableText& source) {
        const CsvTable csv(source.text, source.file,
                           {"trust", "from_year", "to_year", "sex", "age", "persons_per_year"}, problems_);
        const auto lists =
            read_grouped(csv, scenario_, moves_by_period, -most_persons, most_persons, Ages::all, problems_);
        if (!covers(csv, lists, 2)) return;
        const Cohorts none = Cohorts::Zero(age_count, 2 * areas());
        demography::Migration migration;
        migration.internal_out_rate = migration.emigration_rate = migration.immigration = migration.net_persons = none;
        migration.destination_share = Cohorts::Constant(age_count, 2 * areas(), 1.0 / static_cast<double>(areas()));
        migration.newborn_net_persons = Cohorts::Zero(1, 2 * areas());
        plan_.net_migration.assign(years(), migration);
        plan_.net_migration_at = csv.header();
        for (const GroupedNumbers& list : lists) {
            for (std::size_t sex = 0; sex < sex_ids.size(); ++sex) {
                if (list.is_of(sex)) add_net_migration(list, sex);
            }
        }
    }

  private:
    /// The moves of a sex in each year of a period.
    void add_net_migration(const GroupedNumbers& list, std::size_t sex) {
        const Eigen::Index col = cohort_column(list.trust, sex);
        const std::vector<demography::MovesFromJanuary> moves = yearly_moves(list, col);
        for_each_year(list, [&](std::size_t t) {
            const auto of_period = static_cast<std::size_t>(first_ + static_cast<int>(t) - list.from_year);
            const demography::MovesFromJanuary& of_year = moves.size() == 1 ? moves.front() : moves[of_period];
            plan_.net_migration[t].net_persons.col(col) = of_year.by_age;
            plan_.net_migration[t].newborn_net_persons(0, col) = of_year.newborn;
        });
    }

    /// One for all years of the period, or one for each. A total of both sexes is half of each.
    std::vector<demography::MovesFromJanuary> yearly_moves(const GroupedNumbers& list, Eigen::Index col) {
        if (list.total) {
            const double share = list.sex == sex_ids.size() ? 0.5 : 1.0;
            return {demography::to_age_on_1_january(demography::net_migration_of_total(share * list.numbers.front()))};
        }
        const AgeVector people = plan_.observed.back().col(col);
        const AgeVector by_age = list.single_years()
                                     ? as_vector(list.numbers)
                                     : graduated(
                                           list,
                                           [&] {
                                               return demography::graduate_net_migration(list.groups, list.numbers,
                                                                                         people, plan_.within_groups);
                                           },
                                           problems_);
        if (plan_.net_migration_at_end) return demography::moves_from_age_at_end(by_age, list.to_year - list.from_year);
        return {demography::to_age_on_1_january(by_age)};
    }

    /// Rates are births per woman and year; sums over five years, or per thousand, would pass for a population's own.
    void check_children(const GroupedNumbers& list, const AgeVector& rates) {
        constexpr double most_children = 12.0; // beyond any country that was ever counted
        double children = 0.0;
        for (Eigen::Index age = 0; age < age_count; ++age) children += rates(age);
        if (children <= most_children) return;
        problems_.add(
            list.at,
            {fmt::format("ratene gir {:.1f} barn per kvinne; ventet fødsler per kvinne og år", children),
             fmt::format("the rates give {:.1f} children per woman; expected births per woman and year", children)});
    }

    std::size_t years() const { return static_cast<std::size_t>(last_ - first_); }
    Eigen::Index areas() const { return static_cast<Eigen::Index>(scenario_.trusts.size()); }
    std::vector<Cohorts> tables(Eigen::Index columns_per_area) const {
        return std::vector<Cohorts>(years(), Cohorts::Zero(age_count, columns_per_area * areas()));
    }

    template <class Visit>
    void for_each_year(const GroupedNumbers& list, const Visit& visit) const {
        for (int year = std::max(list.from_year, first_); year < std::min(list.to_year, last_); ++year) {
            visit(static_cast<std::size_t>(year - first_));
        }
    }

    /// Every trust and sex must have every projected year in exactly one period.
    bool covers(const CsvTable& csv, const std::vector<GroupedNumbers>& lists, std::size_t sexes) {
        if (csv.rows() == 0 || !problems_.empty()) return false;
        for (std::size_t trust = 0; trust < scenario_.trusts.size(); ++trust) {
            for (std::size_t sex = 0; sex < sexes; ++sex) {
                std::vector<int> times(years(), 0);
                for (const GroupedNumbers& list : lists) {
                    if (list.trust != trust || !list.is_of(sex)) continue;
                    for_each_year(list, [&](std::size_t t) { ++times[t]; });
                }
                for (std::size_t t = 0; t < times.size(); ++t) {
                    if (times[t] == 1) continue;
                    const int year = first_ + static_cast<int>(t);
                    const std::string& id = scenario_.trusts[trust].id;
                    const std::string& name = sexes == 1 ? sex_ids[0] : sex_ids[sex];
                    problems_.add(csv.header(),
                                  times[t] == 0
                                      ? Text{fmt::format("{}, {}: ingen periode har året {} (ventet {} til {}; to_year "
                                                         "er ikke med i perioden)",
                                                         id, name, year, first_, last_ - 1),
                                             fmt::format("{}, {}: no period has the year {} (expected {} to {}; "
                                                         "to_year is not in the period)",
                                                         id, name, year, first_, last_ - 1)}
                                      : Text{fmt::format("{}, {}: flere perioder har året {}", id, name, year),
                                             fmt::format("{}, {}: several periods have the year {}", id, name, year)});
                    return false;
                }
            }
        }
        return true;
    }

    WrittenScenario& scenario_;
    PopulationPlan& plan_;
    Problems& problems_;
    int first_;
    int last_;
};

/// Persons by group into single ages, with the death rates of the projection's first year.
void graduate_observed(WrittenScenario& scenario, Problems& problems) {
    PopulationPlan& plan = scenario.population;
    for (const GroupedPopulation& grouped : plan.grouped) {
        const Eigen::Index col = cohort_column(grouped.trust, grouped.sex);
        const AgeVector rates = plan.death_rates.empty()
                                    ? AgeVector(plan.mortality.death_rate.col(static_cast<Eigen::Index>(grouped.sex)))
                                    : AgeVector(plan.death_rates.front().col(col));
        try {
            plan.observed[grouped.year].col(col) = demography::graduate_population(
                grouped.groups, grouped.persons, rates, static_cast<Sex>(grouped.sex), plan.within_groups);
        } catch (const std::invalid_argument& impossible) {
            problems.add(grouped.at, {fmt::format("tabellen kan ikke deles på ettårige aldre: {}",
                                                  model_text(impossible.what()).nb),
                                      fmt::format("the table can't be split into single ages: {}", impossible.what())});
        }
    }
}

} // namespace

namespace {

/// People are counted whole: a part of a person is a sign of thousands (1.234), of a table in thousands or of a slip. An
/// assumed population may have parts.
void check_whole_persons(const CsvTable& csv, const std::vector<GroupedNumbers>& lists, bool assumed,
                         Problems& problems, Problems& remarks) {
    constexpr std::size_t column = 4;
    std::vector<std::size_t> parts;
    std::size_t all = 0;
    for (const GroupedNumbers& list : lists) {
        all += list.numbers.size();
        for (std::size_t i = 0; i < list.numbers.size(); ++i) {
            if (list.numbers[i] != std::floor(list.numbers[i])) parts.push_back(list.rows[i]);
        }
    }
    if (parts.empty()) return;
    const std::size_t row = *std::min_element(parts.begin(), parts.end());
    (assumed ? remarks : problems)
        .add(csv.at(row, column),
             {fmt::format("{} er ikke et helt tall ({} av {} rader er slik): personer telles hele; er punktumet et "
                          "skilletegn for tusen, eller tabellen i tusen?",
                          shown(csv.cell(row, column)), parts.size(), all),
              fmt::format("{} isn't a whole number ({} of {} rows are so): persons are counted whole; does the point "
                          "stand for thousands, or is the table in thousands?",
                          shown(csv.cell(row, column)), parts.size(), all)});
}

/// Somebody lives in every area on every counted 1 January, and nobody where a trust has none.
void check_inhabited(const WrittenScenario& scenario, const CsvTable& csv, const std::vector<GroupedNumbers>& lists,
                     Problems& problems) {
    std::map<std::pair<std::size_t, int>, double> people;
    std::map<std::pair<std::size_t, int>, Position> first;
    for (const GroupedNumbers& list : lists) {
        for (const double persons : list.numbers) people[{list.trust, list.from_year}] += persons;
        first.try_emplace({list.trust, list.from_year}, csv.at(list.rows.front(), 4));
    }
    for (const auto& [place, persons] : people) {
        const std::string& trust = scenario.trusts[place.first].id;
        if (!scenario.trusts[place.first].has_catchment && persons > 0.0) {
            problems.add(first.at(place),
                         {fmt::format("{} har catchment = false, men {:.0f} personer bor der 1. januar {}", trust,
                                      persons, place.second),
                          fmt::format("{} has catchment = false, but {:.0f} persons live there on 1 January {}", trust,
                                      persons, place.second)});
        }
        if (persons > 0.0 || !scenario.trusts[place.first].has_catchment) continue;
        problems.add(first.at(place), {fmt::format("ingen bor i {} 1. januar {}", trust, place.second),
                                       fmt::format("nobody lives in {} on 1 January {}", trust, place.second)});
    }
}

} // namespace

void read_population(WrittenScenario& scenario, const TableText& source, Problems& problems) {
    const CsvTable csv(source.text, source.file, {"trust", "year", "sex", "age", "persons"}, problems);
    if (csv.rows() == 0) return;
    const auto lists = read_grouped(csv, scenario, by_year, 0, most_persons, Ages::all, problems);
    if (!problems.empty()) return;
    const bool assumed = std::any_of(scenario.tables.begin(), scenario.tables.end(), [](const TableInfo& table) {
        return table.id == "population" && table.status == Status::assumed;
    });
    check_whole_persons(csv, lists, assumed, problems, scenario.remarks);
    check_inhabited(scenario, csv, lists, problems);
    if (!problems.empty()) return;
    int first = lists.front().from_year;
    int last = first;
    for (const GroupedNumbers& list : lists) {
        first = std::min(first, list.from_year);
        last = std::max(last, list.from_year);
    }
    if (scenario.base_year < first || scenario.base_year > last || last > scenario.last_year) {
        problems.add(
            written_over(scenario.as_written, "time", "", {"base_year", "last_year"}).value_or(csv.header()),
            {fmt::format("tabellen har årene {}–{}; basisåret {} må være blant dem, og {} ligge foran", first, last,
                         scenario.base_year, scenario.last_year),
             fmt::format("the table has the years {}–{}; the base year {} must be among them, and {} lie ahead", first,
                         last, scenario.base_year, scenario.last_year)});
        return;
    }
    PopulationPlan& plan = scenario.population;
    plan.first_year = scenario.base_year;
    plan.observed.assign(static_cast<std::size_t>(last - scenario.base_year + 1), unread_cohorts(scenario));
    for (const GroupedNumbers& list : lists) {
        if (list.from_year < scenario.base_year) continue; // older years may stand in the file
        const auto year = static_cast<std::size_t>(list.from_year - scenario.base_year);
        const Eigen::Index col = cohort_column(list.trust, list.sex);
        if (list.single_years()) {
            plan.observed[year].col(col) = as_vector(list.numbers);
        } else {
            plan.grouped.push_back({list.trust, list.sex, year, list.groups, list.numbers, list.at});
            plan.observed[year].col(col).setZero();
        }
    }
    for (std::size_t t = 0; t < plan.observed.size(); ++t) {
        const int year = scenario.base_year + static_cast<int>(t);
        report_hole(plan.observed[t], scenario, csv, fmt::format("{}: persons", year),
                    {2, 3, {{1, std::to_string(year)}}}, problems);
    }
}

std::map<int, Cohorts> people_before_base_year(const WrittenScenario& scenario) {
    std::map<int, Cohorts> people;
    for (const TableInfo& table : scenario.tables) {
        const auto file = std::find_if(scenario.files.begin(), scenario.files.end(),
                                       [&](const InputFile& one) { return one.path == table.file; });
        if (table.id != "population" || file == scenario.files.end()) continue;
        Problems none; // the table was read before, and is sound
        const CsvTable csv(file->text, table.file, {"trust", "year", "sex", "age", "persons"}, none);
        for (const GroupedNumbers& list : read_grouped(csv, scenario, by_year, 0, most_persons, Ages::all, none)) {
            if (list.from_year >= scenario.base_year || !list.single_years()) continue;
            people.try_emplace(list.from_year, unread_cohorts(scenario))
                .first->second.col(cohort_column(list.trust, list.sex)) = as_vector(list.numbers);
        }
    }
    for (auto year = people.begin(); year != people.end();)
        year = year->second.hasNaN() ? people.erase(year) : std::next(year);
    return people;
}

void read_period_tables(WrittenScenario& scenario, const TableTexts& tables, Problems& problems) {
    PeriodTables periods(scenario, problems);
    if (const TableText* deaths = tables.find("death-rates")) periods.read_death_rates(*deaths);
    if (problems.empty()) graduate_observed(scenario, problems);
    if (const TableText* births = tables.find("fertility-rates")) periods.read_fertility_rates(*births);
    if (const TableText* moves = tables.find("net-migration")) periods.read_net_migration(*moves);
}

} // namespace framsyn::app
