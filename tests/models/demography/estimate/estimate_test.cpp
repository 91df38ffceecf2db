#include "models/demography/estimate/estimate_gross.hpp"
#include "models/demography/estimate/estimate_index.hpp"
#include "models/demography/estimate/estimate_net.hpp"
#include "models/demography/rates/rogers_castro.hpp"
#include "tests/catch.hpp"
#include "tests/models/demography/norway_2023.hpp"
#include "tests/models/demography/refusal.hpp"
#include "tests/models/demography/small_country.hpp"

#include <cmath>

using namespace framsyn::demography;
using namespace framsyn::demography::testing;

namespace {

/// Three areas that lose and gain people, with all kinds of moves and a local mortality from 70; five years of history.
struct Played {
    Country country = busy_country(3);
    Inputs inputs = country.resolved();
    std::vector<Cohorts> observed = Projector(inputs).project(unchanged_drivers(inputs)).persons;
    std::vector<AgeSexTable> death_rates;

    Played() {
        for (const Schedules& year : inputs.death_rates) {
            death_rates.emplace_back(year.rates.middleCols(2 * year.of_area[1], 2)); // no index of its own
        }
    }

    /// In − out + immigration − emigration of one year, from the definition of the rates.
    Cohorts moves_in(std::size_t t) const {
        const Migration& m = inputs.migration.front();
        const Cohorts out = observed[t] * m.internal_out_rate;
        Cohorts net = m.immigration - observed[t] * m.emigration_rate - out;
        for (Eigen::Index col = 0; col < net.cols(); ++col)
            net.col(col) += (out.col(col % 2) + out.col(col % 2 + 2) + out.col(col % 2 + 4)) / 3.0;
        return net;
    }
};

/// Closed one-area countries with Norway's death rates times a factor at all ages.
std::vector<Cohorts> closed_country(double mortality, double death_rate_everywhere = 0.0) {
    Country country = still_country(1, 2020, 2025);
    country.observed()[0] *= 1e5;
    country.mortality.death_rate = norway_2023() * mortality;
    if (death_rate_everywhere > 0.0) country.mortality.death_rate.setConstant(death_rate_everywhere * mortality);
    const Inputs inputs = country.resolved();
    return Projector(inputs).project(unchanged_drivers(inputs)).persons;
}

GrossAssumptions usual_assumptions() {
    GrossAssumptions assumptions;
    assumptions.shape = tapered_to_zero(rogers_castro(fundamental_schedule())).col(0);
    assumptions.leaving_crude_rate = 0.028;
    assumptions.internal_crude_rate = 0.007;
    return assumptions;
}

} // namespace

TEST_CASE("net moves found in a projection are those it was made with") {
    const Played played;
    const NetMoves found = net_moves(played.observed, 2020, played.death_rates, played.country.mortality.index);
    REQUIRE(found.persons.size() == 5);
    for (std::size_t t = 0; t < 5; ++t) {
        const Cohorts known = played.moves_in(t);
        CHECK((found.persons[t] - known).topRows(104).abs().maxCoeff() < 1e-9);
        CHECK((found.persons[t].bottomRows(1) == 0.0).all());
        // 104 and 105+ meet: the moves of 105+ count with their own (1 + s) / 2.
        const double s104 = std::exp(-0.5 * (played.death_rates[t](104, 1) + played.death_rates[t](105, 1)));
        const double s105 = std::exp(-played.death_rates[t](105, 1));
        CHECK(found.persons[t](104, 3) ==
              Approx(known(104, 3) + known(105, 3) * (1.0 + s105) / (1.0 + s104)).margin(1e-9));
    }
}

TEST_CASE("the mean of net moves is over the years asked for") {
    NetMoves moves{2010, {}};
    for (int t = 0; t < 4; ++t) moves.persons.push_back(Cohorts::Constant(age_count, 2, t * t));
    CHECK(mean_net_moves(moves, 2011, 2013)(30, 1) == Approx((1.0 + 4.0 + 9.0) / 3.0));
    CHECK(refuses_with("mean", [&] { mean_net_moves(moves, 2011, 2014); }));
}

TEST_CASE("smoothing spreads one age over five with weights 1-2-3-2-1 and keeps totals and levels") {
    Cohorts persons = Cohorts::Zero(age_count, 4);
    persons(50, 0) = 9.0;
    persons.col(1).setConstant(4.0);
    persons(0, 2) = 6.0;
    const Cohorts smooth = smoothed_over_age(persons);
    for (const auto& [age, value] : {std::pair{48, 1.0}, {49, 2.0}, {50, 3.0}, {51, 2.0}, {52, 1.0}, {53, 0.0}})
        CHECK(smooth(age, 0) == Approx(value).margin(1e-12));
    CHECK((smooth.col(1) - 4.0).abs().maxCoeff() < 1e-12);
    // At the end: 6 · 3/6, 6 · 2/8, 6 · 1/9 = 3, 1.5, 2/3, which is 31/6 of 6; times 36/31.
    CHECK(smooth(0, 2) == Approx(3.0 * 36.0 / 31.0).epsilon(1e-12));
    CHECK(smooth(2, 2) == Approx(2.0 / 3.0 * 36.0 / 31.0).epsilon(1e-12));
    CHECK((smooth.col(3) == 0.0).all());
}

TEST_CASE("moves taper from 65 to nothing at 70") {
    const Cohorts tapered = tapered_to_zero(Cohorts::Constant(age_count, 2, 10.0));
    CHECK(tapered(65, 0) == 10.0);
    CHECK(tapered(67, 1) == Approx(6.0));
    CHECK(tapered(69, 0) == Approx(2.0));
    CHECK(tapered(70, 0) == 0.0);
    CHECK(tapered(105, 1) == 0.0);
    CHECK(refuses_with("taper", [] { tapered_to_zero(Cohorts::Ones(age_count, 2), 70, 70); }));
}

TEST_CASE("a country with 1.2 times the mortality has 1.2 as its rate index, and nearly that as its index of losses") {
    const std::vector<Cohorts> area = closed_country(1.2), country = closed_country(1.0);
    // At 104 two classes with different survival meet, so ages to 103 are exact.
    const LocalIndex rates = old_age_rate_index(area, country, 70, 103);
    CHECK(rates.value(0, 0) == Approx(1.2).epsilon(1e-9));
    CHECK(rates.value(0, 1) == Approx(1.2).epsilon(1e-9));
    const LocalIndex losses = old_age_mortality_index(area, country);
    CHECK(losses.value(0, 0) > 1.1);
    CHECK(losses.value(0, 0) < 1.2);
    // Where every rate is 0.02: (1 − e^−0.024) / (1 − e^−0.02).
    const LocalIndex flat = old_age_mortality_index(closed_country(1.2, 0.02), closed_country(1.0, 0.02), 70, 103);
    CHECK(flat.value(0, 0) == Approx((1.0 - std::exp(-0.024)) / (1.0 - std::exp(-0.02))).epsilon(1e-9));
}

TEST_CASE("the standard error of the index is index / √losses") {
    std::vector<Cohorts> area(2, Cohorts::Zero(age_count, 2)), country(2, Cohorts::Zero(age_count, 2));
    area[0](80, 0) = area[0](80, 1) = 1000.0;
    area[1](81, 0) = area[1](81, 1) = 900.0; // 100 lost
    country[0](80, 0) = country[0](80, 1) = 50000.0;
    country[1](81, 0) = country[1](81, 1) = 46000.0; // 8 %
    const LocalIndex index = old_age_mortality_index(area, country);
    CHECK(index.value(0, 0) == Approx(1.25).epsilon(1e-14));
    CHECK(index.standard_error(0, 1) == Approx(0.125).epsilon(1e-14));
    const LocalIndex rate = old_age_rate_index(area, country);
    CHECK(rate.value(0, 0) == Approx(std::log(0.90) / std::log(0.92)).epsilon(1e-10));
    CHECK(rate.standard_error(0, 0) == Approx(10.0 / (900.0 * -std::log(0.92))).epsilon(1e-9));
}

TEST_CASE("the open class at 104 is not taken for survivors of one cohort") {
    std::vector<Cohorts> area(2, Cohorts::Zero(age_count, 2));
    area[0].row(104).setConstant(40.0);
    area[0].row(105).setConstant(60.0);
    area[1].row(105).setConstant(50.0); // half of the hundred
    std::vector<Cohorts> country = area;
    country[1].row(105).setConstant(60.0); // 40 %
    CHECK(old_age_mortality_index(area, country).value(0, 0) == Approx(50.0 / 40.0).epsilon(1e-14));
}

TEST_CASE("a projection with known local fertility gives it back") {
    const auto childbearing = [](std::size_t areas) {
        Country made = still_country(areas, 2020, 2025);
        made.fertility.births_per_woman = AgeVector::Zero(age_count);
        made.fertility.births_per_woman.segment(20, 20).setOnes();
        made.fertility.total_fertility.assign(5, 1.6);
        return made;
    };
    Country areas = childbearing(2);
    areas.fertility.index << 1.2, 0.9;
    areas.observed()[0].middleRows(15, 15) *= 3.0; // cohorts of unequal size pass through the ages of childbearing
    Country country = childbearing(1);
    country.observed()[0] = Cohorts::Constant(age_count, 2, 5.0);
    const auto persons = [](const Country& made) {
        const Inputs of = made.resolved();
        return Projector(of).project(unchanged_drivers(of)).persons;
    };
    const AgeVector national = areas.fertility.births_per_woman * (1.6 / 20.0);
    const LocalIndex index =
        fertility_index(persons(areas), persons(country), 2020, std::vector<AgeVector>(5, national), 2021, 2024);
    CHECK(index.value(0, 0) == Approx(1.2).epsilon(1e-12));
    CHECK(index.value(1, 0) == Approx(0.9).epsilon(1e-12));
    CHECK(index.standard_error(0, 0) == Approx(0.0).margin(1e-12));
}

TEST_CASE("the fertility index is a mean over years with the error of that mean") {
    std::vector<Cohorts> area(4, Cohorts::Zero(age_count, 2)), country(4, Cohorts::Zero(age_count, 2));
    for (std::size_t t = 0; t < 4; ++t) {
        area[t](30, 0) = country[t](30, 0) = 1000.0;
        country[t](0, 0) = 100.0;
    }
    area[1](0, 0) = 90.0;
    area[2](0, 1) = 100.0;
    area[3](0, 0) = 110.0; // 0.9, 1.0, 1.1: mean 1, standard deviation 0.1
    AgeVector rates = AgeVector::Zero(age_count);
    rates(30) = 0.1;
    const LocalIndex index = fertility_index(area, country, 2020, {rates, rates, rates}, 2020, 2022);
    CHECK(index.value(0, 0) == Approx(1.0).epsilon(1e-14));
    CHECK(index.standard_error(0, 0) == Approx(0.1 / std::sqrt(3.0)).epsilon(1e-12));
}

TEST_CASE("gross moves made around a net give that net in the first projected year") {
    const Country country = busy_country(3);
    Inputs inputs = country.resolved();
    Cohorts net = Cohorts::Zero(age_count, 6);
    for (Eigen::Index age = 0; age < 70; ++age)
        for (Eigen::Index col = 0; col < 6; ++col)
            net(age, col) = 2.0 * std::sin(0.1 * static_cast<double>(age + 7 * col));
    const GrossMoves gross = gross_moves(inputs.observed[0], tapered_to_zero(net), usual_assumptions());
    CHECK(gross.cut.empty());
    inputs.migration = {gross.migration};
    const PopulationPath path = Projector(inputs).project(unchanged_drivers(inputs));
    Played rates; // for its death rates only
    const NetMoves found =
        net_moves({path.persons[0], path.persons[1]}, 2020, rates.death_rates, country.mortality.index);
    CHECK((found.persons[0] - tapered_to_zero(net)).abs().maxCoeff() < 1e-9);
}

TEST_CASE("gross rates meet the crude rates, shares sum to one and internal moves change no total at the start") {
    const Inputs inputs = busy_country(3).inputs;
    const Cohorts& population = inputs.observed[0];
    const Migration made = gross_moves(population, Cohorts::Zero(age_count, 6), usual_assumptions()).migration;
    double persons = 0.0, leaving = 0.0, moving = 0.0;
    for (Eigen::Index col = 0; col < 6; ++col) {
        for (Eigen::Index age = 0; age < age_count; ++age) {
            persons += population(age, col);
            leaving += population(age, col) * made.emigration_rate(age, col);
            moving += population(age, col) * made.internal_out_rate(age, col);
        }
    }
    CHECK(leaving / persons == Approx(0.028).epsilon(1e-12));
    CHECK(moving / persons == Approx(0.007).epsilon(1e-12));
    for (Eigen::Index sex = 0; sex < 2; ++sex) {
        std::vector<double> in(3, 0.0), out(3, 0.0);
        for (Eigen::Index age = 0; age < age_count; ++age) {
            double shares = 0.0, pool = 0.0;
            for (Eigen::Index area = 0; area < 3; ++area) {
                shares += made.destination_share(age, 2 * area + sex);
                const double movers = population(age, 2 * area + sex) * made.internal_out_rate(age, 2 * area + sex);
                pool += movers;
                out[static_cast<std::size_t>(area)] += movers;
            }
            CHECK(shares == Approx(1.0).epsilon(1e-14));
            for (Eigen::Index area = 0; area < 3; ++area)
                in[static_cast<std::size_t>(area)] += pool * made.destination_share(age, 2 * area + sex);
        }
        for (std::size_t area = 0; area < 3; ++area) CHECK(in[area] == Approx(out[area]).epsilon(1e-12));
    }
}

TEST_CASE("immigration is never negative and what had to be cut is said") {
    const Inputs inputs = busy_country(2).inputs;
    Cohorts net = Cohorts::Zero(age_count, 4);
    net(80, column(std::size_t{1}, Sex::male)) = -3.0; // nobody leaves at 80, so there is nothing to take it from
    const GrossMoves gross = gross_moves(inputs.observed[0], net, usual_assumptions());
    REQUIRE(gross.cut.size() == 1);
    CHECK(gross.cut[0].area == 1);
    CHECK(gross.cut[0].sex == Sex::male);
    CHECK(gross.cut[0].age == 80);
    CHECK(gross.cut[0].persons == Approx(3.0).epsilon(1e-12));
    CHECK((gross.migration.immigration >= 0.0).all());
}

TEST_CASE("histories and assumptions that don't fit are refused") {
    const Played played;
    const Eigen::ArrayXXd ones = Eigen::ArrayXXd::Ones(3, 2);
    const auto refused = [](std::string_view words, auto call) { return refuses_with(words, call); };
    CHECK(refused("1 Januaries", [&] { net_moves({played.observed[0]}, 2020, played.death_rates, ones); }));
    CHECK(refused("death rates", [&] { net_moves(played.observed, 2020, {played.death_rates[0]}, ones); }));
    CHECK(refused("mortality index", [&] { net_moves(played.observed, 2020, played.death_rates, ones.topRows(2)); }));
    std::vector<Cohorts> broken = played.observed;
    broken[3](40, 2) = -1.0;
    CHECK(refused("not negative", [&] { net_moves(broken, 2020, played.death_rates, ones); }));
    CHECK(refused("reference", [&] { old_age_mortality_index(played.observed, played.observed); }));
    const std::vector<Cohorts> immortal(3, Cohorts::Ones(age_count, 2));
    CHECK(refused("no losses", [&] { old_age_mortality_index(immortal, immortal, 70, 103); }));
    CHECK(refused("years of the fertility index",
                  [&] { fertility_index(immortal, immortal, 2020, {AgeVector::Ones(age_count)}, 2020, 2021); }));
    GrossAssumptions assumptions = usual_assumptions();
    assumptions.leaving_crude_rate = 0.9;
    const Cohorts nothing = Cohorts::Zero(age_count, 6);
    CHECK(refused("more than everybody", [&] { gross_moves(played.observed[0], nothing, assumptions); }));
    assumptions = usual_assumptions();
    assumptions.destination_groups = {0, 30, 18};
    CHECK(refused("ascend", [&] { gross_moves(played.observed[0], nothing, assumptions); }));
}
