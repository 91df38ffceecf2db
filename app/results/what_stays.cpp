#include "app/results/what_stays.hpp"

#include "app/results/compared_words.hpp"
#include "app/results/moved_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace framsyn::app {
namespace {

using study::ActionInfo;
using study::ActionKind;
using study::ChangeInfo;

template <class Infos>
const typename Infos::value_type* with_id(const Infos& infos, const std::string& id) {
    const auto found = std::find_if(infos.begin(), infos.end(), [&](const auto& info) { return info.id == id; });
    return found == infos.end() ? nullptr : &*found;
}

/// A change of beds in the base and in the alternative.
struct Dated {
    const ChangeInfo* before = nullptr;
    const ChangeInfo* after = nullptr;
};

/// The parts of a plan that have a date of their own in both scenarios.
using Parts = std::vector<Dated>;

bool on_one_day(const Parts& parts) {
    return std::all_of(parts.begin(), parts.end(), [&](const Dated& part) {
        return part.before->when.from == parts.front().before->when.from &&
               part.after->when.from == parts.front().after->when.from;
    });
}

/// The beds that a plan opens where it closes as many of the same trust and service; none where it doesn't everywhere.
std::vector<double> replaced(const study::Scenario& scenario, const Parts& parts) {
    struct Sum {
        double opened = 0.0, net = 0.0;
    };
    std::vector<std::pair<std::pair<std::size_t, std::size_t>, Sum>> places; // in the plan's order
    for (const Dated& part : parts) {
        const study::UnitInfo& unit = scenario.of(part.after->unit);
        const std::pair key{unit.trust.index(), unit.service.index()};
        auto place = std::find_if(places.begin(), places.end(), [&](const auto& one) { return one.first == key; });
        if (place == places.end()) place = places.insert(places.end(), {key, Sum{}});
        place->second.net += part.after->beds.value;
        place->second.opened += std::max(0.0, part.after->beds.value);
    }
    std::vector<double> opened;
    for (const auto& [place, sum] : places) {
        if (sum.net != 0.0 || sum.opened == 0.0) return {};
        opened.push_back(sum.opened);
    }
    return opened;
}

std::string listed(const std::vector<double>& numbers, const char* last) {
    std::string text;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        text += (i == 0 ? "" : i + 1 == numbers.size() ? last : ", ") + fmt::format("{:g}", numbers[i]);
    return text;
}

/// Why another date of a plan moves nothing; nothing where it does.
std::optional<Text> reason(const study::Scenario& scenario, const std::string& plan, const Parts& all) {
    Parts parts;
    std::copy_if(all.begin(), all.end(), std::back_inserter(parts),
                 [](const Dated& part) { return part.after->counts(); });
    if (parts.empty())
        return Text{fmt::format("Planen «{}» er mulig (plan = \"possible\") og regnes ikke med; en annen dato endrer "
                                "ingenting.",
                                plan),
                    fmt::format("The plan \"{}\" is possible (plan = \"possible\") and isn't counted; another date "
                                "changes nothing.",
                                plan)};
    const auto too_late = [&](const Dated& part) {
        return std::min(part.before->when.from.year, part.after->when.from.year) > scenario.last_year;
    };
    if (std::all_of(parts.begin(), parts.end(), too_late))
        return Text{
            fmt::format("Planen «{}» gjelder fra etter siste år ({}), før som nå.", plan, scenario.last_year),
            fmt::format("The plan \"{}\" is from after the last year ({}), before as now.", plan, scenario.last_year)};
    const std::vector<double> same = on_one_day(parts) ? replaced(scenario, parts) : std::vector<double>{};
    if (same.empty()) return std::nullopt;
    return Text{
        fmt::format("Planen «{}» åpner og stenger like mange plasser samme dag ({}): en annen dato endrer ikke "
                    "antall plasser.",
                    plan, listed(same, " og ")),
        fmt::format("The plan \"{}\" opens and closes as many beds on one day ({}): another date doesn't change "
                    "their number.",
                    plan, listed(same, " and "))};
}

/// Delays to the date that the plan has anyhow.
void add_same_date(const WrittenScenario& base, const WrittenScenario& alternative, std::vector<Text>& reasons) {
    for (const ActionInfo& action : alternative.actions) {
        if (action.kind != ActionKind::delay || !action.counts() || with_id(base.actions, action.id)) continue;
        for (const std::string& plan : action.of) {
            const auto as_before = [&](const ChangeInfo& change) {
                const ChangeInfo* before = with_id(base.changes, change.id);
                return change.by_action || (change.id != plan && change.part_of != plan) ||
                       (before && before->when.from == change.when.from);
            };
            if (!std::all_of(alternative.changes.begin(), alternative.changes.end(), as_before)) continue;
            reasons.push_back({fmt::format("Planen «{}» har denne datoen fra før.", plan),
                               fmt::format("The plan \"{}\" has this date already.", plan)});
        }
    }
}

} // namespace

std::vector<Text> no_effect_of(const WrittenScenario& base, const WrittenScenario& alternative) {
    std::map<std::string, Parts> plans;
    for (const ChangeInfo& change : alternative.changes) {
        const ChangeInfo* before = change.by_action ? nullptr : with_id(base.changes, change.id);
        if (!before || before->when.from == change.when.from || before->beds.value != change.beds.value) continue;
        plans[change.part_of.empty() ? change.id : change.part_of].push_back({before, &change});
    }
    std::vector<Text> reasons;
    for (const auto& [plan, parts] : plans) {
        if (std::optional<Text> why = reason(alternative, plan, parts)) reasons.push_back(std::move(*why));
    }
    add_same_date(base, alternative, reasons);
    return reasons;
}

namespace {

/// Whether something acts on patients alone: it leaves beds and need as they are.
bool acts_on_care(const Comparison& comparison) {
    return std::any_of(comparison.actions.begin(), comparison.actions.end(),
                       [](const ActionRow& row) { return row.kind == "surge" || row.kind == "route"; });
}

std::string unmoved(const Comparison& comparison, const ComparedWords& speak) {
    if (comparison.nothing && acts_on_care(comparison) && !comparison.simulated) {
        return speak.say(
            "Plasser og behov er de samme; tiltaket virker på pasientene, som ikke er simulert her (framsyn "
            "run).\n",
            "Beds and need are the same; the action acts on the patients, who are not simulated here "
            "(framsyn run).\n");
    }
    if (comparison.nothing) {
        return speak.say("Ingenting endres: alle tall er nøyaktig de samme.\n",
                         "Nothing changes: every number is exactly the same.\n");
    }
    const std::size_t moved = comparison.moved.size();
    if (moved == 0) {
        return speak.say("Ingen plasser og ikke noe behov endres med 0,1 plass eller mer.\n",
                         "No beds and no need change by 0.1 bed or more.\n");
    }
    return fmt::format(
        fmt::runtime(speak.say("Uendret, eller under 0,1 plass: {} av {} rader av foretak og tjeneste.\n",
                               "Unchanged, or by less than 0.1 bed: {} of {} rows of trust and service.\n")),
        comparison.cells - std::min(comparison.cells, moved), comparison.cells);
}

} // namespace

std::string what_stays(const Comparison& comparison, Language language) {
    if (comparison.rows.empty()) return "";
    std::string text = unmoved(comparison, ComparedWords(language));
    for (const Text& why : comparison.no_effect) text += "  " + why.in(language) + "\n";
    return text;
}

} // namespace framsyn::app
