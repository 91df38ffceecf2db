#include "app/sweep/study_chunk.hpp"

#include "app/ground/failure.hpp"
#include "app/ground/problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>

namespace framsyn::app {
namespace {

Text text_of(const BadInput& bad) {
    return {bad.problems().lines(Language::nb).front(), bad.problems().lines(Language::en).front()};
}

} // namespace

Chunk study_chunk(const PointStudies& studies, const SweepPlan& plan, const PointRange& range,
                  const study::Runner& run) {
    const std::size_t stored = plan.stored();
    Chunk chunk{range.first,
                range.count,
                std::vector<double>(range.count * stored, std::numeric_limits<double>::quiet_NaN()),
                {},
                0.0};
    std::vector<std::optional<Text>> failures(range.count);
    run(study::Stage::points, {range.first, range.count}, [&](std::size_t point) {
        const std::size_t at = point - range.first;
        try {
            const std::vector<double> outcome = studies.outcome(point);
            std::copy(outcome.begin(), outcome.end(), chunk.values.begin() + static_cast<std::ptrdiff_t>(at * stored));
        } catch (const BadInput& bad) {
            failures[at] = text_of(bad);
        } catch (const Failure& failure) {
            failures[at] = failure.text();
        } catch (const std::bad_alloc&) {
            throw; // of the machine, not of the point
        } catch (const std::exception& error) {
            failures[at] = Text{error.what(), error.what()};
        }
    });
    for (std::size_t at = 0; at < failures.size(); ++at) {
        if (!failures[at]) continue;
        const std::size_t point = range.first + at;
        const std::string with =
            fmt::format(" [{}, seed = {}]", studies.points().described(point), studies.points().seed(point, 0));
        chunk.failures.push_back({point, {failures[at]->nb + with, failures[at]->en + with}});
    }
    return chunk;
}

PointRange share_of(std::size_t points, std::size_t i, std::size_t n) {
    const std::size_t first = points / n * (i - 1) + std::min(points % n, i - 1);
    const std::size_t end = points / n * i + std::min(points % n, i);
    return {first, end - first};
}

std::vector<PointRange> missing_in(const std::vector<PointRange>& wanted, const SweepState& state) {
    std::vector<PointRange> missing;
    for (const PointRange& range : wanted) {
        for (const PointRange& gap : state.missing) {
            const std::size_t first = std::max(range.first, gap.first);
            const std::size_t end = std::min(range.end(), gap.end());
            if (first < end) missing.push_back({first, end - first});
        }
    }
    return missing;
}

} // namespace framsyn::app
