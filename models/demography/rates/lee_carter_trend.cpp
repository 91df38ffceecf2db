#include "models/demography/rates/lee_carter_trend.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace framsyn::demography {
namespace {

void check(const LeeCarterFit& fit, const Smoothing& smoothing) {
    const auto odd = [](int width) { return width > 0 && width % 2 == 1; };
    if (!odd(smoothing.width_below_40) || !odd(smoothing.width_from_40))
        throw std::invalid_argument("Smoothing of b: a centred moving mean is over an odd number of ages");
    if (!(smoothing.taper_from_age >= 0.0 && smoothing.taper_from_age <= static_cast<double>(oldest_age - 1)))
        throw std::invalid_argument("Smoothing of b: the taper has to start between 0 and 104");
    if (fit.women.b.size() == 0 || fit.women.b.size() != fit.men.b.size())
        throw std::invalid_argument("Smoothing of b: there is no fit");
}

/// Mean of b over the fitted ages among width ages around one.
double moving_mean(const LeeCarterSex& fit, int age, int width) {
    const int oldest = static_cast<int>(fit.b.size()) - 1;
    double sum = 0.0;
    int ages = 0;
    for (int x = std::max(0, age - width / 2); x <= std::min(oldest, age + width / 2); ++x) {
        if (fit.left_out[static_cast<std::size_t>(x)]) continue;
        sum += fit.b(x);
        ++ages;
    }
    return ages > 0 ? sum / ages : 0.0;
}

double taper(int age, double from_age) {
    if (age < from_age) return 1.0;
    return static_cast<double>(oldest_age - age) / (static_cast<double>(oldest_age) - from_age);
}

} // namespace

Drift drift_of(const LeeCarterFit& fit, Sex sex) {
    const std::vector<double>& k = fit.of(sex).k;
    std::vector<std::size_t> years;
    for (std::size_t t = 0; t < fit.fitted.size(); ++t) {
        if (fit.fitted[t]) years.push_back(t);
    }
    if (years.size() < 3 || k.size() != fit.fitted.size())
        throw std::invalid_argument("The drift of k needs three fitted years at least");
    const auto span = static_cast<double>(years.back() - years.front());
    Drift drift;
    drift.per_year = (k[years.back()] - k[years.front()]) / span;
    double squares = 0.0;
    for (std::size_t i = 1; i < years.size(); ++i) {
        const auto gap = static_cast<double>(years[i] - years[i - 1]);
        const double surprise = k[years[i]] - k[years[i - 1]] - gap * drift.per_year;
        squares += surprise * surprise / gap;
    }
    drift.innovation_variance = squares / static_cast<double>(years.size() - 2);
    drift.standard_error = std::sqrt(drift.innovation_variance / span);
    return drift;
}

AgeSexTable smoothed_b(const LeeCarterFit& fit, const Smoothing& smoothing) {
    check(fit, smoothing);
    AgeSexTable smooth(age_count, 2);
    for (const Sex sex : {Sex::female, Sex::male}) {
        const LeeCarterSex& of_sex = fit.of(sex);
        const int oldest = static_cast<int>(of_sex.b.size()) - 1;
        for (int age = 0; age < age_count; ++age) {
            const int at = std::min(age, oldest);
            const double mean = moving_mean(of_sex, at, at < 40 ? smoothing.width_below_40 : smoothing.width_from_40);
            smooth(age, static_cast<Eigen::Index>(sex)) = std::max(0.0, mean) * taper(age, smoothing.taper_from_age);
        }
    }
    return smooth;
}

AgeSexTable annual_decline(const LeeCarterFit& fit, const Smoothing& smoothing) {
    AgeSexTable decline = smoothed_b(fit, smoothing);
    for (const Sex sex : {Sex::female, Sex::male}) {
        const double speed = std::max(0.0, -drift_of(fit, sex).per_year);
        decline.col(static_cast<Eigen::Index>(sex)) *= speed;
    }
    return decline;
}

} // namespace framsyn::demography
