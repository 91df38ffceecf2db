#include "app/sweep/drawn_series.hpp"

#include "app/ground/disk/growing_file.hpp"
#include "app/ground/tidy_table.hpp"
#include "app/tables/catalogue/catalogue.hpp"
#include "models/care/summary.hpp"

#include <fmt/format.h>

namespace framsyn::app {
namespace {

void series_of_need(const study::Study& study, const std::function<void(const DrawnSeries&)>& visit) {
    const study::Scenario& scenario = study.scenario();
    for (const study::CellNeed& need : study.need()) {
        for (std::size_t t = 0; t < scenario.years(); ++t) {
            DrawnSeries series{scenario.id_of(need.cell.trust),
                               need.cell.service.id,
                               scenario.base_year + static_cast<int>(t),
                               "need_bed_days", // care has bed_days of its own
                               "bed days",
                               false,
                               need.bed_days.draws_of(t)};
            visit(series);
            series.unit = "beds";
            series.measure = "need";
            series.values = need.beds_at_utilisation.draws_of(t);
            visit(series);
            series.measure = "need_service_level";
            series.values = need.beds_at_service_level.draws_of(t);
            visit(series);
        }
    }
}

void series_of_care(const study::Study& study, const std::function<void(const DrawnSeries&)>& visit) {
    const study::CareSample& sample = study.care_sample();
    const std::vector<care::Sum> sums = care::sums_of(sample.frame);
    for (std::size_t s = 0; s < sums.size(); ++s) {
        for (std::size_t t = 0; t < static_cast<std::size_t>(sample.frame.calendar.years); ++t) {
            std::vector<care::MeasureValues> all;
            for (const care::CareOutcome& outcome : sample.outcomes)
                all.push_back(care::measures_of(sample.frame, sums, s, outcome, t));
            for (std::size_t m = 0; m < care::kMeasures; ++m) {
                const care::MeasureDefinition& measure = care::definition(static_cast<care::Measure>(m));
                DrawnSeries series{sums[s].trust,
                                   sums[s].service,
                                   sample.frame.calendar.first_year + static_cast<int>(t),
                                   std::string(measure.id),
                                   std::string(measure.unit),
                                   true,
                                   {}};
                for (const care::MeasureValues& values : all) series.values.push_back(values[m]);
                visit(series);
            }
        }
    }
}

} // namespace

void for_each_series(const study::Study& study, const std::function<void(const DrawnSeries&)>& visit) {
    series_of_need(study, visit);
    if (study.has_care()) series_of_care(study, visit);
}

void write_draws_csv(const std::string& path, const study::Study& study) {
    GrowingFile file(path);
    file.append(table_of("draws.csv", false).text());
    for_each_series(study, [&](const DrawnSeries& series) {
        const std::string cell =
            fmt::format(",{},{},{},{},", csv_cell(series.trust), csv_cell(series.service), series.year, series.measure);
        for (std::size_t k = 0; k < series.values.size(); ++k)
            file.append(fmt::format("{}{}{}\n", k, cell, series.values[k] == 0.0 ? 0.0 : series.values[k]));
    });
    file.finish();
}

} // namespace framsyn::app
