#include "app/command/compare_command.hpp"
#include "app/command/line/all_verbs.hpp"
#include "app/command/page/page_file.hpp"
#include "app/command/plot_command.hpp"
#include "app/command/run_command.hpp"

#include <memory>

namespace framsyn::app {
namespace {

/// Whether patients are simulated: --replications 0 asks for need only.
bool simulates(const CommonOptions& options) {
    return options.overrides.replications.value_or(1) != 0;
}

CommonOptions with_charts(CommonOptions options, bool charts) {
    options.charts = charts;
    return options;
}

struct AskedRun {
    RunRequest request;
    bool no_charts = false;
};

void add_run_options(Verbs& verbs, CLI::App& verb, AskedRun& asked) {
    RunRequest& request = asked.request;
    verb.add_option("SCENARIO", request.scenario, verbs.say("Scenariofil", "Scenario file"))->required();
    verb.add_option("--out", request.out,
                    verbs.say("Resultatmappe; ellers out/<scenario>", "Result folder; otherwise out/<scenario>"));
    verb.add_flag("--no-charts", asked.no_charts,
                  verbs.say("Bare tabeller, ingen figurer og rapport", "Tables only, no charts and no report"));
    verb.add_flag("--netcdf", request.netcdf, verbs.say("Skriv results.nc også", "Write results.nc too"));
    verb.add_flag("--draws-csv", request.draws_csv,
                  verbs.say("Skriv hver trekning i draws.csv", "Write every draw to draws.csv"));
    verb.add_flag("--variance", request.variance,
                  verbs.say("Skriv hva variansen kommer av i variance.csv (tar lengre tid)",
                            "Write what makes the variance to variance.csv (takes longer)"));
    verb.add_flag(
        "--ask", request.ask,
        verbs.say("Skriv hvilket tall som er mest verdt å vite, i information.csv og rapporten (tar lengre tid)",
                  "Write which figure is most worth knowing, to information.csv and the report (takes longer)"));
    verbs.add_force_results(verb, request.force);
}

struct AskedPage {
    std::vector<std::string> scenarios;
    std::string out;
    bool force = false;
};

void write_asked_page(const AskedPage& asked, const CommonOptions& options) {
    PageRequest request;
    request.scenarios = asked.scenarios;
    request.out = asked.out;
    request.force = asked.force;
    request.threads = options.threads;
    request.language = options.language;
    request.quiet = options.quiet;
    request.interrupted = options.interrupted;
    request.run = [&options](const std::string& scenario, const std::string& folder, bool simulate) {
        RunRequest run{scenario, folder, simulate};
        run.is_part = true;
        run_command(run, options);
    };
    write_page(request);
}

} // namespace

void add_run(Verbs& verbs) {
    CLI::App& run = verbs.scenario_verb(
        "run", verbs.say("Kjør alt: befolkning, behov, simulering, tabeller, figurer og rapport",
                         "Run everything: population, need, simulation, tables, charts and report"));
    CLI::App& project = verbs.scenario_verb("project", verbs.say("Befolkning, behov og gap uten simulering",
                                                                 "Population, need and gap without simulation"));
    for (CLI::App* verb : {&run, &project}) {
        const auto asked = std::make_shared<AskedRun>();
        add_run_options(verbs, *verb, *asked);
        const bool may_simulate = verb == &run;
        verbs.does(*verb, [asked, may_simulate](const CommonOptions& options) {
            asked->request.simulate = may_simulate && simulates(options);
            run_command(asked->request, with_charts(options, !asked->no_charts));
        });
    }
}

void add_compare(Verbs& verbs) {
    CLI::App& compare = verbs.scenario_verb(
        "compare", verbs.say("Sammenlign scenarier med et grunnlag, i de samme trekningene og pasientene",
                             "Compare scenarios with a base, in the same draws and patients"));
    struct Asked {
        CompareRequest request;
        bool no_charts = false;
    };
    const auto asked = std::make_shared<Asked>();
    CompareRequest& request = asked->request;
    compare
        .add_option("BASE", request.base,
                    verbs.say("Scenariofilen det sammenlignes med", "The scenario file to compare with"))
        ->required();
    compare
        .add_option("ALT", request.alternatives,
                    verbs.say("Scenariofiler som sammenlignes", "Scenario files that are compared"))
        ->required();
    compare.add_option(
        "--out", request.out,
        verbs.say("Resultatmappe; ellers out/compare-<grunnlag>", "Result folder; otherwise out/compare-<base>"));
    compare.add_flag("--no-charts", asked->no_charts,
                     verbs.say("Bare tabeller, ingen figurer og ingen comparison.html",
                               "Tables only, no charts and no comparison.html"));
    compare.add_flag("--regret", request.regret,
                     verbs.say("Regn også hvordan alternativene står seg i andre framtider: dommer, bruk og flytting "
                               "(tar lengre tid)",
                               "Compute too how the alternatives fare in other futures: sentences, use and migration "
                               "(takes longer)"));
    verbs.add_force_results(compare, request.force);
    verbs.does(compare, [asked](const CommonOptions& options) {
        asked->request.simulate = simulates(options);
        compare_command(asked->request, with_charts(options, !asked->no_charts));
    });
}

void add_plot(Verbs& verbs) {
    CLI::App& plot = verbs.verb("plot", verbs.say("Tegn figurer og rapport på nytt fra resultatfiler",
                                                  "Draw charts and report again from result files"));
    const auto request = std::make_shared<PlotRequest>();
    plot.add_option("DIR", request->folder, verbs.say("Resultatmappe", "Result folder"))->required();
    plot.add_flag("--images", request->images,
                  verbs.say("Lag også PNG og PDF av hver figur", "Make PNG and PDF of every chart too"));
    plot.add_option(
            "--what-if", request->what_if,
            verbs.say("Scenariofilen som ble kjørt: rapporten svarer på hva om i nettleseren. Scenariets tekster og "
                      "tabeller ligger da i rapporten",
                      "The scenario file that was run: the report answers what-ifs in the browser. The scenario's "
                      "texts and tables then lie in the report"))
        ->type_name("SCENARIO");
    verbs.does(plot, [request](const CommonOptions& options) { plot_command(*request, options); });
}

void add_page(Verbs& verbs) {
    CLI::App& page = verbs.verb("page", verbs.say("Lag én fil som spør og regner i nettleseren, uten nett",
                                                  "Make one file that asks and computes in the browser, offline"));
    const auto asked = std::make_shared<AskedPage>();
    page.add_option("SCENARIO", asked->scenarios,
                    verbs.say("Regioner, og hva om-filer som følger med", "Regions, and what-ifs that come with them"))
        ->required();
    page.add_option("--out", asked->out, verbs.say("Filen", "The file"))->type_name("FILE")->required();
    verbs.add_force_results(page, asked->force);
    verbs.add_threads(page);
    verbs.does(page, [asked](const CommonOptions& options) { write_asked_page(*asked, options); });
}

} // namespace framsyn::app
