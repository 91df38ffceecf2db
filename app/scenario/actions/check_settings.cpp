#include "app/scenario/actions/check_settings.hpp"

#include "models/study/scenario/planned_beds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace framsyn::app {
namespace {

using study::ActionInfo;
using study::ActionKind;

class SettingsCheck {
  public:
    SettingsCheck(const WrittenScenario& scenario, const Value& root, Problems& problems, Problems& remarks)
        : scenario_(scenario), root_(root), problems_(problems), remarks_(remarks) {}

    void check() {
        for (const ActionInfo& action : scenario_.actions) {
            if (action.policy) check_policy(action);
            if (action.kind == ActionKind::surge) check_surge(action);
            if (action.stock) check_stock(action);
            if (action.kind == ActionKind::route) check_route(action);
            if (action.counts()) check_once(action);
            if (action.counts()) check_replaced(action);
            if (action.kind == ActionKind::staffed && action.counts()) check_held(action);
        }
    }

  private:
    /// What an action sets; two of them from one day would be two answers.
    std::set<std::string> subjects(const ActionInfo& action) const {
        std::set<std::string> subjects;
        if (action.policy) {
            for (const WhichTrust& at : action.policy->at) {
                for (const ServiceId service : action.policy->services)
                    subjects.insert(scenario_.id_of(at) + " " + scenario_.of(service).id);
            }
        }
        const bool of_unit =
            action.kind == ActionKind::staffed || action.kind == ActionKind::surge || action.open_share;
        if (of_unit) subjects.insert(scenario_.of(*action.unit).id);
        return subjects;
    }

    void check_once(const ActionInfo& action) {
        for (const std::string& subject : subjects(action)) {
            const auto [other, is_first] =
                set_.emplace(std::tuple(action.kind, action.when.front().from, subject), action.id);
            if (is_first) continue;
            report(action, fmt::format("«{}» setter det samme for {} fra samme dag", other->second, subject),
                   fmt::format("\"{}\" sets the same for {} from the same day", other->second, subject));
            return;
        }
        if (!action.stock) return;
        for (const std::size_t stock : action.stock->stocks) {
            const auto [other, is_first] = stocks_.emplace(stock, action.id);
            if (is_first) continue;
            report(action, fmt::format("«{}» gjelder samme bestand; ett tiltak for hver", other->second),
                   fmt::format("\"{}\" is about the same stock; one action for each", other->second));
        }
    }

    /// What is set for a time, or every year, gives way to what is set later, also where that was not meant.
    void check_replaced(const ActionInfo& later) {
        const std::set<std::string> own = subjects(later);
        if (own.empty()) return;
        for (const ActionInfo& first : scenario_.actions) {
            if (&first == &later) return; // by first day, then by id
            if (first.kind != later.kind || !first.counts()) continue;
            const std::set<std::string> others = subjects(first);
            const auto shared = std::find_if(own.begin(), own.end(),
                                             [&](const std::string& subject) { return others.contains(subject); });
            const std::optional<Date> day = cut_short(first, later);
            if (shared == own.end() || !day) continue;
            remark(later,
                   fmt::format("setter det samme for {} som «{}», og den siste gjelder: fra {:04}-{:02}-{:02} virker "
                               "«{}» ikke så lenge dette varer",
                               *shared, first.id, day->year, day->month, day->day, first.id),
                   fmt::format("sets the same for {} as \"{}\", and the later one holds: from {:04}-{:02}-{:02} "
                               "\"{}\" has no effect while this lasts",
                               *shared, first.id, day->year, day->month, day->day, first.id));
        }
    }

    /// The first day on which a time of one gives way to another that doesn't lie within it.
    static std::optional<Date> cut_short(const ActionInfo& first, const ActionInfo& later) {
        std::optional<Date> day;
        for (const Period& one : first.when) {
            for (const Period& two : later.when) {
                const bool both_hold = one.until && two.from < *one.until && (!two.until || one.from < *two.until);
                const bool within = two.from > one.from && two.until && one.until && *two.until <= *one.until;
                const Date begins = std::max(one.from, two.from);
                if (both_hold && !within && (!day || begins < *day)) day = begins;
            }
        }
        return day;
    }

    void check_policy(const ActionInfo& action) {
        const bool anywhere =
            std::any_of(action.policy->at.begin(), action.policy->at.end(), [&](const WhichTrust& at) {
                return std::any_of(action.policy->services.begin(), action.policy->services.end(),
                                   [&](ServiceId service) { return scenario_.offers(at.trust(), service); });
            });
        if (!anywhere) report(action, "ingen [[unit]] med denne tjenesten der", "no [[unit]] of this service there");
    }

    /// What opens or closes while a number is set changes no bed until then.
    void check_held(const ActionInfo& set) {
        for (const ActionInfo& action : scenario_.actions) {
            const bool of_beds =
                action.kind == ActionKind::open || action.kind == ActionKind::close || action.kind == ActionKind::move;
            if (!of_beds || !action.counts() || (action.unit != set.unit && action.to_unit != set.unit)) continue;
            const Date& day = action.when.front().from;
            const bool held = std::any_of(set.when.begin(), set.when.end(),
                                          [&](const Period& period) { return weight_on(period, day) > 0.0; });
            if (!held) continue;
            remark(action,
                   fmt::format(
                       "«{}» setter plassene ved {} til {:g} mens det gjelder; så lenge endrer dette ingen plasser der",
                       set.id, scenario_.of(*set.unit).id, set.beds->value),
                   fmt::format("\"{}\" sets the beds at {} to {:g} while it holds; so long this changes no bed there",
                               set.id, scenario_.of(*set.unit).id, set.beds->value));
        }
    }

    void check_surge(const ActionInfo& action) {
        const study::UnitInfo& unit = scenario_.of(*action.unit);
        const std::vector<care::Step>& steps = scenario_.of(unit.service).when_full;
        if (std::find(steps.begin(), steps.end(), care::Step::surge) == steps.end())
            remark(action,
                   fmt::format("{} tar ikke beredskap i bruk (when_full nevner ikke surge); bare tabellen endres",
                               scenario_.of(unit.service).id),
                   fmt::format("{} doesn't use beredskap (when_full doesn't name surge); only the table changes",
                               scenario_.of(unit.service).id));
        double staffed = unit.beds.value;
        for (const capacity::BedStep& step : study::planned_beds(scenario_).steps(*action.unit)) {
            if (step.date <= action.when.front().from) staffed = step.staffed;
        }
        if (action.beds->value >= 0.0 && action.beds->value < staffed)
            report(
                action,
                fmt::format("beredskap er summen, ordinære plasser medregnet, og kan ikke være under de {:.4g} som er "
                            "bemannet da; uten ekstra plasser er den {:.4g}",
                            staffed, staffed),
                fmt::format("beredskap is the total, ordinary beds included, and can't be below the {:.4g} that are "
                            "staffed then; without extra beds it is {:.4g}",
                            staffed, staffed));
    }

    void check_stock(const ActionInfo& action) {
        if (action.when.front().from.year <= scenario_.base_year)
            report(action,
                   fmt::format("må gjelde fra etter {}: bestanden vokser fra det siste året med talte liggedøgn",
                               scenario_.base_year),
                   fmt::format("must be from after {}: the stock grows from the last year with counted bed days",
                               scenario_.base_year));
    }

    void check_route(const ActionInfo& action) {
        const bool used = std::any_of(action.routes.begin(), action.routes.end(), [&](const study::ClosedRoute& route) {
            return std::any_of(
                scenario_.overflows.begin(), scenario_.overflows.end(), [&](const study::OverflowInfo& overflow) {
                    return overflow.trust == route.from && std::find(overflow.order.begin(), overflow.order.end(),
                                                                     WhichTrust(route.to)) != overflow.order.end();
                });
        });
        if (!used)
            report(action, "ingen [[overflow]] sender pasienter den veien", "no [[overflow]] sends patients that way");
    }

    void report(const ActionInfo& action, const std::string& nb, const std::string& en) {
        problems_.add(place_of(root_, "action", action.id), {action.id + ": " + nb, action.id + ": " + en});
    }
    void remark(const ActionInfo& action, const std::string& nb, const std::string& en) {
        remarks_.add(place_of(root_, "action", action.id), {action.id + ": " + nb, action.id + ": " + en});
    }

    const WrittenScenario& scenario_;
    const Value& root_;
    Problems& problems_;
    Problems& remarks_;
    std::map<std::tuple<ActionKind, Date, std::string>, std::string> set_;
    std::map<std::size_t, std::string> stocks_;
};

} // namespace

void check_settings(const WrittenScenario& scenario, const Value& root, Problems& problems, Problems& remarks) {
    SettingsCheck(scenario, root, problems, remarks).check();
}

} // namespace framsyn::app
