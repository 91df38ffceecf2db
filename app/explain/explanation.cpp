#include "app/explain/explanation.hpp"

#include "app/explain/fed_words.hpp"
#include "app/explain/layout.hpp"
#include "app/ground/tidy_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <map>

namespace framsyn::app {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// The numbers of the scenario by address, as they were read: with units, and durations in days.
std::map<std::string, const Quantity*> numbers_of(const WrittenScenario& scenario) {
    std::map<std::string, const Quantity*> numbers;
    for (const Quantity& quantity : scenario.assumptions) numbers.emplace(quantity.address, &quantity);
    return numbers;
}

ExplainedInput input_of(const WrittenScenario& scenario, const Leaf& leaf,
                        const std::map<std::string, const Quantity*>& numbers) {
    ExplainedInput input;
    input.address = leaf.address;
    input.value = value_text(*leaf.value);
    input.at = leaf.value->at;
    input.feeds = feeds_of(scenario, leaf);
    const auto number = numbers.find(leaf.address);
    if (number != numbers.end()) {
        input.number = *number->second;
        input.value = fmt::format("{}", number->second->value);
        input.status = number->second->status;
        input.source = number->second->source;
    } else if (leaf.list() == "table") {
        for (const TableInfo& table : scenario.tables) {
            if (leaf.address != "table." + table.id + ".file") continue;
            input.status = table.status;
            input.source = table.source;
        }
    }
    return input;
}

/// Decimal comma in Norwegian.
std::string spoken(double value, Language language) {
    std::string text = fmt::format("{}", value);
    if (language == Language::nb) std::replace(text.begin(), text.end(), '.', ',');
    if (text.starts_with("-")) text.replace(0, 1, "−");
    return text;
}

std::string spoken_value(const ExplainedInput& input, Language language) {
    if (!input.number) return input.value;
    const Quantity& number = *input.number;
    if (number.unit == Measured::calendar_year) return input.value;
    std::string text = spoken(number.value, language);
    const std::string unit = unit_text(number.unit).in(language);
    if (number.unit == Measured::share)
        text = unit + " " + text;
    else if (number.unit != Measured::none)
        text += " " + unit;
    if (number.has_interval()) {
        text += fmt::format(fmt::runtime(language == Language::nb ? " (95 %: {} til {})" : " (95%: {} to {})"),
                            spoken(number.low, language), spoken(number.high, language));
    }
    return text;
}

} // namespace

Text status_text(Status status) {
    switch (status) {
    case Status::observed:
        return {"observert (telt eller meldt av den som har ansvaret)", "observed (counted or reported by the body "
                                                                        "responsible)"};
    case Status::published:
        return {"publisert (lest ved kilden)", "published (read at its source)"};
    case Status::derived:
        return {"avledet (regnet ut)", "derived (computed)"};
    case Status::assumed:
        return {"antatt", "assumed"};
    }
    return {};
}

std::vector<ExplainedInput> explained_inputs(const WrittenScenario& scenario, const std::string& address) {
    const bool all = address.empty();
    const std::map<std::string, const Quantity*> numbers = numbers_of(scenario);
    const auto leaves = all ? leaves_of(scenario.as_written) : leaves_at(scenario.as_written, address);
    std::vector<ExplainedInput> inputs;
    for (const Leaf& leaf : leaves) {
        const bool is_table = leaf.list() == "table" && leaf.key() == "file";
        if (!all || is_table || numbers.contains(leaf.address)) inputs.push_back(input_of(scenario, leaf, numbers));
    }
    return inputs;
}

std::string explanation_text(const WrittenScenario& scenario, const std::vector<ExplainedInput>& inputs,
                             Language language, std::size_t width) {
    const bool nb = language == Language::nb;
    constexpr std::size_t labels = 8;
    std::string text;
    for (const ExplainedInput& input : inputs) {
        if (!text.empty()) text += "\n";
        text += input.address + "\n";
        text += labelled(nb ? "verdi" : "value", labels, spoken_value(input, language), width);
        if (input.status) text += labelled("status", labels, status_text(*input.status).in(language), width);
        if (!input.source.empty()) text += labelled(nb ? "kilde" : "source", labels, input.source, width);
        text += labelled(nb ? "sted" : "set in", labels, place_text(input.at), width);
        text += labelled(nb ? "brukes i" : "feeds", labels, fed_words(input.feeds).in(language), width);
        const std::string where = where_words(scenario, input.feeds).in(language);
        if (!where.empty()) text += labelled(nb ? "gjelder" : "where", labels, where, width);
    }
    return text;
}

std::string explanation_csv(const std::vector<ExplainedInput>& inputs) {
    TidyTable table("explain.csv", {{"key"},
                                    {"value"},
                                    {"low", CellType::number},
                                    {"high", CellType::number},
                                    {"unit"},
                                    {"status"},
                                    {"source"},
                                    {"file"},
                                    {"line", CellType::integer},
                                    {"feeds"},
                                    {"trusts"},
                                    {"services"}});
    for (const ExplainedInput& input : inputs) {
        std::vector<std::string> fed;
        for (const Fed one : input.feeds.what) fed.push_back(name_in(fed_names, one));
        const auto list = [](const std::vector<std::string>& names) {
            return fmt::format("{}", fmt::join(names, " "));
        };
        table.row(input.address, input.value, input.number ? input.number->low : none,
                  input.number ? input.number->high : none, input.number ? unit_name(input.number->unit) : "",
                  input.status ? name_in(statuses, *input.status) : "", input.source, input.at.file, input.at.line,
                  list(fed), list(input.feeds.trusts), list(input.feeds.services));
    }
    return table.text();
}

} // namespace framsyn::app
