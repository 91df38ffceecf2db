#include "app/command/root_study.hpp"

#include "app/ground/disk/files.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace framsyn::app {
namespace {

/// The root by itself, in the draws and replications of the study; nothing where it isn't a scenario by itself.
std::optional<WrittenScenario> root_of(const WrittenScenario& scenario, const study::Study& study,
                                       const CommonOptions& options) {
    Overrides same;
    same.seed = scenario.seed;
    same.draws = scenario.draws;
    same.replications = study.has_care() ? scenario.replications : 0;
    try {
        return read_scenario(DiskFiles(), scenario.root_file, same);
    } catch (const BadInput& bad) {
        const std::string first = bad.problems().lines(options.language).front();
        fmt::print(stderr,
                   fmt::runtime(options.language == Language::nb
                                    ? "Merk: sammenlignes ikke med {}, som ikke er i orden alene: {}\n"
                                    : "Note: not compared with {}, which is not sound by itself: {}\n"),
                   scenario.root_file, first);
        return std::nullopt;
    }
}

} // namespace

std::optional<Comparison> comparison_with_root(const WrittenScenario& scenario, const study::Study& study,
                                               const CommonOptions& options) {
    if (!scenario.extends || !scenario.has_services()) return std::nullopt;
    const std::optional<WrittenScenario> root = root_of(scenario, study, options);
    if (!root) return std::nullopt;
    const study::Extent& extent = study.extent();
    const study::Study beside =
        study::run_study(*root, {extent.draws, extent.replications, study::People::left_out}, study.runner());
    return compare_studies(*root, beside, scenario, study, options.language);
}

} // namespace framsyn::app
