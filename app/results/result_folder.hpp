#pragma once

#include "app/ground/disk/unfinished.hpp"
#include "app/ground/disk/work_lock.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace framsyn::app {

/// A result folder that appears whole or not at all: everything is written to a neighbour, which takes the folder's
/// place when it is finished. An earlier run's folder stays until then, and what somebody has put into it is carried over.
class ResultFolder {
  public:
    /// Everything that would stop the folder from being put in place is found here: throws BadInput where another run is
    /// at work on it, nothing can be written, what is there isn't ours, or, unless `replace_edited`, where result files
    /// were edited since the run.
    explicit ResultFolder(const std::filesystem::path& target, bool replace_edited = false);
    ResultFolder(const ResultFolder&) = delete;
    ResultFolder(ResultFolder&&) = delete;
    ResultFolder& operator=(const ResultFolder&) = delete;
    ResultFolder& operator=(ResultFolder&&) = delete;
    ~ResultFolder() = default; ///< takes the unfinished neighbour away

    const std::filesystem::path& path() const { return partial_; }
    /// What killed runs and plots had left behind; it is gone now.
    const std::vector<std::string>& leftovers() const { return leftovers_; }
    /// Puts the folder in place. Throws WriteFailed; then the earlier one is still there. Returns the files of others that
    /// got new names, as theirs are taken by results.
    std::vector<std::string> finish();

  private:
    std::filesystem::path typed_;
    std::filesystem::path target_;
    std::vector<std::unique_ptr<Unfinished>> parents_;
    std::unique_ptr<WorkLock> lock_;
    std::vector<std::string> leftovers_;
    std::vector<std::string> replaced_; ///< edited files that nobody wants any more
    std::filesystem::path partial_;
    std::unique_ptr<Unfinished> presence_;

    void check_target() const;
    void check_edited(bool replace_edited);
};

} // namespace framsyn::app
