#pragma once

#include "models/values/text.hpp"

#include <map>
#include <optional>
#include <string>

namespace framsyn::app {

/// Where a scenario's texts come from: files on disk, or texts in memory (a page, a test). Paths are those of messages.
class Files {
  public:
    Files() = default;
    Files(const Files&) = default;
    Files(Files&&) = default;
    Files& operator=(const Files&) = default;
    Files& operator=(Files&&) = default;
    virtual ~Files() = default;

    /// Why the file can't be read: there is none, it is a folder, it may not be read. Nothing if it can.
    virtual std::optional<Text> fault(const std::string& path) const = 0;
    /// Whether a path inside a folder leads out of it all the same, as a link does.
    virtual bool leads_out(const std::string& path, const std::string& folder) const = 0;
    /// Its whole content. Throws BadInput naming the path as it is given here.
    virtual std::string read(const std::string& path) const = 0;
};

/// Texts in memory by name, such as "tables/gap.csv".
class Texts : public Files {
  public:
    void put(const std::string& path, std::string text);
    void remove(const std::string& path);
    std::optional<Text> fault(const std::string& path) const override;
    bool leads_out(const std::string&, const std::string&) const override { return false; }
    std::string read(const std::string& path) const override;

  private:
    std::map<std::string, std::string> texts_; ///< by normal name
};

} // namespace framsyn::app
