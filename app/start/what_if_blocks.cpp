#include "app/start/what_if_blocks.hpp"

#include "models/study/scenario/mean_stay.hpp"
#include "models/study/scenario/planned_beds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace framsyn::app {
namespace {

using study::UnitInfo;

/// The scenario's own things that the blocks are about.
class Blocks {
  public:
    explicit Blocks(const WrittenScenario& base) : base_(base) {
        int counted = base.base_year;
        for (const study::CountInfo& count : base.counts) counted = std::max(counted, count.year);
        from_ = std::min(counted + 2, base.last_year);
        full_ = std::min(from_ + 2, base.last_year);
        largest_ = largest([](const UnitInfo&) { return true; });
        if (!largest_) return;
        other_ = largest(
            [&](const UnitInfo& unit) { return unit.service == largest_->service && unit.trust != largest_->trust; });
        if (!other_) {
            other_ = largest([&](const UnitInfo& unit) { return &unit != largest_ && unit.trust == largest_->trust; });
        }
    }

    std::vector<WhatIfBlock> all() {
        if (largest_) {
            beds();
            patients();
            choices();
        }
        people();
        return std::move(blocks_);
    }

  private:
    template <class Fits>
    const UnitInfo* largest(const Fits& fits) const {
        const capacity::BedPlan plan = planned_beds(base_);
        const UnitInfo* found = nullptr;
        double most = 1.0; // a bed must be left
        for (std::size_t u = 0; u < base_.units.size(); ++u) {
            const UnitInfo& unit = base_.units[u];
            const double beds = plan.staffed(UnitId(u), from_).end;
            if (!base_.of(unit.service).simulated || !fits(unit) || beds <= most) continue;
            most = beds;
            found = &unit;
        }
        return found;
    }

    const std::string& trust(const UnitInfo& unit) const { return base_.of(unit.trust).id; }
    const std::string& service(const UnitInfo& unit) const { return base_.of(unit.service).id; }

    /// A tenth of what is there, at least one.
    int some(const UnitInfo& unit) const { return std::max(1, static_cast<int>(std::floor(unit.beds.value / 10.0))); }

    void add(Text about, const Text& id, const std::string& kind, const std::string& lines) {
        const auto block = [&](const std::string& name) {
            return fmt::format("[[action]]\nid = \"{}\"\nkind = \"{}\"\n{}", name, kind, lines);
        };
        blocks_.push_back({std::move(about), {block(id.nb), block(id.en)}});
    }
    void add_other(Text about, std::string lines) { blocks_.push_back({std::move(about), {lines, std::move(lines)}}); }

    void beds() {
        add({"Plasser åpner. De får ingen egne pasienter: de samme pasientene får bedre plass.",
             "Beds open. They bring no patients of their own: the same patients get more room."},
            {"apner", "opens"}, "open",
            fmt::format("unit = \"{}\"\nbeds = {}\ndate = {}-01-01\n", largest_->id, some(*largest_), from_));
        if (other_ && other_->trust != largest_->trust) {
            add({"Plasser åpner med pasienter: en del av dem som bor der. De som behandlet dem før, får færre.",
                 "Beds open with patients: a share of those who live there. Who treated them before gets fewer."},
                {"apner-med-pasienter", "opens-with-patients"}, "open",
                fmt::format("unit = \"{}\"\nbeds = {}\nresidents_of = \"{}\"\nservice = \"{}\"\nshare = 0.1\n"
                            "date = {}-01-01\n",
                            other_->id, some(*other_), trust(*largest_), service(*largest_), from_));
        }
        add({"Plasser stenger. Pasientene blir der, på færre plasser; med to = \"…\" behandles de et annet sted.",
             "Beds close. The patients stay there, in fewer beds; with to = \"…\" they are treated elsewhere."},
            {"stenger", "closes"}, "close",
            fmt::format("unit = \"{}\"\nbeds = {}\ndate = {}-01-01\n", largest_->id, some(*largest_), from_));
        add({"Sommerstengt hvert år.", "Closed every summer."}, {"sommer", "summer"}, "close",
            fmt::format("unit = \"{}\"\nbeds = {}\ndate = {}-07-01\nuntil = {}-08-08\nevery_year = true\n",
                        largest_->id, some(*largest_), from_, from_));
        if (other_) {
            add({"Plasser flyttes til en annen enhet, med sine pasienter (false: uten).",
                 "Beds move to another unit, with their patients (false: without)."},
                {"flyttes", "moves"}, "move",
                fmt::format("unit = \"{}\"\nto_unit = \"{}\"\nbeds = {}\nwith_patients = true\ndate = {}-01-01\n",
                            largest_->id, other_->id, some(*largest_), from_));
        }
        delay();
    }

    /// A plan that lies ahead comes two years later.
    void delay() {
        for (const study::ChangeInfo& change : base_.changes) {
            if (!change.counts() || change.by_action || change.when.from.year < from_ - 1) continue;
            if (change.when.from.year + 2 > base_.last_year) continue;
            const std::string& name = change.part_of.empty() ? change.id : change.part_of;
            const Date& day = change.when.from;
            add({"En plan kommer senere. Alle delene av planen flytter med.",
                 "A plan comes later. All parts of the plan move with it."},
                {name + "-senere", name + "-later"}, "delay",
                fmt::format("of = \"{}\"\ndate = {}-{:02}-01\n", name, day.year + 2, day.month));
            return;
        }
    }

    void patients() {
        const std::string whose =
            fmt::format("service = \"{}\"\ntreated_at = \"{}\"\n", service(*largest_), trust(*largest_));
        const std::string ramp = fmt::format("date = {}-01-01\nfull_from = {}-01-01\n", from_, full_);
        add({"Liggetiden går ned i prosent, gradvis. treated_at er hvor de behandles; residents_of hvor de bor.",
             "Stays become shorter by per cent, gradually. treated_at is where they are treated; residents_of where "
             "they live."},
            {"kortere", "shorter"}, "stay", whose + "percent = { value = -10, low = -15, high = -5 }\n" + ramp);
        const study::StayInfo* stay = study::stay_of(base_, largest_->service, WhichTrust(largest_->trust));
        if (stay && stay->mean.low > 2.0) {
            add({"Liggetiden går ned i døgn.", "Stays become shorter by days."}, {"en-dag-kortere", "a-day-shorter"},
                "stay", whose + fmt::format("days = \"-1 days\"\ndate = {}-01-01\n", from_));
        }
        const std::string longer =
            stay ? fmt::format("stay_of_those = \"{:.0f} days\"\n", std::ceil(1.5 * stay->mean.value)) : "";
        add({"Færre legges inn (FACT, ambulante team), og de som slipper, lå lenger enn snittet.",
             "Fewer are admitted (FACT, ambulant teams), and those who aren't stayed longer than the mean."},
            {"faerre-innlagt", "fewer-admitted"}, "admissions",
            fmt::format("service = \"{}\"\nresidents_of = \"{}\"\npercent = -10\n", service(*largest_),
                        trust(*largest_)) +
                longer + ramp);
        const bool at_other = other_ && other_->trust != largest_->trust && other_->service == largest_->service;
        add({"En del av pasientene behandles et annet sted. outside er utenfor regionen, home er eget foretak.",
             "Some of the patients are treated elsewhere. outside is outside the region, home their own trust."},
            {"et-annet-sted", "elsewhere"}, "treat-elsewhere",
            whose + fmt::format("share = 0.1\nto = \"{}\"\ndate = {}-01-01\n", at_other ? trust(*other_) : "outside",
                                from_));
    }

    /// What is set for all years, and the plan's own numbers.
    void choices() {
        add_other({"En annen planlagt utnyttelse i ett foretak. Et valg som gjelder alle år.",
                   "Another planned utilisation at one trust. A choice that holds in every year."},
                  fmt::format("[[utilisation]]\nid = \"{}\"\ntrust = \"{}\"\nservice = \"{}\"\n"
                              "utilisation = {{ value = 0.9, low = 0.85, high = 0.95 }}\n",
                              utilisation_id(), trust(*largest_), service(*largest_)));
        add_other(
            {"En annen akseptert risiko for å møte fullt (servicenivå). Gjelder tjenesten i alle foretak.",
             "Another accepted risk of meeting a full unit (service level). Holds for the service at every trust."},
            fmt::format("[[service]]\nid = \"{}\"\nrisk = {{ value = 0.1, low = 0.05, high = 0.15 }}\n",
                        service(*largest_)));
        add_other({"Enheten er åpen en mindre del av året (0.9 er 90 %), i alle år: femdøgnspost, ferier.",
                   "The unit is open for less of the year (0.9 is 90%), in every year: a five-day ward, holidays."},
                  fmt::format("[[unit]]\nid = \"{}\"\nopen_share = {{ value = 0.9, low = 0.85, high = 0.95 }}\n",
                              largest_->id));
        for (const study::ChangeInfo& change : base_.changes) {
            if (!change.counts() || change.by_action || change.when.from.year < from_ - 1 || change.beds.value <= 1.0)
                continue;
            add_other(
                {"En planlagt endring får et annet antall.", "A planned change gets another number."},
                fmt::format("[[change]]\nid = \"{}\"\nbeds = {:.0f}\n", change.id, std::ceil(change.beds.value) + 5.0));
            return;
        }
    }

    /// The id of the trust's own entry, or a new one.
    std::string utilisation_id() const {
        for (const Value& entry : entries("utilisation")) {
            const auto says = [&](const char* key, const std::string& word) {
                const Value* value = entry.find(key);
                const auto* text = value ? value->as<std::string>() : nullptr;
                return text && *text == word;
            };
            if (!says("trust", trust(*largest_))) continue;
            for (const study::ServiceOrGroup& of : study::services_and_groups(base_)) {
                const auto has = std::find(of.services.begin(), of.services.end(), largest_->service);
                if (has != of.services.end() && says("service", of.id)) return *entry.find("id")->as<std::string>();
            }
        }
        return trust(*largest_) + "-" + service(*largest_);
    }
    Array entries(const char* list) const {
        const Value* found = base_.as_written.find(list);
        const Array* all = found ? found->as<Array>() : nullptr;
        return all ? *all : Array{};
    }

    void people() {
        if (base_.trusts.empty()) return;
        const std::string& where = largest_ ? trust(*largest_) : base_.trusts.front().id;
        const auto block = [&](const char* id) {
            return fmt::format("[[population_shock]]\nid = \"{}\"\nname = \"Flyktninger\"\nname_en = \"Refugees\"\n"
                               "trust = \"{}\"\nfrom_year = {}\nto_year = {}\nage_from = 0\nage_to = 60\n"
                               "persons = 500\n",
                               id, where, from_, from_);
        };
        blocks_.push_back({{"Folk flytter inn (minus: ut) i noen år, utenom framskrivingen.",
                            "People arrive (minus: leave) in some years, beside the projection."},
                           {block("flyktninger"), block("refugees")}});
        add_other({"En annen befolkning: SSBs bokstaver L, M, H for fruktbarhet, levealder, innenlands flytting, "
                   "innvandring.",
                   "Another population: SSB's letters L, M, H for fertility, life expectancy, internal moves, "
                   "immigration."},
                  "[demography]\nvariant = \"HHMH\"\n");
    }

    const WrittenScenario& base_;
    int from_ = 0, full_ = 0;
    const UnitInfo* largest_ = nullptr;
    const UnitInfo* other_ = nullptr;
    std::vector<WhatIfBlock> blocks_;
};

} // namespace

std::vector<WhatIfBlock> what_if_blocks(const WrittenScenario& base) {
    return Blocks(base).all();
}

} // namespace framsyn::app
