// A what-if is a list of dated actions: what each does to beds and patients, by hand, and what is refused with which words.
#include "app/tables/action_words.hpp"
#include "app/tables/actions_table.hpp"
#include "models/study/study.hpp"
#include "tests/app/what_if.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <string>

using namespace framsyn;
using namespace framsyn::app;

using namespace framsyn::app::testing;

TEST_CASE("beds open and close on their day, come back every year, and a ramp counts as its mean") {
    const Found base("");
    const Found opened("[[action]]\nid = \"a\"\nkind = \"open\"\nunit = \"unn-dps\"\nbeds = 8\ndate = 2030-07-02\n");
    // 183 of 365 days are left on 2 July.
    CHECK(opened.beds("unn", "dps", 2030) == Approx(base.beds("unn", "dps", 2030) + 8.0 * 183.0 / 365.0));
    CHECK(opened.beds("unn", "dps", 2031) == base.beds("unn", "dps", 2031) + 8.0);
    const Found summer("[[action]]\nid = \"a\"\nkind = \"close\"\nunit = \"unn-dps\"\nbeds = 10\ndate = 2027-07-01\n"
                       "until = 2027-08-01\nevery_year = true\n");
    for (const int year : {2027, 2033, 2040}) {
        CHECK(summer.beds("unn", "dps", year) ==
              Approx(base.beds("unn", "dps", year) - 10.0 * 31.0 / days_in_year(year)));
    }
    CHECK(opened.days("unn", "dps", 2035) == base.days("unn", "dps", 2035));
}

TEST_CASE("shorter stays take their share of the bed days from the day on, and admissions stay") {
    const Found base("");
    const Found shorter(
        "[[action]]\nid = \"a\"\nkind = \"stay\"\nservice = \"phv\"\ntreated_at = \"unn\"\npercent = -10\n"
        "date = 2030-01-01\n");
    CHECK(shorter.days("unn", "dps", 2029) == base.days("unn", "dps", 2029));
    CHECK(shorter.days("unn", "dps", 2030) == Approx(0.9 * base.days("unn", "dps", 2030)).epsilon(1e-12));
    CHECK(shorter.days("nlsh", "dps", 2030) == base.days("nlsh", "dps", 2030));
    // Two days of a mean of 12.7 (phv-akutt).
    const Found days("[[action]]\nid = \"a\"\nkind = \"stay\"\nservice = \"phv-akutt\"\ntreated_at = \"unn\"\n"
                     "days = \"-2 days\"\ndate = 2030-01-01\n");
    CHECK(days.days("unn", "phv-akutt", 2035) ==
          Approx((1.0 - 2.0 / 12.7) * base.days("unn", "phv-akutt", 2035)).epsilon(1e-12));
}

TEST_CASE("fewer admissions take the bed days of those who no longer come") {
    const Found base("");
    const Found fewer(
        "[[action]]\nid = \"a\"\nkind = \"admissions\"\nservice = \"phv-akutt\"\nresidents_of = \"region\"\n"
        "percent = -10\nstay_of_those = \"25.4 days\"\ndate = 2030-01-01\n");
    // A tenth fewer, who stayed twice the mean of 12.7 days: a fifth of the days.
    CHECK(fewer.days("unn", "phv-akutt", 2035) == Approx(0.8 * base.days("unn", "phv-akutt", 2035)).epsilon(1e-12));
}

TEST_CASE("patients who are treated elsewhere are the same patients at another place") {
    const Found base("");
    const Found moved("[[action]]\nid = \"a\"\nkind = \"treat-elsewhere\"\nservice = \"phv-akutt\"\n"
                      "residents_of = \"helgeland\"\nshare = 0.5\nto = \"unn\"\ndate = 2029-01-01\n");
    const double left = base.days("nlsh", "phv-akutt", 2035) - moved.days("nlsh", "phv-akutt", 2035);
    CHECK(left > 500.0);
    CHECK(moved.days("unn", "phv-akutt", 2035) == Approx(base.days("unn", "phv-akutt", 2035) + left).epsilon(1e-9));
    CHECK(moved.all_days(2035) == Approx(base.all_days(2035)).epsilon(1e-9));
    CHECK(moved.days("nlsh", "phv-akutt", 2028) == base.days("nlsh", "phv-akutt", 2028));
}

TEST_CASE("a unit that closes takes its patients where the action says, all of them or the beds' share") {
    const Found base("");
    const Found closed("[[action]]\nid = \"a\"\nkind = \"close\"\nunit = \"unn-dps\"\nbeds = 10\nto = \"nlsh\"\n"
                       "date = 2030-01-01\n");
    // Ten of the 40 places there are by then.
    const double before = base.days("unn", "dps", 2035);
    CHECK(closed.days("unn", "dps", 2035) == Approx(0.75 * before).epsilon(1e-9));
    CHECK(closed.days("nlsh", "dps", 2035) - base.days("nlsh", "dps", 2035) == Approx(0.25 * before).epsilon(1e-9));
}

TEST_CASE("a delay moves every part of a plan by the same time") {
    const std::string parts = "[[change]]\nid = \"opens\"\nunit = \"unn-dps\"\ndate = 2031-01-01\nbeds = 5\n"
                              "plan = \"planned\"\nlabel = \"+5\"\nlabel_en = \"+5\"\npart_of = \"new\"\n"
                              "[[change]]\nid = \"closes\"\nunit = \"unn-dps\"\ndate = 2031-03-01\nbeds = -5\n"
                              "plan = \"planned\"\nlabel = \"-5\"\nlabel_en = \"-5\"\npart_of = \"new\"\n";
    const std::string late = "[[action]]\nid = \"late\"\nkind = \"delay\"\nof = \"new\"\ndate = 2033-01-01\n";
    const Found delayed(late, parts);
    CHECK(delayed.beds("unn", "dps", 2031) == Found("").beds("unn", "dps", 2031));
    // 59 days of five beds more.
    CHECK(delayed.beds("unn", "dps", 2033) == Approx(Found("").beds("unn", "dps", 2033) + 5.0 * 59.0 / 365.0));
    ScenarioCopy copy("helse-nord");
    copy.append("baseline.toml", parts);
    copy.write("what-if.toml", what_if("[[change]]\nid = \"opens\"\ndate = 2033-01-01\n"));
    const auto remarks = copy.scenario({}, "what-if.toml").remarks.lines(Language::nb);
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0].find("«opens» er en del av «new», og de andre delene flytter ikke med") != std::string::npos);
}

TEST_CASE("the order of the actions makes no difference to the last bit") {
    const std::string a = "[[action]]\nid = \"a\"\nkind = \"stay\"\nservice = \"phv\"\ntreated_at = \"region\"\n"
                          "percent = { value = -10, low = -20, high = 0 }\ndate = 2030-01-01\n";
    const std::string b = "[[action]]\nid = \"b\"\nkind = \"treat-elsewhere\"\nservice = \"phv-akutt\"\n"
                          "residents_of = [\"helgeland\"]\nshare = 0.3\nto = \"outside\"\ndate = 2030-01-01\n";
    const std::string c = "[[action]]\nid = \"c\"\nkind = \"treat-elsewhere\"\nservice = \"phv-akutt\"\n"
                          "residents_of = [\"helgeland\"]\nshare = 0.2\nto = \"unn\"\ndate = 2030-01-01\n";
    const std::string d = "[[action]]\nid = \"d\"\nkind = \"open\"\nunit = \"nlsh-dps\"\nbeds = 3\nservice = \"dps\"\n"
                          "residents_of = \"helgeland\"\nshare = 0.1\ndate = 2029-01-01\n";
    const Found first(a + b + c + d);
    const Found last(d + c + b + a);
    REQUIRE(first.need.flows.size() == last.need.flows.size());
    CHECK(first.need.bed_days == last.need.bed_days);
    CHECK(study::fingerprint(first.scenario) != study::fingerprint(Found("").scenario));
    for (int year = 2024; year <= 2040; ++year)
        CHECK(first.beds("nlsh", "dps", year) == last.beds("nlsh", "dps", year));
}

TEST_CASE("an action that can't be meant is refused in words that say the right form") {
    const std::string head = "[[action]]\nid = \"a\"\nkind = ";
    const auto starts = [&](const std::string& lines, const std::string& message, Language language = Language::en) {
        INFO(complaint(lines, language));
        CHECK(complaint(lines, language).find(message) != std::string::npos);
    };
    starts(head + "\"open\"\nunit = \"unn-dps\"\nbeds = 4\n", "what-if.toml:3:1: action.a: date is missing");
    starts(head + "\"close\"\nunit = \"unn-dps\"\nbeds = -20\ndate = 2030-01-01\n",
           "beds = -20: skriv antallet som et tall over 0; kind = \"open\" gjør det motsatte", Language::nb);
    starts(head + "\"stay\"\nservice = \"phv\"\npercent = -10\ndate = 2030-01-01\n",
           "si nøyaktig én av treated_at (der pasientene behandles) og residents_of (der de bor)", Language::nb);
    starts(head + "\"stay\"\nservice = \"phv\"\ntreated_at = \"unn\"\nresidents_of = \"unn\"\npercent = -10\n"
                  "date = 2030-01-01\n",
           "say exactly one of treated_at");
    starts(head + "\"stay\"\nservice = \"phv\"\ntreated_at = \"unn\"\ndate = 2030-01-01\n",
           "say either percent or days");
    starts(head + "\"stay\"\nservice = \"phv\"\ntreated_at = \"unn\"\npercent = -100\ndate = 2030-01-01\n",
           "vanish altogether");
    starts(head + "\"stay\"\nservice = \"phv\"\ntreated_at = \"unn\"\npercent = -10\ndate = 2024-06-01\n",
           "virkningen ligger alt i tallene", Language::nb);
    starts(
        head +
            "\"stay\"\nunit = \"unn-dps\"\nservice = \"phv\"\ntreated_at = \"unn\"\npercent = 5\ndate = 2030-01-01\n",
        "doesn't take unit");
    starts(head + "\"admissions\"\nservice = \"phv-akutt\"\ntreated_at = \"unn\"\npercent = -50\n"
                  "stay_of_those = \"100 days\"\ndate = 2030-01-01\n",
           "takes more than all bed days of phv-akutt: 394 %");
    starts(head + "\"treat-elsewhere\"\nservice = \"phv-akutt\"\nresidents_of = \"unn\"\nshare = 0.6\n"
                  "to = \"helgeland\"\ndate = 2030-01-01\n",
           "ingen [[unit]] for helgeland phv-akutt: åpne en enhet der først", Language::nb);
    starts(head +
               "\"treat-elsewhere\"\nservice = \"phv-akutt\"\nresidents_of = \"unn\"\nshare = 0.6\nto = \"outside\"\n"
               "date = 2030-01-01\n[[action]]\nid = \"b\"\nkind = \"treat-elsewhere\"\nservice = \"phv-akutt\"\n"
               "residents_of = \"unn\"\nshare = 0.6\nto = \"nlsh\"\ndate = 2030-01-01\n",
           "together move 120 % of the patients in phv-akutt who live in unn");
    starts(head + "\"close\"\nunit = \"unn-dps\"\nbeds = 40\ndate = 2030-01-01\n",
           "si hvor pasientene skal, med to = \"…\"", Language::nb);
    starts(head + "\"close\"\nunit = \"unn-dps\"\nbeds = 41\ndate = 2030-01-01\n",
           "unn-dps: from 2030-01-01 on 1 too many are closed; a unit can't close more beds than it has");
    starts(head + "\"delay\"\nof = \"nye-aasgard\"\ndate = 2033-01-01\n", "found \"nye-aasgard\"; expected one of");
    starts(head + "\"flytt\"\ndate = 2033-01-01\n", "found \"flytt\"; expected one of open, close, move");
    starts(head + "\"close\"\nunit = \"unn-dps\"\nbeds = 4\ndate = 2030-01-01\nuntil = 2029-01-01\n",
           "until must be after date");
    starts(head + "\"open\"\nunit = \"unn-dps\"\nbeds = 4\nresidents_of = \"unn\"\ndate = 2030-01-01\n",
           "with patients it needs share");
    starts(head + "\"move\"\nunit = \"unn-dps\"\nbeds = 4\ndate = 2030-01-01\n", "to_unit missing");
}

TEST_CASE("what is done is said in a planner's words, and stands as rows by id") {
    ScenarioCopy copy("helse-nord");
    copy.write("what-if.toml",
               what_if("[[action]]\nid = \"b\"\nkind = \"stay\"\nservice = \"phv\"\ntreated_at = \"unn\"\n"
                       "percent = { value = -10, low = -15, high = -5 }\ndate = 2027-01-01\nfull_from = 2029-07-01\n"
                       "[[action]]\nid = \"a\"\nkind = \"close\"\nunit = \"unn-dps\"\nbeds = 1\nto = \"outside\"\n"
                       "date = 2030-05-17\nuntil = 2030-06-01\nevery_year = true\nplan = \"decided\"\n"
                       "[[service]]\nid = \"tsb\"\nutilisation = 0.8\n"));
    const WrittenScenario base = copy.scenario();
    const WrittenScenario scenario = copy.scenario({}, "what-if.toml");
    REQUIRE(scenario.actions.size() == 2);
    CHECK(action_words(scenario, scenario.actions[0]).nb == "Liggetiden i Psykisk helsevern for voksne ved UNN går ned "
                                                            "med 10 % (−15 til −5), fra 1. januar 2027, gradvis til "
                                                            "1. juli 2029");
    CHECK(action_words(scenario, scenario.actions[1]).nb ==
          "Stenger 1 plass ved UNN, Distriktspsykiatriske sentre (DPS UNN); 2,5 % av pasientene behandles utenfor "
          "regionen, "
          "fra 17. mai 2030, fram til 1. juni 2030, hvert år");
    CHECK(action_words(scenario, scenario.actions[1]).en ==
          "Closes 1 bed at UNN, District psychiatric centres (DPS UNN); 2.5% of the patients are treated outside the "
          "region, "
          "from 17 May 2030, until 1 June 2030, every year");
    const auto rows = action_rows(base, scenario);
    // One bed every year from 2030 to 2040, the share of patients that goes with it, the stays, and the input.
    REQUIRE(rows.size() == 14);
    CHECK(rows[0].action == "a");
    CHECK(rows[0].date == "2030-05-17");
    CHECK(rows[0].until == "2030-06-01");
    CHECK(rows[10].action == "a");
    CHECK(rows[10].date == "2040-05-17");
    CHECK(rows[10].until == "2040-06-01");
    CHECK(rows[10].unit == "beds");
    CHECK(rows[11].action == "a");
    CHECK(rows[11].unit == "share of patients");
    CHECK(rows[11].size == Approx(0.025)); // a bed of 40
    CHECK(rows[0].kind == "close");
    CHECK(rows[0].plan == "decided");
    CHECK(rows[0].to_trust == "outside");
    CHECK(rows[12].action == "b");
    CHECK(rows[12].low == -15.0);
    CHECK(rows[12].unit == "per cent");
    CHECK(rows[13].kind == "input");
    CHECK(rows[13].action == "service.tsb.utilisation");
    CHECK(rows[13].size == 0.8);
}

TEST_CASE("an action that says several numbers has a row for each, with what it is in its unit") {
    ScenarioCopy copy("helse-nord");
    copy.write("what-if.toml",
               what_if("[[action]]\nid = \"d\"\nkind = \"sentences\"\nstock = \"domte-nlsh\"\nnew_per_year = 2\n"
                       "years = \"4 years\"\npersons = 10\nshare = 0.5\ndate = 2030-01-01\n"
                       "[[action]]\nid = \"k\"\nkind = \"municipality\"\nservice = \"phv\"\ntreated_at = \"region\"\n"
                       "waiting_days = 2310\nwaiting_patients = 300\nwithin_days = \"3 days\"\ndate = 2027-01-01\n"));
    const auto rows = action_rows(copy.scenario(), copy.scenario({}, "what-if.toml"));
    REQUIRE(rows.size() == 7);
    const std::vector<std::pair<std::string, double>> expected{{"new persons a year", 2.0},
                                                               {"years under sentence", 4.0},
                                                               {"persons under sentence", 10.0},
                                                               {"share in beds", 0.5},
                                                               {"days", 3.0},
                                                               {"waiting days a year", 2310.0},
                                                               {"waiting patients a year", 300.0}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CHECK(rows[i].unit == expected[i].first);
        CHECK(rows[i].size == expected[i].second);
    }
}
