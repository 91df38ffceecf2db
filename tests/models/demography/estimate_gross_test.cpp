#include "models/demography/estimate.hpp"
#include "models/demography/rogers_castro.hpp"
#include "refusal.hpp"
#include "small_country.hpp"
#include "tests/catch.hpp"

#include <cmath>

using namespace framsyn::demography;
using namespace framsyn::demography::testing;

namespace {

GrossAssumptions usual_assumptions() {
    GrossAssumptions assumptions;
    assumptions.shape = tapered_to_zero(rogers_castro(fundamental_schedule())).col(0);
    assumptions.leaving_crude_rate = 0.028;
    assumptions.internal_crude_rate = 0.007;
    return assumptions;
}

} // namespace

TEST_CASE("gross moves made around a net give that net in the first projected year") {
    Inputs inputs = busy_country(3);
    Cohorts net = Cohorts::Zero(age_count, 6);
    for (Eigen::Index age = 0; age < 70; ++age)
        for (Eigen::Index col = 0; col < 6; ++col)
            net(age, col) = 2.0 * std::sin(0.1 * static_cast<double>(age + 7 * col));
    const GrossMoves gross = gross_moves(inputs.observed[0], tapered_to_zero(net), usual_assumptions());
    CHECK(gross.cut.empty());
    inputs.migration = gross.migration;
    const PopulationPath path = Projector(inputs).project(unchanged_drivers(inputs));
    AgeSexTable rates(age_count, 2);
    for (Eigen::Index age = 0; age < age_count; ++age) { // the second area has no index of its own
        rates(age, 0) = death_rate(inputs.mortality, 1, Sex::female, age, 2020);
        rates(age, 1) = death_rate(inputs.mortality, 1, Sex::male, age, 2020);
    }
    const NetMoves found = net_moves({path.persons[0], path.persons[1]}, 2020, {rates}, inputs.mortality.index);
    CHECK((found.persons[0] - tapered_to_zero(net)).abs().maxCoeff() < 1e-9);
}

TEST_CASE("gross rates meet the crude rates, shares sum to one and internal moves change no total at the start") {
    const Inputs inputs = busy_country(3);
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
    const Inputs inputs = busy_country(2);
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

TEST_CASE("assumptions of gross moves that make no sense are refused") {
    const Cohorts population = busy_country(3).observed[0], nothing = Cohorts::Zero(age_count, 6);
    GrossAssumptions assumptions = usual_assumptions();
    assumptions.leaving_crude_rate = 0.9;
    CHECK(refuses_with("more than everybody", [&] { gross_moves(population, nothing, assumptions); }));
    assumptions = usual_assumptions();
    assumptions.destination_groups = {0, 30, 18};
    CHECK(refuses_with("ascend", [&] { gross_moves(population, nothing, assumptions); }));
    assumptions = usual_assumptions();
    assumptions.shape(3) = -1.0;
    CHECK(refuses_with("shape", [&] { gross_moves(population, nothing, assumptions); }));
    CHECK(refuses_with("net moves", [&] { gross_moves(population, nothing.leftCols(2), usual_assumptions()); }));
}
