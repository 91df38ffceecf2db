#pragma once

#include "models/values/date.hpp"
#include "models/values/ids.hpp"
#include "models/values/name_table.hpp"
#include "models/values/position.hpp"
#include "models/values/quantity.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::study {

/// How firm a change of beds, or an action, is. Possible ones are listed and not counted.
enum class Plan { observed, decided, planned, possible };
inline constexpr NameTable<Plan, 4> plan_names{{{Plan::observed, "observed"},
                                                {Plan::decided, "decided"},
                                                {Plan::planned, "planned"},
                                                {Plan::possible, "possible"}}};

/// What somebody does, or what happens, from a date on.
enum class ActionKind {
    open,           ///< beds of a unit open, with patients if it says whose
    close,          ///< beds of a unit close, with patients if it says where they go
    move,           ///< beds move from one unit to another, with their patients if it says so
    delay,          ///< changes of the plan happen on another date
    stay,           ///< stays become longer or shorter
    admissions,     ///< more or fewer are admitted
    treat_elsewhere ///< patients are treated at another place
};
inline constexpr NameTable<ActionKind, 7> action_kinds{{{ActionKind::open, "open"},
                                                        {ActionKind::close, "close"},
                                                        {ActionKind::move, "move"},
                                                        {ActionKind::delay, "delay"},
                                                        {ActionKind::stay, "stay"},
                                                        {ActionKind::admissions, "admissions"},
                                                        {ActionKind::treat_elsewhere, "treat-elsewhere"}}};

/// Whose patients an action is about: the residents of some trusts, or those whom some places treat without moves.
/// Exactly one is given.
struct Patients {
    std::vector<TrustId> residents_of;
    std::vector<WhichTrust> treated_at;
    std::vector<ServiceId> services;

    bool touch(TrustId residence, ServiceId service, WhichTrust at) const;
};

/// How admissions and bed days of the patients change when the action holds wholly, each in its own words.
struct PatientChange {
    Patients of;
    std::optional<Quantity> percent;       ///< of admissions or of stays
    std::optional<Quantity> days;          ///< of stays
    std::optional<Quantity> stay_of_those; ///< days: mean stay of those who are no longer (or newly) admitted
    bool of_stays = false;                 ///< else of admissions
};

/// Patients who are treated elsewhere.
struct PatientDetour {
    Patients of;
    Quantity share;
    std::optional<WhichTrust> to;        ///< none: their own trust
    std::optional<ServiceId> to_service; ///< none: the same
};

/// An action of a scenario. What it does to beds stands among the scenario's changes, what it does to patients here.
struct ActionInfo {
    std::string id;
    ActionKind kind = ActionKind::open;
    std::vector<Period> when; ///< none overlaps another; one for each year where it comes back
    std::optional<PatientChange> change;
    std::optional<PatientDetour> detour;
    Plan plan = Plan::planned;
    std::optional<UnitId> unit, to_unit;
    std::optional<Quantity> beds;
    std::vector<std::string> of; ///< what a delay moves: changes, or plans that they are parts of
    bool is_every_year = false;
    Position at;

    bool counts() const { return plan != Plan::possible; }
};

} // namespace framsyn::study
