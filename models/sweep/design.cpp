#include "models/sweep/design.hpp"

#include "sim/numerics/random_stream.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace framsyn::sweep {
namespace {

/// Purposes of random streams; part of what makes a seed repeatable.
constexpr std::uint32_t latin_order_purpose = 411;
constexpr std::uint32_t latin_place_purpose = 412;
constexpr std::uint32_t morris_start_purpose = 413;
constexpr std::uint32_t morris_order_purpose = 414;

sim::RandomStream stream_of(const DesignPlan& plan, std::uint32_t purpose, std::size_t of, std::uint64_t entity = 0) {
    return sim::RandomStream(sim::StreamKey{plan.seed, static_cast<std::uint32_t>(of), purpose, entity});
}

std::size_t below(double u, std::size_t count) {
    return std::min(count - 1, static_cast<std::size_t>(u * static_cast<double>(count)));
}

/// Fisher and Yates: every order of 0 … count − 1 is as likely.
std::vector<std::uint32_t> random_order(std::size_t count, const sim::RandomStream& stream) {
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    sim::RandomSequence luck(stream);
    for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[below(luck.next(), i)]);
    return order;
}

std::size_t points_of(const DesignPlan& plan) {
    switch (plan.kind) {
    case DesignKind::grid: {
        std::size_t points = 1;
        for (const std::size_t levels : plan.levels) points *= levels;
        return points;
    }
    case DesignKind::saltelli:
        return plan.size * (plan.dimensions + 2);
    case DesignKind::morris:
        return plan.size * (plan.dimensions + 1);
    case DesignKind::latin_hypercube:
    case DesignKind::sobol:
    case DesignKind::list:
        return plan.size;
    }
    return 0;
}

std::size_t sobol_dimensions(const DesignPlan& plan) {
    if (plan.kind == DesignKind::saltelli) return 2 * plan.dimensions;
    return plan.kind == DesignKind::sobol ? plan.dimensions : 0;
}

void check(const DesignPlan& plan) {
    const bool grid = plan.kind == DesignKind::grid;
    const bool levelled = !grid || (plan.levels.size() == plan.dimensions &&
                                    std::find(plan.levels.begin(), plan.levels.end(), 0U) == plan.levels.end());
    const bool stepped = plan.kind != DesignKind::morris || (plan.morris_levels >= 2 && plan.morris_levels % 2 == 0);
    if (plan.dimensions == 0 || !levelled || !stepped || (!grid && plan.size == 0))
        throw std::invalid_argument("a design needs parameters, levels and points");
}

} // namespace

std::vector<MorrisStep> morris_steps(const DesignPlan& plan, std::size_t trajectory) {
    const std::vector<std::uint32_t> order =
        random_order(plan.dimensions, stream_of(plan, morris_order_purpose, trajectory));
    const sim::RandomStream start = stream_of(plan, morris_start_purpose, trajectory);
    std::vector<MorrisStep> steps;
    for (const std::uint32_t parameter : order) {
        const std::size_t half = plan.morris_levels / 2;
        steps.push_back({parameter, below(start.block(parameter).uniform(0), plan.morris_levels) < half});
    }
    return steps;
}

Design::Design(DesignPlan plan)
    : plan_(std::move(plan)), points_(points_of(plan_)), sobol_(plan_.seed, sobol_dimensions(plan_)) {
    check(plan_);
    if (plan_.kind != DesignKind::latin_hypercube) return;
    for (std::size_t d = 0; d < plan_.dimensions; ++d)
        strata_.push_back(random_order(plan_.size, stream_of(plan_, latin_order_purpose, d)));
}

std::vector<double> Design::point(std::size_t number) const {
    switch (plan_.kind) {
    case DesignKind::grid:
        return grid_point(number);
    case DesignKind::latin_hypercube:
        return latin_point(number);
    case DesignKind::sobol:
        return sobol_.point(number);
    case DesignKind::saltelli:
        return saltelli_point(number);
    case DesignKind::morris:
        return morris_point(number);
    case DesignKind::list:
        break;
    }
    throw std::logic_error("a list of points has no coordinates");
}

std::vector<double> Design::grid_point(std::size_t number) const {
    std::vector<double> point(plan_.dimensions);
    for (std::size_t d = plan_.dimensions; d-- > 0;) {
        const std::size_t level = number % plan_.levels[d];
        number /= plan_.levels[d];
        point[d] = (static_cast<double>(level) + 0.5) / static_cast<double>(plan_.levels[d]);
    }
    return point;
}

std::vector<double> Design::latin_point(std::size_t number) const {
    std::vector<double> point;
    for (std::size_t d = 0; d < plan_.dimensions; ++d) {
        const double inside = stream_of(plan_, latin_place_purpose, d).block(number).uniform(0);
        point.push_back((strata_[d][number] + inside) / static_cast<double>(plan_.size));
    }
    return point;
}

std::vector<double> Design::saltelli_point(std::size_t number) const {
    const std::size_t d = plan_.dimensions;
    const std::size_t base = number / (d + 2);
    const std::size_t row = number % (d + 2); // A, AB1 … ABd, B
    const std::vector<double> both = sobol_.point(base);
    std::vector<double> point;
    for (std::size_t i = 0; i < d; ++i) point.push_back(both[row == d + 1 || row == i + 1 ? d + i : i]);
    return point;
}

std::vector<double> Design::morris_point(std::size_t number) const {
    const std::size_t trajectory = number / (plan_.dimensions + 1);
    const std::size_t steps_done = number % (plan_.dimensions + 1);
    const sim::RandomStream start = stream_of(plan_, morris_start_purpose, trajectory);
    const std::size_t half = plan_.morris_levels / 2;
    const auto at_level = [&](std::size_t level) {
        return (static_cast<double>(level) + 0.5) / static_cast<double>(plan_.morris_levels);
    };
    std::vector<double> point(plan_.dimensions);
    std::size_t step = 0;
    for (const MorrisStep& move : morris_steps(plan_, trajectory)) {
        const std::size_t from = below(start.block(move.parameter).uniform(0), plan_.morris_levels);
        const std::size_t to = move.up ? from + half : from - half;
        point[move.parameter] = at_level(step++ < steps_done ? to : from);
    }
    return point;
}

} // namespace framsyn::sweep
