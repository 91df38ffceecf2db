// What the population's models say of impossible numbers, in the language of the planner.
#include "app/scenario/people/model_text.hpp"
#include "models/demography/rates/life_table.hpp"
#include "tests/catch.hpp"

#include <filesystem>
#include <fstream>
#include <regex>
#include <string>

using namespace framsyn;
using namespace framsyn::app;

namespace {

template <class Work>
std::string norwegian_of(const Work& work) {
    try {
        work();
    } catch (const std::invalid_argument& impossible) {
        const Text text = model_text(impossible.what());
        CHECK(text.en == impossible.what());
        return text.nb;
    }
    return "";
}

} // namespace

TEST_CASE("numbers that a model names are kept when its words are translated") {
    CHECK(norwegian_of([] { demography::life_expectancy(demography::AgeVector::Constant(106, -1.0), {}); }) ==
          "dødsraten ved alder 0 må være et tall som ikke er negativt, ikke -1.000000");
    CHECK(model_text(
              "2050: A life expectancy of 140.000000 years can't be reached with this decline: it takes the mean of "
              "both sexes from 60.5 to 110.1")
              .nb == "2050: en levealder på 140.000000 år kan ikke nås med denne nedgangen, som gir et snitt for begge "
                     "kjønn fra 60.5 til 110.1");
    CHECK(model_text("No base death rates: none of the women died at ages 1 to 99 in the base period").nb ==
          "ingen dødsrater: blant kvinner døde ingen ved alder 1 til 99 i grunnlagsperioden");
    CHECK(model_text("something new").nb == "tallene passer ikke sammen");
}

TEST_CASE("every complaint of the models that read a scenario's numbers has Norwegian words") {
    // The texts as they stand in the sources: what is thrown, and what fault_in says.
    const std::filesystem::path models = MODELS;
    std::size_t found = 0;
    for (const char* file : {"inputs.cpp", "rates/graduation.cpp", "project/drivers.cpp"}) {
        std::ifstream source(models / "demography" / file);
        for (std::string line; std::getline(source, line);) {
            const bool says = line.find("throw std::invalid_argument(\"") != std::string::npos ||
                              line.find("return \"") != std::string::npos;
            std::smatch match;
            static const std::regex quoted("\"([^\"]{12,})\"");
            if (!says || !std::regex_search(line, match, quoted)) continue;
            const std::string what = match[1].str();
            if (what.find("age ×") != std::string::npos || what.find("1 ×") != std::string::npos ||
                what.find("correction") != std::string::npos || what == "there are no areas" ||
                what == "no year is observed")
                continue; // shapes, which the reader makes itself
            CAPTURE(what);
            CHECK(model_text(what).nb != "tallene passer ikke sammen");
            ++found;
        }
    }
    CHECK(found >= 20); // else the sources are written otherwise than this test reads them
}
