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

bool is_of(const Category& category, const TrustMap::Sum& sum) {
    const std::string label = lowered(trimmed(category.label));
    const std::string code = lowered(sum.code);
    return lowered(trimmed(category.code)) == code || label.substr(0, label.find(' ')) == code ||
           (!sum.name.empty() && plain_name(category.label) == plain_name(sum.name));
}

class MapReader {
  public:
    MapReader(const CsvTable& csv, const std::string& file, bool has_names, Problems& problems)
        : csv_(csv), has_names_(has_names), problems_(problems), map_{file, {}, {}, {}} {}

    TrustMap read() {
        for (std::size_t row = 0; row < csv_.rows(); ++row) {
            if (csv_.cell(row, 1).find('+') == std::string::npos) {
                read_trust(row);
            } else {
                read_sum(row);
            }
        }
        return std::move(map_);
    }

  private:
    std::string name(std::size_t row) const { return has_names_ ? csv_.cell(row, 2) : ""; }

    void read_trust(std::size_t row) {
        const std::string& number = csv_.cell(row, 0);
        if (number.size() != digits_of_organisation || !all_digits(number)) {
            problems_.add(
                csv_.at(row, 0),
                {fmt::format("fant «{}»; ventet organisasjonsnummerets ni sifre, som 983974899", shown(number)),
                 fmt::format("found \"{}\"; expected an organisation's nine digits, as 983974899", shown(number))});
        } else if (std::any_of(map_.rows.begin(), map_.rows.end(),
                               [&](const TrustMap::Row& other) { return other.number == number; })) {
            tell_twice(row);
        }
        check_id(row, csv_.cell(row, 1));
        map_.rows.push_back({number, name(row), trust_number(map_, csv_.cell(row, 1)), csv_.at(row, 0)});
    }

    void read_sum(std::size_t row) {
        TrustMap::Sum sum{csv_.cell(row, 0), name(row), {}, csv_.at(row, 1)};
        if (std::any_of(map_.sums.begin(), map_.sums.end(),
                        [&](const TrustMap::Sum& other) { return other.code == sum.code; }))
            tell_twice(row);
        std::string rest = csv_.cell(row, 1) + "+";
        for (std::size_t end = rest.find('+'); end != std::string::npos; end = rest.find('+')) {
            const std::string id = trimmed(rest.substr(0, end));
            check_id(row, id);
            if (std::find(sum.trusts.begin(), sum.trusts.end(), id) != sum.trusts.end()) {
                problems_.add(csv_.at(row, 1), {fmt::format("{} er med to ganger", shown(id)),
                                                fmt::format("{} is in it twice", shown(id))});
            }
            sum.trusts.push_back(id);
            rest.erase(0, end + 1);
        }
        map_.sums.push_back(std::move(sum));
    }

    void tell_twice(std::size_t row) {
        problems_.add(csv_.at(row, 0), {fmt::format("{} står to ganger", shown(csv_.cell(row, 0))),
                                        fmt::format("{} is there twice", shown(csv_.cell(row, 0)))});
    }

    void check_id(std::size_t row, const std::string& trust) {
        if (is_id(trust) && trust != "region" && trust != "outside") return;
        problems_.add(csv_.at(row, 1),
                      {fmt::format("fant «{}»; ventet helseforetakets id i scenariet, som unn", shown(trust)),
                       fmt::format("found \"{}\"; expected the trust's id in the scenario, as unn", shown(trust))});
    }

    const CsvTable& csv_;
    bool has_names_;
    Problems& problems_;
    TrustMap map_;
};

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
    return MapReader(csv, file, columns.size() > 2, problems).read();
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

std::vector<std::optional<std::size_t>> sums_in(const StatbankTable& table, const TrustMap& map) {
    std::vector<std::optional<std::size_t>> found;
    for (const Category& category : table.of(Axis::region)) {
        found.emplace_back();
        for (std::size_t sum = 0; sum < map.sums.size() && !found.back(); ++sum) {
            if (is_of(category, map.sums[sum])) found.back() = sum;
        }
    }
    return found;
}

} // namespace framsyn::app
