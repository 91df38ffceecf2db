#include "tests/catch.hpp"
#include "tests/models/demography/annual_reference.hpp"

using namespace framsyn::demography;
using namespace framsyn::demography::testing;

namespace {

/// The largest difference of a group in [first, last], as a share.
double largest(const Difference& difference, std::size_t first, std::size_t last) {
    double result = 0.0;
    for (std::size_t g = first; g <= last; ++g) result = std::max(result, std::abs(difference.groups[g]));
    return result;
}

} // namespace

TEST_CASE("the five-year reference projects Swedish women of 1993 as the textbook says") {
    // Preston, Heuveline and Guillot (2001), box 6.1: women in 1993, 5Lx (last: T85) and births per woman and year.
    const leslie::Numbers women{293395, 248369, 240012, 261346, 285209, 314388, 281290, 286923, 304108,
                                324946, 247613, 211351, 215140, 221764, 223506, 183654, 141990, 112424};
    leslie::Period period;
    period.women_lived = {4.97487, 4.97138, 4.96901, 4.96531, 4.95902, 4.95168, 4.94213, 4.92760, 4.90447,
                          4.86613, 4.80665, 4.71786, 4.57852, 4.36153, 4.02775, 3.50358, 2.71512, 2.91707};
    period.fertility = {0, 0, 0, .0120, .0908, .1499, .1125, .0441, .0074, .0003, 0, 0, 0, 0, 0, 0, 0, 0};
    period.women_moving = period.men_moving = leslie::Numbers(18, 0.0);
    period.men_lived = period.women_lived;
    const leslie::People later = leslie::five_years_on({women, women}, period);
    // By hand from the same box: 293395 · 497138/497487, and (141990 + 112424) · 291707/(271512 + 291707).
    CHECK(later.women[1] == Approx(293189.2).margin(0.1));
    CHECK(later.women[17] == Approx(131768.3).margin(0.1));
    // Births 5 Σ F ½(W + W') = 604 866, 1/2.05 of them girls, of whom 497487/500000 are alive: worked out apart from this code.
    CHECK(later.women[0] == Approx(293573.8).margin(0.1));
}

TEST_CASE("a stationary population in five-year groups stands still in the annual projection") {
    // All but 0–4, who are born at the rates of an ageing country. The groups' own rates and persons make the single
    // years that are projected; not quite those that the groups were made of.
    AbridgedCountry c = example_countries()[2];
    const AgeVector rate = siler_rates(rich_women);
    c.people.women = group_sums(five_year_groups(100), 1e5 * stationary_population(rate, Sex::female));
    AnnualInputs annual = graduated(c);
    for (int year = 0; year < 5; ++year) one_year_on(annual);
    const leslie::Numbers after = group_sums(five_year_groups(100), annual.persons[0]);
    for (std::size_t g = 1; g < after.size(); ++g) CHECK(after[g] == Approx(c.people.women[g]).epsilon(5e-5));
}

TEST_CASE("annual projections from graduated tables agree with five-year projections for a generation") {
    for (const AbridgedCountry& c : example_countries()) {
        for (const int years : {5, 10, 25}) {
            INFO(c.name << ", " << years << " years");
            const Difference d = difference(c, years);
            CHECK(std::abs(d.total) < 0.0012);
            CHECK(largest(d, 0, 15) < 0.0055); // to 75–79
        }
        // After ten years below 1 % up to 95–99. Later a steep end of a boom inside a group, which a five-year
        // projection can't see, and 100+ differ more.
        CHECK(largest(difference(c, 10), 0, 19) < 0.01);
        CHECK(largest(difference(c, 10), 20, 20) < 0.02);
        const Difference after_50 = difference(c, 50);
        CHECK(std::abs(after_50.total) < 0.003);
        CHECK(largest(after_50, 0, 17) < 0.0075);
    }
}

TEST_CASE("tables that end with 85 and over agree with five-year projections up to that age") {
    for (const AbridgedCountry& c : example_countries(85)) {
        INFO(c.name);
        const Difference d = difference(c, 10, 85);
        CHECK(std::abs(d.total) < 0.0012);
        CHECK(largest(d, 0, 16) < 0.01);
        CHECK(largest(d, 17, 17) < 0.04); // the five-year projection takes the open class for stationary
    }
}

TEST_CASE("old women of the Philippines in 2025 are as many as in the UN's projection of 2019") {
    // United Nations, World Population Prospects 2019 (CC BY 3.0 IGO), medium variant: thousands of women by five-year
    // group on 1 July, and central death rates 2020–2025 from age 1 on. Age 0 is ours; nobody who counts below was 0.
    const leslie::Numbers in_2020{5165.709, 5551.88,  5328.55,  5055.235, 4912.579, 4672.169, 4080.419,
                                  3610.181, 3254.622, 2875.542, 2578.054, 2174.061, 1778.415, 1348.668,
                                  951.813,  597.11,   378.173,  165.698,  59.191,   12.613,   1.578};
    const leslie::Numbers dying{.018,       .001707573, .000464034, .000399742, .000711326, .000899839,
                                .001070925, .001362477, .001880467, .002674607, .003960791, .005846902,
                                .008707282, .011625455, .015509751, .024225988, .043444014, .074550016,
                                .12272297,  .18708099,  .27267755,  .37988397};
    const leslie::Numbers from_70_in_2025{1223.739, 807.183, 446.891, 232.735, 76.953, 18.917, 2.634};

    AbridgedCountry c = example_countries()[0];
    c.people = {in_2020, in_2020};
    c.women_dying = c.men_dying = dying;
    c.women_moving = c.men_moving = leslie::Numbers(in_2020.size(), 0.0);
    AnnualInputs annual = graduated(c);
    annual.persons[0] = graduate_population(five_year_groups(100), in_2020,
                                            graduate_death_rates(life_table_groups(100), dying, Sex::female),
                                            Sex::female, Spread::even); // as five-year projections take them to be
    for (int year = 0; year < 5; ++year) one_year_on(annual);
    const leslie::Numbers ours = group_sums(five_year_groups(100), annual.persons[0]);
    const leslie::Numbers lived = leslie::life_table(dying, true, leslie::YearsBeforeDeath::greville).years_lived;
    constexpr std::size_t from_70 = 14, from_95 = 19, open = 20;
    for (std::size_t g = from_70; g < open; ++g) {
        CHECK(ours[g] == Approx(from_70_in_2025[g - from_70]).epsilon(0.002));
        // The UN's own arithmetic is the textbook's, to the last digit that is printed.
        CHECK(in_2020[g - 1] * lived[g] / lived[g - 1] == Approx(from_70_in_2025[g - from_70]).epsilon(0.001));
    }
    // At 100 and over the UN gives those who were 95–99 and those who were over 100 already the same chance to live
    // five more years, T100 / T95. Here the younger live longer, and they are the more the faster a country grows.
    const double pooled = (in_2020[from_95] + in_2020[open]) * lived[open] / (lived[from_95] + lived[open]);
    CHECK(pooled == Approx(from_70_in_2025.back()).epsilon(0.001));
    CHECK(ours[open] / from_70_in_2025.back() - 1.0 == Approx(0.036).margin(0.005));
}
