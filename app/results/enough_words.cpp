#include "app/results/enough_words.hpp"

#include "app/results/spoken.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace framsyn::app {
namespace {

using study::Amount;
using study::Balance;
using study::Enough;
using study::HowMuch;
using study::Lever;

/// In one language.
class Words {
  public:
    Words(const study::Scenario& scenario, const HowMuch& question, Language language)
        : scenario_(scenario), question_(question), language_(language), nb_(language == Language::nb) {}

    std::string question() const {
        return fmt::format(fmt::runtime(say("{}, {}, {}: hva skal til for at {}?\nDet som skrus på: {}, fra 1. januar "
                                            "{}.\n",
                                            "{}, {}, {}: what does it take for {}?\nWhat is turned: {}, from 1 "
                                            "January {}.\n")),
                           trust(), name_of(scenario_, question_.cell.service, language_), question_.year, aim(),
                           lever(), question_.year);
    }

    std::string answer(const Enough& enough, std::size_t draws) const {
        std::string text = fmt::format("{}: {}\n",
                                       enough.rule == study::Rule::utilisation
                                           ? say("Ved planlagt utnyttelse", "At planned utilisation")
                                           : say("Ved servicenivå", "At service level"),
                                       verdict(enough));
        text += "    " + say("uten: ", "without: ") + balance(enough.before) + "\n";
        if (enough.amount.found == Amount::Found::here) {
            if (enough.amount.value != 0.0)
                text += fmt::format("    {}: {}\n", said(enough.amount), balance(enough.at));
            const double step = question_.by == Lever::beds ? 1.0 : -0.1;
            text += fmt::format(fmt::runtime(say("    men med {}: {}\n", "    but with {}: {}\n")),
                                size(enough.amount.value - step), measure(enough.just_short));
        }
        text += fmt::format(
            fmt::runtime(say("    95 % intervall, for andre {} trekninger ville gitt et annet svar: {}\n"
                             "    trekning for trekning: 10 % av dem har nok med {}, halvparten med {}, 90 % med {}\n",
                             "    95% interval, as {} other draws would give another answer: {}\n"
                             "    draw by draw: 10% of them have enough with {}, half with {}, 90% with {}\n")),
            draws, range(enough.low, enough.high), said(enough.in_tenth), said(enough.in_half),
            said(enough.in_nine_tenths));
        return text;
    }

    /// Lines of a scenario file; nothing where nothing is to be done.
    std::string action(const Amount& amount) const {
        if (amount.found != Amount::Found::here || amount.value == 0.0) return "";
        std::string lines =
            fmt::format("[[action]]\nid = \"{}-{}-{}-{}\"\n", say("nok", "enough"),
                        scenario_.id_of(question_.cell.trust), question_.cell.service.id, question_.year);
        if (question_.by == Lever::beds) {
            lines += fmt::format("kind = \"{}\"\nunit = \"{}\"\nbeds = {:.0f}\n", amount.value > 0.0 ? "open" : "close",
                                 scenario_.of(question_.unit).id, std::abs(amount.value));
        } else {
            lines += fmt::format("kind = \"{}\"\nservice = \"{}\"\ntreated_at = \"{}\"\npercent = {:.1f}\n",
                                 name_in(study::levers, question_.by), question_.cell.service.id,
                                 scenario_.id_of(question_.cell.trust), amount.value);
        }
        return lines + fmt::format("date = {}-01-01\n", question_.year);
    }

    std::string say(const char* nb, const char* en) const { return nb_ ? nb : en; }

  private:
    std::string trust() const {
        return question_.cell.trust.is_region() ? scenario_.region_name
                                                : scenario_.of(question_.cell.trust.trust()).short_name;
    }

    std::string aim() const {
        const study::Aim& until = question_.until;
        if (until.is_gap) {
            return fmt::format(
                fmt::runtime(until.or_equal ? say("gapet (plasser minus behov) er minst {}", "a gap (beds less need) "
                                                                                             "of at least {}")
                                            : say("gapet (plasser minus behov) er over {}", "a gap (beds less need) "
                                                                                            "above {}")),
                spoken_number(until.limit, language_));
        }
        return fmt::format(
            fmt::runtime(until.or_equal ? say("sannsynligheten for mangel er høyst {}", "a probability of a shortage "
                                                                                        "of at most {}")
                                        : say("sannsynligheten for mangel er under {}", "a probability of a shortage "
                                                                                        "below {}")),
            percent(until.limit));
    }

    std::string lever() const {
        const std::string whose = name_of(scenario_, question_.cell.service, language_) +
                                  (question_.cell.trust.is_region() ? say(" i hele regionen", " in the whole region")
                                                                    : say(" ved ", " at ") + trust());
        switch (question_.by) {
        case Lever::beds: {
            const study::UnitInfo& unit = scenario_.of(question_.unit);
            return fmt::format("{} {}, {} ({}; {})", say("plasser ved", "beds at"), scenario_.of(unit.trust).short_name,
                               scenario_.of(unit.service).name.in(language_), unit.site, unit.id);
        }
        case Lever::stay:
            return say("liggetiden i ", "the length of stay in ") + whose;
        case Lever::admissions:
            return say("innleggelsene i ", "admissions to ") + whose +
                   say(", som om de det gjelder, ligger så lenge som snittet",
                       ", as if those stayed as long as the mean");
        }
        return "";
    }

    std::string percent(double share) const {
        std::string text = fmt::format("{:.2f}", 100.0 * share); // one draw of some thousands makes a difference
        while (text.ends_with('0')) text.pop_back();
        if (text.ends_with('.')) text.pop_back();
        std::replace(text.begin(), text.end(), '.', nb_ ? ',' : '.');
        return text + (nb_ ? " %" : "%");
    }

    /// What is asked about, finely enough to tell one step from the next.
    std::string measure(const Balance& at) const {
        if (!question_.until.is_gap)
            return say("sannsynlighet for mangel ", "probability of a shortage ") + percent(at.p_shortage);
        std::string number = fmt::format("{:.2f}", std::abs(at.gap));
        if (nb_) std::replace(number.begin(), number.end(), '.', ',');
        return "gap " + std::string(at.gap < 0.0 ? "−" : "") + number;
    }

    std::string balance(const Balance& at) const {
        return fmt::format(fmt::runtime(say("plasser {}, oppholdsdøgn {:.0f}, behov {}, gap {}, sannsynlighet for "
                                            "mangel {}",
                                            "beds {}, bed days {:.0f}, need {}, gap {}, probability of a shortage {}")),
                           spoken_number(at.capacity, language_), at.bed_days, spoken_number(at.need, language_),
                           spoken_number(at.gap, language_), percent(at.p_shortage));
    }

    /// With its sign: +27, −12,3 %.
    std::string size(double value) const {
        if (question_.by != Lever::beds) return spoken_change(value, language_) + (nb_ ? " %" : "%");
        return fmt::format("{}{:.0f}", value > 0.0 ? "+" : value < 0.0 ? "−" : "", std::abs(value));
    }

    /// The end of what is allowed that helps most, or least.
    double end(bool helps_most) const {
        return (question_.by == Lever::beds) == helps_most ? question_.most : question_.least;
    }

    std::string said(const Amount& amount) const {
        if (amount.found == Amount::Found::here) return size(amount.value);
        if (amount.found == Amount::Found::nowhere) return say("mer enn ", "more than ") + size(end(true));
        if (end(false) == 0.0) return say("ingenting", "nothing");
        return say("høyst ", "at most ") + size(end(false));
    }
    std::string range(const Amount& low, const Amount& high) const {
        if (low.found == high.found && low.found == Amount::Found::everywhere)
            return say("nok med ", "enough with ") + said(low);
        if (low.found == high.found && low.found == Amount::Found::nowhere)
            return say("ikke nok med ", "not enough with ") + size(end(true));
        if (low.found == high.found && low.value == high.value) return said(low);
        return said(low) + say(" til ", " to ") + said(high);
    }

    std::string verdict(const Enough& enough) const {
        if (enough.amount.found == Amount::Found::nowhere) {
            return fmt::format(fmt::runtime(say("ikke innenfor; selv med {} er det {}", "not within what is allowed; "
                                                                                        "even with {} it is {}")),
                               size(end(true)), measure(enough.at));
        }
        if (enough.amount.found == Amount::Found::everywhere) {
            if (end(false) == 0.0) return say("nok fra før: ", "enough as it is: ") + measure(enough.at);
            return fmt::format(fmt::runtime(say("nok fra før; selv med {} er det {}", "enough as it is; even with {} "
                                                                                      "it is {}")),
                               size(end(false)), measure(enough.at));
        }
        return needed(enough.amount.value);
    }

    std::string needed(double value) const {
        if (value == 0.0) return say("nok fra før, uten noe å gå på", "enough as it is, with nothing to spare");
        const std::string number = question_.by == Lever::beds
                                       ? fmt::format("{:.0f}", std::abs(value))
                                       : spoken_number(std::abs(value), language_) + (nb_ ? " %" : "%");
        const char* one =
            nb_ ? (std::abs(value) == 1.0 ? " plass" : " plasser") : (std::abs(value) == 1.0 ? " bed" : " beds");
        if (question_.by == Lever::beds) {
            return value > 0.0
                       ? number + one + say(" til", " more")
                       : say("nok fra før; ", "enough as it is; ") + number + one + say(" kan stenge", " can close");
        }
        const std::string what =
            question_.by == Lever::stay ? say("liggetiden", "stays") : say("innleggelsene", "admissions");
        return value < 0.0
                   ? what + say(" må ned ", " must fall by ") + number
                   : say("nok fra før; ", "enough as it is; ") + what + say(" kan gå opp ", " can rise by ") + number;
    }

    const study::Scenario& scenario_;
    const HowMuch& question_;
    Language language_;
    bool nb_;
};

} // namespace

std::string enough_words(const study::Scenario& scenario, const HowMuch& question, const std::vector<Enough>& answers,
                         std::size_t draws, Language language) {
    const Words words(scenario, question, language);
    std::string text = words.question();
    for (const Enough& enough : answers) text += words.answer(enough, draws);
    for (const Enough& enough : answers) {
        const std::string action = words.action(enough.amount);
        if (action.empty()) continue;
        text +=
            (enough.rule == study::Rule::utilisation
                 ? words.say("Som tiltak, ved planlagt utnyttelse:\n\n", "As an action, at planned utilisation:\n\n")
                 : words.say("Som tiltak, ved servicenivå:\n\n", "As an action, at service level:\n\n")) +
            action;
        break;
    }
    return text;
}

} // namespace framsyn::app
