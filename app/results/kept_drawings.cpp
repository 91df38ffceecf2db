#include "app/results/kept_drawings.hpp"

#include "app/ground/disk/files.hpp"
#include "app/ground/disk/sha256.hpp"
#include "app/ground/disk/write_failed.hpp"
#include "app/results/manifest.hpp"
#include "app/results/own_files.hpp"

#include <algorithm>
#include <system_error>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;

/// SHA-256, or nothing where it is no file.
std::string sum_of(const fs::path& path) {
    std::error_code ignored;
    return fs::is_regular_file(path, ignored) ? sha256(read_file(path.string(), path.string())) : "";
}

} // namespace

KeptDrawings::KeptDrawings(const fs::path& folder) : folder_(folder), copies_([this] { remove_copies(); }) {
    std::vector<std::string> theirs = own_files(folder);
    for (std::string& edited : overwritten_files(folder)) theirs.push_back(std::move(edited));
    for (const std::string& name : theirs) {
        const std::string sum = is_drawn(name) ? sum_of(folder / name) : "";
        if (sum.empty()) continue;
        const std::string copy = free_name(folder, name);
        const auto still = nothing_undone();
        kept_.push_back({name, copy, sum});
        std::error_code error;
        fs::copy_file(folder / name, folder / copy, error);
        if (error) throw WriteFailed((folder / copy).string(), error.value());
    }
}

std::vector<std::string> KeptDrawings::finish() {
    std::vector<std::string> replaced;
    const auto still = nothing_undone();
    for (auto kept = kept_.begin(); kept != kept_.end();) {
        if (sum_of(folder_ / kept->name) == kept->sum) {
            ++kept;
            continue;
        }
        replaced.push_back(kept->copy);
        kept = kept_.erase(kept);
    }
    copies_.undo();
    return replaced;
}

std::vector<std::string> KeptDrawings::theirs(const std::vector<std::string>& others) const {
    std::vector<std::string> theirs;
    for (const Kept& kept : kept_) theirs.push_back(kept.copy);
    for (const std::string& name : others) {
        const auto kept = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& one) { return one.name == name; });
        if (kept == kept_.end() || sum_of(folder_ / name) == kept->sum) theirs.push_back(name);
    }
    return theirs;
}

void KeptDrawings::remove_copies() {
    std::error_code ignored;
    for (const Kept& kept : kept_) {
        if (sum_of(folder_ / kept.name) == kept.sum) fs::remove(folder_ / kept.copy, ignored);
    }
}

} // namespace framsyn::app
