// A scenario's sheets, what somebody makes of them, and the what-if that says only that. No files: books are made in memory.
#include "app/sheets/filled_in.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>

using namespace framsyn;
using namespace framsyn::app;
using framsyn::app::testing::ScenarioCopy;

namespace {

const WrittenScenario& base() {
    static const WrittenScenario scenario = ScenarioCopy("helse-nord").scenario({}, "stokmarknes-til-bodo.toml");
    return scenario;
}

Book untouched(Language language = Language::nb) {
    return plan_book(plan_sheets(base()), "bok.xlsx", language);
}

BookSheet& sheet_of(Book& book, const std::string& name) {
    const auto found = std::find_if(book.sheets.begin(), book.sheets.end(),
                                    [&](const BookSheet& sheet) { return sheet.name == name; });
    REQUIRE(found != book.sheets.end());
    return *found;
}

std::size_t column_of(const BookSheet& sheet, const std::string& heading) {
    for (std::size_t column = 0; column < sheet.rows[0].size(); ++column) {
        if (sheet.rows[0][column].text == heading) return column;
    }
    FAIL("no column " << heading);
    return 0;
}

std::size_t row_of(const BookSheet& sheet, const std::string& id) {
    for (std::size_t row = 1; row < sheet.rows.size(); ++row) {
        if (sheet.rows[row][0].text == id) return row;
    }
    FAIL("no row " << id);
    return 0;
}

BookCell& cell(Book& book, const std::string& sheet, const std::string& id, const std::string& heading) {
    BookSheet& found = sheet_of(book, sheet);
    return found.rows[row_of(found, id)][column_of(found, heading)];
}

const BookOrder order{"stokmarknes-til-bodo.toml", "mitt"};
const std::string head = "schema = 1\nextends = \"stokmarknes-til-bodo.toml\"\n";

FilledIn read(const Book& book) {
    Problems problems;
    FilledIn filled = filled_in(base(), book, order, problems);
    CHECK(problems.lines(Language::en) == std::vector<std::string>{});
    return filled;
}

std::vector<std::string> complaints(const Book& book, Language language = Language::en) {
    Problems problems;
    filled_in(base(), book, order, problems);
    return problems.lines(language);
}

/// The complaint about a book that something was done to.
std::string complaint(const std::function<void(Book&)>& spoil, Language language = Language::en) {
    Book book = untouched();
    spoil(book);
    const std::vector<std::string> all = complaints(book, language);
    return all.empty() ? "" : all.front();
}

/// The what-if is read on top of the scenario, with its table beside it.
WrittenScenario tried(const FilledIn& filled) {
    ScenarioCopy copy("helse-nord");
    copy.write("mitt.toml", filled.what_if);
    if (filled.rates) copy.write(filled.rates_name, *filled.rates);
    return copy.scenario({}, "mitt.toml");
}

} // namespace

TEST_CASE("sheets that nobody has touched give no action, in either language, and the same sheets again") {
    for (const Language language : {Language::nb, Language::en}) {
        const FilledIn filled = read(untouched(language));
        CHECK(filled.changes == 0);
        CHECK(filled.what_if == head);
        CHECK_FALSE(filled.rates);
    }
    const std::vector<PlanSheet> again = plan_sheets(tried(read(untouched())));
    const std::vector<PlanSheet> before = plan_sheets(base());
    REQUIRE(again.size() == before.size());
    for (std::size_t s = 0; s < again.size(); ++s) {
        REQUIRE(again[s].rows.size() == before[s].rows.size());
        for (std::size_t row = 0; row < again[s].rows.size(); ++row) {
            for (std::size_t column = 0; column < again[s].columns.size(); ++column)
                CHECK(again[s].rows[row][column].same(before[s].rows[row][column]));
        }
    }
}

TEST_CASE("each number that may change, changed alone, is one change and one line of its own") {
    const Book book = untouched();
    const std::vector<PlanSheet> plans = plan_sheets(base());
    std::size_t tried_cells = 0;
    for (std::size_t s = 0; s < plans.size(); ++s) {
        if (plans[s].kind == PlanSheet::Kind::actions) continue;
        for (std::size_t row = 0; row < plans[s].rows.size(); ++row) {
            for (std::size_t column = 0; column < plans[s].columns.size(); ++column) {
                const BookCell& was = plans[s].rows[row][column];
                if (!plans[s].columns[column].may_change || was.kind != BookCell::Kind::number) continue;
                Book changed = book;
                changed.sheets[s].rows[row + 1][column].number = was.number + 1.0;
                const FilledIn filled = read(changed);
                ++tried_cells;
                INFO(plans[s].name.en << " " << plans[s].rows[row][0].text << " "
                                      << plans[s].columns[column].heading.en);
                CHECK(filled.changes == 1);
                CHECK(filled.what_if.starts_with(head + "\n[["));
                CHECK(std::count(filled.what_if.begin(), filled.what_if.end(), '[') == 2); // one entry
            }
        }
    }
    CHECK(tried_cells > 500);
}

TEST_CASE("more beds in one year hold for that year, in all years from one on for good") {
    Book book = untouched();
    cell(book, "Plasser", "unn-dps", "2030").number += 6.0;
    CHECK(read(book).what_if == head +
                                    "\n[[action]]\nid = \"unn-dps-2030\"\nkind = \"open\"\ndate = 2030-01-01\nuntil = "
                                    "2031-01-01\nunit = \"unn-dps\"\nbeds = 6\n");
    for (int year = 2031; year <= 2040; ++year) cell(book, "Plasser", "unn-dps", fmt::format("{}", year)).number += 6.0;
    const FilledIn filled = read(book);
    CHECK(
        filled.what_if ==
        head +
            "\n[[action]]\nid = \"unn-dps-2030\"\nkind = \"open\"\ndate = 2030-01-01\nunit = \"unn-dps\"\nbeds = 6\n");
    const std::vector<PlanSheet> again = plan_sheets(tried(filled));
    const Book made = plan_book(again, "bok.xlsx", Language::nb);
    for (std::size_t row = 0; row < book.sheets[0].rows.size(); ++row) {
        for (std::size_t column = 0; column < book.sheets[0].rows[row].size(); ++column)
            CHECK(made.sheets[0].at(row, column).same(book.sheets[0].at(row, column)));
    }
    cell(book, "Plasser", "unn-dps", "2040").number -= 10.0;
    CHECK(read(book).what_if.ends_with("kind = \"close\"\ndate = 2040-01-01\nunit = \"unn-dps\"\nbeds = 4\n"));
}

TEST_CASE("a level, a stay and a rate become what the scenario has in their place") {
    Book book = untouched();
    cell(book, "Flyt", "unn-dps-unn", "nivå").number = 0.25;
    cell(book, "Opphold", "dps", "snitt, døgn").number = 14.0;
    BookSheet& rates = sheet_of(book, "Rater");
    rates.rows[1][5].number = 400.0;
    const FilledIn filled = read(book);
    CHECK(filled.changes == 3);
    CHECK(filled.what_if.find(
              "[[flow]]\nid = \"unn-dps-unn\"\nlevel = { value = 0.25, low = 0.215871, high = 0.274744, status = "
              "\"assumed\", source = \"bok.xlsx, Flyt!E8\" }\n") != std::string::npos);
    CHECK(filled.what_if.find(
              "mean = { value = \"14 days\", low = \"13 days\", high = \"18 days\", status = \"assumed\"") !=
          std::string::npos);
    CHECK(filled.what_if.find("file = \"mitt-use_rates.csv\"") != std::string::npos);
    REQUIRE(filled.rates);
    CHECK(filled.rates->find("\nphv,female,18,29,400\n") != std::string::npos);
    const WrittenScenario scenario = tried(filled);
    for (const study::FlowInfo& flow : scenario.flows) {
        if (flow.id == "unn-dps-unn") CHECK(flow.level.value == 0.25);
    }
}

TEST_CASE("an action is changed, added or taken out where its row is") {
    Book book = untouched();
    BookSheet& sheet = sheet_of(book, "Tiltak");
    const std::string first = sheet.rows[1][0].text;
    sheet.rows[1][column_of(sheet, "beds")].number = 6.0;
    std::vector<BookCell> row(sheet.rows[0].size());
    row[0] = BookCell::of(std::string("kortere"));
    row[column_of(sheet, "kind")] = BookCell::of(std::string("stay"));
    row[column_of(sheet, "date")] = BookCell::of(Date{2028, 1, 1});
    row[column_of(sheet, "service")] = BookCell::of(std::string("dps, tsb"));
    row[column_of(sheet, "treated_at")] = BookCell::of(std::string("unn"));
    row[column_of(sheet, "percent")] = BookCell::of(-10.0);
    sheet.rows.push_back(row);
    const FilledIn filled = read(book);
    CHECK(filled.what_if ==
          head + "\n[[action]]\nid = \"" + first +
              "\"\nbeds = 6\n\n[[action]]\nid = \"kortere\"\nkind = \"stay\"\ndate = 2028-01-01\ntreated_at = "
              "\"unn\"\nservice = [\"dps\", \"tsb\"]\npercent = -10\n");
    CHECK(tried(filled).actions.size() == 2);
    sheet.rows.erase(sheet.rows.begin() + 1);
    CHECK(read(book).what_if.ends_with("[[action]]\nid = \"" + first + "\"\nremove = true\n"));
}

TEST_CASE("an action's interval is in its sheet, is changed there, and comes back") {
    const WrittenScenario teams = ScenarioCopy("helse-nord").scenario({}, "fact-og-ambulante-team.toml");
    const BookOrder on_teams{"fact-og-ambulante-team.toml", "mitt"};
    Book before = plan_book(plan_sheets(teams), "bok.xlsx", Language::nb);
    const auto changed = [&](const std::vector<std::pair<std::string, BookCell>>& cells, const std::string& row = "") {
        Book book = before;
        BookSheet& sheet = sheet_of(book, "Tiltak");
        if (!row.empty()) sheet.rows.push_back({BookCell::of(row)});
        sheet.rows.back().resize(sheet.rows[0].size());
        for (const auto& [heading, value] : cells) sheet.rows.back()[column_of(sheet, heading)] = value;
        return book;
    };
    const auto lines = [&](const Book& book) {
        Problems problems;
        const FilledIn filled = filled_in(teams, book, on_teams, problems);
        for (const std::string& line : problems.lines(Language::en)) return line;
        return filled.what_if.substr(filled.what_if.find("\n\n") + 1);
    };
    const auto number = [](double value) { return BookCell::of(value); };
    const auto words = [](const char* text) { return BookCell::of(std::string(text)); };
    CHECK(cell(before, "Tiltak", "fact", "percent, lav").number == -15.0);
    CHECK(cell(before, "Tiltak", "fact", "stay_of_those, høy").text == "25 days");
    CHECK(lines(before).find("[[") == std::string::npos);
    const std::string entry = "\n[[action]]\nid = \"fact\"\n";
    // One end alone, the value alone: each is one line, and the rest of the interval stays.
    CHECK(lines(changed({{"percent, lav", number(-20.0)}}))
              .starts_with(entry + "percent = { value = -10, low = -20, high = -5, status = \"assumed\", source = "
                                   "\"bok.xlsx, Tiltak!"));
    CHECK(lines(changed({{"percent", number(-12.0)}}))
              .starts_with(entry + "percent = { value = -12, low = -15, high = -5,"));
    CHECK(lines(changed({{"stay_of_those, lav", number(10.0)}}))
              .starts_with(entry + "stay_of_those = { value = \"20 days\", low = \"10 days\", high = \"25 days\","));
    CHECK(lines(changed({{"percent, lav", {}}, {"percent, høy", {}}})) == entry + "percent = -10\n");
    // Half an interval, one without a value, an end that is no number.
    CHECK(lines(changed({{"percent, høy", {}}})).ends_with(": an interval has both low and high"));
    CHECK(lines(changed({{"share, lav", number(0.1)}, {"share, høy", number(0.3)}}))
              .ends_with(": share has an interval but no value"));
    CHECK(lines(changed({{"percent, lav", words("lite")}})).ends_with(": found \"lite\"; expected a number"));
    // A new action may have one.
    const Book more = changed({{"kind", words("stay")},
                               {"date", BookCell::of(Date{2028, 1, 1})},
                               {"service", words("dps")},
                               {"treated_at", words("unn")},
                               {"percent", number(-10.0)},
                               {"percent, lav", number(-14.0)},
                               {"percent, høy", number(-2.0)}},
                              "kortere");
    Problems problems;
    const FilledIn filled = filled_in(teams, more, on_teams, problems);
    ScenarioCopy copy("helse-nord");
    copy.write("mitt.toml", filled.what_if);
    const std::vector<PlanSheet> again = plan_sheets(copy.scenario({}, "mitt.toml"));
    Book made = plan_book(again, "bok.xlsx", Language::nb);
    CHECK(cell(made, "Tiltak", "kortere", "percent, lav").number == -14.0);
    CHECK(cell(made, "Tiltak", "kortere", "percent, høy").number == -2.0);
}

TEST_CASE("what a reader finds wrong with the what-if is told at the cell") {
    Book book = untouched();
    cell(book, "Utnyttelse", "tsb", "planlagt utnyttelse").number = 0.97;
    const FilledIn filled = read(book);
    ScenarioCopy copy("helse-nord");
    copy.write("mitt.toml", filled.what_if);
    try {
        copy.scenario({}, "mitt.toml");
        FAIL("an interval that doesn't hold its value passed");
    } catch (const BadInput& bad) {
        const std::vector<std::string> lines = filled.placed(bad.problems(), "mitt.toml").lines(Language::en);
        CHECK(lines.front() == "bok.xlsx, Utnyttelse!C7: the interval 0.8–0.9 doesn't hold the value 0.97");
    }
}

TEST_CASE("a faulty book is refused with its sheet and cell, in both languages") {
    using Spoil = std::function<void(Book&)>;
    const auto put = [](const std::string& sheet, const std::string& id, const std::string& heading, BookCell value) {
        return [=](Book& book) { cell(book, sheet, id, heading) = value; };
    };
    const auto words = [](const char* text) { return BookCell::of(std::string(text)); };
    BookCell fault = words("#REF!");
    fault.kind = BookCell::Kind::fault;
    struct Case {
        const char* what;
        Spoil spoil;
        const char* en;
        const char* nb;
    };
    const std::vector<Case> cases{
        {"text for a number", put("Flyt", "unn-dps-unn", "nivå", words("mye")),
         "bok.xlsx, Flyt!E8: found \"mye\"; expected a number", "bok.xlsx, Flyt!E8: fant «mye»; ventet et tall"},
        {"a number stored as text", put("Flyt", "unn-dps-unn", "nivå", words("0,25")),
         "bok.xlsx, Flyt!E8: \"0,25\" is stored as text; expected a number",
         "bok.xlsx, Flyt!E8: «0,25» er lagret som tekst; ventet et tall"},
        {"an empty number", put("Flyt", "unn-dps-unn", "nivå", BookCell()),
         "bok.xlsx, Flyt!E8: an empty cell; expected a number", "bok.xlsx, Flyt!E8: tom celle; ventet et tall"},
        {"a date for a number", put("Opphold", "dps", "snitt, døgn", BookCell::of(Date{2026, 1, 14})),
         "bok.xlsx, Opphold!D6: found \"2026-01-14\"; expected a number",
         "bok.xlsx, Opphold!D6: fant «2026-01-14»; ventet et tall"},
        {"an error", put("Flyt", "unn-dps-unn", "nivå", fault),
         "bok.xlsx, Flyt!E8: the cell is #REF!; expected a value",
         "bok.xlsx, Flyt!E8: cellen er #REF!; ventet en verdi"},
        {"letters of another encoding", put("Flyt", "unn-dps-unn", "behandles ved", words("\xE5")),
         "bok.xlsx, Flyt!D8: the cell has letters that are not UTF-8",
         "bok.xlsx, Flyt!D8: cellen har tegn som ikke er UTF-8"},
        {"half an interval", put("Flyt", "unn-dps-unn", "nivå, høy", BookCell()),
         "bok.xlsx, Flyt!G8: an interval has both low and high", "bok.xlsx, Flyt!G8: et intervall har både lav og høy"},
        {"half a bed", put("Plasser", "unn-dps", "2030", BookCell::of(40.5)),
         "bok.xlsx, Plasser!K4: found 40.5; expected a whole number of beds",
         "bok.xlsx, Plasser!K4: fant 40.5; ventet et helt antall plasser"},
        {"fewer than no beds", put("Plasser", "unn-dps", "2030", BookCell::of(-1.0)),
         "bok.xlsx, Plasser!K4: found -1; expected a whole number of beds",
         "bok.xlsx, Plasser!K4: fant -1; ventet et helt antall plasser"},
        {"a counted year", put("Plasser", "unn-dps", "2025", BookCell::of(41.0)),
         "bok.xlsx, Plasser!F4: found \"41\"; this is \"40\" and can't be changed (a counted year)",
         "bok.xlsx, Plasser!F4: fant «41»; her står «40» og kan ikke endres (telt år)"},
        {"another place of treatment", put("Flyt", "unn-dps-unn", "behandles ved", words("nlsh")),
         "bok.xlsx, Flyt!D8: found \"nlsh\"; this is \"unn\" and can't be changed",
         "bok.xlsx, Flyt!D8: fant «nlsh»; her står «unn» og kan ikke endres"},
        {"another id", put("Flyt", "unn-dps-unn", "strøm (id)", words("unn-dps-umn")),
         "bok.xlsx, Flyt!A8: \"unn-dps-umn\" is no row of the scenario; did you mean \"unn-dps-unn\"?",
         "bok.xlsx, Flyt!A8: «unn-dps-umn» er ingen rad i scenariet"},
        {"a removed column",
         [](Book& book) {
             for (auto& row : sheet_of(book, "Flyt").rows) row.erase(row.begin() + 2);
         },
         "bok.xlsx, Flyt!C1: found \"behandles ved\"; expected the heading \"tjeneste\"",
         "bok.xlsx, Flyt!C1: fant «behandles ved»; ventet overskriften «tjeneste»"},
        {"another heading", [](Book& book) { sheet_of(book, "Flyt").rows[0][4] = BookCell::of(std::string("andel")); },
         "bok.xlsx, Flyt!E1: found \"andel\"; expected the heading \"nivå\"",
         "bok.xlsx, Flyt!E1: fant «andel»; ventet overskriften «nivå»"},
        {"a column more",
         [](Book& book) {
             auto& row = sheet_of(book, "Flyt").rows[3];
             row.resize(8);
             row[7] = BookCell::of(std::string("sjekk dette"));
         },
         "bok.xlsx, Flyt!H4: found \"sjekk dette\"; there is no column here",
         "bok.xlsx, Flyt!H4: fant «sjekk dette»; her er det ingen kolonne"},
        {"a renamed sheet", [](Book& book) { sheet_of(book, "Opphold").name = "Oppholdet"; },
         "bok.xlsx: the sheet \"Opphold\" is missing; did you mean \"Oppholdet\"?",
         "bok.xlsx: arket «Opphold» mangler; mente du «Oppholdet»?"},
        {"an empty row",
         [](Book& book) {
             auto& rows = sheet_of(book, "Opphold").rows;
             rows.insert(rows.begin() + 3, std::vector<BookCell>());
         },
         "bok.xlsx, Opphold!A4: an empty row within the table; remove it",
         "bok.xlsx, Opphold!A4: tom rad midt i tabellen; ta den bort"},
        {"a row that is gone",
         [](Book& book) { sheet_of(book, "Opphold").rows.erase(sheet_of(book, "Opphold").rows.begin() + 1); },
         "bok.xlsx, Opphold: the row \"phv-akutt\" is gone; put it back",
         "bok.xlsx, Opphold: raden «phv-akutt» er borte; sett den inn igjen"},
        {"a row twice",
         [](Book& book) {
             auto& rows = sheet_of(book, "Opphold").rows;
             const std::vector<BookCell> again = rows[1];
             rows.push_back(again);
         },
         "is there twice (row 2 too)", "står to ganger (også rad 2)"},
        {"merged cells", [](Book& book) { sheet_of(book, "Flyt").merged.emplace_back("B4:C4"); },
         "bok.xlsx, Flyt!B4:C4: merged cells; split them again",
         "bok.xlsx, Flyt!B4:C4: sammenslåtte celler; del dem igjen"},
        {"a rate below zero", [](Book& book) { sheet_of(book, "Rater").rows[1][5].number = -3.0; },
         "bok.xlsx, Rater!F2: found -3; expected 0 or more", "bok.xlsx, Rater!F2: fant -3; ventet 0 eller mer"},
        {"a day as a number",
         [](Book& book) {
             BookSheet& sheet = sheet_of(book, "Tiltak");
             sheet.rows[1][column_of(sheet, "date")] = BookCell::of(46388.0);
         },
         "bok.xlsx, Tiltak!C2: found \"46388\"; expected a date", "bok.xlsx, Tiltak!C2: fant «46388»; ventet en dato"},
        {"an action without id",
         [](Book& book) {
             BookSheet& sheet = sheet_of(book, "Tiltak");
             sheet.rows[1][0] = BookCell();
         },
         "bok.xlsx, Tiltak!A2: the action has no id", "bok.xlsx, Tiltak!A2: tiltaket mangler id"},
        {"an emptied key of an action",
         [](Book& book) {
             BookSheet& sheet = sheet_of(book, "Tiltak");
             sheet.rows[1][column_of(sheet, "beds")] = BookCell();
         },
         "beds was emptied; remove the whole action, or write a value", "beds er tømt; ta bort hele tiltaket"}};
    CHECK(cases.size() >= 20);
    for (const Case& one : cases) {
        INFO(one.what);
        CHECK(complaint(one.spoil).find(one.en) != std::string::npos);
        CHECK(complaint(one.spoil, Language::nb).find(one.nb) != std::string::npos);
        if (complaint(one.spoil).find(one.en) == std::string::npos) CHECK(complaint(one.spoil) == one.en);
    }
}
