#include "app/sweep/points_in_order.hpp"

#include <algorithm>
#include <limits>

namespace framsyn::app {
namespace {

/// The chunk that a point is in, kept until another is asked for.
class ChunkReader {
  public:
    ChunkReader(const SweepFolder& folder, const SweepState& state) : folder_(folder), state_(state) {}

    /// Nothing where the point is missing. Points are asked for in order.
    const Chunk* chunk_of(std::size_t point) {
        while (next_ < state_.parts.size() && state_.parts[next_].range.end() <= point) {
            ++next_;
            read_ = false;
        }
        if (next_ == state_.parts.size() || state_.parts[next_].range.first > point) return nullptr;
        if (!read_) {
            chunk_ = folder_.read(state_.files[state_.parts[next_].file]);
            read_ = true;
        }
        return &chunk_;
    }

  private:
    const SweepFolder& folder_;
    const SweepState& state_;
    std::size_t next_ = 0;
    bool read_ = false;
    Chunk chunk_;
};

void take(const Chunk& chunk, std::size_t point, std::size_t stored, PointBlock& block) {
    const std::size_t at = point - block.first;
    block.status[at] = PointStatus::done;
    for (const PointFailure& failure : chunk.failures) {
        if (failure.point != point) continue;
        block.status[at] = PointStatus::failed;
        block.failure[at] = failure.message.en;
    }
    const auto from = chunk.values.begin() + static_cast<std::ptrdiff_t>((point - chunk.first) * stored);
    std::copy(from, from + static_cast<std::ptrdiff_t>(stored),
              block.values.begin() + static_cast<std::ptrdiff_t>(at * stored));
}

} // namespace

std::size_t points_in_a_block(const SweepPlan& plan) {
    constexpr std::size_t numbers = 1U << 20U; // 8 MB
    constexpr std::size_t most = 1024;
    return std::clamp<std::size_t>(numbers / std::max<std::size_t>(1, plan.stored()), 1, most);
}

void for_each_block(const SweepFolder& folder, const SweepState& state,
                    const std::function<void(const PointBlock&)>& visit) {
    const std::size_t stored = folder.plan().stored();
    const std::size_t size = points_in_a_block(folder.plan());
    ChunkReader reader(folder, state);
    for (std::size_t first = 0; first < state.points; first += size) {
        const std::size_t count = std::min(size, state.points - first);
        PointBlock block{first, std::vector<PointStatus>(count, PointStatus::missing), std::vector<std::string>(count),
                         std::vector<double>(count * stored, std::numeric_limits<double>::quiet_NaN())};
        for (std::size_t point = first; point < first + count; ++point) {
            if (const Chunk* chunk = reader.chunk_of(point)) take(*chunk, point, stored, block);
        }
        visit(block);
    }
}

} // namespace framsyn::app
