// How much is enough, held against whole studies with that much and with one step less.
#include "models/study/study.hpp"
#include "tests/catch.hpp"
#include "tests/models/study/small_region.hpp"

#include <algorithm>
#include <cmath>

using namespace framsyn;
using namespace framsyn::study;
using framsyn::study::testing::exactly;
using framsyn::study::testing::small_region;

namespace {

constexpr int asked_year = 2023;

/// The small region with draws enough for a probability, a second site in the north, and patients of the south who are
/// treated in the north from 2022 on.
Scenario region() {
    Scenario region = small_region();
    region.draws = 60;
    UnitInfo second = region.units[0];
    second.id = "nord-akutt-2";
    second.site = "second";
    second.beds = exactly(3.0);
    region.units.push_back(second);
    ActionInfo move;
    move.id = "to-the-north";
    move.kind = ActionKind::treat_elsewhere;
    move.when = {from_day({2022, 7, 1})};
    PatientDetour detour;
    detour.of.treated_at = {TrustId(1)};
    detour.of.services = {ServiceId(0)};
    detour.share = exactly(0.2);
    detour.to = WhichTrust(TrustId(0));
    move.detour = detour;
    FlowInfo flow;
    flow.id = "sor-akutt-nord";
    flow.residence = TrustId(1);
    flow.service = ServiceId(0);
    flow.at = TrustId(0);
    flow.has_level = true;
    flow.made_by_action = true;
    region.flows.push_back(flow);
    region.actions = {move};
    return region;
}

Study study_of_need(const Scenario& scenario) {
    return run_study(scenario, {{0, static_cast<std::size_t>(scenario.draws)}, {}, People::left_out});
}

HowMuch question(Lever by, const Aim& until, double least, double most) {
    HowMuch question;
    question.cell = {WhichTrust(TrustId(0)), {"akutt", {ServiceId(0)}, false}};
    question.year = asked_year;
    question.by = by;
    question.unit = UnitId(0);
    question.until = until;
    question.least = least;
    question.most = most;
    return question;
}

/// The scenario with the amount as a change of its own, as a user would write it.
Scenario with(Scenario scenario, const HowMuch& question, double amount) {
    if (question.by == Lever::beds) {
        ChangeInfo change;
        change.id = "more";
        change.unit = question.unit;
        change.when = from_day({question.year, 1, 1});
        change.beds = exactly(amount);
        scenario.changes.push_back(change);
        return scenario;
    }
    ActionInfo action;
    action.id = "change";
    action.kind = question.by == Lever::stay ? ActionKind::stay : ActionKind::admissions;
    action.when = {from_day({question.year, 1, 1})};
    PatientChange change;
    if (question.cell.trust.is_region())
        change.of.treated_at = {TrustId(0), TrustId(1)};
    else
        change.of.treated_at = {question.cell.trust};
    change.of.services = question.cell.service.services;
    change.percent = exactly(amount);
    change.of_stays = question.by == Lever::stay;
    action.change = change;
    scenario.actions.push_back(action);
    return scenario;
}

Gap gap_in(const Scenario& scenario, const HowMuch& question, Rule rule) {
    const Study study = study_of_need(scenario);
    for (const Gap& gap : study.gaps()) {
        const Cell& cell = study.cell_of(gap);
        if (gap.year == question.year && gap.rule == rule && cell.trust == question.cell.trust &&
            cell.service.id == question.cell.service.id)
            return gap;
    }
    throw std::logic_error("no such gap");
}

bool meets(const Aim& aim, const Gap& gap) {
    if (aim.is_gap) return aim.or_equal ? gap.gap.median >= aim.limit : gap.gap.median > aim.limit;
    return aim.or_equal ? gap.p_shortage <= aim.limit : gap.p_shortage < aim.limit;
}

/// What is said of an amount is what a study with it says.
void is_as_studied(const Balance& said, const Gap& studied) {
    CHECK(said.p_shortage == studied.p_shortage);
    CHECK(std::fabs(said.gap - studied.gap.median) < 1e-9);
    CHECK(said.capacity == studied.capacity);
}

void is_enough_and_one_step_less_is_not(const Scenario& scenario, const HowMuch& question, const Enough& enough) {
    INFO(name_in(rule_names, enough.rule) << " by " << name_in(levers, question.by) << ", gap " << enough.before.gap
                                          << " before, " << enough.at.gap << " at");
    REQUIRE(enough.amount.found == Amount::Found::here);
    const double step = question.by == Lever::beds ? 1.0 : -0.1;
    const Gap at = gap_in(with(scenario, question, enough.amount.value), question, enough.rule);
    const Gap beside = gap_in(with(scenario, question, enough.amount.value - step), question, enough.rule);
    CHECK(meets(question.until, at));
    CHECK_FALSE(meets(question.until, beside));
    is_as_studied(enough.at, at);
    CHECK(beside.p_shortage == enough.just_short.p_shortage);
    is_as_studied(enough.before, gap_in(scenario, question, enough.rule));
}

void is_enough_and_one_step_less_is_not(const Scenario& scenario, const HowMuch& question) {
    for (const Enough& enough : study_of_need(scenario).how_much(question))
        is_enough_and_one_step_less_is_not(scenario, question, enough);
}

} // namespace

TEST_CASE("so many beds are enough in a study with them, and one fewer are not") {
    const Scenario scenario = region();
    is_enough_and_one_step_less_is_not(scenario, question(Lever::beds, {false, 0.1, false}, -7.0, 200.0));
    is_enough_and_one_step_less_is_not(scenario, question(Lever::beds, {true, 0.0, true}, -7.0, 200.0));
    // A second site: how patients spread over the sites changes with its beds, and so the need by service level.
    HowMuch at_second = question(Lever::beds, {false, 0.25, true}, 0.0, 200.0);
    at_second.unit = UnitId(2);
    is_enough_and_one_step_less_is_not(scenario, at_second);
}

TEST_CASE("stays so much shorter, or so many fewer admissions, are enough in a study with them, and a tenth of a per "
          "cent less is not, patients who are moved besides") {
    const Scenario scenario = region();
    is_enough_and_one_step_less_is_not(scenario, question(Lever::stay, {false, 0.1, false}, -95.0, 50.0));
    is_enough_and_one_step_less_is_not(scenario, question(Lever::admissions, {true, -2.0, false}, -95.0, 50.0));
    HowMuch region_wide = question(Lever::stay, {false, 0.5, false}, -95.0, 50.0);
    region_wide.cell.trust = WhichTrust::region();
    is_enough_and_one_step_less_is_not(scenario, region_wide);
}

TEST_CASE("beds by the utilisation rule are the draws' need above capacity, counted off") {
    const Scenario scenario = region();
    const HowMuch asked = question(Lever::beds, {false, 0.1, false}, -7.0, 200.0);
    const Study study = study_of_need(scenario);
    const CellNeed need = study.need_of({asked.cell}, CountedBy::treatment).front();
    const std::vector<double> beds = need.beds_at_utilisation.draws_of(3); // 2023, three years after 2020
    const double capacity = 8.0 + 2.0 + 3.0;                               // at first, opened in 2022, the second site
    // The fewest whole beds N with fewer than 6 of 60 draws above capacity + N, and those that leave a tenth, half and
    // nine tenths of the draws with enough: at most 54, 30 and 6 above.
    const auto fewest = [&](auto&& enough) {
        for (int n = -7;; ++n) {
            const auto short_of = std::count_if(beds.begin(), beds.end(), [&](double b) { return b > capacity + n; });
            if (enough(short_of)) return static_cast<double>(n);
        }
    };
    const Enough found = study.how_much(asked).front();
    CHECK(found.amount.value == fewest([](long n) { return n < 6; }));
    CHECK(found.in_tenth.value == fewest([](long n) { return n <= 54; }));
    CHECK(found.in_half.value == fewest([](long n) { return n <= 30; }));
    CHECK(found.in_nine_tenths.value == fewest([](long n) { return n <= 6; }));
    // The binomial standard error of .1 in 60 draws is .0387, times 1.96 .0759: at most 10 and 1 of them short.
    CHECK(found.low.value == fewest([](long n) { return n <= 10; }));
    CHECK(found.high.value == fewest([](long n) { return n <= 1; }));
}

TEST_CASE("what is enough already tells how much can be given up, and what no allowed amount reaches is said") {
    Scenario scenario = region();
    scenario.units[0].beds = exactly(400.0);
    const HowMuch generous = question(Lever::beds, {false, 0.1, false}, -390.0, 50.0);
    for (const Enough& enough : study_of_need(scenario).how_much(generous)) {
        CHECK(enough.amount.found == Amount::Found::here);
        CHECK(enough.amount.value < 0.0);
    }
    is_enough_and_one_step_less_is_not(scenario, generous);
    for (const Enough& enough :
         study_of_need(scenario).how_much(question(Lever::beds, {false, 0.1, false}, -10.0, 50.0))) {
        CHECK(enough.amount.found == Amount::Found::everywhere);
        CHECK(enough.at.capacity == 400.0 + 2.0 + 3.0 - 10.0);
    }
    for (const Enough& enough :
         study_of_need(region()).how_much(question(Lever::stay, {true, 1000.0, true}, -95.0, 50.0))) {
        CHECK(enough.amount.found == Amount::Found::nowhere);
        CHECK(enough.at.gap < 1000.0);
        CHECK(enough.high.found == Amount::Found::nowhere);
    }
}

TEST_CASE("a unit spares all beds but one that it has at any time from the year on") {
    Scenario scenario = small_region();
    CHECK(beds_to_spare(scenario, UnitId(0), 2021) == 7.0); // 8, and 10 from 2022 on
    CHECK(beds_to_spare(scenario, UnitId(0), 2022) == 9.0);
    ChangeInfo closing;
    closing.unit = UnitId(0);
    closing.when = from_day({2024, 3, 1});
    closing.beds = exactly(-6.0);
    scenario.changes.push_back(closing);
    CHECK(beds_to_spare(scenario, UnitId(0), 2022) == 3.0); // 10 − 6 from March 2024 on
}

TEST_CASE("draws of another scenario are refused") {
    const Scenario scenario = region();
    const Study other = study_of_need(small_region());
    CHECK_THROWS_AS(how_much(scenario, demography::Projector(scenario.demography), other.draws(),
                             question(Lever::beds, {false, 0.1, false}, 0.0, 9.0), one_after_the_other),
                    UnfitBlock);
}
