#pragma once

#include "app/scenario/read/read_scenario.hpp"
#include "temporary_folder.hpp"
#include "tests/catch.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace framsyn::app::testing {

/// A copy of a shipped scenario's folder that a test may spoil.
class ScenarioCopy {
  public:
    explicit ScenarioCopy(const std::string& folder = "helse-nord") {
        std::filesystem::copy(SCENARIOS "/" + folder, folder_.path(), std::filesystem::copy_options::recursive);
    }

    std::string file(const std::string& name) const { return (folder_.path() / name).string(); }

    /// Replaces the first occurrence; the text must be there.
    void replace(const std::string& name, const std::string& from, const std::string& to) const {
        std::string text = folder_.read(name);
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.replace(at, from.size(), to);
        folder_.write(name, text);
    }
    void append(const std::string& name, const std::string& text) const {
        folder_.write(name, folder_.read(name) + text);
    }
    std::string read(const std::string& name) const { return folder_.read(name); }
    void write(const std::string& name, const std::string& text) const { folder_.write(name, text); }

    WrittenScenario scenario(const Overrides& overrides = {}, const std::string& name = "baseline.toml") const {
        return read_scenario(file(name), overrides);
    }

    /// The messages about a file, without the folder's path; none if the scenario is sound.
    std::vector<std::string> problems(const std::string& name = "baseline.toml",
                                      const Overrides& overrides = {}) const {
        try {
            read_scenario(file(name), overrides);
        } catch (const BadInput& bad) {
            std::vector<std::string> lines = bad.problems().lines(Language::en);
            const std::string path = folder_.path().string() + "/";
            for (std::string& line : lines) {
                for (std::size_t at = line.find(path); at != std::string::npos; at = line.find(path))
                    line.erase(at, path.size());
            }
            return lines;
        }
        return {};
    }

    /// The first message, or nothing.
    std::string complaint(const Overrides& overrides = {}) const {
        const std::vector<std::string> all = problems("baseline.toml", overrides);
        return all.empty() ? "" : all.front();
    }

  private:
    TemporaryFolder folder_;
};

} // namespace framsyn::app::testing
