#include "app/scenario/read/check_counted_year.hpp"

#include "app/ground/number_text.hpp"
#include "models/study/draws/counted_year.hpp"
#include "models/study/draws/draw.hpp"
#include "models/study/draws/patient_actions.hpp"
#include "models/study/scenario/planned_beds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace framsyn::app {
namespace {

bool has(const study::ServiceOrGroup& group, ServiceId service) {
    return std::find(group.services.begin(), group.services.end(), service) != group.services.end();
}

std::string text_of(const Value* entry, const std::string& key) {
    const Value* value = entry ? entry->find(key) : nullptr;
    const std::string* text = value ? value->as<std::string>() : nullptr;
    return text ? *text : "";
}

const Value* entry_of(const Value& root, const std::string& list, const std::string& id) {
    const Value* entries = root.find(list);
    if (!entries || !entries->as<Array>()) return nullptr;
    for (const Value& entry : *entries->as<Array>()) {
        if (text_of(&entry, "id") == id) return &entry;
    }
    return nullptr;
}

class CountedYearCheck {
  public:
    CountedYearCheck(const WrittenScenario& scenario, const WrittenOnTop& written, const Value& root)
        : scenario_(scenario), written_(written), root_(root) {}

    /// The line to mend: the user's own where there is one, else the count's.
    Position line_to_mend(const study::ActivityInfo& activity) const {
        if (is_on_top(activity.bed_days->at)) return activity.bed_days->at;
        for (const study::FlowInfo& flow : scenario_.flows) {
            if (activity.is_about(flow.at) && has(activity.service, flow.service) && flow.has_level &&
                is_on_top(flow.level.at)) {
                return flow.level.at;
            }
        }
        for (const Touched& touched : written_.touched) {
            if (concerns(touched, activity)) return touched.at;
        }
        return activity.bed_days->at;
    }

  private:
    bool is_on_top(const Position& at) const { return !at.file.empty() && at.file != written_.root_file; }

    /// Whether an entry is the activity, a service of it, or a flow to it, as it is or as it was before it was taken out.
    bool concerns(const Touched& touched, const study::ActivityInfo& activity) const {
        if (touched.list == "activity") return touched.id == activity.id;
        const auto is_part = [&](const std::string& service) {
            return std::any_of(activity.service.services.begin(), activity.service.services.end(),
                               [&](ServiceId part) { return scenario_.of(part).id == service; });
        };
        if (touched.list == "service") return is_part(touched.id);
        if (touched.list != "flow") return false;
        const Value* now = entry_of(root_, "flow", touched.id);
        const Value* flow = now ? now : entry_of(written_.before, "flow", touched.id);
        const std::vector<TrustId> trusts = activity.trusts();
        const bool is_there = std::any_of(trusts.begin(), trusts.end(),
                                          [&](TrustId trust) { return text_of(flow, "at") == scenario_.of(trust).id; });
        return is_there && is_part(text_of(flow, "service"));
    }

    const WrittenScenario& scenario_;
    const WrittenOnTop& written_;
    const Value& root_;
};

/// How far flows may be from a count.
Text allowed(const Quantity& count) {
    if (!count.has_interval()) return {"en tidel", "a tenth"};
    const std::string interval = fmt::format("{:.0f}–{:.0f}", count.low, count.high);
    return {"intervallet " + interval, "the interval " + interval};
}

} // namespace

void check_counted_year(const WrittenScenario& scenario, const WrittenOnTop& written, const Value& root,
                        Problems& problems) {
    const CountedYearCheck check(scenario, written, root);
    for (const study::CountedYear& year : study::counted_year(scenario)) {
        const study::ActivityInfo& activity = scenario.activities[year.activity];
        if (year.fits(*activity.bed_days)) continue;
        std::string trusts;
        for (const TrustId trust : activity.trusts()) trusts += (trusts.empty() ? "" : " + ") + scenario.of(trust).id;
        const std::string what = fmt::format("{} {}", trusts, activity.service.id);
        const std::string factor = year.flows > 0.0 ? fmt::format("{:.3g}", year.factor()) : "–";
        problems.add(
            check.line_to_mend(activity),
            {fmt::format("{}: pasientstrømmene ([[flow]]) gir {:.0f} liggedøgn i {}, [[activity]] «{}» sier {:.0f} "
                         "(faktor {}); de må stemme innenfor {}",
                         what, year.flows, scenario.base_year, activity.id, year.counted, with_comma(factor),
                         allowed(*activity.bed_days).nb),
             fmt::format("{}: the flows ([[flow]]) give {:.0f} bed days in {}, [[activity]] \"{}\" says {:.0f} "
                         "(factor {}); they must agree within {}",
                         what, year.flows, scenario.base_year, activity.id, year.counted, factor,
                         allowed(*activity.bed_days).en)});
    }
}

namespace {

/// Persons of a stock who lie in beds lie in beds that are occupied.
void check_sentences(const WrittenScenario& scenario, const std::vector<std::vector<double>>& occupied,
                     Problems& problems) {
    for (const study::ActionInfo& action : scenario.actions) {
        if (!action.stock || !action.stock->sentences) continue;
        const study::StockInfo& stock = scenario.stocks[action.stock->stocks.front()];
        const double beds = occupied[stock.trust.index()][stock.service.index()];
        const double inpatients =
            action.stock->sentences->persons.value * action.stock->sentences->share_inpatient.value;
        if (inpatients <= beds) continue;
        problems.add(action.at,
                     {fmt::format("{}: persons × share er {} i døgnplass, flere enn de {} som er belagt i {} "
                                  "{} i {}",
                                  action.id, with_comma(fmt::format("{:.3g}", inpatients)),
                                  with_comma(fmt::format("{:.3g}", beds)), scenario.of(stock.trust).id,
                                  scenario.of(stock.service).id, scenario.base_year),
                      fmt::format("{}: persons × share is {:.3g} in beds, more than the {:.3g} that are "
                                  "occupied in {} {} in {}",
                                  action.id, inpatients, beds, scenario.of(stock.trust).id,
                                  scenario.of(stock.service).id, scenario.base_year)});
    }
}

} // namespace

void check_stocks(const WrittenScenario& scenario, Problems& problems) {
    if (scenario.stocks.empty()) return;
    const std::vector<std::vector<double>> occupied = study::occupied_beds_in_base_year(scenario);
    check_sentences(scenario, occupied, problems);
    for (const study::StockInfo& stock : scenario.stocks) {
        const double beds = occupied[stock.trust.index()][stock.service.index()];
        const int years = scenario.last_year - scenario.base_year;
        if (beds + stock.growth.low * years >= 0.0) continue;
        problems.add(
            stock.growth.at,
            {fmt::format("{} {}: {} belagte senger i {} og {} per år blir færre enn ingen før {}",
                         scenario.of(stock.trust).id, scenario.of(stock.service).id,
                         with_comma(fmt::format("{:.1f}", beds)), scenario.base_year,
                         with_comma(fmt::format("{:.3g}", stock.growth.low)), scenario.last_year),
             fmt::format("{} {}: {:.1f} occupied beds in {} and {:.3g} a year become fewer than none before {}",
                         scenario.of(stock.trust).id, scenario.of(stock.service).id, beds, scenario.base_year,
                         stock.growth.low, scenario.last_year)});
    }
}

namespace {

/// A time in which a trust has no bed of a service.
struct WithoutBeds {
    Date from, until;
};

/// The first such time within the run's years; nothing where there always is one.
std::vector<WithoutBeds> times_without_beds(const WrittenScenario& scenario, const capacity::BedPlan& plan,
                                            TrustId trust, ServiceId service) {
    std::map<Date, double> changes;
    double beds = 0.0;
    for (std::size_t u = 0; u < scenario.units.size(); ++u) {
        const study::UnitInfo& unit = scenario.units[u];
        if (unit.trust != trust || unit.service != service) continue;
        double staffed = unit.beds.value;
        beds += staffed;
        for (const capacity::BedStep& step : plan.steps(UnitId(u))) {
            changes[step.date] += step.staffed - staffed;
            staffed = step.staffed;
        }
    }
    const Date begin{scenario.base_year, 1, 1};
    const Date end{scenario.last_year + 1, 1, 1};
    std::vector<WithoutBeds> times;
    Date since = begin;
    const auto close = [&](const Date& day) {
        if (beds < 0.5 && std::max(since, begin) < std::min(day, end))
            times.push_back({std::max(since, begin), std::min(day, end)});
    };
    for (const auto& [day, by] : changes) {
        close(day);
        beds += by;
        since = day;
    }
    close(end);
    return times;
}

/// Patients of a service who are at a trust on average in a part of one year, actions counted by their days.
double patients_in(const study::Draw& central, const study::PatientActions& actions, const std::vector<char>& at,
                   const WithoutBeds& time) {
    const need::NeedPath& need = central.need;
    const auto& before = need.without_actions.empty() ? need.bed_days : need.without_actions;
    const int year = time.from.year;
    const auto weight = [&](const Period& period) { return mean_weight(period, time.from, time.until); };
    double days = 0.0;
    const auto t = static_cast<std::size_t>(year - need.base_year);
    const auto effects = need::with_lost_days_as_shares(actions.effects, before);
    for (const need::PatientPart& part :
         need::parts_at(need.flows.size(), effects, actions.moves, weight, need.age_shares, t)) {
        if (at[part.at] != 0) days += before[part.of][t] * part.bed_days;
    }
    return days / days_in_year(year);
}

} // namespace

namespace {

/// Waiting is a part of the stays, and not most of it.
void check_waiting(const WrittenScenario& scenario, const study::Draw& central, Problems& problems) {
    constexpr double most = 0.5;
    const auto& before = central.need.without_actions.empty() ? central.need.bed_days : central.need.without_actions;
    for (const study::ActionInfo& action : scenario.actions) {
        if (!action.change || !action.change->wait) continue;
        double days = 0.0;
        for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
            const study::FlowInfo& flow = scenario.flows[f];
            if (action.change->of.touch(flow.residence, flow.service, flow.at)) days += before[f].front();
        }
        const double waiting = action.change->wait->days.high;
        if (waiting <= most * days) continue;
        problems.add(
            action.at,
            {fmt::format(
                 "{}: waiting_days = {:.0f} er mer enn halvparten av liggedøgnene disse pasientene har ({:.0f})",
                 action.id, waiting, days),
             fmt::format(
                 "{}: waiting_days = {:.0f} is more than half of the bed days that these patients have ({:.0f})",
                 action.id, waiting, days)});
    }
}

/// A ramp goes by whole beds while patients come and go day by day: less than half a bed's patients are without one until
/// the first opens, or after the last closes. The first day after all such ramps.
Date after_ramps(const WrittenScenario& scenario, TrustId trust, ServiceId service, Date day) {
    for (const study::ChangeInfo& change : scenario.changes) { // by first day
        const study::UnitInfo& unit = scenario.of(change.unit);
        if (!change.counts() || unit.trust != trust || unit.service != service) continue;
        if (change.when.from <= day && day < change.when.full_from) day = change.when.full_from;
    }
    return day;
}

} // namespace

void check_beds_and_patients(const WrittenScenario& scenario, const Value& root, Problems& problems,
                             Problems& remarks) {
    constexpr double somebody = 0.01; // patients on average; less is what a rounded share leaves
    const capacity::BedPlan plan = planned_beds(scenario);
    const study::Draw central = study::central_draw(scenario, demography::Projector(scenario.demography));
    const study::PatientActions actions = patient_actions(scenario, study::ParameterDraw::central());
    check_waiting(scenario, central, problems);
    std::set<std::pair<TrustId, ServiceId>> told;
    for (const study::UnitInfo& unit : scenario.units) {
        if (!told.insert({unit.trust, unit.service}).second) continue;
        std::vector<char> at(scenario.flows.size(), 0);
        double ever = 0.0;
        for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
            at[f] = scenario.flows[f].at == unit.trust && scenario.flows[f].service == unit.service ? 1 : 0;
            for (const double days : central.need.bed_days[f]) ever += at[f] != 0 ? days : 0.0;
        }
        const std::string what = fmt::format("{} {}", scenario.of(unit.trust).id, scenario.of(unit.service).id);
        if (!(ever > 0.0) && plan.staffed_sum(unit.trust, {unit.service}, scenario.last_year)->end > 0.0) {
            remarks.add(place_of(root, "unit", unit.id),
                        {fmt::format("{}: enheten har senger, men ingen [[flow]] sender pasienter dit", what),
                         fmt::format("{}: the unit has beds, but no [[flow]] sends patients there", what)});
        }
        bool is_told = !(ever > 0.0);
        for (const WithoutBeds& time : times_without_beds(scenario, plan, unit.trust, unit.service)) {
            for (int year = time.from.year; !is_told && Date{year, 1, 1} < time.until; ++year) {
                const WithoutBeds part{
                    after_ramps(scenario, unit.trust, unit.service, std::max(time.from, Date{year, 1, 1})),
                    std::min(time.until, Date{year + 1, 1, 1})};
                if (part.from >= part.until) continue;
                const double patients = patients_in(central, actions, at, part);
                if (patients < somebody) continue;
                is_told = true;
                const study::ChangeInfo* closing = nullptr;
                for (const study::ChangeInfo& change : scenario.changes) {
                    const study::UnitInfo& closed = scenario.of(change.unit);
                    if (change.counts() && change.beds.value < 0.0 && change.when.from <= time.from &&
                        closed.trust == unit.trust && closed.service == unit.service)
                        closing = &change;
                }
                const std::string day =
                    fmt::format("{:04}-{:02}-{:02}", part.from.year, part.from.month, part.from.day);
                if (closing && closing->by_action) {
                    problems.add(
                        closing->at,
                        {fmt::format("{}: ingen plasser fra {}, og {} pasienter i snitt har ikke noe sted; si "
                                     "hvor pasientene skal, med to = \"…\" (et helseforetak eller outside)",
                                     what, day, with_comma(fmt::format("{:.1f}", patients))),
                         fmt::format("{}: no beds from {}, and {:.1f} patients on average have no place; say where "
                                     "the patients go, with to = \"…\" (a trust or outside)",
                                     what, day, patients)});
                } else {
                    remarks.add(
                        closing ? closing->at : place_of(root, "unit", unit.id),
                        {fmt::format("{}: ingen senger fra {}, men [[flow]] sender fortsatt pasienter dit", what, day),
                         fmt::format("{}: no beds from {}, but [[flow]] still sends patients there", what, day)});
                }
            }
        }
    }
}

} // namespace framsyn::app
