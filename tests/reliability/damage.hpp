#pragma once

#include "app/ground/files.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace framsyn::reliability {

/// A sequence of whole numbers from a seed, the same on every machine (splitmix64; Steele, Lea and Flood 2014).
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }

  private:
    std::uint64_t state_;
};

/// The files of a scenario's folder by name.
using Folder = std::map<std::string, std::string>;

/// What was done to a file, for whoever looks into it.
struct Damage {
    std::string file;
    std::string what;
};

/// Changes one thing in one file of the folder: a number, a word, a line, an entry, a byte, a cell or the end.
Damage damage_one(Folder& folder, const std::vector<std::string>& files, Dice& dice);

} // namespace framsyn::reliability
