#pragma once

#include "tests/app/command/session.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace framsyn::app::testing {

/// A copy of Helse Nord with what-ifs of the test's own.
class WhatIfs : public Session {
  public:
    WhatIfs() {
        namespace fs = std::filesystem;
        for (const char* part : {"baseline.toml", "nye-asgard-pluss-11.toml", "ronvik-akutt.toml"})
            copy(fs::path(SCENARIOS "/helse-nord") / part, std::string("hn/") + part);
        for (const fs::directory_entry& table : fs::directory_iterator(SCENARIOS "/helse-nord/tables"))
            copy(table.path(), "hn/tables/" + table.path().filename().string());
        write("hn/same.toml", "schema = 1\nextends = \"baseline.toml\"\n");
        write("hn/fewer.toml",
              "schema = 1\nextends = \"baseline.toml\"\n[[change]]\nid = \"fewer\"\nunit = \"unn-dps\"\n"
              "date = 2030-01-01\nbeds = -3\nplan = \"planned\"\nlabel = \"3 færre\"\nlabel_en = \"3 fewer\"\n");
        write("hn/chain.toml", "schema = 1\nextends = \"fewer.toml\"\n[[service]]\nid = \"tsb\"\nutilisation = 0.8\n");
        write("hn/wrong.toml", "schema = 1\nextends = \"baseline.toml\"\n[[unit]]\nid = \"unn-dps\"\nbedz = 3\n");
    }

    /// How many rows of a comparison begin so, and whether each has a difference of exactly nothing.
    std::size_t rows(const std::string& name, const std::string& begin) const {
        std::size_t found = 0;
        each_row(name, [&](const std::string& row) {
            if (row.starts_with(begin)) ++found;
        });
        return found;
    }
    bool all_nothing(const std::string& name) const {
        bool nothing = true;
        each_row(name, [&](const std::string& row) {
            std::istringstream cells(row);
            std::string cell;
            for (int i = 0; i < 9; ++i) std::getline(cells, cell, ',');
            if (row.rfind("scenario,", 0) != 0 && cell != "0") nothing = false;
        });
        return nothing;
    }

  private:
    void copy(const std::filesystem::path& from, const std::string& to) const {
        std::ifstream file(from, std::ios::binary);
        write(to, {std::istreambuf_iterator<char>(file), {}});
    }
    template <class Visit>
    void each_row(const std::string& name, const Visit& visit) const {
        std::istringstream lines(file(name));
        for (std::string row; std::getline(lines, row);) visit(row);
    }
};

} // namespace framsyn::app::testing
