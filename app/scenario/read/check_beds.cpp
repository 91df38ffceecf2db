#include "app/scenario/read/check_beds.hpp"

#include "models/study/scenario/planned_beds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace framsyn::app {
namespace {

class BedsCheck {
  public:
    BedsCheck(const WrittenScenario& scenario, const Value& root, Problems& problems, Problems& remarks)
        : scenario_(scenario), root_(root), problems_(problems), remarks_(remarks) {}

    void check() {
        for (const study::UnitInfo& unit : scenario_.units) {
            must_be_whole(unit.beds, unit.beds.at);
            if (unit.surge) must_be_whole(*unit.surge, unit.surge->at);
            if (unit.surge && unit.surge->value < unit.beds.value) {
                problems_.add(unit.surge->at,
                              {fmt::format("fant {}; surge er summen i beredskap og kan ikke være under beds ({})",
                                           unit.surge->value, unit.beds.value),
                               fmt::format("found {}; surge is the total in beredskap and can't be below beds ({})",
                                           unit.surge->value, unit.beds.value)});
            }
            if (!scenario_.of(unit.service).simulated) {
                report("unit", unit.id, "tjenesten er ikke simulert og kan ikke ha enheter",
                       "the service isn't simulated and can't have units");
            }
        }
        check_open_shares();
        for (const study::ChangeInfo& change : scenario_.changes) check_change(change);
        for (const study::ActionInfo& action : scenario_.actions) {
            if (action.beds) must_be_whole(*action.beds, action.beds->at);
        }
        check_beds_left();
    }

  private:
    void report(const std::string& list, const std::string& id, const std::string& nb, const std::string& en) {
        problems_.add(place_of(root_, list, id), {nb, en});
    }
    void remark(const std::string& list, const std::string& id, const std::string& nb, const std::string& en) {
        remarks_.add(place_of(root_, list, id), {nb, en});
    }

    void must_be_whole(const Quantity& beds, const Position& at) {
        if (beds.value == std::floor(beds.value)) return;
        problems_.add(at, {fmt::format("fant {}; senger må være hele tall", beds.value),
                           fmt::format("found {}; beds must be whole numbers", beds.value)});
    }

    /// A unit that says nothing of its open share is all open, which beside others of the service is hardly meant.
    void check_open_shares() {
        for (const study::UnitInfo& unit : scenario_.units) {
            if (says_open_share(unit) || sets_open_share(unit)) continue;
            const auto other = std::find_if(scenario_.units.begin(), scenario_.units.end(), [&](const auto& one) {
                return one.trust == unit.trust && one.service == unit.service && one.open_share.value < 1.0;
            });
            if (other == scenario_.units.end()) continue;
            const double share = other->open_share.value;
            remark("unit", unit.id,
                   fmt::format("{} sier ingen open_share og regnes som åpen hele året, mens {} har {:.4g}; skriv "
                               "open_share, eller et tiltak kind = \"open-share\"",
                               unit.id, other->id, share),
                   fmt::format("{} says no open_share and counts as open all year, while {} has {:.4g}; write "
                               "open_share, or an action kind = \"open-share\"",
                               unit.id, other->id, share));
        }
    }

    bool says_open_share(const study::UnitInfo& unit) const {
        const Array& entries = *root_.find("unit")->as<Array>();
        return std::any_of(entries.begin(), entries.end(), [&](const Value& entry) {
            const std::string* id = entry.find("id")->as<std::string>();
            return id && *id == unit.id && entry.find("open_share");
        });
    }

    bool sets_open_share(const study::UnitInfo& unit) const {
        return std::any_of(scenario_.actions.begin(), scenario_.actions.end(), [&](const study::ActionInfo& action) {
            return action.open_share && action.unit && scenario_.of(*action.unit).id == unit.id;
        });
    }

    void check_change(const study::ChangeInfo& change) {
        const Date& date = change.when.from;
        check_plan_in_time(change);
        if (!change.by_action) must_be_whole(change.beds, change.beds.at);
        if (date.year < scenario_.capacity_from)
            problems_.add(change.at, {"datoen er før capacity_from", "the date is before capacity_from"});
        if (change.by_action) return; // its own check tells what isn't counted
        if (date.year > scenario_.last_year) {
            remark("change", change.id,
                   fmt::format("«{}» gjelder fra {}, etter siste år i kjøringen ({}), og regnes ikke med", change.id,
                               date.year, scenario_.last_year),
                   fmt::format("\"{}\" is from {}, after the run's last year ({}), and isn't counted", change.id,
                               date.year, scenario_.last_year));
        } else if (!change.counts()) {
            remark("change", change.id,
                   fmt::format("«{}» er mulig (plan = \"possible\") og regnes ikke med", change.id),
                   fmt::format(R"("{}" is possible (plan = "possible") and isn't counted)", change.id));
        }
    }

    /// No unit closes more than it has, on any day; the last change that closes some is the one to mend.
    void check_beds_left() {
        const capacity::BedPlan plan = planned_beds(scenario_);
        for (std::size_t u = 0; u < scenario_.units.size(); ++u) {
            const std::vector<capacity::BedStep> steps = plan.steps(UnitId(u));
            const auto below = std::find_if(steps.begin(), steps.end(),
                                            [](const capacity::BedStep& step) { return step.staffed < 0.0; });
            if (below == steps.end()) continue;
            Position at = place_of(root_, "unit", scenario_.units[u].id);
            for (const study::ChangeInfo& change : scenario_.changes) {
                const bool closes = change.unit == UnitId(u) && change.counts() && change.beds.value < 0.0;
                if (closes && change.when.from <= below->date) at = change.at;
            }
            const std::string& id = scenario_.units[u].id;
            const std::string day =
                fmt::format("{:04}-{:02}-{:02}", below->date.year, below->date.month, below->date.day);
            problems_.add(at, {fmt::format("{}: fra {} er det stengt {:.4g} for mye; en enhet kan ikke stenge flere "
                                           "senger enn den har",
                                           id, day, -below->staffed),
                               fmt::format("{}: from {} on {:.4g} too many are closed; a unit can't close more beds "
                                           "than it has",
                                           id, day, -below->staffed)});
        }
    }

    /// The last day that the scenario has counted something of: beds, or people on a 1 January.
    Date last_known_day() const {
        Date last{scenario_.base_year, 1, 1};
        if (!scenario_.population.observed.empty()) last = {scenario_.population.jump_off_year(), 1, 1};
        for (const study::CountInfo& count : scenario_.counts) last = std::max(last, Date{count.year, 12, 31});
        return last;
    }

    /// Nobody has observed what is to come, and what has passed is no plan.
    void check_plan_in_time(const study::ChangeInfo& change) {
        const Date known = last_known_day();
        const std::string day = fmt::format("{:04}-{:02}-{:02}", known.year, known.month, known.day);
        if (change.plan == study::Plan::observed && change.when.from > known) {
            report(
                "change", change.id,
                fmt::format("plan = \"observed\", men datoen er etter det siste som er talt ({}); bruk decided eller "
                            "planned",
                            day),
                fmt::format("plan = \"observed\", but the date is after the last that was counted ({}); use decided or "
                            "planned",
                            day));
        } else if (change.plan == study::Plan::planned && change.when.from <= known) {
            remark(
                "change", change.id,
                fmt::format("plan = \"planned\", men datoen er ikke etter det siste som er talt ({}); er den "
                            "gjennomført, skriv observed",
                            day),
                fmt::format("plan = \"planned\", but the date is not after the last that was counted ({}); if it was "
                            "carried out, write observed",
                            day));
        }
    }

    const WrittenScenario& scenario_;
    const Value& root_;
    Problems& problems_;
    Problems& remarks_;
};

} // namespace

void check_beds(const WrittenScenario& scenario, const Value& root, Problems& problems, Problems& remarks) {
    BedsCheck(scenario, root, problems, remarks).check();
}

} // namespace framsyn::app
