// The questions that Helse Nord's folder holds, each beside what it must come to by hand: places and need exactly, in the
// main alternative. What is simulated has its direction in the comparison's own tests.
#include "models/study/scenario/policies.hpp"
#include "sim/numerics/elementary.hpp"
#include "tests/app/what_if.hpp"
#include "tests/catch.hpp"

#include <filesystem>
#include <set>

using namespace framsyn;
using namespace framsyn::app;
using namespace framsyn::app::testing;

namespace {

Found question(const std::string& file) {
    return Found(ScenarioCopy().scenario({}, file + ".toml"));
}

const Found& base() {
    static const Found found = question("baseline");
    return found;
}

/// Bed days of a service at every provider together.
double all_days_of(const Found& found, const std::string& service, int year) {
    double days = found.days("outside", service, year);
    for (const study::TrustInfo& trust : found.scenario.trusts) days += found.days(trust.id, service, year);
    return days;
}

double persons(const Found& found, int year) {
    const demography::Projector projector(found.scenario.demography);
    return study::central_population(projector).on_1_january(year).sum();
}

} // namespace

TEST_CASE("questions about beds: what opens, closes, moves and waits") {
    const Found later = question("ronvik-ett-aar-senere");
    CHECK(later.beds("nlsh", "sikkerhet-lokal", 2026) == 15.0);
    CHECK(later.beds("nlsh", "sikkerhet-lokal", 2027) == Approx(15.0 + 6.0 * 275.0 / 365.0)); // from 1 April
    CHECK(later.beds("nlsh", "sikkerhet-lokal", 2028) == 21.0);
    const Found replaced = question("nye-asgard-to-aar-senere"); // as many open as close, whenever
    for (const char* service : {"phv-akutt", "phv-sykehus", "sikkerhet-lokal"})
        CHECK(replaced.beds("unn", service, 2032) == base().beds("unn", service, 2032));
    const Found fewer = question("nye-asgard-20-faerre");
    CHECK(fewer.beds("unn", "phv-sykehus", 2031) == base().beds("unn", "phv-sykehus", 2031) - 20.0);
    CHECK(fewer.days("unn", "phv-sykehus", 2035) == base().days("unn", "phv-sykehus", 2035));
    const Found ill = question("dps-og-tsb-til-alvorlig-syke");
    CHECK(ill.beds("unn", "dps", 2028) == 35.0 + 5.0 - 5.0);
    CHECK(ill.beds("unn", "tsb", 2028) == 65.0 - 13.0 - 5.0);
    CHECK(ill.beds("unn", "phv-sykehus", 2028) == 52.0 + 10.0);
    const Found hospital = question("ronvik-sykehusplasser");
    CHECK(hospital.beds("nlsh", "phv-sykehus", 2027) == 48.0 + 6.0);
    CHECK(hospital.beds("nlsh", "sikkerhet-lokal", 2027) == 15.0);
    const Found nurses = question("intensivsykepleiere-borte"); // 182 of the 366 days of 2028
    CHECK(nurses.beds("unn", "intensiv-3", 2028) == Approx(12.0 - 3.0 * 182.0 / 366.0));
    CHECK(nurses.beds("unn", "intensiv-2", 2028) == Approx(10.0 - 2.0 * 182.0 / 366.0));
    CHECK(nurses.beds("nlsh", "intensiv-3", 2028) == Approx(5.0 - 1.0 * 182.0 / 366.0));
    CHECK(nurses.beds("nlsh", "intensiv-2", 2028) == Approx(14.0 - 3.0 * 182.0 / 366.0));
    CHECK(nurses.beds("unn", "intensiv-3", 2029) == 12.0);
    const Found more = question("unn-to-intensivsenger-til");
    CHECK(more.beds("unn", "intensiv-3", 2027) == 12.0);
    CHECK(more.beds("unn", "intensiv-3", 2028) == 14.0);
    CHECK(more.days("unn", "intensiv-3", 2030) == base().days("unn", "intensiv-3", 2030));
    const Found one = question("kirkenes-uten-intensiv");
    CHECK(one.beds("finnmark", "intensiv-2", 2028) == 1.0);
    CHECK(one.beds("finnmark", "intensiv-3", 2028) == 1.0);
}

TEST_CASE("questions about patients: how long, how many, where") {
    const Found shorter = question("akutt-10-prosent-kortere");
    CHECK(shorter.days("unn", "phv-akutt", 2029) == Approx(0.9 * base().days("unn", "phv-akutt", 2029)));
    // In 2028 the ramp of 731 days stands at (365 + … + 730) / 731 / 366 in the mean.
    CHECK(shorter.days("unn", "phv-akutt", 2028) ==
          Approx((1.0 - 0.1 * 547.5 / 731.0) * base().days("unn", "phv-akutt", 2028)));
    const Found received = question("kommunene-innen-3-dogn");
    const auto adults = [](const Found& found, int year) {
        double days = 0.0;
        for (const char* service : {"phv-akutt", "phv-sykehus", "dps", "sikkerhet-lokal"}) {
            for (const study::TrustInfo& trust : found.scenario.trusts) days += found.days(trust.id, service, year);
        }
        return days;
    };
    // 2 310 days of 210 patients are 11 each; within three days e^(−3/11) of it is gone.
    CHECK(adults(base(), 2030) - adults(received, 2030) ==
          Approx(2310.0 * sim::exp(-3.0 / 11.0) * adults(base(), 2030) / adults(base(), 2024)));
    const Found teams = question("fact-og-ambulante-team"); // a tenth fewer, of 20 days instead of 12.7
    CHECK(teams.days("unn", "phv-akutt", 2030) ==
          Approx((1.0 - 0.1 * 20.0 / 12.7) * base().days("unn", "phv-akutt", 2030)));
    const Found own = question("helgeland-egen-akuttenhet");
    CHECK(own.beds("helgeland", "phv-akutt", 2030) == 6.0);
    CHECK(all_days_of(own, "phv-akutt", 2030) == Approx(all_days_of(base(), "phv-akutt", 2030)));
    // Four fifths of what residents of Helgeland have of acute care, wherever it is.
    double of_helgeland = 0.0;
    for (std::size_t f = 0; f < base().need.flows.size(); ++f) {
        const need::Flow& flow = base().need.flows[f];
        if (flow.residence == base().trust("helgeland") && flow.service == ServiceId(base().index("phv-akutt")))
            of_helgeland += base().need.bed_days[f][2030 - 2024];
    }
    CHECK(own.days("helgeland", "phv-akutt", 2030) == Approx(0.8 * of_helgeland));
    const Found moved = question("stokmarknes-til-bodo"); // 8 of 20 places, with two fifths of the patients
    CHECK(moved.beds("nlsh", "dps", 2027) == 12.0);
    CHECK(moved.beds("nlsh", "phv-sykehus", 2027) == 56.0);
    CHECK(moved.days("nlsh", "dps", 2030) == Approx(0.6 * base().days("nlsh", "dps", 2030)));
    CHECK(moved.days("nlsh", "phv-sykehus", 2030) ==
          Approx(base().days("nlsh", "phv-sykehus", 2030) + 0.4 * base().days("nlsh", "dps", 2030)));
    const Found lost = question("privat-avtale-tapt");
    CHECK(lost.days("outside", "tsb", 2030) == Approx(0.0).margin(1e-9));
    CHECK(base().days("outside", "tsb", 2030) > 0.0);
    CHECK(all_days_of(lost, "tsb", 2030) == Approx(all_days_of(base(), "tsb", 2030)));
    const Found secure = question("regionale-sikkerhetsplasser"); // a fifth of those outside, to eight new places
    CHECK(secure.beds("unn", "sikkerhet-lokal", 2030) == base().beds("unn", "sikkerhet-lokal", 2030) + 8.0);
    CHECK(secure.days("outside", "phv-sykehus", 2030) == Approx(0.8 * base().days("outside", "phv-sykehus", 2030)));
    CHECK(secure.days("unn", "sikkerhet-lokal", 2030) ==
          Approx(base().days("unn", "sikkerhet-lokal", 2030) + 0.2 * base().days("outside", "phv-sykehus", 2030)));
    const Found wave = question("bolge-som-2020"); // 181 of 365 days; 30 % more, who stay 7 days
    double mean = 0.0;
    for (const study::StayInfo& stay : base().scenario.stays) {
        if (stay.service == ServiceId(base().index("intensiv-3")) && !stay.trust) mean = stay.mean.value;
    }
    REQUIRE(mean > 0.0);
    CHECK(wave.days("unn", "intensiv-3", 2029) ==
          Approx((1.0 + 0.3 * 7.0 / mean * 181.0 / 365.0) * base().days("unn", "intensiv-3", 2029)));
    CHECK(wave.days("unn", "intensiv-3", 2030) == base().days("unn", "intensiv-3", 2030));
    const Found away = question("finnmark-evakuert"); // 31 of the 366 days of 2028
    CHECK(away.days("finnmark", "dps", 2028) == Approx((1.0 - 31.0 / 366.0) * base().days("finnmark", "dps", 2028)));
    CHECK(all_days_of(away, "dps", 2028) == Approx(all_days_of(base(), "dps", 2028)));
}

TEST_CASE("questions about sentences, open wards, routes and people") {
    const std::string local = "sikkerhet-lokal";
    const double growth = 13.5 * 0.425 * 366.0; // from 1 January 2027 to the middle of 2040, .425 beds more a year
    CHECK(base().days("unn", local, 2040) - question("domte-uten-vekst").days("unn", local, 2040) == Approx(growth));
    CHECK(question("domte-dobbel-vekst").days("unn", local, 2040) - base().days("unn", local, 2040) == Approx(growth));
    CHECK(base().days("unn", local, 2026) == question("domte-nasjonalt-1150").days("unn", local, 2026));
    const auto open_in = [](const std::string& file, const std::string& unit, int year) {
        const Found found = question(file);
        for (std::size_t u = 0; u < found.scenario.units.size(); ++u) {
            if (found.scenario.units[u].id == unit) return study::open_share_in(found.scenario, UnitId(u), year);
        }
        return 0.0;
    };
    const auto open_in_2030 = [&](const std::string& file, const std::string& unit) {
        return open_in(file, unit, 2030);
    };
    CHECK(open_in("femdognsposten-i-bodo", "nlsh-phv-sykehus", 2026) == 0.94); // 1 − 10 · 2/7 / 48
    CHECK(open_in_2030("femdognsposten-i-bodo", "nlsh-phv-sykehus") == Approx(1.0));
    CHECK(open_in_2030("baseline", "unn-phbu") == 0.73);
    CHECK(open_in_2030("barneposten-hele-uka", "unn-phbu") == Approx(1.0));
    const Found winter = question("flyet-staar-i-januar");
    std::size_t ways = 0;
    for (const study::ActionInfo& action : winter.scenario.actions) {
        CHECK(action.when.size() == 14); // 2027 to 2040
        ways += action.routes.size();
    }
    CHECK(ways == 3);
    CHECK(persons(question("hoy-befolkning"), 2040) > persons(base(), 2040));
    CHECK(persons(question("lav-befolkning"), 2040) < persons(base(), 2040));
}

TEST_CASE("national paths of persons under sentence, as the region's beds and as the country's persons") {
    const std::string local = "sikkerhet-lokal";
    const Found flat = question("domte-uten-vekst");
    const auto beds_in_2040 = [&](const std::string& file, const std::string& at) {
        return (question(file).days(at, local, 2040) - flat.days(at, local, 2040)) / 366.0;
    };
    // N(s) − N(0) = (new · years − N(0)) (1 − e^(−s / years)), 13.5 years after 1 January 2027 in the mean of 2040, of whom
    // 27 % lie in beds: (7.27 · 11.2 − 22.4) · (1 − e^(−1.2054)) · .27 = 59.024 · .70042 · .27 = 11.162.
    CHECK(beds_in_2040("domte-nasjonalt-1150", "unn") == Approx(11.162).epsilon(1e-4));
    CHECK(beds_in_2040("domte-nasjonalt-1150", "nlsh") == Approx(9.832).epsilon(1e-4)); // 51.992 · .70042 · .27
    CHECK(beds_in_2040("domte-nasjonalt-700", "unn") == Approx(3.171).epsilon(2e-4));   // 12.496 · .93995 · .27
    CHECK(beds_in_2040("domte-nasjonalt-700", "nlsh") == Approx(2.784).epsilon(2e-4));  // 10.968 · .93995 · .27
    CHECK(beds_in_2040("domte-som-i-2022", "unn") == Approx(2.097).epsilon(2e-4));      // 11.088 · .70042 · .27
    CHECK(beds_in_2040("domte-som-i-2022", "nlsh") == Approx(1.847).epsilon(2e-4));     // 9.768 · .70042 · .27
    // The region's persons 8.5 years on, in the middle of 2035, over its 8.8 % of the country.
    const auto country_in_2035 = [](const std::string& file) {
        const Found found = question(file);
        double persons = 0.0;
        for (const study::ActionInfo& action : found.scenario.actions) {
            const study::Sentences& of = *action.stock->sentences;
            const double in_the_end = of.new_per_year.value * of.years.value;
            persons += in_the_end + (of.persons.value - in_the_end) * sim::exp(-8.5 / of.years.value);
        }
        return persons / 0.088;
    };
    CHECK(country_in_2035("domte-nasjonalt-1150") == Approx(1150.0).margin(2.0));
    CHECK(country_in_2035("domte-nasjonalt-700") == Approx(700.0).margin(2.0));
    CHECK(country_in_2035("domte-som-i-2022") == Approx(605.0).margin(2.0));
}

TEST_CASE("regional security places of a number that nobody published are listed, not counted") {
    const std::string file = "regional-sikkerhet-tromso.toml";
    const Found possible = question("regional-sikkerhet-tromso");
    CHECK(possible.beds("unn", "sikkerhet-regional", 2030) == 0.0);
    CHECK(possible.days("unn", "sikkerhet-regional", 2030) == 0.0);
    CHECK(possible.days("unn", "sikkerhet-lokal", 2030) == base().days("unn", "sikkerhet-lokal", 2030));
    ScenarioCopy copy;
    for (int action = 0; action < 2; ++action) copy.replace(file, "plan = \"possible\"", "plan = \"planned\"");
    const Found counted(copy.scenario({}, file)); // 4 places, with 9 % of those who else lie in local security
    CHECK(counted.beds("unn", "sikkerhet-regional", 2030) == 4.0);
    CHECK(counted.days("unn", "sikkerhet-lokal", 2030) == Approx(0.91 * base().days("unn", "sikkerhet-lokal", 2030)));
    CHECK(counted.days("unn", "sikkerhet-regional", 2030) ==
          Approx(0.09 * (base().days("unn", "sikkerhet-lokal", 2030) + base().days("nlsh", "sikkerhet-lokal", 2030))));
}

TEST_CASE("every question says in both languages what it asks, and where it stands") {
    std::size_t questions = 0;
    for (const auto& entry : std::filesystem::directory_iterator(SCENARIOS "/helse-nord")) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(".toml") || name == "baseline.toml") continue;
        INFO(name);
        const WrittenScenario scenario = ScenarioCopy().scenario({}, name);
        ++questions;
        CHECK_FALSE(scenario.title.nb == scenario.title.en);
        CHECK_FALSE(scenario.description.nb == scenario.description.en);
        if (ScenarioCopy().read(name).find("Hva om") == std::string::npos) CHECK(name == "ssb-2024.toml");
    }
    CHECK(questions >= 16);
}
