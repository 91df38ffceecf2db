#include "app/scenario/actions/read_actions.hpp"

#include "app/scenario/actions/action_keys.hpp"
#include "app/scenario/actions/named.hpp"
#include "app/scenario/actions/read_settings.hpp"
#include "models/study/scenario/mean_stay.hpp"
#include "models/study/scenario/planned_beds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <tuple>

namespace framsyn::app {
namespace {

using namespace study; // the values that are read here

Date same_day_in(const Date& date, int year) {
    const bool leap_day = date.month == 2 && date.day == 29;
    return {year, date.month, leap_day && days_in_year(year) == 365 ? 28 : date.day};
}

class ActionReader {
  public:
    explicit ActionReader(WrittenScenario& scenario) : scenario_(scenario) {}

    /// Beds first: what patients a bed takes with it is reckoned from all of them.
    void read_beds(const Entry& entry) {
        const ActionKind kind = kind_of(entry);
        if (kind == ActionKind::delay) return delay(entry);
        if (!has_beds_and_patients(kind)) return;
        const Quantity beds = entry.quantity("beds");
        const std::string number = fmt::format("{:g}", beds.value);
        if (kind == ActionKind::open)
            change(entry, "unit", beds, {"+" + number, "+" + number});
        else
            change(entry, "unit", negative(beds), {"−" + number, "−" + number});
        if (kind == ActionKind::move) change(entry, "to_unit", beds, {"+" + number, "+" + number});
    }

    void read(const Entry& entry) {
        ActionInfo action;
        action.id = entry.text("id");
        action.kind = kind_of(entry);
        action.when = periods(entry);
        action.at = entry.at();
        action.plan = plan_of(entry);
        action.is_every_year = entry.has("every_year") && entry.flag("every_year");
        if (entry.has("unit")) action.unit = UnitId(index_of(scenario_.units, entry.text("unit")));
        if (entry.has("new_unit")) scenario_.units[action.unit->index()].made_by_action = true;
        if (entry.has("to_unit")) action.to_unit = UnitId(index_of(scenario_.units, entry.text("to_unit")));
        if (entry.has("beds")) action.beds = entry.setting_or("beds", 0.0);
        if (entry.has("of")) action.of = entry.texts("of");
        if (action.kind == ActionKind::treat_elsewhere)
            action.detour =
                PatientDetour{patients_named(scenario_, entry), entry.quantity("share"), to(entry), to_service(entry)};
        else if (has_beds_and_patients(action.kind))
            action.detour = with_beds(entry, action.kind);
        else
            read_change(entry, action);
        read_setting(entry, scenario_, action);
        scenario_.actions.push_back(std::move(action));
    }

    /// Staffed beds that are set become changes from what there would be: on the first day, and wherever else is planned
    /// while they hold.
    void read_staffed(const Entry& entry) {
        const UnitId unit(index_of(scenario_.units, entry.text("unit")));
        const Quantity beds = entry.quantity("beds");
        if (!(beds.value > 0.0)) return; // the checks say so
        for (const Period& period : periods(entry)) {
            set_staffed(entry, unit, beds, period);
            for (const capacity::BedStep& step : planned_beds(scenario_).steps(unit)) {
                const bool holds = step.date > period.from && (!period.until || step.date < *period.until);
                if (holds) set_staffed(entry, unit, beds, {step.date, step.date, period.until});
            }
        }
    }

    void finish() {
        const auto first_then_id = [](const ActionInfo& a, const ActionInfo& b) {
            return std::tie(a.when.front().from, a.id) < std::tie(b.when.front().from, b.id);
        };
        std::sort(scenario_.actions.begin(), scenario_.actions.end(), first_then_id);
        add_flows();
    }

    /// By day; those of one day stay in the order of the file, those of actions come after them by id.
    void order_changes() {
        std::stable_sort(scenario_.changes.begin(), scenario_.changes.end(),
                         [](const ChangeInfo& a, const ChangeInfo& b) {
                             if (a.when.from != b.when.from) return a.when.from < b.when.from;
                             if (a.by_action != b.by_action) return !a.by_action;
                             return a.by_action && a.id < b.id;
                         });
    }

  private:
    static ActionKind kind_of(const Entry& entry) { return value_in(action_kinds, entry.text("kind")).value(); }

    static Plan plan_of(const Entry& entry) {
        return entry.has("plan") ? value_in(plan_names, entry.text("plan")).value() : Plan::planned;
    }

    static Quantity negative(Quantity beds) {
        beds.value = -beds.value;
        std::swap(beds.low, beds.high);
        beds.low = -beds.low;
        beds.high = -beds.high;
        return beds;
    }

    /// Once, or every year from the first one on.
    std::vector<Period> periods(const Entry& entry) const {
        Period period = from_day(entry.date("date"));
        if (entry.has("full_from")) period.full_from = entry.date("full_from");
        if (entry.has("until")) period.until = entry.date("until");
        std::vector<Period> all{period};
        if (!entry.has("every_year") || !entry.flag("every_year")) return all;
        for (int year = period.from.year + 1; year <= scenario_.last_year; ++year) {
            const int later = year - period.from.year;
            Period again = period;
            again.from = same_day_in(period.from, year);
            again.full_from = same_day_in(period.full_from, period.full_from.year + later);
            again.until = same_day_in(*period.until, period.until->year + later);
            all.push_back(again);
        }
        return all;
    }

    ChangeInfo change_of(const Entry& entry, UnitId unit, const Quantity& beds, const Text& otherwise) const {
        ChangeInfo made;
        made.id = entry.text("id");
        made.unit = unit;
        made.beds = beds;
        made.plan = plan_of(entry);
        made.label = {entry.has("label") ? entry.text("label") : otherwise.nb,
                      entry.has("label_en") ? entry.text("label_en")
                      : entry.has("label")  ? entry.text("label")
                                            : otherwise.en};
        made.at = entry.at();
        made.by_action = true;
        return made;
    }

    void change(const Entry& entry, const std::string& unit_key, const Quantity& beds, const Text& otherwise) {
        const UnitId unit(index_of(scenario_.units, entry.text(unit_key)));
        ChangeInfo made = change_of(entry, unit, beds, otherwise);
        if (unit_key == "to_unit") made.id += "-to";
        for (const Period& period : periods(entry)) {
            made.when = period;
            scenario_.changes.push_back(made);
        }
    }

    void set_staffed(const Entry& entry, UnitId unit, const Quantity& beds, const Period& when) {
        const std::string number = fmt::format("{:g}", beds.value);
        ChangeInfo made = change_of(entry, unit, beds, {number, number});
        made.beds.value -= staffed_on(unit, when.from);
        if (made.beds.value == 0.0) return;
        set_beds_.insert(made.id);
        made.beds.low = made.beds.high = made.beds.value;
        made.when = when;
        scenario_.changes.push_back(std::move(made));
        order_changes();
    }

    static bool has_beds_and_patients(ActionKind kind) {
        return kind == ActionKind::open || kind == ActionKind::close || kind == ActionKind::move;
    }

    /// What changes for patients where they are.
    void read_change(const Entry& entry, ActionInfo& action) const {
        const bool of_stays = action.kind == ActionKind::stay || action.kind == ActionKind::municipality;
        if (!of_stays && action.kind != ActionKind::admissions && action.kind != ActionKind::care_level) return;
        PatientChange change;
        change.of = patients_named(scenario_, entry);
        change.percent = entry.optional_quantity("percent");
        change.days = entry.optional_quantity("days");
        change.stay_of_those = entry.optional_quantity("stay_of_those");
        change.of_stays = of_stays;
        if (action.kind == ActionKind::care_level) change.share = entry.quantity("share");
        change.contacts = entry.optional_quantity("contacts_per_stay");
        if (action.kind == ActionKind::municipality)
            change.wait = MunicipalWait{entry.quantity("waiting_days"), entry.optional_quantity("waiting_patients"),
                                        entry.optional_quantity("within_days")};
        action.change = std::move(change);
    }

    double staffed_on(UnitId unit, const Date& day) const {
        double staffed = scenario_.of(unit).beds.value;
        for (const capacity::BedStep& step : planned_beds(scenario_).steps(unit)) {
            if (step.date <= day) staffed = step.staffed;
        }
        return staffed;
    }

    /// All parts keep their distance to the first of them, which comes on the new date.
    void delay(const Entry& entry) {
        const std::vector<std::string> names = entry.texts("of");
        const auto is_meant = [&](const ChangeInfo& change) {
            return !change.by_action && std::any_of(names.begin(), names.end(), [&](const std::string& name) {
                return name == change.id || (!change.part_of.empty() && name == change.part_of);
            });
        };
        std::optional<Date> first;
        for (const ChangeInfo& change : scenario_.changes) {
            if (is_meant(change)) first = first ? std::min(*first, change.when.from) : change.when.from;
        }
        if (!first || plan_of(entry) == Plan::possible) return;
        const long later = days_since_2000(entry.date("date")) - days_since_2000(*first);
        for (ChangeInfo& change : scenario_.changes) {
            if (!is_meant(change)) continue;
            change.when = from_day(date_of_day(days_since_2000(change.when.from) + later));
            change.at = entry.at();
        }
    }

    std::optional<WhichTrust> to(const Entry& entry) const {
        const std::string name = entry.text("to");
        if (name == "home") return std::nullopt;
        return trusts_named(scenario_, {name}).front();
    }

    std::optional<ServiceId> to_service(const Entry& entry) const {
        if (!entry.has("to_service")) return std::nullopt;
        return ServiceId(index_of(scenario_.services, entry.text("to_service")));
    }

    /// The patients that beds bring or leave; none where nothing is said of them.
    std::optional<PatientDetour> with_beds(const Entry& entry, ActionKind kind) const {
        const UnitInfo& unit = scenario_.units[index_of(scenario_.units, entry.text("unit"))];
        if (kind == ActionKind::open) {
            if (!entry.has("share")) return std::nullopt;
            PatientDetour detour{patients_named(scenario_, entry), entry.quantity("share"), WhichTrust(unit.trust),
                                 unit.service};
            if (detour.of.services.empty()) detour.of.services = {unit.service};
            return detour;
        }
        const bool moves = kind == ActionKind::move && entry.has("with_patients") && entry.flag("with_patients");
        if (!moves && !entry.has("to")) return std::nullopt;
        PatientDetour detour;
        detour.of.treated_at = {unit.trust};
        detour.of.services = {unit.service};
        if (moves) {
            const UnitInfo& other = scenario_.units[index_of(scenario_.units, entry.text("to_unit"))];
            detour.to = WhichTrust(other.trust);
            detour.to_service = other.service;
        } else {
            detour.to = to(entry);
        }
        detour.share = entry.has("share") ? entry.quantity("share") : share_of_beds(entry, unit);
        return detour;
    }

    /// As planned but for the numbers that actions set for a time: patients don't follow those.
    Scenario without_set_beds() const {
        Scenario planned;
        planned.units = scenario_.units;
        planned.capacity_from = scenario_.capacity_from;
        planned.last_year = scenario_.last_year;
        for (const ChangeInfo& change : scenario_.changes) {
            if (set_beds_.count(change.id) == 0 || !change.by_action) planned.changes.push_back(change);
        }
        return planned;
    }

    /// The beds as a share of what the trust has of the service the day before.
    Quantity share_of_beds(const Entry& entry, const UnitInfo& unit) const {
        const capacity::BedPlan plan = planned_beds(without_set_beds());
        const Date day = entry.date("date");
        double before = 0.0;
        for (std::size_t u = 0; u < scenario_.units.size(); ++u) {
            if (scenario_.units[u].trust != unit.trust || scenario_.units[u].service != unit.service) continue;
            double staffed = scenario_.units[u].beds.value;
            for (const capacity::BedStep& step : plan.steps(UnitId(u))) {
                if (step.date < day) staffed = step.staffed;
            }
            before += staffed;
        }
        Quantity share;
        share.value = before > 0.0 ? std::clamp(value_of(entry, "beds") / before, 0.0, 1.0) : 0.0;
        share.low = share.high = share.value;
        share.unit = Measured::share;
        share.max = 1.0;
        return share;
    }

    double value_of(const Entry& entry, const std::string& key) const { return entry.setting_or(key, 0.0).value; }

    /// Every place that patients come to has a flow of its own, in the order of residences, services and places.
    void add_flows() {
        using Place = std::tuple<std::size_t, std::size_t, std::size_t>;
        const std::size_t trusts = scenario_.trusts.size();
        std::set<Place> known;
        for (const FlowInfo& flow : scenario_.flows)
            known.insert({flow.residence.index(), flow.service.index(), flow.at.slot(trusts)});
        const std::set<Place> before = known;
        for (std::size_t size = 0; size != known.size();) {
            size = known.size();
            const std::set<Place> so_far = known;
            for (const auto& [residence, service, slot] : so_far) {
                for (const ActionInfo& action : scenario_.actions) {
                    if (!action.detour) continue;
                    const TrustId home(residence);
                    if (!action.detour->of.touch(home, ServiceId(service), WhichTrust::in_slot(slot, trusts))) continue;
                    known.insert({residence, action.detour->to_service.value_or(ServiceId(service)).index(),
                                  action.detour->to.value_or(WhichTrust(home)).slot(trusts)});
                }
            }
        }
        for (const auto& [residence, service, slot] : known) {
            if (before.count({residence, service, slot}) > 0) continue;
            FlowInfo flow;
            flow.residence = TrustId(residence);
            flow.service = ServiceId(service);
            flow.at = WhichTrust::in_slot(slot, trusts);
            flow.id = fmt::format("{}-{}-{}", scenario_.of(flow.residence).id, scenario_.of(flow.service).id,
                                  scenario_.id_of(flow.at));
            flow.has_level = true;
            flow.made_by_action = true;
            scenario_.flows.push_back(std::move(flow));
        }
    }

    WrittenScenario& scenario_;
    std::set<std::string> set_beds_; ///< ids of the actions that set a number of beds
};

} // namespace

void read_actions(WrittenScenario& scenario, const std::vector<Entry>& entries) {
    ActionReader reader(scenario);
    std::vector<Entry> sound;
    for (const Entry& entry : entries) {
        if (!fault_in_action_keys(entry.value())) sound.push_back(entry);
    }
    for (const Entry& entry : sound) reader.read_beds(entry);
    reader.order_changes();
    std::stable_sort(sound.begin(), sound.end(), [](const Entry& a, const Entry& b) {
        return std::pair(a.date("date"), a.text("id")) < std::pair(b.date("date"), b.text("id"));
    });
    for (const Entry& entry : sound) {
        if (entry.text("kind") == name_in(action_kinds, ActionKind::staffed)) reader.read_staffed(entry);
    }
    for (const Entry& entry : sound) reader.read(entry);
    reader.finish();
}

} // namespace framsyn::app
