#include "models/need/beds/utilisation_rule.hpp"
#include "models/need/need.hpp"
#include "tests/catch.hpp"

using namespace framsyn;
using demography::Cohorts;

namespace {

/// Two catchments, 100 and 200 people in every age and sex; the second grows by 10 % a year.
demography::PopulationPath two_catchments(int years) {
    demography::PopulationPath path;
    path.first_year = 2024;
    double growth = 1.0;
    for (int t = 0; t <= years; ++t) {
        Cohorts persons(demography::age_count, 4);
        persons.leftCols(2).setConstant(100.0);
        persons.rightCols(2).setConstant(200.0 * growth);
        path.persons.push_back(persons);
        growth *= 1.1;
    }
    return path;
}

constexpr TrustId first(0);
constexpr TrustId second(1);
constexpr ServiceId the_service(0);

/// One service used at 0.5 days a year from age 18 on; residents of the second go half to the first trust.
need::Inputs one_service() {
    need::Inputs inputs;
    inputs.trusts = 2;
    inputs.services = 1;
    inputs.base_year = 2024;
    inputs.last_year = 2026;
    demography::AgeSexTable rate = demography::AgeSexTable::Zero(demography::age_count, 2);
    rate.bottomRows(demography::age_count - 18).setConstant(0.5);
    inputs.use_rates = {rate};
    inputs.rate_of_service = {0};
    inputs.flows = {{first, the_service, first, 1.2},
                    {second, the_service, first, 0.4},
                    {second, the_service, second, 0.4},
                    {second, the_service, WhichTrust::outside(), 0.1}};
    return inputs;
}

constexpr double ages_and_sexes = 2.0 * 88.0; // 18–105, women and men

} // namespace

TEST_CASE("need is rate × level × mean of the two 1 Januaries, by hand") {
    const need::NeedPath path = need::project_need(two_catchments(3), one_service());
    CHECK(path.bed_days[0][0] == Approx(1.2 * 0.5 * 100.0 * ages_and_sexes));
    CHECK(path.bed_days[1][0] == Approx(0.4 * 0.5 * 200.0 * 0.5 * (1.0 + 1.1) * ages_and_sexes));
    // 2026 has a day less than the base year that the rates count in.
    CHECK(path.bed_days[3][2] == Approx(0.1 * 0.5 * 200.0 * 0.5 * (1.21 + 1.331) * ages_and_sexes * 365.0 / 366.0));
}

TEST_CASE("need is linear in the population") {
    demography::PopulationPath a = two_catchments(3);
    demography::PopulationPath b = a;
    for (Cohorts& persons : b.persons) persons.row(40) *= 3.0;
    demography::PopulationPath sum = a;
    for (std::size_t t = 0; t < sum.persons.size(); ++t) sum.persons[t] = 2.0 * a.persons[t] + 0.5 * b.persons[t];
    need::Inputs inputs = one_service();
    inputs.anchors = {}; // a count would hold one sum, whatever the population
    const auto of = [&](const demography::PopulationPath& p) { return need::project_need(p, inputs); };
    const need::NeedPath pa = of(a), pb = of(b), ps = of(sum);
    for (std::size_t f = 0; f < ps.flows.size(); ++f) {
        for (std::size_t t = 0; t < 3; ++t) {
            CHECK(ps.bed_days[f][t] == Approx(2.0 * pa.bed_days[f][t] + 0.5 * pb.bed_days[f][t]).epsilon(1e-12));
        }
    }
}

TEST_CASE("no people need no beds") {
    demography::PopulationPath empty = two_catchments(3);
    for (Cohorts& persons : empty.persons) persons.setZero();
    const need::NeedPath path = need::project_need(empty, one_service());
    for (const auto& flow : path.bed_days) {
        for (const double days : flow) CHECK(days == 0.0);
    }
}

TEST_CASE("an anchor holds a provider's count of the base year however its flows are drawn") {
    need::Inputs inputs = one_service();
    const need::NeedPath central = need::project_need(two_catchments(3), inputs);
    inputs.flows[0].level = 2.0; // drawn far off
    inputs.flows[1].level = 0.05;
    const double counted = 1.04 * (central.bed_days[0][0] + central.bed_days[1][0]);
    inputs.anchors = {{{first}, {the_service}, counted}};
    const need::NeedPath drawn = need::project_need(two_catchments(3), inputs);
    CHECK(drawn.bed_days[0][0] + drawn.bed_days[1][0] == Approx(counted));
    CHECK(drawn.bed_days[2][0] == Approx(central.bed_days[2][0])); // another provider is left alone
}

TEST_CASE("a change factor works in proportion to how far it is realised") {
    need::Inputs inputs = one_service();
    const need::NeedPath plain = need::project_need(two_catchments(3), inputs);
    inputs.factors = {{{the_service}, -0.2, {0.0, 0.5, 1.0}}};
    const need::NeedPath changed = need::project_need(two_catchments(3), inputs);
    CHECK(changed.bed_days[0][0] == plain.bed_days[0][0]);
    CHECK(changed.bed_days[0][1] == Approx(0.9 * plain.bed_days[0][1]));
    CHECK(changed.bed_days[0][2] == Approx(0.8 * plain.bed_days[0][2]));
}

TEST_CASE("an added stock is its beds × the days of the year, where it is treated") {
    need::Inputs inputs = one_service();
    const need::NeedPath plain = need::project_need(two_catchments(3), inputs);
    inputs.stocks = {{the_service, first, {0.0, 0.8, 1.6}}};
    const need::NeedPath changed = need::project_need(two_catchments(3), inputs);
    const double more = changed.bed_days[0][2] + changed.bed_days[1][2] - plain.bed_days[0][2] - plain.bed_days[1][2];
    CHECK(more == Approx(1.6 * 365.0));
    CHECK(changed.bed_days[2][2] == plain.bed_days[2][2]);
}

TEST_CASE("by the official rule 49 303 bed days of 2024 at 85 percent are 158.5 beds") {
    CHECK(need::beds_at_utilisation(49303.0, 0.85, 366) == Approx(158.4796).epsilon(1e-5)); // 49 303 / (366 × .85)
}

TEST_CASE("in counted years need is the count, and from the next year on the last one's use times its level") {
    need::Inputs inputs = one_service();
    inputs.last_year = inputs.base_year + 4;
    const need::NeedPath plain = need::project_need(two_catchments(5), inputs);
    const auto at_first = [](const need::NeedPath& path, std::size_t t) {
        return path.bed_days[0][t] + path.bed_days[1][t];
    };
    inputs.anchors = {{{first}, {the_service}, 1000.0, {1.1}, {0.9, 0.8}}};
    const need::NeedPath held = need::project_need(two_catchments(5), inputs);
    CHECK(at_first(held, 0) == Approx(1000.0));
    CHECK(at_first(held, 1) == Approx(1100.0));
    const auto people = [&](std::size_t t) { return at_first(plain, t) / at_first(plain, 1); };
    CHECK(at_first(held, 2) == Approx(1100.0 * people(2) * 0.9));
    CHECK(at_first(held, 3) == Approx(1100.0 * people(3) * 0.8));
    CHECK(at_first(held, 4) == Approx(1100.0 * people(4) * 0.8)); // the last level stands for later years
    CHECK(held.bed_days[2][4] == plain.bed_days[2][4]);           // nobody counted the other trust
}

TEST_CASE("a count of a part and one of its sum are both held, in every counted year") {
    need::Inputs inputs = one_service();
    inputs.last_year = inputs.base_year + 3;
    // The first two flows are one trust's; with the third they are the sum. The sum stands first in the list.
    inputs.anchors = {{{first, second}, {the_service}, 3000.0, {1.1, 1.2}, {0.9}},
                      {{first}, {the_service}, 1000.0, {1.05}}};
    const need::NeedPath held = need::project_need(two_catchments(4), inputs);
    const auto part = [&](std::size_t t) { return held.bed_days[0][t] + held.bed_days[1][t]; };
    const auto sum = [&](std::size_t t) { return part(t) + held.bed_days[2][t]; };
    CHECK(part(0) == Approx(1000.0));
    CHECK(part(1) == Approx(1050.0));
    CHECK(sum(0) == Approx(3000.0));
    CHECK(sum(1) == Approx(3300.0));
    CHECK(sum(2) == Approx(3600.0)); // the part wasn't counted then: both grow alike
    // After the last count every patient follows the sum's level.
    need::Inputs uncounted = inputs;
    uncounted.anchors.clear();
    const need::NeedPath plain = need::project_need(two_catchments(4), uncounted);
    for (std::size_t f = 0; f < 3; ++f)
        CHECK(held.bed_days[f][3] / held.bed_days[f][2] == Approx(0.9 * plain.bed_days[f][3] / plain.bed_days[f][2]));
    // A part that is more than its sum leaves the others nothing.
    inputs.anchors[1].bed_days = 5000.0;
    CHECK(need::project_need(two_catchments(4), inputs).bed_days[2][0] == 0.0);
}

TEST_CASE("what a change factor did by the last counted year is in the count") {
    need::Inputs inputs = one_service();
    inputs.anchors = {{{first}, {the_service}, 1000.0, {1.1}, {}}};
    const need::NeedPath plain = need::project_need(two_catchments(3), inputs);
    inputs.factors = {{{the_service}, -0.2, {0.0, 0.5, 1.0}}};
    const need::NeedPath changed = need::project_need(two_catchments(3), inputs);
    CHECK(changed.bed_days[0][1] == plain.bed_days[0][1]);
    CHECK(changed.bed_days[0][2] == Approx(plain.bed_days[0][2] * 0.8 / 0.9));
    CHECK(changed.bed_days[3][1] == Approx(0.9 * plain.bed_days[3][1])); // outside nothing is counted
}
