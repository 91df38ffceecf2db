#include "models/study/answers/regret.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace framsyn::study {
namespace {

/// A quantity at one end of its interval, the same in every draw.
void set_at_end(Quantity& quantity, Future future) {
    if (!quantity.has_interval()) return;
    quantity.value = future == Future::use_low ? quantity.low : quantity.high;
    quantity.low = quantity.value;
    quantity.high = quantity.value;
}

void stop_growth(Quantity& growth) {
    growth.value = 0.0;
    growth.low = 0.0;
    growth.high = 0.0;
}

/// Whether the residents' other places get what a flow leaves.
bool leaves_rest(const Scenario& scenario, const FlowInfo& flow) {
    return std::any_of(scenario.flows.begin(), scenario.flows.end(), [&](const FlowInfo& other) {
        return other.rest && other.residence == flow.residence && other.service == flow.service;
    });
}

void set_use(Scenario& scenario, Future future) {
    for (ServiceInfo& service : scenario.services) set_at_end(service.level, future);
    for (FlowInfo& flow : scenario.flows) {
        if (!flow.rest && !leaves_rest(scenario, flow)) set_at_end(flow.level, future);
    }
    for (ActivityInfo& activity : scenario.activities) {
        if (activity.bed_days) set_at_end(*activity.bed_days, future);
    }
}

/// A cell in a year by a rule.
using Place = std::tuple<std::string, std::string, int, Rule>;

Place place_of(const BedsInFuture& beds) {
    return {beds.trust, beds.service, beds.year, beds.rule};
}

bool is_judged(const BedsInFuture& beds) {
    return beds.evidence < Evidence::assumed;
}

/// A part of a group that is itself a judged row at the same trust is in the group's.
bool is_in_group(const std::vector<BedsInFuture>& all, const BedsInFuture& beds) {
    return std::any_of(all.begin(), all.end(), [&](const BedsInFuture& other) {
        return other.trust == beds.trust && other.year == beds.year && other.rule == beds.rule && is_judged(other) &&
               std::find(other.parts.begin(), other.parts.end(), beds.service) != other.parts.end();
    });
}

/// The places that every outlook has.
std::set<Place> places_of_all(const std::vector<Outlook>& outlooks) {
    std::map<Place, std::size_t> count;
    for (const Outlook& outlook : outlooks) {
        for (const BedsInFuture& beds : outlook.beds) ++count[place_of(beds)];
    }
    std::set<Place> places;
    for (const auto& [place, times] : count) {
        if (times == outlooks.size()) places.insert(place);
    }
    return places;
}

RegretRow row_of(const Outlook& outlook, const BedsInFuture& beds, bool judged) {
    RegretRow row;
    row.scenario = outlook.scenario;
    row.future = outlook.future;
    row.trust = beds.trust;
    row.service = beds.service;
    row.year = beds.year;
    row.rule = beds.rule;
    row.judged = judged;
    row.capacity = beds.capacity;
    row.need = beds.need;
    row.shortage = std::max(0.0, beds.need - beds.capacity);
    row.empty = std::max(0.0, beds.capacity - beds.need);
    return row;
}

void add(RegretRow& sum, const RegretRow& row) {
    sum.capacity += row.capacity;
    sum.need += row.need;
    sum.shortage += row.shortage;
    sum.empty += row.empty;
}

/// One outlook's rows: its cells in their order, then the sums.
std::vector<RegretRow> rows_of(const Outlook& outlook, const std::set<Place>& places, const std::set<Place>& judged,
                               const std::set<Place>& summed) {
    std::vector<RegretRow> rows, sums;
    for (const BedsInFuture& beds : outlook.beds) {
        const Place place = place_of(beds);
        if (places.count(place) == 0) continue;
        const RegretRow& row = rows.emplace_back(row_of(outlook, beds, judged.count(place) > 0));
        if (summed.count(place) == 0) continue;
        auto sum = std::find_if(sums.begin(), sums.end(), [&](const RegretRow& other) {
            return other.year == row.year && other.rule == row.rule;
        });
        if (sum == sums.end()) {
            sums.push_back(row);
            sums.back().trust = "region";
            sums.back().service = "all";
        } else {
            add(*sum, row);
        }
    }
    rows.insert(rows.end(), sums.begin(), sums.end());
    return rows;
}

void set_regrets(std::vector<RegretRow>& rows) {
    using Choice = std::tuple<Future, std::string, std::string, int, Rule>;
    const auto choice_of = [](const RegretRow& row) {
        return Choice{row.future, row.trust, row.service, row.year, row.rule};
    };
    std::map<Choice, std::pair<double, double>> least;
    for (const RegretRow& row : rows) {
        auto& [shortage, empty] = least.emplace(choice_of(row), std::pair{row.shortage, row.empty}).first->second;
        shortage = std::min(shortage, row.shortage);
        empty = std::min(empty, row.empty);
    }
    for (RegretRow& row : rows) {
        const auto& [shortage, empty] = least.at(choice_of(row));
        row.regret_shortage = row.shortage - shortage;
        row.regret_empty = row.empty - empty;
    }
}

} // namespace

bool is_of_migration(Future future) {
    return future == Future::migration_low || future == Future::migration_high;
}

std::string variant_in(std::string variant, Future future) {
    constexpr std::size_t within_the_country = 2;
    constexpr std::size_t from_abroad = 3;
    if (!is_of_migration(future) || variant.size() <= from_abroad) return variant;
    const char letter = future == Future::migration_low ? 'L' : 'H';
    variant[within_the_country] = letter;
    variant[from_abroad] = letter;
    return variant;
}

Scenario in_future(Scenario scenario, Future future) {
    if (future == Future::sentences_flat) {
        for (StockInfo& stock : scenario.stocks) stop_growth(stock.growth);
        for (ActionInfo& action : scenario.actions) {
            if (action.stock) action.strength = 0.0; // nor by another growth that an action gives it
        }
    }
    if (future == Future::use_low || future == Future::use_high) set_use(scenario, future);
    return scenario;
}

Outlook outlook_of(const std::string& scenario, Future future, const ComparedSide& side,
                   const std::vector<int>& years) {
    Outlook outlook{scenario, future, {}};
    for (const Gap& gap : side.gaps) {
        const Cell& cell = side.need[gap.cell].cell;
        if (!cell.trust.is_trust() || std::find(years.begin(), years.end(), gap.year) == years.end()) continue;
        BedsInFuture beds;
        beds.trust = side.scenario.id_of(cell.trust);
        beds.service = cell.service.id;
        if (cell.service.group) {
            for (const ServiceId part : cell.service.services) beds.parts.push_back(side.scenario.of(part).id);
        }
        beds.year = gap.year;
        beds.rule = gap.rule;
        beds.capacity = gap.capacity;
        beds.need = gap.need.median;
        beds.evidence = gap.evidence;
        outlook.beds.push_back(std::move(beds));
    }
    return outlook;
}

std::vector<RegretRow> regret_of(const std::vector<Outlook>& outlooks) {
    std::vector<RegretRow> rows;
    if (outlooks.empty()) return rows;
    const std::set<Place> places = places_of_all(outlooks);
    std::set<Place> judged, summed;
    const std::vector<BedsInFuture>& known = outlooks.front().beds;
    for (const BedsInFuture& beds : known) {
        const Place place = place_of(beds);
        if (!is_judged(beds) || places.count(place) == 0) continue;
        judged.insert(place);
        if (!is_in_group(known, beds)) summed.insert(place);
    }
    for (const Outlook& outlook : outlooks) {
        const std::vector<RegretRow> some = rows_of(outlook, places, judged, summed);
        rows.insert(rows.end(), some.begin(), some.end());
    }
    set_regrets(rows);
    return rows;
}

} // namespace framsyn::study
