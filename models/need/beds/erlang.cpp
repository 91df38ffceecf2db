#include "models/need/beds/erlang.hpp"

#include "sim/numerics/elementary.hpp"

#include <stdexcept>

namespace framsyn::need {
namespace {

/// Erlang C from Erlang B at the same number of servers: C = B / (1 − ρ(1 − B)).
double waiting_share(double blocked, int servers, double offered_load) {
    const double utilisation = offered_load / servers;
    return utilisation >= 1.0 ? 1.0 : blocked / (1.0 - utilisation * (1.0 - blocked));
}

} // namespace

double erlang_b(int servers, double offered_load) {
    double blocked = 1.0;
    for (int c = 1; c <= servers; ++c) blocked = offered_load * blocked / (c + offered_load * blocked);
    return blocked;
}

double erlang_c(int servers, double offered_load) {
    return servers == 0 ? 1.0 : waiting_share(erlang_b(servers, offered_load), servers, offered_load);
}

double wait_above(double stays, int servers, double offered_load) {
    if (!(servers > offered_load)) return 1.0;
    return erlang_c(servers, offered_load) * sim::exp(-(servers - offered_load) * stays);
}

int beds_for_service_level(double offered_load, double risk, WhenFull when_full, const Patience& patience) {
    if (!(risk > 0.0 && risk < 1.0)) throw std::logic_error("the risk must lie between 0 and 1");
    if (!(offered_load > 0.0)) return 0;
    // The recursion for 1/B, 1/B(c) = 1 + c/a · 1/B(c−1), and the conditions without division: B ≤ r is 1/B ≥ 1/r, and
    // C · w ≤ r is (1/B)(c − a) + a ≥ w · c/r, which no c ≤ a fulfils. Of those who wait, w are failed.
    const double per_load = 1.0 / offered_load;
    const double most = 1.0 / risk;
    const bool some_may_wait = patience.stays > 0.0 && patience.urgent_share < 1.0;
    double inverse = 1.0;
    for (int c = 1;; ++c) {
        inverse = 1.0 + inverse * (c * per_load);
        if (when_full == WhenFull::lost) {
            if (inverse >= most) return c;
        } else if (c > offered_load) {
            const double spare = c - offered_load;
            const double failed = some_may_wait ? patience.urgent_share +
                                                      (1.0 - patience.urgent_share) * sim::exp(-spare * patience.stays)
                                                : 1.0;
            if (inverse * spare + offered_load >= failed * c * most) return c;
        }
    }
}

} // namespace framsyn::need
