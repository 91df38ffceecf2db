#pragma once

#include "models/study/draws/draw_sample.hpp"

#include <array>
#include <vector>

namespace framsyn::study {

/// Of a population's change what is in a set: how many there are, their mix of ages and sexes, and that they move. Without
/// a number or a mix that of the year that is compared with stands; without moves, the same projection with nobody moving after the last
/// registered 1 January.
struct PeopleSet {
    bool number = false;
    bool age_mix = false;
    bool migration = false;
};

/// Every draw's people beside themselves without moves.
class PeopleSplit {
  public:
    /// Bed days a day at the table's rates, of the year over those of year `from`, if only what is in the set had changed.
    double use_ratio(const PeopleSet& set, TrustId residence, std::size_t rate, std::size_t from, std::size_t year,
                     std::size_t at) const;

  private:
    friend PeopleSplit split_people(const Scenario&, const Block&, const Runner&);
    std::size_t place(std::size_t moves, TrustId residence, std::size_t what, std::size_t year, std::size_t at) const {
        return (((at * 2 + moves) * trusts_ + residence.index()) * whats_ + what) * years_ + year;
    }

    std::size_t trusts_ = 0, whats_ = 0, years_ = 0;
    std::vector<double> of_; ///< [draw][moves][trust][persons, then use by rate table][year]
};

PeopleSplit split_people(const Scenario& scenario, const Block& draws, const Runner& run);

/// The inputs of a projection in which nobody moves and nothing is raked.
demography::Inputs without_moves(demography::Inputs inputs);

} // namespace framsyn::study
