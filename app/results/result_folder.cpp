#include "app/results/result_folder.hpp"

#include "app/ground/disk/write_failed.hpp"
#include "app/ground/problems.hpp"
#include "app/results/manifest.hpp"
#include "app/results/own_files.hpp"
#include "app/results/target.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;

bool is_mounted(const fs::path& folder) {
    struct stat inside{};
    struct stat outside{};
    return ::stat(folder.c_str(), &inside) == 0 && ::stat(folder.parent_path().c_str(), &outside) == 0 &&
           (inside.st_dev != outside.st_dev || inside.st_ino == outside.st_ino);
}

} // namespace

ResultFolder::ResultFolder(const fs::path& target, bool replace_edited)
    : typed_(target), target_(target_of(target)), parents_(make_parents(target_)),
      lock_(lock_of(target_, typed_.string())), leftovers_(remove_leftovers(target_)) {
    std::error_code error;
    if (fs::exists(target_, error)) {
        check_target();
        if (is_result_folder(target_)) check_edited(replace_edited);
    }
    partial_ = neighbour(target_, "partial");
    const auto still = nothing_undone();
    fs::create_directory(partial_, error);
    if (error) throw BadInput({typed_.string(), 0, 0}, reason_of(error.value()));
    presence_ = std::make_unique<Unfinished>(removal_of(partial_));
    fs::create_directory(partial_ / "charts", error);
    if (error) throw BadInput({typed_.string(), 0, 0}, reason_of(error.value()));
}

void ResultFolder::check_target() const {
    std::error_code ignored;
    const auto refuse = [&](const Text& why) { throw BadInput({typed_.string(), 0, 0}, why); };
    if (!fs::is_directory(target_, ignored))
        refuse({"er en fil; velg en mappe med --out", "is a file; choose a folder with --out"});
    if (is_mounted(target_))
        refuse({"er roten av en disk og kan ikke byttes ut; velg en mappe på den med --out",
                "is the root of a disk and can't be replaced; choose a folder on it with --out"});
    if (::access(target_.c_str(), R_OK | W_OK | X_OK) != 0) refuse(reason_of(errno));
    if (!fs::is_empty(target_, ignored) && !is_result_folder(target_)) {
        refuse({"finnes fra før og er ikke resultater fra framsyn; velg en annen mappe med --out",
                "exists and isn't a result of framsyn; choose another folder with --out"});
    }
}

void ResultFolder::check_edited(bool replace_edited) {
    // A plot that was killed may have drawn without having said so in the manifest.
    if (lock_->was_left_behind()) renew_after_kill(target_, lock_->left_note());
    replaced_ = overwritten_files(target_);
    if (replace_edited || replaced_.empty()) return;
    Problems problems;
    for (const std::string& name : replaced_) {
        problems.add(
            {(typed_ / name).string(), 0, 0},
            {"er endret siden kjøringen og ville bli skrevet over; gi den et annet navn, velg en annen mappe med "
             "--out, eller erstatt den med --force",
             "was edited since the run and would be written over; give it another name, choose another folder "
             "with --out, or replace it with --force"});
    }
    throw BadInput(problems);
}

std::vector<std::string> ResultFolder::finish() {
    const auto still = nothing_undone();
    std::error_code ignored;
    std::vector<std::string> renamed;
    if (fs::is_directory(target_, ignored)) {
        // What was edited while we computed is somebody's too.
        std::vector<std::string> others = own_files(target_);
        for (const std::string& name : overwritten_files(target_)) {
            if (std::find(replaced_.begin(), replaced_.end(), name) == replaced_.end()) others.push_back(name);
        }
        renamed = carry(others, target_, partial_);
    }
    exchange(partial_, target_);
    presence_->undo(); // what was there before, if anything
    return renamed;
}

} // namespace framsyn::app
