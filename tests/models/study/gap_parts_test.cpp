#include "models/study/study.hpp"
#include "tests/catch.hpp"
#include "tests/models/study/small_region.hpp"

#include "models/study/answers/quantiles.hpp"
#include "models/study/parts/shapley.hpp"

#include <cmath>
#include <numeric>

using namespace framsyn;
using namespace framsyn::study;
using namespace framsyn::study::testing;

namespace {

double mean_part(const Study& study, std::size_t trust, int year, const std::string& name) {
    const auto t = static_cast<std::size_t>(year - study.scenario().base_year);
    for (const CellParts& parts : study.gap_parts()) {
        const Cell& cell = study.need()[parts.cell].cell;
        if (cell.trust != TrustId(trust) || cell.service.id != "akutt") continue;
        for (const GapPart& part : parts.parts) {
            if (part.name == name) return mean_of(part.beds.draws_of(t));
        }
        if (name == "reserve") return mean_of(parts.reserve_at_utilisation.draws_of(t));
    }
    return 0.0;
}

Study need_only(const Scenario& scenario) {
    return run_study(scenario, whole(scenario, Care::left_out));
}

ActionInfo shorter_stays(double percent) {
    ActionInfo action;
    action.id = "kortere";
    action.kind = ActionKind::stay;
    action.when = {from_day({2023, 1, 1})};
    PatientChange change;
    change.of.treated_at = {TrustId(0)};
    change.of.services = {ServiceId(0)};
    change.percent = exactly(percent);
    change.of_stays = true;
    action.change = change;
    return action;
}

} // namespace

TEST_CASE("Shapley values of a game worked by hand", "[parts]") {
    // Players 1 and 2 together give 6, 1 and 3 give 12, all three 18, every other set nothing. Over the six orders player 1
    // adds 0, 0, 6, 18, 12 and 18, player 2 adds 6, 6, 0, 0, 6 and 0, player 3 adds 12, 12, 12, 0, 0 and 0.
    std::vector<double> value(8, 0.0);
    value[0b011] = 6.0;
    value[0b101] = 12.0;
    value[0b111] = 18.0;
    const std::vector<double> share = shapley(3, value);
    CHECK(share[0] == Approx(9.0));
    CHECK(share[1] == Approx(3.0));
    CHECK(share[2] == Approx(6.0));
}

TEST_CASE("Shapley values of an additive game are what each player adds, for ten players too", "[parts]") {
    const std::size_t players = 10;
    std::vector<double> value(std::size_t{1} << players, 0.0);
    for (std::size_t set = 0; set < value.size(); ++set) {
        for (std::size_t p = 0; p < players; ++p)
            value[set] += (set >> p & 1) != 0 ? 1.0 + static_cast<double>(p) : 0.0;
    }
    const std::vector<double> share = shapley(players, value);
    for (std::size_t p = 0; p < players; ++p) CHECK(share[p] == Approx(1.0 + static_cast<double>(p)));
}

TEST_CASE("Parts sum to the gap in every draw, by both rules", "[parts]") {
    Scenario region = small_region();
    region.actions = {shorter_stays(-10.0)};
    StockInfo stock;
    stock.id = "domte";
    stock.service = ServiceId(0);
    stock.trust = TrustId(0);
    stock.growth = about(0.3, 0.2, 0.6, "stock.domte.growth");
    region.stocks = {stock};
    FactorInfo factor;
    factor.id = "ny";
    factor.services = {ServiceId(0)};
    factor.effect = about(0.1, 0.0, 0.2, "factor.ny.effect");
    factor.when = {{2020, 1, 1}, {2024, 1, 1}, {}};
    region.factors = {factor};
    const Study study = need_only(region);
    for (const CellParts& parts : study.gap_parts()) {
        const CellNeed& need = study.need()[parts.cell];
        for (std::size_t t = 0; t < region.years(); ++t) {
            const int year = region.base_year + static_cast<int>(t);
            const double beds = study.capacity().staffed_sum(need.cell.trust, need.cell.service.services, year)->mean;
            for (const Rule rule : {Rule::utilisation, Rule::service_level}) {
                for (std::size_t k = 0; k < 8; ++k) {
                    double sum = parts.reserve(rule).at(t, k);
                    for (const GapPart& part : parts.parts) sum += part.beds.at(t, k);
                    CHECK(std::abs(sum - (beds - need.beds(rule).at(t, k))) < 1e-9);
                }
            }
        }
    }
}

TEST_CASE("Need step by step ends in the need and begins with people alone", "[parts]") {
    Scenario region = small_region();
    region.actions = {shorter_stays(-10.0)};
    const Study study = need_only(region), people = need_only(small_region());
    for (const CellSteps& steps : study.need_steps()) {
        for (std::size_t t = 0; t < region.years(); ++t) {
            for (std::size_t k = 0; k < 8; ++k) {
                CHECK(steps.actions.at(t, k) == Approx(study.need()[steps.cell].bed_days.at(t, k)).epsilon(1e-12));
                CHECK(steps.demography.at(t, k) == Approx(people.need()[steps.cell].bed_days.at(t, k)).epsilon(1e-12));
                CHECK(steps.factors.at(t, k) == steps.demography.at(t, k));
            }
        }
    }
}

TEST_CASE("A bed that opens moves the part of places and nothing else", "[parts]") {
    Scenario more = small_region();
    more.changes.front().beds = exactly(3.0);
    const Study before = need_only(small_region()), after = need_only(more);
    CHECK(mean_part(after, 0, 2024, "places") - mean_part(before, 0, 2024, "places") == Approx(1.0));
    for (const char* name : {"start", "number", "age_mix", "migration", "reserve"})
        CHECK(mean_part(after, 0, 2024, name) == mean_part(before, 0, 2024, name));
}

TEST_CASE("An action on patients moves its own part and the reserve, and what it multiplies", "[parts]") {
    Scenario shorter = small_region();
    shorter.actions = {shorter_stays(-10.0)};
    const Study before = need_only(small_region()), after = need_only(shorter);
    const double occupied = mean_of(before.need().front().bed_days.draws_of(4)) / 366.0;
    const double own = mean_part(after, 0, 2024, "action.kortere");
    // A tenth of the occupied beds is spared; with what people change at the same time shared evenly.
    CHECK(own == Approx(0.1 * occupied).epsilon(0.05));
    CHECK(mean_part(after, 0, 2024, "places") == mean_part(before, 0, 2024, "places"));
    CHECK(mean_part(after, 0, 2024, "start") == mean_part(before, 0, 2024, "start"));
    CHECK(mean_part(after, 0, 2022, "action.kortere") == 0.0);
    CHECK(mean_part(after, 1, 2024, "action.kortere") == 0.0);
}

TEST_CASE("Nobody moves where a projection is made without moves", "[parts]") {
    const Scenario region = small_region();
    const demography::Projector projector(without_moves(region.demography));
    const demography::PopulationPath path = projector.project(demography::unchanged_drivers(projector.inputs()));
    for (const auto& year : path.components) {
        for (const demography::Components& of : year) {
            CHECK(of.internal_in == 0.0);
            CHECK(of.internal_out == 0.0);
            CHECK(of.immigration == 0.0);
            CHECK(of.emigration == 0.0);
            CHECK(of.correction == 0.0);
        }
    }
}
