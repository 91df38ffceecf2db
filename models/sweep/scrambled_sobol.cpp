#include "models/sweep/scrambled_sobol.hpp"

#include "sim/numerics/random_stream.hpp"

#include <boost/random/detail/sobol_table.hpp>

#include <bit>
#include <stdexcept>

namespace framsyn::sweep {
namespace {

using Table = boost::random::detail::qrng_tables::sobol;

/// Purpose of the scrambling's random bits; part of what makes a seed repeatable.
constexpr std::uint32_t scrambling_purpose = 401;
constexpr unsigned bits = 32;

/// Bratley and Fox (1988), Algorithm 659, ACM TOMS 14(1), section 2: m(j) from those of the degree's numbers before it.
std::vector<std::uint32_t> directions_of(std::size_t dimension) {
    std::vector<std::uint32_t> numbers(bits, 1);
    if (dimension > 0) {
        const std::uint32_t polynomial = Table::polynomial(dimension - 1);
        const auto degree = static_cast<unsigned>(std::bit_width(polynomial)) - 1;
        for (unsigned j = 0; j < bits; ++j) {
            if (j < degree) {
                numbers[j] = Table::minit(dimension - 1, j);
                continue;
            }
            numbers[j] = numbers[j - degree];
            for (unsigned k = 1; k <= degree; ++k) {
                if (((polynomial >> (degree - k)) & 1U) != 0) numbers[j] ^= numbers[j - k] << k;
            }
        }
    }
    for (unsigned j = 0; j < bits; ++j) numbers[j] <<= bits - 1 - j;
    return numbers;
}

} // namespace

ScrambledSobol::ScrambledSobol(std::uint64_t seed, std::size_t dimensions) : seed_(seed) {
    static_assert(most_dimensions == Table::max_dimension);
    if (dimensions > most_dimensions) throw std::invalid_argument("Sobol's sequence has no such dimension");
    for (std::size_t d = 0; d < dimensions; ++d) directions_.push_back(directions_of(d));
}

double ScrambledSobol::coordinate(std::uint64_t point, std::size_t dimension) const {
    std::uint32_t digits = 0;
    for (unsigned j = 0; j < bits; ++j) {
        if (((point >> j) & 1U) != 0) digits ^= directions_[dimension][j];
    }
    const sim::RandomStream turns(sim::StreamKey{seed_, static_cast<std::uint32_t>(dimension), scrambling_purpose, 0});
    std::uint32_t scrambled = 0;
    for (unsigned bit = 0; bit < bits; ++bit) {
        // The bits above, behind a leading one, so that no two places of the tree have the same number.
        const std::uint64_t place = (1ULL << bit) | (static_cast<std::uint64_t>(digits) >> (bits - bit));
        const std::uint32_t own = (digits >> (bits - 1 - bit)) & 1U;
        scrambled = (scrambled << 1U) | (own ^ (turns.block(place).words[0] & 1U));
    }
    return sim::open_uniform(scrambled);
}

std::vector<double> ScrambledSobol::point(std::uint64_t point) const {
    std::vector<double> coordinates;
    for (std::size_t d = 0; d < dimensions(); ++d) coordinates.push_back(coordinate(point, d));
    return coordinates;
}

} // namespace framsyn::sweep
