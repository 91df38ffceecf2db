#include "app/command/new_command.hpp"

#include "app/ground/disk/files.hpp"
#include "app/ground/disk/unfinished.hpp"
#include "app/start/region.hpp"
#include "app/start/what_if.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& where, const std::string& nb, const std::string& en) {
    throw BadInput({where, 0, 0}, {nb, en});
}

/// Without a slash at the end.
fs::path plain(const std::string& name) {
    const fs::path path = fs::path(name).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

void must_not_exist(const fs::path& path) {
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(path, ignored))) return;
    if (fs::is_directory(path, ignored) && fs::is_empty(path, ignored)) return;
    refuse(path.string(), "finnes fra før, og «framsyn new» skriver aldri over noe; velg et annet navn",
           "exists, and \"framsyn new\" never writes over anything; choose another name");
}

/// The whole folder at once; into one that is there already and empty, entry by entry.
void put_in_place(const fs::path& made, const fs::path& folder) {
    if (!fs::exists(folder)) return fs::rename(made, folder);
    for (const fs::directory_entry& entry : fs::directory_iterator(made))
        fs::rename(entry.path(), folder / entry.path().filename());
    fs::remove(made);
}

void write_region(const NewRequest& request, const CommonOptions& options) {
    const fs::path folder = plain(request.target);
    if (folder.extension() == ".toml") {
        refuse(request.target,
               "en fil på toppen av et annet scenario trenger --extends GRUNNLAG; en ny region er en mappe",
               "a file on top of another scenario needs --extends BASE; a new region is a folder");
    }
    must_not_exist(folder);
    const fs::path place = plain(fs::absolute(folder).string()); // of "." too
    const std::vector<ResultFile> files = new_region(place.filename().string(), options.language);
    fs::create_directories(place.parent_path());
    const fs::path unfinished = place.parent_path() / ("." + place.filename().string() + ".framsyn-new");
    Unfinished guard(removal_of(unfinished));
    for (const ResultFile& file : files) {
        fs::create_directories((unfinished / file.name).parent_path());
        write_file((unfinished / file.name).string(), file.content);
    }
    put_in_place(unfinished, place);
    guard.done();
    if (options.quiet) return;
    const std::string scenario = (folder / "baseline.toml").string();
    fmt::print(fmt::runtime(options.language == Language::nb
                                ? "{0}: en liten region å begynne med, {1} filer. Prøv:\n"
                                  "    framsyn check {2}\n    framsyn run {2}\n    framsyn explain {2}\n"
                                : "{0}: a small region to start from, {1} files. Try:\n"
                                  "    framsyn check {2}\n    framsyn run {2}\n    framsyn explain {2}\n"),
               folder.string(), files.size(), scenario);
}

/// A base that is named as the file will name it, beside the file, is meant so.
fs::path base_of(const NewRequest& request, const fs::path& folder) {
    std::error_code ignored;
    const fs::path beside = folder / request.base;
    return !fs::exists(request.base, ignored) && fs::exists(beside, ignored) ? beside : fs::path(request.base);
}

void write_what_if(const NewRequest& request, const CommonOptions& options) {
    const fs::path path = plain(request.target);
    if (path.extension() != ".toml")
        refuse(request.target, "en scenariofil må ende på .toml", "a scenario file must end in .toml");
    must_not_exist(path);
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    const fs::path base = base_of(request, folder);
    const fs::path base_folder = base.has_parent_path() ? base.parent_path() : fs::path(".");
    std::error_code ignored;
    if (fs::exists(base, ignored) && !fs::equivalent(folder, base_folder, ignored)) {
        const std::string better = (base_folder / path.filename()).lexically_normal().string();
        refuse(request.target, fmt::format("en fil som utvider en annen, må ligge i samme mappe; skriv {}", better),
               fmt::format("a file that extends another must lie in the same folder; write {}", better));
    }
    write_file(path.string(), new_what_if(DiskFiles(), base.string(), path.string(), options.language));
    if (options.quiet) return;
    fmt::print(fmt::runtime(options.language == Language::nb
                                ? "{0}: fjern «# » foran de linjene du vil bruke. Prøv så:\n"
                                  "    framsyn check {0}\n    framsyn project {0}\n"
                                : "{0}: take away \"# \" in front of the lines that you want. Then try:\n"
                                  "    framsyn check {0}\n    framsyn project {0}\n"),
               path.string());
}

} // namespace

void new_command(const NewRequest& request, const CommonOptions& options) {
    if (request.target.empty()) refuse("framsyn new", "mangler et navn", "a name is missing");
    if (request.base.empty())
        write_region(request, options);
    else
        write_what_if(request, options);
}

} // namespace framsyn::app
