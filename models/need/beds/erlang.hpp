#pragma once

namespace framsyn::need {

/// Erlang B: the share of arrivals that find all servers taken in M/G/c/c, by the recursion
/// B(c) = a·B(c−1) / (c + a·B(c−1)) (Jagerman 1974). offered_load in erlangs (mean occupied beds if there were no
/// limit), ≥ 0; servers ≥ 0.
double erlang_b(int servers, double offered_load);

/// Erlang C: the share of arrivals that must wait in M/M/c; 1 when offered_load ≥ servers.
double erlang_c(int servers, double offered_load);

/// The share of arrivals that wait longer than so many mean stays in M/M/c, first come first served:
/// C(c, a) · exp(−(c − a) · stays) (Gross et al. 2008, ch. 2.4); 1 when offered_load ≥ servers.
double wait_above(double stays, int servers, double offered_load);

enum class WhenFull {
    lost, ///< the service loses or transfers those who find it full: Erlang B
    waits ///< they queue: Erlang C
};

/// How long those who find it full may wait without a bed being missed.
struct Patience {
    double stays = 0.0;        ///< tolerated wait over the mean stay; 0: any wait is one too many
    double urgent_share = 1.0; ///< of arrivals, who tolerate none
};

/// The smallest number of beds at which the share of arrivals that are failed is at most risk: who find all of them taken;
/// where they queue, the urgent who wait at all and the others who wait longer than they may.
/// 0 < risk < 1. No beds are needed for no load.
int beds_for_service_level(double offered_load, double risk, WhenFull when_full, const Patience& patience = {});

} // namespace framsyn::need
