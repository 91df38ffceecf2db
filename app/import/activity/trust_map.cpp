#include "app/import/activity/trust_map.hpp"

#include "app/ground/csv.hpp"
#include "app/ground/encoding.hpp"
#include "app/ground/found_text.hpp"
#include "app/import/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace framsyn::app {
namespace {

constexpr std::size_t digits_of_organisation = 9;

bool is_id(const std::string& text) {
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

std::size_t trust_number(TrustMap& map, const std::string& id) {
    const auto found = std::find(map.trusts.begin(), map.trusts.end(), id);
    if (found != map.trusts.end()) return static_cast<std::size_t>(found - map.trusts.begin());
    map.trusts.push_back(id);
    return map.trusts.size() - 1;
}

/// A name without the years that it was valid and without the form of the company.
std::string plain_name(const std::string& name) {
    std::string text = lowered(trimmed(name));
    const std::size_t years = text.rfind(" (");
    if (years != std::string::npos && text.back() == ')') text.resize(years);
    for (const char* form : {" hf", " as"}) {
        if (text.size() > 3 && text.ends_with(form)) text.resize(text.size() - 3);
    }
    return text;
}

/// The nine digits that a category has as its code or in front of its label; empty if it has none.
std::string number_of(const Category& category) {
    for (const std::string& text : {trimmed(category.code), trimmed(category.label)}) {
        const std::string first = text.substr(0, text.find(' '));
        if (first.size() == digits_of_organisation && all_digits(first)) return first;
    }
    return "";
}

bool is_of(const Category& category, const TrustMap::Row& row) {
    const std::string number = number_of(category);
    if (!number.empty()) return number == row.number;
    return !row.name.empty() && plain_name(category.label) == plain_name(row.name);
}

} // namespace

std::string TrustMap::printed(std::size_t row) const {
    return rows[row].name.empty() ? rows[row].number : rows[row].number + " " + rows[row].name;
}

TrustMap read_trust_map(const std::string& bytes, const std::string& file, Problems& problems) {
    std::vector<std::string> columns{"organisation_number", "trust"};
    const std::vector<std::string> found = CsvTable::headings_of(bytes);
    if (std::find(found.begin(), found.end(), "trust_name") != found.end()) columns.emplace_back("trust_name");
    const bool windows = !is_utf8(bytes) && !fault_in_bytes(bytes) && !other_letters(bytes);
    const CsvTable csv(windows ? from_windows_1252(bytes) : bytes, file, columns, problems);
    TrustMap map{file, {}, {}};
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const std::string& number = csv.cell(row, 0);
        const std::string& trust = csv.cell(row, 1);
        if (number.size() != digits_of_organisation || !all_digits(number)) {
            problems.add(
                csv.at(row, 0),
                {fmt::format("fant «{}»; ventet organisasjonsnummerets ni sifre, som 983974899", shown(number)),
                 fmt::format("found \"{}\"; expected an organisation's nine digits, as 983974899", shown(number))});
        } else if (std::any_of(map.rows.begin(), map.rows.end(),
                               [&](const TrustMap::Row& other) { return other.number == number; })) {
            problems.add(csv.at(row, 0),
                         {fmt::format("{} står to ganger", number), fmt::format("{} is there twice", number)});
        }
        if (!is_id(trust) || trust == "region" || trust == "outside") {
            problems.add(csv.at(row, 1),
                         {fmt::format("fant «{}»; ventet helseforetakets id i scenariet, som unn", shown(trust)),
                          fmt::format("found \"{}\"; expected the trust's id in the scenario, as unn", shown(trust))});
        }
        map.rows.push_back(
            {number, columns.size() > 2 ? csv.cell(row, 2) : "", trust_number(map, trust), csv.at(row, 0)});
    }
    return map;
}

std::vector<std::optional<std::size_t>> trusts_in(const StatbankTable& table, const TrustMap& map, Problems& problems) {
    std::vector<std::optional<std::size_t>> rows;
    std::vector<bool> seen(map.rows.size());
    for (const Category& category : table.of(Axis::region)) {
        std::optional<std::size_t> found;
        for (std::size_t row = 0; row < map.rows.size() && !found; ++row) {
            if (is_of(category, map.rows[row])) found = row;
        }
        if (found) seen[*found] = true;
        rows.push_back(found);
    }
    for (std::size_t row = 0; row < map.rows.size(); ++row) {
        if (seen[row]) continue;
        problems.add(map.rows[row].at, {fmt::format("{} finnes ikke i {}", shown(map.printed(row)), table.file),
                                        fmt::format("{} is not in {}", shown(map.printed(row)), table.file)});
    }
    return rows;
}

} // namespace framsyn::app
