// Moves on top of moves: in order of date on the state before, with the ages that they moved.
#include "tests/app/what_if.hpp"
#include "tests/catch.hpp"

using namespace framsyn;
using namespace framsyn::app;
using namespace framsyn::app::testing;

namespace {

std::string move(const std::string& id, const std::string& lines) {
    return "[[action]]\nid = \"" + id + "\"\nkind = \"treat-elsewhere\"\n" + lines;
}

std::string new_unit(const std::string& date) {
    return "[[action]]\nid = \"mosjoen\"\nkind = \"open\"\nnew_unit = \"helgeland-phv-akutt\"\ntrust = \"helgeland\"\n"
           "site = \"Mosjøen\"\nservice = \"phv-akutt\"\nbeds = 6\nresidents_of = \"helgeland\"\nshare = 0.8\ndate = " +
           date + "\n";
}

} // namespace

TEST_CASE("who was moved to a place is treated there, and a later move of those treated there takes them along") {
    const Found first(new_unit("2029-01-01"));
    const std::string on = move("videre", "service = \"phv-akutt\"\ntreated_at = \"helgeland\"\nshare = 0.5\n"
                                          "to = \"unn\"\ndate = 2031-01-01\n");
    const Found both(new_unit("2029-01-01") + on);
    const Found base("");
    CHECK(base.days("helgeland", "phv-akutt", 2035) == 0.0);
    CHECK(both.days("helgeland", "phv-akutt", 2030) ==
          Approx(first.days("helgeland", "phv-akutt", 2030)).epsilon(1e-12));
    const double there = first.days("helgeland", "phv-akutt", 2035);
    CHECK(both.days("helgeland", "phv-akutt", 2035) == Approx(0.5 * there).epsilon(1e-12));
    CHECK(both.days("unn", "phv-akutt", 2035) ==
          Approx(first.days("unn", "phv-akutt", 2035) + 0.5 * there).epsilon(1e-12));
    CHECK(both.all_days(2035) == Approx(base.all_days(2035)).epsilon(1e-9));
    // On the day that they come, or before, there is nobody to move on.
    CHECK(complaint(new_unit("2031-01-01") + on, Language::nb).find("videre: ingen pasienter passer") !=
          std::string::npos);
}

TEST_CASE("those of an age who have moved are moved back whole, and who is left where they were are the others") {
    const std::string old = "age_from = 65\nage_to = 105\nservice = \"dps\"\n";
    const std::string out =
        move("ut", old + "treated_at = \"unn\"\nshare = 1.0\nto = \"outside\"\ndate = 2029-01-01\n");
    const Found base(""), moved(out);
    const Found back(out +
                     move("hjem", old + "treated_at = \"outside\"\nshare = 1.0\nto = \"unn\"\ndate = 2031-01-01\n"));
    const Found again(out + move("mer", old + "treated_at = \"unn\"\nshare = 1.0\nto = \"nlsh\"\ndate = 2031-01-01\n"));
    CHECK(moved.days("unn", "dps", 2035) < base.days("unn", "dps", 2035));
    CHECK(back.days("unn", "dps", 2035) == Approx(base.days("unn", "dps", 2035)).epsilon(1e-9));
    CHECK(again.days("unn", "dps", 2035) == Approx(moved.days("unn", "dps", 2035)).epsilon(1e-9));
    CHECK(again.all_days(2035) == Approx(base.all_days(2035)).epsilon(1e-9));
}

TEST_CASE("moves of one day that share no age may each take nearly all") {
    const std::string of = "service = \"dps\"\ntreated_at = \"unn\"\nshare = 0.9\ndate = 2029-01-01\n";
    const std::string young = move("unge", of + "age_from = 18\nage_to = 64\nto = \"nlsh\"\n");
    const Found both(young + move("gamle", of + "age_from = 65\nage_to = 105\nto = \"outside\"\n"));
    const Found base("");
    CHECK(both.days("unn", "dps", 2035) == Approx(0.1 * base.days("unn", "dps", 2035)).epsilon(1e-9));
    CHECK(complaint(young + move("midt", of + "age_from = 60\nage_to = 70\nto = \"outside\"\n"), Language::nb)
              .find("flytter til sammen 180 %") != std::string::npos);
}

TEST_CASE("an effect where patients have been moved to says that it isn't about those") {
    const Found shorter(new_unit("2029-01-01") +
                        move("til-nlsh", "service = \"dps\"\nresidents_of = \"helgeland\"\n"
                                         "share = 0.5\nto = \"nlsh\"\ndate = 2029-01-01\n") +
                        "[[action]]\nid = \"kortere\"\nkind = \"stay\"\nservice = \"dps\"\ntreated_at = \"nlsh\"\n"
                        "percent = -10\ndate = 2030-01-01\n");
    const std::vector<std::string> remarks = shorter.scenario.remarks.lines(Language::nb);
    CHECK(std::any_of(remarks.begin(), remarks.end(), [](const std::string& line) {
        return line.find("kortere: gjelder ikke dem som «til-nlsh» sender til nlsh") != std::string::npos;
    }));
}
