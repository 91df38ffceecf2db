#pragma once

#include <cstdint>

namespace framsyn::care {

/// Which luck a run has. Every patient's numbers follow from these two, the ids of trust and service, and the
/// patient's own cell and index; nothing else.
struct Luck {
    std::uint64_t seed = 1;
    std::uint32_t replication = 0;
};

} // namespace framsyn::care
