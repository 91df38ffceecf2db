#include "app/scenario/people/resolve_population.hpp"

#include "app/ground/found_text.hpp"
#include "app/scenario/people/check_proportions.hpp"
#include "app/scenario/people/model_text.hpp"
#include "models/demography/rates/mortality_level.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace framsyn::app {
namespace {

using demography::age_count;
using demography::Cohorts;
using demography::Migration;
using demography::Schedules;
using demography::sex_count;

/// The alternative of a level that a variant's letter names.
double chosen(const YearLevel& level, char letter) {
    if (letter == 'L') return level.low->value;
    if (letter == 'H') return level.high->value;
    return level.medium.value;
}

/// Levels of calendar years first, first + 1, …: straight lines between the given years and level beyond them.
std::vector<double> level_path(const std::vector<YearLevel>& levels, char letter, int first, int years) {
    std::vector<double> path;
    for (int year = first; year < first + years; ++year) {
        const auto after =
            std::find_if(levels.begin(), levels.end(), [&](const YearLevel& level) { return level.year >= year; });
        if (after == levels.end()) {
            path.push_back(chosen(levels.back(), letter));
        } else if (after == levels.begin() || after->year == year) {
            path.push_back(chosen(*after, letter));
        } else {
            const auto before = after - 1;
            const double share = static_cast<double>(year - before->year) / (after->year - before->year);
            path.push_back(chosen(*before, letter) + share * (chosen(*after, letter) - chosen(*before, letter)));
        }
    }
    return path;
}

class Resolver {
  public:
    Resolver(const WrittenScenario& scenario, Problems& problems, Problems& remarks)
        : scenario_(scenario), plan_(scenario.population), problems_(problems), remarks_(remarks) {}

    demography::Inputs resolve() {
        check_variant();
        if (!problems_.empty()) return {};
        for (const study::TrustInfo& trust : scenario_.trusts) inputs_.areas.push_back(trust.id);
        inputs_.first_year = plan_.first_year;
        inputs_.last_year = scenario_.last_year + 1;
        inputs_.observed = plan_.observed;
        inputs_.boys_per_girl = plan_.boys_per_girl;
        if (plan_.death_rates.empty()) {
            resolve_trend_of_deaths();
        } else {
            inputs_.death_rates = given(plan_.death_rates, sex_count);
        }
        inputs_.fertility_rates =
            plan_.fertility_rates.empty() ? levelled_fertility() : given(plan_.fertility_rates, 1);
        inputs_.migration = plan_.net_migration.empty() ? levelled_migration() : plan_.net_migration;
        check_leavers(scenario_.variant_at);
        for (const PopulationShock& shock : plan_.shocks) {
            apply(shock);
            if (shock.leaving_factor) check_leavers(shock.leaving_factor->at);
        }
        check_whole();
        if (problems_.empty() && !plan_.totals.empty()) rake();
        if (problems_.empty()) check_path();
        return std::move(inputs_);
    }

  private:
    char letter(std::size_t driver) const { return plan_.variant[driver]; }

    void need_alternative(const std::vector<YearLevel>& levels, std::size_t driver, const Text& what) {
        if (letter(driver) == 'M') return;
        if (levels.empty()) {
            problems_.add(scenario_.variant_at,
                          {fmt::format("varianten {} krever {}, men filen har ingen", plan_.variant, what.nb),
                           fmt::format("the variant {} needs {}, but the file has none", plan_.variant, what.en)});
        }
        for (const YearLevel& level : levels) {
            if (letter(driver) == 'L' ? level.low.has_value() : level.high.has_value()) continue;
            const char* missing = letter(driver) == 'L' ? "_low" : "_high";
            problems_.add(level.at, {fmt::format("varianten {} krever {} her", plan_.variant, missing),
                                     fmt::format("the variant {} needs {} here", plan_.variant, missing)});
        }
    }

    void check_variant() {
        const std::string& variant = plan_.variant;
        if (variant.size() != 4 || variant.find_first_not_of("LMH") != std::string::npos) {
            problems_.add(scenario_.variant_at,
                          {fmt::format("«{}» er ingen variant; ventet fire bokstaver L, M eller H (fruktbarhet, "
                                       "levealder, innenlands flytting, innvandring), for eksempel MMMM",
                                       shown(variant)),
                           fmt::format("\"{}\" is no variant; expected four letters L, M or H (fertility, life "
                                       "expectancy, internal migration, immigration), such as MMMM",
                                       shown(variant))});
            return;
        }
        const bool given = !plan_.net_migration.empty();
        if (plan_.fertility_rates.empty()) {
            need_alternative(plan_.fertility_levels, 0, {"[[fertility_level]]", "[[fertility_level]]"});
        }
        if (plan_.death_rates.empty()) {
            need_alternative(plan_.life_expectancy_levels, 1,
                             {"[[life_expectancy_level]]", "[[life_expectancy_level]]"});
        }
        if (!given) need_alternative(plan_.immigration_levels, 3, {"[[immigration_level]]", "[[immigration_level]]"});
        if (!given && letter(2) != 'M' && !(letter(2) == 'L' ? plan_.internal_low : plan_.internal_high)) {
            const char* key = letter(2) == 'L' ? "internal_low" : "internal_high";
            problems_.add(scenario_.variant_at, {fmt::format("varianten {} krever demography.{}", variant, key),
                                                 fmt::format("the variant {} needs demography.{}", variant, key)});
        }
        const bool alternative = (letter(0) != 'M' && !plan_.fertility_rates.empty()) ||
                                 (letter(1) != 'M' && !plan_.death_rates.empty()) ||
                                 ((letter(2) != 'M' || letter(3) != 'M') && given);
        if (alternative) {
            problems_.add(
                scenario_.variant_at,
                {fmt::format("varianten {} kan ikke brukes på tabeller som gir hvert år; skriv M der", variant),
                 fmt::format("the variant {} can't be used on tables that give every year; write M there", variant)});
        }
    }

    int years() const { return inputs_.projected_years(); }
    int first() const { return inputs_.jump_off_year(); }

    static std::vector<Schedules> given(const std::vector<Cohorts>& by_year, Eigen::Index width) {
        std::vector<Schedules> schedules;
        for (const Cohorts& by_area : by_year) schedules.push_back(demography::shared_schedules(by_area, width));
        return schedules;
    }

    void resolve_trend_of_deaths() {
        demography::Mortality mortality = plan_.mortality;
        mortality.index.resize(static_cast<Eigen::Index>(scenario_.trusts.size()), sex_count);
        for (std::size_t t = 0; t < scenario_.trusts.size(); ++t) {
            mortality.index(static_cast<Eigen::Index>(t), 0) = scenario_.trusts[t].mortality_index_female.value;
            mortality.index(static_cast<Eigen::Index>(t), 1) = scenario_.trusts[t].mortality_index_male.value;
        }
        mortality.years_of_decline = years_of_decline(mortality);
        inputs_.death_rates = demography::death_rates(mortality, first(), years());
        for (const DeclineTo& other : plan_.other_declines) {
            if (problems_.empty()) add_other_decline(other, mortality);
        }
    }

    /// Death rates with another decline, which reaches the same life expectancies, relative to those of `mortality`.
    void add_other_decline(const DeclineTo& other, const demography::Mortality& mortality) {
        demography::Mortality changed = mortality;
        changed.annual_decline = other.annual_decline;
        changed.years_of_decline = years_of_decline(changed);
        inputs_.other_decline.full_to.push_back(other.age);
        inputs_.other_decline.factor.push_back(demography::national_ratio(changed, mortality));
    }

    /// κ by projected year: what reaches the given life expectancies, else the trend carried on.
    std::vector<double> years_of_decline(const demography::Mortality& mortality) const {
        if (!plan_.life_expectancy_levels.empty()) return levelled_decline(mortality);
        std::vector<double> carried_on;
        for (int t = 0; t < years(); ++t) carried_on.push_back(first() + t + 0.5 - mortality.base_time);
        return carried_on;
    }

    /// Years of decline at which the country reaches the given life expectancies.
    std::vector<double> levelled_decline(const demography::Mortality& mortality) const {
        std::vector<demography::LifeExpectancyTarget> targets;
        for (const YearLevel& level : plan_.life_expectancy_levels) {
            targets.push_back({level.year, chosen(level, letter(1))});
        }
        try {
            return demography::scale_to_life_expectancy(
                {mortality.death_rate, mortality.annual_decline, mortality.base_time}, targets, first(),
                inputs_.last_year - 1);
        } catch (const std::invalid_argument& impossible) {
            problems_.add(plan_.life_expectancy_levels.front().at,
                          {fmt::format("levealderen kan ikke nås: {}", model_text(impossible.what()).nb),
                           fmt::format("the life expectancy can't be reached: {}", impossible.what())});
            return std::vector<double>(static_cast<std::size_t>(years()), 0.0);
        }
    }

    std::vector<Schedules> levelled_fertility() const {
        demography::Fertility fertility{plan_.births_per_woman,
                                        level_path(plan_.fertility_levels, letter(0), first(), years()),
                                        Eigen::ArrayXd(static_cast<Eigen::Index>(scenario_.trusts.size()))};
        for (std::size_t t = 0; t < scenario_.trusts.size(); ++t) {
            fertility.index(static_cast<Eigen::Index>(t)) = scenario_.trusts[t].fertility_index.value;
        }
        return demography::fertility_rates(fertility);
    }

    std::vector<Migration> levelled_migration() const {
        Migration base = plan_.migration;
        if (letter(2) != 'M') {
            base.internal_out_rate *= (letter(2) == 'L' ? plan_.internal_low : plan_.internal_high)->value;
        }
        if (plan_.immigration_levels.empty()) return {base};
        std::vector<Migration> by_year;
        for (const double level : level_path(plan_.immigration_levels, letter(3), first(), years())) {
            by_year.push_back(base);
            by_year.back().immigration *= level;
        }
        return by_year;
    }

    void apply(const PopulationShock& shock) {
        if (inputs_.migration.size() == 1) {
            inputs_.migration.assign(static_cast<std::size_t>(years()), Migration(inputs_.migration.front()));
        }
        for (int year = std::max(shock.from_year, first()); year <= std::min(shock.to_year, inputs_.last_year - 1);
             ++year) {
            Migration& migration = inputs_.migration[static_cast<std::size_t>(year - first())];
            if (shock.leaving_factor) leave(migration, shock);
            if (shock.persons) arrive(migration, shock);
        }
    }

    static void leave(Migration& migration, const PopulationShock& shock) {
        for (const demography::Sex sex : {demography::Sex::female, demography::Sex::male}) {
            const Eigen::Index col = demography::column(shock.trust.index(), sex);
            const Eigen::Index ages = shock.age_to - shock.age_from + 1;
            migration.internal_out_rate.col(col).segment(shock.age_from, ages) *= shock.leaving_factor->value;
            migration.emigration_rate.col(col).segment(shock.age_from, ages) *= shock.leaving_factor->value;
        }
    }

    /// Spreads the persons over ages and sexes as those who live there are on the last observed 1 January; a wave of
    /// people who arrive as the table's immigrants do, where there are any in the span.
    void arrive(Migration& migration, const PopulationShock& shock) const {
        if (migration.net_persons.size() == 0) {
            migration.net_persons =
                Cohorts::Zero(age_count, sex_count * static_cast<Eigen::Index>(inputs_.areas.size()));
        }
        const Eigen::Index women = demography::column(shock.trust.index(), demography::Sex::female);
        const Eigen::Index ages = shock.age_to - shock.age_from + 1;
        Eigen::ArrayXXd like = migration.immigration.block(shock.age_from, women, ages, sex_count);
        if (shock.persons->value < 0.0 || !(like.sum() > 0.0)) {
            like = plan_.observed.back().block(shock.age_from, women, ages, sex_count);
        }
        double sum = 0.0;
        for (Eigen::Index sex = 0; sex < sex_count; ++sex) sum += demography::sum_over_ages(like, sex);
        if (sum > 0.0) {
            migration.net_persons.block(shock.age_from, women, ages, sex_count) += shock.persons->value / sum * like;
        }
    }

    /// Rates of leaving may not take more than everybody; `at` is what raised them last.
    void check_leavers(const Position& at) const {
        if (!problems_.empty()) return;
        for (std::size_t t = 0; t < inputs_.migration.size(); ++t) {
            const Migration& migration = inputs_.migration[t];
            Eigen::Index age = 0;
            Eigen::Index col = 0;
            const double most = (migration.internal_out_rate + migration.emigration_rate).maxCoeff(&age, &col);
            if (most <= 1.0) continue;
            const std::string& trust = inputs_.areas[static_cast<std::size_t>(col / sex_count)];
            problems_.add(at, {fmt::format("flere enn alle flytter ut: {}, {} år i {}, {:.3g} av hver", trust, age,
                                           first() + static_cast<int>(t), most),
                               fmt::format("more than everybody leaves: {}, age {} in {}, {:.3g} of each", trust, age,
                                           first() + static_cast<int>(t), most)});
            return;
        }
    }

    /// What no table or key shows alone.
    void check_whole() const {
        if (!problems_.empty()) return;
        for (const std::string& fault :
             {demography::fault_in(inputs_), demography::fault_in(scenario_.driver_spread)}) {
            if (fault.empty()) continue;
            problems_.add(scenario_.variant_at,
                          {fmt::format("befolkningen kan ikke framskrives: {}", model_text(fault).nb),
                           fmt::format("the population can't be projected: {}", fault)});
        }
    }

    void check_path() {
        const demography::PopulationPath path =
            demography::Projector(inputs_).project(demography::unchanged_drivers(inputs_));
        check_everybody_is_there(path);
        check_proportions(scenario_, inputs_, path, problems_, remarks_);
    }

    /// In the main alternative a table or a shock must not send away people who aren't there. A few too many in the
    /// oldest ages of a table, less than one in ten thousand of the area's people, are only remarked on.
    void check_everybody_is_there(const demography::PopulationPath& path) const {
        constexpr double of_no_account = 1e-4;
        for (const bool serious : {true, false}) {
            for (std::size_t t = 0; t < path.components.size(); ++t) {
                for (std::size_t area = 0; area < inputs_.areas.size(); ++area) {
                    const double missing = path.components[t][area].missing.persons;
                    if (!(missing > (serious ? of_no_account * people_in(path.persons[t], area) : 0.0))) continue;
                    tell_missing(path.components[t][area].missing, area, first() + static_cast<int>(t),
                                 serious ? problems_ : remarks_);
                    return;
                }
            }
        }
    }

    static double people_in(const Cohorts& persons, std::size_t area) {
        const Eigen::Index women = demography::column(area, demography::Sex::female);
        return demography::sum_over_ages(persons, women) + demography::sum_over_ages(persons, women + 1);
    }

    void tell_missing(const demography::Missing& missing, std::size_t area, int year, Problems& where) const {
        const bool women = missing.sex == demography::Sex::female;
        Position at = plan_.net_migration_at;
        for (const PopulationShock& shock : plan_.shocks) {
            const bool then = shock.trust.index() == area && shock.from_year <= year && year <= shock.to_year;
            if (then && shock.persons && shock.persons->value < 0.0) at = shock.persons->at;
        }
        where.add(at,
                  {fmt::format("flere flytter ut enn det er folk: {} i {}, {} på {} år 1. januar; {:.4g} personer "
                               "mangler i området det året",
                               inputs_.areas[area], year, women ? "kvinner" : "menn", missing.age, missing.persons),
                   fmt::format("more people leave than there are: {} in {}, {} aged {} on 1 January; {:.4g} persons "
                               "are missing in the area that year",
                               inputs_.areas[area], year, women ? "women" : "men", missing.age, missing.persons)});
    }

    void rake() {
        try {
            inputs_.correction = demography::corrections_to(inputs_, plan_.totals, plan_.totals_full_year);
        } catch (const demography::UnmetTotal& unmet) {
            const demography::PopulationTotal& total = plan_.totals[unmet.which];
            problems_.add(plan_.totals_at[unmet.which],
                          {fmt::format("tallet for {}–{} år i {} strider mot andre tall i tabellen", total.first_age,
                                       total.last_age, unmet.year),
                           fmt::format("the total of ages {}–{} in {} contradicts other totals of the table",
                                       total.first_age, total.last_age, unmet.year)});
        }
    }

    const WrittenScenario& scenario_;
    const PopulationPlan& plan_;
    Problems& problems_;
    Problems& remarks_;
    demography::Inputs inputs_;
};

} // namespace

demography::Inputs resolve_population(const WrittenScenario& scenario, Problems& problems, Problems& remarks) {
    return Resolver(scenario, problems, remarks).resolve();
}

} // namespace framsyn::app
