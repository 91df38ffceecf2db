#include "app/tables/judged/published_table.hpp"

#include "app/tables/catalogue/catalogue.hpp"
#include "models/study/answers/quantiles.hpp"

#include <algorithm>
#include <vector>

namespace framsyn::app {
namespace {

/// Bed days of a year over those of another, per day of the year, less one, in every draw.
study::SortedSample change(const study::CellNeed& need, const study::Scenario& scenario, int since, int year) {
    const auto of = [&](int y) { return need.bed_days.draws_of(static_cast<std::size_t>(y - scenario.base_year)); };
    const std::vector<double> before = of(since);
    std::vector<double> changes = of(year);
    for (std::size_t k = 0; k < changes.size(); ++k)
        changes[k] = changes[k] / before[k] * days_in_year(since) / days_in_year(year) - 1.0;
    return study::SortedSample(std::move(changes));
}

} // namespace

TidyTable published_table(const study::Study& study, bool keep) {
    TidyTable table = table_of("published.csv", keep);
    const study::Scenario& scenario = study.scenario();
    for (const study::PublishedProjectionInfo& published : scenario.published) {
        for (const study::CellNeed& need : study.need()) {
            if (need.cell.trust != published.trust || need.cell.service.id != published.service.id) continue;
            const int since = std::max(scenario.base_year, published.since);
            const study::SortedSample ours = change(need, scenario, since, published.year);
            table.row(scenario.id_of(published.trust), published.service.id, published.since, published.year,
                      published.change.value, since, ours.median(), ours.quantile(0.1), ours.quantile(0.9),
                      published.reason.nb, published.reason.en, published.change.source);
        }
    }
    return table;
}

} // namespace framsyn::app
