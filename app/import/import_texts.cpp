#include "app/import/import_texts.hpp"

#include "app/ground/found_text.hpp"
#include "app/import/read_statbank.hpp"

#include <algorithm>

namespace framsyn::app {
namespace {

SsbTable table_named(const std::string& name) {
    const auto& names = import_tables();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        const Text hint = did_you_mean(name, names);
        throw BadInput({shown(name), 0, 0},
                       {"er ingen tabell som kan hentes inn" + hint.nb, "is no table that can be imported" + hint.en});
    }
    return static_cast<SsbTable>(found - names.begin());
}

} // namespace

const std::vector<std::string>& import_tables() {
    static const std::vector<std::string> names{"ssb-07459", "ssb-14288", "ssb-14746"}; // in the order of SsbTable
    return names;
}

std::optional<YearSpan> import_years(const std::string& text) {
    if (text.empty()) return std::nullopt;
    const std::optional<YearSpan> years = parse_years(text);
    if (!years) {
        throw BadInput({"--years " + shown(text), 0, 0},
                       {"ventet år som 2024 eller 2024-2027", "expected years as 2024 or 2024-2027"});
    }
    return years;
}

ImportedPopulation import_texts(const ImportOrder& order) {
    Problems problems;
    const MunicipalityMap map = read_municipalities(order.mapping.text, order.mapping.name, problems);
    const StatbankTable table = read_statbank(order.file.text, order.file.name, problems);
    if (!problems.empty()) throw BadInput(problems);
    ImportedPopulation imported = import_population(table, table_named(order.table), map, order.years, problems);
    if (!problems.empty()) throw BadInput(problems);
    return imported;
}

} // namespace framsyn::app
