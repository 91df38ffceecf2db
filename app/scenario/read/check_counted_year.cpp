#include "app/scenario/read/check_counted_year.hpp"

#include "models/study/draws/counted_year.hpp"
#include "models/study/draws/draw.hpp"
#include "models/study/scenario/planned_beds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace framsyn::app {
namespace {

bool has(const study::ServiceOrGroup& group, ServiceId service) {
    return std::find(group.services.begin(), group.services.end(), service) != group.services.end();
}

std::string text_of(const Value* entry, const std::string& key) {
    const Value* value = entry ? entry->find(key) : nullptr;
    const std::string* text = value ? value->as<std::string>() : nullptr;
    return text ? *text : "";
}

const Value* entry_of(const Value& root, const std::string& list, const std::string& id) {
    const Value* entries = root.find(list);
    if (!entries || !entries->as<Array>()) return nullptr;
    for (const Value& entry : *entries->as<Array>()) {
        if (text_of(&entry, "id") == id) return &entry;
    }
    return nullptr;
}

class CountedYearCheck {
  public:
    CountedYearCheck(const WrittenScenario& scenario, const WrittenOnTop& written, const Value& root)
        : scenario_(scenario), written_(written), root_(root) {}

    /// The line to mend: the user's own where there is one, else the count's.
    Position line_to_mend(const study::ActivityInfo& activity) const {
        if (is_on_top(activity.bed_days->at)) return activity.bed_days->at;
        for (const study::FlowInfo& flow : scenario_.flows) {
            if (flow.at == activity.trust && has(activity.service, flow.service) && flow.has_level &&
                is_on_top(flow.level.at)) {
                return flow.level.at;
            }
        }
        for (const Touched& touched : written_.touched) {
            if (concerns(touched, activity)) return touched.at;
        }
        return activity.bed_days->at;
    }

  private:
    bool is_on_top(const Position& at) const { return at.line > 0 && at.file != written_.root_file; }

    /// Whether an entry is the activity, a service of it, or a flow to it, as it is or as it was before it was taken out.
    bool concerns(const Touched& touched, const study::ActivityInfo& activity) const {
        if (touched.list == "activity") return touched.id == activity.id;
        const auto is_part = [&](const std::string& service) {
            return std::any_of(activity.service.services.begin(), activity.service.services.end(),
                               [&](ServiceId part) { return scenario_.of(part).id == service; });
        };
        if (touched.list == "service") return is_part(touched.id);
        if (touched.list != "flow") return false;
        const Value* now = entry_of(root_, "flow", touched.id);
        const Value* flow = now ? now : entry_of(written_.before, "flow", touched.id);
        return text_of(flow, "at") == scenario_.of(activity.trust).id && is_part(text_of(flow, "service"));
    }

    const WrittenScenario& scenario_;
    const WrittenOnTop& written_;
    const Value& root_;
};

/// How far flows may be from a count.
Text allowed(const Quantity& count) {
    if (!count.has_interval()) return {"en tidel", "a tenth"};
    const std::string interval = fmt::format("{:.0f}–{:.0f}", count.low, count.high);
    return {"intervallet " + interval, "the interval " + interval};
}

} // namespace

void check_counted_year(const WrittenScenario& scenario, const WrittenOnTop& written, const Value& root,
                        Problems& problems) {
    const CountedYearCheck check(scenario, written, root);
    for (const study::CountedYear& year : study::counted_year(scenario)) {
        const study::ActivityInfo& activity = scenario.activities[year.activity];
        if (year.fits(*activity.bed_days)) continue;
        const std::string what = fmt::format("{} {}", scenario.of(activity.trust).id, activity.service.id);
        const std::string factor = year.flows > 0.0 ? fmt::format("{:.3g}", year.factor()) : "–";
        problems.add(
            check.line_to_mend(activity),
            {fmt::format("{}: pasientstrømmene ([[flow]]) gir {:.0f} liggedøgn i {}, [[activity]] «{}» sier {:.0f} "
                         "(faktor {}); de må stemme innenfor {}",
                         what, year.flows, scenario.base_year, activity.id, year.counted, factor,
                         allowed(*activity.bed_days).nb),
             fmt::format("{}: the flows ([[flow]]) give {:.0f} bed days in {}, [[activity]] \"{}\" says {:.0f} "
                         "(factor {}); they must agree within {}",
                         what, year.flows, scenario.base_year, activity.id, year.counted, factor,
                         allowed(*activity.bed_days).en)});
    }
}

void check_stocks(const WrittenScenario& scenario, Problems& problems) {
    if (scenario.stocks.empty()) return;
    const std::vector<std::vector<double>> occupied = study::occupied_beds_in_base_year(scenario);
    for (const study::StockInfo& stock : scenario.stocks) {
        const double beds = occupied[stock.trust.index()][stock.service.index()];
        const int years = scenario.last_year - scenario.base_year;
        if (beds + stock.growth.low * years >= 0.0) continue;
        problems.add(
            stock.growth.at,
            {fmt::format("{} {}: {:.1f} belagte senger i {} og {:.3g} per år blir færre enn ingen før {}",
                         scenario.of(stock.trust).id, scenario.of(stock.service).id, beds, scenario.base_year,
                         stock.growth.low, scenario.last_year),
             fmt::format("{} {}: {:.1f} occupied beds in {} and {:.3g} a year become fewer than none before {}",
                         scenario.of(stock.trust).id, scenario.of(stock.service).id, beds, scenario.base_year,
                         stock.growth.low, scenario.last_year)});
    }
}

void check_beds_and_patients(const WrittenScenario& scenario, const Value& root, Problems& problems,
                             Problems& remarks) {
    const capacity::BedPlan plan = planned_beds(scenario);
    const need::NeedPath need = study::central_draw(scenario, demography::Projector(scenario.demography)).need;
    std::map<std::pair<TrustId, ServiceId>, std::vector<double>> days; // [year]
    for (std::size_t f = 0; f < need.flows.size(); ++f) {
        if (!need.flows[f].provider.is_trust()) continue;
        std::vector<double>& sum = days[{need.flows[f].provider.trust(), need.flows[f].service}];
        sum.resize(scenario.years());
        for (std::size_t t = 0; t < sum.size(); ++t) sum[t] += need.bed_days[f][t];
    }
    std::set<std::pair<TrustId, ServiceId>> told;
    for (const study::UnitInfo& unit : scenario.units) {
        if (!told.insert({unit.trust, unit.service}).second) continue;
        const auto treated = days.find({unit.trust, unit.service});
        const std::vector<double> by_year =
            treated == days.end() ? std::vector<double>(scenario.years()) : treated->second;
        const std::string what = fmt::format("{} {}", scenario.of(unit.trust).id, scenario.of(unit.service).id);
        const bool treats = *std::max_element(by_year.begin(), by_year.end()) > 0.0;
        if (!treats && plan.staffed_sum(unit.trust, {unit.service}, scenario.last_year)->end > 0.0) {
            remarks.add(place_of(root, "unit", unit.id),
                        {fmt::format("{}: enheten har senger, men ingen [[flow]] sender pasienter dit", what),
                         fmt::format("{}: the unit has beds, but no [[flow]] sends patients there", what)});
        }
        for (int year = scenario.base_year; treats && year <= scenario.last_year; ++year) {
            // Whoever leaves on the day the beds close is in the next year's days no more.
            const auto next = std::min(scenario.years() - 1, static_cast<std::size_t>(year + 1 - scenario.base_year));
            if (plan.staffed_sum(unit.trust, {unit.service}, year)->end > 0.0 || by_year[next] < 0.5) continue;
            const study::ChangeInfo* closing = nullptr;
            for (const study::ChangeInfo& change : scenario.changes) {
                const study::UnitInfo& closed = scenario.of(change.unit);
                if (change.counts() && change.beds.value < 0.0 && change.when.from.year <= year &&
                    closed.trust == unit.trust && closed.service == unit.service)
                    closing = &change;
            }
            if (closing && closing->by_action) {
                problems.add(
                    closing->at,
                    {fmt::format("{}: ingen plasser igjen 31. desember {}, og {:.0f} liggedøgn i året har ikke noe "
                                 "sted; si hvor pasientene skal, med to = \"…\" (et helseforetak eller outside)",
                                 what, year, by_year[next]),
                     fmt::format("{}: no beds left on 31 December {}, and {:.0f} bed days a year have no place; say "
                                 "where the patients go, with to = \"…\" (a trust or outside)",
                                 what, year, by_year[next])});
            } else {
                remarks.add(closing ? closing->at : place_of(root, "unit", unit.id),
                            {fmt::format("{}: ingen senger igjen 31. desember {}, men [[flow]] sender fortsatt "
                                         "pasienter dit",
                                         what, year),
                             fmt::format("{}: no beds left on 31 December {}, but [[flow]] still sends patients there",
                                         what, year)});
            }
            break;
        }
    }
}

} // namespace framsyn::app
