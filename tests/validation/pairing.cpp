#include "tests/validation/pairing.hpp"

#include "models/care/simulate.hpp"
#include "models/study/draws/care_inputs.hpp"
#include "models/study/draws/draw.hpp"
#include "models/study/scenario/planned_beds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

namespace framsyn::validation {
namespace {

using Place = std::pair<TrustId, ServiceId>;

std::map<Place, std::vector<std::size_t>> units_by_place(const study::Scenario& scenario) {
    std::map<Place, std::vector<std::size_t>> places;
    for (std::size_t u = 0; u < scenario.units.size(); ++u)
        places[{scenario.units[u].trust, scenario.units[u].service}].push_back(u);
    return places;
}

/// What a place comes to, all years together.
struct Total {
    double sent_on_or_bought = 0.0; ///< patients
    double full_time = 0.0;         ///< days
};

Total total_of(const care::CareOutcome& outcome, const std::vector<std::size_t>& units) {
    Total total;
    for (const std::size_t unit : units) {
        for (std::size_t year = 0; year < outcome.years; ++year) {
            const care::UnitYear& row = outcome.unit_year(unit, year);
            total.sent_on_or_bought += row.overflow + row.purchased_patients;
            total.full_time += row.full_time;
        }
    }
    return total;
}

constexpr double normal_975 = 1.959963984540054;

/// Mean and half the 95 % interval of it, normal.
std::pair<double, double> interval(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    double mean = 0.0;
    for (const double value : values) mean += value / n;
    double square = 0.0;
    for (const double value : values) square += (value - mean) * (value - mean) / (n - 1.0);
    return {mean, normal_975 * std::sqrt(square / n)};
}

} // namespace

namespace {

using Places = std::map<Place, std::vector<std::size_t>>;

/// One bed more at the n-th place of each service; services share no patients, so one simulation serves them all.
std::vector<care::CareInputs> with_one_bed_more(const care::CareInputs& inputs, const Places& places,
                                                std::map<Place, std::size_t>& turn_of) {
    std::map<ServiceId, std::size_t> turn;
    std::vector<care::CareInputs> all;
    for (const auto& [place, units] : places) {
        const std::size_t t = turn_of[place] = turn[place.second]++;
        if (t == all.size()) all.push_back(inputs);
        ++all[t].units[units.front()].staffed_beds;
    }
    return all;
}

care::CareInputs with_stays(care::CareInputs inputs, double factor) {
    for (care::Inflow& inflow : inputs.inflows) {
        inflow.stay_factor.assign(inflow.admissions_per_day.size(),
                                  std::vector<double>(inputs.trusts.size() + 1, factor));
    }
    return inputs;
}

/// Differences of the same replications, and of each with its neighbour.
struct Differences {
    std::vector<double> paired, independent;

    Differences(const std::vector<Total>& before, const std::vector<Total>& after, double Total::* what) {
        for (std::size_t r = 0; r < before.size(); ++r) {
            paired.push_back(after[r].*what - before[r].*what);
            independent.push_back(after[r].*what - before[r ^ 1U].*what);
        }
    }
    bool is_nothing() const {
        return std::all_of(paired.begin(), paired.end(), [](double value) { return value == 0.0; });
    }
};

Pairing pairing_of(const std::vector<Total>& before, const std::vector<Total>& after, const Differences& patients) {
    Pairing made;
    std::tie(made.difference, made.paired) = interval(patients.paired);
    made.independent = interval(patients.independent).second;
    made.best = normal_975 * std::sqrt(std::abs(made.difference) / static_cast<double>(before.size()));
    const Differences days(before, after, &Total::full_time);
    const double paired_days = interval(days.paired).second;
    made.full_time_narrower = paired_days > 0.0 ? interval(days.independent).second / paired_days : 0.0;
    return made;
}

} // namespace

std::vector<Pairing> measure_pairing(const study::Scenario& scenario, std::size_t replications, const Change& change) {
    const capacity::BedPlan plan = study::planned_beds(scenario);
    const Places places = units_by_place(scenario);
    const study::Draw central = study::central_draw(scenario, demography::Projector(scenario.demography));
    const care::CareInputs inputs = study::care_inputs(scenario, plan, central.parameters, central.need);
    std::map<Place, std::size_t> turn_of;
    const std::vector<care::CareInputs> changed = change.one_bed_more
                                                      ? with_one_bed_more(inputs, places, turn_of)
                                                      : std::vector<care::CareInputs>{with_stays(inputs, change.stays)};
    std::map<Place, std::vector<Total>> before;
    std::map<Place, std::vector<Total>> after;
    for (std::size_t replication = 0; replication < replications; ++replication) {
        const care::Luck luck{scenario.seed, static_cast<std::uint32_t>(replication)};
        const care::CareOutcome base = care::simulate(inputs, luck);
        for (const auto& [place, units] : places) before[place].push_back(total_of(base, units));
        for (std::size_t t = 0; t < changed.size(); ++t) {
            const care::CareOutcome other = care::simulate(changed[t], luck);
            for (const auto& [place, units] : places) {
                if (turn_of[place] == t) after[place].push_back(total_of(other, units));
            }
        }
    }
    std::vector<Pairing> pairings;
    for (const auto& [place, units] : places) {
        const Differences patients(before[place], after[place], &Total::sent_on_or_bought);
        if (patients.is_nothing()) continue;
        Pairing made = pairing_of(before[place], after[place], patients);
        made.trust = scenario.of(place.first).id;
        made.service = scenario.of(place.second).id;
        for (const std::size_t unit : units)
            made.beds += static_cast<int>(plan.staffed(UnitId(unit), scenario.base_year).end);
        pairings.push_back(made);
    }
    return pairings;
}

double median_narrowing(const std::vector<Pairing>& pairings) {
    std::vector<double> narrowings;
    for (const Pairing& one : pairings) narrowings.push_back(one.narrower());
    std::sort(narrowings.begin(), narrowings.end());
    return narrowings.empty() ? 0.0 : narrowings[narrowings.size() / 2];
}

std::vector<Pairing> of_intensive_care(const std::vector<Pairing>& pairings) {
    std::vector<Pairing> some;
    std::copy_if(pairings.begin(), pairings.end(), std::back_inserter(some),
                 [](const Pairing& one) { return one.service.starts_with("intensiv-"); });
    return some;
}

std::string pairing_table(const std::vector<Pairing>& pairings) {
    std::string text =
        "| trust | service | beds | difference | paired ± | independent ± | narrower | at most | days full |\n"
        "|---|---|---|---|---|---|---|---|---|\n";
    for (const Pairing& one : pairings) {
        text += fmt::format("| {} | {} | {} | {:.1f} | {:.2f} | {:.2f} | {:.1f} | {:.1f} | {:.1f} |\n", one.trust,
                            one.service, one.beds, one.difference, one.paired, one.independent, one.narrower(),
                            one.most(), one.full_time_narrower);
    }
    return text;
}

} // namespace framsyn::validation
