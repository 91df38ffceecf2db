#include "models/demography/rates/base_rates.hpp"

#include "sim/numerics/elementary.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace framsyn::demography {
namespace {

constexpr int first_pooled_age = 1, last_pooled_age = 29;
constexpr int curve_from_age = 85, curve_to_age = 99;
constexpr int blend_from_age = 90, blend_to_age = 94;
constexpr double mean_age_of_105_and_over = 106.2;

const char* name(Sex sex) {
    return sex == Sex::female ? "women" : "men";
}

/// Deaths and person-years of one sex, all years of the period together.
struct Pooled {
    Sex sex = Sex::female;
    AgeVector deaths = AgeVector::Zero(age_count);
    AgeVector person_years = AgeVector::Zero(age_count);
};

Pooled pool_years(const DeathCounts& counts, int from_year, int to_year, Sex sex) {
    Pooled pooled;
    pooled.sex = sex;
    for (int year = from_year; year <= to_year; ++year) {
        const auto t = static_cast<std::size_t>(year - counts.first_year);
        pooled.deaths += counts.deaths[t].col(static_cast<Eigen::Index>(sex));
        pooled.person_years += counts.person_years[t].col(static_cast<Eigen::Index>(sex));
    }
    return pooled;
}

double sum(const AgeVector& values, int from, int to) {
    double total = 0.0;
    for (int age = from; age <= to; ++age) total += values(age);
    return total;
}

/// Deaths over person-years at ages from–to, widened until somebody died.
double pooled_rate(const Pooled& pooled, int age, int from, int to, std::vector<BaseRateRemark>& remarks) {
    bool widened = false;
    while (sum(pooled.deaths, from, to) == 0.0) {
        if (age == 0 || (from == first_pooled_age && to == curve_to_age))
            throw std::invalid_argument("No base death rates: none of the " + std::string(name(pooled.sex)) +
                                        " died at " + (age == 0 ? "age 0" : "ages 1 to 99") + " in the base period");
        from = std::max(first_pooled_age, from - 1);
        to = std::min(curve_to_age, to + 1);
        widened = true;
    }
    if (widened) remarks.push_back({BaseRateRemark::What::pool_widened, pooled.sex, age, from, to});
    return sum(pooled.deaths, from, to) / sum(pooled.person_years, from, to);
}

/// Kannisto's logistic: logit m(x) = level + slope · exact age.
struct Kannisto {
    double level = 0.0;
    double slope = 0.0;

    double operator()(double exact_age) const { return 1.0 / (1.0 + sim::exp(-(level + slope * exact_age))); }
};

struct Point {
    double exact_age, logit, weight;
};

std::vector<Point> logits(const Pooled& pooled, std::vector<BaseRateRemark>& remarks) {
    std::vector<Point> points;
    for (int age = curve_from_age; age <= curve_to_age; ++age) {
        const double deaths = pooled.deaths(age);
        const double others = pooled.person_years(age) - deaths;
        if (deaths > 0.0 && others > 0.0) {
            points.push_back({age + 0.5, sim::log(deaths / others), deaths});
        } else {
            remarks.push_back({BaseRateRemark::What::left_out_of_curve, pooled.sex, age, age, age});
        }
    }
    return points;
}

Kannisto fit_kannisto(const Pooled& pooled, std::vector<BaseRateRemark>& remarks) {
    const std::vector<Point> points = logits(pooled, remarks);
    double weight = 0.0, mean_age = 0.0, mean_logit = 0.0, spread = 0.0, together = 0.0;
    for (const Point& p : points) {
        weight += p.weight;
        mean_age += p.weight * p.exact_age;
        mean_logit += p.weight * p.logit;
    }
    mean_age /= weight;
    mean_logit /= weight;
    for (const Point& p : points) {
        spread += p.weight * (p.exact_age - mean_age) * (p.exact_age - mean_age);
        together += p.weight * (p.exact_age - mean_age) * (p.logit - mean_logit);
    }
    if (points.size() < 2 || !(together > 0.0))
        throw std::invalid_argument("The old-age curve needs death rates that rise from 85 to 99; those of the " +
                                    std::string(name(pooled.sex)) + " don't: pool more years or a larger population");
    const double slope = together / spread;
    return {mean_logit - slope * mean_age, slope};
}

AgeVector rates_of(const Pooled& pooled, std::vector<BaseRateRemark>& remarks) {
    const Kannisto curve = fit_kannisto(pooled, remarks);
    AgeVector rate(age_count);
    for (int age = 0; age <= blend_to_age; ++age) {
        const bool pool = age >= first_pooled_age && age <= last_pooled_age;
        const int from = pool ? std::max(first_pooled_age, age - 2) : age;
        rate(age) = pooled_rate(pooled, age, from, pool ? age + 2 : age, remarks);
        if (age < blend_from_age) continue;
        const double w = (age - blend_from_age + 1) / static_cast<double>(blend_to_age - blend_from_age + 2);
        rate(age) = sim::exp((1.0 - w) * sim::log(rate(age)) + w * sim::log(curve(age + 0.5)));
    }
    for (int age = blend_to_age + 1; age < oldest_age; ++age) rate(age) = curve(age + 0.5);
    rate(oldest_age) = curve(mean_age_of_105_and_over);
    return rate;
}

void check_cell(double deaths, double person_years, const std::string& where) {
    if (!std::isfinite(deaths) || !std::isfinite(person_years) || deaths < 0.0 || person_years < 0.0)
        throw std::invalid_argument("Deaths and person-years have to be numbers that are not negative: " + where);
    if (deaths > 0.0 && person_years == 0.0) throw std::invalid_argument("Deaths where nobody lived: " + where);
}

} // namespace

void check_death_counts(const DeathCounts& counts) {
    if (counts.deaths.empty() || counts.deaths.size() != counts.person_years.size())
        throw std::invalid_argument("Deaths and person-years have to be of the same years, and of one at least");
    for (std::size_t t = 0; t < counts.deaths.size(); ++t) {
        const std::string year = std::to_string(counts.first_year + static_cast<int>(t));
        if (counts.deaths[t].rows() != age_count || counts.person_years[t].rows() != age_count)
            throw std::invalid_argument("Deaths and person-years need 106 ages, 0 to 105+: " + year);
        for (const Sex sex : {Sex::female, Sex::male}) {
            const auto col = static_cast<Eigen::Index>(sex);
            for (Eigen::Index age = 0; age < age_count; ++age)
                check_cell(counts.deaths[t](age, col), counts.person_years[t](age, col),
                           year + ", " + name(sex) + ", age " + std::to_string(age));
        }
    }
}

BaseRates estimate_base_rates(const DeathCounts& counts, int from_year, int to_year) {
    check_death_counts(counts);
    if (from_year > to_year || from_year < counts.first_year || to_year > counts.last_year())
        throw std::invalid_argument("The base period " + std::to_string(from_year) + " to " + std::to_string(to_year) +
                                    " is not within the years of the deaths");
    BaseRates base{AgeSexTable(age_count, 2), {}};
    for (const Sex sex : {Sex::female, Sex::male})
        base.death_rate.col(static_cast<Eigen::Index>(sex)) =
            rates_of(pool_years(counts, from_year, to_year, sex), base.remarks);
    return base;
}

AgeSexTable base_death_rates(const DeathCounts& counts, int from_year, int to_year) {
    BaseRates base = estimate_base_rates(counts, from_year, to_year);
    if (base.remarks.empty()) return base.death_rate;
    const BaseRateRemark& first = base.remarks.front();
    throw std::invalid_argument("Too few deaths for base rates of single ages: " + std::string(name(first.sex)) +
                                ", age " + std::to_string(first.age) + ", and " +
                                std::to_string(base.remarks.size() - 1) +
                                " more; use estimate_base_rates, which says what it did about them");
}

} // namespace framsyn::demography
