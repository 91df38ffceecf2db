#pragma once

#include "models/care/inputs.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace framsyn::care {

/// An overflow route from one unit to another. Rank 0 leads to another site of the same trust, rank 1 to the
/// first trust of the route, and so on.
struct RouteEdge {
    int rank = 0;
    double minutes = 0.0;
};

/// The care network: a vertex is a unit (vertex i is unit i of the inputs), an edge a way a patient may be
/// sent when the unit is full.
using RouteGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, RouteEdge>;

/// Builds the graph of the inputs' units and routes. Routes must be sound (find_route_problems).
[[nodiscard]] RouteGraph build_route_graph(const CareInputs& inputs);

/// What is wrong with the routes, one sentence each: unknown trusts, a leg to the own trust or to a trust
/// without a unit of the service, a trust named twice, two routes for one pair, a negative travel time.
[[nodiscard]] std::vector<std::string> find_route_problems(const CareInputs& inputs);

/// The units that can be reached from a unit by any number of routes, itself included, in rising order: the
/// units that share its pressure.
[[nodiscard]] std::vector<std::size_t> reachable_units(const RouteGraph& graph, std::size_t unit);

/// The network as flat arrays for the simulation. A department is a trust's units of one service.
class Network {
  public:
    explicit Network(const CareInputs& inputs);

    /// The department of a trust and service, or `none`.
    [[nodiscard]] std::size_t department(TrustId trust, ServiceId service) const {
        return department_of_[trust.index() * services_ + service.index()];
    }
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    [[nodiscard]] std::size_t departments() const { return site_begin_.size() - 1; }
    [[nodiscard]] std::size_t department_of_unit(std::size_t unit) const { return unit_department_[unit]; }

    /// The units of a department, in the order of the inputs.
    [[nodiscard]] std::span<const std::uint32_t> sites(std::size_t department) const {
        return {sites_.data() + site_begin_[department], sites_.data() + site_begin_[department + 1]};
    }
    /// The units of the trusts along the overflow route of a unit, by rank; the own trust's other sites are
    /// not among them.
    [[nodiscard]] std::span<const std::uint32_t> overflow(std::size_t unit) const {
        return {overflow_.data() + overflow_begin_[unit], overflow_.data() + overflow_begin_[unit + 1]};
    }

  private:
    void collect_departments(const CareInputs& inputs);
    void collect_overflow(const RouteGraph& graph);

    std::size_t services_;
    std::vector<std::size_t> department_of_;
    std::vector<std::size_t> unit_department_;
    std::vector<std::uint32_t> sites_;
    std::vector<std::size_t> site_begin_;
    std::vector<std::uint32_t> overflow_;
    std::vector<std::size_t> overflow_begin_;
};

} // namespace framsyn::care
