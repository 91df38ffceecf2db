#include "app/command/line/all_verbs.hpp"
#include "app/command/sweep_command.hpp"
#include "app/ground/problems.hpp"

#include <memory>

namespace framsyn::app {
namespace {

/// What was asked of a sweep, or of the folder of one.
struct AskedSweep {
    SweepRequest request;
    std::string folder, cell;
};
using Asked = std::shared_ptr<AskedSweep>;

void add_merging(Verbs& verbs, CLI::App& verb, SweepRequest& request) {
    verb.add_flag("--partial", request.partial, verbs.say("Også om punkter mangler", "Even if points are missing"));
    verb.add_flag("--csv", request.csv, verbs.say("Skriv CSV også", "Write CSV too"));
}

/// A verb of sweep that takes a sweep's folder.
CLI::App& folder_verb(Verbs& verbs, CLI::App& sweep, const char* name, const std::string& help, AskedSweep& asked) {
    CLI::App& verb = verbs.below(sweep, name, help);
    verb.add_option("DIR", asked.folder, verbs.say("Sveipets mappe", "The sweep's folder"))->required();
    return verb;
}

void add_points(Verbs& verbs, CLI::App& sweep, SweepRequest& request) {
    sweep.require_subcommand(0, 1);
    sweep.add_option("FILE", request.file, verbs.say("Sveipfil", "Sweep file"));
    sweep.add_option("--out", request.out,
                     verbs.say("Mappe; ellers out/sweep-<id>", "Folder; otherwise out/sweep-<id>"));
    sweep.add_option("--chunk", request.chunk, verbs.say("Bare del I av N", "Only share I of N"));
    sweep.add_option("--points", request.points, verbs.say("Bare disse, som 0-9,15", "Only these: 0-9,15"));
    sweep.add_option("--slurm", request.slurm,
                     verbs.say("Skriv jobber for Slurm i denne mappen; bare noen punkter prøves",
                               "Write jobs for Slurm into this folder; only a few points are tried"));
    sweep.add_flag("--resume", request.resume, verbs.say("Bare det som mangler", "Only what is missing"));
    verbs.add_threads(sweep);
    add_merging(verbs, sweep, request);
}

void add_status(Verbs& verbs, CLI::App& sweep, const Asked& asked) {
    CLI::App& verb = folder_verb(verbs, sweep, "status",
                                 verbs.say("Hvor langt et sveip er kommet", "How far a sweep has come"), *asked);
    verbs.does(verb, [asked](const CommonOptions& options) { sweep_status_command(asked->folder, options); });
}

void add_merge(Verbs& verbs, CLI::App& sweep, const Asked& asked) {
    CLI::App& verb = folder_verb(verbs, sweep, "merge",
                                 verbs.say("Samle et sveip i sweep.nc", "Merge a sweep into sweep.nc"), *asked);
    add_merging(verbs, verb, asked->request);
    verbs.does(verb, [asked](const CommonOptions& options) {
        sweep_merge_command(asked->folder, asked->request.partial, asked->request.csv, options);
    });
}

void add_sensitivity(Verbs& verbs, CLI::App& sweep, const Asked& asked) {
    CLI::App& verb = folder_verb(verbs, sweep, "sensitivity",
                                 verbs.say("Hvilke parametere som betyr noe, og når det mangler plasser",
                                           "Which parameters matter, and when beds are short"),
                                 *asked);
    verb.add_option("--cell", asked->cell,
                    verbs.say("Bare figurer av unn.phv, som eksempel", "Only charts of unn.phv, say"));
    verb.add_flag("--partial", asked->request.partial,
                  verbs.say("Også om punkter mangler", "Even if points are missing"));
    verbs.does(verb, [asked](const CommonOptions& options) {
        sweep_sensitivity_command(asked->folder, asked->request.partial, asked->cell, options);
    });
}

} // namespace

void add_sweep(Verbs& verbs) {
    CLI::App& sweep = verbs.verb("sweep", verbs.say("Regn et scenario i mange punkter (parametersveip)",
                                                    "Study a scenario at many points (parameter sweep)"));
    const Asked asked = std::make_shared<AskedSweep>();
    add_points(verbs, sweep, asked->request);
    verbs.does(sweep, [asked](const CommonOptions& options) {
        if (asked->request.file.empty())
            throw BadInput({"sweep", 0, 0}, {"mangler FILE, eller status, merge eller sensitivity",
                                             "FILE is missing, or status, merge or sensitivity"});
        sweep_command(asked->request, options);
    });
    add_status(verbs, sweep, asked);
    add_merge(verbs, sweep, asked);
    add_sensitivity(verbs, sweep, asked);
}

void add_tornado(Verbs& verbs) {
    CLI::App& tornado =
        verbs.scenario_verb("tornado", verbs.say("Alle forutsetninger én om gangen over intervallene sine",
                                                 "All assumptions one at a time over their intervals"));
    const auto request = std::make_shared<TornadoRequest>();
    tornado.add_option("SCENARIO", request->scenario, verbs.say("Scenariofil", "Scenario file"))->required();
    tornado.add_option("--cell", request->cell,
                       verbs.say("helseforetak.tjeneste; ellers der det mangler flest",
                                 "trust.service; otherwise the one with the greatest shortage"));
    tornado.add_option("--out", request->out,
                       verbs.say("Mappe; ellers out/tornado-<scenario>", "Folder; otherwise out/tornado-<scenario>"));
    verbs.does(tornado, [request](const CommonOptions& options) { tornado_command(*request, options); });
}

} // namespace framsyn::app
