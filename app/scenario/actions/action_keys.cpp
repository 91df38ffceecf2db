#include "app/scenario/actions/action_keys.hpp"

#include "models/study/scenario/action.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace framsyn::app {
namespace {

using study::ActionKind;

using Form = ActionForm;

constexpr std::array<std::string_view, 9> common{"id",         "kind", "date",  "full_from", "until",
                                                 "every_year", "plan", "label", "label_en"};
constexpr std::array<std::string_view, 2> whose{"residents_of", "treated_at"};

template <class List>
bool holds(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool has(const Value& action, std::string_view key) {
    return action.find(std::string(key)) != nullptr;
}

/// `example`: other lines to copy than the kind's own.
Text wrong_form(const Form& form, const std::string& nb, const std::string& en, const std::string& example = "") {
    const std::string kind = name_in(study::action_kinds, form.kind);
    const std::string& lines = example.empty() ? form.example : example;
    return {fmt::format("kind = \"{}\": {}; skriv som {}", kind, nb, lines),
            fmt::format("kind = \"{}\": {}; write it as {}", kind, en, lines)};
}

constexpr const char* with_patients = "unit = \"…\", beds = 8, residents_of = \"…\", share = 0.1";
constexpr const char* with_new_unit = "new_unit = \"…\", trust = \"…\", site = \"…\", service = \"…\", beds = 8";

std::optional<Text> fault_in_whose(const Value& action, const Form& form) {
    const auto count =
        std::count_if(whose.begin(), whose.end(), [&](std::string_view key) { return has(action, key); });
    if (count > 1 || (form.whose == Whose::must && count == 0)) {
        return wrong_form(form, "si nøyaktig én av treated_at (der pasientene behandles) og residents_of (der de bor)",
                          "say exactly one of treated_at (where the patients are treated) and residents_of (where they "
                          "live)");
    }
    if (form.whose == Whose::may && count == 1 && !has(action, "share")) {
        return wrong_form(form, "med pasienter trengs share (andelen av dem)", "with patients it needs share (of them)",
                          with_patients);
    }
    if (form.whose == Whose::may && count == 0 && has(action, "share"))
        return wrong_form(form, "share trenger treated_at eller residents_of", "share needs treated_at or residents_of",
                          with_patients);
    return std::nullopt;
}

/// Kinds that set something for a time: there is no half of it on the way.
bool comes_at_once(ActionKind kind) {
    return kind == ActionKind::staffed || kind == ActionKind::surge || kind == ActionKind::open_share ||
           kind == ActionKind::route;
}

std::optional<Text> fault_in_setting(const Value& action, const Form& form) {
    if (comes_at_once(form.kind) && has(action, "full_from"))
        return wrong_form(form, "gjelder helt fra date; full_from brukes ikke", "holds wholly from date; no full_from");
    if (form.kind == ActionKind::municipality && has(action, "percent") == has(action, "within_days"))
        return wrong_form(form,
                          "si enten percent (av ventedøgnene) eller within_days (alle hentes innen så mange døgn)",
                          "say either percent (of the waiting days) or within_days (all are received within so many)");
    if (form.kind == ActionKind::municipality && has(action, "within_days") && !has(action, "waiting_patients"))
        return wrong_form(form,
                          "within_days trenger waiting_patients (hvor mange som venter i året); uten det går bare "
                          "percent",
                          "within_days needs waiting_patients (how many wait in a year); without it only percent will "
                          "do");
    if (form.kind == ActionKind::sentences) {
        const auto parts = {"new_per_year", "years", "persons", "share"};
        const auto said = std::count_if(parts.begin(), parts.end(), [&](const char* key) { return has(action, key); });
        const bool whole = said == static_cast<std::ptrdiff_t>(parts.size());
        if (has(action, "percent") ? said > 0 : !whole)
            return wrong_form(form, "si enten percent (av veksten) eller alle av new_per_year, years, persons og share",
                              "say either percent (of the growth) or all of new_per_year, years, persons and share");
        const Value* stock = action.find("stock");
        if (whole && stock && stock->as<Array>() && stock->as<Array>()->size() > 1)
            return wrong_form(form, "persons og de andre tallene gjelder én bestand; skriv ett tiltak for hver",
                              "persons and the other numbers are of one stock; write one action for each");
    }
    const Value* to = form.kind == ActionKind::route ? action.find("to") : nullptr;
    if (to && (*to->as<std::string>() == "outside" || *to->as<std::string>() == "home"))
        return wrong_form(form, "to må være et helseforetak: kjøp av plass utenfor stenges ikke",
                          "to must be a trust: buying a place outside isn't closed");
    return std::nullopt;
}

/// Kinds that take no new unit: how it is written then.
std::optional<Text> fault_in_own_unit(const Value& action, const Form& form) {
    const bool is_move = form.kind == ActionKind::move;
    if (!has(action, "new_unit") && !(is_move && has(action, "site"))) return std::nullopt;
    if (is_move)
        return wrong_form(form,
                          "flytter til en enhet som står i filen; skriv den nye som en egen [[unit]] (id, trust, "
                          "service, site, beds = 0) og navnet dens i to_unit",
                          "moves to a unit that stands in the file; write the new one as a [[unit]] of its own (id, "
                          "trust, service, site, beds = 0) and its name in to_unit");
    return wrong_form(
        form,
        "bruker ikke new_unit; en ny enhet åpnes med kind = \"open\" eller skrives som en egen [[unit]] "
        "(id, trust, service, site, beds = 0)",
        "doesn't take new_unit; a new unit is opened with kind = \"open\" or written as a [[unit]] of its "
        "own (id, trust, service, site, beds = 0)");
}

/// A unit that there is, or all that a new one needs.
std::optional<Text> fault_in_new_unit(const Value& action, const Form& form) {
    if (form.kind != ActionKind::open) return fault_in_own_unit(action, form);
    const std::string nb = "en ny enhet skrives med new_unit, trust, site og service (én tjeneste)";
    const std::string en = "a new unit is written with new_unit, trust, site and service (one service)";
    const bool is_new = has(action, "new_unit");
    const Value* service = action.find("service");
    const bool whole = has(action, "trust") && has(action, "site") && service && service->as<std::string>();
    const Value* unit = action.find("unit");
    const bool other = is_new && unit && unit->printed() != action.find("new_unit")->printed();
    if (other || (is_new ? !whole : has(action, "trust") || has(action, "site")))
        return wrong_form(form, nb, en, with_new_unit);
    return std::nullopt;
}

std::optional<Text> fault_in_size(const Value& action, const Form& form) {
    if (std::optional<Text> fault = fault_in_setting(action, form)) return fault;
    if (form.kind == ActionKind::stay && has(action, "percent") == has(action, "days"))
        return wrong_form(form, "si enten percent eller days", "say either percent or days");
    if (form.kind == ActionKind::close && has(action, "share") && !has(action, "to"))
        return wrong_form(form, "share trenger to (hvor pasientene skal)", "share needs to (where the patients go)");
    if (has(action, "every_year") && !has(action, "until"))
        return wrong_form(form, "every_year trenger until", "every_year needs until");
    if (form.kind == ActionKind::delay &&
        (has(action, "full_from") || has(action, "until") || has(action, "every_year")))
        return wrong_form(form, "bruker bare date, den nye datoen", "takes date alone, the new date");
    return std::nullopt;
}

} // namespace

const std::vector<ActionForm>& action_forms() {
    static const std::vector<ActionForm> all{
        {ActionKind::open,
         {"unit", "beds"},
         {"share", "service", "new_unit", "trust", "site"},
         Whose::may,
         "unit = \"…\", beds = 8"},
        {ActionKind::close, {"unit", "beds"}, {"to", "share"}, Whose::not_at_all, "unit = \"…\", beds = 8, to = \"…\""},
        {ActionKind::move,
         {"unit", "to_unit", "beds"},
         {"with_patients"},
         Whose::not_at_all,
         "unit = \"…\", to_unit = \"…\", beds = 8"},
        {ActionKind::delay, {"of"}, {}, Whose::not_at_all, "of = \"…\", date = 2033-01-01"},
        {ActionKind::stay,
         {"service"},
         {"percent", "days", "age_from", "age_to"},
         Whose::must,
         "service = \"…\", treated_at = \"…\", percent = -10"},
        {ActionKind::admissions,
         {"service", "percent"},
         {"stay_of_those", "age_from", "age_to"},
         Whose::must,
         "service = \"…\", residents_of = \"…\", percent = -10"},
        {ActionKind::care_level,
         {"service", "share"},
         {"stay_of_those", "contacts_per_stay", "age_from", "age_to"},
         Whose::must,
         "service = \"…\", treated_at = \"…\", share = 0.1, stay_of_those = \"5 days\", contacts_per_stay = 12"},
        {ActionKind::municipality,
         {"service", "waiting_days"},
         {"percent", "within_days", "waiting_patients"},
         Whose::must,
         "service = \"…\", treated_at = \"…\", waiting_days = 2310, percent = -50"},
        {ActionKind::treat_elsewhere,
         {"service", "share", "to"},
         {"to_service", "age_from", "age_to"},
         Whose::must,
         "service = \"…\", residents_of = \"…\", share = 0.5, to = \"…\""},
        {ActionKind::sentences,
         {"stock"},
         {"percent", "new_per_year", "years", "persons", "share"},
         Whose::not_at_all,
         "stock = \"…\", percent = -100"},
        {ActionKind::staffed, {"unit", "beds"}, {}, Whose::not_at_all, "unit = \"…\", beds = 6"},
        {ActionKind::surge, {"unit", "beds"}, {}, Whose::not_at_all, "unit = \"…\", beds = 12"},
        {ActionKind::open_share, {"unit", "open_share"}, {}, Whose::not_at_all, "unit = \"…\", open_share = 1"},
        {ActionKind::utilisation,
         {"trust", "service", "utilisation"},
         {},
         Whose::not_at_all,
         "trust = \"…\", service = \"…\", utilisation = 0.9"},
        {ActionKind::risk,
         {"trust", "service", "risk"},
         {},
         Whose::not_at_all,
         "trust = \"…\", service = \"…\", risk = 0.05"},
        {ActionKind::route, {"trust", "to"}, {}, Whose::not_at_all, "trust = \"…\", to = \"…\", until = 2030-02-01"},
    };
    return all;
}

std::vector<std::string_view> common_action_keys() {
    return {common.begin(), common.end()};
}

std::optional<Text> fault_in_action_keys(const Value& action) {
    const std::string kind = *action.find("kind")->as<std::string>();
    const auto form = std::find_if(action_forms().begin(), action_forms().end(), [&](const Form& candidate) {
        return name_in(study::action_kinds, candidate.kind) == kind;
    });
    if (std::optional<Text> fault = fault_in_new_unit(action, *form)) return fault;
    std::vector<std::string_view> missing;
    for (const std::string_view key : form->needed) {
        if (!has(action, key)) missing.push_back(key);
    }
    if (!missing.empty()) {
        return wrong_form(*form, fmt::format("mangler {}", fmt::join(missing, ", ")),
                          fmt::format("{} missing", fmt::join(missing, ", ")));
    }
    for (const Member& member : *action.as<Table>()) {
        const bool about_patients = form->whose != Whose::not_at_all && holds(whose, member.key);
        if (holds(common, member.key) || holds(form->needed, member.key) || holds(form->may, member.key) ||
            about_patients)
            continue;
        return wrong_form(*form, fmt::format("bruker ikke {}", member.key), fmt::format("doesn't take {}", member.key));
    }
    if (std::optional<Text> fault = fault_in_whose(action, *form)) return fault;
    return fault_in_size(action, *form);
}

} // namespace framsyn::app
