#include "app/results/summary.hpp"

#include "app/evidence.hpp"
#include "app/quantiles.hpp"

#include <fmt/format.h>

#include <cmath>

namespace framsyn::app {
namespace {

/// One decimal, decimal comma in Norwegian, a real minus sign.
std::string number(double value, Language language) {
    const double rounded = std::floor(std::fabs(value) * 10.0 + 0.5) / 10.0;
    std::string text = fmt::format("{:.1f}", rounded);
    if (language == Language::nb) text[text.find('.')] = ',';
    return fmt::format("{}{}", value < 0.0 && rounded > 0.0 ? "−" : "", text);
}

std::string percent(double share, Language language) {
    const char* space = language == Language::nb ? " " : "";
    if (share > 0.0 && share < 0.01) return fmt::format("<1{}%", space);
    if (share > 0.99 && share < 1.0) return fmt::format(">99{}%", space);
    return fmt::format("{:.0f}{}%", 100.0 * share, space);
}

struct Change {
    const CellNeed* cell = nullptr;
    double median = 0.0, low = 0.0, high = 0.0; ///< of the gap since the base year, beds
};

double capacity_of(const CapacityPlan& plan, const Cell& cell, int year) {
    return plan.staffed_sum(cell.trust, cell.service.services, year)->mean;
}

bool has_beds(const CapacityPlan& plan, const Cell& cell, int year) {
    return cell.trust && *cell.trust != need::outside &&
           plan.staffed_sum(cell.trust, cell.service.services, year).has_value();
}

Change change_of(const Scenario& scenario, const CapacityPlan& plan, const CellNeed& cell) {
    const std::size_t last = scenario.years() - 1;
    std::vector<double> change = cell.beds_at_utilisation.draws_of(last);
    const std::vector<double> base = cell.beds_at_utilisation.draws_of(0);
    for (std::size_t draw = 0; draw < change.size(); ++draw) change[draw] -= base[draw];
    const double added =
        capacity_of(plan, cell.cell, scenario.last_year) - capacity_of(plan, cell.cell, scenario.base_year);
    const SortedSample sorted(std::move(change));
    return {&cell, added - sorted.median(), added - sorted.quantile(0.9), added - sorted.quantile(0.1)};
}

const std::string& trust_short(const Scenario& scenario, const CellNeed& cell) {
    return scenario.trusts[*cell.cell.trust].short_name;
}

std::string name_of(const Scenario& scenario, const ServiceOrGroup& service, Language language) {
    for (const GroupInfo& group : scenario.groups) {
        if (group.id == service.id) return group.name.in(language);
    }
    return scenario.services[service.services.front()].name.in(language);
}

/// The planned utilisation that a shortage is counted at, where all parts of the cell share one.
std::string at_utilisation(const Scenario& scenario, const Cell& cell, Language language) {
    const double planned = utilisation_of(scenario, *cell.trust, cell.service.services.front()).value;
    for (const std::size_t service : cell.service.services) {
        if (utilisation_of(scenario, *cell.trust, service).value != planned) return "";
    }
    return fmt::format(
        fmt::runtime(language == Language::nb ? " ved {} planlagt utnyttelse" : " at {} planned utilisation"),
        percent(planned, language));
}

/// Shortages of identified cells in the last year: trust, beds and probability.
std::string shortages(const Scenario& scenario, const CapacityPlan& plan, const NeedSample& need,
                      const ServiceOrGroup& service, Language language) {
    std::string text;
    for (const CellNeed& cell : need.treatment) {
        if (cell.cell.service.id != service.id || !has_beds(plan, cell.cell, scenario.last_year)) continue;
        const Evidence evidence = evidence_of(scenario, cell.cell, scenario.last_year);
        if (evidence == Evidence::not_identified || evidence == Evidence::assumed) continue;
        const double capacity = capacity_of(plan, cell.cell, scenario.last_year);
        const SortedSample beds(cell.beds_at_utilisation.draws_of(scenario.years() - 1));
        const double shortage = beds.share_above(capacity);
        if (shortage <= 0.5) continue;
        text += fmt::format(fmt::runtime(language == Language::nb
                                             ? "\n      {} mangler {} plasser i {}{} (sannsynlighet {})"
                                             : "\n      {} is {} beds short in {}{} (probability {})"),
                            trust_short(scenario, cell), number(beds.median() - capacity, language), scenario.last_year,
                            at_utilisation(scenario, cell.cell, language), percent(shortage, language));
    }
    return text;
}

} // namespace

std::string summary_of(const Scenario& scenario, const CapacityPlan& plan, const NeedSample& need, Language language) {
    const bool nb = language == Language::nb;
    std::string text = fmt::format(
        fmt::runtime(
            nb ? "Største forverring fra {} til {}: endring i kapasitet minus behov, plasser (80 % intervall)\n"
               : "Largest worsening from {} to {}: change in capacity minus need, beds (80 % interval)\n"),
        scenario.base_year, scenario.last_year);
    for (const ServiceOrGroup& service : services_and_groups(scenario)) {
        Change worst;
        for (const CellNeed& cell : need.treatment) {
            if (cell.cell.service.id != service.id || !has_beds(plan, cell.cell, scenario.last_year)) continue;
            const Change change = change_of(scenario, plan, cell);
            if (!worst.cell || change.median < worst.median) worst = change;
        }
        if (!worst.cell) continue;
        text += fmt::format("  {}: ", name_of(scenario, service, language));
        if (worst.median < 0.0) {
            text += fmt::format(fmt::runtime(nb ? "{} {} ({} til {})" : "{} {} ({} to {})"),
                                trust_short(scenario, *worst.cell), number(worst.median, language),
                                number(worst.low, language), number(worst.high, language));
        } else {
            text += nb ? "ingen forverring" : "no worsening";
        }
        text += shortages(scenario, plan, need, service, language) + "\n";
    }
    text += nb ? "Mangel vises bare der nivået i basisåret er kjent.\n"
               : "Shortages are shown only where the base year's level is known.\n";
    return text;
}

} // namespace framsyn::app
