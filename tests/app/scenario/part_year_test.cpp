// What holds for a part of a year: beds by the service-level rule, settings on top of each other, ramps.
#include "models/study/answers/bed_rules.hpp"
#include "models/study/scenario/policies.hpp"
#include "models/study/study.hpp"
#include "tests/app/what_if.hpp"
#include "tests/catch.hpp"

#include <fmt/format.h>

using namespace framsyn;
using namespace framsyn::app;
using namespace framsyn::app::testing;

namespace {

std::string close_kirkenes(const std::string& when) {
    return "[[action]]\nid = \"k\"\nkind = \"close\"\nunit = \"finnmark-intensiv-3-kirkenes\"\nbeds = 1\n" + when;
}

struct Judged {
    double need = 0.0, p = 0.0;
};

/// Finnmark's category 3 in 2030 by the service-level rule, mean need and P over forty draws.
Judged by_service_level(const Found& found) {
    const study::Study study =
        study::run_study(found.scenario, {{0, 40}, {}, study::People::left_out}, study::one_after_the_other);
    Judged judged;
    for (const study::Gap& gap : study.gaps()) {
        const study::Cell& of = study.cell_of(gap);
        if (of.trust != found.trust("finnmark") || of.service.id != "intensiv-3" || gap.year != 2030 ||
            gap.rule != study::Rule::service_level)
            continue;
        judged.p = gap.p_shortage;
        for (const double beds : study.need()[gap.cell].beds_at_service_level.draws_of(6)) judged.need += beds / 40.0;
    }
    return judged;
}

std::vector<std::string> remarks_of(const Found& found) {
    return found.scenario.remarks.lines(Language::nb);
}

bool any_has(const std::vector<std::string>& lines, const std::string& part) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::string& line) { return line.find(part) != std::string::npos; });
}

std::string set_utilisation(const std::string& id, const std::string& value, const std::string& when) {
    return "[[action]]\nid = \"" + id +
           "\"\nkind = \"utilisation\"\ntrust = \"unn\"\nservice = \"dps\"\nutilisation = " + value + "\n" + when;
}

} // namespace

TEST_CASE("a site that closes for a part of the year moves need and P by the service-level rule by that part") {
    const Judged two = by_service_level(Found(""));
    const Judged one = by_service_level(Found(close_kirkenes("date = 2029-01-01\n")));
    // One bed at each of two sites, and all at one: fewer are needed, and there are fewer.
    CHECK(one.need < two.need - 0.5);
    SECTION("on 31 December alone: a day of 365, not the whole year") {
        const Judged day =
            by_service_level(Found(close_kirkenes("date = 2029-12-31\nuntil = 2030-01-01\nevery_year = true\n")));
        CHECK(day.need == Approx((364.0 * two.need + one.need) / 365.0).epsilon(1e-12));
        CHECK(day.p == Approx((364.0 * two.p + one.p) / 365.0).epsilon(1e-12));
    }
    SECTION("from 1 July to the last day: half of it, though it is open again on New Year's Eve or not") {
        const Judged half = by_service_level(Found(close_kirkenes("date = 2030-01-01\nuntil = 2030-07-02\n")));
        CHECK(half.need == Approx((183.0 * two.need + 182.0 * one.need) / 365.0).epsilon(1e-12));
        CHECK(half.p == Approx((183.0 * two.p + 182.0 * one.p) / 365.0).epsilon(1e-12));
    }
}

TEST_CASE("days on which a department has no beds say nothing of how its patients spread") {
    const Found base("");
    const Found summer("[[action]]\nid = \"s\"\nkind = \"close\"\nunit = \"unn-dps\"\nbeds = 40\nto = \"outside\"\n"
                       "date = 2030-07-01\nuntil = 2030-08-01\n");
    const study::BedRules open(base.scenario, base.plan);
    const study::BedRules shut(summer.scenario, summer.plan);
    const ServiceId dps(base.index("dps"));
    for (const double days : {3000.0, 9000.0}) {
        CHECK(shut.beds(base.trust("unn"), dps, 6, days).at_service_level ==
              open.beds(base.trust("unn"), dps, 6, days).at_service_level);
        CHECK(shut.at_service_level_on({2030, 7, 15}, base.trust("unn"), dps, 6, days) ==
              open.beds(base.trust("unn"), dps, 6, days).at_service_level);
    }
}

TEST_CASE("what is set later holds from its day on, in the mean of the year that it comes too") {
    const Found other(set_utilisation("a", "0.70", "date = 2030-01-01\nuntil = 2030-07-02\n") +
                      set_utilisation("b", "0.90", "date = 2030-07-02\n"));
    const ServiceId dps(other.index("dps"));
    // 182 days of 0.70 and 183 of 0.90.
    CHECK(study::utilisation_in(other.scenario, other.trust("unn"), dps, 2030) ==
          Approx((182.0 * 0.70 + 183.0 * 0.90) / 365.0).epsilon(1e-12));
    CHECK(study::utilisation_in(other.scenario, other.trust("unn"), dps, 2031) == 0.90);
    CHECK_FALSE(any_has(remarks_of(other), "setter det samme"));
}

TEST_CASE("a yearly setting that a later one replaces is remarked on, one that lies within another is not") {
    const std::string summers = "date = 2027-07-01\nuntil = 2027-08-01\nevery_year = true\n";
    const Found replaced(set_utilisation("sommer", "0.7", summers) +
                         set_utilisation("varig", "0.9", "date = 2030-01-01\n"));
    CHECK(any_has(remarks_of(replaced),
                  "varig: setter det samme for unn dps som «sommer», og den siste gjelder: fra 2030-07-01 virker "
                  "«sommer» ikke så lenge dette varer"));
    const Found within(set_utilisation("varig", "0.9", "date = 2026-01-01\n") +
                       set_utilisation("sommer", "0.7", summers));
    CHECK_FALSE(any_has(remarks_of(within), "setter det samme"));
}

TEST_CASE("a ramp by whole beds is no time without beds, whether a unit opens or closes with its patients") {
    const Found opens(
        "[[action]]\nid = \"m\"\nkind = \"open\"\nnew_unit = \"helgeland-phv-akutt\"\ntrust = \"helgeland\"\n"
        "site = \"Mosjøen\"\nservice = \"phv-akutt\"\nbeds = 6\nresidents_of = \"helgeland\"\nshare = 0.8\n"
        "date = 2031-01-01\nfull_from = 2033-01-01\n");
    CHECK_FALSE(any_has(remarks_of(opens), "ingen senger"));
    CHECK(complaint("[[action]]\nid = \"c\"\nkind = \"close\"\nunit = \"unn-dps\"\nbeds = 40\nto = \"nlsh\"\n"
                    "date = 2030-01-01\nfull_from = 2032-01-01\n",
                    Language::nb)
              .empty());
}
