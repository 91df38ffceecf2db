#pragma once

#include "app/ground/disk/unfinished.hpp"
#include "app/ground/disk/work_lock.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace framsyn::app {

/// The folder that a path leads to, through links, as an absolute path; it need not be there. Throws BadInput for links
/// that lead nowhere.
std::filesystem::path target_of(const std::filesystem::path& typed);

/// Makes the folders that a target lies in; those that are empty go again with the return value. Throws BadInput.
std::vector<std::unique_ptr<Unfinished>> make_parents(const std::filesystem::path& target);

/// A neighbour of the target that only this process has.
std::filesystem::path neighbour(const std::filesystem::path& target, const std::string& what);

/// The lock of a target. Throws BadInput where another run or plot is at work on it, or the lock can't be made.
std::unique_ptr<WorkLock> lock_of(const std::filesystem::path& target, const std::string& typed);

/// Takes away what a run or plot of this target left behind when it was killed, and returns their paths. Where all that
/// is left of an earlier result is the neighbour that was to make room for a new one, it is put back. Whoever calls this
/// has the lock.
std::vector<std::string> remove_leftovers(const std::filesystem::path& target);

/// The part of this that is in the target itself: drawings that were not put in place, half a manifest.
std::vector<std::string> remove_leftovers_inside(const std::filesystem::path& target);

/// Puts `made` in the target's place, whole: nobody ever finds half of it. What was there is then in `made`. Throws
/// WriteFailed.
void exchange(const std::filesystem::path& made, const std::filesystem::path& target);

} // namespace framsyn::app
