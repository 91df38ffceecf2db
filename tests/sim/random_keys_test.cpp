#include "sim/numerics/random_stream.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <vector>

using namespace framsyn;

// Neighbouring patients, replications and purposes must not share luck. The seeds are fixed: a test fails only when the
// code is wrong or has changed.
namespace {

struct Address {
    sim::StreamKey key;
    std::uint64_t index = 0;
};

struct Part {
    const char* name;
    int bits;
    Address (*moved)(Address, std::uint64_t change); // that part of the address exclusive or the change
};

constexpr auto part_seed = [](Address a, std::uint64_t change) {
    a.key.seed ^= change;
    return a;
};
constexpr auto part_replication = [](Address a, std::uint64_t change) {
    a.key.replication ^= static_cast<std::uint32_t>(change);
    return a;
};
constexpr auto part_purpose = [](Address a, std::uint64_t change) {
    a.key.purpose ^= static_cast<std::uint32_t>(change);
    return a;
};
constexpr auto part_entity = [](Address a, std::uint64_t change) {
    a.key.entity ^= change;
    return a;
};
constexpr auto part_index = [](Address a, std::uint64_t change) {
    a.index ^= change;
    return a;
};
constexpr Part kParts[] = {{"seed", 64, part_seed},
                           {"replication", 32, part_replication},
                           {"purpose", 32, part_purpose},
                           {"entity", 64, part_entity},
                           {"index", 64, part_index}};

sim::RandomBlock block_at(const Address& address) {
    return sim::RandomStream(address.key).block(address.index);
}

// Pairs of uniforms that should have nothing to do with each other.
struct Pairs {
    std::array<double, 256> cells{};
    double n = 0.0;
    double products = 0.0;

    void add(double x, double y) {
        cells[static_cast<std::size_t>(x * 16.0) * 16 + static_cast<std::size_t>(y * 16.0)] += 1.0;
        n += 1.0;
        products += (x - 0.5) * (y - 0.5) * 12.0;
    }
    void check() const {
        double chi_square = 0.0;
        for (const double count : cells) chi_square += std::pow(count - n / 256.0, 2) / (n / 256.0);
        // 255 degrees of freedom: the 0.1 % points, so that two seeds in a thousand would fail.
        CHECK(chi_square > 188.0);
        CHECK(chi_square < 330.5);
        // The products have mean 0 and variance 1: beyond 3.29 for one seed in a thousand.
        CHECK(std::abs(products / std::sqrt(n)) < 3.29);
    }
};

constexpr Address kBase{{2024, 3, 5, 0x9e3779b97f4a7c15ULL}, 77};
constexpr std::uint64_t kPairs = 65'536;

} // namespace

TEST_CASE("Numbers of neighbouring keys and indices are uncorrelated and independent in pairs") {
    for (const Part& part : kParts) {
        // Neighbours that are one apart, 256 as two patients in a cell, and 2^24 as two cells of arrivals.
        for (const int apart : {0, 8, 24}) {
            if (apart + 17 > part.bits) continue;
            INFO(part.name << ", 2^" << apart << " apart");
            Pairs same_half;
            Pairs other_half;
            for (std::uint64_t i = 0; i < kPairs; ++i) {
                const std::uint64_t place = (2 * i) << static_cast<unsigned>(apart);
                const sim::RandomBlock first = block_at(part.moved(kBase, place));
                const sim::RandomBlock second = block_at(part.moved(kBase, place ^ (1ULL << apart)));
                same_half.add(first.uniform(0), second.uniform(0));
                other_half.add(first.uniform(1), second.uniform(0));
            }
            same_half.check();
            other_half.check();
        }
    }
}

TEST_CASE("Changing any one bit of a key or an index changes each bit of the block with probability one half") {
    // Blocks of 256 addresses: 32 768 bits, of which half change, with standard deviation 90.5. The largest of the 256
    // deviations is beyond 4.9 of these for 2.5 seeds in ten thousand.
    for (const Part& part : kParts) {
        double worst = 0.0;
        for (int bit = 0; bit < part.bits; ++bit) {
            int changed = 0;
            for (std::uint64_t i = 0; i < 256; ++i) {
                const Address address = part_entity(kBase, i * 0x100000001b3ULL);
                const sim::RandomBlock before = block_at(address);
                const sim::RandomBlock after = block_at(part.moved(address, 1ULL << static_cast<unsigned>(bit)));
                for (std::size_t word = 0; word < 4; ++word) {
                    changed += std::popcount(before.words[word] ^ after.words[word]);
                }
            }
            worst = std::max(worst, std::abs(changed - 16'384) / 90.5);
        }
        INFO(part.name);
        CHECK(worst < 4.9);
        CHECK(worst > 1.0); // for 32 of them all closer than that: 5e-6
    }
}

TEST_CASE("The four words of a block and the same words of blocks that follow are independent") {
    const sim::RandomStream stream(kBase.key);
    for (unsigned a = 0; a < 4; ++a) {
        for (unsigned b = 0; b < 4; ++b) {
            INFO(a << b);
            Pairs within;
            Pairs across;
            for (std::uint64_t i = 0; i < kPairs; ++i) {
                if (a < b) within.add(stream.block(i).uniform_word(a), stream.block(i).uniform_word(b));
                across.add(stream.block(2 * i).uniform_word(a), stream.block(2 * i + 1).uniform_word(b));
            }
            if (a < b) within.check();
            across.check();
        }
    }
}

TEST_CASE("No two of a million neighbouring keys share a stream") {
    // 2^20 blocks of 128 bits: two agree in their first 64 bits for three seeds in a hundred million.
    std::vector<std::uint64_t> starts;
    for (std::uint32_t replication = 0; replication < 64; ++replication) {
        for (std::uint32_t purpose = 0; purpose < 16; ++purpose) {
            for (std::uint64_t entity = 0; entity < 1024; ++entity) {
                starts.push_back(sim::RandomStream({1, replication, purpose, entity}).block(0).bits(0));
            }
        }
    }
    std::sort(starts.begin(), starts.end());
    CHECK(std::adjacent_find(starts.begin(), starts.end()) == starts.end());
}
