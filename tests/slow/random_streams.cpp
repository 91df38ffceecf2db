#include "sim/numerics/random_stream.hpp"

#include <cstdint>
#include <cstdio>
#include <exception>
#include <span>
#include <string_view>
#include <vector>

// random_streams NAME: writes random numbers to standard output as raw 32-bit words, without end, for a battery of
// tests (random_battery.sh). The names are the orders in which the numbers are taken.

using namespace framsyn;

namespace {

constexpr std::size_t kBlocks = 4096;
constexpr std::uint64_t kSeed = 20'240'101;
constexpr std::string_view kNames = "abcdefghij";

// False when nobody reads any more.
bool write(const std::vector<sim::RandomBlock>& blocks) {
    return std::fwrite(blocks.data(), sizeof(sim::RandomBlock), blocks.size(), stdout) == blocks.size();
}

// One key, block after block.
void one_stream() {
    const sim::RandomStream stream({kSeed, 0, 1, sim::hash_text("one")});
    std::vector<sim::RandomBlock> blocks(kBlocks);
    for (std::uint64_t first = 0;; first += kBlocks) {
        stream.blocks(first, blocks);
        if (!write(blocks)) return;
    }
}

// The first two blocks of key after key: seeds, purposes, entities and replications that are one apart follow each
// other, the entities fastest.
void neighbouring_keys() {
    std::vector<sim::RandomBlock> blocks(kBlocks);
    for (std::uint64_t key = 0;;) {
        for (std::size_t i = 0; i < kBlocks; i += 2, ++key) {
            const sim::RandomStream stream({kSeed + (key >> 20U) % 4, static_cast<std::uint32_t>(key >> 22U),
                                            static_cast<std::uint32_t>((key >> 16U) % 16), key % 65'536});
            stream.blocks(0, std::span(blocks).subspan(i, 2));
        }
        if (!write(blocks)) return;
    }
}

// As a simulation of arrivals takes them: ten named entities in turn, three purposes each, and for each purpose the
// blocks of five individuals whose identities differ in bits 8.. of the index, the cells they lie in in bits 24.. and
// the slices of time in bits 40..; a thousand slices, then the next replication.
void interleaved_entities() {
    std::vector<sim::RandomBlock> blocks;
    for (std::uint32_t replication = 0;; ++replication) {
        std::vector<sim::RandomStream> streams;
        for (std::size_t entity = 0; entity < kNames.size(); ++entity) {
            const std::uint64_t hash = sim::hash_text("service", sim::hash_text(kNames.substr(entity, 1)));
            for (std::uint32_t purpose = 1; purpose <= 3; ++purpose)
                streams.emplace_back(sim::StreamKey{kSeed, replication, purpose, hash});
        }
        for (std::uint64_t cell = 0; cell < 2000; ++cell) {
            blocks.clear();
            for (const sim::RandomStream& stream : streams) {
                for (std::uint64_t individual = 0; individual < 5; ++individual) {
                    blocks.push_back(stream.block((cell / 2) << 40U | (cell % 2) << 24U | individual << 8U));
                }
            }
            if (!write(blocks)) return;
        }
    }
}

} // namespace

int main(int argc, char** argv) try {
    const std::string_view name = argc == 2 ? argv[1] : "";
    if (name == "one")
        one_stream();
    else if (name == "keys")
        neighbouring_keys();
    else if (name == "entities")
        interleaved_entities();
    else {
        std::fputs("random_streams one|keys|entities\n", stderr);
        return 2;
    }
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
