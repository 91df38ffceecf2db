#include "app/tables/action_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace framsyn::app {
namespace {

using study::ActionInfo;
using study::ActionKind;
using study::Scenario;

constexpr std::array<const char*, 12> months_nb{"januar", "februar", "mars",      "april",   "mai",      "juni",
                                                "juli",   "august",  "september", "oktober", "november", "desember"};
constexpr std::array<const char*, 12> months_en{"January", "February", "March",     "April",   "May",      "June",
                                                "July",    "August",   "September", "October", "November", "December"};

/// In one language.
class Words {
  public:
    Words(const Scenario& scenario, Language language) : scenario_(scenario), nb_(language == Language::nb) {}

    std::string of(const ActionInfo& action) const { return deed(action) + time(action); }

  private:
    std::string say(const char* nb, const char* en) const { return nb_ ? nb : en; }
    Language language() const { return nb_ ? Language::nb : Language::en; }

    std::string number(double value) const {
        std::string text = fmt::format("{:.3g}", std::abs(value));
        if (nb_) std::replace(text.begin(), text.end(), '.', ',');
        return text;
    }
    std::string percent(double share) const { return number(100.0 * share) + (nb_ ? " %" : "%"); }
    std::string day(const Date& date) const {
        const auto month = static_cast<std::size_t>(date.month - 1);
        return nb_ ? fmt::format("{}. {} {}", date.day, months_nb[month], date.year)
                   : fmt::format("{} {} {}", date.day, months_en[month], date.year);
    }

    std::string deed(const ActionInfo& action) const {
        switch (action.kind) {
        case ActionKind::open:
            return say("Åpner ", "Opens ") + beds_at(action, *action.unit) + patients_come(action);
        case ActionKind::close:
            return say("Stenger ", "Closes ") + beds_at(action, *action.unit) + patients_leave(action);
        case ActionKind::move:
            return say("Flytter ", "Moves ") + beds_at(action, *action.unit) + say(" til ", " to ") +
                   place(*action.to_unit) +
                   (action.detour ? say(", med pasientene", ", with their patients")
                                  : say(", uten pasienter", ", without patients"));
        case ActionKind::delay:
            return say("Flytter planen ", "Moves the plan ") + fmt::format("{}", fmt::join(action.of, ", "));
        case ActionKind::stay:
            return say("Liggetiden i ", "The length of stay in ") + services(action.change->of) +
                   whose(action.change->of) + change(action);
        case ActionKind::admissions:
            return say("Innleggelsene i ", "Admissions to ") + services(action.change->of) + whose(action.change->of) +
                   change(action);
        case ActionKind::care_level:
            return percent(action.change->share->value) + say(" av oppholdene i ", " of the stays in ") +
                   services(action.change->of) + whose(action.change->of) +
                   say(" blir dagbehandling eller poliklinikk", " become day or outpatient care") + contacts(action);
        case ActionKind::municipality:
            return say("Utskrivningsklare i ", "Patients ready to leave ") + services(action.change->of) +
                   whose(action.change->of) + waiting(action);
        case ActionKind::sentences:
            return sentences(action);
        case ActionKind::staffed:
            return say("Bemannede plasser ved ", "Staffed beds at ") + place(*action.unit) + say(" settes til ", ": ") +
                   number(action.beds->value);
        case ActionKind::surge:
            return say("Plasser i beredskap ved ", "Beds in beredskap at ") + place(*action.unit) +
                   say(" settes til ", ": ") + number(action.beds->value);
        case ActionKind::open_share:
            return say("Åpen andel ved ", "Open share at ") + place(*action.unit) + say(" settes til ", ": ") +
                   percent(action.open_share->value) +
                   say(" (virker på behovet etter begge regler og i simuleringen; antall plasser er som før)",
                       " (acts on need by both rules and on the simulation; the number of beds is as before)");
        case ActionKind::utilisation:
            return say("Planlagt utnyttelse av ", "Planned utilisation of ") + policy(action);
        case ActionKind::risk:
            return say("Akseptert risiko i ", "Accepted risk in ") + policy(action);
        case ActionKind::route:
            return route(action);
        case ActionKind::treat_elsewhere:
            return percent(action.detour->share.value) + say(" av pasientene i ", " of the patients of ") +
                   services(action.detour->of) + whose(action.detour->of) + say(" behandles ", " are treated ") +
                   destination(action);
        }
        return "";
    }

    std::string beds_at(const ActionInfo& action, UnitId unit) const {
        const double beds = action.beds->value;
        return number(beds) + (beds == 1.0 ? say(" plass ved ", " bed at ") : say(" plasser ved ", " beds at ")) +
               place(unit);
    }
    std::string place(UnitId unit) const {
        const study::UnitInfo& info = scenario_.of(unit);
        return fmt::format("{}, {} ({})", scenario_.of(info.trust).short_name, name(info.service), info.site);
    }
    std::string name(ServiceId service) const { return scenario_.of(service).name.in(language()); }
    std::string trust(WhichTrust which) const {
        return which.is_trust() ? scenario_.of(which.trust()).short_name
                                : say("utenfor regionen", "outside the region");
    }

    /// A group by its name where all of it is meant.
    std::string services(const study::Patients& of) const { return services(of.services); }
    std::string services(std::vector<ServiceId> left) const {
        std::vector<std::string> names;
        for (const study::GroupInfo& group : scenario_.groups) {
            const auto has = [&](ServiceId part) { return std::find(left.begin(), left.end(), part) != left.end(); };
            if (group.parts.empty() || !std::all_of(group.parts.begin(), group.parts.end(), has)) continue;
            names.push_back(group.name.in(language()));
            for (const ServiceId part : group.parts) left.erase(std::find(left.begin(), left.end(), part));
        }
        for (const ServiceId service : left) names.push_back(name(service));
        return joined(names);
    }
    std::string joined(const std::vector<std::string>& names) const {
        std::string text;
        for (std::size_t i = 0; i < names.size(); ++i)
            text += (i == 0 ? "" : i + 1 == names.size() ? say(" og ", " and ") : ", ") + names[i];
        return text;
    }
    std::string whose(const study::Patients& of) const {
        std::vector<std::string> names;
        for (const TrustId residence : of.residents_of) names.push_back(scenario_.of(residence).short_name);
        for (const WhichTrust& at : of.treated_at) names.push_back(trust(at));
        const bool outside = of.treated_at.size() == 1 && of.treated_at.front().is_outside();
        const std::string where = outside ? " " + joined(names)
                                  : of.residents_of.empty()
                                      ? say(" ved ", " at ") + joined(names)
                                      : say(", bosatte i opptaksområdet til ", ", residents of ") + joined(names);
        return where + ages(of);
    }
    std::string ages(const study::Patients& of) const {
        if (!of.ages) return "";
        constexpr int oldest = 105;
        if (of.ages->to >= oldest)
            return fmt::format(fmt::runtime(say(", {} år og eldre", ", aged {} and over")), of.ages->from);
        return fmt::format(fmt::runtime(say(", {}–{} år", ", aged {}–{}")), of.ages->from, of.ages->to);
    }

    std::string contacts(const ActionInfo& action) const {
        const study::PatientChange& change = *action.change;
        std::string text;
        if (change.contacts)
            text += fmt::format(fmt::runtime(say(", {} kontakter for hvert opphold", ", {} contacts for each stay")),
                                number(change.contacts->value));
        return text + stay_of_those(change);
    }
    std::string waiting(const ActionInfo& action) const {
        const study::PatientChange& change = *action.change;
        std::string text;
        if (change.percent)
            text = fmt::format(
                fmt::runtime(
                    change.percent->value < 0.0
                        ? say(" venter {} % færre døgn på kommunen", " wait {}% fewer days for their municipality")
                        : say(" venter {} % flere døgn på kommunen", " wait {}% more days for their municipality")),
                number(change.percent->value));
        else
            text =
                fmt::format(fmt::runtime(say(" hentes av kommunen innen {} døgn (ventetiden regnet som eksponentiell)",
                                             " are received by their "
                                             "municipality within {} days (the time waited taken as exponential)")),
                            number(change.wait->within_days->value));
        constexpr double days_a_year = 365.25;
        return text + fmt::format(fmt::runtime(say(" (i alt ventes det {} døgn i året, {} plasser i bruk: mer kan "
                                                   "ikke vinnes)",
                                                   " (in all they wait {} days a year, {} occupied beds: no more can "
                                                   "be won)")),
                                  whole(change.wait->days.value), number(change.wait->days.value / days_a_year));
    }
    std::string sentences(const ActionInfo& action) const {
        std::vector<std::string> places;
        for (const std::size_t of : action.stock->stocks)
            places.push_back(scenario_.of(scenario_.stocks[of].trust).short_name);
        const std::string stock =
            scenario_.stocks[action.stock->stocks.front()].name.in(language()) + say(" ved ", " at ") + joined(places);
        if (action.stock->percent) {
            const double size = action.stock->percent->value;
            if (size == -100.0) return stock + say(": ingen videre vekst", ": no further growth");
            return stock +
                   fmt::format(fmt::runtime(size < 0.0 ? say(": veksten går ned med {} %", ": growth falls by {}%")
                                                       : say(": veksten går opp med {} %", ": growth rises by {}%")),
                               number(size));
        }
        const study::Sentences& of = *action.stock->sentences;
        return stock +
               fmt::format(fmt::runtime(say(": {} nye i året, {} år under dom, {} av dem i døgnplass; fra {} personer",
                                            ": {} new a year, {} years under sentence, {} of them in beds; from {} "
                                            "persons")),
                           number(of.new_per_year.value), number(of.years.value), percent(of.share_inpatient.value),
                           whole(of.persons.value));
    }
    std::string policy(const ActionInfo& action) const {
        std::vector<std::string> names;
        for (const WhichTrust& at : action.policy->at) names.push_back(trust(at));
        return services(action.policy->services) + say(" ved ", " at ") + joined(names) + say(" settes til ", ": ") +
               percent(action.policy->value.value);
    }
    std::string route(const ActionInfo& action) const {
        std::vector<std::string> names;
        for (const study::ClosedRoute& closed : action.routes) names.push_back(trust(closed.from));
        return say("Ingen overflytting fra ", "No transfers from ") + joined(names) + say(" til ", " to ") +
               trust(action.routes.front().to) +
               say(" når det er fullt (virker bare i simuleringen)", " when it is full (acts on the simulation alone)");
    }
    std::string whole(double value) const {
        std::string digits = fmt::format("{:.0f}", value);
        for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, "\u00A0");
        return digits;
    }

    std::string change(const ActionInfo& action) const {
        const study::PatientChange& change = *action.change;
        const Quantity& size = change.percent ? *change.percent : *change.days;
        const std::string unit = change.percent ? (nb_ ? " %" : "%") : say(" døgn", " days");
        std::string text =
            say(size.value < 0.0 ? " går ned med " : " går opp med ", size.value < 0.0 ? " fall by " : " rise by ");
        if (action.kind == ActionKind::stay && !nb_) text = size.value < 0.0 ? " falls by " : " rises by ";
        text += number(size.value) + unit;
        if (size.has_interval()) {
            const auto signed_number = [&](double value) { return (value < 0.0 ? "−" : "") + number(value); };
            text += fmt::format(" ({} {} {})", signed_number(size.low), say("til", "to"), signed_number(size.high));
        }
        return text + stay_of_those(change);
    }

    std::string stay_of_those(const study::PatientChange& change) const {
        if (!change.stay_of_those) return "";
        return say(", og de det gjelder, ligger i snitt ", ", and those stay on average ") +
               number(change.stay_of_those->value) + say(" døgn", " days");
    }

    std::string patients_come(const ActionInfo& action) const {
        if (!action.detour) return say(", uten egne pasienter", ", without patients of their own");
        return say(", med ", ", with ") + percent(action.detour->share.value) +
               say(" av pasientene i ", " of the patients of ") + services(action.detour->of) +
               whose(action.detour->of);
    }
    std::string patients_leave(const ActionInfo& action) const {
        if (!action.detour) return say("; pasientene blir der", "; the patients stay there");
        return "; " + percent(action.detour->share.value) +
               say(" av pasientene behandles ", " of the patients are treated ") + destination(action);
    }
    std::string destination(const ActionInfo& action) const {
        const study::PatientDetour& detour = *action.detour;
        std::string text;
        if (!detour.to)
            text = say("hjemme i eget helseforetak", "at home in their own trust") + those_at_home(detour.of);
        else
            text = (detour.to->is_trust() ? say("ved ", "at ") : "") + trust(*detour.to);
        if (detour.to_service) text += say(" i ", " in ") + name(*detour.to_service);
        return text;
    }

    /// Nobody lives outside, and residents are named by where they live.
    std::string those_at_home(const study::Patients& of) const {
        const bool at_a_trust =
            std::any_of(of.treated_at.begin(), of.treated_at.end(), [](const WhichTrust& at) { return at.is_trust(); });
        return at_a_trust ? say(" (de som bor der, blir)", " (those who live there stay)") : "";
    }

    std::string time(const ActionInfo& action) const {
        const Period& period = action.when.front();
        if (action.kind == ActionKind::delay) return say(" til ", " to ") + day(period.from);
        std::string text = say(", fra ", ", from ") + day(period.from);
        if (period.full_from > period.from) text += say(", gradvis til ", ", gradually until ") + day(period.full_from);
        if (period.until) text += say(", fram til ", ", until ") + day(*period.until);
        if (action.is_every_year) text += say(", hvert år", ", every year");
        if (!action.counts()) text += say(" (mulig, regnes ikke med)", " (possible, not counted)");
        return text;
    }

    const Scenario& scenario_;
    bool nb_;
};

} // namespace

Text action_words(const study::Scenario& scenario, const study::ActionInfo& action) {
    return {Words(scenario, Language::nb).of(action), Words(scenario, Language::en).of(action)};
}

} // namespace framsyn::app
