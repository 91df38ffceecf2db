#include "app/import/municipalities.hpp"

#include "app/ground/csv.hpp"
#include "app/ground/encoding.hpp"
#include "app/ground/found_text.hpp"
#include "app/import/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace framsyn::app {
namespace {

bool is_id(const std::string& text) {
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

std::size_t trust_number(MunicipalityMap& map, const std::string& id) {
    const auto found = std::find(map.trusts.begin(), map.trusts.end(), id);
    if (found != map.trusts.end()) return static_cast<std::size_t>(found - map.trusts.begin());
    map.trusts.push_back(id);
    return map.trusts.size() - 1;
}

} // namespace

std::string MunicipalityMap::printed(std::size_t row) const {
    return rows[row].name.empty() ? rows[row].code : rows[row].code + " " + rows[row].name;
}

MunicipalityMap read_municipalities(const std::string& bytes, const std::string& file, Problems& problems) {
    std::vector<std::string> columns{"municipality_code", "trust"};
    const std::vector<std::string> found = CsvTable::headings_of(bytes);
    if (std::find(found.begin(), found.end(), "municipality_name") != found.end())
        columns.emplace_back("municipality_name");
    // A spreadsheet's "CSV" is Windows-1252, as the StatBank's own may be.
    const bool windows = !is_utf8(bytes) && !fault_in_bytes(bytes) && !other_letters(bytes);
    const CsvTable csv(windows ? from_windows_1252(bytes) : bytes, file, columns, problems);
    MunicipalityMap map{file, {}, {}};
    std::unordered_map<std::string, std::size_t> seen;
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const std::string& code = csv.cell(row, 0);
        const std::string& trust = csv.cell(row, 1);
        if (code.size() != 4 || !all_digits(code)) {
            problems.add(
                csv.at(row, 0),
                {fmt::format("fant «{}»; ventet et kommunenummer med fire sifre, som 1804 eller 0301", shown(code)),
                 fmt::format("found \"{}\"; expected a municipality's four digits, as 1804 or 0301", shown(code))});
        } else if (!seen.emplace(code, row).second) {
            problems.add(csv.at(row, 0), {fmt::format("kommune {} står to ganger", code),
                                          fmt::format("municipality {} is there twice", code)});
        }
        if (!is_id(trust) || trust == "region" || trust == "outside") {
            problems.add(csv.at(row, 1),
                         {fmt::format("fant «{}»; ventet helseforetakets id i scenariet, som unn", shown(trust)),
                          fmt::format("found \"{}\"; expected a trust's id in the scenario, as unn", shown(trust))});
        }
        map.rows.push_back(
            {code, columns.size() > 2 ? csv.cell(row, 2) : "", trust_number(map, trust), csv.at(row, 0)});
    }
    return map;
}

} // namespace framsyn::app
