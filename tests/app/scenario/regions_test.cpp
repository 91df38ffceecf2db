// Regions beside Helse Nord: what is counted comes out exactly, in the main alternative and in every draw. The counts are
// Statistics Norway's tables 13942 (places and bed days of 2024 and 2025) and 07459 (population).
#include "models/study/draws/draw.hpp"
#include "models/study/scenario/evidence.hpp"
#include "models/study/verdict/base_level.hpp"
#include "tests/app/what_if.hpp"
#include "tests/catch.hpp"

#include <map>
#include <vector>

using namespace framsyn;
using namespace framsyn::app;
using namespace framsyn::app::testing;

namespace {

const Found& region(const std::string& name) {
    static std::map<std::string, Found> kept;
    const auto found = kept.find(name);
    if (found != kept.end()) return found->second;
    return kept.emplace(name, Found(ScenarioCopy(name).scenario())).first->second;
}

double persons(const Found& found, int year) {
    return study::central_population(demography::Projector(found.scenario.demography)).on_1_january(year).sum();
}

double days_of(const Found& found, const std::vector<std::string>& trusts, const std::string& service) {
    double days = 0.0;
    for (const std::string& trust : trusts) days += found.days(trust, service, 2024);
    return days;
}

double places_of(const Found& found, const std::vector<std::string>& trusts, const std::string& service, int year) {
    double places = 0.0;
    for (const std::string& trust : trusts) places += found.beds(trust, service, year);
    return places;
}

study::Evidence evidence(const Found& found, const std::string& trust, const std::string& service, int year) {
    const study::ServiceOrGroup of{service, {ServiceId(found.index(service))}, false};
    return study::evidence_of(found.scenario, {found.trust(trust), of}, year);
}

const std::vector<std::string> north{"finnmark", "unn", "nlsh", "helgeland"};
const std::vector<std::string> middle{"nord-trondelag", "st-olav", "more-romsdal"};
const std::vector<std::string> west{"forde", "bergen", "fonna", "stavanger", "avtale-vest"};
const std::vector<std::string> south_east{"ostfold",   "akershus",     "ous",      "lovisenberg", "diakonhjemmet",
                                          "innlandet", "vestre-viken", "vestfold", "telemark",    "sorlandet"};

} // namespace

TEST_CASE("Midt-Norge's population, places and bed days are the counted ones") {
    const Found& found = region("midt-norge");
    CHECK(persons(found, 2024) == 753580.0); // 136 338 + 346 618 + 270 624
    const auto adults = [&](const std::string& trust, int year) {
        return found.beds(trust, "phv-annet", year) + found.beds(trust, "sikkerhet-lokal", year);
    };
    CHECK(adults("nord-trondelag", 2024) == 98.0);
    CHECK(adults("st-olav", 2024) == 193.0);
    CHECK(adults("st-olav", 2025) == 184.0);
    CHECK(adults("more-romsdal", 2025) == 143.0);
    CHECK(places_of(found, middle, "phbu", 2024) == 32.0);
    CHECK(places_of(found, middle, "tsb", 2024) == 109.0);
    CHECK(places_of(found, middle, "tsb", 2025) == 103.0);
    // The 14 new secure places of 2022, eight and six, are within the count.
    CHECK(found.beds("more-romsdal", "sikkerhet-lokal", 2024) == 8.0);
    CHECK(found.beds("nord-trondelag", "sikkerhet-lokal", 2024) == 6.0);
    CHECK(days_of(found, middle, "phv-annet") + days_of(found, middle, "sikkerhet-lokal") == Approx(122871.0));
    CHECK(found.days("st-olav", "phv-annet", 2024) + found.days("st-olav", "sikkerhet-lokal", 2024) == Approx(62506.0));
    CHECK(found.days("more-romsdal", "phbu", 2024) == Approx(5463.0 - 1056.0 - 2584.0));
    CHECK(found.days("more-romsdal", "tsb", 2024) == Approx(29839.0 - 2720.0 - 10859.0));
    CHECK(evidence(found, "st-olav", "sikkerhet-lokal", 2025) == study::Evidence::not_identified);
    CHECK(evidence(found, "st-olav", "tsb", 2024) == study::Evidence::derived);
}

TEST_CASE("fourteen secure places on top of those that are counted are eight and six more") {
    const Found more(ScenarioCopy("midt-norge").scenario({}, "sikkerhet-14-i-tillegg.toml"));
    const Found& base = region("midt-norge");
    CHECK(more.beds("more-romsdal", "sikkerhet-lokal", 2030) ==
          base.beds("more-romsdal", "sikkerhet-lokal", 2030) + 8.0);
    CHECK(more.beds("nord-trondelag", "sikkerhet-lokal", 2030) == 12.0);
    CHECK(more.beds("more-romsdal", "sikkerhet-lokal", 2026) == 8.0);
    CHECK(more.days("more-romsdal", "sikkerhet-lokal", 2030) == base.days("more-romsdal", "sikkerhet-lokal", 2030));
}

TEST_CASE("Norway's population, places and bed days are the counted ones, by trust and by region") {
    const Found& found = region("norge");
    CHECK(persons(found, 2025) == 5594340.0);
    CHECK(persons(found, 2026) == 5627400.0);
    CHECK(places_of(found, north, "phv", 2024) == 319.0);
    CHECK(places_of(found, west, "phv", 2024) == 708.0);
    CHECK(places_of(found, west, "phv", 2025) == 716.0);
    CHECK(places_of(found, south_east, "phv", 2024) == 1506.0);
    CHECK(places_of(found, south_east, "phv", 2025) == 1498.0);
    CHECK(places_of(found, south_east, "phbu", 2025) == 146.0);
    CHECK(places_of(found, south_east, "tsb", 2024) == 386.0);
    CHECK(days_of(found, north, "phv") == Approx(96399.0));
    CHECK(days_of(found, middle, "phv") == Approx(122871.0));
    CHECK(days_of(found, west, "phv") == Approx(220849.0));
    CHECK(found.days("bergen", "phv", 2024) == Approx(72635.0));
    CHECK(days_of(found, south_east, "phv") == Approx(485976.0));
    CHECK(days_of(found, west, "phbu") == Approx(13256.0));
    CHECK(days_of(found, south_east, "phbu") == Approx(34704.0));
    CHECK(days_of(found, west, "tsb") == Approx(52721.0));
    CHECK(days_of(found, south_east, "tsb") == Approx(110737.0));
    CHECK(found.days("unn", "tsb", 2024) == Approx(17097.0));
    // Private units without an agreement: no count holds them, so a rounded share may be left.
    CHECK(found.days("outside", "phv", 2024) == Approx(106074.0).epsilon(1e-4));
    CHECK(found.days("outside", "tsb", 2024) == Approx(347304.0).epsilon(1e-4));
}

TEST_CASE(
    "where bed days are counted for a region alone the sum is held in every draw and a trust's gap isn't a finding") {
    const Found& found = region("norge");
    CHECK(evidence(found, "akershus", "phv", 2024) == study::Evidence::not_identified);
    CHECK(evidence(found, "avtale-vest", "phv", 2024) == study::Evidence::not_identified);
    CHECK(evidence(found, "bergen", "phv", 2024) == study::Evidence::derived);
    CHECK(evidence(found, "more-romsdal", "phv", 2024) == study::Evidence::derived);
    const demography::Projector projector(found.scenario.demography);
    std::vector<double> akershus;
    for (std::uint32_t d = 0; d < 4; ++d) {
        const study::Draw draw = study::draw_number(found.scenario, projector, d);
        double sum = 0.0;
        double one = 0.0;
        for (std::size_t f = 0; f < draw.need.flows.size(); ++f) {
            const need::Flow& flow = draw.need.flows[f];
            if (flow.service != ServiceId(found.index("phv"))) continue;
            for (const std::string& trust : south_east) {
                if (flow.provider == found.trust(trust)) sum += draw.need.bed_days[f].front();
            }
            if (flow.provider == found.trust("akershus")) one += draw.need.bed_days[f].front();
        }
        akershus.push_back(one / sum);
        CHECK(sum > 0.93 * 485976.0); // the count's interval is ±5 %, 95 % of it
        CHECK(sum < 1.07 * 485976.0);
    }
    CHECK(akershus[0] != akershus[1]);
}

TEST_CASE("a trust's part of a region's sum lies where the other trusts' places leave it room") {
    const Found& found = region("norge");
    std::vector<double> occupied;
    for (const auto& days : found.need.bed_days) occupied.push_back(days.front() / 366.0);
    const auto level =
        study::base_level(found.scenario, found.trust("stavanger").trust(), ServiceId(found.index("tsb")), occupied);
    REQUIRE(level);
    REQUIRE(level->ranges.size() == 2);
    // 19 012 bed days are 51.9 beds; Førde and Fonna have 10 and 12 places, Stavanger 41.
    CHECK(level->ranges[0].kind == study::RangeKind::logical);
    CHECK(level->ranges[0].mild.amount == Approx(19012.0 / 366.0 - 22.0));
    CHECK(level->ranges[0].severe.amount == Approx(41.0));
    // Seen: .487–.923 of places where they are counted; the others have at least 22 × .487 and at most 22 × .923.
    CHECK(level->ranges[1].kind == study::RangeKind::seen);
    CHECK(level->ranges[1].mild.amount == Approx(19012.0 / 366.0 - 22.0 * 0.923));
    CHECK(level->ranges[1].severe.amount == Approx(41.0 * 0.923));
}

TEST_CASE("a sum over trusts needs two of them, each with its own split, and says trusts instead of trust") {
    const auto complaint = [](const std::string& what, const std::string& by) {
        ScenarioCopy copy("norge");
        copy.replace("baseline.toml", what, by);
        const std::vector<std::string> problems = copy.problems("baseline.toml");
        return problems.empty() ? "" : problems.front();
    };
    const std::string sum = "trusts = [\"forde\", \"fonna\", \"stavanger\"]\nservice = \"tsb\"";
    CHECK(complaint(sum, "trusts = [\"forde\"]\nservice = \"tsb\"").find("trusts are at least two trusts") !=
          std::string::npos);
    CHECK(complaint(sum, "trusts = [\"forde\", \"fonna\", \"stavanger\", \"bergen\"]\nservice = \"tsb\"")
              .find("bergen is in the sum and needs an [[activity]] for tsb with basis = \"split\"") !=
          std::string::npos);
    CHECK(complaint(sum, "trust = \"forde\"\n" + sum).find("either trust (one trust) or trusts") != std::string::npos);
    CHECK(complaint(sum, "service = \"tsb\"").find("either trust (one trust) or trusts") != std::string::npos);
    CHECK(complaint(sum, "trusts = [\"forde\", \"fana\", \"stavanger\"]\nservice = \"tsb\"").find("\"fana\"") !=
          std::string::npos);
    CHECK(complaint(sum, "trusts = [\"forde\", \"forde\"]\nservice = \"tsb\"") != "");
}

TEST_CASE("an owner of places without a catchment has no residents, and somebody who lives there is told of") {
    ScenarioCopy copy("norge");
    copy.replace("tables/population.csv", "avtale-vest,2025,female,30,0", "avtale-vest,2025,female,30,7");
    CHECK(copy.problems("baseline.toml")
              .front()
              .find("avtale-vest has catchment = false, but 7 persons live there on 1 "
                    "January 2025") != std::string::npos);
    ScenarioCopy other("norge");
    other.replace("baseline.toml", "catchment = false\n", "");
    CHECK(other.problems("baseline.toml").front().find("nobody lives in avtale-vest") != std::string::npos);
}
