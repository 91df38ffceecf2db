// What many scenarios share of their draws, and numbers that stand still in all of them.
#include "models/study/draws/draw.hpp"
#include "models/study/draws/use_sample.hpp"
#include "models/study/scenario/pinned.hpp"
#include "models/study/study.hpp"
#include "tests/catch.hpp"
#include "tests/models/study/small_region.hpp"

using namespace framsyn;
using namespace framsyn::study;
using framsyn::study::testing::about;
using framsyn::study::testing::exactly;
using framsyn::study::testing::small_region;

namespace {

DrawSample drawn(const Scenario& region) {
    return sample_draws(region, demography::Projector(region.demography), {0, 8}, People::left_out,
                        one_after_the_other);
}

} // namespace

TEST_CASE("draws from shared people are the bits of draws that project them") {
    const Scenario base = small_region();
    const UseSample shared(base, {0, 8}, one_after_the_other);
    Scenario other = base;
    other.flows[0].level = about(1.4, 1.0, 1.6, "flow.0.level");
    other.services[0].level = exactly(0.7);
    other.flows.pop_back();
    REQUIRE(shared.holds_for(other));
    const DrawSample sample = shared.draws_of(other);
    CHECK(sample.bed_days == drawn(other).bed_days);
    CHECK(sample.of == fingerprint(other));
    CHECK_FALSE(sample.population);
    const Study study = study_of(other, sample, std::nullopt);
    const Study whole = run_study(other, {{0, 8}, {}, People::left_out});
    REQUIRE(study.gaps().size() == whole.gaps().size());
    for (std::size_t i = 0; i < study.gaps().size(); ++i)
        CHECK(study.gaps()[i].gap.median == whole.gaps()[i].gap.median);
}

TEST_CASE("people aren't shared with a scenario of another seed, spread, rate, span of years or projection") {
    const Scenario base = small_region();
    const UseSample shared(base, {0, 2}, one_after_the_other);
    CHECK(shared.holds_for(base));
    const auto holds = [&](const auto& change) {
        Scenario other = base;
        change(other);
        return shared.holds_for(other);
    };
    CHECK_FALSE(holds([](Scenario& other) { other.seed = 6; }));
    CHECK_FALSE(holds([](Scenario& other) { other.driver_spread.mortality_step = 0.03; }));
    CHECK_FALSE(holds([](Scenario& other) { other.use_rates[0](40, 1) = 0.06; }));
    CHECK_FALSE(holds([](Scenario& other) { other.last_year = 2023; }));
    CHECK_FALSE(holds([](Scenario& other) { other.demography.boys_per_girl = 1.05; }));
    CHECK_FALSE(holds([](Scenario& other) { other.demography.observed.back()(30, 0) += 1.0; }));
    CHECK_FALSE(holds([](Scenario& other) { other.demography.death_rates.back().rates(80, 0) *= 1.01; }));
    CHECK_FALSE(holds([](Scenario& other) { other.demography.fertility_rates.front().rates *= 1.01; }));
    CHECK_FALSE(holds([](Scenario& other) { other.demography.migration.front().immigration(20, 1) += 1.0; }));
}

TEST_CASE("a number that is pinned stands at its value in every draw, and the others vary as before") {
    const Scenario base = small_region();
    Scenario pinned = base;
    pin(pinned, {"flow.0.level", "service.akutt.level"});
    CHECK_FALSE(pinned.flows[0].level.has_interval());
    CHECK_FALSE(pinned.services[0].level.has_interval());
    CHECK(pinned.flows[1].level.has_interval());
    CHECK(pinned.stays[0].mean.has_interval());
    Scenario written = base;
    written.flows[0].level = about(1.0, 1.0, 1.0, "flow.0.level");
    written.services[0].level = about(1.0, 1.0, 1.0, "service.akutt.level");
    CHECK(drawn(pinned).bed_days == drawn(written).bed_days);
    CHECK(drawn(pinned).bed_days != drawn(base).bed_days);
}

TEST_CASE("the main alternative is a sample of one draw") {
    const Scenario region = small_region();
    const demography::Projector projector(region.demography);
    const DrawSample sample = central_sample(region, projector);
    CHECK(sample.block.count == 1);
    const Draw central = central_draw(region, projector);
    for (std::size_t f = 0; f < region.flows.size(); ++f) {
        for (std::size_t t = 0; t < region.years(); ++t) CHECK(sample.days(0, f, t) == central.need.bed_days[f][t]);
    }
}
