#include "models/study/answers/solve.hpp"

#include "models/study/answers/quantiles.hpp"
#include "models/study/scenario/planned_beds.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <stdexcept>

namespace framsyn::study {
namespace {

constexpr double z_975 = 1.959963984540054;
/// Bed days are a straight line in the change of stays or admissions, so that two points give every other.
constexpr double second_point = -50.0;

/// A trust's service that the cell is a sum of, in the order of the sums.
struct Part {
    WhichTrust trust;
    ServiceId service;
};

std::vector<Part> parts_of(const Scenario& scenario, const Cell& cell) {
    std::vector<Part> parts;
    const std::size_t trusts = cell.trust.is_region() ? scenario.trusts.size() : 1;
    for (std::size_t t = 0; t < trusts; ++t) {
        const WhichTrust trust = cell.trust.is_region() ? WhichTrust(TrustId(t)) : cell.trust;
        for (const ServiceId service : cell.service.services) parts.push_back({trust, service});
    }
    return parts;
}

/// Bed days of each part in a year: [draw][part].
std::vector<std::vector<double>> days_of(const Scenario& scenario, const DrawSample& draws,
                                         const std::vector<Part>& parts, std::size_t year) {
    std::vector<std::vector<double>> days(draws.block.count, std::vector<double>(parts.size(), 0.0));
    for (std::size_t d = 0; d < days.size(); ++d) {
        for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
            const FlowInfo& flow = scenario.flows[f];
            for (std::size_t p = 0; p < parts.size(); ++p) {
                if (parts[p].trust == flow.at && parts[p].service == flow.service)
                    days[d][p] += draws.days(draws.block.first + d, f, year);
            }
        }
    }
    return days;
}

/// The scenario with stays or admissions changed at the cell's places.
Scenario changed(Scenario scenario, const HowMuch& question, double percent) {
    ActionInfo action;
    action.id = "how-much";
    action.kind = question.by == Lever::stay ? ActionKind::stay : ActionKind::admissions;
    action.when = {from_day({question.year, 1, 1})};
    PatientChange change;
    change.of.services = question.cell.service.services;
    for (const Part& part : parts_of(scenario, question.cell)) {
        std::vector<WhichTrust>& at = change.of.treated_at;
        if (std::find(at.begin(), at.end(), part.trust) == at.end()) at.push_back(part.trust);
    }
    Quantity size;
    size.value = size.low = size.high = percent;
    change.percent = size;
    change.of_stays = question.by == Lever::stay;
    action.change = std::move(change);
    scenario.actions.push_back(std::move(action));
    return scenario;
}

/// Capacity and need at an amount. Amounts are told in steps that help: a bed more, a tenth of a per cent less.
class Turned {
  public:
    Turned(const Scenario& scenario, const demography::Projector& projector, const DrawSample& draws,
           const HowMuch& question, const Runner& run)
        : question_(question), run_(run), parts_(parts_of(scenario, question.cell)),
          year_(static_cast<std::size_t>(question.year - scenario.base_year)), planned_(scenario),
          days_(days_of(scenario, draws, parts_, year_)) {
        if (question.by == Lever::beds) {
            ChangeInfo change;
            change.id = "how-much";
            change.unit = question.unit;
            change.when = from_day({question.year, 1, 1});
            change.by_action = true;
            planned_.changes.push_back(std::move(change));
            const auto same_place = [&](const UnitInfo& unit) {
                return unit.trust == planned_.of(question.unit).trust &&
                       unit.service == planned_.of(question.unit).service;
            };
            // Beds at one of several sites change how patients spread over them, and so the service-level need.
            need_moves_ = std::count_if(planned_.units.begin(), planned_.units.end(), same_place) > 1;
            return;
        }
        const DrawSample other =
            sample_draws(changed(scenario, question, second_point), projector, draws.block, People::left_out, run);
        slope_ = days_of(scenario, other, parts_, year_);
        for (std::size_t d = 0; d < slope_.size(); ++d) {
            for (std::size_t p = 0; p < parts_.size(); ++p) slope_[d][p] = (slope_[d][p] - days_[d][p]) / second_point;
        }
    }

    double amount(long steps) const {
        const auto size = static_cast<double>(steps);
        return question_.by == Lever::beds ? size : size == 0.0 ? 0.0 : size / -10.0;
    }
    long steps_of(double amount) const { return std::lround(question_.by == Lever::beds ? amount : amount * -10.0); }

    double capacity(long steps) { return *mean_capacity(plan(steps), question_.cell, question_.year); }

    const SortedSample& need(Rule rule, long steps) {
        const bool is_same = question_.by == Lever::beds && !need_moves_;
        const Needs& needs = needs_at(is_same ? 0 : steps);
        return rule == Rule::utilisation ? needs.at_utilisation : needs.at_service_level;
    }

    /// Share of the draws that need more than there is less `spare`; by the service level each part of the year with its own
    /// beds and sites, as gap.csv has it.
    double p_short_of(Rule rule, long steps, double spare) {
        if (rule == Rule::utilisation) return need(rule, steps).share_above(capacity(steps) - spare);
        const capacity::BedPlan beds = plan(steps);
        const auto through = capacity_through(planned_, beds, question_.cell, question_.year);
        if (through.size() == 1) return need(rule, steps).share_above(through.front().beds - spare);
        const BedRules rules(planned_, beds);
        double p = 0.0;
        for (const BedsForATime& time : through)
            p += time.share * need_on(time.from, rules, steps).share_above(time.beds - spare);
        return p;
    }

    Balance balance(Rule rule, long steps) {
        Balance found;
        found.capacity = capacity(steps);
        found.need = need(rule, steps).median();
        found.gap = found.capacity - found.need;
        found.p_shortage = p_short_of(rule, steps, 0.0);
        std::vector<double> days;
        for (std::size_t d = 0; d < days_.size(); ++d) {
            double sum = 0.0;
            for (std::size_t p = 0; p < parts_.size(); ++p) sum += days_at(d, p, steps);
            days.push_back(sum);
        }
        found.bed_days = SortedSample(std::move(days)).median();
        return found;
    }

  private:
    struct Needs {
        SortedSample at_utilisation, at_service_level;
    };

    capacity::BedPlan plan(long steps) {
        if (question_.by == Lever::beds) {
            Quantity& beds = planned_.changes.back().beds;
            beds.value = beds.low = beds.high = amount(steps);
        }
        Scenario in_order;
        in_order.units = planned_.units;
        in_order.changes = planned_.changes;
        in_order.capacity_from = planned_.capacity_from;
        in_order.last_year = planned_.last_year;
        std::stable_sort(in_order.changes.begin(), in_order.changes.end(),
                         [](const ChangeInfo& a, const ChangeInfo& b) { return a.when.from < b.when.from; });
        return planned_beds(in_order);
    }

    double days_at(std::size_t draw, std::size_t part, long steps) const {
        const double days = days_[draw][part];
        return slope_.empty() ? days : std::max(0.0, days + slope_[draw][part] * amount(steps));
    }

    SortedSample need_on(const Date& day, const BedRules& rules, long steps) const {
        std::vector<double> needs(days_.size());
        run_(Stage::beds, {0, days_.size()}, [&](std::size_t d) {
            for (std::size_t p = 0; p < parts_.size(); ++p) {
                const double days = days_at(d, p, steps);
                if (days > 0.0)
                    needs[d] += rules.at_service_level_on(day, parts_[p].trust, parts_[p].service, year_, days);
            }
        });
        return SortedSample(std::move(needs));
    }

    const Needs& needs_at(long steps) {
        const auto known = needs_.find(steps);
        if (known != needs_.end()) return known->second;
        const BedRules rules(planned_, plan(steps));
        std::vector<double> at_utilisation(days_.size()), at_service_level(days_.size());
        run_(Stage::beds, {0, days_.size()}, [&](std::size_t d) {
            for (std::size_t p = 0; p < parts_.size(); ++p) {
                const double days = days_at(d, p, steps);
                if (!(days > 0.0)) continue;
                const BedNeed beds = rules.beds(parts_[p].trust, parts_[p].service, year_, days);
                at_utilisation[d] += beds.at_utilisation;
                at_service_level[d] += beds.at_service_level;
            }
        });
        Needs needs{SortedSample(std::move(at_utilisation)), SortedSample(std::move(at_service_level))};
        return needs_.emplace(steps, std::move(needs)).first->second;
    }

    const HowMuch& question_;
    const Runner& run_;
    std::vector<Part> parts_;
    std::size_t year_;
    Scenario planned_; ///< with the change of beds, where that is turned, last
    bool need_moves_ = true;
    std::vector<std::vector<double>> days_;  ///< [draw][part]
    std::vector<std::vector<double>> slope_; ///< bed days more for each per cent; none where beds are turned
    std::map<long, Needs> needs_;
};

/// Looks for the fewest steps that are enough.
class Search {
  public:
    Search(Turned& turned, const HowMuch& question, std::size_t draws)
        : turned_(turned), aim_(question.until), draws_(static_cast<double>(draws)) {
        const long one = turned.steps_of(question.least);
        const long other = turned.steps_of(question.most);
        worst_ = std::min(one, other);
        best_ = std::max(one, other);
    }

    Enough answer(Rule rule) {
        rule_ = rule;
        Enough found;
        found.rule = rule;
        found.before = turned_.balance(rule, 0);
        found.amount = fewest([&](long steps) { return is_met(steps); });
        const bool is_here = found.amount.found == Amount::Found::here;
        const long steps = is_here                                           ? turned_.steps_of(found.amount.value)
                           : found.amount.found == Amount::Found::everywhere ? worst_
                                                                             : best_;
        found.at = turned_.balance(rule, steps);
        if (is_here) found.just_short = turned_.balance(rule, steps - 1);
        const double share = aim_.is_gap ? 0.5 : aim_.limit;
        const double error = z_975 * std::sqrt(std::max(0.0, share * (1.0 - share)) / draws_);
        found.low = with_at_most(share + error);
        found.high = with_at_most(std::max(0.0, share - error));
        found.in_tenth = with_at_most(0.9);
        found.in_half = with_at_most(0.5);
        found.in_nine_tenths = with_at_most(0.1);
        return found;
    }

  private:
    bool is_met(long steps) {
        if (aim_.is_gap) {
            const double gap = turned_.capacity(steps) - turned_.need(rule_, steps).median();
            return aim_.or_equal ? gap >= aim_.limit : gap > aim_.limit;
        }
        const double p = turned_.p_short_of(rule_, steps, 0.0);
        return aim_.or_equal ? p <= aim_.limit : p < aim_.limit;
    }

    /// The fewest steps with no more than a share of the draws short of what is asked for.
    Amount with_at_most(double share) {
        const double spare = aim_.is_gap ? aim_.limit : 0.0;
        return fewest([&](long steps) { return turned_.p_short_of(rule_, steps, spare) <= share; });
    }

    /// More steps never leave less: between one that is not enough and one that is the interval is halved.
    Amount fewest(const std::function<bool(long)>& is_enough) {
        if (is_enough(worst_)) return {Amount::Found::everywhere, 0.0};
        if (!is_enough(best_)) return {Amount::Found::nowhere, 0.0};
        long short_of = worst_;
        long enough = best_;
        while (enough - short_of > 1) {
            const long between = short_of + (enough - short_of) / 2;
            (is_enough(between) ? enough : short_of) = between;
        }
        return {Amount::Found::here, turned_.amount(enough)};
    }

    Turned& turned_;
    Aim aim_;
    double draws_;
    long worst_ = 0, best_ = 0;
    Rule rule_ = Rule::utilisation;
};

} // namespace

std::vector<Enough> how_much(const Scenario& scenario, const demography::Projector& projector, const DrawSample& draws,
                             const HowMuch& question, const Runner& run) {
    if (draws.of != fingerprint(scenario)) throw UnfitBlock("the draws are of another scenario");
    if (!mean_capacity(planned_beds(scenario), question.cell, question.year))
        throw std::logic_error("a cell without beds is asked how much is enough");
    Turned turned(scenario, projector, draws, question, run);
    Search search(turned, question, draws.block.count);
    return {search.answer(Rule::utilisation), search.answer(Rule::service_level)};
}

double beds_to_spare(const Scenario& scenario, UnitId unit, int year) {
    const Date first{year, 1, 1};
    double fewest = scenario.of(unit).beds.value;
    double lowest_after = -1.0;
    for (const capacity::BedStep& step : planned_beds(scenario).steps(unit)) {
        if (step.date <= first)
            fewest = step.staffed;
        else
            lowest_after = lowest_after < 0.0 ? step.staffed : std::min(lowest_after, step.staffed);
    }
    if (lowest_after >= 0.0) fewest = std::min(fewest, lowest_after);
    return std::max(0.0, std::floor(fewest) - 1.0);
}

} // namespace framsyn::study
