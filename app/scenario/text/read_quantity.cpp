#include "app/scenario/text/read_quantity.hpp"

#include "app/ground/found_text.hpp"
#include "app/ground/number_text.hpp"
#include "app/scenario/text/text_rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace framsyn::app {
namespace {

constexpr double days_per_year = 365.25;

struct WrittenUnit {
    const char* text;
    double factor;
    double divisor = 1.0; ///< of what is no whole number of the unit: 12 months are one year to the bit
};

constexpr std::array<WrittenUnit, 12> in_days{{
    {"minute", 1.0 / 1440},
    {"minutes", 1.0 / 1440},
    {"hour", 1.0 / 24},
    {"hours", 1.0 / 24},
    {"day", 1},
    {"days", 1},
    {"week", 7},
    {"weeks", 7},
    {"month", days_per_year / 12},
    {"months", days_per_year / 12},
    {"year", days_per_year},
    {"years", days_per_year},
}};
constexpr std::array<WrittenUnit, 8> in_years{{
    {"day", 1, days_per_year},
    {"days", 1, days_per_year},
    {"week", 7, days_per_year},
    {"weeks", 7, days_per_year},
    {"month", 1, 12},
    {"months", 1, 12},
    {"year", 1},
    {"years", 1},
}};
constexpr std::array<WrittenUnit, 6> in_minutes{{
    {"minute", 1},
    {"minutes", 1},
    {"hour", 60},
    {"hours", 60},
    {"day", 1440},
    {"days", 1440},
}};
constexpr std::array<WrittenUnit, 3> in_admissions_per_day{{
    {"per day", 1},
    {"per week", 1.0 / 7},
    {"per year", 1.0 / days_per_year},
}};
constexpr std::array<WrittenUnit, 2> in_beds_per_year{{
    {"bed per year", 1},
    {"beds per year", 1},
}};

/// What people may write after a number, and what it is in the unit asked for; none where a plain number is written.
std::span<const WrittenUnit> written_units(Measured unit) {
    switch (unit) {
    case Measured::days:
        return in_days;
    case Measured::years:
        return in_years;
    case Measured::minutes:
        return in_minutes;
    case Measured::admissions_per_day:
        return in_admissions_per_day;
    case Measured::beds_per_year:
        return in_beds_per_year;
    default:
        return {};
    }
}

/// The units that can be written, for somebody who wrote another.
std::string all_of(Measured unit) {
    std::vector<std::string> units;
    for (const WrittenUnit& written : written_units(unit)) {
        const bool is_plural = !units.empty() && written.text == units.back() + "s";
        if (is_plural) units.pop_back();
        units.emplace_back(written.text);
    }
    return fmt::format("{}", fmt::join(units, ", "));
}

std::string example_of(Measured unit) {
    switch (unit) {
    case Measured::days:
        return "\"3 days\"";
    case Measured::years:
        return "\"3 years\"";
    case Measured::minutes:
        return "\"90 minutes\"";
    case Measured::admissions_per_day:
        return "\"0.5 per day\"";
    case Measured::beds_per_year:
        return "\"0.8 beds per year\"";
    default:
        return unit == Measured::share ? "0.85" : "12";
    }
}

/// The number in a node, in the unit; reports what is wrong with it.
std::optional<double> read_number(const Value& value, Measured unit, Problems& problems) {
    if (written_with_unit(unit)) {
        const std::string* text = value.as<std::string>();
        const std::optional<double> number = text ? parse_with_unit(*text, unit) : std::nullopt;
        if (!number) {
            problems.add(value.at, {fmt::format("fant {}; ventet et tall med enhet, som {} (enheter: {})",
                                                value.printed(), example_of(unit), all_of(unit)),
                                    fmt::format("found {}; expected a number with its unit, such as {} (units: {})",
                                                value.printed(), example_of(unit), all_of(unit))});
        }
        return number;
    }
    if (const auto* integer = value.as<std::int64_t>()) return static_cast<double>(*integer);
    if (const double* number = value.as<double>(); number && std::isfinite(*number)) return *number;
    problems.add(value.at, {fmt::format("fant {}; ventet et tall ({}), som {}", value.printed(), unit_text(unit).nb,
                                        example_of(unit)),
                            fmt::format("found {}; expected a number ({}), such as {}", value.printed(),
                                        unit_text(unit).en, example_of(unit))});
    return std::nullopt;
}

bool in_range(double number, double min, double max) {
    return number >= min && number <= max;
}

std::string range_text(double min, double max) {
    if (std::isinf(max)) return fmt::format("≥ {}", min);
    if (std::isinf(min)) return fmt::format("≤ {}", max);
    return fmt::format("{}–{}", min, max);
}

/// A share that was written as per cent, perhaps.
Text percent_hint(double number, Measured unit, double min, double max) {
    constexpr double clearly_per_cent = 5.0;
    if (unit != Measured::share || number < clearly_per_cent || !in_range(number / 100.0, min, max)) return {};
    return {fmt::format("; {} % skrives {}", number, number / 100.0),
            fmt::format("; {} % is written {}", number, number / 100.0)};
}

/// Reads the parts of a quantity, each at its place.
class QuantityReader {
  public:
    QuantityReader(Quantity& out, Problems& problems) : out_(out), problems_(problems) {}

    void read(const Value& value) {
        if (!value.as<Table>()) {
            out_.value = out_.low = out_.high = within_range(value);
            return;
        }
        check_keys(value);
        read_numbers(value);
        if (const Value* status = value.find("status")) read_status(*status);
        if (const Value* source = value.find("source")) read_source(*source);
        if (out_.status != Status::assumed && out_.source.empty()) {
            problems_.add(value.at, {fmt::format("status {} krever en kilde (source)", name_in(statuses, out_.status)),
                                     fmt::format("status {} needs a source", name_in(statuses, out_.status))});
        }
    }

  private:
    double within_range(const Value& node) {
        const std::optional<double> number = read_number(node, out_.unit, problems_);
        if (number && !in_range(*number, out_.min, out_.max)) {
            const Text hint = percent_hint(*number, out_.unit, out_.min, out_.max);
            problems_.add(node.at, {fmt::format("{} er utenfor det mulige: ventet {} {}{}", node.printed(),
                                                range_text(out_.min, out_.max), unit_text(out_.unit).nb, hint.nb),
                                    fmt::format("{} is impossible: expected {} {}{}", node.printed(),
                                                range_text(out_.min, out_.max), unit_text(out_.unit).en, hint.en)});
        }
        return number.value_or(0.0);
    }

    void check_keys(const Value& table) {
        static const std::vector<std::string> known{"value", "low", "high", "status", "source"};
        for (const Member& member : *table.as<Table>()) {
            if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
            const Text hint = did_you_mean(member.key, known);
            problems_.add(member.at, {fmt::format("ukjent nøkkel «{}»{}", shown(member.key), hint.nb),
                                      fmt::format("unknown key \"{}\"{}", shown(member.key), hint.en)});
        }
    }

    void read_numbers(const Value& table) {
        const std::size_t before = problems_.size();
        const Value* number = table.find("value");
        if (!number) {
            problems_.add(table.at, {"mangler value", "value is missing"});
        } else {
            out_.value = within_range(*number);
        }
        const Value* low = table.find("low");
        const Value* high = table.find("high");
        out_.low = low ? within_range(*low) : out_.value;
        out_.high = high ? within_range(*high) : out_.value;
        if (problems_.size() == before && !(out_.low <= out_.value && out_.value <= out_.high)) {
            // What the command line says of one of the three is the line to mend.
            Position at = table.at;
            for (const Member& member : *table.as<Table>()) {
                if (member.value.at.file != table.at.file) at = member.value.at;
            }
            problems_.add(
                at, {fmt::format("intervallet {}–{} rommer ikke verdien {}", out_.low, out_.high, out_.value),
                     fmt::format("the interval {}–{} doesn't hold the value {}", out_.low, out_.high, out_.value)});
        }
    }

    void read_status(const Value& status) {
        const std::string* name = status.as<std::string>();
        const std::optional<Status> read = name ? value_in(statuses, *name) : std::nullopt;
        if (!read) {
            problems_.add(
                status.at,
                {fmt::format("ukjent status {}; ventet observed, published, derived eller assumed", status.printed()),
                 fmt::format("unknown status {}; expected observed, published, derived or assumed", status.printed())});
        }
        out_.status = read.value_or(Status::assumed);
    }

    void read_source(const Value& source) {
        const std::string* text = source.as<std::string>();
        if (!text) problems_.add(source.at, {"kilden må være tekst", "the source must be text"});
        out_.source = text ? *text : "";
        if (const std::optional<Text> fault = fault_in_text(out_.source, longest_prose))
            problems_.add(source.at, *fault);
    }

    Quantity& out_;
    Problems& problems_;
};

} // namespace

bool written_with_unit(Measured unit) {
    return !written_units(unit).empty();
}

std::optional<double> parse_with_unit(const std::string& text, Measured unit) {
    const std::optional<LeadingNumber> number = leading_number(text);
    if (!number || !number->rest.starts_with(' ')) return std::nullopt;
    const std::string_view written = number->rest.substr(1);
    for (const WrittenUnit& candidate : written_units(unit)) {
        if (written == candidate.text) return number->value * candidate.factor / candidate.divisor;
    }
    return std::nullopt;
}

std::string suffix_of(Measured unit) {
    switch (unit) {
    case Measured::days:
        return " days";
    case Measured::years:
        return " years";
    case Measured::minutes:
        return " minutes";
    case Measured::admissions_per_day:
        return " per day";
    case Measured::beds_per_year:
        return " beds per year";
    default:
        return "";
    }
}

std::optional<Quantity> read_quantity(const Value& value, Measured unit, double min, double max,
                                      const std::string& address, Problems& problems) {
    const std::size_t before = problems.size();
    Quantity out;
    out.unit = unit;
    out.address = address;
    out.at = value.at;
    out.min = min;
    out.max = max;
    QuantityReader(out, problems).read(value);
    if (problems.size() != before) return std::nullopt;
    return out;
}

} // namespace framsyn::app
