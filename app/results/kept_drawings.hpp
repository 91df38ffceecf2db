#pragma once

#include "app/ground/disk/unfinished.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace framsyn::app {

/// Copies of charts and report that somebody else made or edited, while they are drawn anew: `.kept` stands behind their
/// names. Unless it is finished the copies go again.
class KeptDrawings {
  public:
    /// Throws WriteFailed, BadInput where the folder can't be read.
    explicit KeptDrawings(const std::filesystem::path& folder);

    /// The copies of those that are another text now, by path inside the folder. The other copies go.
    std::vector<std::string> finish();

    /// Of `others` those that are still what they were, and the copies: what isn't ours at this moment.
    std::vector<std::string> theirs(const std::vector<std::string>& others) const;

  private:
    struct Kept {
        std::string name;
        std::string copy;
        std::string sum;
    };

    void remove_copies();

    std::filesystem::path folder_;
    std::vector<Kept> kept_;
    Unfinished copies_;
};

} // namespace framsyn::app
