#include "app/results/compared_words.hpp"

#include "app/results/spoken.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace framsyn::app {

using study::ComparisonRow;
using study::PairedBy;

namespace {

std::string whole(double value) {
    const double size = std::floor(std::fabs(value) + 0.5);
    return fmt::format("{}{:.0f}", value < 0.0 && size > 0.0 ? "−" : "", size);
}

bool is_counted(const ComparisonRow& row) {
    return row.unit == "bed days" || row.unit == "patients" || row.unit == "contacts";
}

} // namespace

bool is_nothing(const ComparisonRow& row) {
    const auto none = [](double value) { return value == 0.0 || std::isnan(value); };
    return row.base == row.alternative && row.difference == 0.0 && none(row.low) && none(row.high);
}

std::string ComparedWords::beds(double value) const {
    return value == std::floor(value) ? fmt::format("{:.0f}", value) : spoken_number(value, language_);
}

std::string ComparedWords::day(const Date& date) const {
    constexpr std::array<const char*, 12> nb{"januar", "februar", "mars",      "april",   "mai",      "juni",
                                             "juli",   "august",  "september", "oktober", "november", "desember"};
    constexpr std::array<const char*, 12> en{"January", "February", "March",     "April",   "May",      "June",
                                             "July",    "August",   "September", "October", "November", "December"};
    const auto month = static_cast<std::size_t>(date.month - 1);
    return language_ == Language::nb ? fmt::format("{}. {}", date.day, nb.at(month))
                                     : fmt::format("{} {}", date.day, en.at(month));
}

std::string ComparedWords::level(const ComparisonRow& row, double value) const {
    if (row.unit == "share") return spoken_percent(value, language_);
    return is_counted(row) ? whole(value) : spoken_number(value, language_);
}

std::string ComparedWords::change(const ComparisonRow& row, const char* unit) const {
    if (is_nothing(row) || shows_nothing(row)) return say("uendret", "unchanged");
    const std::string range = interval(row);
    return difference(row) + unit + (range.empty() ? "" : " (" + range + ")");
}

std::string ComparedWords::before_and_after(const ComparisonRow& row) const {
    if (row.base == row.alternative) return level(row, row.base);
    return fmt::format("{} → {}", level(row, row.base), level(row, row.alternative));
}

std::string ComparedWords::before_after_and_change(const ComparisonRow& row, const char* unit) const {
    const bool looks_same = shows_nothing(row) && level(row, row.base) == level(row, row.alternative);
    if (is_nothing(row) || looks_same) return level(row, row.base) + unit;
    const std::string range = interval(row);
    return fmt::format("{}{} ({}{})", before_and_after(row), unit, difference(row), range.empty() ? "" : "; " + range);
}

std::string ComparedWords::difference(const ComparisonRow& row) const {
    return amount(row, row.difference) + (row.unit == "share" ? say(" prosentpoeng", " percentage points") : "");
}

std::string ComparedWords::interval(const ComparisonRow& row) const {
    if (std::isnan(row.low)) return "";
    const std::string low = amount(row, row.low);
    const std::string high = amount(row, row.high);
    if (low == high && low == amount(row, row.difference)) return "";
    const bool by_chance = row.basis == PairedBy::replications && row.low <= 0.0 && row.high >= 0.0;
    return fmt::format(fmt::runtime(say("{} til {}{}", "{} to {}{}")), low, high,
                       by_chance ? say(", kan være tilfeldig", ", may be chance") : "");
}

bool ComparedWords::shows_nothing(const ComparisonRow& row) const {
    const auto rounds_away = [&](double value) {
        return amount(row, value).find_first_of("123456789") == std::string::npos;
    };
    return rounds_away(row.difference) && (std::isnan(row.low) || (rounds_away(row.low) && rounds_away(row.high)));
}

std::string ComparedWords::amount(const ComparisonRow& row, double value) const {
    if (row.unit == "share") return spoken_change(100.0 * value, language_);
    if (!is_counted(row)) return spoken_change(value, language_);
    const std::string size = whole(value);
    return value > 0.0 && size != "0" ? "+" + size : size;
}

} // namespace framsyn::app
