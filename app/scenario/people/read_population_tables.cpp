#include "app/scenario/people/read_population_tables.hpp"

#include "app/scenario/people/model_text.hpp"
#include "app/scenario/people/read_totals.hpp"
#include "models/demography/rates/lee_carter_trend.hpp"
#include "models/demography/rates/mortality_level.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>

namespace framsyn::app {
namespace {

using demography::age_count;
using demography::AgeSexTable;
using demography::Cohorts;

/// A rate by sex and single year of age, no holes.
AgeSexTable read_by_age_and_sex(const TableText& source, const std::string& column, double min, double max,
                                Problems& problems) {
    const CsvTable csv(source.text, source.file, {"sex", "age", column}, problems);
    AgeSexTable table = AgeSexTable::Constant(age_count, 2, unread);
    if (csv.rows() == 0) return table;
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const auto sex = static_cast<Eigen::Index>(csv.index(row, 0, sex_ids, problems));
        put_once(table(age_in(csv, row, 1, problems), sex), csv.number(row, 2, min, max, problems), csv, row, problems);
    }
    for (Eigen::Index sex = 0; sex < 2; ++sex) {
        for (Eigen::Index age = 0; age < age_count; ++age) {
            if (!std::isnan(table(age, sex))) continue;
            problems.add(
                before_missing(csv, {{0, sex_ids[static_cast<std::size_t>(sex)]}}, 1, age),
                {fmt::format("{} mangler for {}, {} år", column, sex_ids[static_cast<std::size_t>(sex)], age),
                 fmt::format("{} is missing for {}, age {}", column, sex_ids[static_cast<std::size_t>(sex)], age)});
            return table;
        }
    }
    return table;
}

void read_fertility(WrittenScenario& scenario, const TableText& source, Problems& problems) {
    const CsvTable csv(source.text, source.file, {"age", "births_per_woman"}, problems);
    if (csv.rows() == 0) return;
    demography::AgeVector pattern = demography::AgeVector::Constant(age_count, unread);
    Eigen::Index first = age_count;
    Eigen::Index last = -1;
    double sum = 0.0;
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const Eigen::Index age = age_in(csv, row, 0, problems);
        const double rate = csv.number(row, 1, 0, 2, problems);
        put_once(pattern(age), rate, csv, row, problems);
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

void read_migration(WrittenScenario& scenario, const TableText& source, Problems& problems) {
    const CsvTable csv(source.text, source.file,
                       {"trust", "sex", "age", "internal_out_rate", "emigration_rate", "immigration"}, problems);
    if (csv.rows() == 0) return;
    const std::vector<std::string> trusts = trust_ids(scenario);
    demography::Migration& migration = scenario.population.migration;
    migration.internal_out_rate = migration.emigration_rate = migration.immigration = unread_cohorts(scenario);
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const Eigen::Index col =
            cohort_column(csv.index(row, 0, trusts, problems), csv.index(row, 1, sex_ids, problems));
        const Eigen::Index age = age_in(csv, row, 2, problems);
        put_once(migration.internal_out_rate(age, col), csv.number(row, 3, 0, 1, problems), csv, row, problems);
        migration.emigration_rate(age, col) = csv.number(row, 4, 0, 1, problems);
        migration.immigration(age, col) = csv.number(row, 5, 0, most_persons, problems);
        if (migration.internal_out_rate(age, col) + migration.emigration_rate(age, col) > 1.0) {
            problems.add(csv.at(row, 3), {"flere enn alle flytter: utflyttingsratene er over 1 til sammen",
                                          "more than everybody leaves: the out-rates are over 1 together"});
        }
    }
    report_hole(migration.internal_out_rate, scenario, csv, "internal_out_rate", {1, 2, {}}, problems);
}

void read_destinations(WrittenScenario& scenario, const TableText& source, Problems& problems) {
    const CsvTable csv(source.text, source.file, {"trust", "sex", "age_from", "age_to", "share"}, problems);
    if (csv.rows() == 0) return;
    const std::vector<std::string> trusts = trust_ids(scenario);
    Cohorts shares = unread_cohorts(scenario);
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const Eigen::Index col =
            cohort_column(csv.index(row, 0, trusts, problems), csv.index(row, 1, sex_ids, problems));
        const AgeSpan span = span_in(csv, row, 2, problems);
        const double share = csv.number(row, 4, 0, 1, problems);
        for (Eigen::Index age = span.from; age <= span.to; ++age) put_once(shares(age, col), share, csv, row, problems);
    }
    report_hole(shares, scenario, csv, "share", {1, 3, {}}, problems);
    // Printed shares are rounded; beyond rounding, a sum that isn't 1 would lose or make people.
    constexpr double rounding = 1e-4;
    for (Eigen::Index sex = 0; sex < demography::sex_count; ++sex) {
        for (Eigen::Index age = 0; age < age_count; ++age) {
            double sum = 0.0;
            for (Eigen::Index col = sex; col < shares.cols(); col += demography::sex_count) sum += shares(age, col);
            if (std::abs(sum - 1.0) > rounding) {
                problems.add(csv.header(), {fmt::format("andelene for {}, {} år har summen {}; ventet 1",
                                                        sex_ids[static_cast<std::size_t>(sex)], age, sum),
                                            fmt::format("the shares for {}, age {} sum to {}; expected 1",
                                                        sex_ids[static_cast<std::size_t>(sex)], age, sum)});
                return;
            }
            for (Eigen::Index col = sex; col < shares.cols(); col += demography::sex_count) shares(age, col) /= sum;
        }
    }
    scenario.population.migration.destination_share = shares;
}

/// Deaths and person-years by calendar year, sex and single year of age: base rates and decline are estimated from them.
demography::DeathCounts read_deaths(const TableText& source, Problems& problems) {
    const CsvTable csv(source.text, source.file, {"year", "sex", "age", "deaths", "person_years"}, problems);
    demography::DeathCounts counts;
    int first = 3000;
    int last = 0;
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const auto year = csv.whole(row, 0, 1700, 2150, problems);
        first = std::min(first, year);
        last = std::max(last, year);
    }
    if (csv.rows() == 0 || !problems.empty()) return counts;
    counts.first_year = first;
    const AgeSexTable none = AgeSexTable::Constant(age_count, 2, unread);
    counts.deaths.assign(static_cast<std::size_t>(last - first + 1), none);
    counts.person_years = counts.deaths;
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const auto t = static_cast<std::size_t>(csv.whole(row, 0, first, last, problems) - first);
        const auto sex = static_cast<Eigen::Index>(csv.index(row, 1, sex_ids, problems));
        const Eigen::Index age = age_in(csv, row, 2, problems);
        put_once(counts.deaths[t](age, sex), csv.number(row, 3, 0, most_persons, problems), csv, row, problems);
        counts.person_years[t](age, sex) = csv.number(row, 4, 0, most_persons, problems);
    }
    for (int year = first; year <= last; ++year) {
        const AgeSexTable& deaths = counts.deaths[static_cast<std::size_t>(year - first)];
        for (Eigen::Index sex = 0; sex < 2; ++sex) {
            for (Eigen::Index age = 0; age < age_count; ++age) {
                if (!std::isnan(deaths(age, sex))) continue;
                const std::string& name = sex_ids[static_cast<std::size_t>(sex)];
                problems.add(before_missing(csv, {{0, std::to_string(year)}, {1, name}}, 2, age),
                             {fmt::format("deaths mangler for {}, {}, {} år", year, name, age),
                              fmt::format("deaths are missing for {}, {}, age {}", year, name, age)});
                return counts;
            }
        }
    }
    return counts;
}

/// What a small population's death rates rest on, in a sentence.
void remark_on(const std::vector<demography::BaseRateRemark>& done, const TableText& source, Problems& remarks) {
    using What = demography::BaseRateRemark::What;
    const auto count = [&](What what) {
        return std::count_if(done.begin(), done.end(), [what](const auto& remark) { return remark.what == what; });
    };
    const auto widened = count(What::pool_widened);
    const auto left_out = count(What::left_out_of_curve);
    if (widened > 0) {
        remarks.add(
            {source.file, 1, 1},
            {fmt::format("få dødsfall: raten på {} aldre (begge kjønn) er tatt over et bredere aldersspenn, til "
                         "noen døde",
                         widened),
             fmt::format("few deaths: the rates of {} ages (both sexes) are taken over a wider span of ages, "
                         "until somebody died",
                         widened)});
    }
    if (left_out > 0) {
        remarks.add(
            {source.file, 1, 1},
            {fmt::format("få dødsfall: {} aldre fra 85 til 99 (begge kjønn) er utenfor kurven for de eldste", left_out),
             fmt::format("few deaths: {} ages from 85 to 99 (both sexes) are not in the curve of the oldest",
                         left_out)});
    }
}

/// Ages that draws of one with an interval lie between: the age itself and every fifth year from it, as far as twice
/// the way to the interval's ends, beyond which one draw in ten thousand lies.
std::vector<double> ages_of_decline(const Quantity& full_to) {
    std::vector<double> ages;
    if (!full_to.has_interval()) return ages;
    constexpr double step = 5.0;
    const double youngest = std::max(full_to.min, full_to.value - 2.0 * (full_to.value - full_to.low));
    const double oldest = std::min(full_to.max, full_to.value + 2.0 * (full_to.high - full_to.value));
    for (double age = full_to.value; age > youngest; age -= step) ages.push_back(age);
    ages.push_back(youngest);
    std::reverse(ages.begin(), ages.end());
    for (double age = full_to.value + step; age < oldest; age += step) ages.push_back(age);
    if (oldest > ages.back()) ages.push_back(oldest);
    return ages;
}

void estimate_mortality(WrittenScenario& scenario, const demography::DeathCounts& counts, const TableText& source,
                        Problems& problems) {
    PopulationPlan& plan = scenario.population;
    Problems& remarks = scenario.remarks;
    const MortalityEstimate& years = plan.mortality_estimate;
    demography::LeeCarterOptions options;
    options.from_year = years.trend_from;
    options.to_year = years.trend_to;
    for (int year = years.excluded_from; year <= years.excluded_to && years.excluded_from > 0; ++year) {
        options.excluded_years.push_back(year);
    }
    try {
        demography::BaseRates base = demography::estimate_base_rates(counts, years.base_from, years.base_to);
        remark_on(base.remarks, source, remarks);
        plan.mortality.death_rate = std::move(base.death_rate);
        const demography::LeeCarterFit fit = demography::fit_lee_carter(counts, options);
        for (const demography::Sex sex : {demography::Sex::female, demography::Sex::male}) {
            if (demography::drift_of(fit, sex).per_year <= 0.0) continue;
            const bool women = sex == demography::Sex::female;
            remarks.add({source.file, 1, 1},
                        {fmt::format("dødeligheten for {} stiger i årene {}–{}; framskrivingen regner da uten trend",
                                     women ? "kvinner" : "menn", options.from_year, options.to_year),
                         fmt::format("mortality of {} rises in {}–{}; the projection then has no trend",
                                     women ? "women" : "men", options.from_year, options.to_year)});
        }
        demography::Smoothing smoothing;
        smoothing.taper_from_age = scenario.decline_full_to.value;
        plan.mortality.annual_decline = demography::annual_decline(fit, smoothing);
        for (const double age : ages_of_decline(scenario.decline_full_to)) {
            smoothing.taper_from_age = age;
            plan.other_declines.push_back({age, demography::annual_decline(fit, smoothing)});
        }
        plan.mortality.base_time = 0.5 * (years.base_from + years.base_to + 1);
    } catch (const std::invalid_argument& impossible) {
        const auto own = written_over(scenario.as_written, "demography", "",
                                      {"mortality_from", "mortality_to", "trend_from", "trend_to"});
        problems.add(own.value_or(Position{source.file, 1, 1}),
                     {fmt::format("dødeligheten kan ikke anslås av tabellen: {}", model_text(impossible.what()).nb),
                      fmt::format("mortality can't be estimated from the table: {}", impossible.what())});
    }
}

/// A row of the destination matrix.
struct MatrixRow {
    std::size_t from = 0, to = 0, sex = 0;
    AgeSpan span;
    double share = 0.0;
    std::size_t row = 0;
};

std::vector<MatrixRow> read_matrix_rows(const CsvTable& csv, const std::vector<std::string>& trusts,
                                        Problems& problems) {
    std::vector<MatrixRow> rows;
    std::map<std::tuple<std::size_t, std::size_t, std::size_t>, Eigen::ArrayXi> seen;
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const MatrixRow read{csv.index(row, 0, trusts, problems),  csv.index(row, 1, trusts, problems),
                             csv.index(row, 2, sex_ids, problems), span_in(csv, row, 3, problems),
                             csv.number(row, 5, 0, 1, problems),   row};
        if (read.span.from > read.span.to) continue;
        Eigen::ArrayXi& ages =
            seen.try_emplace({read.from, read.to, read.sex}, Eigen::ArrayXi::Zero(age_count)).first->second;
        auto span = ages.segment(read.span.from, read.span.to - read.span.from + 1);
        if ((span > 0).any()) {
            problems.add(csv.at(row, 0), {"raden gjentar en tidligere rad", "the row repeats an earlier one"});
        }
        span += 1;
        rows.push_back(read);
    }
    return rows;
}

/// Reports the first (from, sex, age) whose shares don't sum to 1.
void check_matrix_sums(const std::vector<MatrixRow>& rows, const std::vector<Eigen::ArrayXXd>& sums,
                       const CsvTable& csv, const std::vector<std::string>& trusts, Problems& problems) {
    constexpr double rounding = 1e-4; // printed shares are rounded
    std::vector<std::size_t> last_row(trusts.size(), 0);
    for (const MatrixRow& row : rows) last_row[row.from] = row.row;
    for (std::size_t from = 0; from < trusts.size(); ++from) {
        for (Eigen::Index sex = 0; sex < demography::sex_count; ++sex) {
            for (Eigen::Index age = 0; age < age_count; ++age) {
                const double sum = sums[from](age, sex);
                if (std::abs(sum - 1.0) <= rounding) continue;
                const std::string& name = sex_ids[static_cast<std::size_t>(sex)];
                problems.add(
                    csv.at(last_row[from], 5),
                    {fmt::format("andelene fra {} for {}, {} år har summen {}; ventet 1", trusts[from], name, age, sum),
                     fmt::format("the shares from {} for {}, age {} sum to {}; expected 1", trusts[from], name, age,
                                 sum)});
                return;
            }
        }
    }
}

/// Blocks of ages in which every `from` has the same shares throughout: cut wherever any row of the sex begins or ends.
demography::DestinationMatrix matrix_of(const std::vector<MatrixRow>& rows, const std::vector<Eigen::ArrayXXd>& sums) {
    demography::DestinationMatrix matrix;
    for (std::size_t sex = 0; sex < sex_ids.size(); ++sex) {
        std::set<Eigen::Index> cuts{0, age_count};
        for (const MatrixRow& row : rows) {
            if (row.sex == sex) cuts.insert({row.span.from, row.span.to + 1});
        }
        for (auto cut = cuts.begin(); std::next(cut) != cuts.end(); ++cut) {
            demography::DestinationMatrix::Block block{
                static_cast<demography::Sex>(sex), *cut, *std::next(cut) - 1, {}};
            for (const MatrixRow& row : rows) {
                if (row.sex != sex || row.span.from > *cut || row.span.to < *cut) continue;
                block.moves.push_back(
                    {row.from, row.to, row.share / sums[row.from](*cut, static_cast<Eigen::Index>(sex))});
            }
            matrix.blocks.push_back(std::move(block));
        }
    }
    return matrix;
}

void read_matrix(WrittenScenario& scenario, const TableText& source, Problems& problems) {
    const CsvTable csv(source.text, source.file, {"from", "to", "sex", "age_from", "age_to", "share"}, problems);
    const std::vector<std::string> trusts = trust_ids(scenario);
    const std::vector<MatrixRow> rows = read_matrix_rows(csv, trusts, problems);
    if (csv.rows() == 0 || !problems.empty()) return;
    std::vector<Eigen::ArrayXXd> sums(trusts.size(), Eigen::ArrayXXd::Zero(age_count, demography::sex_count));
    for (const MatrixRow& row : rows) {
        sums[row.from]
            .col(static_cast<Eigen::Index>(row.sex))
            .segment(row.span.from, row.span.to - row.span.from + 1) += row.share;
    }
    check_matrix_sums(rows, sums, csv, trusts, problems);
    if (problems.empty()) scenario.population.migration.destinations = matrix_of(rows, sums);
}

} // namespace

void read_population_tables(WrittenScenario& scenario, const TableTexts& tables, Problems& problems) {
    PopulationPlan& plan = scenario.population;
    if (const TableText* deaths = tables.find("deaths")) {
        const demography::DeathCounts counts = read_deaths(*deaths, problems);
        if (problems.empty()) estimate_mortality(scenario, counts, *deaths, problems);
    } else if (const TableText* mortality = tables.find("mortality")) {
        plan.mortality.death_rate = read_by_age_and_sex(*mortality, "death_rate", 0, 10, problems);
        if (const TableText* decline = tables.find("mortality-decline")) {
            plan.mortality.annual_decline = read_by_age_and_sex(*decline, "annual_decline", -0.5, 0.5, problems);
        }
    }
    if (const TableText* fertility = tables.find("fertility")) read_fertility(scenario, *fertility, problems);
    if (const TableText* migration = tables.find("migration")) read_migration(scenario, *migration, problems);
    if (const TableText* shares = tables.find("internal-destination")) read_destinations(scenario, *shares, problems);
    if (const TableText* matrix = tables.find("internal-matrix")) read_matrix(scenario, *matrix, problems);
    if (const TableText* totals = tables.find("population-totals")) read_totals(scenario, *totals, problems);
}

} // namespace framsyn::app
