#include "app/scenario/people/check_population.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace framsyn::app {
namespace {

/// A table that gives every year as such, and what then has no effect.
struct Idle {
    std::string_view table;
    std::initializer_list<std::string_view> keys;       ///< of [demography]
    std::initializer_list<std::string_view> lists;      ///< whole lists
    std::initializer_list<std::string_view> trust_keys; ///< of [[trust]]
    std::initializer_list<std::string_view> tables;
};

const Idle idle_beside[] = {{"death-rates",
                             {"index_from_age", "mortality_base", "mortality_from", "mortality_to", "trend_from",
                              "trend_to", "decline_full_to"},
                             {"life_expectancy_level"},
                             {"mortality_index_female", "mortality_index_male"},
                             {"deaths", "mortality", "mortality-decline"}},
                            {"fertility-rates", {}, {"fertility_level"}, {"fertility_index"}, {"fertility"}},
                            {"net-migration",
                             {"internal_low", "internal_high", "immigration_sd", "immigration_area_sd",
                              "immigration_level_sd", "immigration_area_level_sd"},
                             {"immigration_level"},
                             {},
                             {"migration", "internal-destination", "internal-matrix"}}};

class PopulationChecks {
  public:
    PopulationChecks(const WrittenScenario& scenario, const Value& root, Problems& problems, Problems& remarks)
        : scenario_(scenario), plan_(scenario.population), root_(root), problems_(problems), remarks_(remarks) {}

    void check() {
        for (const PopulationShock& shock : plan_.shocks) check_shock(shock);
        for (const auto* levels : {&plan_.fertility_levels, &plan_.life_expectancy_levels, &plan_.immigration_levels}) {
            for (const YearLevel& level : *levels) check_order(level.low, &level.medium, level.high);
        }
        check_order(plan_.internal_low, nullptr, plan_.internal_high);
        check_mortality_years();
        check_tables();
        check_totals_year();
        check_ages_of_moves();
        for (const Idle& idle : idle_beside) {
            if (has_table(idle.table)) remark_on_idle(idle);
        }
        if (has_table("mortality") && !has_table("deaths") && !has_table("death-rates")) {
            remark_on_idle({"mortality", {"decline_full_to"}, {}, {}, {}});
        }
    }

  private:
    void report(const std::string& list, const std::string& id, const std::string& nb, const std::string& en) {
        problems_.add(place_of(root_, list, id), {nb, en});
    }

    /// A key of [demography], or the section where it is absent.
    Position demography_at(const std::string& key) const {
        const Value* section = root_.find("demography");
        const Value* value = section ? section->find(key) : nullptr;
        return value ? value->at : place_of(root_, "demography", "");
    }

    bool has_table(std::string_view id) const {
        return std::any_of(scenario_.tables.begin(), scenario_.tables.end(),
                           [&](const TableInfo& table) { return table.id == id; });
    }

    /// Low, value and high that are keys of their own stand in this order.
    void check_order(const std::optional<Quantity>& low, const Quantity* value, const std::optional<Quantity>& high) {
        const auto tell = [&](const Quantity& smaller, const Quantity& larger, const Position& at) {
            if (smaller.value <= larger.value) return;
            problems_.add(at, {fmt::format("{} ({}) er over {} ({})", smaller.address, smaller.value, larger.address,
                                           larger.value),
                               fmt::format("{} ({}) is above {} ({})", smaller.address, smaller.value, larger.address,
                                           larger.value)});
        };
        if (low && value) tell(*low, *value, low->at);
        if (value && high) tell(*value, *high, high->at);
        if (low && high && !value) tell(*low, *high, high->at);
    }

    void check_shock(const PopulationShock& shock) {
        if (shock.to_year < shock.from_year) {
            report("population_shock", shock.id, "to_year er før from_year", "to_year is before from_year");
        }
        check_shock_years(shock);
        if (shock.age_to < shock.age_from) {
            report("population_shock", shock.id, "age_to er under age_from", "age_to is below age_from");
        }
        if (!shock.persons && !shock.leaving_factor) {
            report("population_shock", shock.id, "verken persons eller leaving_factor er gitt",
                   "neither persons nor leaving_factor is given");
        }
        if (shock.leaving_factor && has_table("net-migration")) {
            problems_.add(
                shock.leaving_factor->at,
                {"leaving_factor ganger rater for utflytting, og tabellen net-migration har ingen; bruk persons",
                 "leaving_factor multiplies rates of leaving, and the table net-migration has none; use "
                 "persons"});
        }
    }

    /// Observed years stay as observed, so that nothing can happen in them.
    void check_shock_years(const PopulationShock& shock) {
        if (plan_.observed.empty()) return; // the table's own problem is told
        const int first = plan_.jump_off_year();
        if (shock.from_year < first) {
            report("population_shock", shock.id,
                   fmt::format("{} er observert; et sjokk kan tidligst gjelde fra {}", shock.from_year, first),
                   fmt::format("{} is observed; a shock can be from {} on", shock.from_year, first));
        }
        if (shock.from_year > scenario_.last_year) {
            report("population_shock", shock.id,
                   fmt::format("{} er etter siste år i kjøringen ({})", shock.from_year, scenario_.last_year),
                   fmt::format("{} is after the run's last year ({})", shock.from_year, scenario_.last_year));
        }
    }

    void check_mortality_years() {
        const MortalityEstimate& years = plan_.mortality_estimate;
        if (has_table("deaths") && !has_table("death-rates") &&
            (years.base_from == 0 || years.base_to == 0 || years.trend_from == 0 || years.trend_to == 0)) {
            report("demography", "", "tabellen deaths krever mortality_from, mortality_to, trend_from og trend_to",
                   "the table deaths needs mortality_from, mortality_to, trend_from and trend_to");
        }
        if ((years.excluded_from == 0) != (years.excluded_to == 0) || years.excluded_to < years.excluded_from) {
            problems_.add(
                demography_at("trend_without_from"),
                {"trend_without_from og trend_without_to må gis sammen, den første ikke etter den andre",
                 "trend_without_from and trend_without_to must be given together, the first not after the second"});
        }
    }

    void check_ages_of_moves() {
        const Value* section = root_.find("demography");
        if (has_table("net-migration") || !section || !section->find("net_migration_ages")) return;
        remarks_.add(demography_at("net_migration_ages"),
                     {"net_migration_ages har ingen virkning uten tabellen net-migration",
                      "net_migration_ages has no effect without the table net-migration"});
    }

    void check_tables() {
        if (has_table("mortality") && !has_table("death-rates") && !(plan_.mortality.base_time > 0.0)) {
            report("demography", "", "tabellen mortality krever mortality_base",
                   "the table mortality needs mortality_base");
        }
        if (has_table("fertility") && !has_table("fertility-rates") && plan_.fertility_levels.empty()) {
            report("demography", "", "tabellen fertility krever minst én [[fertility_level]]",
                   "the table fertility needs at least one [[fertility_level]]");
        }
    }

    /// Totals that are met at once would be a jump; totals that are never met whole may not be meant.
    void check_totals_year() {
        if (!has_table("population-totals") || plan_.observed.empty()) return;
        const int first = plan_.jump_off_year() + 1;
        if (plan_.totals_full_year < first) {
            problems_.add(
                demography_at("totals_full_year"),
                {fmt::format("totals_full_year er {}, som er observert; tidligst {}", plan_.totals_full_year, first),
                 fmt::format("totals_full_year is {}, which is observed; {} at the earliest", plan_.totals_full_year,
                             first)});
        }
        if (plan_.totals_full_year > scenario_.last_year + 1) {
            remarks_.add(demography_at("totals_full_year"),
                         {fmt::format("totals_full_year er {}, etter kjøringens siste år; tallene nås ikke helt",
                                      plan_.totals_full_year),
                          fmt::format("totals_full_year is {}, after the run's last year; the totals are not met whole",
                                      plan_.totals_full_year)});
        }
    }

    void remark_on_idle(const Idle& idle) {
        const auto remark = [&](const Position& at, const std::string& what) {
            remarks_.add(at, {fmt::format("{} har ingen virkning ved siden av tabellen {}", what, idle.table),
                              fmt::format("{} has no effect beside the table {}", what, idle.table)});
        };
        if (const Value* demography = root_.find("demography")) {
            for (const std::string_view key : idle.keys) {
                if (const Value* value = demography->find(std::string(key))) remark(value->at, std::string(key));
            }
        }
        for (const std::string_view list : idle.lists) {
            if (const Value* value = root_.find(std::string(list))) {
                const Array* entries = value->as<Array>();
                remark(entries && !entries->empty() ? entries->front().at : value->at, fmt::format("[[{}]]", list));
            }
        }
        const Value* trusts = root_.find("trust");
        for (const Value& trust : trusts && trusts->as<Array>() ? *trusts->as<Array>() : Array{}) {
            for (const std::string_view key : idle.trust_keys) {
                if (const Value* value = trust.find(std::string(key))) remark(value->at, std::string(key));
            }
        }
        for (const std::string_view id : idle.tables) {
            if (has_table(id)) remark(place_of(root_, "table", std::string(id)), fmt::format("[[table]] {}", id));
        }
    }

    const WrittenScenario& scenario_;
    const PopulationPlan& plan_;
    const Value& root_;
    Problems& problems_;
    Problems& remarks_;
};

} // namespace

void check_population(const WrittenScenario& scenario, const Value& root, Problems& problems, Problems& remarks) {
    PopulationChecks(scenario, root, problems, remarks).check();
}

} // namespace framsyn::app
