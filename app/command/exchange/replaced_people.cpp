#include "app/command/exchange/replaced_people.hpp"

#include "app/ground/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace framsyn::app {
namespace {

using Sums = std::map<std::pair<std::string, int>, double>; ///< persons by trust and year

// A count of a 1 January isn't revised; from one to the next no trust has changed by more than .033 (SSB table 07459).
constexpr double same_number = 0.001;
constexpr double largest_change = 0.05;

std::optional<Sums> sums_in(const std::string& text) {
    Problems problems;
    const CsvTable csv(text, "", {"trust", "year", "sex", "age", "persons"}, problems);
    Sums sums;
    for (std::size_t row = 0; row < csv.rows(); ++row)
        sums[{csv.cell(row, 0), csv.whole(row, 1, 1700, 2200, problems)}] += csv.number(row, 4, 0.0, 1e9, problems);
    return problems.empty() && !sums.empty() ? std::optional(sums) : std::nullopt;
}

class Comparison {
  public:
    Comparison(const Sums& before, const Sums& after) : before_(before), after_(after) {
        for (const auto& [key, persons] : before) old_years_.insert(key.second);
        for (const auto& [key, persons] : after) {
            new_years_.insert(key.second);
            new_trusts_.insert(key.first);
        }
    }

    std::vector<Text> remarks() {
        tell_gone();
        tell_other();
        for (const auto& [key, persons] : after_) tell_leap(key, persons);
        return std::move(remarks_);
    }

  private:
    void tell_gone() {
        std::set<std::string> trusts;
        for (const auto& [key, persons] : before_)
            if (new_trusts_.count(key.first) == 0 && persons > 0.0) trusts.insert(key.first);
        std::vector<int> years;
        std::set_difference(old_years_.begin(), old_years_.end(), new_years_.begin(), new_years_.end(),
                            std::back_inserter(years));
        const auto tell = [&](const std::string& what) {
            remarks_.push_back({what + " var i tabellen som ble byttet ut, og er ikke i den nye",
                                what + " was in the table that was replaced, and isn't in the new one"});
        };
        if (!trusts.empty()) tell(fmt::format("{}", fmt::join(trusts, ", ")));
        if (!years.empty()) tell(fmt::format("{}", fmt::join(years, ", ")));
    }

    /// Each trust's first year that is another number than it was.
    void tell_other() {
        std::map<std::string, std::vector<int>> other;
        for (const auto& [key, was] : before_) {
            const auto now = after_.find(key);
            if (now != after_.end() && std::abs(now->second - was) > same_number * was)
                other[key.first].push_back(key.second);
        }
        for (const auto& [trust, years] : other) {
            const int year = years.front();
            const double now = after_.at({trust, year});
            const double was = before_.at({trust, year});
            const std::string rest =
                fmt::format("{}", fmt::join(std::vector<int>(years.begin() + 1, years.end()), ", "));
            remarks_.push_back(
                {fmt::format("{}: {:.0f} innbyggere 1. januar {}, men {:.0f} i tabellen som ble byttet ut{}; er alle "
                             "kommuner med, én gang?",
                             trust, now, year, was, rest.empty() ? "" : fmt::format(" (også {})", rest)),
                 fmt::format("{}: {:.0f} inhabitants on 1 January {}, but {:.0f} in the table that was replaced{}; are "
                             "all municipalities there, once?",
                             trust, now, year, was, rest.empty() ? "" : fmt::format(" ({} too)", rest))});
        }
    }

    /// A year that is new, from the last one that was known, where the new table doesn't have that.
    void tell_leap(const std::pair<std::string, int>& key, double now) {
        const auto was = before_.find({key.first, key.second - 1});
        const bool is_new = before_.count(key) == 0 && after_.count({key.first, key.second - 1}) == 0;
        if (!is_new || was == before_.end() || std::abs(now - was->second) <= largest_change * was->second) return;
        remarks_.push_back(
            {fmt::format("{}: {:.0f} innbyggere 1. januar {}, men {:.0f} året før i tabellen som ble byttet "
                         "ut; er begge tallene riktige?",
                         key.first, now, key.second, was->second),
             fmt::format("{}: {:.0f} inhabitants on 1 January {}, but {:.0f} the year before in the table "
                         "that was replaced; are both numbers right?",
                         key.first, now, key.second, was->second)});
    }

    const Sums& before_;
    const Sums& after_;
    std::set<int> old_years_, new_years_;
    std::set<std::string> new_trusts_;
    std::vector<Text> remarks_;
};

} // namespace

std::string against_replaced(const std::string& before, const std::string& after, Language language) {
    const std::optional<Sums> old_sums = sums_in(before);
    const std::optional<Sums> new_sums = sums_in(after);
    if (!old_sums || !new_sums) return "";
    const std::vector<Text> remarks = Comparison(*old_sums, *new_sums).remarks();
    constexpr std::size_t most = 8;
    const bool nb = language == Language::nb;
    std::string text;
    for (std::size_t i = 0; i < std::min(remarks.size(), most); ++i)
        text += (nb ? "Merk: " : "Note: ") + remarks[i].in(language) + "\n";
    if (remarks.size() > most)
        text +=
            fmt::format(fmt::runtime(nb ? "Merk: {} slike til\n" : "Note: {} more of these\n"), remarks.size() - most);
    return text;
}

} // namespace framsyn::app
