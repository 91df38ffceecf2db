#include "app/command/line/command_line.hpp"

#include "app/command/check_command.hpp"
#include "app/command/compare_command.hpp"
#include "app/command/exchange/import_command.hpp"
#include "app/command/exchange/sheets_command.hpp"
#include "app/command/explain_command.hpp"
#include "app/command/new_command.hpp"
#include "app/command/page/page_file.hpp"
#include "app/command/plot_command.hpp"
#include "app/command/process/charts.hpp"
#include "app/command/process/interruption.hpp"
#include "app/command/process/run_control.hpp"
#include "app/command/run_command.hpp"
#include "app/command/schema_command.hpp"
#include "app/command/solve_command.hpp"
#include "app/command/sweep_command.hpp"
#include "app/command/line/usage_errors.hpp"
#include "app/ground/disk/system_text.hpp"
#include "app/ground/failure.hpp"
#include "app/ground/problems.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <new>
#include <optional>
#include <string_view>
#include <system_error>

namespace framsyn::app {
namespace {

constexpr int failed = 1;
constexpr int bad_input = 2;
constexpr int was_interrupted = 130;

/// Language is needed before the command line is read, for its help texts.
Language language_in(int argc, const char* const* argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--lang=en" || (word == "--lang" && i + 1 < argc && std::string_view(argv[i + 1]) == "en"))
            return Language::en;
    }
    return Language::nb;
}

void print_problems(const Problems& problems, Language language) {
    for (const std::string& line : problems.lines(language)) fmt::print(stderr, "{}\n", line);
}

/// Whoever read what is printed has stopped, as `head` does: nobody is left to tell.
bool reader_is_gone(const std::exception& error) {
    const auto* system = dynamic_cast<const std::system_error*>(&error);
    return system && system->code().value() == EPIPE;
}

/// What went wrong while running. What the program didn't foresee keeps its technical words: they are for its makers.
Text text_of_failure(const std::exception& error) {
    if (const auto* failure = dynamic_cast<const Failure*>(&error)) return failure->text();
    if (const auto* files = dynamic_cast<const std::filesystem::filesystem_error*>(&error)) {
        return Failure(files->path1().string(), system_text(files->code().value())).text();
    }
    if (dynamic_cast<const std::bad_alloc*>(&error) != nullptr) return system_text(ENOMEM);
    if (const auto* system = dynamic_cast<const std::system_error*>(&error)) return system_text(system->code().value());
    return {fmt::format("feil i programmet; meld den gjerne: {}", error.what()),
            fmt::format("a fault of the program; please report it: {}", error.what())};
}

/// The command line: what was asked for ends up in members.
class CommandLine {
  public:
    explicit CommandLine(Language language)
        : nb_(language == Language::nb),
          app_(nb_ ? "Framskriver behovet for døgnplasser og intensivsenger og setter det mot planlagt kapasitet."
                   : "Projects the need for inpatient and intensive care beds and sets it against planned capacity.",
               "framsyn") {
        options_.language = language;
        options_.interrupted = &Interruption::flag();
        app_.require_subcommand(1);
        app_.set_version_flag("--version", std::string("framsyn ") + FRAMSYN_VERSION,
                              nb_ ? "Skriv versjonen og avslutt" : "Print the version and exit");
        app_.set_help_flag("-h,--help", nb_ ? "Skriv denne hjelpen og avslutt" : "Print this help and exit");
        add_commands();
    }

    int run(int argc, const char* const* argv) {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::Success& success) {
            return app_.exit(success);
        } catch (const CLI::ParseError& error) {
            fmt::print(stderr, "framsyn: {}\n",
                       usage_error(error, app_, {argv + 1, argv + argc}, nb_ ? Language::nb : Language::en));
            fmt::print(stderr, fmt::runtime(nb_ ? "Se framsyn --help.\n" : "See framsyn --help.\n"));
            return bad_input;
        }
        return execute();
    }

  private:
    std::string say(const std::string& nb, const std::string& en) const { return nb_ ? nb : en; }

    /// A verb with the options that every verb has.
    CLI::App* verb(const char* name, const std::string& help) {
        CLI::App* sub = app_.add_subcommand(name, help);
        sub->set_help_flag("-h,--help", say("Skriv denne hjelpen og avslutt", "Print this help and exit"));
        add_voice(*sub);
        return sub;
    }

    /// A verb that reads a scenario, which its options may change.
    CLI::App* scenario_verb(const char* name, const std::string& help) {
        CLI::App* sub = verb(name, help);
        sub->add_option("--set", options_.overrides.set,
                        say("LISTE.ID.NØKKEL=VERDI i stedet for filens verdi; kan gjentas",
                            "LIST.ID.KEY=VALUE instead of the file's value; may be repeated"))
            ->type_name("KEY=VALUE")
            ->allow_extra_args(false);
        sub->add_option("--draws", options_.overrides.draws,
                        say("Antall trekninger av behov", "Number of draws of need"));
        sub->add_option("--replications", options_.overrides.replications,
                        say("Antall simuleringer; 0 er bare behov", "Number of simulations; 0 is need only"));
        sub->add_option("--seed", options_.overrides.seed, say("Frø for trekningene", "Seed of the draws"));
        add_threads(*sub);
        return sub;
    }

    void add_threads(CLI::App& sub) {
        sub.add_option("--threads", options_.threads,
                       say("Antall tråder; påvirker aldri resultatet", "Number of threads; never affects a result"))
            ->check(CLI::Range(1, 1024));
    }

    /// Language and quiet, which every verb that prints has.
    void add_voice(CLI::App& sub) {
        sub.add_option("--lang", lang_, say("Språk: nb eller en", "Language: nb or en"))
            ->check(CLI::IsMember({"nb", "en"}));
        sub.add_flag("--quiet", options_.quiet, say("Skriv bare feil", "Print errors only"));
    }

    void add_import() {
        import_ = verb("import", say("Lag en scenariotabell av det SSBs statistikkbank eksporterer",
                                     "Make a scenario's table of what the StatBank of SSB exports"));
        import_
            ->add_option("TABLE", import_request_.table,
                         say("ssb-07459 (befolkning), ssb-14288 eller ssb-14746 (framskrivinger), ssb-13982 "
                             "(opptaksområder), ssb-13942 (plasser og oppholdsdøgn), ssb-14820 (bruk etter bosted), "
                             "xlsx (utfylte ark)",
                             "ssb-07459 (population), ssb-14288 or ssb-14746 (projections), ssb-13982 (catchments), "
                             "ssb-13942 (places and bed days), ssb-14820 (use by residence), xlsx (filled-in sheets)"))
            ->required()
            ->check(
                CLI::IsMember({"ssb-07459", "ssb-14288", "ssb-14746", "ssb-13942", "ssb-13982", "ssb-14820", "xlsx"}));
        import_
            ->add_option(
                "FILE", import_request_.file,
                say("Filen fra statistikkbanken, CSV eller JSON-stat2", "The StatBank's file, CSV or JSON-stat2"))
            ->required();
        import_->add_option("--mapping", import_request_.mapping,
                            say("Hvilket helseforetak hver kommune eller organisasjon hører til (CSV)",
                                "Which trust each municipality or organisation belongs to (CSV)"));
        import_->add_option(
            "--population", import_request_.population,
            say("ssb-14820: scenariets befolkningstabell", "ssb-14820: the scenario's table of people"));
        import_->add_option("--rates", import_request_.rates,
                            say("ssb-14820: tabellen der de andre tjenestenes rater står",
                                "ssb-14820: the table with the other services' rates"));
        import_->add_option("--regions", import_request_.regions,
                            say("ssb-14820: regionene som er scenariets, som H05 eller 18,55,56",
                                "ssb-14820: the regions that are the scenario's, as H05 or 18,55,56"));
        import_->add_option("--service", import_request_.service,
                            say("ssb-14820: tjenesten ratene gjelder (phv)", "ssb-14820: whose rates they are (phv)"));
        import_->add_option(
            "--extends", import_request_.extends,
            say("ssb-13942, ssb-14820 med --levels, xlsx: scenariet tallene legges på (baseline.toml)",
                "ssb-13942, ssb-14820 with --levels, xlsx: the scenario that the figures are put on (baseline.toml)"));
        import_->add_option("--levels", import_request_.levels,
                            say("ssb-14820: filen med nivåene i [[flow]] som følger ratene (TOML)",
                                "ssb-14820: the file of the levels of [[flow]] that go with the rates (TOML)"));
        import_->add_option("--out", import_request_.out, say("Tabellen som skrives (CSV)", "The table to write (CSV)"))
            ->required();
        import_->add_option(
            "--years", import_request_.years,
            say("År som 2024-2027; ellers alle i filen", "Years as 2024-2027; otherwise all in the file"));
        import_->add_flag("--force", import_request_.force,
                          say("Skriv over en fil som finnes", "Write over a file that exists"));
    }

    void add_export() {
        export_ = verb("export", say("Skriv et scenario som ark å fylle ut", "Write a scenario as sheets to fill in"));
        export_
            ->add_option("SCENARIO", export_request_.scenario, say("Scenariofilen (TOML)", "The scenario file (TOML)"))
            ->required();
        export_->add_option("--xlsx", export_request_.xlsx, say("Regnearket som skrives", "The workbook to write"))
            ->required();
        export_->add_flag("--force", export_request_.force,
                          say("Skriv over en fil som finnes", "Write over a file that exists"));
    }

    void add_force(CLI::App& sub) {
        sub.add_flag("--force", force_,
                     say("Skriv over resultatfiler som er endret", "Write over result files that were edited"));
    }

    void add_compare() {
        compare_ =
            scenario_verb("compare", say("Sammenlign scenarier med et grunnlag, i de samme trekningene og pasientene",
                                         "Compare scenarios with a base, in the same draws and patients"));
        compare_
            ->add_option("BASE", path_, say("Scenariofilen det sammenlignes med", "The scenario file to compare with"))
            ->required();
        compare_->add_option("ALT", paths_, say("Scenariofiler som sammenlignes", "Scenario files that are compared"))
            ->required();
        compare_->add_option(
            "--out", out_,
            say("Resultatmappe; ellers out/compare-<grunnlag>", "Result folder; otherwise out/compare-<base>"));
        compare_->add_flag("--no-charts", no_charts_,
                           say("Bare tabeller, ingen figurer og ingen comparison.html",
                               "Tables only, no charts and no comparison.html"));
        compare_->add_flag("--regret", regret_,
                           say("Regn også hvordan alternativene står seg i andre framtider: dommer, bruk og flytting "
                               "(tar lengre tid)",
                               "Compute too how the alternatives fare in other futures: sentences, use and migration "
                               "(takes longer)"));
        add_force(*compare_);
    }

    void add_sweep() {
        sweep_ = verb("sweep", say("Regn et scenario i mange punkter (parametersveip)",
                                   "Study a scenario at many points (parameter sweep)"));
        sweep_->require_subcommand(0, 1);
        sweep_->add_option("FILE", sweep_request_.file, say("Sveipfil", "Sweep file"));
        sweep_->add_option("--out", sweep_request_.out,
                           say("Mappe; ellers out/sweep-<id>", "Folder; otherwise out/sweep-<id>"));
        sweep_->add_option("--chunk", sweep_request_.chunk, say("Bare del I av N", "Only share I of N"));
        sweep_->add_option("--points", sweep_request_.points, say("Bare disse, som 0-9,15", "Only these: 0-9,15"));
        sweep_->add_option("--slurm", sweep_request_.slurm,
                           say("Skriv jobber for Slurm i denne mappen; bare noen punkter prøves",
                               "Write jobs for Slurm into this folder; only a few points are tried"));
        sweep_->add_flag("--resume", sweep_request_.resume, say("Bare det som mangler", "Only what is missing"));
        add_threads(*sweep_);
        add_merging(*sweep_);
        sweep_status_ = folder_verb("status", say("Hvor langt et sveip er kommet", "How far a sweep has come"));
        sweep_merge_ = folder_verb("merge", say("Samle et sveip i sweep.nc", "Merge a sweep into sweep.nc"));
        add_merging(*sweep_merge_);
        sweep_sensitivity_ =
            folder_verb("sensitivity", say("Hvilke parametere som betyr noe, og når det mangler plasser",
                                           "Which parameters matter, and when beds are short"));
        sweep_sensitivity_->add_option("--cell", sensitivity_cell_,
                                       say("Bare figurer av unn.phv, som eksempel", "Only charts of unn.phv, say"));
        sweep_sensitivity_->add_flag("--partial", sweep_request_.partial,
                                     say("Også om punkter mangler", "Even if points are missing"));
        tornado_ = scenario_verb("tornado", say("Alle forutsetninger én om gangen over intervallene sine",
                                                "All assumptions one at a time over their intervals"));
        tornado_->add_option("SCENARIO", tornado_request_.scenario, say("Scenariofil", "Scenario file"))->required();
        tornado_->add_option("--cell", tornado_request_.cell,
                             say("helseforetak.tjeneste; ellers der det mangler flest",
                                 "trust.service; otherwise the one with the greatest shortage"));
        tornado_->add_option("--out", tornado_request_.out,
                             say("Mappe; ellers out/tornado-<scenario>", "Folder; otherwise out/tornado-<scenario>"));
    }

    void add_merging(CLI::App& sub) {
        sub.add_flag("--partial", sweep_request_.partial, say("Også om punkter mangler", "Even if points are missing"));
        sub.add_flag("--csv", sweep_request_.csv, say("Skriv CSV også", "Write CSV too"));
    }

    /// A verb of sweep that takes a sweep's folder.
    CLI::App* folder_verb(const char* name, const std::string& help) {
        CLI::App* sub = sweep_->add_subcommand(name, help);
        sub->set_help_flag("-h,--help", say("Skriv denne hjelpen og avslutt", "Print this help and exit"));
        add_voice(*sub);
        sub->add_option("DIR", path_, say("Sveipets mappe", "The sweep's folder"))->required();
        return sub;
    }

    void execute_sweep() {
        if (sweep_status_->parsed()) {
            sweep_status_command(path_, options_);
        } else if (sweep_merge_->parsed()) {
            sweep_merge_command(path_, sweep_request_.partial, sweep_request_.csv, options_);
        } else if (sweep_sensitivity_->parsed()) {
            sweep_sensitivity_command(path_, sweep_request_.partial, sensitivity_cell_, options_);
        } else if (sweep_request_.file.empty()) {
            throw BadInput({"sweep", 0, 0}, {"mangler FILE, eller status, merge eller sensitivity",
                                             "FILE is missing, or status, merge or sensitivity"});
        } else {
            sweep_command(sweep_request_, options_);
        }
    }

    void add_explain() {
        explain_ = scenario_verb("explain", say("Hva et scenario bygger på: verdi, kilde, linje, og hva det brukes i",
                                                "What a scenario rests on: value, source, line, and what it feeds"));
        explain_->add_option("SCENARIO", explain_request_.scenario, say("Scenariofil", "Scenario file"))->required();
        explain_->add_option("ADDRESS", explain_request_.address,
                             say("Liste.id.nøkkel, eller begynnelsen på den; ellers alle tall og tabeller. Med --diff: "
                                 "den andre scenariofilen",
                                 "List.id.key, or how it begins; otherwise all numbers and tables. With --diff: the "
                                 "other scenario file"));
        explain_->add_flag("--diff", explain_request_.diff,
                           say("Hva som er ulikt i to scenarier", "What differs between two scenarios"));
        explain_->add_flag(
            "--older", explain_request_.older,
            say("Inndata som er eldre enn nyeste talte år", "Inputs that are older than the newest counted year"));
        explain_->add_flag("--ask", explain_request_.ask,
                           say("Hvilket tall det er mest verdt å få vite, og hvilken telling som snur svaret",
                               "Which figure is most worth knowing, and which count turns the answer"));
        explain_->add_option("--year", explain_request_.year,
                             say("Med --ask: året det spørres om; ellers det siste",
                                 "With --ask: the year that is asked about; otherwise the last"));
        explain_->add_flag("--csv", explain_request_.csv, say("Skriv som CSV", "Print as CSV"));
    }

    void add_new() {
        new_ = verb("new", say("En liten region å begynne med, eller en fil med spørsmål å fylle ut",
                               "A small region to start from, or a file of questions to fill in"));
        new_->add_option("TARGET", new_request_.target,
                         say("Mappen til en ny region, eller en fil (.toml) med --extends",
                             "The folder of a new region, or a file (.toml) with --extends"))
            ->required();
        new_->add_option("--extends", new_request_.base,
                         say("Scenariofilen som den nye bygger på", "The scenario file that the new one is built on"));
    }

    void add_solve() {
        solve_ = scenario_verb("solve", say("Hvor mye som er nok: plasser, kortere liggetid eller færre innleggelser",
                                            "How much is enough: beds, shorter stays or fewer admissions"));
        solve_->add_option("SCENARIO", solve_request_.scenario, say("Scenariofil", "Scenario file"))->required();
        solve_
            ->add_option("--cell", solve_request_.cell,
                         say("Helseforetak.tjeneste, som unn.phv eller region.phv",
                             "Trust.service, such as unn.phv or region.phv"))
            ->required();
        solve_->add_option("--year", solve_request_.year, say("Året det spørres om", "The year that is asked about"))
            ->required();
        solve_
            ->add_option(
                "--until", solve_request_.until,
                say(R"("p<0.1" (sannsynlighet for mangel) eller "gap>=0" (plasser minus behov), i anførselstegn)",
                    R"("p<0.1" (probability of a shortage) or "gap>=0" (beds less need), in quotes)"))
            ->required();
        solve_->add_option("--by", solve_request_.by, "beds, stay, admissions")
            ->required()
            ->check(CLI::IsMember({"beds", "stay", "admissions"}));
        solve_->add_option(
            "--unit", solve_request_.unit,
            say("Enheten som får plassene; ellers den største", "Whose beds; otherwise the largest unit"));
        solve_->add_option("--most", solve_request_.most,
                           say("Hvor langt det letes: plasser eller prosent", "How far to look: beds or per cent"));
    }

    void add_page() {
        page_ = verb("page", say("Lag én fil som spør og regner i nettleseren, uten nett",
                                 "Make one file that asks and computes in the browser, offline"));
        page_
            ->add_option("SCENARIO", paths_,
                         say("Regioner, og hva om-filer som følger med", "Regions, and what-ifs that come with them"))
            ->required();
        page_->add_option("--out", out_, say("Filen", "The file"))->type_name("FILE")->required();
        add_force(*page_);
        add_threads(*page_);
    }

    void execute_page() {
        PageRequest request;
        request.scenarios = paths_;
        request.out = out_;
        request.force = force_;
        request.threads = options_.threads;
        request.language = options_.language;
        request.quiet = options_.quiet;
        request.interrupted = options_.interrupted;
        request.run = [this](const std::string& scenario, const std::string& folder, bool simulate) {
            RunRequest run{scenario, folder, simulate};
            run.is_part = true;
            run_command(run, options_);
        };
        write_page(request);
    }

    /// Whether patients are simulated: --replications 0 asks for need only.
    bool simulates() const { return options_.overrides.replications.value_or(1) != 0; }

    void add_commands() {
        check_ = scenario_verb("check", say("Kontroller scenariofiler", "Validate scenario files"));
        check_->add_option("SCENARIO", paths_, say("Scenariofiler", "Scenario files"))->required();
        run_ = scenario_verb("run", say("Kjør alt: befolkning, behov, simulering, tabeller, figurer og rapport",
                                        "Run everything: population, need, simulation, tables, charts and report"));
        project_ = scenario_verb(
            "project", say("Befolkning, behov og gap uten simulering", "Population, need and gap without simulation"));
        for (CLI::App* sub : {run_, project_}) {
            sub->add_option("SCENARIO", path_, say("Scenariofil", "Scenario file"))->required();
            sub->add_option("--out", out_,
                            say("Resultatmappe; ellers out/<scenario>", "Result folder; otherwise out/<scenario>"));
            sub->add_flag("--no-charts", no_charts_,
                          say("Bare tabeller, ingen figurer og rapport", "Tables only, no charts and no report"));
            sub->add_flag("--netcdf", netcdf_, say("Skriv results.nc også", "Write results.nc too"));
            sub->add_flag("--draws-csv", draws_csv_,
                          say("Skriv hver trekning i draws.csv", "Write every draw to draws.csv"));
            sub->add_flag("--variance", variance_,
                          say("Skriv hva variansen kommer av i variance.csv (tar lengre tid)",
                              "Write what makes the variance to variance.csv (takes longer)"));
            sub->add_flag(
                "--ask", ask_,
                say("Skriv hvilket tall som er mest verdt å vite, i information.csv og rapporten (tar lengre tid)",
                    "Write which figure is most worth knowing, to information.csv and the report (takes longer)"));
            add_force(*sub);
        }
        add_compare();
        add_explain();
        add_new();
        add_solve();
        plot_ = verb("plot", say("Tegn figurer og rapport på nytt fra resultatfiler",
                                 "Draw charts and report again from result files"));
        plot_->add_option("DIR", path_, say("Resultatmappe", "Result folder"))->required();
        plot_->add_flag("--images", images_,
                        say("Lag også PNG og PDF av hver figur", "Make PNG and PDF of every chart too"));
        plot_
            ->add_option(
                "--what-if", what_if_,
                say("Scenariofilen som ble kjørt: rapporten svarer på hva om i nettleseren. Scenariets tekster og "
                    "tabeller ligger da i rapporten",
                    "The scenario file that was run: the report answers what-ifs in the browser. The scenario's "
                    "texts and tables then lie in the report"))
            ->type_name("SCENARIO");
        add_page();
        add_import();
        add_export();
        add_sweep();
        schema_ = app_.add_subcommand(
            "schema", say("Skriv JSON-skjemaet for scenariofiler", "Print the JSON Schema of scenario files"));
        schema_
            ->add_option("WHAT", schema_of_,
                         say("scenario (ellers), eller results: resultattabellene og kolonnene deres",
                             "scenario (otherwise), or results: the result tables and their columns"))
            ->check(CLI::IsMember({"scenario", "results"}));
    }

    int execute() {
        try {
            if (check_->parsed()) check_command(paths_, options_);
            options_.charts = !no_charts_;
            if (run_->parsed())
                run_command({path_, out_, simulates(), force_, netcdf_, draws_csv_, variance_, ask_}, options_);
            if (project_->parsed())
                run_command({path_, out_, false, force_, netcdf_, draws_csv_, variance_, ask_}, options_);
            if (compare_->parsed()) compare_command({path_, paths_, out_, simulates(), force_, regret_}, options_);
            if (plot_->parsed()) plot_command({path_, images_, what_if_}, options_);
            if (page_->parsed()) execute_page();
            if (export_->parsed()) {
                export_request_.quiet = options_.quiet;
                export_command(export_request_, options_.language);
            } else if (import_->parsed()) {
                import_request_.quiet = options_.quiet;
                import_command(import_request_, options_.language);
            }
            if (sweep_->parsed()) execute_sweep();
            if (tornado_->parsed()) tornado_command(tornado_request_, options_);
            if (explain_->parsed()) explain_command(explain_request_, options_);
            if (new_->parsed()) new_command(new_request_, options_);
            if (solve_->parsed()) solve_command(solve_request_, options_);
            if (schema_->parsed()) schema_command(schema_of_);
            // What is printed may still be on its way, and fail there.
            if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
                throw std::system_error(errno != 0 ? errno : EIO, std::generic_category());
        } catch (const BadInput& bad) {
            print_problems(bad.problems(), options_.language);
            return bad_input;
        } catch (const Interrupted&) {
            return was_interrupted;
        } catch (const std::exception& error) {
            if (reader_is_gone(error)) return failed;
            fmt::print(stderr, "framsyn: {}\n", text_of_failure(error).in(options_.language));
            return Interruption::flag().load() ? was_interrupted : failed;
        }
        return 0;
    }

    bool nb_;
    CLI::App app_;
    CommonOptions options_;
    ImportRequest import_request_;
    ExportRequest export_request_;
    SweepRequest sweep_request_;
    TornadoRequest tornado_request_;
    ExplainRequest explain_request_;
    NewRequest new_request_;
    SolveRequest solve_request_;
    std::vector<std::string> paths_;
    std::string path_, out_, lang_, schema_of_, sensitivity_cell_;
    std::optional<std::string> what_if_;
    bool images_ = false, no_charts_ = false, force_ = false, regret_ = false, netcdf_ = false, draws_csv_ = false,
         variance_ = false, ask_ = false;
    CLI::App *check_ = nullptr, *compare_ = nullptr, *run_ = nullptr, *project_ = nullptr, *plot_ = nullptr,
             *import_ = nullptr, *export_ = nullptr, *schema_ = nullptr, *explain_ = nullptr, *new_ = nullptr,
             *solve_ = nullptr, *sweep_ = nullptr, *sweep_status_ = nullptr, *sweep_merge_ = nullptr,
             *sweep_sensitivity_ = nullptr, *tornado_ = nullptr, *page_ = nullptr;
};

} // namespace

int run_program(int argc, const char* const* argv) {
    const Interruption interruption;
    return CommandLine(language_in(argc, argv)).run(argc, argv);
}

} // namespace framsyn::app
