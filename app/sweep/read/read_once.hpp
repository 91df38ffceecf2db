#pragma once

#include "app/ground/files.hpp"

#include <map>
#include <string>

namespace framsyn::app {

/// Files that are read once and then remembered, so that all points of a sweep have the same inputs whatever happens to the
/// files meanwhile. Several threads may read when one has read everything that they ask for.
class ReadOnce : public Files {
  public:
    explicit ReadOnce(const Files& files) : files_(files) {}

    std::optional<Text> fault(const std::string& path) const override;
    bool leads_out(const std::string& path, const std::string& folder) const override;
    std::string read(const std::string& path) const override;
    /// From here on nothing more is remembered: several threads may read.
    void close() { closed_ = true; }

  private:
    const Files& files_;
    bool closed_ = false;
    mutable std::map<std::string, std::string> texts_;
    mutable std::map<std::pair<std::string, std::string>, bool> leads_out_;
};

} // namespace framsyn::app
