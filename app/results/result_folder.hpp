#pragma once

#include "app/ground/problems.hpp"
#include "models/values/text.hpp"

#include <filesystem>
#include <string>

namespace framsyn::app {

/// A result folder that appears whole or not at all: everything is written to a neighbour, which takes the folder's
/// place when it is finished. An earlier run's folder stays until then; a folder that isn't ours is refused (BadInput).
class ResultFolder {
  public:
    explicit ResultFolder(const std::filesystem::path& target);
    ResultFolder(const ResultFolder&) = delete;
    ResultFolder(ResultFolder&&) = delete;
    ResultFolder& operator=(const ResultFolder&) = delete;
    ResultFolder& operator=(ResultFolder&&) = delete;
    ~ResultFolder(); ///< takes the unfinished neighbour away

    const std::filesystem::path& path() const { return partial_; }
    void finish(); ///< puts the folder in place

  private:
    std::filesystem::path target_;
    std::filesystem::path partial_;
    bool finished_ = false;
};

/// True if the folder holds an earlier run's manifest.
bool is_result_folder(const std::filesystem::path& folder);

} // namespace framsyn::app
