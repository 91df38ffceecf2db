#pragma once

#include "tests/app/command/session.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace framsyn::app::testing {

/// A copy of Helse Nord with sweeps of the test's own.
class SweepSession : public Session {
  public:
    SweepSession() {
        namespace fs = std::filesystem;
        for (const char* part : {"baseline.toml", "nye-asgard-pluss-11.toml"})
            copy(fs::path(SCENARIOS "/helse-nord") / part, std::string("hn/") + part);
        for (const fs::directory_entry& table : fs::directory_iterator(SCENARIOS "/helse-nord/tables"))
            copy(table.path(), "hn/tables/" + table.path().filename().string());
        count_between(46837.8, 51768.2);
        write("hn/small.toml", small());
    }

    /// Gives the count of adults' bed days at UNN an interval to sweep in: the shipped one has none.
    void count_between(double low, double high) const {
        std::string text = file("hn/baseline.toml");
        const std::string count = "bed_days = { value = 49303, ";
        std::ostringstream interval;
        interval << count << "low = " << low << ", high = " << high << ", ";
        write("hn/baseline.toml", text.replace(text.find(count), count.size(), interval.str()));
    }

    /// Ten points of three parameters, one of them a choice of scenarios, eight draws each.
    static std::string small(const std::string& design = "kind = \"sobol\"\npoints = 10\n",
                             const std::string& run = "draws = 8\n") {
        return "schema = 1\n[sweep]\nid = \"small\"\nscenario = \"baseline.toml\"\n" + run + "[design]\n" + design +
               "[[parameter]]\nid = \"growth\"\naddress = \"stock.domte-unn.growth\"\n"
               "[[parameter]]\nid = \"days\"\naddress = \"activity.unn-phv.bed_days\"\ndistribution = \"uniform\"\n"
               "steps = 2\n"
               "[[parameter]]\nid = \"plan\"\nscenarios = [\"baseline.toml\", \"nye-asgard-pluss-11.toml\"]\n"
               "[[output]]\nid = \"gap\"\ntable = \"gap\"\ncolumns = [\"gap\", \"p_shortage\"]\n"
               "[[output]]\nid = \"need\"\ntable = \"need\"\ncolumns = [\"bed_days\"]\n"
               "[keep]\ntrust = [\"unn\", \"region\"]\nservice = [\"phv\", \"sikkerhet-lokal\"]\nyear = [2030, 2040]\n";
    }

    /// The first file of a sweep's chunks.
    std::string first_chunk(const std::string& folder) const {
        std::string first;
        for (const auto& entry : std::filesystem::directory_iterator(path(folder + "/chunks"))) {
            const std::string name = folder + "/chunks/" + entry.path().filename().string();
            if (first.empty() || name < first) first = name;
        }
        return first;
    }

  private:
    void copy(const std::filesystem::path& from, const std::string& to) const {
        std::ifstream file(from, std::ios::binary);
        write(to, {std::istreambuf_iterator<char>(file), {}});
    }
};

inline bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace framsyn::app::testing
