#include "app/results/own_files.hpp"

#include "app/ground/disk/write_failed.hpp"
#include "app/ground/problems.hpp"
#include "app/results/manifest.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <system_error>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;

bool is_taken(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(path, ignored));
}

/// A second name where the file system has that, else a copy.
void bring(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::create_directories(to.parent_path(), error);
    if (fs::is_directory(fs::symlink_status(from))) {
        fs::create_directories(to, error);
    } else if (::link(from.c_str(), to.c_str()) != 0) {
        error.clear();
        fs::copy(from, to, fs::copy_options::copy_symlinks, error);
    }
    if (error) throw WriteFailed(to.string(), error.value());
}

} // namespace

std::vector<std::string> own_files(const fs::path& folder) {
    const std::map<std::string, std::string> ours = outputs_of(folder);
    std::vector<std::string> names;
    try {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
            const std::string name = entry.path().lexically_relative(folder).generic_string();
            const bool is_folder = entry.is_directory() && !entry.is_symlink();
            if (name == "manifest.json" || (entry.path().filename() == "charts" && is_folder) || ours.contains(name) ||
                is_leftover(name))
                continue;
            if (!is_folder || fs::is_empty(entry.path())) names.push_back(name);
        }
    } catch (const fs::filesystem_error& error) {
        throw BadInput({error.path1().string(), 0, 0}, reason_of(error.code().value()));
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string free_name(const fs::path& folder, const std::string& name) {
    const fs::path path(name);
    fs::path free;
    for (auto part = path.begin(); part != path.end(); ++part) {
        const bool is_last = std::next(part) == path.end();
        const auto is_free = [&](const fs::path& place) {
            std::error_code ignored;
            return !is_taken(place) || (!is_last && fs::is_directory(place, ignored));
        };
        std::string own = part->string();
        for (int i = 1; !is_free(folder / free / own); ++i)
            own = i == 1 ? part->string() + ".kept" : fmt::format("{}.kept-{}", part->string(), i);
        free /= own;
    }
    return free.generic_string();
}

std::vector<std::string> carry(const std::vector<std::string>& names, const fs::path& from, const fs::path& to) {
    std::vector<std::string> renamed;
    for (const std::string& name : names) {
        const std::string free = free_name(to, name);
        bring(from / name, to / free);
        if (free != name) renamed.push_back(free);
    }
    return renamed;
}

} // namespace framsyn::app
