#include "app/command/check_command.hpp"

#include "app/command/affordable.hpp"
#include "app/ground/disk/files.hpp"

#include <fmt/format.h>

namespace framsyn::app {

void check_command(const std::vector<std::string>& scenarios, const CommonOptions& options) {
    Problems problems;
    for (const std::string& path : scenarios) {
        try {
            const WrittenScenario scenario = read_scenario(DiskFiles(), path, options.overrides);
            print_remarks(scenario, options);
            must_be_affordable(scenario, study::Care::simulated, options, beside_of_run(scenario));
            if (!options.quiet) {
                fmt::print(fmt::runtime(options.language == Language::nb ? "{}: i orden ({} inndata)\n"
                                                                         : "{}: sound ({} inputs)\n"),
                           path, scenario.assumptions.size() + scenario.tables.size());
            }
        } catch (const BadInput& bad) {
            problems.add_all(bad.problems());
        }
    }
    if (!problems.empty()) throw BadInput(problems);
}

} // namespace framsyn::app
