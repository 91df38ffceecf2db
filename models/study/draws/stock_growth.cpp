#include "models/study/draws/stock_growth.hpp"

#include "models/study/scenario/counted_use.hpp"
#include "sim/numerics/elementary.hpp"

#include <algorithm>

namespace framsyn::study {
namespace {

constexpr double per_cent = 0.01;

/// Years that another growth has lasted, in the mean over each year's days from the base year on; what it did by the last
/// counted year is in the count.
std::vector<double> years_since(const Scenario& scenario, const std::vector<Period>& when, std::size_t counted) {
    std::vector<double> since(counted + 1, 0.0);
    double so_far = 0.0;
    for (int year = scenario.base_year + static_cast<int>(since.size()); year <= scenario.last_year; ++year) {
        const int days = days_in_year(year);
        const long first = days_since_2000({year, 1, 1});
        double mean = 0.0;
        for (int day = 0; day < days; ++day) {
            double weight = 0.0;
            for (const Period& period : when) weight += weight_on(period, date_of_day(first + day));
            so_far += 0.5 * weight / days;
            mean += so_far / days;
            so_far += 0.5 * weight / days;
        }
        since.push_back(mean);
    }
    return since;
}

double inpatients_more(const Sentences& sentences, double years_later, const ParameterDraw& draw) {
    const double years = draw(sentences.years);
    const double persons = draw(sentences.persons);
    const double in_the_end = draw(sentences.new_per_year) * years;
    return draw(sentences.share_inpatient) * (in_the_end - persons) * -sim::expm1(-years_later / years);
}

} // namespace

const ActionInfo* action_on_stock(const Scenario& scenario, std::size_t stock) {
    const auto found = std::find_if(scenario.actions.begin(), scenario.actions.end(), [&](const ActionInfo& action) {
        if (!action.stock || !action.counts()) return false;
        const std::vector<std::size_t>& stocks = action.stock->stocks;
        return std::find(stocks.begin(), stocks.end(), stock) != stocks.end();
    });
    return found == scenario.actions.end() ? nullptr : &*found;
}

std::vector<double> beds_added_by_stock(const Scenario& scenario, std::size_t stock, const ParameterDraw& draw) {
    const StockInfo& info = scenario.stocks[stock];
    const double growth = draw(info.growth);
    const std::size_t counted = last_counted(scenario, info.trust, info.service);
    const ActionInfo* action = action_on_stock(scenario, stock);
    std::vector<double> beds;
    const std::vector<double> since =
        action ? years_since(scenario, action->when, counted) : std::vector<double>(scenario.years(), 0.0);
    for (std::size_t t = 0; t < scenario.years(); ++t) {
        beds.push_back(growth * static_cast<double>(t > counted ? t - counted : 0));
        if (!action) continue;
        const double otherwise = action->stock->percent
                                     ? growth * (1.0 + per_cent * draw(*action->stock->percent)) * since[t]
                                     : inpatients_more(*action->stock->sentences, since[t], draw);
        beds[t] += action->strength * (otherwise - growth * since[t]);
    }
    return beds;
}

} // namespace framsyn::study
