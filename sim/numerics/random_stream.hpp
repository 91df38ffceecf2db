#pragma once

#include "sim/numerics/philox.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace framsyn::sim {

/// Ties luck to an entity and its purpose: streams with different keys are independent, and a key always
/// gives the same numbers, whatever else is simulated.
struct StreamKey {
    std::uint64_t seed = 0;
    std::uint32_t replication = 0;
    std::uint32_t purpose = 0;
    std::uint64_t entity = 0;
};

/// FNV-1a hash of a text, for entities that are known by name. Pass the hash of one text as `start` of the
/// next to hash a sequence.
[[nodiscard]] constexpr std::uint64_t hash_text(std::string_view text, std::uint64_t start = 0xcbf29ce484222325ULL) {
    std::uint64_t hash = start;
    for (const char letter : text) {
        hash ^= static_cast<unsigned char>(letter);
        hash *= 0x100000001b3ULL;
    }
    hash ^= 0x1fU; // ends the text, so that "ab","c" and "a","bc" differ
    hash *= 0x100000001b3ULL;
    return hash;
}

/// Uniform on the open interval (0, 1): an odd multiple of 2^-53, so that 1 - u is exact and never 0.
[[nodiscard]] constexpr double open_uniform(std::uint64_t bits) {
    return (static_cast<double>(bits >> 12U) + 0.5) * 0x1p-52;
}

/// The same from 32 bits, for choices among few: an odd multiple of 2^-33.
[[nodiscard]] constexpr double open_uniform(std::uint32_t bits) {
    return (static_cast<double>(bits) + 0.5) * 0x1p-32;
}

/// 128 random bits.
struct RandomBlock {
    PhiloxCounter words{};

    [[nodiscard]] constexpr std::uint64_t bits(unsigned half) const {
        return (static_cast<std::uint64_t>(words[2 * half]) << 32U) | words[2 * half + 1];
    }
    /// Uniform of 52 bits from half 0 or 1 of the block.
    [[nodiscard]] constexpr double uniform(unsigned half) const { return open_uniform(bits(half)); }
    /// Uniform of 32 bits from word 0..3.
    [[nodiscard]] constexpr double uniform_word(unsigned word) const { return open_uniform(words[word]); }
};

/// A stream of blocks addressed by a 64-bit index; no state, so any index can be asked for at any time.
class RandomStream {
  public:
    constexpr explicit RandomStream(const StreamKey& key) {
        const PhiloxCounter mixed =
            philox({key.replication, key.purpose, low(key.entity), high(key.entity)}, {low(key.seed), high(key.seed)});
        key_ = {mixed[0], mixed[1]};
        prefix_ = {mixed[2], mixed[3]};
    }

    [[nodiscard]] constexpr RandomBlock block(std::uint64_t index) const { return {philox(counter(index), key_)}; }

    /// The blocks of `first`, `first` + 1, ...: faster than one by one.
    void blocks(std::uint64_t first, std::span<RandomBlock> out) const;

    /// The blocks of the given indices, in their order; as many in `out`, else std::invalid_argument.
    void blocks(std::span<const std::uint64_t> indices, std::span<RandomBlock> out) const;

  private:
    [[nodiscard]] constexpr PhiloxCounter counter(std::uint64_t index) const {
        return {low(index), high(index), prefix_[0], prefix_[1]};
    }
    static constexpr std::uint32_t low(std::uint64_t bits) { return static_cast<std::uint32_t>(bits); }
    static constexpr std::uint32_t high(std::uint64_t bits) { return static_cast<std::uint32_t>(bits >> 32U); }

    PhiloxKey key_{};
    PhiloxKey prefix_{};
};

/// Reads a stream's uniforms one after the other from a given block on, two a block.
class RandomSequence {
  public:
    constexpr explicit RandomSequence(const RandomStream& stream, std::uint64_t first_block = 0)
        : stream_(&stream), next_block_(first_block) {}

    constexpr double next() {
        half_ ^= 1U;
        if (half_ == 0U) block_ = stream_->block(next_block_++);
        return block_.uniform(half_);
    }

  private:
    const RandomStream* stream_;
    std::uint64_t next_block_;
    RandomBlock block_{};
    unsigned half_ = 1;
};

} // namespace framsyn::sim
