// What each kind of action beside beds, stays and moves does, by hand, and how its natural slips are refused.
#include "app/tables/action_words.hpp"
#include "models/study/answers/bed_rules.hpp"
#include "models/study/answers/contacts.hpp"
#include "models/study/draws/care_inputs.hpp"
#include "models/study/draws/draw_sample.hpp"
#include "models/study/scenario/policies.hpp"
#include "models/study/study.hpp"
#include "sim/numerics/elementary.hpp"
#include "tests/app/what_if.hpp"
#include "tests/catch.hpp"

#include <fmt/format.h>

using namespace framsyn;
using namespace framsyn::app;
using namespace framsyn::app::testing;

namespace {

std::string action(const std::string& kind, const std::string& lines) {
    return "[[action]]\nid = \"a\"\nkind = \"" + kind + "\"\n" + lines;
}

std::string words(const Found& found) {
    return action_words(found.scenario, found.scenario.actions.front()).nb;
}

std::string refusal(const std::string& kind, const std::string& lines) {
    return complaint(action(kind, lines + "date = 2030-01-01\n"), Language::nb);
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// Bed days of a service at every provider together.
double all_days_of(const Found& found, const std::string& service, int year) {
    double days = found.days("outside", service, year);
    for (const study::TrustInfo& trust : found.scenario.trusts) days += found.days(trust.id, service, year);
    return days;
}

care::CareInputs care_of(const Found& found) {
    need::NeedPath before = found.need;
    if (!before.without_actions.empty()) before.bed_days = before.without_actions;
    return study::care_inputs(found.scenario, found.plan, study::ParameterDraw::central(), before);
}

UnitId unit_of(const Found& found, const std::string& id) {
    const auto& units = found.scenario.units;
    return UnitId(static_cast<std::size_t>(
        std::find_if(units.begin(), units.end(), [&](const auto& unit) { return unit.id == id; }) - units.begin()));
}

} // namespace

TEST_CASE("an effect on a span of ages and its complement add up to the effect on all") {
    const std::string of = "service = \"phv-akutt\"\nresidents_of = \"region\"\npercent = -10\ndate = 2030-01-01\n";
    const Found base("");
    const Found young(action("stay", of + "age_to = 39\n"));
    const Found old(action("stay", of + "age_from = 40\n"));
    const Found all(action("stay", of));
    const double before = base.days("unn", "phv-akutt", 2035);
    const double by_young = before - young.days("unn", "phv-akutt", 2035);
    const double by_old = before - old.days("unn", "phv-akutt", 2035);
    CHECK(by_young > 0.0);
    CHECK(by_old > 0.0);
    CHECK(by_young + by_old == Approx(before - all.days("unn", "phv-akutt", 2035)).epsilon(1e-12));
    CHECK(young.days("unn", "phv-akutt", 2029) == base.days("unn", "phv-akutt", 2029));
    CHECK(has(words(young), ", 0–39 år går ned med 10 %"));
    CHECK(has(words(old), ", 40 år og eldre går ned med 10 %"));
    CHECK(has(refusal("stay", "service = \"dps\"\nresidents_of = \"unn\"\npercent = -10\nage_from = 40\nage_to = 39\n"),
              "age_from er over age_to"));
}

TEST_CASE("patients of a span of ages who are treated elsewhere are the same patients, in care too") {
    const Found base("");
    const Found moved(action("treat-elsewhere", "service = \"phv-akutt\"\nresidents_of = \"unn\"\nage_from = 60\n"
                                                "share = 1\nto = \"nlsh\"\ndate = 2030-01-01\n"));
    CHECK(all_days_of(moved, "phv-akutt", 2035) == Approx(all_days_of(base, "phv-akutt", 2035)).epsilon(1e-12));
    const double gone = base.days("unn", "phv-akutt", 2035) - moved.days("unn", "phv-akutt", 2035);
    CHECK(gone > 0.0);
    CHECK(gone < 0.5 * base.days("unn", "phv-akutt", 2035));
    // Care sends the share of UNN's residents there that is of these ages.
    const care::CareInputs care = care_of(moved);
    const auto inflow = std::find_if(care.inflows.begin(), care.inflows.end(), [&](const care::Inflow& each) {
        return each.home_trust == moved.trust("unn") && each.service == ServiceId(moved.index("phv-akutt"));
    });
    REQUIRE(inflow != care.inflows.end());
    REQUIRE(inflow->detours.size() == 1);
    for (std::size_t f = 0; f < moved.need.flows.size(); ++f) {
        const need::Flow& flow = moved.need.flows[f];
        if (flow.residence != moved.trust("unn") || flow.service != inflow->service ||
            flow.provider != moved.trust("unn"))
            continue;
        CHECK(inflow->detours.front().share.back() == Approx(moved.need.age_shares.at(0).at(f).back()).epsilon(1e-12));
    }
}

TEST_CASE("patients who are brought to a service that isn't simulated leave the simulation, not the need") {
    const auto inflow_of = [](const Found& found) {
        const care::CareInputs care = care_of(found);
        return *std::find_if(care.inflows.begin(), care.inflows.end(), [&](const care::Inflow& each) {
            return each.home_trust == found.trust("unn") && each.service == ServiceId(found.index("phv-akutt"));
        });
    };
    const Found base("");
    const Found moved(action("treat-elsewhere", "service = \"phv-akutt\"\nresidents_of = \"unn\"\nshare = 0.25\n"
                                                "to = \"finnmark\"\nto_service = \"somatikk\"\ndate = 2030-01-01\n"));
    CHECK(moved.days("finnmark", "somatikk", 2035) > base.days("finnmark", "somatikk", 2035));
    const care::Inflow before = inflow_of(base);
    const care::Inflow after = inflow_of(moved);
    CHECK(after.detours.empty());
    // A quarter of them isn't admitted any more.
    CHECK(after.admissions_per_day.back() == Approx(0.75 * before.admissions_per_day.back()).epsilon(1e-12));
    CHECK(after.admissions_per_day.front() == before.admissions_per_day.front());
}

TEST_CASE("stays that become day or outpatient care take the days of those patients") {
    const Found base("");
    const Found shifted(action("care-level",
                               "service = \"phv-akutt\"\ntreated_at = \"unn\"\nshare = 0.1\n"
                               "stay_of_those = \"6.35 days\"\ncontacts_per_stay = 12\ndate = 2030-01-01\n"));
    // A tenth of the stays, half as long as the mean of 12.7 days: a twentieth of the days.
    CHECK(shifted.days("unn", "phv-akutt", 2035) == Approx(0.95 * base.days("unn", "phv-akutt", 2035)).epsilon(1e-12));
    CHECK(has(words(shifted), "10 % av oppholdene"));
    CHECK(has(words(shifted), "12 kontakter for hvert opphold"));
    CHECK(has(refusal("care-level",
                      "service = \"phv-akutt\"\ntreated_at = \"unn\"\nshare = 0.9\nstay_of_those = \"30 days\"\n"),
              "tar mer enn alle liggedøgn"));
}

TEST_CASE("contacts in the place of stays are the stays that are gone times the contacts for each") {
    const Found shifted(action("care-level", "service = \"phv-akutt\"\ntreated_at = \"unn\"\nshare = 0.1\n"
                                             "contacts_per_stay = 12\ndate = 2030-07-02\n"));
    study::DrawSample draws;
    draws.block = {0, 1};
    draws.flows = shifted.need.flows.size();
    draws.years = shifted.scenario.years();
    for (const auto& flow : shifted.need.without_actions)
        draws.bed_days.insert(draws.bed_days.end(), flow.begin(), flow.end());
    draws.without_actions = draws.bed_days;
    const std::vector<study::Contacts> contacts = study::contacts_of(shifted.scenario, draws);
    REQUIRE(contacts.size() == 1);
    CHECK(contacts.front().at == shifted.trust("unn"));
    const auto contacts_in = [&](int year) {
        return contacts.front().by_year.at(static_cast<std::size_t>(year - 2024))[0];
    };
    CHECK(contacts_in(2029) == 0.0);
    // Draw 0 of the parameters, so within the intervals of the stay (12.7 days) alone: a tenth of the stays, twelve each.
    const double stays = Found("").days("unn", "phv-akutt", 2035) / 12.7;
    CHECK(contacts_in(2035) == Approx(0.1 * stays * 12.0).epsilon(0.5));
    // 183 of 365 days are left on 2 July, as of the next years' bed days.
    const double days = Found("").days("unn", "phv-akutt", 2030) / Found("").days("unn", "phv-akutt", 2035);
    CHECK(contacts_in(2030) == Approx(contacts_in(2035) * days * 183.0 / 365.0).epsilon(1e-9));
}

TEST_CASE("patients who wait less for their municipality free their waiting days, and no more than all of them") {
    const Found base("");
    const std::string of = "service = [\"dps\", \"phv-sykehus\"]\ntreated_at = \"region\"\nwaiting_days = 2310\n";
    const auto days_in = [](const Found& found, int year) {
        double days = 0.0;
        for (const char* service : {"dps", "phv-sykehus"}) {
            for (const study::TrustInfo& trust : found.scenario.trusts) days += found.days(trust.id, service, year);
        }
        return days;
    };
    const auto freed = [&](const std::string& how) {
        return days_in(base, 2025) - days_in(Found(action("municipality", of + how + "date = 2025-01-01\n")), 2025);
    };
    // 2 310 days a year as in the base year; what patients use has changed a little by 2025.
    const double growth = days_in(base, 2025) / days_in(base, 2024);
    CHECK(freed("percent = -100\n") == Approx(2310.0 * growth).epsilon(1e-9));
    CHECK(freed("percent = -50\n") == Approx(1155.0 * growth).epsilon(1e-9));
    // A mean wait of 2 310 / 210 = 11 days: within three, m (1 − e^(−3/11)) is left of m, e^(−3/11) of it is gone.
    CHECK(freed("within_days = \"3 days\"\nwaiting_patients = 210\n") ==
          Approx(2310.0 * growth * sim::exp(-3.0 / 11.0)).epsilon(1e-9));
    const Found found(action("municipality", of + "percent = -50\ndate = 2030-01-01\n"));
    CHECK(has(words(found), "venter 50 % færre døgn på kommunen"));
    CHECK(has(words(found), "6,32 plasser i bruk: mer kan ikke vinnes")); // 2 310 / 365.25
    CHECK(has(refusal("municipality", of + "within_days = \"3 days\"\n"), "within_days trenger waiting_patients"));
    CHECK(has(refusal("municipality", of), "si enten percent (av ventedøgnene) eller within_days"));
    CHECK(
        has(refusal("municipality", "service = \"dps\"\ntreated_at = \"unn\"\nwaiting_days = 9000000\npercent = -50\n"),
            "er mer enn halvparten av liggedøgnene"));
}

TEST_CASE("sentenced patients grow another way from the day on, in per cent or as a stock of persons") {
    const Found base("");
    const std::string local = "sikkerhet-lokal";
    const Found without(
        action("sentences", "stock = [\"domte-unn\", \"domte-nlsh\"]\npercent = -100\ndate = 2030-01-01\n"));
    CHECK(without.days("unn", local, 2029) == base.days("unn", local, 2029));
    // .425 and .375 beds more a year; from 2030 on none: in the mean of 2040 ten and a half years' growth is missing.
    CHECK(base.days("unn", local, 2040) - without.days("unn", local, 2040) ==
          Approx(10.5 * 0.425 * 366.0).epsilon(1e-9));
    CHECK(base.days("nlsh", local, 2040) - without.days("nlsh", local, 2040) ==
          Approx(10.5 * 0.375 * 366.0).epsilon(1e-9));
    // 5 new a year for 4 years are 20 in the end; from 12, of whom a quarter lie in beds: 2 (1 − e^(−10.5/4)) more.
    const Found stock(action("sentences", "stock = \"domte-unn\"\nnew_per_year = 5\nyears = \"4 years\"\npersons = 12\n"
                                          "share = 0.25\ndate = 2030-01-01\n"));
    const double later = 0.25 * 8.0 * (1.0 - sim::exp(-10.5 / 4.0));
    CHECK(stock.days("unn", local, 2040) - without.days("unn", local, 2040) == Approx(later * 366.0).epsilon(1e-9));
    CHECK(has(words(without), "Dømte til tvungent psykisk helsevern ved UNN og"));
    CHECK(has(words(without), ": ingen videre vekst"));
    CHECK(has(refusal("sentences", "stock = \"domte-unn\"\nyears = \"4 years\"\n"),
              "si enten percent (av veksten) eller alle av new_per_year, years, persons og share"));
}

TEST_CASE("staffed beds that are set are so many from the day on, whatever is planned before") {
    const Found fewer(
        action("staffed", "unit = \"unn-intensiv-3\"\nbeds = 5\ndate = 2030-07-02\nuntil = 2031-01-01\n") +
        "[[action]]\nid = \"b\"\nkind = \"open\"\nunit = \"unn-intensiv-3\"\nbeds = 3\ndate = 2029-01-01\n");
    const UnitId unit = unit_of(fewer, "unn-intensiv-3");
    const double now = Found("").plan.staffed(unit, 2029).end;
    CHECK(fewer.plan.staffed(unit, 2029).end == now + 3.0);
    CHECK(fewer.plan.staffed(unit, 2030).end == 5.0);
    CHECK(fewer.plan.staffed(unit, 2031).end == now + 3.0);
    CHECK(has(refusal("staffed", "unit = \"unn-intensiv-3\"\nbeds = -2\n"), "skriv hvor mange plasser det er da"));
    CHECK(has(refusal("staffed", "unit = \"unn-intensiv-3\"\nbeds = 2\nfull_from = 2031-01-01\n"),
              "gjelder helt fra date"));
}

TEST_CASE("staffed beds that are set stay so many while they hold, whatever else opens or is delayed meanwhile") {
    const Found set(action("staffed", "unit = \"unn-dps\"\nbeds = 35\ndate = 2029-01-01\nuntil = 2033-01-01\n") +
                    "[[action]]\nid = \"b\"\nkind = \"open\"\nunit = \"unn-dps\"\nbeds = 4\ndate = 2030-01-01\n");
    const UnitId unit = unit_of(set, "unn-dps");
    for (const int year : {2029, 2030, 2032}) CHECK(set.plan.staffed(unit, year).mean == 35.0);
    CHECK(set.plan.staffed(unit, 2033).mean == 44.0); // 35 of 2024, 5 of 2025, 4 of 2030
}

TEST_CASE("beds that close while a number is set take their share of what is planned, and it is said that no bed "
          "closes yet") {
    const std::string lines = action("close", "unit = \"unn-tsb\"\nbeds = 26\nto = \"nlsh\"\ndate = 2029-06-01\n") +
                              "[[action]]\nid = \"set\"\nkind = \"staffed\"\nunit = \"unn-tsb\"\nbeds = 30\ndate = "
                              "2029-01-01\nuntil = 2030-01-01\n";
    const Found closed(lines);
    // 26 of the 52 places that are planned: half of the patients.
    CHECK(closed.days("unn", "tsb", 2035) == Approx(0.5 * Found("").days("unn", "tsb", 2035)).epsilon(1e-12));
    const std::vector<std::string> remarks = closed.scenario.remarks.lines(Language::nb);
    CHECK(std::any_of(remarks.begin(), remarks.end(), [](const std::string& remark) {
        return has(remark, "a: «set» setter plassene ved unn-tsb til 30 mens det gjelder");
    }));
}

TEST_CASE("sentenced persons in beds can't be more than lie there") {
    CHECK(has(refusal("sentences",
                      "stock = \"domte-nlsh\"\nnew_per_year = 1\nyears = \"4 years\"\npersons = 25\nshare = 0.9\n"),
              "persons × share er 22,5 i døgnplass, flere enn de"));
}

TEST_CASE("beds that close for a week aren't short all year by the service-level rule") {
    const Found base("");
    const Found week(action("close", "unit = \"unn-tsb\"\nbeds = 8\ndate = 2030-07-01\nuntil = 2030-07-08\n"));
    const study::Cell cell{week.trust("unn"), {"tsb", {ServiceId(week.index("tsb"))}, false}};
    const auto through = study::capacity_through(week.scenario, week.plan, cell, 2030);
    REQUIRE(through.size() == 3);
    CHECK(through[1].share == Approx(7.0 / 365.0));
    CHECK(through[0].beds == 52.0);
    CHECK(through[1].beds == 44.0);
    CHECK(through[2].beds == 52.0);
    CHECK(through[0].share + through[1].share + through[2].share == Approx(1.0));
    CHECK(study::capacity_through(week.scenario, week.plan, cell, 2031).size() == 1);
    // In the same draws with the beds all year and never: 358 and 7 days of 365.
    const Found never(action("close", "unit = \"unn-tsb\"\nbeds = 8\ndate = 2030-01-01\n"));
    const auto p_short = [](const Found& found) {
        const study::Study study =
            study::run_study(found.scenario, {{0, 40}, {}, study::People::left_out}, study::one_after_the_other);
        for (const study::Gap& gap : study.gaps()) {
            const study::Cell& of = study.cell_of(gap);
            if (of.trust == found.trust("unn") && of.service.id == "tsb" && gap.year == 2030 &&
                gap.rule == study::Rule::service_level)
                return gap.p_shortage;
        }
        return -1.0;
    };
    CHECK(p_short(never) > p_short(base));
    CHECK(p_short(week) == Approx((358.0 * p_short(base) + 7.0 * p_short(never)) / 365.0).epsilon(1e-12));
}

TEST_CASE("beds that open under a total in beredskap leave fewer beyond the staffed ones") {
    const Found more(action("open", "unit = \"unn-intensiv-3\"\nbeds = 3\ndate = 2030-03-01\n"));
    const care::Unit ward = care_of(more).units[unit_of(more, "unn-intensiv-3").index()];
    CHECK(ward.surge_beds == 13); // 25 in all, 12 staffed
    REQUIRE(ward.surge_changes.size() == 1);
    CHECK(ward.surge_changes.front().beds == -3);
}

TEST_CASE("beds in beredskap are set from the day on, in the table and in care") {
    const Found base("");
    const UnitId unit = unit_of(base, "unn-intensiv-3");
    const double before = *base.plan.surge(unit, 2029);
    const Found more(
        action("surge", fmt::format("unit = \"unn-intensiv-3\"\nbeds = {}\ndate = 2030-03-01\n", before + 4.0)));
    CHECK(*more.plan.surge(unit, 2029) == before);
    CHECK(*more.plan.surge(unit, 2030) == before + 4.0);
    const care::Unit ward = care_of(more).units[unit.index()];
    REQUIRE(ward.surge_changes.size() == 1);
    CHECK(ward.surge_changes.front().beds == 4);
    CHECK(care_of(base).units[unit.index()].surge_changes.empty());
    CHECK(has(refusal("surge", "unit = \"unn-intensiv-3\"\nbeds = 1\n"), "beredskap er summen"));
}

TEST_CASE("the open share is another from the day on, in care and in the yearly mean, and beds are as they were") {
    const Found base("");
    const Found half(action("open-share",
                            "unit = \"unn-dps\"\nopen_share = 0.5\ndate = 2030-07-01\nuntil = 2030-08-01\n"
                            "every_year = true\n"));
    const UnitId unit = unit_of(base, "unn-dps");
    const double usual = base.scenario.of(unit).open_share.value;
    CHECK(half.plan.staffed(unit, 2030).mean == base.plan.staffed(unit, 2030).mean);
    CHECK(study::open_share_on(half.scenario, unit, {2030, 7, 1}) == 0.5);
    CHECK(study::open_share_on(half.scenario, unit, {2030, 8, 1}) == usual);
    CHECK(study::open_share_in(half.scenario, unit, 2035) == Approx(usual + 31.0 / 365.0 * (0.5 - usual)));
    CHECK(care_of(half).units[unit.index()].changes.size() == care_of(base).units[unit.index()].changes.size() + 22);
}

TEST_CASE("planned utilisation and accepted risk are set from the day on") {
    const Found base("");
    const Found other(
        action("utilisation", "trust = \"unn\"\nservice = \"phv\"\nutilisation = 0.9\ndate = 2030-07-02\n"));
    const ServiceId dps(other.index("dps"));
    const WhichTrust unn = other.trust("unn");
    CHECK(study::utilisation_in(other.scenario, unn, dps, 2029) == 0.85);
    CHECK(study::utilisation_in(other.scenario, unn, dps, 2030) == Approx(0.85 + 0.05 * 183.0 / 365.0));
    CHECK(study::utilisation_in(other.scenario, unn, dps, 2031) == 0.9);
    CHECK(study::utilisation_in(other.scenario, other.trust("nlsh"), dps, 2031) == 0.85);
    const study::BedRules rules(other.scenario, other.plan);
    // 36 500 bed days in 2031 are 100 beds in use; at 90 % of places of which .959 are open that takes 115.9.
    CHECK(rules.beds(unn, dps, 7, 36500.0).at_utilisation == Approx(100.0 / (0.9 * 0.959)));
    const Found risk(action("risk", "trust = \"region\"\nservice = \"dps\"\nrisk = 0.001\ndate = 2030-01-01\n"));
    const study::BedRules strict(risk.scenario, risk.plan);
    CHECK(strict.beds(unn, dps, 7, 9000.0).at_service_level > rules.beds(unn, dps, 7, 9000.0).at_service_level);
    CHECK(strict.beds(unn, dps, 5, 9000.0).at_service_level == rules.beds(unn, dps, 5, 9000.0).at_service_level);
    CHECK(has(words(other), "Planlagt utnyttelse av "));
    CHECK(has(words(other), " ved UNN settes til 90 %, fra 2. juli 2030"));
    const std::string twice =
        action("utilisation", "trust = \"unn\"\nservice = \"dps\"\nutilisation = 0.9\ndate = 2030-01-01\n") +
        "[[action]]\nid = \"b\"\nkind = \"utilisation\"\ntrust = \"region\"\nservice = \"phv\"\nutilisation = 0.8\n"
        "date = 2030-01-01\n";
    CHECK(has(complaint(twice, Language::nb), "«a» setter det samme for unn dps fra samme dag"));
}

TEST_CASE("a closed route stops transfers that way in its time, and only where there is one") {
    const Found closed(action("route", "trust = \"finnmark\"\nto = \"unn\"\ndate = 2030-01-01\nuntil = 2030-02-01\n"
                                       "every_year = true\n"));
    const care::CareInputs care = care_of(closed);
    REQUIRE(care.closed_routes.size() == 11); // 2030 to 2040
    CHECK(care.closed_routes.front().end - care.closed_routes.front().begin == 31.0);
    CHECK(has(refusal("route", "trust = \"unn\"\nto = \"helgeland\"\n"),
              "ingen [[overflow]] sender pasienter den veien"));
    CHECK(has(refusal("route", "trust = \"unn\"\nto = \"outside\"\n"), "kjøp av plass utenfor stenges ikke"));
}

TEST_CASE("a new unit opens in one action, with its patients") {
    const Found base("");
    const std::string lines = "new_unit = \"helgeland-akutt\"\ntrust = \"helgeland\"\nsite = \"Mosjøen\"\n"
                              "service = \"phv-akutt\"\nbeds = 6\n";
    const Found opened(action("open", lines + "residents_of = \"helgeland\"\nshare = 0.8\ndate = 2031-01-01\n"));
    CHECK(opened.beds("helgeland", "phv-akutt", 2030) == 0.0);
    CHECK(opened.beds("helgeland", "phv-akutt", 2031) == 6.0);
    CHECK(opened.days("helgeland", "phv-akutt", 2030) == 0.0);
    CHECK(opened.days("helgeland", "phv-akutt", 2031) > 0.0);
    CHECK(all_days_of(opened, "phv-akutt", 2035) == Approx(all_days_of(base, "phv-akutt", 2035)).epsilon(1e-12));
    CHECK(has(words(opened), "Åpner 6 plasser ved Helgeland"));
    CHECK(has(refusal("open", "new_unit = \"x\"\nservice = \"phv-akutt\"\nbeds = 6\n"),
              "en ny enhet skrives med new_unit, trust, site og service"));
    CHECK(has(refusal("open", "new_unit = \"unn-dps\"\ntrust = \"unn\"\nsite = \"x\"\nservice = \"dps\"\nbeds = 6\n"),
              "finnes fra før"));
}

TEST_CASE("a possible action changes nothing") {
    const Found base("");
    for (const std::string& lines :
         {std::string("kind = \"stay\"\nservice = \"dps\"\ntreated_at = \"unn\"\npercent = -10\n"),
          std::string("kind = \"sentences\"\nstock = \"domte-unn\"\npercent = -100\n"),
          std::string("kind = \"utilisation\"\ntrust = \"unn\"\nservice = \"dps\"\nutilisation = 0.9\n"),
          std::string("kind = \"staffed\"\nunit = \"unn-dps\"\nbeds = 3\n")}) {
        const Found possible("[[action]]\nid = \"a\"\n" + lines + "date = 2030-01-01\nplan = \"possible\"\n");
        CHECK(possible.need.bed_days == base.need.bed_days);
        CHECK(possible.beds("unn", "dps", 2035) == base.beds("unn", "dps", 2035));
        CHECK(study::utilisation_in(possible.scenario, possible.trust("unn"), ServiceId(possible.index("dps")), 2035) ==
              0.85);
        // Nor does care get other patients: without what actions leave there would be none.
        const study::DrawSample draws =
            study::sample_draws(possible.scenario, demography::Projector(possible.scenario.demography), {0, 2},
                                study::People::left_out, study::one_after_the_other);
        CHECK(draws.days_without_actions(1, 0, 10) == draws.days(1, 0, 10));
    }
}
