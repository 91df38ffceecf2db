// What the simulation will do though it may not be meant is told before it is run.
#include "app/scenario/read/check_simulation.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

#include <cmath>
#include <string>

using namespace framsyn;
using namespace framsyn::app;

namespace {

using Copy = framsyn::app::testing::ScenarioCopy;

const std::string what_if = "schema = 1\nextends = \"baseline.toml\"\n";

study::StayInfo stay(care::StayShape shape, double mean, double spread, double long_share = 0.0,
                     double long_ratio = 1.0) {
    study::StayInfo info;
    info.shape = shape;
    info.mean.value = mean;
    info.spread.value = spread;
    info.long_share.value = long_share;
    info.long_ratio.value = long_ratio;
    return info;
}

std::vector<std::string> remarks_of(const std::string& lines) {
    Copy copy("helse-nord");
    copy.write("what-if.toml", what_if + lines);
    return copy.scenario({}, "what-if.toml").remarks.lines(Language::en);
}

} // namespace

TEST_CASE("the days of a stay within a time are those of its distribution") {
    using care::StayShape;
    // A fixed stay of 10 days has 4 of them within 4 days.
    CHECK(share_of_days_within(stay(StayShape::fixed, 10.0, 0.0), 4.0) == Approx(0.4));
    // Exponential: E min(X, t) = m (1 - exp(-t / m)).
    CHECK(share_of_days_within(stay(StayShape::exponential, 10.0, 0.0), 10.0) == Approx(1.0 - std::exp(-1.0)));
    // Gamma with coefficient of variation 1 is exponential.
    CHECK(share_of_days_within(stay(StayShape::gamma, 10.0, 1.0), 10.0) == Approx(1.0 - std::exp(-1.0)));
    // Gamma with k = 4 (spread 1/2), cut at the mean: P(5, 4) + Q(4, 4) = 0.37116306482012647 + 0.43347012036670893 (sums of
    // Poisson probabilities).
    CHECK(share_of_days_within(stay(StayShape::gamma, 10.0, 0.5), 10.0) == Approx(0.8046331851868354).epsilon(1e-12));
    CHECK(share_of_days_within(stay(StayShape::gamma, 10.0, 0.01), 1000.0) == Approx(1.0));
    // Lognormal with spread 1, cut at the mean: E min(X, m) / m = P(Z < -1/2) + P(Z > 1/2) = 2 · 0.30853753872598690.
    CHECK(share_of_days_within(stay(StayShape::lognormal, 10.0, 1.0), 10.0) == Approx(2.0 * 0.3085375387259869));
    // A tenth stays five times the mean: .1 · 5 = .5 of the days; the others have (1 - .5) / .9 of the mean.
    CHECK(share_of_days_within(stay(StayShape::fixed, 10.0, 0.0, 0.1, 5.0), 20.0) ==
          Approx(0.9 * (0.5 / 0.9) + 0.1 * 2.0));
}

TEST_CASE("a spread typed in days is remarked on by check, with the share of days that are out of reach") {
    const auto remarks = remarks_of("[[stay]]\nid = \"phv-akutt\"\nspread = 8\n");
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0].find("what-if.toml:5:10: phv-akutt: only 0% of the days of a stay with mean ") == 0);
    CHECK(remarks[0].find("spread is the standard deviation of the logarithm, not days") != std::string::npos);
}

TEST_CASE("emergencies who wait for ever for want of beds are remarked on by check") {
    // UNN's DPS has 40 places by then; 18 of them closed in 2030 leave 22, of which .959 are open: fewer than its patients need, all emergencies here.
    const auto remarks = remarks_of("[[service]]\nid = \"dps\"\nemergency_share = 1\n[[change]]\nid = \"half\"\n"
                                    "unit = \"unn-dps\"\ndate = 2030-01-01\nbeds = -18\nplan = \"planned\"\n"
                                    "label = \"-18\"\nlabel_en = \"-18\"\n");
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0].find("unn dps: emergencies need ") != std::string::npos);
    CHECK(remarks[0].find(" beds in 2030, and there are 21.1; those who wait do so without limit") !=
          std::string::npos);
}

TEST_CASE("a what-if that changes a stay is told that need doesn't follow") {
    const auto remarks = remarks_of("[[stay]]\nid = \"phv-akutt\"\nmean = \"10 days\"\n");
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0].find("what-if.toml:5:8: stay.phv-akutt.mean: need (bed days, and beds by utilisation) doesn't") ==
          0);
    // The baseline's own stays are no change.
    CHECK(Copy("helse-nord").scenario().remarks.empty());
}
