#include "models/care/network.hpp"

#include <boost/graph/breadth_first_search.hpp>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace framsyn::care {
namespace {

std::vector<std::size_t> units_of(const CareInputs& inputs, TrustId trust, ServiceId service) {
    std::vector<std::size_t> units;
    for (std::size_t i = 0; i < inputs.units.size(); ++i) {
        if (inputs.units[i].trust == trust && inputs.units[i].service == service) units.push_back(i);
    }
    return units;
}

void add_edges(RouteGraph& graph, const std::vector<std::size_t>& from, const std::vector<std::size_t>& to,
               const RouteEdge& edge) {
    for (const std::size_t source : from) {
        for (const std::size_t target : to) {
            if (source != target) boost::add_edge(source, target, edge, graph);
        }
    }
}

void check_legs(const CareInputs& inputs, const Route& route, const std::string& name,
                std::vector<std::string>& problems) {
    std::set<WhichTrust> seen;
    for (const RouteLeg& leg : route.legs) {
        if (!(leg.minutes >= 0.0)) problems.push_back(name + ": a travel time is negative or not a number");
        if (!seen.insert(leg.trust).second) problems.push_back(name + ": a trust is named twice");
        if (!leg.trust.is_trust()) continue;
        const TrustId to = leg.trust.trust();
        if (to.index() >= inputs.trusts.size()) {
            problems.push_back(name + ": a leg leads to an unknown trust");
            continue;
        }
        const std::string& trust = inputs.trusts[to.index()];
        if (to == route.from_trust) problems.push_back(name + ": a leg leads back to " + trust + " itself");
        if (units_of(inputs, to, route.service).empty()) {
            problems.push_back(name + ": " + trust + " has no unit of the service");
        }
    }
}

} // namespace

RouteGraph build_route_graph(const CareInputs& inputs) {
    RouteGraph graph(inputs.units.size());
    for (std::size_t i = 0; i < inputs.units.size(); ++i) {
        add_edges(graph, {i}, units_of(inputs, inputs.units[i].trust, inputs.units[i].service), {0, 0.0});
    }
    for (const Route& route : inputs.routes) {
        const auto from = units_of(inputs, route.from_trust, route.service);
        int rank = 0;
        for (const RouteLeg& leg : route.legs) {
            ++rank;
            if (!leg.trust.is_trust()) continue;
            add_edges(graph, from, units_of(inputs, leg.trust.trust(), route.service), {rank, leg.minutes});
        }
    }
    return graph;
}

std::vector<std::string> find_route_problems(const CareInputs& inputs) {
    std::vector<std::string> problems;
    std::set<std::pair<TrustId, ServiceId>> seen;
    for (const Route& route : inputs.routes) {
        if (route.from_trust.index() >= inputs.trusts.size() || route.service.index() >= inputs.services.size()) {
            problems.emplace_back("route: unknown trust or service");
            continue;
        }
        const std::string name =
            "route " + inputs.trusts[route.from_trust.index()] + " " + inputs.services[route.service.index()].id;
        if (!seen.insert({route.from_trust, route.service}).second) problems.push_back(name + ": given twice");
        check_legs(inputs, route, name, problems);
    }
    return problems;
}

std::vector<std::size_t> reachable_units(const RouteGraph& graph, std::size_t unit) {
    std::vector<boost::default_color_type> colours(boost::num_vertices(graph));
    boost::queue<std::size_t> frontier;
    boost::breadth_first_search(graph, unit, frontier, boost::default_bfs_visitor{}, colours.data());
    std::vector<std::size_t> reached;
    for (std::size_t i = 0; i < colours.size(); ++i) {
        if (colours[i] == boost::black_color) reached.push_back(i);
    }
    return reached;
}

Network::Network(const CareInputs& inputs) : services_(inputs.services.size()) {
    collect_departments(inputs);
    collect_overflow(build_route_graph(inputs));
}

void Network::collect_departments(const CareInputs& inputs) {
    department_of_.assign(inputs.trusts.size() * services_, none);
    unit_department_.assign(inputs.units.size(), none);
    site_begin_.push_back(0);
    for (std::size_t trust = 0; trust < inputs.trusts.size(); ++trust) {
        for (std::size_t service = 0; service < services_; ++service) {
            const auto units = units_of(inputs, TrustId(trust), ServiceId(service));
            if (units.empty()) continue;
            const std::size_t department = departments();
            department_of_[trust * services_ + service] = department;
            for (const std::size_t unit : units) {
                unit_department_[unit] = department;
                sites_.push_back(static_cast<std::uint32_t>(unit));
            }
            site_begin_.push_back(sites_.size());
        }
    }
}

void Network::collect_overflow(const RouteGraph& graph) {
    overflow_begin_.push_back(0);
    for (std::size_t unit = 0; unit < boost::num_vertices(graph); ++unit) {
        std::vector<std::pair<int, std::size_t>> targets;
        for (auto [edge, end] = boost::out_edges(unit, graph); edge != end; ++edge) {
            const int rank = graph[*edge].rank;
            if (rank > 0) targets.emplace_back(rank, boost::target(*edge, graph));
        }
        std::sort(targets.begin(), targets.end());
        for (const auto& target : targets) overflow_.push_back(static_cast<std::uint32_t>(target.second));
        overflow_begin_.push_back(overflow_.size());
    }
}

} // namespace framsyn::care
