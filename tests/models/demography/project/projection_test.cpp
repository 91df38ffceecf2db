#include "models/demography/rates/life_table.hpp"
#include "tests/catch.hpp"
#include "tests/models/demography/small_country.hpp"

#include <cmath>
#include <stdexcept>

using namespace framsyn::demography;
using namespace framsyn::demography::testing;

namespace {

constexpr Eigen::Index women = column(std::size_t{0}, Sex::female);

PopulationPath main_path(const Country& country) {
    const Inputs inputs = country.resolved();
    return Projector(inputs).project(unchanged_drivers(inputs));
}

} // namespace

TEST_CASE("without deaths, births and moves everybody is a year older and 105+ keeps its people") {
    const Country country = still_country(1);
    const PopulationPath path = main_path(country);
    const Cohorts& next = path.on_1_january(2021);
    CHECK(next(0, 0) == 0.0); // nobody is born
    CHECK(next(1, 0) == 1.0);
    CHECK(next(104, 1) == 1.0);
    CHECK(next(105, 1) == 2.0); // those of 104 and those of 105+
}

TEST_CASE("a year with moves, deaths and births gives what the four steps give by hand") {
    Country country = still_country(1, 2020, 2021);
    country.observed()[0].setZero();
    country.observed()[0](30, women) = 1000.0;
    country.mortality.death_rate(30, 0) = 0.1;
    country.mortality.death_rate(31, 0) = 0.3;
    country.migration().immigration(30, women) = 50.0;
    country.migration().emigration_rate(30, women) = 0.01;
    country.fertility.total_fertility = {2.06};
    country.fertility.births_per_woman.setZero();
    country.fertility.births_per_woman(30) = 0.5;
    country.fertility.births_per_woman(31) = 0.5;
    const PopulationPath path = main_path(country);
    // Net moves 50 − 10 = 40: 20 before survival, 20 after. Survival exp(−½(0.1 + 0.3)) = exp(−0.2).
    const double aged_31 = (1000.0 + 20.0) * std::exp(-0.2) + 20.0;
    CHECK(path.on_1_january(2021)(31, 0) == Approx(aged_31).epsilon(1e-14));
    // Births = 2.06 · ½ · ½(1000 + those aged 31); one girl for 1.06 boys; nobody aged 0 dies.
    const double births = 2.06 * 0.5 * 0.5 * (1000.0 + aged_31);
    CHECK(path.on_1_january(2021)(0, 0) == Approx(births / 2.06).epsilon(1e-14));
    CHECK(path.on_1_january(2021)(0, 1) == Approx(births * 1.06 / 2.06).epsilon(1e-14));
    CHECK(path.components[0][0].deaths == Approx(1020.0 * (1.0 - std::exp(-0.2))).epsilon(1e-14));
}

TEST_CASE("people are conserved in every area and year: births − deaths + in − out is the change") {
    Country country = busy_country(4);
    const PopulationPath path = main_path(country);
    for (std::size_t t = 0; t < path.components.size(); ++t) {
        double internal = 0.0;
        for (std::size_t area = 0; area < 4; ++area) {
            const Components& c = path.components[t][area];
            const double change = persons_in_area(path.persons[t + 1], area) - persons_in_area(path.persons[t], area);
            const double booked =
                c.births - c.deaths + c.internal_in - c.internal_out + c.immigration - c.emigration + c.correction;
            CHECK(std::abs(change - booked) < 1e-9 * persons_in_area(path.persons[t], area));
            internal += c.internal_in - c.internal_out;
        }
        CHECK(std::abs(internal) < 1e-9); // internal moves sum to zero
    }
}

TEST_CASE("twice the people and twice the arrivals make twice the population") {
    Country country = busy_country(3);
    const PopulationPath once = main_path(country);
    country.observed()[0] *= 2.0;
    country.migration().immigration *= 2.0;
    const PopulationPath twice = main_path(country);
    CHECK((twice.persons.back() - 2.0 * once.persons.back()).abs().maxCoeff() < 1e-9 * once.persons.back().maxCoeff());
}

TEST_CASE("observed years are carried through unchanged and the projection starts after the last") {
    Country country = busy_country(2);
    country.observed().push_back(country.observed()[0] * 1.5);
    country.fertility.total_fertility.pop_back();
    const PopulationPath path = main_path(country);
    CHECK((path.on_1_january(2020) == country.observed()[0]).all());
    CHECK((path.on_1_january(2021) == country.observed()[1]).all());
    CHECK(path.last_year() == 2025);
    CHECK(path.components.size() == 4);
}

TEST_CASE("with constant rates a closed population reaches the growth rate that Lotka's equation gives") {
    // One age of childbearing, 30, net reproduction R = girls per woman reaching mid-birth: growth over a generation of
    // 30½ years (births to the mean of women aged 30 on 1 January and 31 December) is R. No deaths: R = TFR / 2.06.
    Country country = still_country(1, 2000, 2600);
    country.fertility.total_fertility.assign(600, 2.06 * 1.3);
    const PopulationPath path = main_path(country);
    // Summed over a generation, because the first cohorts' waves die out slowly.
    const auto girls = [&](int last_year) {
        double sum = 0.0;
        for (int year = last_year - 60; year <= last_year; ++year) sum += path.on_1_january(year)(0, 0);
        return sum;
    };
    // Newborn girls B(t) = R/2 · (B(t−31) + B(t−30)): growth g solves 1 = 0.65 (g^−31 + g^−30).
    double low = 1.0, high = 1.1;
    for (int i = 0; i < 200; ++i) {
        const double g = 0.5 * (low + high);
        (0.65 * (std::pow(g, -31) + std::pow(g, -30)) > 1.0 ? low : high) = g;
    }
    const double generation_growth = std::pow(girls(2600) / girls(2300), 1.0 / 300.0);
    CHECK(generation_growth == Approx(low).epsilon(1e-5));
}

TEST_CASE("a full matrix whose rows are the pool's shares moves people as the pool does") {
    Country country = busy_country(3);
    const PopulationPath pool = main_path(country);
    for (const Sex sex : {Sex::female, Sex::male}) {
        DestinationMatrix::Block block{sex, 0, oldest_age, {}};
        for (std::size_t from = 0; from < 3; ++from) {
            for (std::size_t to = 0; to < 3; ++to) block.moves.push_back({from, to, 1.0 / 3.0});
        }
        country.migration().destinations.blocks.push_back(block);
    }
    const PopulationPath matrix = main_path(country);
    CHECK((pool.persons.back() - matrix.persons.back()).abs().maxCoeff() < 1e-9);
}

TEST_CASE("with a sparse matrix people go where it says and nowhere else") {
    Country country = still_country(3, 2020, 2021);
    country.migration().internal_out_rate(20, column(std::size_t{0}, Sex::male)) = 0.5;
    for (const Sex sex : {Sex::female, Sex::male}) {
        country.migration().destinations.blocks.push_back(
            {sex, 0, oldest_age, {{0, 2, 1.0}, {1, 0, 1.0}, {2, 1, 0.25}, {2, 0, 0.75}}});
    }
    const PopulationPath path = main_path(country);
    CHECK(path.on_1_january(2021)(21, column(std::size_t{0}, Sex::male)) == 0.5);
    CHECK(path.on_1_january(2021)(21, column(std::size_t{1}, Sex::male)) == 1.0);
    CHECK(path.on_1_january(2021)(21, column(std::size_t{2}, Sex::male)) == 1.5);
    CHECK(path.components[0][2].internal_in == 0.5);
}

TEST_CASE("persons given as such arrive or leave, follow no driver, and are booked by their sign") {
    Country country = still_country(1, 2020, 2021);
    country.migration().net_persons = Cohorts::Zero(age_count, 2);
    country.migration().net_persons(20, 0) = 10.0;
    country.migration().net_persons(40, 1) = -0.5;
    country.migration().newborn_net_persons = Cohorts::Constant(1, 2, 2.0);
    const Inputs inputs = country.resolved();
    Drivers drivers = unchanged_drivers(inputs);
    drivers.immigration *= 3.0;
    const PopulationPath path = Projector(inputs).project(drivers);
    CHECK(path.on_1_january(2021)(21, 0) == 11.0);
    CHECK(path.on_1_january(2021)(41, 1) == 0.5);
    CHECK(path.on_1_january(2021)(0, 0) == 2.0);
    CHECK(path.components[0][0].immigration == 14.0); // 10 and two newborn of each sex
    CHECK(path.components[0][0].emigration == 0.5);
}

TEST_CASE("impossible inputs are refused with a reason") {
    const auto fault = [](auto change) {
        Country country = busy_country(2);
        change(country);
        return fault_in(country.resolved());
    };
    CHECK(fault([](Country&) {}).empty());
    CHECK(fault([](Country& c) { c.mortality.death_rate(3, 0) = -0.1; }) == "a death rate is negative");
    CHECK(fault([](Country& c) { c.migration().emigration_rate.setConstant(0.99); }) == "more leave than there are");
    CHECK(fault([](Country& c) { c.migration().destination_share(5, 0) = 0.4; }) ==
          "destination shares don't sum to 1");
    CHECK(fault([](Country& c) {
              c.migration().destinations.blocks = {{Sex::female, 0, oldest_age, {{0, 1, 0.9}, {1, 0, 1.0}}},
                                                   {Sex::male, 0, oldest_age, {{0, 1, 1.0}, {1, 0, 1.0}}}};
          }) == "a row of the destination matrix doesn't sum to 1");
    CHECK(fault([](Country& c) { c.observed()[0](3, 3) = -1.0; }) == "an observed population has a negative number");
    CHECK_THROWS_AS(Projector(Inputs{}), std::invalid_argument);
}

TEST_CASE("life expectancy is the inverse of a constant death rate, and a newborn's survival follows its first year") {
    // Constant rate m: e0 = 1/m but for the discrete a(x) = ½; with m = 0.02 the two agree to 0.1 %.
    const AgeVector flat = AgeVector::Constant(age_count, 0.02);
    CHECK(life_expectancy(flat, Sex::female) == Approx(50.0).epsilon(1e-2));
    // Norway, women 2019–2023: m0 = .00161811, q0 = .00161588 (life table shipped with the Human Mortality Database's method);
    // L0/l0 = 1 − (1 − a0) q0 with a0 ≈ .146.
    CHECK(newborn_survival(0.00161811, Sex::female) == Approx(1.0 - (1.0 - 0.1457) * 0.00161588).epsilon(1e-6));
}

TEST_CASE("a projection is its years one after another, bit for bit") {
    // A projection carries the pool of movers from year to year; a single year makes its own.
    Country shares = busy_country(5);
    Country matrix = busy_country(2);
    matrix.migration().destinations.blocks = {{Sex::female, 0, oldest_age, {{0, 1, 1.0}, {1, 0, 1.0}}},
                                              {Sex::male, 0, oldest_age, {{0, 1, 1.0}, {1, 0, 1.0}}}};
    for (const Country& country : {shares, matrix}) {
        const Inputs inputs = country.resolved();
        const Projector projector(inputs);
        const Drivers drivers = unchanged_drivers(inputs);
        const PopulationPath path = projector.project(drivers);
        Cohorts january = inputs.observed.back();
        for (std::size_t t = 0; t < static_cast<std::size_t>(inputs.projected_years()); ++t) {
            std::vector<Components> components(inputs.areas.size());
            january = projector.advance(january, t, drivers, components);
            CHECK((january == path.persons[t + 1]).all());
            CHECK(components.back().internal_in == path.components[t].back().internal_in);
        }
    }
}

TEST_CASE("areas with the same rates share a schedule, whatever their order, and live as if they had their own") {
    Cohorts by_area(2, 6);       // three areas, both sexes; the first and the third are alike
    by_area << 1, 2, 1, 9, 1, 2, //
        3, 4, 3, 4, 3, 4;
    const Schedules schedules = shared_schedules(by_area, 2);
    CHECK(schedules.of_area == std::vector<Eigen::Index>{0, 1, 0});
    REQUIRE(schedules.rates.cols() == 4);
    CHECK((schedules.rates == by_area.leftCols(4)).all());
    CHECK(shared_schedules(by_area, 1).of_area == std::vector<Eigen::Index>{0, 1, 0, 2, 0, 1});

    Country country = busy_country(4);
    country.mortality.index.row(2) = country.mortality.index.row(0);
    country.mortality.index.row(3) = country.mortality.index.row(1);
    const Inputs shared = country.resolved();
    REQUIRE(shared.death_rates[0].rates.cols() == 4);
    Inputs own = shared;
    for (Schedules& year : own.death_rates) {
        Cohorts all(age_count, 8);
        for (Eigen::Index area = 0; area < 4; ++area) {
            all.middleCols(2 * area, 2) = year.rates.middleCols(2 * year.of_area[static_cast<std::size_t>(area)], 2);
        }
        year = {all, {0, 1, 2, 3}};
    }
    const PopulationPath a = Projector(shared).project(unchanged_drivers(shared));
    const PopulationPath b = Projector(own).project(unchanged_drivers(own));
    CHECK((a.persons.back() == b.persons.back()).all());

    own.death_rates[1].of_area[2] = 4; // there are four schedules, 0 to 3
    CHECK_THROWS_AS(Projector(own), std::invalid_argument);
}
