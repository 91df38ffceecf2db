#include "app/import/import_report.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace framsyn::app {
namespace {

/// With a space between thousands, as both languages take it.
std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, " ");
    return digits;
}

std::string sums_table(const ImportedPopulation& imported, std::size_t variant, Language language) {
    constexpr std::size_t narrowest = 11;
    std::string text = fmt::format("{:<7}", language == Language::nb ? "1. jan." : "1 Jan");
    for (const std::string& trust : imported.trusts) {
        text += fmt::format("{:>{}}", trust, std::max(narrowest, trust.size() + 2));
    }
    text += fmt::format("{:>{}}\n", "sum", narrowest);
    for (std::size_t y = 0; y < imported.years.size(); ++y) {
        text += fmt::format("{:<7}", imported.years[y]);
        std::int64_t all = 0;
        for (std::size_t t = 0; t < imported.trusts.size(); ++t) {
            const std::int64_t sum = imported.sum(variant, t, y);
            all += sum;
            text += fmt::format("{:>{}}", grouped(sum), std::max(narrowest, imported.trusts[t].size() + 2));
        }
        text += fmt::format("{:>{}}\n", grouped(all), narrowest);
    }
    return text;
}

void add_row(TidyTable& table, const ImportedPopulation& imported, std::size_t v, std::size_t t, std::size_t y) {
    const std::size_t begin = imported.index(v, t, y);
    const auto persons = [&](std::size_t i) { return static_cast<double>(imported.persons[begin + i]); };
    if (!imported.by_age) {
        table.row(imported.variants[v], imported.trusts[t], imported.years[y], persons(0));
        return;
    }
    const int ages = imported.oldest_age + 1;
    for (int i = 0; i < 2 * ages; ++i) {
        const char* sex = i < ages ? "female" : "male";
        const double number = persons(static_cast<std::size_t>(i));
        if (imported.table == SsbTable::population_07459) {
            table.row(imported.trusts[t], imported.years[y], sex, i % ages, number);
        } else {
            table.row(imported.variants[v], imported.trusts[t], imported.years[y], sex, i % ages, number);
        }
    }
}

std::vector<ColumnForm> columns_of(const ImportedPopulation& imported) {
    std::vector<ColumnForm> columns{{"trust", CellType::text}, {"year", CellType::integer}};
    if (imported.by_age) {
        columns.push_back({"sex", CellType::text});
        columns.push_back({"age", CellType::integer});
    }
    columns.push_back({"persons", CellType::number});
    const bool variant = !imported.by_age || imported.table != SsbTable::population_07459;
    if (variant) columns.insert(columns.begin(), {"variant", CellType::text});
    return columns;
}

std::string left_out(const ImportedPopulation& imported, Language language) {
    const std::string old = imported.old_out == 0 ? ""
                            : language == Language::nb
                                ? fmt::format(" ({} med kommunenummer fra før 2024)", imported.old_out)
                                : fmt::format(" ({} with a code of before 2024)", imported.old_out);
    if (language == Language::nb) {
        return fmt::format(
            "Kommuner med: {}. Utelatt fordi koblingen ikke har dem: {} kommuner{}, {} andre regioner.\n",
            imported.municipalities, imported.municipalities_out, old, imported.regions_out);
    }
    return fmt::format(
        "Municipalities used: {}. Left out, not in the mapping: {} municipalities{}, {} other regions.\n",
        imported.municipalities, imported.municipalities_out, old, imported.regions_out);
}

std::string agreement(const ImportedPopulation& imported, Language language) {
    const bool nb = language == Language::nb;
    if (imported.totals_agreeing + imported.regions_agreeing + imported.regions_differing == 0)
        return nb ? "Filen har ingen egne summer å kontrollere mot.\n"
                  : "The file has no totals of its own to check against.\n";
    return fmt::format(
        fmt::runtime(
            nb ? "Filens egne summer som stemmer: {} for begge kjønn eller alle aldre, {} av {} for fylker og landet.\n"
               : "The file's own totals that agree: {} of both sexes or all ages, {} of {} of counties and the "
                 "country.\n"),
        imported.totals_agreeing, imported.regions_agreeing, imported.regions_agreeing + imported.regions_differing);
}

} // namespace

ResultFile import_file(const ImportedPopulation& imported, const std::string& name) {
    TidyTable table(name, columns_of(imported));
    for (std::size_t v = 0; v < imported.variants.size(); ++v) {
        for (std::size_t t = 0; t < imported.trusts.size(); ++t) {
            for (std::size_t y = 0; y < imported.years.size(); ++y) add_row(table, imported, v, t, y);
        }
    }
    return std::move(table).file();
}

std::string import_report(const ImportedPopulation& imported, const std::string& out, const std::string& file,
                          Language language) {
    const bool nb = language == Language::nb;
    std::string text =
        fmt::format(fmt::runtime(nb ? "{}: {} rader fra {} (tabell {})\n" : "{}: {} rows from {} (table {})\n"), out,
                    imported.persons.size(), file, number_of(imported.table));
    for (std::size_t v = 0; v < imported.variants.size(); ++v) {
        text += "\n";
        if (!imported.variants[v].empty()) text += imported.variants[v] + "\n";
        text += sums_table(imported, v, language);
    }
    text += "\n" + left_out(imported, language);
    text += agreement(imported, language);
    if (imported.by_age && imported.oldest_age != 105) {
        text += fmt::format(fmt::runtime(nb ? "Eldste aldersklasse i filen: {0} år og eldre, skrevet som {0}.\n"
                                            : "Oldest class of ages in the file: {0} and over, written as {0}.\n"),
                            imported.oldest_age);
    }
    for (const Text& remark : imported.remarks) text += (nb ? "Merk: " : "Note: ") + remark.in(language) + "\n";
    return text;
}

} // namespace framsyn::app
