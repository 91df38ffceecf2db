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
        add({"En ny enhet åpner på et sted som ikke har noen.", "A new unit opens at a place that has none."},
            {"ny-enhet", "new-unit"}, "open",
            fmt::format(
                "new_unit = \"{}-{}-ny\"\ntrust = \"{}\"\nsite = \"Et nytt sted\"\nservice = \"{}\"\nbeds = {}\n"
                "date = {}-01-01\n",
                trust(*largest_), service(*largest_), trust(*largest_), service(*largest_), some(*largest_), from_));
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
        add({"En del av oppholdene blir dagbehandling eller poliklinikk.", "Some stays become day or outpatient care."},
            {"dagbehandling", "day-care"}, "care-level",
            whose + "share = 0.05\n" + longer + "contacts_per_stay = 12\n" + ramp);
        add({"Kommunene henter utskrivningsklare fortere. waiting_days er døgnene de venter i året, alle til sammen.",
             "Municipalities take those who are ready sooner. waiting_days is how long they wait in a year, all "
             "together."},
            {"kommunene", "municipalities"}, "municipality",
            whose + fmt::format("waiting_days = 100\npercent = -50\ndate = {}-01-01\n", from_));
        const bool at_other = other_ && other_->trust != largest_->trust && other_->service == largest_->service;
        add({"En del av pasientene behandles et annet sted. outside er utenfor regionen, home er eget foretak.",
             "Some of the patients are treated elsewhere. outside is outside the region, home their own trust."},
            {"et-annet-sted", "elsewhere"}, "treat-elsewhere",
            whose + fmt::format("share = 0.1\nto = \"{}\"\ndate = {}-01-01\n", at_other ? trust(*other_) : "outside",
                                from_));
    }

    /// What is set for all years, and the plan's own numbers.
    void choices() {
        const std::string where =
            fmt::format("trust = \"{}\"\nservice = \"{}\"\n", trust(*largest_), service(*largest_));
        const std::string day = fmt::format("date = {}-01-01\n", from_);
        add({"En annen planlagt utnyttelse fra en dato. Et valg, ikke en gevinst.",
             "Another planned utilisation from a date. A choice, not a gain."},
            {"utnyttelse", "utilisation"}, "utilisation", where + "utilisation = 0.9\n" + day);
        add({"En annen akseptert risiko for å møte fullt (servicenivå).",
             "Another accepted risk of meeting a full unit (service level)."},
            {"risiko", "risk"}, "risk", where + "risk = 0.1\n" + day);
        const UnitInfo& unit = other_ ? *other_ : *largest_;
        add({"Bare en del av plassene er bemannet en tid: så mange er det da.",
             "Only some of the beds are staffed for a while: so many there are then."},
            {"bemannet", "staffed"}, "staffed",
            fmt::format("unit = \"{}\"\nbeds = {:.0f}\ndate = {}-01-01\nuntil = {}-07-01\n", unit.id,
                        std::max(1.0, std::floor(0.9 * unit.beds.value)), from_, from_));
        add({"Enheten er åpen en mindre del av året (0.9 er 90 %): femdøgnspost, ferier.",
             "The unit is open for less of the year (0.9 is 90%): a five-day ward, holidays."},
            {"apen-del", "open-share"}, "open-share",
            fmt::format("unit = \"{}\"\nopen_share = 0.9\n", largest_->id) + day);
        if (const UnitInfo* ready = largest([](const UnitInfo& one) { return one.surge.has_value(); })) {
            add({"Summen av plasser i beredskap blir en annen.", "The beds in an emergency become another number."},
                {"beredskap", "surge"}, "surge",
                fmt::format("unit = \"{}\"\nbeds = {:.0f}\n", ready->id, std::ceil(ready->surge->value) + 2.0) + day);
        }
        stocks_and_routes(day);
        for (const study::ChangeInfo& change : base_.changes) {
            if (!change.counts() || change.by_action || change.when.from.year < from_ - 1 || change.beds.value <= 1.0)
                continue;
            add_other(
                {"En planlagt endring får et annet antall.", "A planned change gets another number."},
                fmt::format("[[change]]\nid = \"{}\"\nbeds = {:.0f}\n", change.id, std::ceil(change.beds.value) + 5.0));
            return;
        }
    }

    void stocks_and_routes(const std::string& day) {
        if (!base_.stocks.empty()) {
            add({"En bestand (dømte) vokser mindre: -100 er ingen vekst.",
                 "A stock (sentenced patients) grows less: -100 is no growth."},
                {"bestand", "stock"}, "sentences",
                fmt::format("stock = \"{}\"\npercent = -50\n", base_.stocks.front().id) + day);
        }
        for (const study::OverflowInfo& overflow : base_.overflows) {
            const auto to = std::find_if(overflow.order.begin(), overflow.order.end(),
                                         [](const WhichTrust& one) { return one.is_trust(); });
            if (to == overflow.order.end()) continue;
            add({"En rute er stengt hver vinter: ingen flyttes dit når det er fullt.",
                 "A route is closed every winter: nobody is moved there when it is full."},
                {"rute", "route"}, "route",
                fmt::format("trust = \"{}\"\nto = \"{}\"\ndate = {}-01-01\nuntil = {}-02-01\nevery_year = true\n",
                            base_.of(overflow.trust).id, base_.id_of(*to), from_, from_));
            return;
        }
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
