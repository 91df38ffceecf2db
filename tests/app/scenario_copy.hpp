#pragma once

#include "app/ground/disk/files.hpp"
#include "app/scenario/read/read_scenario.hpp"
#include "tests/catch.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace framsyn::app::testing {

/// A shipped scenario's folder in memory, which a test may spoil.
class ScenarioCopy {
  public:
    explicit ScenarioCopy(const std::string& folder = "helse-nord") {
        namespace fs = std::filesystem;
        const fs::path root = fs::path(SCENARIOS) / folder;
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
            if (!entry.is_regular_file()) continue;
            const std::string name = entry.path().lexically_relative(root).generic_string();
            files_.put(name, read_file(entry.path().string(), name));
        }
    }

    /// Replaces the first occurrence; the text must be there.
    void replace(const std::string& name, const std::string& from, const std::string& to) {
        std::string text = read(name);
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.replace(at, from.size(), to);
        write(name, text);
    }
    void append(const std::string& name, const std::string& text) { write(name, read(name) + text); }
    std::string read(const std::string& name) const { return files_.read(name); }
    void write(const std::string& name, const std::string& text) { files_.put(name, text); }
    void remove(const std::string& name) { files_.remove(name); }
    const Files& files() const { return files_; }

    WrittenScenario scenario(const Overrides& overrides = {}, const std::string& name = "baseline.toml") const {
        return read_scenario(files_, name, overrides);
    }

    /// The messages about a file; none if the scenario is sound.
    std::vector<std::string> problems(const std::string& name = "baseline.toml",
                                      const Overrides& overrides = {}) const {
        try {
            read_scenario(files_, name, overrides);
        } catch (const BadInput& bad) {
            return bad.problems().lines(Language::en);
        }
        return {};
    }

    /// The first message, or nothing.
    std::string complaint(const Overrides& overrides = {}) const {
        const std::vector<std::string> all = problems("baseline.toml", overrides);
        return all.empty() ? "" : all.front();
    }

  private:
    Texts files_;
};

} // namespace framsyn::app::testing
