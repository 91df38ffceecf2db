#include "app/scenario/read/action_keys.hpp"

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

/// Whether a kind must say whose patients it is about, may, or can't.
enum class Who { must, may, not_at_all };

struct Form {
    ActionKind kind;
    std::vector<std::string_view> needed;
    std::vector<std::string_view> may;
    Who who;
    Text example; ///< lines to copy
};

const std::vector<Form>& forms() {
    static const std::vector<Form> all{
        {ActionKind::open,
         {"unit", "beds"},
         {"share", "service"},
         Who::may,
         {"unit = \"…\", beds = 8", "unit = \"…\", beds = 8"}},
        {ActionKind::close,
         {"unit", "beds"},
         {"to", "share"},
         Who::not_at_all,
         {"unit = \"…\", beds = 8, to = \"…\"", "unit = \"…\", beds = 8, to = \"…\""}},
        {ActionKind::move,
         {"unit", "to_unit", "beds"},
         {"with_patients"},
         Who::not_at_all,
         {"unit = \"…\", to_unit = \"…\", beds = 8", "unit = \"…\", to_unit = \"…\", beds = 8"}},
        {ActionKind::delay,
         {"of"},
         {},
         Who::not_at_all,
         {"of = \"…\", date = 2033-01-01", "of = \"…\", date = 2033-01-01"}},
        {ActionKind::stay,
         {"service"},
         {"percent", "days"},
         Who::must,
         {"service = \"…\", treated_at = \"…\", percent = -10", "service = \"…\", treated_at = \"…\", percent = -10"}},
        {ActionKind::admissions,
         {"service", "percent"},
         {"stay_of_those"},
         Who::must,
         {"service = \"…\", residents_of = \"…\", percent = -10",
          "service = \"…\", residents_of = \"…\", percent = -10"}},
        {ActionKind::treat_elsewhere,
         {"service", "share", "to"},
         {"to_service"},
         Who::must,
         {"service = \"…\", residents_of = \"…\", share = 0.5, to = \"…\"",
          "service = \"…\", residents_of = \"…\", share = 0.5, to = \"…\""}},
    };
    return all;
}

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

Text wrong_form(const Form& form, const std::string& nb, const std::string& en) {
    const std::string kind = name_in(study::action_kinds, form.kind);
    return {fmt::format("kind = \"{}\": {}; skriv som {}", kind, nb, form.example.nb),
            fmt::format("kind = \"{}\": {}; write it as {}", kind, en, form.example.en)};
}

std::optional<Text> fault_in_whose(const Value& action, const Form& form) {
    const auto count =
        std::count_if(whose.begin(), whose.end(), [&](std::string_view key) { return has(action, key); });
    if (count > 1 || (form.who == Who::must && count == 0)) {
        return wrong_form(form, "si nøyaktig én av treated_at (der pasientene behandles) og residents_of (der de bor)",
                          "say exactly one of treated_at (where the patients are treated) and residents_of (where they "
                          "live)");
    }
    if (form.who == Who::may && count == 1 && !has(action, "share")) {
        return wrong_form(form, "med pasienter trengs share (andelen av dem)",
                          "with patients it needs share (of them)");
    }
    if (form.who == Who::may && count == 0 && has(action, "share"))
        return wrong_form(form, "share trenger treated_at eller residents_of",
                          "share needs treated_at or residents_of");
    return std::nullopt;
}

std::optional<Text> fault_in_size(const Value& action, const Form& form) {
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

std::optional<Text> fault_in_action_keys(const Value& action) {
    const std::string kind = *action.find("kind")->as<std::string>();
    const auto form = std::find_if(forms().begin(), forms().end(), [&](const Form& candidate) {
        return name_in(study::action_kinds, candidate.kind) == kind;
    });
    std::vector<std::string_view> missing;
    for (const std::string_view key : form->needed) {
        if (!has(action, key)) missing.push_back(key);
    }
    if (!missing.empty()) {
        return wrong_form(*form, fmt::format("mangler {}", fmt::join(missing, ", ")),
                          fmt::format("{} missing", fmt::join(missing, ", ")));
    }
    for (const Member& member : *action.as<Table>()) {
        const bool about_patients = form->who != Who::not_at_all && holds(whose, member.key);
        if (holds(common, member.key) || holds(form->needed, member.key) || holds(form->may, member.key) ||
            about_patients)
            continue;
        return wrong_form(*form, fmt::format("bruker ikke {}", member.key), fmt::format("doesn't take {}", member.key));
    }
    if (std::optional<Text> fault = fault_in_whose(action, *form)) return fault;
    return fault_in_size(action, *form);
}

} // namespace framsyn::app
