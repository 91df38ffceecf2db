#include "tests/backtest/method.hpp"

#include "models/demography/rates/lee_carter_trend.hpp"
#include "models/demography/rates/rogers_castro.hpp"

#include <algorithm>
#include <stdexcept>

namespace framsyn::backtest {
namespace {

using namespace demography;

constexpr int base_from = 2011, base_to = 2015;
constexpr double base_time = 2013.5;
constexpr int years_of_fertility_index = 7;
constexpr double leaving_crude_rate = 0.028, internal_crude_rate = 0.007;
constexpr double labour_peak = 20.5;

/// The last 1 Januaries of the country that a history of areas goes with.
std::vector<Cohorts> country_beside(const Country& country, const AreaSet& set) {
    return {country.persons.begin() + (set.first_year - country.first_year), country.persons.end()};
}

std::vector<AgeSexTable> yearly_rates(const DeathCounts& counts) {
    std::vector<AgeSexTable> years;
    for (std::size_t t = 0; t < counts.deaths.size(); ++t) {
        AgeSexTable rate(age_count, sex_count);
        for (Eigen::Index sex = 0; sex < sex_count; ++sex) {
            for (Eigen::Index age = 0; age < age_count; ++age) {
                const double lived = counts.person_years[t](age, sex);
                rate(age, sex) = lived > 0.0 ? counts.deaths[t](age, sex) / lived : 0.0;
            }
        }
        years.push_back(std::move(rate));
    }
    return years;
}

AgeVector age_shape_of_moves() {
    RogersCastro schedule = fundamental_schedule();
    schedule.labour.age = labour_peak;
    return tapered_to_zero(rogers_castro(schedule));
}

Eigen::ArrayXd index_of_fertility(const Country& country, const AreaSet& set, const std::vector<Cohorts>& history) {
    const int from = std::max(set.first_year, start_year - years_of_fertility_index);
    const auto skipped = static_cast<std::ptrdiff_t>(from - set.first_year);
    const std::vector<Cohorts> areas(history.begin() + skipped, history.end());
    const std::vector<Cohorts> whole = country_beside(country, set);
    const std::vector<Cohorts> reference(whole.begin() + skipped, whole.end());
    const std::vector<AgeVector> births(country.births_per_woman.begin() + (from - country.first_fertility_year),
                                        country.births_per_woman.end());
    return fertility_index(areas, reference, from, births, from, start_year - 1).value.col(0);
}

Mortality mortality_of(const Country& country, const NationalRates& rates, const AreaSet& set,
                       const std::vector<Cohorts>& history) {
    Mortality mortality;
    mortality.death_rate = rates.base;
    mortality.annual_decline = rates.annual_decline;
    mortality.base_time = base_time;
    mortality.index = old_age_mortality_index(history, country_beside(country, set)).value;
    return mortality;
}

NetMoves moves_of(const Country& country, const NationalRates& rates, const AreaSet& set,
                  const std::vector<Cohorts>& history) {
    const std::vector<AgeSexTable> of_years(rates.of_year.begin() + (set.first_year - country.deaths.first_year),
                                            rates.of_year.end());
    const auto areas = static_cast<Eigen::Index>(set.area_ids.size());
    return net_moves(history, set.first_year, of_years, Eigen::ArrayXXd::Ones(areas, sex_count));
}

} // namespace

NationalRates national_rates(const Country& country) {
    NationalRates rates;
    rates.base = base_death_rates(country.deaths, base_from, base_to);
    LeeCarterOptions options;
    options.from_year = country.deaths.first_year;
    options.to_year = start_year - 1;
    const LeeCarterFit fit = fit_lee_carter(country.deaths, options);
    if (!fit.women.converged || !fit.men.converged) throw std::runtime_error("Lee-Carter did not converge");
    rates.annual_decline = annual_decline(fit);
    rates.of_year = yearly_rates(country.deaths);
    for (int year = base_from; year <= base_to; ++year) {
        const AgeVector& births =
            country.births_per_woman[static_cast<std::size_t>(year - country.first_fertility_year)];
        for (const double rate : births) rates.total_fertility += rate / (base_to - base_from + 1);
    }
    return rates;
}

Assumptions assume(const Country& country, const NationalRates& rates, const AreaSet& set,
                   const std::vector<Cohorts>& history) {
    Assumptions assumed;
    Inputs& inputs = assumed.inputs;
    inputs.areas = set.area_ids;
    inputs.first_year = start_year;
    inputs.last_year = last_year;
    inputs.observed = {history.back()};
    const int years = last_year - start_year;
    inputs.death_rates = death_rates(mortality_of(country, rates, set, history), start_year, years);

    Fertility fertility;
    fertility.births_per_woman = country.births_per_woman.back();
    fertility.total_fertility.assign(static_cast<std::size_t>(years), rates.total_fertility);
    fertility.index = index_of_fertility(country, set, history);
    inputs.fertility_rates = fertility_rates(fertility);

    assumed.moves = moves_of(country, rates, set, history);
    const Cohorts mean = mean_net_moves(assumed.moves, set.first_year, start_year - 1);
    GrossAssumptions gross;
    gross.shape = age_shape_of_moves();
    gross.leaving_crude_rate = leaving_crude_rate;
    gross.internal_crude_rate = internal_crude_rate;
    GrossMoves moves = gross_moves(history.back(), tapered_to_zero(smoothed_over_age(mean)), gross);
    for (const CutImmigration& cut : moves.cut) assumed.cut_immigration += cut.persons;
    inputs.migration = {std::move(moves.migration)};
    return assumed;
}

} // namespace framsyn::backtest
