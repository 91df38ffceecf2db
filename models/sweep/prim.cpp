#include "models/sweep/prim.hpp"

#include "sim/numerics/elementary.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

namespace framsyn::sweep {
namespace {

struct Limits {
    double low = 0.0;
    double high = 0.0;
};
using Ranges = std::vector<Limits>;

struct Count {
    std::size_t points = 0;
    std::size_t cases = 0;

    double density() const { return points == 0 ? 0.0 : static_cast<double>(cases) / static_cast<double>(points); }
};

/// All points, and what a box holds of them.
class Points {
  public:
    Points(const std::vector<std::vector<double>>& parameters, const std::vector<char>& of_interest)
        : parameters_(parameters), of_interest_(of_interest) {
        for (const char each : of_interest) cases_ += each != 0 ? 1U : 0U;
    }

    std::size_t size() const { return of_interest_.size(); }
    std::size_t cases() const { return cases_; }
    std::size_t dimensions() const { return parameters_.size(); }
    double at(std::size_t parameter, std::size_t point) const { return parameters_[parameter][point]; }

    Ranges all() const {
        Ranges ranges;
        for (const std::vector<double>& values : parameters_) {
            const auto [low, high] = std::minmax_element(values.begin(), values.end());
            ranges.push_back({*low, *high});
        }
        return ranges;
    }

    std::vector<std::size_t> inside(const Ranges& ranges, std::optional<std::size_t> but = std::nullopt) const {
        std::vector<std::size_t> points;
        for (std::size_t point = 0; point < size(); ++point) {
            bool holds = true;
            for (std::size_t i = 0; i < ranges.size() && holds; ++i)
                holds = i == but || (at(i, point) >= ranges[i].low && at(i, point) <= ranges[i].high);
            if (holds) points.push_back(point);
        }
        return points;
    }

    Count count(const std::vector<std::size_t>& points) const {
        Count count;
        for (const std::size_t point : points) {
            ++count.points;
            count.cases += of_interest_[point] != 0 ? 1U : 0U;
        }
        return count;
    }

  private:
    const std::vector<std::vector<double>>& parameters_;
    const std::vector<char>& of_interest_;
    std::size_t cases_ = 0;
};

/// A box with a side moved, and what it holds then.
struct Move {
    Ranges ranges;
    Count count;
};

/// The limits of a parameter without its lowest (highest) values: as many as may be peeled off, at least the outermost
/// value; nothing where there is one value only.
std::optional<Limits> peeled(std::vector<double> values, const Limits& limits, bool from_below, double share) {
    std::sort(values.begin(), values.end());
    if (values.front() == values.back()) return std::nullopt;
    const std::size_t most =
        std::max<std::size_t>(1, static_cast<std::size_t>(share * static_cast<double>(values.size())));
    if (from_below) {
        const double kept = std::max(values[most], *std::upper_bound(values.begin(), values.end(), values.front()));
        return Limits{kept, limits.high};
    }
    const auto outermost = std::lower_bound(values.begin(), values.end(), values.back());
    return Limits{limits.low, std::min(values[values.size() - 1 - most], *(outermost - 1))};
}

bool better(const Count& a, const Count& b) {
    return a.density() > b.density() || (a.density() == b.density() && a.points > b.points);
}

/// The best peel of a box that leaves at least so many points; nothing where none does.
std::optional<Move> best_peel(const Points& points, const Ranges& ranges, double share, std::size_t least) {
    const std::vector<std::size_t> inside = points.inside(ranges);
    std::optional<Move> best;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        std::vector<double> values;
        for (const std::size_t point : inside) values.push_back(points.at(i, point));
        for (const bool from_below : {true, false}) {
            const std::optional<Limits> limits = peeled(values, ranges[i], from_below, share);
            if (!limits) continue;
            std::vector<std::size_t> left;
            for (const std::size_t point : inside) {
                if (points.at(i, point) >= limits->low && points.at(i, point) <= limits->high) left.push_back(point);
            }
            const Count count = points.count(left);
            if (count.points < least || (best && !better(count, best->count))) continue;
            best = Move{ranges, count};
            best->ranges[i] = *limits;
        }
    }
    return best;
}

/// The limits of a parameter with the next values beyond one of them; nothing where there are none.
std::optional<Limits> pasted(std::vector<double> beyond, const Limits& limits, bool below, std::size_t add) {
    std::sort(beyond.begin(), beyond.end());
    if (below) {
        const auto end = std::lower_bound(beyond.begin(), beyond.end(), limits.low);
        if (end == beyond.begin()) return std::nullopt;
        return Limits{*(end - std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(add), end - beyond.begin())),
                      limits.high};
    }
    const auto begin = std::upper_bound(beyond.begin(), beyond.end(), limits.high);
    if (begin == beyond.end()) return std::nullopt;
    return Limits{limits.low,
                  *(begin + std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(add), beyond.end() - begin) - 1)};
}

/// The best growth of a box that doesn't make it less dense.
std::optional<Move> best_paste(const Points& points, const Ranges& ranges, double share) {
    const Count now = points.count(points.inside(ranges));
    const std::size_t add = std::max<std::size_t>(1, static_cast<std::size_t>(share * static_cast<double>(now.points)));
    std::optional<Move> best;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        std::vector<double> values;
        for (const std::size_t point : points.inside(ranges, i)) values.push_back(points.at(i, point));
        for (const bool below : {true, false}) {
            const std::optional<Limits> limits = pasted(values, ranges[i], below, add);
            if (!limits) continue;
            Move move{ranges, {}};
            move.ranges[i] = *limits;
            move.count = points.count(points.inside(move.ranges));
            if (move.count.density() >= now.density() && (!best || better(move.count, best->count)))
                best = std::move(move);
        }
    }
    return best;
}

/// P(N ≥ cases) of a binomial of so many points and this probability.
double at_least(std::size_t cases, std::size_t points, double p) {
    if (cases == 0 || p >= 1.0) return 1.0;
    if (!(p > 0.0)) return 0.0;
    const auto n = static_cast<double>(points);
    double sum = 0.0;
    for (std::size_t k = cases; k <= points; ++k) {
        const auto c = static_cast<double>(k);
        sum += sim::exp(sim::lgamma(n + 1.0) - sim::lgamma(c + 1.0) - sim::lgamma(n - c + 1.0) + c * sim::log(p) +
                        (n - c) * sim::log1p(-p));
    }
    return std::min(1.0, sum);
}

/// Frees the limits that the box would do as well without, one after the other, the likeliest to be chance first.
Ranges without_chance_limits(const Points& points, Ranges ranges, double most_chance) {
    const Ranges all = points.all();
    while (true) {
        const Count count = points.count(points.inside(ranges));
        double likeliest = most_chance;
        std::optional<Ranges> freed;
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            for (const bool below : {true, false}) {
                Ranges without = ranges;
                (below ? without[i].low : without[i].high) = below ? all[i].low : all[i].high;
                const bool cut = below ? ranges[i].low > all[i].low : ranges[i].high < all[i].high;
                if (!cut) continue;
                const double chance =
                    at_least(count.cases, count.points, points.count(points.inside(without)).density());
                if (chance <= likeliest) continue;
                likeliest = chance;
                freed = std::move(without);
            }
        }
        if (!freed) return ranges;
        ranges = std::move(*freed);
    }
}

Box described(const Points& points, const Ranges& ranges) {
    const Ranges all = points.all();
    const Count count = points.count(points.inside(ranges));
    Box box{{}, count.points, count.cases, 0.0, count.density()};
    box.coverage = points.cases() == 0 ? 0.0 : static_cast<double>(count.cases) / static_cast<double>(points.cases());
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        Side side{i, ranges[i].low, ranges[i].high, ranges[i].low > all[i].low, ranges[i].high < all[i].high, 0.0};
        if (!side.low_cut && !side.high_cut) continue;
        side.chance = at_least(count.cases, count.points, points.count(points.inside(ranges, i)).density());
        box.sides.push_back(side);
    }
    return box;
}

} // namespace

Box prim(const std::vector<std::vector<double>>& parameters, const std::vector<char>& of_interest,
         const PrimOptions& options) {
    const Points points(parameters, of_interest);
    if (points.cases() == 0 || points.cases() == points.size())
        return {{}, points.size(), points.cases(), points.cases() == 0 ? 0.0 : 1.0, points.cases() == 0 ? 0.0 : 1.0};
    const auto least = std::max<std::size_t>(
        1, static_cast<std::size_t>(std::ceil(options.least_mass * static_cast<double>(points.size()))));
    Ranges ranges = points.all();
    std::vector<Ranges> way{ranges};
    while (const std::optional<Move> peel = best_peel(points, ranges, options.peel, least))
        way.push_back(ranges = peel->ranges);
    const Ranges* best = &way.front();
    double most = -1.0;
    for (Ranges& each : way) {
        while (const std::optional<Move> paste = best_paste(points, each, options.peel)) each = paste->ranges;
        const Box box = described(points, each);
        if (box.coverage * box.density <= most) continue;
        most = box.coverage * box.density;
        best = &each;
    }
    return described(points, without_chance_limits(points, *best, options.most_chance));
}

} // namespace framsyn::sweep
