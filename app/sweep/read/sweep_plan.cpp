#include "app/sweep/read/sweep_plan.hpp"

#include "sim/numerics/random_stream.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace framsyn::app {
namespace {

/// Purpose of the random numbers that points' seeds are; part of what makes a seed repeatable.
constexpr std::uint32_t seed_purpose = 431;

/// The middle of one of `levels` equal intervals as one of as many values from 0 to 1: who gives a grid ends wants them in it.
double from_end_to_end(double middle, std::size_t levels) {
    if (levels < 2) return middle;
    const double level = std::floor(middle * static_cast<double>(levels));
    return level / static_cast<double>(levels - 1);
}

} // namespace

std::size_t SweepPlan::width() const {
    std::size_t width = 0;
    for (const SweepVariable& variable : variables) width += variable.size;
    return width;
}

bool SweepParameter::is_as_drawn(double number) const {
    if (!(own_low < own_high)) return false;
    const bool own = choices.empty() && distribution.spread == sweep::Spread::split_normal &&
                     distribution.low == own_low && distribution.high == own_high;
    return own || (number >= own_low && number <= own_high);
}

std::string text_of_value(const SweepParameter& parameter, double value) {
    if (!parameter.choices.empty()) return parameter.choices[static_cast<std::size_t>(value)];
    const std::string number = fmt::format("{}", value == 0.0 ? 0.0 : value);
    return parameter.suffix.empty() ? number : fmt::format("\"{}{}\"", number, parameter.suffix);
}

std::string plain_value(const SweepParameter& parameter, double value) {
    std::string text = text_of_value(parameter, value);
    if (text.size() >= 2 && text.front() == '"') text = text.substr(1, text.size() - 2);
    return text;
}

std::string text_in_interval(double value, double low, double high, const std::string& suffix) {
    const auto written = [&](double number) {
        const std::string text = fmt::format("{}", number == 0.0 ? 0.0 : number);
        return suffix.empty() ? text : fmt::format("\"{}{}\"", text, suffix);
    };
    return fmt::format("{{ value = {}, low = {}, high = {} }}", written(value), written(std::min(low, value)),
                       written(std::max(high, value)));
}

SweepPoints::SweepPoints(const SweepPlan& plan) : plan_(plan), design_(plan.design) {}

std::vector<double> SweepPoints::values(std::size_t point) const {
    if (plan_.design.kind == sweep::DesignKind::list) return plan_.list[point];
    std::vector<double> values = design_.point(point);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const sweep::Distribution& distribution = plan_.parameters[i].distribution;
        const bool ended =
            distribution.spread == sweep::Spread::uniform || distribution.spread == sweep::Spread::log_uniform;
        if (plan_.design.kind == sweep::DesignKind::grid && ended)
            values[i] = from_end_to_end(values[i], plan_.design.levels[i]);
        values[i] = sweep::quantile(distribution, values[i]);
    }
    return values;
}

std::vector<double> SweepPoints::numbers(std::size_t point) const {
    std::vector<double> numbers = values(point);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const SweepParameter& parameter = plan_.parameters[i];
        if (!parameter.numbers.empty()) numbers[i] = parameter.numbers[static_cast<std::size_t>(numbers[i])];
    }
    return numbers;
}

std::vector<std::string> SweepPoints::assignments(std::size_t point) const {
    const std::vector<double> at = values(point);
    const std::vector<double> numbers_at = numbers(point);
    std::vector<std::string> assignments;
    for (std::size_t i = 0; i < at.size(); ++i) {
        const SweepParameter& parameter = plan_.parameters[i];
        if (parameter.chooses_scenario()) continue;
        const bool around = parameter.own_low < parameter.own_high;
        assignments.push_back(
            parameter.address + "=" +
            (around ? text_in_interval(numbers_at[i], parameter.own_low, parameter.own_high, parameter.suffix)
                    : text_of_value(parameter, at[i])));
    }
    return assignments;
}

std::vector<std::string> SweepPoints::as_in_a_draw(std::size_t point) const {
    const std::vector<double> at = values(point);
    std::vector<std::string> inside;
    for (std::size_t i = 0; i < at.size(); ++i) {
        const SweepParameter& parameter = plan_.parameters[i];
        const bool number = parameter.choices.empty() || !parameter.numbers.empty();
        if (!number || parameter.chooses_scenario()) continue;
        const double here = parameter.choices.empty() ? at[i] : parameter.numbers[static_cast<std::size_t>(at[i])];
        if (parameter.is_as_drawn(here)) inside.push_back(parameter.address);
    }
    return inside;
}

std::size_t SweepPoints::scenario_number(std::size_t point) const {
    const std::vector<double> at = values(point);
    for (std::size_t i = 0; i < at.size(); ++i) {
        if (plan_.parameters[i].chooses_scenario()) return static_cast<std::size_t>(at[i]);
    }
    return 0;
}

std::vector<std::string> SweepPoints::addresses() const {
    std::vector<std::string> addresses;
    for (const SweepParameter& parameter : plan_.parameters) {
        if (!parameter.chooses_scenario()) addresses.push_back(parameter.address);
    }
    return addresses;
}

std::string SweepPoints::scenario(std::size_t point) const {
    const std::vector<double> at = values(point);
    for (std::size_t i = 0; i < at.size(); ++i) {
        if (plan_.parameters[i].chooses_scenario()) return text_of_value(plan_.parameters[i], at[i]);
    }
    return plan_.scenario;
}

std::uint32_t SweepPoints::seed(std::size_t point, int repeat) const {
    if (!plan_.own_luck && repeat == 0) return plan_.seed;
    const std::size_t of = plan_.own_luck ? point : 0;
    const sim::RandomStream stream(sim::StreamKey{plan_.seed, static_cast<std::uint32_t>(repeat), seed_purpose, of});
    return stream.block(0).words[0];
}

std::string SweepPoints::described(std::size_t point) const {
    const std::vector<double> at = values(point);
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < at.size(); ++i)
        parts.push_back(plan_.parameters[i].id + " = " + text_of_value(plan_.parameters[i], at[i]));
    return fmt::format("{}", fmt::join(parts, ", "));
}

} // namespace framsyn::app
