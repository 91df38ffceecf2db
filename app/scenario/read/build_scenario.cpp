#include "app/scenario/read/build_scenario.hpp"

#include "app/scenario/actions/read_actions.hpp"
#include "app/scenario/schema/entry.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>

namespace framsyn::app {
namespace {

using namespace study; // every list that is read here is a list of its values

/// Where the entries of a list stand, by id.
class Places {
  public:
    void add(const std::string& id) { places_.emplace(id, places_.size()); }
    bool has(const std::string& id) const { return places_.contains(id); }
    std::size_t operator[](const std::string& id) const {
        const auto found = places_.find(id);
        if (found == places_.end()) throw std::logic_error("no entry " + id + " though the schema found it");
        return found->second;
    }

  private:
    std::map<std::string, std::size_t> places_;
};

/// A text in both languages; nobody has to write English.
Text both(const Entry& entry, const std::string& key) {
    const std::string nb = entry.text(key);
    return {nb, entry.has(key + "_en") ? entry.text(key + "_en") : nb};
}

/// Reads the lists of a scenario one after the other; later ones refer to earlier ones.
class Builder {
  public:
    explicit Builder(const Value& root) : root_(root) {}

    WrittenScenario build() {
        read_sections();
        read_trusts();
        read_services();
        read_capacity();
        read_need();
        read_care();
        read_statements();
        read_actions(out_, list("action"));
        out_.assumptions = std::move(assumptions_);
        return std::move(out_);
    }

  private:
    Entry section(const std::string& name) { return {*root_.find(name), name, assumptions_}; }
    std::vector<Entry> list(const std::string& name) { return entries_of(root_, name, assumptions_); }

    TrustId trust(const std::string& id) const { return TrustId(trusts_[id]); }
    ServiceId service(const std::string& id) const { return ServiceId(services_[id]); }

    /// A trust, or one of the two words that stand for others.
    WhichTrust which_trust(const std::string& id) const {
        if (id == "outside") return WhichTrust::outside();
        return id == "region" ? WhichTrust::region() : trust(id);
    }

    std::vector<ServiceId> services(const std::vector<std::string>& ids) const {
        std::vector<ServiceId> found;
        for (const std::string& id : ids) found.push_back(service(id));
        return found;
    }

    /// The value that a text of the file names in a table; the schema has seen to it that there is one.
    template <class Table>
    static auto named(const Table& table, const std::string& name) {
        return value_in(table, name).value();
    }

    ServiceOrGroup service_or_group(const std::string& id) const {
        if (groups_.has(id)) return {id, out_.groups[groups_[id]].parts, true};
        return {id, {service(id)}, false};
    }

    void read_sections() {
        const Entry scenario = section("scenario");
        out_.id = scenario.text("id");
        out_.title = both(scenario, "title");
        out_.description = both(scenario, "description");
        const Entry time = section("time");
        out_.base_year = time.integer("base_year");
        out_.last_year = time.integer("last_year");
        out_.capacity_from = time.integer_or("capacity_from", out_.base_year);
        const Entry run = section("run");
        out_.seed = static_cast<std::uint32_t>(std::get<std::int64_t>(root_.find("run")->find("seed")->data));
        out_.draws = run.integer("draws");
        out_.draws_at = run.at("draws");
        out_.replications_at = run.at("replications");
        out_.replications = run.integer("replications");
        out_.warm_up = run.quantity_or("warm_up", 0.0);
        out_.region_name = section("region").text("name");

        read_population();
    }

    std::vector<YearLevel> levels(const std::string& list_name, const std::string& key) {
        std::vector<YearLevel> levels;
        for (const Entry& entry : list(list_name)) {
            levels.push_back({entry.integer("year"), entry.quantity(key), entry.optional_quantity(key + "_low"),
                              entry.optional_quantity(key + "_high"), entry.at()});
        }
        std::sort(levels.begin(), levels.end(), [](const auto& a, const auto& b) { return a.year < b.year; });
        return levels;
    }

    void read_population() {
        const Entry demography = section("demography");
        PopulationPlan& plan = out_.population;
        plan.variant = out_.variant = demography.text("variant");
        out_.variant_at = demography.at("variant");
        plan.mortality.index_from_age = demography.integer_or("index_from_age", 70);
        plan.mortality.base_time = demography.quantity_or("mortality_base", 0.0).value;
        plan.boys_per_girl = demography.quantity("boys_per_girl").value;
        out_.decline_full_to = demography.quantity_or("decline_full_to", 85.0);
        if (demography.text_or_empty("within_groups") == "smooth") plan.within_groups = demography::Spread::smooth;
        plan.net_migration_at_end = demography.text_or_empty("net_migration_ages") == "end-of-period";
        plan.internal_low = demography.optional_quantity("internal_low");
        plan.internal_high = demography.optional_quantity("internal_high");
        out_.driver_spread = {demography.quantity_or("fertility_step", 0.0).value,
                              demography.quantity_or("mortality_step", 0.0).value,
                              demography.quantity_or("immigration_sd", 0.0).value,
                              demography.quantity_or("immigration_area_sd", 0.0).value,
                              demography.quantity_or("immigration_memory", 0.0).value,
                              demography.quantity_or("immigration_level_sd", 0.0).value,
                              demography.quantity_or("immigration_area_level_sd", 0.0).value,
                              demography.quantity_or("fertility_immigration_correlation", 0.0).value,
                              demography.quantity_or("fertility_mortality_correlation", 0.0).value};
        plan.fertility_levels = levels("fertility_level", "children");
        plan.life_expectancy_levels = levels("life_expectancy_level", "years");
        plan.immigration_levels = levels("immigration_level", "level");
        plan.mortality_estimate = {
            demography.integer_or("mortality_from", 0),     demography.integer_or("mortality_to", 0),
            demography.integer_or("trend_from", 0),         demography.integer_or("trend_to", 0),
            demography.integer_or("trend_without_from", 0), demography.integer_or("trend_without_to", 0)};
        plan.totals_full_year = demography.integer_or("totals_full_year", 2040);
    }

    void read_shocks() {
        for (const Entry& entry : list("population_shock")) {
            PopulationShock shock;
            shock.id = entry.text("id");
            shock.name = both(entry, "name");
            shock.trust = trust(entry.text("trust"));
            shock.from_year = entry.integer("from_year");
            shock.to_year = entry.integer("to_year");
            shock.age_from = entry.integer("age_from");
            shock.age_to = entry.integer("age_to");
            shock.persons = entry.optional_quantity("persons");
            shock.leaving_factor = entry.optional_quantity("leaving_factor");
            out_.population.shocks.push_back(std::move(shock));
        }
    }

    void read_trusts() {
        for (const Entry& entry : list("trust")) {
            trusts_.add(entry.text("id"));
            out_.trusts.push_back(
                {entry.text("id"), entry.text("name"), entry.text("short"), entry.quantity_or("fertility_index", 1.0),
                 entry.quantity_or("mortality_index_female", 1.0), entry.quantity_or("mortality_index_male", 1.0),
                 !entry.has("catchment") || entry.flag("catchment")});
        }
        read_shocks();
    }

    void read_services() {
        for (const Entry& entry : list("service")) {
            ServiceInfo s;
            s.id = entry.text("id");
            s.name = both(entry, "name");
            s.beds_name = {entry.has("beds_name") ? entry.text("beds_name") : "døgnplasser",
                           entry.has("beds_name_en") ? entry.text("beds_name_en") : "beds"};
            s.simulated = entry.flag("simulated");
            s.use_rate_name = entry.text("use_rate");
            s.level = entry.quantity_or("level", 1.0);
            s.utilisation = entry.quantity("utilisation");
            s.risk = entry.quantity("risk");
            s.waits_when_full = entry.text("full") == "waits";
            s.tolerated_wait = entry.quantity_or("tolerated_wait", 0.0);
            s.emergency_share = entry.quantity_or("emergency_share", 1.0);
            s.over_occupancy = entry.quantity_or("over_occupancy", 0.0);
            s.max_wait = entry.quantity_or("max_wait", 10000.0);
            s.warm_up = entry.quantity_or("warm_up", out_.warm_up.value);
            s.cell_time = entry.setting_or("cell_time", 64.0);
            s.cell_rate = entry.setting_or("cell_rate", 0.0625);
            if (entry.has("when_full")) {
                for (const std::string& step : entry.texts("when_full"))
                    s.when_full.push_back(named(care::step_names, step));
            }
            services_.add(s.id);
            out_.services.push_back(std::move(s));
        }
        for (const Entry& entry : list("group")) {
            groups_.add(entry.text("id"));
            out_.groups.push_back({entry.text("id"), both(entry, "name"), services(entry.texts("parts"))});
        }
    }

    void read_capacity() {
        for (const Entry& entry : list("unit")) {
            units_.add(entry.text("id"));
            out_.units.push_back({entry.text("id"), trust(entry.text("trust")), service(entry.text("service")),
                                  entry.text("site"), entry.quantity("beds"), entry.optional_quantity("surge"),
                                  entry.quantity_or("open_share", 1.0)});
        }
        for (const Entry& entry : list("change")) {
            ChangeInfo change;
            change.id = entry.text("id");
            change.unit = UnitId(units_[entry.text("unit")]);
            change.when = from_day(entry.date("date"));
            change.beds = entry.quantity("beds");
            change.plan = named(plan_names, entry.text("plan"));
            change.label = both(entry, "label");
            change.at = entry.at();
            change.part_of = entry.text_or_empty("part_of");
            out_.changes.push_back(std::move(change));
        }
        std::stable_sort(out_.changes.begin(), out_.changes.end(),
                         [](const ChangeInfo& a, const ChangeInfo& b) { return a.when.from < b.when.from; });
        for (const Entry& entry : list("count")) {
            out_.counts.push_back({entry.text("id"), trust(entry.text("trust")),
                                   service_or_group(entry.text("service")), entry.integer("year"),
                                   entry.quantity("beds")});
        }
        for (const Entry& entry : list("utilisation")) {
            out_.utilisations.push_back(
                {trust(entry.text("trust")), service_or_group(entry.text("service")), entry.quantity("utilisation")});
        }
    }

    WrittenCount counted_year(const Entry& entry) const {
        WrittenCount written;
        written.id = entry.text("id");
        written.at = entry.at("year");
        const auto found = std::find_if(out_.activities.begin(), out_.activities.end(),
                                        [&](const auto& one) { return one.id == entry.text("activity"); });
        written.activity = static_cast<std::size_t>(found - out_.activities.begin());
        written.use.year = entry.integer("year");
        const auto number = [&](const char* key) -> std::optional<double> {
            if (!entry.has(key)) return std::nullopt;
            written.numbers.push_back(entry.setting_or(key, 0.0)); // a count: no draw gives another
            return written.numbers.back().value;
        };
        written.use.bed_days = *number("bed_days");
        written.use.expected_days = number("expected_days").value_or(0.0);
        written.use.places = number("places");
        written.use.available_days = number("available_days");
        return written;
    }

    void read_need() {
        for (const Entry& entry : list("activity")) {
            ActivityInfo activity;
            activity.id = entry.text("id");
            if (entry.has("trusts")) {
                for (const std::string& one : entry.texts("trusts")) activity.sum_over.push_back(trust(one));
            }
            if (entry.has("trust"))
                activity.trust = trust(entry.text("trust")); // who says neither is told by the check
            activity.service = service_or_group(entry.text("service"));
            activity.basis = named(basis_names, entry.text("basis"));
            activity.bed_days = entry.optional_quantity("bed_days");
            activity.later_use = entry.quantity_or("later_use", 1.0);
            activity.note = entry.has("note") ? both(entry, "note") : Text{};
            out_.activities.push_back(std::move(activity));
        }
        for (const Entry& entry : list("seen_occupancy"))
            out_.seen.push_back({entry.text("id"), services(entry.texts("services")), entry.quantity("share")});
        for (const Entry& entry : list("seen_stays"))
            out_.seen_stays.push_back({entry.text("id"), trust(entry.text("trust")), service(entry.text("service")),
                                       entry.quantity("stays"), entry.quantity("days_per_stay")});
        for (const Entry& entry : list("counted_use")) out_.counted.push_back(counted_year(entry));
        for (const Entry& entry : list("use_level"))
            out_.use_levels.push_back({entry.text("id"), service_or_group(entry.text("service")),
                                       entry.quantity("returning"), entry.quantity("spread"), entry.quantity("memory"),
                                       entry.quantity("walk"), entry.quantity("noise"), entry.quantity("common"),
                                       entry.integer("longest_lag")});
        for (const Entry& entry : list("flow")) {
            out_.flows.push_back({entry.text("id"), trust(entry.text("residence")), service(entry.text("service")),
                                  which_trust(entry.text("at")), entry.quantity_or("level", 0.0),
                                  entry.has("rest") && entry.flag("rest"), entry.has("level")});
        }
        for (const Entry& entry : list("factor")) {
            out_.factors.push_back({entry.text("id"),
                                    both(entry, "name"),
                                    services(entry.texts("services")),
                                    entry.quantity("effect"),
                                    {{entry.integer("from_year"), 1, 1}, {entry.integer("full_year"), 1, 1}, {}}});
        }
        for (const Entry& entry : list("stock")) {
            out_.stocks.push_back({entry.text("id"), both(entry, "name"), service(entry.text("service")),
                                   trust(entry.text("trust")), entry.quantity("growth")});
        }
    }

    void read_care() {
        for (const Entry& entry : list("stay")) {
            StayInfo stay;
            stay.service = service(entry.text("service"));
            if (entry.has("trust")) stay.trust = which_trust(entry.text("trust"));
            stay.mean = entry.quantity("mean");
            stay.shape = named(care::stay_shape_names, entry.text("shape"));
            stay.spread = entry.quantity_or("spread", 1.0);
            stay.long_share = entry.quantity_or("long_share", 0.0);
            stay.long_ratio = entry.quantity_or("long_ratio", 1.0);
            out_.stays.push_back(std::move(stay));
        }
        for (const Entry& entry : list("travel")) {
            if (entry.has("road")) static_cast<void>(entry.quantity("road")); // an assumption that is printed, not used
            out_.travel.push_back({trust(entry.text("from")), which_trust(entry.text("to")), entry.quantity("air")});
        }
        for (const Entry& entry : list("overflow")) {
            OverflowInfo overflow{trust(entry.text("trust")), services(entry.texts("services")), {}, entry.at("order")};
            for (const std::string& id : entry.texts("order")) overflow.order.push_back(which_trust(id));
            out_.overflows.push_back(std::move(overflow));
        }
    }

    void read_statements() {
        for (const Entry& entry : list("elsewhere"))
            out_.elsewhere.emplace_back(entry.integer("year"), entry.quantity("persons"));
        for (const Entry& entry : list("statement")) {
            out_.statements.push_back({entry.text("id"), which_trust(entry.text("trust")), entry.text("unit"),
                                       named(treatment_names, entry.text("treatment")), both(entry, "name"),
                                       entry.integer("year"), entry.quantity("figure"),
                                       entry.optional_quantity("target")});
        }
        for (const Entry& entry : list("region_model")) {
            out_.region_models.push_back({entry.text("id"), which_trust(entry.text("trust")),
                                          service_or_group(entry.text("service")), entry.integer("year"),
                                          entry.quantity("beds"), entry.has("reason") ? both(entry, "reason") : Text{},
                                          entry.at("year")});
        }
        for (const Entry& entry : list("published_projection")) {
            out_.published.push_back({entry.text("id"), which_trust(entry.text("trust")),
                                      service_or_group(entry.text("service")), entry.integer("since"),
                                      entry.integer("year"), entry.quantity("change"),
                                      entry.has("reason") ? both(entry, "reason") : Text{}, entry.at("year")});
        }
        for (const Entry& entry : list("staffing")) {
            out_.staffing.push_back({entry.text("id"), services(entry.texts("services")), entry.text("role"),
                                     both(entry, "name"), entry.quantity("per_bed"), entry.at("role")});
        }
        for (const Entry& entry : list("table")) {
            out_.tables.push_back({entry.text("id"), entry.text("file"), entry.text("source"),
                                   *value_in(statuses, entry.text("status")), entry.at("file")});
        }
    }

    const Value& root_;
    WrittenScenario out_;
    std::vector<Quantity> assumptions_;
    Places trusts_, services_, groups_, units_;
};

} // namespace

WrittenScenario build_scenario(const Value& root) {
    return Builder(root).build();
}

} // namespace framsyn::app
