#include "app/command/plot_command.hpp"

#include "app/command/page/asked_report.hpp"
#include "app/command/process/charts.hpp"
#include "app/command/process/progress.hpp"
#include "app/ground/disk/system_text.hpp"
#include "app/ground/disk/unfinished.hpp"
#include "app/ground/disk/write_failed.hpp"
#include "app/results/kept_drawings.hpp"
#include "app/results/manifest.hpp"
#include "app/results/own_files.hpp"
#include "app/results/target.hpp"

#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <vector>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;

void must_be_writable(const fs::path& folder, const std::string& typed) {
    for (const fs::path& place : {folder, folder / "charts"}) {
        std::error_code ignored;
        const bool missing = !fs::exists(place, ignored);
        if (!missing && ::access(place.c_str(), R_OK | W_OK | X_OK) != 0)
            throw BadInput({typed, 0, 0}, reason_of(errno));
    }
}

/// The folder to itself. Where its neighbours can't be written no run can replace it, and there is nothing to lock.
std::unique_ptr<WorkLock> take_over(const fs::path& folder, const std::string& typed, const CommonOptions& options) {
    if (::access(folder.parent_path().c_str(), W_OK) != 0) return nullptr;
    std::unique_ptr<WorkLock> lock = lock_of(folder, typed);
    print_leftovers(remove_leftovers(folder), options);
    if (lock->was_left_behind()) renew_after_kill(folder, lock->left_note());
    return lock;
}

void must_be_folder(const fs::path& folder) {
    std::error_code error;
    const fs::file_type type = fs::status(folder, error).type();
    if (type == fs::file_type::directory) return;
    const Position at{folder.string(), 0, 0};
    if (type == fs::file_type::not_found) throw BadInput(at, {"finner ikke mappen", "there is no such folder"});
    if (error) throw BadInput(at, system_text(error.value()));
    throw BadInput(at, {"er en fil; ventet en resultatmappe", "is a file; expected a result folder"});
}

/// Copies of the texts that go into a report, while it is drawn. Called as drawings are that weren't put in place.
constexpr const char* asking_name = ".charts-what-if";

/// Whose texts go into the report, if somebody wants that.
std::optional<WrittenScenario> scenario_asked(const PlotRequest& request, const fs::path& folder, bool is_comparison) {
    if (!request.what_if) return std::nullopt;
    if (is_comparison)
        throw BadInput({request.folder, 0, 0},
                       {"er en sammenligning; --what-if gjelder rapporten, tegn en av mappene i den",
                        "is a comparison; --what-if is for a report, draw one of the folders in it"});
    return scenario_of_results(folder, request.folder, *request.what_if);
}

} // namespace

void plot_command(const PlotRequest& request, const CommonOptions& options) {
    const std::string& path = request.folder;
    must_be_folder(fs::path(path));
    const fs::path folder = target_of(path);
    if (!is_result_folder(folder)) {
        throw BadInput({path, 0, 0}, {"er ikke en resultatmappe fra framsyn (manifest.json mangler)",
                                      "is not a result folder of framsyn (manifest.json is missing)"});
    }
    const bool is_comparison = fs::exists(folder / "comparison.json");
    if (fs::exists(folder / "comparison.csv") && !is_comparison && !fs::exists(folder / "context.json")) {
        throw BadInput({path, 0, 0}, {"er en sammenligning fra en eldre versjon; tegn en av mappene i den",
                                      "is a comparison of an older version; draw one of the folders in it"});
    }
    const std::optional<WrittenScenario> asked = scenario_asked(request, folder, is_comparison);
    must_be_writable(folder, path);
    const std::unique_ptr<WorkLock> lock = take_over(folder, path, options);
    const std::vector<std::string> others = own_files(folder);
    KeptDrawings kept(folder);
    if (lock) lock->note(note_of(kept.theirs(others)));
    ProgressLine line(options.language, options.quiet);
    line.show(charts_stage.in(options.language), 0, 0);
    // Drawings are put in place all at once, but a program that is stopped may just have done so.
    Unfinished sums([&, before = drawn_state(folder)] {
        remove_leftovers_inside(folder);
        if (drawn_state(folder) != before) renew_chart_sums(folder, kept.theirs(others));
    });
    const fs::path asking = folder / asking_name;
    const Unfinished copies(removal_of(asking));
    std::vector<std::string> more;
    if (asked) {
        fs::create_directories(asking);
        more = {"--what-if", description_of_asked(*asked, *request.what_if, folder, asking).string(), "--parts",
                page_parts().string()};
    }
    ChartMaker charts(path, options.language, request.images, edited_files(folder), more);
    charts.begin();
    charts.finish(options.interrupted);
    renew_chart_sums(folder, kept.theirs(others));
    sums.done();
    print_renamed(path, kept.finish(), options);
    print_report((fs::path(path) / (is_comparison ? "comparison.html" : "report.html")).string(), options);
}

} // namespace framsyn::app
