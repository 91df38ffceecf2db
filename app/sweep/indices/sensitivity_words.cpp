#include "app/sweep/indices/sensitivity_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace framsyn::app {
namespace {

using sweep::DesignKind;

constexpr std::size_t most_shown = 6;

/// The index that says how much a parameter matters.
const char* main_index(DesignKind kind) {
    if (kind == DesignKind::saltelli) return "total";
    return kind == DesignKind::morris ? "mu_star" : "pawn_median";
}

Text method_of(DesignKind kind) {
    if (kind == DesignKind::saltelli)
        return {"Sobols indekser (Saltelli 2010, Jansen 1999) med 95 % intervall; her total andel av variansen",
                "Sobol indices (Saltelli 2010, Jansen 1999) with 95 % intervals; here the total share of variance"};
    if (kind == DesignKind::morris)
        return {"Morris μ* med 95 % intervall: virkningen i snitt av hele spennet til parameteren",
                "Morris μ* with 95 % intervals: the mean effect of the parameter's whole range"};
    return {"PAWN (Pianosi og Wagener 2018): hvor langt fordelingen flytter seg når parameteren er kjent, 0–1",
            "PAWN (Pianosi and Wagener 2018): how far the distribution moves when the parameter is known, 0–1"};
}

std::string place_words(const SweepPlan& plan, std::size_t v, std::size_t place) {
    const std::vector<std::string> labels = labels_at(plan, plan.variables[v], place);
    return fmt::format("{} [{}]", plan.variables[v].name, fmt::join(labels, ", "));
}

bool in_last_year(const SweepPlan& plan, std::size_t v, std::size_t place) {
    const std::vector<std::string> labels = labels_at(plan, plan.variables[v], place);
    for (std::size_t d = 0; d < labels.size(); ++d) {
        const SweepDimension& dimension = plan.dimensions[plan.variables[v].dimensions[d]];
        if (dimension.key == "year" && labels[d] != *std::max_element(dimension.labels.begin(), dimension.labels.end()))
            return false;
    }
    return true;
}

/// The rows of the main index of each kept number of the last year, in the order of the numbers.
std::vector<std::vector<IndexRow>> main_rows(const SweepPlan& plan, const Sensitivity& found) {
    std::vector<std::vector<IndexRow>> numbers;
    std::pair<std::size_t, std::size_t> last{plan.variables.size(), 0};
    for (const IndexRow& row : found.rows) {
        if (std::string_view(row.index) != main_index(plan.design.kind) || !in_last_year(plan, row.variable, row.place))
            continue;
        const std::pair here{row.variable, row.place};
        if (here != last) numbers.emplace_back();
        last = here;
        numbers.back().push_back(row);
    }
    return numbers;
}

std::string number_lines(const SweepPlan& plan, std::vector<IndexRow> rows, Language language) {
    constexpr std::size_t most_parameters = 5;
    std::string text = place_words(plan, rows.front().variable, rows.front().place) + "\n";
    std::stable_sort(rows.begin(), rows.end(), [](const IndexRow& a, const IndexRow& b) { return a.value > b.value; });
    for (std::size_t i = 0; i < std::min(most_parameters, rows.size()); ++i) {
        text += fmt::format("    {:<32} {:>8}", plan.parameters[rows[i].parameter].id,
                            short_number(rows[i].value, language));
        if (!std::isnan(rows[i].low))
            text += fmt::format("  ({}–{})", short_number(rows[i].low, language), short_number(rows[i].high, language));
        text += "\n";
    }
    return text;
}

std::string side_words(const SweepPlan& plan, const sweep::Side& side, Language language) {
    const SweepParameter& parameter = plan.parameters[side.parameter];
    const bool names = !parameter.choices.empty() && parameter.numbers.empty();
    const auto said = [&](double value) {
        return names ? plain_value(parameter, value) : short_number(value, language);
    };
    const bool nb = language == Language::nb;
    if (names) {
        std::vector<std::string> inside;
        for (std::size_t c = 0; c < parameter.choices.size(); ++c) {
            const auto value = static_cast<double>(c);
            if (value >= side.low && value <= side.high) inside.push_back(said(value));
        }
        return fmt::format(fmt::runtime(nb ? "{} er {}" : "{} is {}"), parameter.id,
                           fmt::join(inside, nb ? " eller " : " or "));
    }
    if (side.low_cut && side.high_cut)
        return fmt::format(fmt::runtime(nb ? "{} er mellom {} og {}" : "{} lies between {} and {}"), parameter.id,
                           said(side.low), said(side.high));
    if (side.low_cut)
        return fmt::format(fmt::runtime(nb ? "{} er {} eller mer" : "{} is {} or more"), parameter.id, said(side.low));
    return fmt::format(fmt::runtime(nb ? "{} er {} eller mindre" : "{} is {} or less"), parameter.id, said(side.high));
}

std::string box_sentence(const SweepPlan& plan, const FoundBox& found, Language language) {
    const bool nb = language == Language::nb;
    std::vector<std::string> sides;
    for (const sweep::Side& side : found.box.sides) sides.push_back(side_words(plan, side, language));
    const auto per_cent = [](double share) { return std::lround(100.0 * share); };
    const std::string head = place_words(plan, found.variable, found.place);
    if (nb)
        return fmt::format("{}: det mangler plasser i {} av {} punkter. Når {}, mangler det i {} % av punktene; det er "
                           "{} % av alle punktene med mangel.\n",
                           head, found.cases, found.points, fmt::join(sides, " og "), per_cent(found.box.density),
                           per_cent(found.box.coverage));
    return fmt::format(
        "{}: beds are short at {} of {} points. Where {}, they are short at {} % of the points; these are "
        "{} % of all points with a shortage.\n",
        head, found.cases, found.points, fmt::join(sides, " and "), per_cent(found.box.density),
        per_cent(found.box.coverage));
}

std::string and_more(std::size_t all, const char* file, Language language) {
    if (all <= most_shown) return "";
    return fmt::format(fmt::runtime(language == Language::nb ? "… og {} til i {}\n" : "… and {} more in {}\n"),
                       all - most_shown, file);
}

std::string noise_words(const SweepPlan& plan, Language language) {
    const bool nb = language == Language::nb;
    if (plan.repeats > 1)
        return nb ? "Simulerings- og trekningsstøyen er anslått fra gjentakelsene og trukket fra.\n"
                  : "The noise of draws and replications is estimated from the repeats and taken out.\n";
    if (plan.own_luck)
        return nb ? "Hvert punkt har egne tilfeldige tall og er regnet én gang: støyen ligger i indeksene. Skriv "
                    "repeats = "
                    "2 eller mer i [sweep] for å få den trukket fra.\n"
                  : "Each point has random numbers of its own and was studied once: the indices hold that noise. Write "
                    "repeats = 2 or more in [sweep] to have it taken out.\n";
    return nb ? "Alle punkter har de samme tilfeldige tallene, så forskjeller mellom dem er uten støy.\n"
              : "All points have the same random numbers, so that differences between them have no noise.\n";
}

} // namespace

std::string short_number(double value, Language language) {
    constexpr double whole = 1000.0; // from here on without decimals, and never with an exponent
    std::string text =
        std::abs(value) < whole ? fmt::format("{:.3g}", value == 0.0 ? 0.0 : value) : fmt::format("{:.0f}", value);
    if (language == Language::nb) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string sensitivity_words(const SweepPlan& plan, const Sensitivity& found, Language language) {
    std::string text = method_of(plan.design.kind).in(language) + ".\n" + noise_words(plan, language);
    const std::vector<std::vector<IndexRow>> numbers = main_rows(plan, found);
    for (std::size_t i = 0; i < std::min(most_shown, numbers.size()); ++i)
        text += number_lines(plan, numbers[i], language);
    text += and_more(numbers.size(), "sensitivity.csv", language);
    for (std::size_t i = 0; i < std::min(most_shown, found.boxes.size()); ++i)
        text += box_sentence(plan, found.boxes[i], language);
    return text + and_more(found.boxes.size(), "boxes.csv", language);
}

} // namespace framsyn::app
