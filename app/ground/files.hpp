#pragma once

#include <map>
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

    /// Whether there is a file of this name; a folder is none.
    virtual bool has(const std::string& path) const = 0;
    /// Its whole content. Throws BadInput naming the path as it is given here.
    virtual std::string read(const std::string& path) const = 0;
};

/// Texts in memory by name, such as "tables/gap.csv".
class Texts : public Files {
  public:
    void put(const std::string& path, std::string text);
    void remove(const std::string& path);
    bool has(const std::string& path) const override;
    std::string read(const std::string& path) const override;

  private:
    std::map<std::string, std::string> texts_; ///< by normal name
};

} // namespace framsyn::app
