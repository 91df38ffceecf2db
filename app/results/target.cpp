#include "app/results/target.hpp"

#include "app/ground/disk/write_failed.hpp"
#include "app/ground/problems.hpp"
#include "app/results/manifest.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* partial = "partial";
constexpr const char* old = "old";

/// Whether a name is that of a target's neighbour of this kind, of whichever process.
bool is_neighbour(const std::string& name, const std::string& target, const char* what) {
    const std::string begin = fmt::format("{}.{}-", target, what);
    return name.size() > begin.size() && name.starts_with(begin) &&
           std::all_of(name.begin() + static_cast<std::ptrdiff_t>(begin.size()), name.end(),
                       [](unsigned char letter) { return std::isdigit(letter) != 0; });
}

std::vector<fs::path> entries_of(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        entries.push_back(entry->path());
    std::sort(entries.begin(), entries.end());
    return entries;
}

void rename_over(const fs::path& from, const fs::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) throw WriteFailed(to.string(), errno);
}

} // namespace

fs::path target_of(const fs::path& typed) {
    fs::path path = fs::absolute(typed);
    constexpr int most_links = 40;
    std::error_code error;
    for (int links = 0; fs::is_symlink(path.has_filename() ? path : path.parent_path(), error); ++links) {
        if (links == most_links)
            throw BadInput({typed.string(), 0, 0}, {"lenken fører tilbake til seg selv", "the link leads to itself"});
        if (!path.has_filename()) path = path.parent_path();
        path = path.parent_path() / fs::read_symlink(path, error);
    }
    fs::path target = fs::weakly_canonical(path, error);
    if (error) throw BadInput({typed.string(), 0, 0}, reason_of(error.value()));
    return target.has_filename() ? target : target.parent_path();
}

std::vector<std::unique_ptr<Unfinished>> make_parents(const fs::path& target) {
    std::vector<fs::path> missing;
    std::error_code error;
    for (fs::path folder = target.parent_path(); !fs::exists(folder, error); folder = folder.parent_path()) {
        if (error) break;
        missing.push_back(folder);
    }
    std::vector<std::unique_ptr<Unfinished>> made;
    while (!missing.empty()) {
        const fs::path folder = missing.back();
        missing.pop_back();
        const auto still = nothing_undone();
        if (!fs::create_directory(folder, error) && error)
            throw BadInput({folder.string(), 0, 0}, reason_of(error.value()));
        // Only if it is empty, and the innermost first.
        made.insert(made.begin(), std::make_unique<Unfinished>([folder] { ::rmdir(folder.c_str()); }));
    }
    if (!fs::is_directory(target.parent_path(), error))
        throw BadInput({target.parent_path().string(), 0, 0}, reason_of(ENOTDIR));
    return made;
}

fs::path neighbour(const fs::path& target, const std::string& what) {
    fs::path path = target;
    path += fmt::format(".{}-{}", what, ::getpid());
    return path;
}

std::unique_ptr<WorkLock> lock_of(const fs::path& target, const std::string& typed) {
    fs::path path = target;
    path += ".lock";
    std::unique_ptr<WorkLock> lock = WorkLock::take(path);
    if (!lock)
        throw BadInput({typed, 0, 0}, {"en annen framsyn skriver i denne mappen nå; vent til den er ferdig, eller velg "
                                       "en annen mappe med --out",
                                       "another framsyn is writing to this folder now; wait until it has finished, or "
                                       "choose another folder with --out"});
    return lock;
}

std::vector<std::string> remove_leftovers(const fs::path& target) {
    std::vector<std::string> names;
    std::error_code ignored;
    const std::string name = target.filename().string();
    for (const fs::path& entry : entries_of(target.parent_path())) {
        const std::string other = entry.filename().string();
        if (is_neighbour(other, name, old) && is_result_folder(entry) && !fs::exists(target, ignored)) {
            rename_over(entry, target);
        } else if (is_neighbour(other, name, partial) || is_neighbour(other, name, old)) {
            fs::remove_all(entry, ignored);
        } else {
            continue;
        }
        names.push_back(entry.string());
    }
    for (std::string& inside : remove_leftovers_inside(target)) names.push_back(std::move(inside));
    return names;
}

std::vector<std::string> remove_leftovers_inside(const fs::path& target) {
    std::vector<std::string> names;
    std::error_code ignored;
    for (const fs::path& entry : entries_of(target)) {
        if (!is_leftover(entry.filename().string())) continue;
        fs::remove_all(entry, ignored);
        names.push_back(entry.string());
    }
    return names;
}

void exchange(const fs::path& made, const fs::path& target) {
    std::error_code ignored;
    if (!fs::exists(target, ignored)) return rename_over(made, target);
    if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) return;
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP) throw WriteFailed(target.string(), errno);
    // A file system that can't swap two names: an instant without a result, which remove_leftovers() knows to mend.
    const fs::path aside = neighbour(target, old);
    rename_over(target, aside);
    rename_over(made, target);
    rename_over(aside, made);
}

} // namespace framsyn::app
