#include "models/demography/rates/rogers_castro.hpp"

#include "sim/numerics/elementary.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

namespace framsyn::demography {
namespace {

void require(bool holds, const char* what) {
    if (!holds) throw std::invalid_argument(std::string("Migration schedule: ") + what);
}

bool not_negative(double value) {
    return std::isfinite(value) && value >= 0.0;
}

void check(const RogersCastro::Peak& peak) {
    require(not_negative(peak.height) && not_negative(peak.ascent), "height and ascent of a peak can't be negative");
    require(std::isfinite(peak.age) && std::isfinite(peak.descent), "age and descent of a peak have to be numbers");
}

double at(const RogersCastro::Peak& peak, double age) {
    const double from_peak = age - peak.age;
    return peak.height * sim::exp(-peak.descent * from_peak - sim::exp(-peak.ascent * from_peak));
}

} // namespace

RogersCastro fundamental_schedule() {
    RogersCastro schedule;
    schedule.childhood = {0.02, 0.10};
    schedule.labour = {0.06, 20.0, 0.10, 0.40};
    schedule.constant = 0.003;
    return schedule;
}

AgeVector rogers_castro(const RogersCastro& schedule) {
    const auto& [childhood, labour, retirement, post_retirement, constant] = schedule;
    require(not_negative(childhood.height) && not_negative(childhood.decay) && not_negative(constant),
            "height and decay of childhood and the constant can't be negative");
    check(labour);
    if (retirement) check(*retirement);
    if (post_retirement)
        require(not_negative(post_retirement->height) && std::isfinite(post_retirement->growth),
                "height after retirement can't be negative and its growth has to be a number");
    AgeVector rates(age_count);
    for (Eigen::Index x = 0; x < age_count; ++x) {
        const auto age = static_cast<double>(x);
        double rate = childhood.height * sim::exp(-childhood.decay * age) + at(labour, age);
        if (retirement) rate += at(*retirement, age);
        if (post_retirement) rate += post_retirement->height * sim::exp(post_retirement->growth * age);
        rates(x) = rate + constant;
        require(std::isfinite(rates(x)), "a rate isn't finite");
    }
    return rates;
}

AgeVector scaled_to_sum(const AgeVector& rates, double sum) {
    require(not_negative(sum), "the sum to scale to can't be negative");
    double total = 0.0;
    for (Eigen::Index age = 0; age < rates.size(); ++age) total += rates(age);
    require(std::isfinite(total) && total > 0.0, "the rates sum to nothing and can't be scaled");
    return rates * (sum / total);
}

AgeVector scaled_to_crude_rate(const AgeVector& rates, const AgeVector& population, double crude_rate) {
    require(not_negative(crude_rate), "the crude rate can't be negative");
    require(rates.size() == population.size(), "rates and population have to be of the same ages");
    double persons = 0.0, moves = 0.0;
    for (Eigen::Index age = 0; age < rates.size(); ++age) {
        persons += population(age);
        moves += rates(age) * population(age);
    }
    require(std::isfinite(moves) && persons > 0.0 && moves > 0.0, "the population makes no moves that could be scaled");
    return rates * (crude_rate * persons / moves);
}

} // namespace framsyn::demography
