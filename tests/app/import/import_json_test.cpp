// JSON-stat2 as PxWeb writes it, made up here. JSON has no lines to show, so messages name variables and categories.
#include "tests/app/import/import_example.hpp"
#include "tests/catch.hpp"

#include <nlohmann/json.hpp>

using namespace framsyn;
using namespace framsyn::app;
using namespace framsyn::app::testing;
using nlohmann::json;

namespace {

json dimension(const std::string& label, const std::vector<std::pair<std::string, std::string>>& categories) {
    json index = json::object();
    json labels = json::object();
    for (const auto& [code, text] : categories) {
        index[code] = index.size();
        labels[code] = text;
    }
    return {{"label", label}, {"category", {{"index", index}, {"label", labels}}}};
}

/// The example as a dataset: females first, to see that the order is read and not assumed.
json example_dataset() {
    std::vector<std::pair<std::string, std::string>> ages;
    for (int age = 0; age <= 105; ++age)
        ages.emplace_back(fmt::format("{:03}{}", age, age == 105 ? "+" : ""), age_nb(age));
    json dataset{{"version", "2.0"},
                 {"class", "dataset"},
                 {"label", "07459: Befolkning, etter region, kjønn, alder, statistikkvariabel og år"},
                 {"id", {"Region", "Kjonn", "Alder", "ContentsCode", "Tid"}},
                 {"size", {3, 2, 106, 1, 2}}};
    dataset["dimension"] = {
        {"Region",
         dimension("region", {{"K-1804", "Bodø"}, {"K-1875", "Hábmer - Hamarøy"}, {"K-5501", "Tromsø - Romsa"}})},
        {"Kjonn", dimension("kjønn", {{"2", "Kvinner"}, {"1", "Menn"}})},
        {"Alder", dimension("alder", ages)},
        {"ContentsCode", dimension("statistikkvariabel", {{"Personer1", "Personer"}})},
        {"Tid", dimension("år", {{"2024", "2024"}, {"2025", "2025"}})}};
    json values = json::array();
    for (const int municipality : {1804, 1875, 5501}) {
        for (int sex = 0; sex < 2; ++sex) {
            for (int age = 0; age <= 105; ++age) {
                for (const int year : {2024, 2025}) values.push_back(example_persons(municipality, sex, age, year));
            }
        }
    }
    dataset["value"] = values;
    return dataset;
}

std::string first_line(const json& dataset) {
    return import_text(dataset.dump()).first();
}

} // namespace

TEST_CASE("a JSON-stat2 dataset becomes the same table as CSV does") {
    const ImportOutcome outcome = import_text(example_dataset().dump());
    CHECK(outcome.first().empty());
    CHECK(outcome.content == example_result());
    CHECK(import_text("\xEF\xBB\xBF\n" + example_dataset().dump(1)).content == example_result());
}

TEST_CASE("an index may be a list and labels may be absent") {
    json dataset = example_dataset();
    dataset["dimension"]["Region"]["category"] = {{"index", {"1804", "1875", "5501"}}};
    dataset["dimension"]["Kjonn"]["category"] = {{"index", {"2", "1"}}};
    dataset["dimension"]["ContentsCode"]["category"] = {
        {"label", {{"Personer1", "Personer"}}}}; // one category needs no index
    CHECK(import_text(dataset.dump()).content == example_result());
}

TEST_CASE("values may be an object of places, whatever their order") {
    json dataset = example_dataset();
    json sparse = json::object();
    for (std::size_t i = 0; i < dataset["value"].size(); ++i) sparse[std::to_string(i)] = dataset["value"][i];
    dataset["value"] = sparse;
    CHECK(import_text(dataset.dump()).content == example_result());
    sparse.erase("7");
    dataset["value"] = sparse;
    CHECK(first_line(dataset) ==
          "in: 1804 Bodø: 2025, females, age 3 is missing"); // place 7 = age 3, second of two years
}

TEST_CASE("a missing number in JSON is named by its variables, with the sign that SSB gave") {
    json dataset = example_dataset();
    dataset["value"][1] = nullptr;
    CHECK(first_line(dataset) ==
          "in: found \"null\", Statistics Norway's sign for a missing number (Region «K-1804 Bodø», Kjonn "
          "«2 Kvinner», Alder «000 0 år», ContentsCode «Personer1 Personer», Tid «2025»)");
    dataset["status"] = {{"1", ".."}};
    CHECK(first_line(dataset).rfind("in: found \"..\"", 0) == 0);
}

TEST_CASE("numbers in JSON must be whole and not negative") {
    json dataset = example_dataset();
    dataset["value"][0] = 4.0;
    CHECK(first_line(dataset).empty());
    dataset["value"][0] = 4.5;
    CHECK(first_line(dataset).rfind("in: found \"4.5\"; expected a whole number", 0) == 0);
    dataset["value"][0] = -4;
    CHECK(first_line(dataset).rfind("in: -4 persons are impossible", 0) == 0);
    dataset["value"][0] = "4";
    CHECK(first_line(dataset).rfind("in: found \"\"4\"\"; expected a whole number", 0) == 0);
}

TEST_CASE("broken JSON is shown where it breaks") {
    CHECK(import_text("{\"class\":\n \"dataset\",, }").first() == "in:2:12: not valid JSON here; is the file whole?");
    CHECK(import_text("{").first().rfind("in:1:", 0) == 0);
}

TEST_CASE("a number beyond all measure is refused and not a crash") {
    CHECK(import_text("{\"class\": 1e999999}").first() == "in: has a number that is too large");
}

TEST_CASE("JSON that is not one dataset of JSON-stat2 is refused") {
    CHECK(import_text("[1]").first() == "in: is not JSON-stat2: expected one object");
    CHECK(import_text("{\"dataset\": {}}").first().rfind("in: is not JSON-stat2 (class", 0) == 0);
    json dataset = example_dataset();
    dataset["class"] = "collection";
    CHECK(first_line(dataset).rfind("in: is a collection of tables", 0) == 0);
}

TEST_CASE("a dataset whose parts do not fit together is refused") {
    json dataset = example_dataset();
    dataset["size"][0] = 4;
    CHECK(first_line(dataset) == "in: Region: size is 4, but the variable has 3 values");
    dataset = example_dataset();
    dataset["value"].erase(0);
    CHECK(first_line(dataset) == "in: value has 1271 numbers; the variables make 1272"); // 3 × 2 × 106 × 2
    dataset.erase("value");
    CHECK(first_line(dataset) == "in: value is missing");
    dataset["value"] = {{"1272", 1}};
    CHECK(first_line(dataset) == "in: value: \"1272\" is not a place in the table");
    dataset = example_dataset();
    dataset["dimension"]["Kjonn"]["category"]["index"]["1"] = 0; // where "2" is already
    CHECK(first_line(dataset) == "in: Kjonn: the place of \"2\" is 0");
    dataset = example_dataset();
    dataset["id"].erase(4);
    CHECK(first_line(dataset) == "in: id and size must be lists of one length");
    dataset = example_dataset();
    dataset["dimension"].erase("Tid");
    CHECK(first_line(dataset) == "in: Tid: no values in category");
}

TEST_CASE("a variable that we don't know is left alone with one value and refused with more") {
    json dataset = example_dataset();
    dataset["id"].push_back("Sivilstand");
    dataset["size"].push_back(1);
    dataset["dimension"]["Sivilstand"] = dimension("sivilstand", {{"0", "Alle"}});
    CHECK(import_text(dataset.dump()).content == example_result());
    dataset["size"][5] = 2;
    dataset["dimension"]["Sivilstand"] = dimension("sivilstand", {{"1", "Ugift"}, {"2", "Gift"}});
    CHECK(first_line(dataset) == "in: unknown variable \"Sivilstand\"; leave it out in the StatBank");
}

TEST_CASE("the number of the table is found in the title or in what PxWeb adds") {
    json dataset = example_dataset();
    dataset["label"] = "14288: Framskrevet folkemengde";
    CHECK(first_line(dataset) == "in: this is table 14288; expected 07459 (ssb-07459)");
    dataset["label"] = "Framskrevet folkemengde";
    dataset["extension"] = {{"px", {{"tableid", "14288"}}}};
    CHECK(first_line(dataset) == "in: this is table 14288; expected 07459 (ssb-07459)");
}
