#include "app/command/plot_command.hpp"

#include "app/command/charts.hpp"
#include "app/command/progress.hpp"
#include "app/results/manifest.hpp"
#include "app/results/result_folder.hpp"

namespace framsyn::app {

void plot_command(const std::string& path, bool images, const CommonOptions& options) {
    const std::filesystem::path folder(path);
    if (!is_result_folder(folder)) {
        throw BadInput({path, 0, 0}, {"er ikke en resultatmappe fra framsyn (manifest.json mangler)",
                                      "is not a result folder of framsyn (manifest.json is missing)"});
    }
    if (std::filesystem::exists(folder / "comparison.csv") && !std::filesystem::exists(folder / "context.json")) {
        throw BadInput({path, 0, 0}, {"er en sammenligning; tegn en av mappene i den, en for hvert scenario",
                                      "is a comparison; draw one of the folders in it, one for each scenario"});
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
