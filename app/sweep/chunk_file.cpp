#include "app/sweep/chunk_file.hpp"

#include "app/ground/disk/sha256.hpp"

#include <nlohmann/json.hpp>

#include <bit>
#include <cstring>
#include <string_view>

namespace framsyn::app {
namespace {

using Json = nlohmann::ordered_json;

static_assert(std::endian::native == std::endian::little, "chunks are little-endian");

constexpr std::string_view signature = "framsyn-chunk 1\n";
constexpr std::size_t digits_of_sum = 64;

Json head_of(const Chunk& chunk, const std::string& of) {
    Json failures = Json::array();
    for (const PointFailure& failure : chunk.failures)
        failures.push_back({{"point", failure.point}, {"nb", failure.message.nb}, {"en", failure.message.en}});
    return {{"of", of},
            {"first", chunk.first},
            {"count", chunk.count},
            {"numbers", chunk.values.size()},
            {"seconds", chunk.seconds},
            {"failures", failures}};
}

Chunk read_head(const std::string& line, const std::string& of, std::size_t stored) {
    const Json head = Json::parse(line);
    if (head.at("of") != of) throw DamagedChunk("of another sweep");
    Chunk chunk;
    chunk.first = head.at("first");
    chunk.count = head.at("count");
    chunk.seconds = head.at("seconds");
    for (const Json& failure : head.at("failures"))
        chunk.failures.push_back({failure.at("point"), {failure.at("nb"), failure.at("en")}});
    const std::size_t numbers = head.at("numbers");
    if (numbers != chunk.count * stored) throw DamagedChunk("another number of values");
    chunk.values.resize(numbers);
    return chunk;
}

} // namespace

std::string chunk_text(const Chunk& chunk, const std::string& of) {
    std::string text(signature);
    text += head_of(chunk, of).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    const std::size_t bytes = chunk.values.size() * sizeof(double);
    const std::size_t begin = text.size();
    text.resize(begin + bytes);
    if (bytes > 0) std::memcpy(text.data() + begin, chunk.values.data(), bytes);
    return text + sha256(text);
}

Chunk chunk_in(const std::string& text, const std::string& of, std::size_t stored) {
    if (text.size() < signature.size() + digits_of_sum || !text.starts_with(signature))
        throw DamagedChunk("no chunk, or cut");
    const std::size_t end = text.size() - digits_of_sum;
    const std::size_t line_end = text.find('\n', signature.size());
    if (line_end == std::string::npos || line_end >= end || sha256(text.substr(0, end)) != text.substr(end))
        throw DamagedChunk("cut or changed");
    try {
        Chunk chunk = read_head(text.substr(signature.size(), line_end - signature.size()), of, stored);
        const std::size_t bytes = chunk.values.size() * sizeof(double);
        if (end - line_end - 1 != bytes) throw DamagedChunk("another number of values");
        if (bytes > 0) std::memcpy(chunk.values.data(), text.data() + line_end + 1, bytes);
        return chunk;
    } catch (const Json::exception& error) {
        throw DamagedChunk(error.what());
    }
}

} // namespace framsyn::app
