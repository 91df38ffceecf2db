#include "app/results/own_files.hpp"

#include "app/ground/disk/write_failed.hpp"
#include "app/ground/problems.hpp"
#include "app/results/manifest.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <map>
#include <system_error>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;

bool is_taken(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(path, ignored));
}

fs::path free_name(const fs::path& folder, const std::string& name) {
    std::string free = name;
    for (int i = 1; is_taken(folder / free); ++i) free = i == 1 ? name + ".kept" : fmt::format("{}.kept-{}", name, i);
    return free;
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
            if (name == "manifest.json" || entry.path().filename() == "charts" || ours.contains(name) ||
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

std::vector<std::string> carry(const std::vector<std::string>& names, const fs::path& from, const fs::path& to) {
    std::vector<std::string> renamed;
    for (const std::string& name : names) {
        const fs::path free = free_name(to, name);
        bring(from / name, to / free);
        if (free != fs::path(name)) renamed.push_back(free.generic_string());
    }
    return renamed;
}

} // namespace framsyn::app
