#include "app/results/spoken.hpp"

#include <fmt/format.h>

#include <cmath>

namespace framsyn::app {
namespace {

double to_one_decimal(double size) {
    return std::floor(std::fabs(size) * 10.0 + 0.5) / 10.0;
}

} // namespace

std::string spoken_number(double value, Language language) {
    const double rounded = to_one_decimal(value);
    std::string text = fmt::format("{:.1f}", rounded);
    if (language == Language::nb) text[text.find('.')] = ',';
    return fmt::format("{}{}", value < 0.0 && rounded > 0.0 ? "−" : "", text);
}

std::string spoken_change(double value, Language language) {
    const char* sign = value > 0.0 && to_one_decimal(value) > 0.0 ? "+" : "";
    return sign + spoken_number(value, language);
}

std::string spoken_percent(double share, Language language) {
    const char* space = language == Language::nb ? " " : "";
    if (share > 0.0 && share < 0.01) return fmt::format("<1{}%", space);
    if (share > 0.99 && share < 1.0) return fmt::format(">99{}%", space);
    return fmt::format("{:.0f}{}%", std::round(100.0 * share), space); // halves up, as the report
}

std::string name_of(const study::Scenario& scenario, const study::ServiceOrGroup& service, Language language) {
    for (const study::GroupInfo& group : scenario.groups) {
        if (group.id == service.id) return group.name.in(language);
    }
    return scenario.of(service.services.front()).name.in(language);
}

} // namespace framsyn::app
