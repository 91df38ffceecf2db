#include "app/scenario/read/check_scenario.hpp"

#include "app/scenario/actions/check_actions.hpp"
#include "app/scenario/people/check_population.hpp"
#include "app/scenario/read/check_activities.hpp"
#include "app/scenario/read/check_beds.hpp"
#include "app/scenario/read/check_levels.hpp"
#include "app/scenario/read/check_reported.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace framsyn::app {
namespace {

class CrossChecks {
  public:
    CrossChecks(const WrittenScenario& scenario, const Value& root, Problems& problems)
        : scenario_(scenario), root_(root), problems_(problems) {}

    void check() {
        check_years();
        check_parts();
        check_services();
        check_counts();
        check_activities(scenario_, root_, problems_);
        check_flows();
        check_stays();
        check_overflows();
        check_overlaps();
    }

  private:
    void report(const std::string& list, const std::string& id, const std::string& nb, const std::string& en,
                const std::vector<std::string>& keys = {}) {
        problems_.add(place_of(root_, list, id, keys), {nb, en});
    }

    std::string trust_name(WhichTrust trust) const { return scenario_.id_of(trust); }

    void check_years() {
        if (scenario_.last_year <= scenario_.base_year) {
            report("time", "", "last_year må være etter base_year", "last_year must be after base_year",
                   {"base_year", "last_year"});
        }
        if (scenario_.capacity_from > scenario_.base_year) {
            report("time", "", "capacity_from kan ikke være etter base_year", "capacity_from can't be after base_year",
                   {"base_year", "capacity_from"});
        }
        if (scenario_.replications % 2 != 0 || scenario_.replications > 2 * scenario_.draws) {
            report(
                "run", "",
                fmt::format("replications må være et partall og høyst {} (to for hver trekning)", 2 * scenario_.draws),
                fmt::format("replications must be even and at most {} (two for each draw)", 2 * scenario_.draws),
                {"draws", "replications"});
        }
        if (scenario_.warm_up.value != std::floor(scenario_.warm_up.value)) {
            report("run", "", "warm_up må være hele år", "warm_up must be whole years", {"warm_up"});
        }
        for (const study::FactorInfo& factor : scenario_.factors) {
            if (factor.when.full_from.year <= scenario_.base_year) {
                const auto other_base = written_over(root_, "time", "", {"base_year"});
                problems_.add(
                    other_base ? *other_base : place_of(root_, "factor", factor.id),
                    {fmt::format("full_year {} er ikke etter basisåret {}: virkningen ligger alt i de talte døgnene",
                                 factor.when.full_from.year, scenario_.base_year),
                     fmt::format("full_year {} is not after the base year {}: the effect is in the counted days "
                                 "already",
                                 factor.when.full_from.year, scenario_.base_year)});
            }
            if (factor.when.full_from <= factor.when.from) {
                report("factor", factor.id, "full_year må være etter from_year", "full_year must be after from_year");
            }
        }
    }

    /// A scenario is about people alone, or has all that beds need.
    void check_parts() {
        if (!scenario_.has_services()) return;
        const auto need = [&](bool there, const std::string& name) {
            if (!there) {
                report(name, "", fmt::format("[[{}]] mangler", name), fmt::format("[[{}]] is missing", name));
            }
        };
        need(!scenario_.units.empty(), "unit");
        need(!scenario_.activities.empty(), "activity");
        need(!scenario_.flows.empty(), "flow");
        need(!scenario_.stays.empty(), "stay");
        if (scenario_.warm_up.address.empty()) report("run", "", "warm_up mangler", "warm_up is missing", {"warm_up"});
    }

    void check_services() {
        for (const study::ServiceInfo& service : scenario_.services) {
            if (!service.simulated) continue;
            if (service.warm_up.value != std::floor(service.warm_up.value)) {
                problems_.add(service.warm_up.at,
                              {fmt::format("fant {}; warm_up må være hele år", service.warm_up.value),
                               fmt::format("found {}; warm_up must be whole years", service.warm_up.value)});
            }
            const bool ends = !service.when_full.empty() && (service.when_full.back() == care::Step::wait ||
                                                             service.when_full.back() == care::Step::purchase);
            if (std::set(service.when_full.begin(), service.when_full.end()).size() != service.when_full.size()) {
                report("service", service.id, "when_full nevner et steg to ganger", "when_full names a step twice");
            }
            if (service.cell_time.value * service.cell_rate.value > care::most_points_in_cell) {
                const double points = service.cell_time.value * service.cell_rate.value;
                problems_.add(
                    service.cell_time.at,
                    {fmt::format("cell_time × cell_rate er {:.3g}; høyst {}", points, care::most_points_in_cell),
                     fmt::format("cell_time × cell_rate is {:.3g}; at most {}", points, care::most_points_in_cell)});
            }
            if (!ends) {
                report("service", service.id, "when_full må slutte med wait eller purchase, så ingen blir borte",
                       "when_full must end with wait or purchase, so that nobody is lost");
            }
        }
    }

    double counted_beds(const study::CountInfo& count) const {
        double beds = 0.0;
        for (const study::UnitInfo& unit : scenario_.units) {
            if (belongs(unit, count)) beds += unit.beds.value;
        }
        for (const study::ChangeInfo& change : scenario_.changes) {
            if (in_count(change, count)) beds += change.beds.value;
        }
        return beds;
    }

    static bool belongs(const study::UnitInfo& unit, const study::CountInfo& count) {
        const auto& services = count.service.services;
        return unit.trust == count.trust && std::find(services.begin(), services.end(), unit.service) != services.end();
    }

    bool in_count(const study::ChangeInfo& change, const study::CountInfo& count) const {
        return change.counts() && change.when.from.year <= count.year && belongs(scenario_.of(change.unit), count);
    }

    std::string file_of(const std::string& list, const std::string& id) const { return place_of(root_, list, id).file; }

    Position line_of(const study::ChangeInfo& change) const {
        return change.by_action ? change.at : place_of(root_, "change", change.id);
    }

    int last_counted(const study::CountInfo& count) const {
        int last = count.year;
        for (const study::CountInfo& other : scenario_.counts) {
            if (other.trust == count.trust && other.service.id == count.service.id) last = std::max(last, other.year);
        }
        return last;
    }

    /// Observed counts are facts: the units must add up to them on 31 December. Where another file's
    /// change is what is too much, that is the line to mend.
    void check_counts() {
        for (const study::CountInfo& count : scenario_.counts) {
            const double surplus = counted_beds(count) - count.beds.value;
            if (surplus == 0.0) continue;
            const auto& changes = scenario_.changes;
            const auto is_own = [&](const study::ChangeInfo& change) {
                const std::string file =
                    line_of(change).file; // a count on top of the plan is right, and the plan is not
                return in_count(change, count) && file != file_of("count", count.id) && file != scenario_.root_file;
            };
            auto culprit = std::find_if(changes.begin(), changes.end(), [&](const study::ChangeInfo& change) {
                return is_own(change) && change.beds.value == surplus;
            });
            if (culprit == changes.end()) culprit = std::find_if(changes.begin(), changes.end(), is_own);
            const std::string what = fmt::format("{} {}", trust_name(count.trust), count.service.id);
            if (culprit != changes.end()) {
                const int last = last_counted(count);
                problems_.add(line_of(*culprit),
                              {fmt::format("{}: plassene er telt til og med {}, så «{}» kan tidligst gjelde fra {}",
                                           what, last, culprit->id, last + 1),
                               fmt::format("{}: the beds are counted up to {}, so \"{}\" can be from {} on", what, last,
                                           culprit->id, last + 1)});
                continue;
            }
            report("count", count.id,
                   fmt::format("{}: enhetene har {} senger 31. desember {}; telt er {}", what,
                               count.beds.value + surplus, count.year, count.beds.value),
                   fmt::format("{}: the units have {} beds on 31 December {}; counted are {}", what,
                               count.beds.value + surplus, count.year, count.beds.value));
        }
    }

    void check_flows() {
        for (const study::FlowInfo& flow : scenario_.flows) {
            if (flow.made_by_action) continue;
            const study::ServiceInfo& service = scenario_.of(flow.service);
            if (flow.rest == flow.has_level) {
                report("flow", flow.id, "enten level eller rest = true", "either level or rest = true");
            }
            if (service.simulated && flow.at.is_trust() && !scenario_.offers(flow.at.trust(), flow.service)) {
                report("flow", flow.id, fmt::format("{} har ingen enhet for {}", trust_name(flow.at), service.id),
                       fmt::format("{} has no unit for {}", trust_name(flow.at), service.id));
            }
            const bool stays =
                std::any_of(scenario_.stays.begin(), scenario_.stays.end(), [&](const study::StayInfo& stay) {
                    return stay.service == flow.service && (!stay.trust || *stay.trust == flow.at);
                });
            if (service.simulated && !stays) {
                report("flow", flow.id, fmt::format("ingen [[stay]] for {} ved {}", service.id, trust_name(flow.at)),
                       fmt::format("no [[stay]] for {} at {}", service.id, trust_name(flow.at)));
            }
        }
        for (const study::StockInfo& stock : scenario_.stocks) {
            const bool flows =
                std::any_of(scenario_.flows.begin(), scenario_.flows.end(), [&](const study::FlowInfo& flow) {
                    return flow.service == stock.service && flow.at == stock.trust && flow.level.value > 0.0;
                });
            if (!flows) {
                report("stock", stock.id, "ingen [[flow]] går til dette stedet og denne tjenesten",
                       "no [[flow]] goes to this place and service");
            }
        }
    }

    void check_stays() {
        for (const study::StayInfo& stay : scenario_.stays) {
            if (stay.shape == care::StayShape::gamma && !(stay.spread.low > 0.0)) {
                problems_.add(stay.spread.at,
                              {"spread (variasjonskoeffisient) må være over 0 når shape er gamma; bruk shape = "
                               "\"fixed\" for like lange opphold",
                               "spread (coefficient of variation) must be above 0 where shape is gamma; use shape = "
                               "\"fixed\" for stays of one length"});
            }
            if (stay.long_share.value * stay.long_ratio.value < 1.0) continue;
            problems_.add(stay.mean.at,
                          {"langliggerne tar mer enn alle døgn: long_share × long_ratio må være under 1",
                           "the long-stay group takes more than all days: long_share × long_ratio must be below 1"});
        }
    }

    /// Nobody is sent on to where they are, nor to where the service isn't.
    void check_overflows() {
        for (const study::OverflowInfo& overflow : scenario_.overflows) {
            const std::string trust = trust_name(overflow.trust);
            std::set<WhichTrust> seen;
            for (const WhichTrust to : overflow.order) {
                if (to == overflow.trust) {
                    report_overflow(overflow, fmt::format("{} står i sin egen rekkefølge", trust),
                                    fmt::format("{} stands in its own order", trust));
                } else if (!seen.insert(to).second) {
                    report_overflow(overflow, fmt::format("{} står to ganger i rekkefølgen", trust_name(to)),
                                    fmt::format("{} stands twice in the order", trust_name(to)));
                }
                for (const ServiceId service : overflow.services) {
                    if (!to.is_trust() || to == overflow.trust || scenario_.offers(to.trust(), service)) continue;
                    report_overflow(overflow,
                                    fmt::format("{} har ingen enhet for {}", trust_name(to), scenario_.of(service).id),
                                    fmt::format("{} has no unit for {}", trust_name(to), scenario_.of(service).id));
                }
            }
        }
    }

    void report_overflow(const study::OverflowInfo& overflow, const std::string& nb, const std::string& en) {
        problems_.add(overflow.at, {nb, en});
    }

    /// A group and one of its parts, or two travels that are one there and back: two answers to one question.
    void check_overlaps() {
        std::map<std::pair<TrustId, ServiceId>, Position> utilisations;
        for (const study::UtilisationInfo& own : scenario_.utilisations) {
            for (const ServiceId service : own.service.services) {
                const auto [other, is_first] = utilisations.emplace(std::pair(own.trust, service), own.utilisation.at);
                if (is_first) continue;
                const Text line = beside(other->second, own.utilisation.at);
                problems_.add(own.utilisation.at,
                              {fmt::format("{} ved {} har allerede en planlagt utnyttelse ({})",
                                           scenario_.of(service).id, trust_name(own.trust), line.nb),
                               fmt::format("{} at {} has a planned utilisation already ({})", scenario_.of(service).id,
                                           trust_name(own.trust), line.en)});
                break;
            }
        }
        std::set<std::pair<WhichTrust, WhichTrust>> travels;
        for (const study::TravelInfo& travel : scenario_.travel) {
            const bool there = travels.insert({travel.from, travel.to}).second;
            if (!there || !travels.insert({travel.to, travel.from}).second) {
                problems_.add(travel.air.at, {fmt::format("reisen mellom {} og {} er gitt før", trust_name(travel.from),
                                                          trust_name(travel.to)),
                                              fmt::format("the travel between {} and {} is given before",
                                                          trust_name(travel.from), trust_name(travel.to))});
            }
        }
    }

    const WrittenScenario& scenario_;
    const Value& root_;
    Problems& problems_;
};

} // namespace

void check_scenario(const WrittenScenario& scenario, const Value& root, Problems& problems, Problems& remarks) {
    check_population(scenario, root, problems, remarks);
    check_actions(scenario, root, problems, remarks);
    check_levels(scenario, problems);
    check_reported(scenario, problems);
    check_beds(scenario, root, problems, remarks);
    CrossChecks(scenario, root, problems).check();
}

} // namespace framsyn::app
