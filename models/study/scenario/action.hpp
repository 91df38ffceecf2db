#pragma once

#include "models/values/age_span.hpp"
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
    open,            ///< beds of a unit open, with patients if it says whose
    close,           ///< beds of a unit close, with patients if it says where they go
    move,            ///< beds move from one unit to another, with their patients if it says so
    delay,           ///< changes of the plan happen on another date
    stay,            ///< stays become longer or shorter
    admissions,      ///< more or fewer are admitted
    care_level,      ///< stays become day or outpatient care
    municipality,    ///< patients who are ready wait less for their municipality
    treat_elsewhere, ///< patients are treated at another place
    sentences,       ///< another growth of a stock of sentenced patients
    staffed,         ///< a unit's staffed beds are set
    surge,           ///< a unit's beds in beredskap are set
    open_share,      ///< the share of a unit's beds that are open is set
    utilisation,     ///< planned utilisation is set
    risk,            ///< accepted risk is set
    route            ///< no transfers from one trust to another
};
inline constexpr NameTable<ActionKind, 16> action_kinds{{{ActionKind::open, "open"},
                                                         {ActionKind::close, "close"},
                                                         {ActionKind::move, "move"},
                                                         {ActionKind::delay, "delay"},
                                                         {ActionKind::stay, "stay"},
                                                         {ActionKind::admissions, "admissions"},
                                                         {ActionKind::care_level, "care-level"},
                                                         {ActionKind::municipality, "municipality"},
                                                         {ActionKind::treat_elsewhere, "treat-elsewhere"},
                                                         {ActionKind::sentences, "sentences"},
                                                         {ActionKind::staffed, "staffed"},
                                                         {ActionKind::surge, "surge"},
                                                         {ActionKind::open_share, "open-share"},
                                                         {ActionKind::utilisation, "utilisation"},
                                                         {ActionKind::risk, "risk"},
                                                         {ActionKind::route, "route"}}};

/// Whose patients an action is about: the residents of some trusts, or those whom some places treat without moves.
/// Exactly one is given.
struct Patients {
    std::vector<TrustId> residents_of;
    std::vector<WhichTrust> treated_at;
    std::vector<ServiceId> services;
    std::optional<AgeSpan> ages; ///< only those; none: all

    bool touch(TrustId residence, ServiceId service, WhichTrust at) const;
};

/// Patients who are ready and wait for their municipality: a part of their stays that treatment can't shorten.
struct MunicipalWait {
    Quantity days;                    ///< bed days a year, as in the base year, of the patients of the action together
    std::optional<Quantity> patients; ///< who wait in a year
    std::optional<Quantity> within_days; ///< all are received within so many days
};

/// How admissions and bed days of the patients change when the action holds wholly, each in its own words.
struct PatientChange {
    Patients of;
    std::optional<Quantity> percent;       ///< of admissions, of stays, or of the days that patients wait
    std::optional<Quantity> days;          ///< of stays
    std::optional<Quantity> stay_of_those; ///< days: mean stay of those who are no longer (or newly) admitted
    bool of_stays = false;                 ///< else of admissions
    std::optional<Quantity> share;         ///< of admissions that become day or outpatient care
    std::optional<Quantity> contacts;      ///< for each such stay
    std::optional<MunicipalWait> wait;
};

/// Patients who are treated elsewhere.
struct PatientDetour {
    Patients of;
    Quantity share;
    std::optional<WhichTrust> to;        ///< none: their own trust
    std::optional<ServiceId> to_service; ///< none: the same
};

/// Persons under sentence as a stock: N' = new − N / years, of whom a share lie in beds.
struct Sentences {
    Quantity new_per_year;
    Quantity years; ///< mean time under sentence
    Quantity persons;
    Quantity share_inpatient;
};

/// Another growth of stocks from a day on.
struct StockChange {
    std::vector<std::size_t> stocks;
    std::optional<Quantity> percent;    ///< of its growth
    std::optional<Sentences> sentences; ///< of one stock
};

/// A planned utilisation or an accepted risk of some places and services.
struct Policy {
    std::vector<WhichTrust> at;
    std::vector<ServiceId> services;
    Quantity value;
};

/// No transfers from a trust that is full to this one.
struct ClosedRoute {
    TrustId from;
    TrustId to;
};

/// An action of a scenario. What it does to beds stands among the scenario's changes, what it does to patients here.
struct ActionInfo {
    std::string id;
    ActionKind kind = ActionKind::open;
    std::vector<Period> when; ///< none overlaps another; one for each year where it comes back
    std::optional<PatientChange> change;
    std::optional<PatientDetour> detour;
    std::optional<StockChange> stock;
    std::optional<Policy> policy;
    std::optional<Quantity> open_share;
    std::vector<ClosedRoute> routes;
    double strength =
        1.0; ///< how much of its effect comes: of what it changes for patients and stocks, not of a choice
    Plan plan = Plan::planned;
    std::optional<UnitId> unit, to_unit;
    std::optional<Quantity> beds;
    std::vector<std::string> of; ///< what a delay moves: changes, or plans that they are parts of
    bool is_every_year = false;
    Position at;

    bool counts() const { return plan != Plan::possible; }
    /// Whether it says what happens if something comes true, not what somebody chooses.
    bool is_effect() const { return change.has_value() || stock.has_value(); }
};

} // namespace framsyn::study
