#include "app/scenario/actions/check_actions.hpp"

#include "app/ground/number_text.hpp"
#include "app/scenario/actions/action_keys.hpp"
#include "app/scenario/actions/check_settings.hpp"
#include "models/study/scenario/mean_stay.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace framsyn::app {
namespace {

using study::ActionInfo;
using study::ActionKind;

std::string day_text(const Date& date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

class ActionCheck {
  public:
    ActionCheck(const WrittenScenario& scenario, const Value& root, Problems& problems, Problems& remarks)
        : scenario_(scenario), root_(root), problems_(problems), remarks_(remarks) {}

    void check() {
        const Value* list = root_.find("action");
        for (const Value& entry : list && list->as<Array>() ? *list->as<Array>() : Array{}) check_keys(entry);
        for (const ActionInfo& action : scenario_.actions) {
            check_dates(action);
            if (action.kind == ActionKind::move && action.unit == action.to_unit)
                report(action, "flytter enheten til seg selv; to_unit er en annen enhet",
                       "moves the unit to itself; to_unit is another unit");
            if (action.change) check_change(action);
            if (action.detour) check_detour(action);
        }
        check_shares();
        check_delays();
    }

  private:
    void check_keys(const Value& entry) {
        if (const std::optional<Text> fault = fault_in_action_keys(entry)) problems_.add(entry.at, *fault);
        const Value* beds = entry.find("beds");
        const Value* kind = entry.find("kind");
        const double number = beds ? number_of(*beds) : 1.0;
        check_new_unit(entry);
        if (number > 0.0) return;
        const std::string& name = *kind->as<std::string>();
        if (name == "surge" && number == 0.0) return; // right where no bed is staffed then: check_settings
        if (name == "surge") {
            problems_.add(beds->at, {fmt::format("beds = {}: skriv hvor mange plasser det er i beredskap da, de "
                                                 "ordinære medregnet; 0 der ingen er bemannet",
                                                 number),
                                     fmt::format("beds = {}: write how many beds there are in beredskap then, ordinary "
                                                 "ones included; 0 where none is staffed",
                                                 number)});
            return;
        }
        if (name == "staffed") {
            problems_.add(beds->at,
                          {fmt::format("beds = {}: skriv hvor mange plasser det er da, over 0; skal de stenges, "
                                       "skriv kind = \"close\"",
                                       number),
                           fmt::format("beds = {}: write how many beds there are then, above 0; to close them "
                                       "write kind = \"close\"",
                                       number)});
            return;
        }
        const std::string other = *kind->as<std::string>() == "close" ? "open" : "close";
        problems_.add(
            beds->at,
            {fmt::format("beds = {}: skriv antallet som et tall over 0; kind = \"{}\" gjør det motsatte", number,
                         other),
             fmt::format("beds = {}: write the number above 0; kind = \"{}\" does the opposite", number, other)});
    }

    /// A new unit is new.
    void check_new_unit(const Value& entry) {
        const Value* name = entry.find("new_unit");
        const Value* units = root_.find("unit");
        if (!name || !units || !units->as<Array>()) return;
        const auto same = std::count_if(units->as<Array>()->begin(), units->as<Array>()->end(), [&](const Value& unit) {
            return unit.find("id")->printed() == name->printed();
        });
        if (same > 1)
            problems_.add(
                name->at,
                {fmt::format("enheten {} finnes fra før; skriv unit = {}", name->printed(), name->printed()),
                 fmt::format("the unit {} is there already; write unit = {}", name->printed(), name->printed())});
    }

    static double number_of(const Value& value) {
        if (const Value* inner = value.find("value")) return number_of(*inner);
        if (const auto* whole = value.as<std::int64_t>()) return static_cast<double>(*whole);
        const auto* number = value.as<double>();
        return number ? *number : 1.0;
    }

    void check_dates(const ActionInfo& action) {
        const Period& period = action.when.front();
        if (period.full_from < period.from) {
            report(action, "full_from er før date", "full_from is before date");
        } else if (period.until && *period.until <= period.full_from) {
            report(action, "until må være etter date og full_from", "until must be after date and full_from");
        }
        if (action.when.size() > 1 && period.until > same_day_next_year(period.from))
            report(action, "every_year: until er mer enn et år etter date",
                   "every_year: until is more than a year after date");
        const bool on_patients = action.change || action.detour;
        if (on_patients && period.from.year <= scenario_.base_year) {
            report(
                action,
                fmt::format("{} er i eller før {}, det siste året med talte liggedøgn: virkningen ligger alt i tallene",
                            day_text(period.from), scenario_.base_year),
                fmt::format("{} is in or before {}, the last year with counted bed days: the effect is in the figures "
                            "already",
                            day_text(period.from), scenario_.base_year));
        }
        if (period.from.year > scenario_.last_year && action.kind != ActionKind::delay) {
            remark(action,
                   fmt::format("gjelder fra {}, etter siste år i kjøringen ({}), og regnes ikke med",
                               day_text(period.from), scenario_.last_year),
                   fmt::format("is from {}, after the run's last year ({}), and isn't counted", day_text(period.from),
                               scenario_.last_year));
        }
        if (!action.counts())
            remark(action, "er mulig (plan = \"possible\") og regnes ikke med",
                   "is possible (plan = \"possible\") and isn't counted");
    }

    static Date same_day_next_year(Date date) {
        ++date.year;
        return date;
    }

    static bool has_own(const study::FlowInfo& flow) { return flow.rest || flow.level.value > 0.0; }

    bool touches_somebody(const study::Patients& of) const {
        return std::any_of(scenario_.flows.begin(), scenario_.flows.end(), [&](const study::FlowInfo& flow) {
            return has_own(flow) && of.touch(flow.residence, flow.service, flow.at);
        });
    }

    /// Whether the action finds its patients where earlier ones have moved some to.
    bool finds_moved(const ActionInfo& moving) const {
        return std::any_of(scenario_.flows.begin(), scenario_.flows.end(), [&](const study::FlowInfo& flow) {
            return moving.detour->of.touch(flow.residence, flow.service, flow.at) &&
                   mover_to(flow, moving.when.front().from) != nullptr;
        });
    }

    /// The first action before a day, if any, that moves residents of a flow to where it leads.
    const ActionInfo* mover_to(const study::FlowInfo& flow, const std::optional<Date>& before) const {
        for (const ActionInfo& action : scenario_.actions) {
            if (!action.detour || !action.counts() || (before && action.when.front().from >= *before)) continue;
            const study::PatientDetour& detour = *action.detour;
            if (detour.to.value_or(WhichTrust(flow.residence)) != flow.at) continue;
            const bool comes =
                std::any_of(scenario_.flows.begin(), scenario_.flows.end(), [&](const study::FlowInfo& from) {
                    return from.residence == flow.residence && from.at != flow.at &&
                           detour.to_service.value_or(from.service) == flow.service &&
                           detour.of.touch(from.residence, from.service, from.at);
                });
            if (comes) return &action;
        }
        return nullptr;
    }

    /// Nobody of these ages uses any of the services.
    bool is_of_no_age(const study::Patients& of) const {
        if (!of.ages || of.ages->from > of.ages->to || scenario_.use_rates.empty()) return false;
        return std::all_of(of.services.begin(), of.services.end(), [&](ServiceId service) {
            const auto& rates = scenario_.use_rates.at(scenario_.of(service).use_rate);
            return !(rates.middleRows(of.ages->from, of.ages->to - of.ages->from + 1).sum() > 0.0);
        });
    }

    void check_ages(const ActionInfo& action, const study::Patients& of) {
        if (!of.ages) return;
        if (of.ages->from > of.ages->to) return report(action, "age_from er over age_to", "age_from is above age_to");
        if (!is_of_no_age(of)) return;
        std::vector<std::string> services;
        for (const ServiceId service : of.services) services.push_back(scenario_.of(service).id);
        report(action,
               fmt::format("ingen pasienter passer: bruksratene for {} er 0 i alderen {}–{} år",
                           fmt::join(services, ", "), of.ages->from, of.ages->to),
               fmt::format("no patients fit: the use rates of {} are 0 at ages {}–{}", fmt::join(services, ", "),
                           of.ages->from, of.ages->to));
    }

    /// What changes for patients acts where they would be treated without moves.
    void check_moved(const ActionInfo& action, const study::Patients& of) {
        if (of.treated_at.empty()) return;
        for (const study::FlowInfo& flow : scenario_.flows) {
            if (!of.touch(flow.residence, flow.service, flow.at)) continue;
            const ActionInfo* mover = mover_to(flow, std::nullopt);
            if (!mover) continue;
            remark(action,
                   fmt::format("gjelder ikke dem som «{}» sender til {}: de regnes der de ellers ville vært; skal de "
                               "også med, skriv residents_of, eller treated_at stedet de kommer fra",
                               mover->id, scenario_.id_of(flow.at)),
                   fmt::format("isn't about those whom \"{}\" sends to {}: they count where they would be otherwise; "
                               "for them too write residents_of, or treated_at the place they come from",
                               mover->id, scenario_.id_of(flow.at)));
            return;
        }
    }

    void check_change(const ActionInfo& action) {
        const study::PatientChange& change = *action.change;
        check_ages(action, change.of);
        check_moved(action, change.of);
        if (!touches_somebody(change.of)) return report_nobody(action);
        if (change.percent && change.percent->value != 0.0 && std::abs(change.percent->value) < 1.0) {
            remark(action, fmt::format("percent = {0} er {0} prosent; ti prosent skrives 10", change.percent->value),
                   fmt::format("percent = {0} is {0} per cent; ten per cent is written 10", change.percent->value));
        }
        for (const study::FlowInfo& flow : scenario_.flows) {
            if (flow.made_by_action || !change.of.touch(flow.residence, flow.service, flow.at)) continue;
            const study::StayInfo* stay = study::stay_of(scenario_, flow.service, flow.at);
            const std::string& service = scenario_.of(flow.service).id;
            if (!stay && (change.days || change.stay_of_those)) {
                return report(action, fmt::format("ingen [[stay]] for {} der, så prosent må brukes", service),
                              fmt::format("no [[stay]] for {} there, so it takes percent", service));
            }
            const double mean = stay ? stay->mean.value : 1.0;
            if (change.wait) continue;
            const double size = change.share     ? -change.share->high
                                : change.percent ? 0.01 * change.percent->low
                                                 : change.days->low / mean;
            const double on_days = change.stay_of_those ? size * change.stay_of_those->high / mean : size;
            if (change.of_stays && on_days <= -1.0) {
                return report(action,
                              fmt::format("oppholdene i {} blir borte helt (snitt {} døgn)", service,
                                          with_comma(fmt::format("{:.4g}", mean))),
                              fmt::format("the stays in {} vanish altogether (mean {:.4g} days)", service, mean));
            }
            if (on_days < -1.0) {
                return report(action,
                              fmt::format("tar mer enn alle liggedøgn i {}: {:.0f} %", service, -100.0 * on_days),
                              fmt::format("takes more than all bed days of {}: {:.0f} %", service, -100.0 * on_days));
            }
        }
        if (change.wait && change.percent && change.percent->value > 0.0)
            remark(action, fmt::format("percent = {0} er flere ventedøgn; færre skrives -{0}", change.percent->value),
                   fmt::format("percent = {0} is more waiting days; fewer are written -{0}", change.percent->value));
        if (!change.of_stays && !change.stay_of_those) {
            remark(action,
                   "regnet som om de som ikke lenger legges inn (eller nå legges inn), hadde middels liggetid; si "
                   "stay_of_those "
                   "om de ligger lenger (FACT) eller kortere (dagbehandling)",
                   "reckoned as if those no longer admitted (or newly admitted) stayed as long as the mean; say "
                   "stay_of_those "
                   "if they stay longer (FACT) or shorter (day care)");
        }
    }

    void check_detour(const ActionInfo& action) {
        const study::PatientDetour& detour = *action.detour;
        check_ages(action, detour.of);
        if (!touches_somebody(detour.of) && !finds_moved(action)) return report_nobody(action);
        std::set<std::string> missing;
        bool anybody_moves = false;
        for (const study::FlowInfo& flow : scenario_.flows) {
            if (!detour.of.touch(flow.residence, flow.service, flow.at)) continue;
            const WhichTrust to = detour.to.value_or(WhichTrust(flow.residence));
            const ServiceId service = detour.to_service.value_or(flow.service);
            anybody_moves = anybody_moves || to != flow.at || service != flow.service;
            if (!scenario_.of(service).simulated || !to.is_trust() || scenario_.offers(to.trust(), service)) continue;
            missing.insert(scenario_.of(to.trust()).id + " " + scenario_.of(service).id);
        }
        if (!anybody_moves) {
            const Text why = where_they_are(action.kind);
            report(action, why.nb, why.en);
        }
        for (const std::string& place : missing)
            report(action, fmt::format("ingen [[unit]] for {}: åpne en enhet der først", place),
                   fmt::format("no [[unit]] for {}: open a unit there first", place));
    }

    /// Nobody moves: what would do what is meant, in keys that the kind has.
    static Text where_they_are(ActionKind kind) {
        if (kind == ActionKind::move)
            return {
                "pasientene er der allerede; ingen flytter: plassene er ved samme helseforetak og tjeneste og deler "
                "pasientene; ta bort with_patients",
                "the patients are there already; nobody moves: the beds are of the same trust and service and share "
                "the patients; leave out with_patients"};
        if (kind == ActionKind::open)
            return {
                "pasientene er der allerede; ingen flytter: uten share deler plassene pasientene med dem som er der",
                "the patients are there already; nobody moves: without share the beds share the patients with those "
                "that are there"};
        if (kind == ActionKind::close)
            return {"pasientene er der allerede; ingen flytter: uten to blir de der, ved plassene som er igjen",
                    "the patients are there already; nobody moves: without to they stay there, in the beds that are "
                    "left"};
        return {"pasientene er der allerede; ingen flytter: to må være et annet sted enn der de behandles",
                "the patients are there already; nobody moves: to must be another place than where they are treated"};
    }

    void report_nobody(const ActionInfo& action) {
        report(action, "ingen pasienter passer: ingen [[flow]] har denne tjenesten og dette stedet",
               "no patients fit: no [[flow]] has this service and place");
    }

    /// One date for each part of a plan.
    void check_delays() {
        for (const study::ChangeInfo& change : scenario_.changes) {
            const ActionInfo* first = nullptr;
            for (const ActionInfo& action : scenario_.actions) {
                const bool is_meant =
                    action.kind == ActionKind::delay && action.counts() &&
                    std::any_of(action.of.begin(), action.of.end(), [&](const std::string& name) {
                        return name == change.id || (!change.part_of.empty() && name == change.part_of);
                    });
                if (!is_meant || change.by_action) continue;
                if (first) {
                    return report(
                        action, fmt::format("«{}» flyttes også av «{}»; én dato for hver del", change.id, first->id),
                        fmt::format(R"("{}" is moved by "{}" too; one date for each part)", change.id, first->id));
                }
                first = &action;
            }
        }
    }

    /// Shares of one day that touch the same patients add; above 1 would move somebody twice.
    void check_shares() {
        for (const study::FlowInfo& flow : scenario_.flows) {
            std::map<Date, std::vector<const ActionInfo*>> by_day;
            for (const ActionInfo& action : scenario_.actions) {
                if (!action.detour || !action.counts() ||
                    !action.detour->of.touch(flow.residence, flow.service, flow.at))
                    continue;
                std::vector<const ActionInfo*>& same_day = by_day[action.when.front().from];
                same_day.push_back(&action);
                const double share = most_of_one_age(same_day);
                if (share <= 1.0 + 1e-9) continue;
                report(action,
                       fmt::format("tiltakene fra {} flytter til sammen {:.0f} % av pasientene i {} som bor i {}",
                                   day_text(action.when.front().from), 100.0 * share, scenario_.of(flow.service).id,
                                   scenario_.of(flow.residence).id),
                       fmt::format("the actions of {} together move {:.0f} % of the patients in {} who live in {}",
                                   day_text(action.when.front().from), 100.0 * share, scenario_.of(flow.service).id,
                                   scenario_.of(flow.residence).id));
                return;
            }
        }
    }

    /// The largest sum of shares that patients of any one age meet.
    static double most_of_one_age(const std::vector<const ActionInfo*>& moves) {
        double most = 0.0;
        for (const ActionInfo* first : moves) { // some sum is largest where a span begins
            const int age = first->detour->of.ages ? first->detour->of.ages->from : 0;
            double sum = 0.0;
            for (const ActionInfo* other : moves) {
                const std::optional<AgeSpan>& ages = other->detour->of.ages;
                if (!ages || (ages->from <= age && age <= ages->to)) sum += other->detour->share.value;
            }
            most = std::max(most, sum);
        }
        return most;
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
};

} // namespace

void check_actions(const WrittenScenario& scenario, const Value& root, Problems& problems, Problems& remarks) {
    ActionCheck(scenario, root, problems, remarks).check();
    check_settings(scenario, root, problems, remarks);
}

} // namespace framsyn::app
