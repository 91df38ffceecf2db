#include "app/sweep/sweep_folder.hpp"

#include "app/ground/disk/files.hpp"
#include "app/ground/disk/sha256.hpp"
#include "app/ground/disk/write_failed.hpp"
#include "app/ground/failure.hpp"
#include "app/ground/problems.hpp"
#include "app/sweep/read/plan_text.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <string_view>
#include <system_error>
#include <utility>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* plan_name = "sweep.json";
constexpr const char* chunk_ending = ".chunk";
constexpr const char* unfinished_mark = ".unfinished-";

std::string host_name() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "host";
}

/// `points-00000010-00000019.chunk`; nothing for other names.
std::optional<PointRange> range_in(const std::string& name) {
    std::size_t first = 0;
    std::size_t last = 0;
    int read = 0;
    if (std::sscanf(name.c_str(), "points-%zu-%zu.chunk%n", &first, &last, &read) != 2) return std::nullopt; // NOLINT
    if (static_cast<std::size_t>(read) != name.size() || last < first) return std::nullopt;
    return PointRange{first, last - first + 1};
}

/// What killed processes of this machine left half written; those of others may still be at work.
void remove_leftovers(const fs::path& folder) {
    const std::string mark = unfinished_mark + host_name() + "-";
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        const std::size_t at = name.find(mark);
        if (at == std::string::npos) continue;
        int process = 0;
        const char* begin = name.data() + at + mark.size();
        if (std::from_chars(begin, name.data() + name.size(), process).ec != std::errc{} || process <= 0) continue;
        if (::kill(process, 0) != 0 && errno == ESRCH) fs::remove(entry.path(), error);
    }
}

void make_folder(const fs::path& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error) throw BadInput({path.string(), 0, 0}, reason_of(error.value()));
}

/// What tells one sweep from another that was found in its folder.
Text difference(const SweepPlan& there, const SweepPlan& ours) {
    if (there.id != ours.id)
        return {fmt::format("hører til sveipet «{}»", there.id), fmt::format("belongs to the sweep \"{}\"", there.id)};
    if (there.version != ours.version)
        return {fmt::format("er regnet med framsyn {}", there.version),
                fmt::format("was computed by framsyn {}", there.version)};
    for (const SweepSource& source : ours.sources) {
        const auto same = [&](const SweepSource& other) {
            return other.path == source.path && other.sha256 == source.sha256;
        };
        if (std::none_of(there.sources.begin(), there.sources.end(), same))
            return {fmt::format("hører til et sveip der {} var en annen", source.path),
                    fmt::format("belongs to a sweep whose {} was another", source.path)};
    }
    return {"hører til et annet sveip", "belongs to another sweep"};
}

SweepPlan plan_at(const fs::path& folder) {
    const std::string path = (folder / plan_name).string();
    try {
        return plan_in(read_file(path, path));
    } catch (const BadInput&) {
        throw;
    } catch (const std::exception&) {
        throw BadInput({path, 0, 0}, {"er ikke slik framsyn skrev den", "isn't as framsyn wrote it"});
    }
}

} // namespace

std::string ranges_text(const std::vector<PointRange>& ranges) {
    std::vector<std::string> parts;
    for (const PointRange& range : ranges)
        parts.push_back(range.count == 1 ? fmt::format("{}", range.first)
                                         : fmt::format("{}-{}", range.first, range.end() - 1));
    return fmt::format("{}", fmt::join(parts, ","));
}

std::optional<std::vector<PointRange>> ranges_in(const std::string& text, std::size_t points) {
    std::vector<PointRange> ranges;
    const char* at = text.data();
    const char* const end = at + text.size();
    const auto number = [&](std::size_t& value) {
        const auto read = std::from_chars(at, end, value);
        at = read.ptr;
        return read.ec == std::errc{};
    };
    while (true) {
        std::size_t first = 0;
        if (!number(first)) return std::nullopt;
        std::size_t last = first;
        if (at != end && *at == '-') {
            ++at;
            if (!number(last)) return std::nullopt;
        }
        if (last < first || last >= points) return std::nullopt;
        ranges.push_back({first, last - first + 1});
        if (at == end) return ranges;
        if (*at++ != ',') return std::nullopt;
    }
}

void write_among_others(const fs::path& path, const std::string& content) {
    const std::string own = fmt::format("{}{}{}-{}", path.string(), unfinished_mark, host_name(), ::getpid());
    try {
        write_file(own, content);
    } catch (const WriteFailed& failure) { // told of the file that was wanted
        Text text = failure.text();
        for (std::string* told : {&text.nb, &text.en}) {
            if (told->starts_with(own)) told->replace(0, own.size(), path.string());
        }
        throw Failure(std::move(text));
    }
    if (::rename(own.c_str(), path.c_str()) != 0) {
        const int error = errno;
        ::unlink(own.c_str());
        throw WriteFailed(path.string(), error);
    }
}

SweepFolder::SweepFolder(fs::path path, SweepPlan plan, std::string sum)
    : path_(std::move(path)), plan_(std::move(plan)), sum_(std::move(sum)) {}

SweepFolder SweepFolder::of(const SweepPlan& plan, const fs::path& path) {
    const std::string text = plan_text(plan);
    std::error_code error;
    if (fs::exists(path, error) && !fs::is_directory(path, error))
        throw BadInput({path.string(), 0, 0},
                       {"er en fil; velg en mappe med --out", "is a file; choose a folder with --out"});
    const bool begun = fs::exists(path / plan_name, error);
    if (begun) {
        const SweepPlan there = plan_at(path);
        if (plan_text(there) != text) {
            const Text why = difference(there, plan);
            throw BadInput({path.string(), 0, 0},
                           {why.nb + "; velg en annen mappe med --out", why.en + "; choose another folder with --out"});
        }
    } else if (fs::exists(path, error) && !fs::is_empty(path, error) && !fs::exists(path / "chunks", error)) {
        throw BadInput({path.string(), 0, 0}, {"finnes fra før og er ikke et sveip; velg en annen mappe med --out",
                                               "exists and isn't a sweep; choose another folder with --out"});
    }
    make_folder(path / "chunks");
    remove_leftovers(path);
    remove_leftovers(path / "chunks");
    if (!begun) write_among_others(path / plan_name, text);
    return {path, plan, sha256(text)};
}

SweepFolder SweepFolder::at(const fs::path& path) {
    std::error_code error;
    if (!fs::is_directory(path, error) || !fs::exists(path / plan_name, error))
        throw BadInput({path.string(), 0, 0}, {"er ikke mappen til et sveip (sweep.json mangler)",
                                               "isn't the folder of a sweep (sweep.json is missing)"});
    SweepPlan plan = plan_at(path);
    std::string sum = sha256(plan_text(plan));
    return {path, std::move(plan), std::move(sum)};
}

void SweepFolder::write(const Chunk& chunk) const {
    if (chunk.count == 0) return;
    const std::string name =
        fmt::format("points-{:08}-{:08}{}", chunk.first, chunk.first + chunk.count - 1, chunk_ending);
    write_among_others(path_ / "chunks" / name, chunk_text(chunk, sum_));
}

std::vector<SweepFolder::ChunkFile> SweepFolder::files() const {
    std::vector<ChunkFile> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(path_ / "chunks", error)) {
        if (const auto range = range_in(entry.path().filename().string()))
            files.push_back({*range, entry.path().string()});
    }
    std::sort(files.begin(), files.end(), [](const ChunkFile& a, const ChunkFile& b) {
        if (a.range.first != b.range.first) return a.range.first < b.range.first;
        return a.range.count != b.range.count ? a.range.count > b.range.count : a.path < b.path;
    });
    return files;
}

Chunk SweepFolder::read(const ChunkFile& file) const {
    Chunk chunk = chunk_in(read_file(file.path, file.path), sum_, plan_.stored());
    const std::size_t points = sweep::Design(plan_.design).points();
    if (chunk.first != file.range.first || chunk.count != file.range.count || file.range.end() > points)
        throw DamagedChunk("another name than it was written under");
    return chunk;
}

SweepState state_of(const SweepFolder& folder) {
    SweepState state;
    state.points = SweepPoints(folder.plan()).count();
    state.files = folder.files();
    std::size_t next = 0;
    std::size_t studied = 0;
    double seconds = 0.0;
    for (std::size_t f = 0; f < state.files.size(); ++f) {
        const PointRange range = state.files[f].range;
        Chunk chunk;
        try {
            chunk = folder.read(state.files[f]);
        } catch (const DamagedChunk&) {
            state.damaged.push_back(state.files[f].path);
            continue;
        }
        seconds += chunk.seconds;
        studied += chunk.count;
        if (range.end() <= next) continue; // others have all of its points
        if (range.first > next) state.missing.push_back({next, range.first - next});
        const std::size_t first = std::max(next, range.first);
        state.parts.push_back({{first, range.end() - first}, f});
        state.done += range.end() - first;
        for (const PointFailure& failure : chunk.failures) state.failed += failure.point >= first ? 1U : 0U;
        next = range.end();
    }
    if (next < state.points) state.missing.push_back({next, state.points - next});
    if (studied > 0) state.seconds_a_point = seconds / static_cast<double>(studied);
    return state;
}

} // namespace framsyn::app
