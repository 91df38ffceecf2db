#include "models/demography/rates/lee_carter_trend.hpp"
#include "tests/catch.hpp"
#include "tests/models/demography/refusal.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

using namespace framsyn::demography;
using namespace framsyn::demography::testing;

namespace {

constexpr int oldest = 95;
constexpr int years = 20;

/// A surface that is Lee–Carter's exactly: Σ b = 1 over ages 0–95, Σ k = 0 over the years that `counts_in_sum` holds.
struct Known {
    AgeVector a = AgeVector(oldest + 1), b = AgeVector(oldest + 1);
    std::vector<double> k;
};

Known known_surface(const std::vector<int>& not_counted = {}) {
    Known known;
    double sum = 0.0;
    for (Eigen::Index age = 0; age <= oldest; ++age) {
        const auto x = static_cast<double>(age);
        known.a(age) = -9.0 + 0.09 * x;
        known.b(age) = 2.0 - x / 60.0 + 0.3 * std::sin(x / 7.0);
        sum += known.b(age);
    }
    known.b /= sum;
    double mean = 0.0;
    for (int t = 0; t < years; ++t) {
        known.k.push_back(-2.5 * t + 3.0 * std::cos(1.7 * t));
        const bool counted = std::find(not_counted.begin(), not_counted.end(), 2000 + t) == not_counted.end();
        if (counted) mean += known.k.back() / (years - static_cast<int>(not_counted.size()));
    }
    for (double& k : known.k) k -= mean;
    return known;
}

/// Deaths are exactly what the surface expects; men have its half. Above 95 nobody lives.
DeathCounts deaths_of(const Known& known) {
    DeathCounts counts;
    counts.first_year = 2000;
    for (int t = 0; t < years; ++t) {
        AgeSexTable lived = AgeSexTable::Zero(age_count, 2), deaths = AgeSexTable::Zero(age_count, 2);
        for (Eigen::Index age = 0; age <= oldest; ++age) {
            const auto x = static_cast<double>(age);
            lived.row(age).setConstant(30000.0 - 280.0 * x + 50.0 * t * std::cos(x / 9.0));
            const double rate = std::exp(known.a(age) + known.b(age) * known.k[static_cast<std::size_t>(t)]);
            deaths(age, 0) = lived(age, 0) * rate;
            deaths(age, 1) = lived(age, 1) * rate * 0.5;
        }
        counts.person_years.push_back(lived);
        counts.deaths.push_back(deaths);
    }
    return counts;
}

LeeCarterOptions single_ages(std::vector<int> excluded = {}) {
    LeeCarterOptions options;
    options.from_year = 2000;
    options.to_year = 2019;
    options.excluded_years = std::move(excluded);
    options.age_groups.clear();
    for (int age = 0; age <= oldest; ++age) options.age_groups.push_back(age);
    options.oldest_fitted_age = oldest;
    options.fewest_deaths = 1.0;
    return options;
}

/// Deaths rounded to whole ones in a country a hundredth as large: many cells are 0.
DeathCounts small_and_whole() {
    DeathCounts counts = deaths_of(known_surface());
    for (std::size_t t = 0; t < counts.deaths.size(); ++t) {
        counts.person_years[t] /= 100.0;
        counts.deaths[t] = (counts.deaths[t] / 100.0 + 0.3).floor();
    }
    return counts;
}

} // namespace

TEST_CASE("a surface that is exactly of the model's form gives its a, b and k back") {
    const Known known = known_surface();
    const LeeCarterFit fit = fit_lee_carter(deaths_of(known), single_ages());
    CHECK(fit.women.converged);
    CHECK(fit.men.converged);
    CHECK((fit.women.a - known.a).abs().maxCoeff() < 1e-8);
    CHECK((fit.men.a - known.a - std::log(0.5)).abs().maxCoeff() < 1e-8);
    CHECK((fit.women.b - known.b).abs().maxCoeff() < 1e-8);
    CHECK((fit.men.b - known.b).abs().maxCoeff() < 1e-8);
    for (std::size_t t = 0; t < known.k.size(); ++t) CHECK(fit.women.k[t] == Approx(known.k[t]).margin(1e-8));
    CHECK(fit.women.deviance == Approx(0.0).margin(1e-6));
    CHECK(fit.women.explained_share() == Approx(1.0).margin(1e-8));
    CHECK(fit.women.degrees_of_freedom == 96 * 20 - (96 + 96 + 20 - 2));
}

TEST_CASE("excluded years don't touch the fit, and their own k shows how far off they were") {
    const std::vector<int> pandemic{2016, 2017};
    Known known = known_surface(pandemic);
    known.k[16] += 12.0;
    known.k[17] += 5.0;
    const LeeCarterFit fit = fit_lee_carter(deaths_of(known), single_ages(pandemic));
    CHECK((fit.women.b - known.b).abs().maxCoeff() < 1e-8);
    CHECK((fit.women.a - known.a).abs().maxCoeff() < 1e-8);
    for (std::size_t t = 0; t < known.k.size(); ++t) CHECK(fit.men.k[t] == Approx(known.k[t]).margin(1e-7));
    CHECK_FALSE(fit.fitted[16]);
    CHECK(fit.fitted[18]);
    CHECK(fit.men.deviance == Approx(0.0).margin(1e-6));
}

TEST_CASE("with whole and missing deaths the fit is the likelihood's maximum: marginal sums agree and nothing near is "
          "better") {
    const DeathCounts counts = small_and_whole();
    int without_deaths = 0;
    for (const AgeSexTable& deaths : counts.deaths) without_deaths += static_cast<int>((deaths.col(0) == 0.0).count());
    REQUIRE(without_deaths > 400);
    LeeCarterOptions options = single_ages();
    options.fewest_deaths = 10.0;
    const LeeCarterFit fit = fit_lee_carter(counts, options);
    REQUIRE(fit.women.converged);
    const auto expected = [&](Eigen::Index age, std::size_t t, double change) {
        return counts.person_years[t](age, 0) *
               std::exp(fit.women.a(age) + (fit.women.b(age) + change) * fit.women.k[t]);
    };
    const auto deviance = [&](double change_of_b_at_70) {
        double sum = 0.0;
        for (std::size_t t = 0; t < counts.deaths.size(); ++t) {
            for (Eigen::Index age = 0; age <= oldest; ++age) {
                if (fit.women.left_out[static_cast<std::size_t>(age)]) continue;
                const double d = counts.deaths[t](age, 0), e = expected(age, t, age == 70 ? change_of_b_at_70 : 0.0);
                sum += 2.0 * ((d > 0.0 ? d * std::log(d / e) : 0.0) - (d - e));
            }
        }
        return sum;
    };
    CHECK(fit.women.deviance == Approx(deviance(0.0)).epsilon(1e-10));
    CHECK(deviance(1e-3) > fit.women.deviance);
    CHECK(deviance(-1e-3) > fit.women.deviance);
    for (std::size_t t = 0; t < counts.deaths.size(); ++t) { // the score of k(t) is 0
        double score = 0.0;
        for (Eigen::Index age = 0; age <= oldest; ++age) {
            if (!fit.women.left_out[static_cast<std::size_t>(age)])
                score += fit.women.b(age) * (counts.deaths[t](age, 0) - expected(age, t, 0.0));
        }
        CHECK(score == Approx(0.0).margin(1e-8));
    }
    double sum_b = 0.0, sum_k = 0.0;
    for (Eigen::Index age = 0; age <= oldest; ++age) sum_b += fit.women.b(age);
    for (const double k : fit.women.k) sum_k += k;
    CHECK(sum_b == Approx(1.0).epsilon(1e-12));
    CHECK(sum_k == Approx(0.0).margin(1e-9));
    CHECK(fit.women.explained_share() > 0.0);
    CHECK(fit.women.explained_share() < 1.0);
}

TEST_CASE("ages with a death or two in the first years have no finite b, and the fit says that it did not converge") {
    LeeCarterOptions options = single_ages();
    options.most_rounds = 200;
    const LeeCarterFit fit = fit_lee_carter(small_and_whole(), options);
    CHECK_FALSE(fit.women.converged);
    CHECK(fit.women.rounds == 200);
}

TEST_CASE("twice the people and twice the deaths have the same trend and twice the deviance") {
    DeathCounts counts = small_and_whole();
    LeeCarterOptions options = single_ages();
    options.fewest_deaths = 10.0;
    const LeeCarterFit once = fit_lee_carter(counts, options);
    for (AgeSexTable& deaths : counts.deaths) deaths *= 2.0;
    for (AgeSexTable& lived : counts.person_years) lived *= 2.0;
    options.fewest_deaths = 20.0;
    const LeeCarterFit twice = fit_lee_carter(counts, options);
    CHECK((once.women.b - twice.women.b).abs().maxCoeff() < 1e-10);
    CHECK(twice.women.deviance == Approx(2.0 * once.women.deviance).epsilon(1e-9));
}

TEST_CASE(
    "ages in one group share a and b, and ages with too few deaths are left out and take their neighbours' decline") {
    DeathCounts counts = deaths_of(known_surface());
    for (AgeSexTable& deaths : counts.deaths) deaths.col(0).segment(5, 5).setZero(); // no girl of 5–9 dies
    LeeCarterOptions options = single_ages();
    options.age_groups = default_age_groups();
    options.fewest_deaths = 25.0;
    const LeeCarterFit fit = fit_lee_carter(counts, options);
    REQUIRE(fit.women.converged);
    CHECK(fit.women.b(20) == fit.women.b(24));
    CHECK(fit.women.b(24) != fit.women.b(25));
    CHECK(fit.women.left_out[7]);
    CHECK_FALSE(fit.men.left_out[7]);
    CHECK(fit.women.b(7) == 0.0);
    double others = 0.0;
    for (const int age : {0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 15, 16, 17}) others += fit.women.b(age) / 13.0;
    CHECK(smoothed_b(fit)(7, 0) == Approx(others).epsilon(1e-12)); // ages 0–17 without 5–9
    CHECK(fit.women.a(0) == Approx(known_surface().a(0)).margin(1e-2));
}

TEST_CASE("a fit is refused for impossible years, age groups and deaths") {
    const DeathCounts counts = deaths_of(known_surface());
    LeeCarterOptions options = single_ages();
    options.to_year = 2020;
    CHECK(refuses_with("years to fit", [&] { fit_lee_carter(counts, options); }));
    options = single_ages();
    options.to_year = 2002;
    options.excluded_years = {2001};
    CHECK(refuses_with("three fitted years", [&] { fit_lee_carter(counts, options); }));
    options = single_ages();
    options.age_groups = {0, 20, 10};
    CHECK(refuses_with("ascend", [&] { fit_lee_carter(counts, options); }));
    options.age_groups = {1, 20};
    CHECK(refuses_with("age 0", [&] { fit_lee_carter(counts, options); }));
    options = single_ages();
    options.oldest_fitted_age = 105;
    CHECK(refuses_with("below 105", [&] { fit_lee_carter(counts, options); }));
    options = single_ages();
    options.fewest_deaths = 1e12;
    CHECK(refuses_with("no age group", [&] { fit_lee_carter(counts, options); }));
    DeathCounts empty_year = counts;
    empty_year.deaths[4].setZero();
    CHECK(refuses_with("nobody died", [&] { fit_lee_carter(empty_year, single_ages()); }));
    CHECK(refuses_with("k in 2004", [&] { fit_lee_carter(empty_year, single_ages({2004})); }));
}
