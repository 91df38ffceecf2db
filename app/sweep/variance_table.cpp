#include "app/sweep/variance_table.hpp"

#include "app/ground/disk/growing_file.hpp"
#include "app/ground/tidy_table.hpp"
#include "app/sweep/drawn_series.hpp"
#include "app/tables/catalogue/catalogue.hpp"
#include "models/study/moved_studies.hpp"

#include <fmt/format.h>

#include <optional>
#include <stdexcept>
#include <utility>

namespace framsyn::app {
namespace {

using study::DrawnOutcomes;

/// A measure that varies.
struct Varying {
    VarianceRow row;
    study::VarianceEstimate estimate;
};

DrawnOutcomes outcomes_of(const DrawnSeries& series) {
    return DrawnOutcomes::of(series.values, series.of_replications ? 2 : 1);
}

} // namespace

std::vector<VarianceRow> variance_rows(const study::Study& study) {
    std::vector<std::optional<Varying>> all; // one a series
    for_each_series(study, [&](const DrawnSeries& series) {
        study::VarianceEstimate estimate(outcomes_of(series));
        all.emplace_back();
        if (estimate.varies())
            all.back().emplace(
                Varying{{series.trust, series.service, series.year, series.measure, series.of_replications, {}},
                        std::move(estimate)});
    });
    study::for_each_moved(study, [&](study::VarianceGroup group, const study::Study& moved) {
        std::size_t at = 0;
        for_each_series(moved, [&](const DrawnSeries& series) {
            std::optional<Varying>& varying = all.at(at++);
            if (varying) varying->estimate.take(group, outcomes_of(series));
        });
        if (at != all.size()) throw std::logic_error("the study that is moved has other cells");
    });
    std::vector<VarianceRow> rows;
    for (std::optional<Varying>& varying : all) {
        if (!varying) continue;
        varying->row.shares = varying->estimate.shares();
        rows.push_back(std::move(varying->row));
    }
    return rows;
}

std::vector<std::string_view> variance_sources() {
    std::vector<std::string_view> sources;
    for (const Named<study::VarianceGroup>& group : study::variance_groups) sources.push_back(group.name);
    sources.insert(sources.end(), {"chance", "interaction"});
    return sources;
}

std::vector<double> shares_of(const VarianceRow& row) {
    std::vector<double> shares(row.shares.group.begin(), row.shares.group.end());
    shares.insert(shares.end(), {row.shares.chance, row.shares.interaction});
    return shares;
}

void write_variance_csv(const std::string& path, const std::vector<VarianceRow>& rows) {
    GrowingFile file(path);
    file.append(table_of("variance.csv", false).text());
    const std::vector<std::string_view> sources = variance_sources();
    for (const VarianceRow& row : rows) {
        const std::vector<double> shares = shares_of(row);
        for (std::size_t s = 0; s < sources.size(); ++s)
            file.append(fmt::format("{},{},{},{},{},{}\n", csv_cell(row.trust), csv_cell(row.service), row.year,
                                    row.measure, sources[s], shares[s] == 0.0 ? 0.0 : shares[s]));
    }
    file.finish();
}

} // namespace framsyn::app
