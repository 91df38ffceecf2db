#include "app/results/result_folder.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <unistd.h>

#include <fstream>
#include <stdexcept>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;

/// Without the trailing slash that would make a folder its own parent.
fs::path tidy(const fs::path& path) {
    fs::path clean = path.lexically_normal();
    return clean.has_filename() ? clean : clean.parent_path();
}

} // namespace

bool is_result_folder(const fs::path& folder) {
    std::ifstream file(folder / "manifest.json");
    if (!file) return false;
    const nlohmann::json manifest = nlohmann::json::parse(file, nullptr, false);
    return manifest.is_object() && manifest.value("program", "") == "framsyn";
}

ResultFolder::ResultFolder(const fs::path& target) : target_(tidy(target)) {
    std::error_code ignored;
    if (fs::exists(target_, ignored)) {
        const bool empty = fs::is_directory(target_, ignored) && fs::is_empty(target_, ignored);
        if (!empty && !is_result_folder(target_)) {
            throw BadInput({target_.string(), 0, 0},
                           {"finnes fra før og er ikke resultater fra framsyn; velg en annen mappe med --out",
                            "exists and isn't a result of framsyn; choose another folder with --out"});
        }
    }
    partial_ = target_;
    partial_ += fmt::format(".partial-{}", ::getpid());
    fs::remove_all(partial_, ignored);
    fs::create_directories(partial_ / "charts");
}

ResultFolder::~ResultFolder() {
    std::error_code ignored;
    if (!finished_) fs::remove_all(partial_, ignored);
}

void ResultFolder::finish() {
    fs::path old = target_;
    old += fmt::format(".old-{}", ::getpid());
    const bool replaces = fs::exists(target_);
    if (replaces) fs::rename(target_, old);
    fs::rename(partial_, target_);
    finished_ = true;
    std::error_code ignored;
    if (replaces) fs::remove_all(old, ignored);
}

} // namespace framsyn::app
