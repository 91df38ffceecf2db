#pragma once

#include <cstddef>
#include <vector>

namespace framsyn::study {

/// Most players that are told apart exactly: the value of every set of them is needed.
inline constexpr std::size_t most_players = 10;

/// The Shapley value of each player (Shapley 1953): the mean over all orders of what the player adds to those before it.
/// `value[S]` is the value of the set whose members are the bits of S; 2^players of them. The values sum to
/// value[all] − value[none].
std::vector<double> shapley(std::size_t players, const std::vector<double>& value);

/// The same for many games of so many players.
class Shapley {
  public:
    explicit Shapley(std::size_t players);
    std::vector<double> shares(const std::vector<double>& value) const;

  private:
    std::vector<double> weight_;       ///< [members before]
    std::vector<std::size_t> members_; ///< [set]
};

} // namespace framsyn::study
