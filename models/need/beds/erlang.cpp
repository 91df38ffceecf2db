#include "models/need/beds/erlang.hpp"

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

int beds_for_service_level(double offered_load, double risk, WhenFull when_full) {
    if (!(risk > 0.0 && risk < 1.0)) throw std::logic_error("the risk must lie between 0 and 1");
    if (!(offered_load > 0.0)) return 0;
    // The recursion for 1/B, 1/B(c) = 1 + c/a · 1/B(c−1), and the two conditions without division: B ≤ r is 1/B ≥ 1/r,
    // and C ≤ r is (1/B)(c − a) + a ≥ c/r, which no c ≤ a fulfils.
    const double per_load = 1.0 / offered_load;
    const double most = 1.0 / risk;
    double inverse = 1.0;
    for (int c = 1;; ++c) {
        inverse = 1.0 + inverse * (c * per_load);
        const bool enough =
            when_full == WhenFull::lost ? inverse >= most : inverse * (c - offered_load) + offered_load >= c * most;
        if (enough) return c;
    }
}

} // namespace framsyn::need
