#include "models/study/parts/shapley.hpp"

namespace framsyn::study {
namespace {

std::size_t members(std::size_t set) {
    std::size_t count = 0;
    for (; set != 0; set &= set - 1) ++count;
    return count;
}

/// s! (n − 1 − s)! / n!: of all orders, those in which a player comes just after a given set of s others.
std::vector<double> weights(std::size_t players) {
    std::vector<double> weight(players);
    for (std::size_t s = 0; s < players; ++s) {
        double orders = static_cast<double>(players); // n · C(n − 1, s)
        for (std::size_t i = 0; i < s; ++i)
            orders = orders * static_cast<double>(players - 1 - i) / (1.0 + static_cast<double>(i));
        weight[s] = 1.0 / orders;
    }
    return weight;
}

} // namespace

std::vector<double> shapley(std::size_t players, const std::vector<double>& value) {
    return Shapley(players).shares(value);
}

Shapley::Shapley(std::size_t players) : weight_(weights(players)) {
    for (std::size_t set = 0; set < std::size_t{1} << players; ++set) members_.push_back(members(set));
}

std::vector<double> Shapley::shares(const std::vector<double>& value) const {
    const std::size_t players = weight_.size();
    std::vector<double> share(players, 0.0);
    for (std::size_t set = 0; set < value.size(); ++set) {
        for (std::size_t player = 0; player < players; ++player) {
            const std::size_t bit = std::size_t{1} << player;
            if ((set & bit) == 0) share[player] += weight_[members_[set]] * (value[set | bit] - value[set]);
        }
    }
    return share;
}

} // namespace framsyn::study
