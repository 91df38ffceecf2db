#include "models/values/quantity.hpp"

#include <array>

namespace framsyn {
namespace {

struct UnitWords {
    Measured unit;
    const char* name;
    const char* nb;
    const char* en;
};

constexpr std::array<UnitWords, 12> units{
    {{Measured::none, "1", "uten enhet", "no unit"},
     {Measured::share, "share", "andel", "share"},
     {Measured::beds, "beds", "senger", "beds"},
     {Measured::persons, "persons", "personer", "persons"},
     {Measured::bed_days, "bed days", "liggedøgn", "bed days"},
     {Measured::days, "days", "døgn", "days"},
     {Measured::years, "years", "år", "years"},
     {Measured::minutes, "minutes", "minutter", "minutes"},
     {Measured::admissions_per_day, "admissions per day", "innleggelser per døgn", "admissions per day"},
     {Measured::beds_per_year, "beds per year", "senger per år", "beds per year"},
     {Measured::children_per_woman, "children per woman", "barn per kvinne", "children per woman"},
     {Measured::calendar_year, "calendar year", "årstall", "calendar year"}}};

const UnitWords& words_of(Measured unit) {
    return units[static_cast<std::size_t>(unit)];
}

} // namespace

std::string unit_name(Measured unit) {
    return words_of(unit).name;
}

Text unit_text(Measured unit) {
    return {words_of(unit).nb, words_of(unit).en};
}

} // namespace framsyn
