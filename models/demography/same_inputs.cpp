#include "models/demography/same_inputs.hpp"

#include <algorithm>

namespace framsyn::demography {
// Overloads beside those of the header, which a namespace without a name would hide.

static bool same(const DestinationMatrix::Move& a, const DestinationMatrix::Move& b) {
    return a.from == b.from && a.to == b.to && a.share == b.share;
}

static bool same(const Schedules& a, const Schedules& b) {
    return a.of_area == b.of_area && same(a.rates, b.rates);
}

static bool same(const Correction& a, const Correction& b) {
    return same(a.factor, b.factor) && same(a.added, b.added);
}

template <class Part>
static bool all_same(const std::vector<Part>& a, const std::vector<Part>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Part& x, const Part& y) { return same(x, y); });
}

static bool same(const DestinationMatrix::Block& a, const DestinationMatrix::Block& b) {
    return a.sex == b.sex && a.first_age == b.first_age && a.last_age == b.last_age && all_same(a.moves, b.moves);
}

static bool same(const Migration& a, const Migration& b) {
    return all_same(a.destinations.blocks, b.destinations.blocks) && same(a.internal_out_rate, b.internal_out_rate) &&
           same(a.destination_share, b.destination_share) && same(a.emigration_rate, b.emigration_rate) &&
           same(a.immigration, b.immigration) && same(a.net_persons, b.net_persons) &&
           same(a.newborn_net_persons, b.newborn_net_persons);
}

bool same(const Cohorts& a, const Cohorts& b) {
    return a.rows() == b.rows() && a.cols() == b.cols() && (a == b).all();
}

static bool same(const OtherDecline& a, const OtherDecline& b) {
    return a.full_to == b.full_to &&
           std::equal(a.factor.begin(), a.factor.end(), b.factor.begin(), b.factor.end(),
                      [](const std::vector<AgeSexTable>& x, const std::vector<AgeSexTable>& y) {
                          return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                                            [](const AgeSexTable& i, const AgeSexTable& j) { return (i == j).all(); });
                      });
}

bool same(const Inputs& a, const Inputs& b) {
    return a.areas == b.areas && a.first_year == b.first_year && a.last_year == b.last_year &&
           a.boys_per_girl == b.boys_per_girl && all_same(a.observed, b.observed) &&
           all_same(a.death_rates, b.death_rates) && same(a.other_decline, b.other_decline) &&
           all_same(a.fertility_rates, b.fertility_rates) && all_same(a.migration, b.migration) &&
           all_same(a.correction, b.correction);
}

} // namespace framsyn::demography
