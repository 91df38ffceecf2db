#include "app/command/solve_command.hpp"

#include "app/command/affordable.hpp"
#include "app/command/process/progress.hpp"
#include "app/command/process/run_control.hpp"
#include "app/ground/disk/files.hpp"
#include "app/ground/found_text.hpp"
#include "app/ground/number_text.hpp"
#include "app/results/enough_words.hpp"
#include "models/study/scenario/planned_beds.hpp"
#include "models/study/study.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace framsyn::app {
namespace {

using study::HowMuch;
using study::Lever;

[[noreturn]] void refuse(const std::string& where, const std::string& nb, const std::string& en) {
    throw BadInput({where, 0, 0}, {nb, en});
}

const char* const forms = R"("p<0.1", "gap>=0")";

/// The words of --until: what is measured, which way, the limit.
struct WrittenAim {
    std::string measure, sign;
    std::string number;
};

WrittenAim split(std::string text) {
    for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"≥", ">="}, {"≤", "<="}}) {
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from))
            text.replace(at, from.size(), to);
    }
    text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
    const std::size_t sign = text.find_first_of("<>=");
    if (sign == std::string::npos) return {text, "", ""};
    const std::size_t number = text.find_first_not_of("<>=", sign);
    return {text.substr(0, sign), text.substr(sign, number == std::string::npos ? number : number - sign),
            number == std::string::npos ? "" : text.substr(number)};
}

double limit_of(const WrittenAim& aim, const std::string& where) {
    std::string number = aim.number;
    const bool per_cent = !number.empty() && number.back() == '%';
    if (per_cent) number.pop_back();
    const std::optional<LeadingNumber> read = leading_number(number);
    if (!read || !read->rest.empty()) {
        const Text hint = number.find(',') != std::string::npos
                              ? Text{"; desimaltall skrives med punktum", "; decimals are written with a point"}
                              : Text{};
        refuse(where, fmt::format("fant «{}»; ventet et tall{}", shown(aim.number), hint.nb),
               fmt::format("found \"{}\"; expected a number{}", shown(aim.number), hint.en));
    }
    if (per_cent && aim.measure != "p")
        refuse(where, "gapet er i plasser, ikke prosent", "the gap is in beds, not per cent");
    return per_cent ? read->value / 100.0 : read->value;
}

study::Aim aim_of(const std::string& written) {
    const std::string where = "--until " + shown(written);
    const WrittenAim aim = split(written);
    if (aim.sign.empty() && (aim.measure == "p" || aim.measure == "gap")) {
        refuse(where, fmt::format("mangler grensen; skriv den i anførselstegn, ellers tar skallet < og >: {}", forms),
               fmt::format("the limit is missing; quote it, or the shell takes < and >: {}", forms));
    }
    const bool is_gap = aim.measure == "gap";
    if (!is_gap && aim.measure != "p")
        refuse(where, fmt::format("ventet p eller gap og en grense, som {}", forms),
               fmt::format("expected p or gap and a limit, such as {}", forms));
    const char way = is_gap ? '>' : '<';
    if (aim.sign != std::string(1, way) && aim.sign != std::string(1, way) + "=") {
        refuse(where,
               is_gap ? "gap er plasser minus behov og skal opp: skriv > eller >=, som \"gap>=0\""
                      : "p er sannsynligheten for mangel og skal ned: skriv < eller <=, som \"p<0.1\"",
               is_gap ? "gap is beds less need and is to rise: write > or >=, such as \"gap>=0\""
                      : "p is the probability of a shortage and is to fall: write < or <=, such as \"p<0.1\"");
    }
    const double limit = limit_of(aim, where);
    const bool or_equal = aim.sign.size() == 2;
    const bool possible = is_gap || ((or_equal ? limit >= 0.0 : limit > 0.0) && limit < 1.0);
    if (!possible) {
        refuse(where, "en sannsynlighet er mellom 0 og 1; 10 % skrives p<0.1 eller p<10%",
               "a probability is between 0 and 1; 10% is written p<0.1 or p<10%");
    }
    return {is_gap, limit, or_equal};
}

template <class List>
std::vector<std::string> ids_of(const List& list) {
    std::vector<std::string> ids;
    for (const auto& entry : list) ids.push_back(entry.id);
    return ids;
}

/// The name must be one of these.
void must_be_one_of(const std::string& name, const std::vector<std::string>& names, const std::string& where) {
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    const Text hint = did_you_mean(name, names);
    refuse(where, fmt::format("finner ikke «{}»{} (kjente: {})", shown(name), hint.nb, fmt::join(names, ", ")),
           fmt::format("there is no \"{}\"{} (known: {})", shown(name), hint.en, fmt::join(names, ", ")));
}

study::Cell cell_of(const study::Scenario& scenario, const std::string& written) {
    const std::string where = "--cell " + shown(written);
    const std::size_t dot = written.find('.');
    if (dot == std::string::npos)
        refuse(where, "ventet helseforetak.tjeneste, som unn.phv eller region.phv",
               "expected trust.service, such as unn.phv or region.phv");
    const std::string trust = written.substr(0, dot);
    const std::string service = written.substr(dot + 1);
    std::vector<std::string> trusts = ids_of(scenario.trusts);
    trusts.emplace_back("region");
    must_be_one_of(trust, trusts, where);
    std::vector<std::string> services;
    for (const study::ServiceOrGroup& known : study::services_and_groups(scenario)) services.push_back(known.id);
    must_be_one_of(service, services, where);
    for (const study::Cell& cell : study::cells_of(scenario, study::CountedBy::treatment)) {
        if (scenario.id_of(cell.trust) == trust && cell.service.id == service) return cell;
    }
    refuse(where, "ingen behandles der, og ingen plasser er planlagt",
           "nobody is treated there, and no beds are planned");
}

/// The years that an action may begin in and still be asked about.
void must_be_ahead(const study::Scenario& scenario, const SolveRequest& request) {
    int first = scenario.base_year + 1;
    if (request.by == name_in(study::levers, Lever::beds)) {
        for (const study::CountInfo& count : scenario.counts) first = std::max(first, count.year + 1);
    }
    if (request.year >= first && request.year <= scenario.last_year) return;
    refuse(fmt::format("--year {}", request.year),
           fmt::format("ventet {}–{}: år som ikke er talt, til siste år i scenariet", first, scenario.last_year),
           fmt::format("expected {}–{}: years that aren't counted, to the scenario's last", first, scenario.last_year));
}

void must_have_beds(const study::Scenario& scenario, const study::Cell& cell, const SolveRequest& request) {
    if (study::mean_capacity(study::planned_beds(scenario), cell, request.year)) return;
    refuse("--cell " + shown(request.cell), "har ingen plasser i scenariet, og derfor ikke noe gap",
           "has no beds in the scenario, and so no gap");
}

/// Where the base year's level is a guess, a limit means nothing.
void must_be_known(const study::Scenario& scenario, const study::Cell& cell, const SolveRequest& request) {
    if (study::evidence_of(scenario, cell, request.year) < study::Evidence::assumed) return;
    std::string others;
    for (const study::Cell& other : study::cells_of(scenario, study::CountedBy::treatment)) {
        if (other.trust != cell.trust || other.service.id == cell.service.id) continue;
        if (!study::mean_capacity(study::planned_beds(scenario), other, request.year)) continue;
        if (study::evidence_of(scenario, other, request.year) >= study::Evidence::assumed) continue;
        others += (others.empty() ? "" : ", ") + scenario.id_of(other.trust) + "." + other.service.id;
    }
    const Text known = others.empty() ? Text{}
                                      : Text{"; ved samme sted kan det sies om " + others,
                                             "; at the same place it can be said of " + others};
    refuse("--cell " + shown(request.cell),
           "nivået i basisåret er antatt, så det kan ikke sies når det er nok" + known.nb,
           "the base year's level is assumed, so that nobody can say when it is enough" + known.en);
}

double beds_in(const study::Scenario& scenario, std::size_t unit, int year) {
    return study::planned_beds(scenario).staffed(UnitId(unit), year).end;
}

/// A number of beds that is set holds whatever else opens.
void must_not_be_set(const study::Scenario& scenario, UnitId unit, int year) {
    for (const study::ActionInfo& action : scenario.actions) {
        if (action.kind != study::ActionKind::staffed || action.unit != unit || !action.counts()) continue;
        const bool holds = std::any_of(action.when.begin(), action.when.end(),
                                       [&](const Period& period) { return mean_weight(period, year) > 0.0; });
        if (!holds) continue;
        const std::string& id = scenario.of(unit).id;
        refuse(
            "--unit " + shown(id),
            fmt::format("tiltaket «{}» setter plassene ved {} til {:g} da, så flere åpner ikke; velg en annen enhet",
                        action.id, id, action.beds->value),
            fmt::format("the action \"{}\" sets the beds at {} to {:g} then, so that no more open; choose another unit",
                        action.id, id, action.beds->value));
    }
}

/// The unit that was asked for, or the largest of the cell.
UnitId unit_of(const study::Scenario& scenario, const study::Cell& cell, const SolveRequest& request) {
    std::vector<std::string> names;
    std::optional<std::size_t> largest;
    for (std::size_t u = 0; u < scenario.units.size(); ++u) {
        const study::UnitInfo& unit = scenario.units[u];
        const auto& services = cell.service.services;
        const bool inside = (cell.trust.is_region() || cell.trust == unit.trust) &&
                            std::find(services.begin(), services.end(), unit.service) != services.end();
        if (!inside) continue;
        names.push_back(unit.id);
        if (unit.id == request.unit) return UnitId(u);
        if (!largest || beds_in(scenario, u, request.year) > beds_in(scenario, *largest, request.year)) largest = u;
    }
    if (!request.unit.empty()) must_be_one_of(request.unit, names, "--unit " + shown(request.unit));
    return UnitId(largest.value());
}

/// How far is looked: beds up to twice what there is, or a change of a half.
void set_range(HowMuch& question, const study::Scenario& scenario, const SolveRequest& request) {
    if (request.most && (!std::isfinite(*request.most) || *request.most <= 0.0))
        refuse("--most", "ventet et tall over 0", "expected a number above 0");
    if (question.by == Lever::beds) {
        const double beds = *study::mean_capacity(study::planned_beds(scenario), question.cell, request.year);
        question.most = std::floor(request.most.value_or(std::max(20.0, beds)));
        question.least = -std::min(question.most, study::beds_to_spare(scenario, question.unit, request.year));
        if (question.most < 1.0) refuse("--most", "ventet minst 1 plass", "expected at least 1 bed");
        return;
    }
    constexpr double usual = 50.0;
    constexpr double all_but_nothing = 99.0;
    question.most = request.most.value_or(usual);
    question.least = -std::min(question.most, all_but_nothing);
}

HowMuch question_of(const study::Scenario& scenario, const SolveRequest& request) {
    HowMuch question;
    question.until = aim_of(request.until);
    question.cell = cell_of(scenario, request.cell);
    question.year = request.year;
    question.by = value_in(study::levers, request.by).value();
    must_be_ahead(scenario, request);
    must_have_beds(scenario, question.cell, request);
    must_be_known(scenario, question.cell, request);
    if (question.by == Lever::beds) {
        question.unit = unit_of(scenario, question.cell, request);
        must_not_be_set(scenario, question.unit, request.year);
    } else if (!request.unit.empty()) {
        refuse("--unit " + shown(request.unit), "brukes bare med --by beds", "is only used with --by beds");
    }
    set_range(question, scenario, request);
    return question;
}

} // namespace

void solve_command(const SolveRequest& request, const CommonOptions& options) {
    Overrides overrides = options.overrides;
    overrides.replications = 0; // need only
    const WrittenScenario scenario = read_scenario(DiskFiles(), request.scenario, overrides);
    print_remarks(scenario, options);
    if (!scenario.has_services())
        refuse(request.scenario, "har ingen [[service]], så det er ingen plasser å spørre om",
               "has no [[service]], so there are no beds to ask about");
    const HowMuch question = question_of(scenario, request);
    must_be_affordable(scenario, study::Care::left_out, options);
    std::vector<study::Enough> answers;
    {
        ProgressLine line(options.language, options.quiet);
        const study::Runner run = parallel_runner({options.threads, scenario.seed, options.interrupted,
                                                   [&](study::Stage stage, std::size_t done, std::size_t total) {
                                                       line.show(stage_name(stage).in(options.language), done, total);
                                                   }});
        const study::Block draws = study::whole(scenario, study::Care::left_out).draws;
        answers = study::run_study(scenario, {draws, {}, study::People::left_out}, run).how_much(question);
    }
    if (options.quiet) return;
    fmt::print("{}",
               enough_words(scenario, question, answers, static_cast<std::size_t>(scenario.draws), options.language));
}

} // namespace framsyn::app
