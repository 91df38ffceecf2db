#include "app/command/plot_command.hpp"

#include "app/command/charts.hpp"
#include "app/command/progress.hpp"
#include "app/ground/disk/system_text.hpp"
#include "app/results/manifest.hpp"
#include "app/results/result_folder.hpp"

#include <filesystem>
#include <system_error>

namespace framsyn::app {

namespace {

void must_be_folder(const std::filesystem::path& folder) {
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::file_type type = fs::status(folder, error).type();
    if (type == fs::file_type::directory) return;
    const Position at{folder.string(), 0, 0};
    if (type == fs::file_type::not_found) throw BadInput(at, {"finner ikke mappen", "there is no such folder"});
    if (error) throw BadInput(at, system_text(error.value()));
    throw BadInput(at, {"er en fil; ventet en resultatmappe", "is a file; expected a result folder"});
}

} // namespace

void plot_command(const std::string& path, bool images, const CommonOptions& options) {
    const std::filesystem::path folder(path);
    must_be_folder(folder);
    if (!is_result_folder(folder)) {
        throw BadInput({path, 0, 0}, {"er ikke en resultatmappe fra framsyn (manifest.json mangler)",
                                      "is not a result folder of framsyn (manifest.json is missing)"});
    }
    ProgressLine line(options.language, options.quiet);
    line.show(charts_stage.in(options.language), 0, 0);
    ChartMaker charts(folder, options.language, images, edited_files(folder));
    charts.begin();
    charts.finish(options.interrupted);
    renew_chart_sums(folder);
    print_report((folder / "report.html").string(), options);
}

} // namespace framsyn::app
