#pragma once

#include "app/sweep/chunk_file.hpp"
#include "app/sweep/read/sweep_plan.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace framsyn::app {

/// Points first … first + count − 1.
struct PointRange {
    std::size_t first = 0;
    std::size_t count = 0;

    std::size_t end() const { return first + count; }
};

/// «0-9,15», as --points takes it.
std::string ranges_text(const std::vector<PointRange>& ranges);
/// What that text says; nothing where it isn't one, or names a point beyond `points`.
std::optional<std::vector<PointRange>> ranges_in(const std::string& text, std::size_t points);

/// The folder of a sweep: sweep.json, and below chunks/ a file for each chunk that is done. Processes on many machines may
/// add chunks at the same time; a file is there whole or not at all.
class SweepFolder {
  public:
    /// The folder for a sweep, made where there is none. Throws BadInput where it is another sweep's, or no sweep's.
    static SweepFolder of(const SweepPlan& plan, const std::filesystem::path& path);
    /// The folder of a sweep that has begun. Throws BadInput where it isn't one.
    static SweepFolder at(const std::filesystem::path& path);

    const SweepPlan& plan() const { return plan_; }
    const std::filesystem::path& path() const { return path_; }

    /// Throws WriteFailed.
    void write(const Chunk& chunk) const;

    /// A chunk's file, by its name.
    struct ChunkFile {
        PointRange range;
        std::string path;
    };
    /// By first point, those that hold the most points first.
    std::vector<ChunkFile> files() const;
    /// Throws DamagedChunk.
    Chunk read(const ChunkFile& file) const;

  private:
    SweepFolder(std::filesystem::path path, SweepPlan plan, std::string sum);

    std::filesystem::path path_;
    SweepPlan plan_;
    std::string sum_; ///< of the plan: what chunks belong to
};

/// How far a sweep has come.
struct SweepState {
    std::size_t points = 0, done = 0, failed = 0; ///< failed are done too
    std::vector<PointRange> missing;
    std::vector<std::string> damaged; ///< paths
    double seconds_a_point = 0.0;     ///< of one process, mean
    /// Which file each run of points is taken from, in the order of the points.
    struct Part {
        PointRange range;
        std::size_t file = 0; ///< index into files
    };
    std::vector<Part> parts;
    std::vector<SweepFolder::ChunkFile> files;
};
/// Reads every chunk.
SweepState state_of(const SweepFolder& folder);

/// Writes a file whole or not at all, where others may write the same at the same time. Throws Failure.
void write_among_others(const std::filesystem::path& path, const std::string& content);

} // namespace framsyn::app
