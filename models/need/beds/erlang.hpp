#pragma once

namespace framsyn::need {

/// Erlang B: the share of arrivals that find all servers taken in M/G/c/c, by the recursion
/// B(c) = a·B(c−1) / (c + a·B(c−1)) (Jagerman 1974). offered_load in erlangs (mean occupied beds if there were no
/// limit), ≥ 0; servers ≥ 0.
double erlang_b(int servers, double offered_load);

/// Erlang C: the share of arrivals that must wait in M/M/c; 1 when offered_load ≥ servers.
double erlang_c(int servers, double offered_load);

enum class WhenFull {
    lost, ///< the service loses or transfers those who find it full: Erlang B
    waits ///< they queue: Erlang C
};

/// The smallest number of beds at which the share of arrivals that find all of them taken is at most risk.
/// 0 < risk < 1. No beds are needed for no load.
int beds_for_service_level(double offered_load, double risk, WhenFull when_full);

} // namespace framsyn::need
