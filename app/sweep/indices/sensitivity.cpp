#include "app/sweep/indices/sensitivity.hpp"

#include "app/ground/tidy_table.hpp"
#include "app/sweep/points_in_order.hpp"
#include "models/sweep/given_data.hpp"
#include "models/sweep/morris.hpp"
#include "models/sweep/sobol_indices.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace framsyn::app {
namespace {

using sweep::DesignKind;

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t resamples = 200;

/// A kept number of all points, and the variance of its noise where it is known.
struct Column {
    std::vector<double> outcomes;
    std::vector<double> noise;
};

/// Where a kept number belongs.
struct Kept {
    std::size_t variable = 0;
    std::size_t place = 0;
};

std::vector<Kept> kept_numbers(const SweepPlan& plan) {
    std::vector<Kept> kept;
    for (std::size_t v = 0; v < plan.variables.size(); ++v) {
        for (std::size_t place = 0; place < plan.variables[v].size; ++place) kept.push_back({v, place});
    }
    return kept;
}

/// Columns first … first + count − 1 of the kept numbers.
std::vector<Column> columns_of(const SweepFolder& folder, const SweepState& state, std::size_t first,
                               std::size_t count) {
    const SweepPlan& plan = folder.plan();
    std::vector<Column> columns(count);
    for (Column& column : columns) {
        column.outcomes.reserve(state.points);
        if (plan.repeats > 1) column.noise.reserve(state.points);
    }
    for_each_block(folder, state, [&](const PointBlock& block) {
        for (std::size_t at = 0; at < block.count(); ++at) {
            const double* stored = block.values.data() + at * plan.stored();
            for (std::size_t c = 0; c < count; ++c) {
                columns[c].outcomes.push_back(stored[first + c]);
                if (plan.repeats > 1) columns[c].noise.push_back(stored[plan.width() + first + c]);
            }
        }
    });
    return columns;
}

bool varies(const std::vector<double>& outcomes) {
    std::optional<double> first;
    for (const double outcome : outcomes) {
        if (std::isnan(outcome)) continue;
        if (!first) first = outcome;
        if (outcome != *first) return true;
    }
    return false;
}

/// What is found of one number.
struct Found {
    bool varies = false;
    std::vector<IndexRow> rows;
    std::optional<FoundBox> box;
};

class Analysis {
  public:
    Analysis(const SweepPlan& plan, std::size_t points, std::size_t known)
        : plan_(plan), known_(known), parameters_(plan.parameters.size()) {
        const SweepPoints all(plan);
        for (std::size_t point = 0; point < points; ++point) {
            const std::vector<double> numbers = all.numbers(point);
            for (std::size_t i = 0; i < numbers.size(); ++i) parameters_[i].push_back(numbers[i]);
        }
        chance_ = sweep::importance_by_chance(known, plan.seed);
    }

    Found of(const Kept& kept, const Column& column) const {
        Found found;
        found.varies = varies(column.outcomes);
        if (!found.varies) return found;
        const sweep::Bootstrap bootstrap{plan_.seed, resamples};
        switch (plan_.design.kind) {
        case DesignKind::saltelli:
            sobol(kept, column, bootstrap, found);
            break;
        case DesignKind::morris:
            morris(kept, column, bootstrap, found);
            break;
        default:
            pawn(kept, column, found);
            break;
        }
        if (plan_.design.kind != DesignKind::morris) found.box = box_of(kept, column);
        return found;
    }

  private:
    void sobol(const Kept& kept, const Column& column, const sweep::Bootstrap& bootstrap, Found& found) const {
        const sweep::SobolIndices indices =
            sweep::sobol_indices(plan_.parameters.size(), column.outcomes, column.noise, bootstrap);
        for (std::size_t i = 0; i < indices.of.size(); ++i) {
            const auto& [first, total] = indices.of[i];
            found.rows.push_back({kept.variable, kept.place, i, "first", first.value, first.low, first.high});
            found.rows.push_back({kept.variable, kept.place, i, "total", total.value, total.low, total.high});
        }
    }

    void morris(const Kept& kept, const Column& column, const sweep::Bootstrap& bootstrap, Found& found) const {
        const auto indices = sweep::morris_indices(plan_.design, column.outcomes, bootstrap);
        for (std::size_t i = 0; i < indices.size(); ++i) {
            const sweep::Estimate& absolute = indices[i].mean_absolute;
            found.rows.push_back(
                {kept.variable, kept.place, i, "mu_star", absolute.value, absolute.low, absolute.high});
            found.rows.push_back({kept.variable, kept.place, i, "mu", indices[i].mean, none, none});
            found.rows.push_back({kept.variable, kept.place, i, "sigma", indices[i].deviation, none, none});
        }
    }

    void pawn(const Kept& kept, const Column& column, Found& found) const {
        const sweep::GivenData data = sweep::given_data(parameters_, column.outcomes);
        const double chance = data.points == known_ ? chance_ : sweep::importance_by_chance(data.points, plan_.seed);
        for (std::size_t i = 0; i < data.of.size(); ++i) {
            found.rows.push_back({kept.variable, kept.place, i, "pawn_median", data.of[i].median, none, none});
            found.rows.push_back({kept.variable, kept.place, i, "pawn_max", data.of[i].most, none, none});
            found.rows.push_back({kept.variable, kept.place, i, "pawn_by_chance", chance, none, none});
        }
    }

    /// A box is looked for in the last kept year, where at least a tenth and 20 of the points are short, and as many not.
    std::optional<FoundBox> box_of(const Kept& kept, const Column& column) const {
        constexpr std::size_t least = 20;
        const SweepVariable& variable = plan_.variables[kept.variable];
        const bool gap = variable.column == "gap";
        if ((!gap && variable.column != "p_shortage") || !in_last_year(variable, kept.place)) return std::nullopt;
        std::vector<std::vector<double>> parameters(parameters_.size());
        std::vector<char> short_of_beds;
        FoundBox found{kept.variable, kept.place, 0, 0, {}};
        for (std::size_t point = 0; point < column.outcomes.size(); ++point) {
            const double outcome = column.outcomes[point];
            if (std::isnan(outcome)) continue;
            for (std::size_t i = 0; i < parameters_.size(); ++i) parameters[i].push_back(parameters_[i][point]);
            short_of_beds.push_back((gap ? outcome < 0.0 : outcome > 0.5) ? 1 : 0);
            found.cases += static_cast<std::size_t>(short_of_beds.back());
        }
        found.points = short_of_beds.size();
        const std::size_t fewest = std::max(least, found.points / 10);
        if (found.cases < fewest || found.points - found.cases < fewest) return std::nullopt;
        found.box = sweep::prim(parameters, short_of_beds);
        return found.box.sides.empty() ? std::nullopt : std::optional(std::move(found));
    }

    bool in_last_year(const SweepVariable& variable, std::size_t place) const {
        const std::vector<std::string> labels = labels_at(plan_, variable, place);
        for (std::size_t d = 0; d < labels.size(); ++d) {
            const SweepDimension& dimension = plan_.dimensions[variable.dimensions[d]];
            if (dimension.key == "year" &&
                labels[d] != *std::max_element(dimension.labels.begin(), dimension.labels.end()))
                return false;
        }
        return true;
    }

    const SweepPlan& plan_;
    std::size_t known_;                           ///< points that have outcomes
    double chance_ = 0.0;                         ///< of PAWN, for so many points
    std::vector<std::vector<double>> parameters_; ///< [parameter][point]
};

std::string number(double value) {
    return std::isnan(value) ? "" : fmt::format("{}", value == 0.0 ? 0.0 : value);
}

/// Cells of all dimensions, empty where the variable hasn't one.
std::string dimension_cells(const SweepPlan& plan, std::size_t v, std::size_t place) {
    const SweepVariable& variable = plan.variables[v];
    std::vector<std::string> cells(plan.dimensions.size());
    const std::vector<std::string> labels = labels_at(plan, variable, place);
    for (std::size_t d = 0; d < labels.size(); ++d) cells[variable.dimensions[d]] = csv_cell(labels[d]);
    return fmt::format("{}", fmt::join(cells, ","));
}

std::string dimension_names(const SweepPlan& plan) {
    std::vector<std::string> names;
    for (const SweepDimension& dimension : plan.dimensions) names.push_back(dimension.name);
    return fmt::format("{}", fmt::join(names, ","));
}

} // namespace

std::vector<std::string> labels_at(const SweepPlan& plan, const SweepVariable& variable, std::size_t place) {
    std::vector<std::string> labels(variable.dimensions.size());
    for (std::size_t d = labels.size(); d-- > 0;) {
        const std::vector<std::string>& all = plan.dimensions[variable.dimensions[d]].labels;
        labels[d] = all[place % all.size()];
        place /= all.size();
    }
    return labels;
}

Sensitivity sensitivity_of(const SweepFolder& folder, const SweepState& state, const study::Runner& run) {
    constexpr std::size_t numbers_at_a_time = 1U << 25U; // 256 MB
    const SweepPlan& plan = folder.plan();
    const std::vector<Kept> kept = kept_numbers(plan);
    const Analysis analysis(plan, state.points, state.done - state.failed);
    const std::size_t at_a_time = std::max<std::size_t>(1, numbers_at_a_time / std::max<std::size_t>(1, state.points));
    Sensitivity all;
    for (std::size_t first = 0; first < kept.size(); first += at_a_time) {
        const std::size_t count = std::min(at_a_time, kept.size() - first);
        const std::vector<Column> columns = columns_of(folder, state, first, count);
        std::vector<Found> found(count);
        run(study::Stage::cells, {0, count},
            [&](std::size_t c) { found[c] = analysis.of(kept[first + c], columns[c]); });
        for (Found& each : found) {
            (each.varies ? all.varying : all.constant) += 1;
            all.rows.insert(all.rows.end(), each.rows.begin(), each.rows.end());
            if (each.box) all.boxes.push_back(std::move(*each.box));
        }
    }
    return all;
}

std::string sensitivity_csv(const SweepPlan& plan, const Sensitivity& found) {
    std::string text = "variable," + dimension_names(plan) + ",parameter,index,value,low,high\n";
    for (const IndexRow& row : found.rows) {
        text += fmt::format("{},{},{},{},{},{},{}\n", plan.variables[row.variable].name,
                            dimension_cells(plan, row.variable, row.place), plan.parameters[row.parameter].id,
                            row.index, number(row.value), number(row.low), number(row.high));
    }
    return text;
}

std::string boxes_csv(const SweepPlan& plan, const Sensitivity& found) {
    std::string text = "variable," + dimension_names(plan) +
                       ",points,short,points_inside,short_inside,coverage,density,parameter,from,to,by_chance\n";
    for (const FoundBox& box : found.boxes) {
        for (const sweep::Side& side : box.box.sides) {
            text += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{}\n", plan.variables[box.variable].name,
                                dimension_cells(plan, box.variable, box.place), box.points, box.cases, box.box.points,
                                box.box.cases, number(box.box.coverage), number(box.box.density),
                                plan.parameters[side.parameter].id, side.low_cut ? number(side.low) : "",
                                side.high_cut ? number(side.high) : "", number(side.chance));
        }
    }
    return text;
}

} // namespace framsyn::app
