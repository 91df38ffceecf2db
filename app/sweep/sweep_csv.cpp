#include "app/sweep/sweep_csv.hpp"

#include "app/ground/disk/growing_file.hpp"
#include "app/ground/tidy_table.hpp"
#include "app/sweep/points_in_order.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string_view>

namespace framsyn::app {
namespace {

constexpr std::array<std::string_view, 3> status_names{"done", "failed", "missing"};

std::string number(double value) {
    return std::isnan(value) ? "" : fmt::format("{}", value == 0.0 ? 0.0 : value);
}

std::string cell_of(const SweepParameter& parameter, double value) {
    return parameter.choices.empty() ? number(value) : csv_cell(plain_value(parameter, value));
}

class Writer {
  public:
    explicit Writer(const SweepFolder& folder)
        : plan_(folder.plan()), points_of_plan_(plan_), points_((folder.path() / "points.csv").string()),
          outcomes_((folder.path() / "sweep.csv").string()) {
        std::string head = "point,status,seed";
        for (const SweepParameter& parameter : plan_.parameters) head += "," + csv_cell(parameter.id);
        points_.append(head + ",failure\n");
        head = "point";
        for (const SweepDimension& dimension : plan_.dimensions) head += "," + csv_cell(dimension.name);
        outcomes_.append(head + ",variable,unit,value" + (plan_.repeats > 1 ? ",variance_of_mean\n" : "\n"));
    }

    void take(const PointBlock& block) {
        for (std::size_t at = 0; at < block.count(); ++at) {
            const std::size_t point = block.first + at;
            std::string row = fmt::format("{},{},{}", point, status_names[static_cast<std::size_t>(block.status[at])],
                                          points_of_plan_.seed(point, 0));
            const std::vector<double> values = points_of_plan_.values(point);
            for (std::size_t i = 0; i < values.size(); ++i) row += "," + cell_of(plan_.parameters[i], values[i]);
            points_.append(row + "," + csv_cell(block.failure[at]) + "\n");
            if (block.status[at] != PointStatus::done) continue;
            const double* stored = block.values.data() + at * plan_.stored();
            for (const SweepVariable& variable : plan_.variables) rows_of(point, variable, stored);
        }
    }

    void finish() {
        points_.finish();
        outcomes_.finish();
    }

  private:
    void rows_of(std::size_t point, const SweepVariable& variable, const double* stored) {
        const std::size_t width = plan_.width();
        std::vector<std::string> cells(plan_.dimensions.size());
        for (std::size_t i = 0; i < variable.size; ++i) {
            const double value = stored[variable.offset + i];
            if (std::isnan(value)) continue;
            std::size_t rest = i;
            for (std::size_t d = variable.dimensions.size(); d-- > 0;) {
                const std::vector<std::string>& labels = plan_.dimensions[variable.dimensions[d]].labels;
                cells[variable.dimensions[d]] = csv_cell(labels[rest % labels.size()]);
                rest /= labels.size();
            }
            std::string row = fmt::format("{},{},{},{},{}", point, fmt::join(cells, ","), csv_cell(variable.name),
                                          csv_cell(variable.unit), number(value));
            if (plan_.repeats > 1) row += "," + number(stored[width + variable.offset + i]);
            outcomes_.append(row + "\n");
        }
    }

    const SweepPlan& plan_;
    SweepPoints points_of_plan_;
    GrowingFile points_;
    GrowingFile outcomes_;
};

} // namespace

std::vector<std::string> write_sweep_csv(const SweepFolder& folder, const SweepState& state) {
    Writer writer(folder);
    for_each_block(folder, state, [&](const PointBlock& block) { writer.take(block); });
    writer.finish();
    return {(folder.path() / "points.csv").string(), (folder.path() / "sweep.csv").string()};
}

} // namespace framsyn::app
