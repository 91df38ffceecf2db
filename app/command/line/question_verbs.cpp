#include "app/command/check_command.hpp"
#include "app/command/explain_command.hpp"
#include "app/command/line/all_verbs.hpp"
#include "app/command/new_command.hpp"
#include "app/command/schema_command.hpp"
#include "app/command/solve_command.hpp"

#include <memory>

namespace framsyn::app {

void add_check(Verbs& verbs) {
    CLI::App& check = verbs.scenario_verb("check", verbs.say("Kontroller scenariofiler", "Validate scenario files"));
    const auto paths = std::make_shared<std::vector<std::string>>();
    check.add_option("SCENARIO", *paths, verbs.say("Scenariofiler", "Scenario files"))->required();
    verbs.does(check, [paths](const CommonOptions& options) { check_command(*paths, options); });
}

void add_explain(Verbs& verbs) {
    CLI::App& explain =
        verbs.scenario_verb("explain", verbs.say("Hva et scenario bygger på: verdi, kilde, linje, og hva det brukes i",
                                                 "What a scenario rests on: value, source, line, and what it feeds"));
    const auto request = std::make_shared<ExplainRequest>();
    explain.add_option("SCENARIO", request->scenario, verbs.say("Scenariofil", "Scenario file"))->required();
    explain.add_option("ADDRESS", request->address,
                       verbs.say("Liste.id.nøkkel, eller begynnelsen på den; ellers alle tall og tabeller. Med --diff: "
                                 "den andre scenariofilen",
                                 "List.id.key, or how it begins; otherwise all numbers and tables. With --diff: the "
                                 "other scenario file"));
    explain.add_flag("--diff", request->diff,
                     verbs.say("Hva som er ulikt i to scenarier", "What differs between two scenarios"));
    explain.add_flag(
        "--older", request->older,
        verbs.say("Inndata som er eldre enn nyeste talte år", "Inputs that are older than the newest counted year"));
    explain.add_flag("--ask", request->ask,
                     verbs.say("Hvilket tall det er mest verdt å få vite, og hvilken telling som snur svaret",
                               "Which figure is most worth knowing, and which count turns the answer"));
    explain.add_option("--year", request->year,
                       verbs.say("Med --ask: året det spørres om; ellers det siste",
                                 "With --ask: the year that is asked about; otherwise the last"));
    explain.add_flag("--csv", request->csv, verbs.say("Skriv som CSV", "Print as CSV"));
    verbs.does(explain, [request](const CommonOptions& options) { explain_command(*request, options); });
}

void add_new(Verbs& verbs) {
    CLI::App& fresh = verbs.verb("new", verbs.say("En liten region å begynne med, eller en fil med spørsmål å fylle ut",
                                                  "A small region to start from, or a file of questions to fill in"));
    const auto request = std::make_shared<NewRequest>();
    fresh
        .add_option("TARGET", request->target,
                    verbs.say("Mappen til en ny region, eller en fil (.toml) med --extends",
                              "The folder of a new region, or a file (.toml) with --extends"))
        ->required();
    fresh.add_option(
        "--extends", request->base,
        verbs.say("Scenariofilen som den nye bygger på", "The scenario file that the new one is built on"));
    verbs.does(fresh, [request](const CommonOptions& options) { new_command(*request, options); });
}

void add_solve(Verbs& verbs) {
    CLI::App& solve = verbs.scenario_verb(
        "solve", verbs.say("Hvor mye som er nok: plasser, kortere liggetid eller færre innleggelser",
                           "How much is enough: beds, shorter stays or fewer admissions"));
    const auto request = std::make_shared<SolveRequest>();
    solve.add_option("SCENARIO", request->scenario, verbs.say("Scenariofil", "Scenario file"))->required();
    solve
        .add_option("--cell", request->cell,
                    verbs.say("Helseforetak.tjeneste, som unn.phv eller region.phv",
                              "Trust.service, such as unn.phv or region.phv"))
        ->required();
    solve.add_option("--year", request->year, verbs.say("Året det spørres om", "The year that is asked about"))
        ->required();
    solve
        .add_option(
            "--until", request->until,
            verbs.say(R"("p<0.1" (sannsynlighet for mangel) eller "gap>=0" (plasser minus behov), i anførselstegn)",
                      R"("p<0.1" (probability of a shortage) or "gap>=0" (beds less need), in quotes)"))
        ->required();
    solve.add_option("--by", request->by, "beds, stay, admissions")
        ->required()
        ->check(CLI::IsMember({"beds", "stay", "admissions"}));
    solve.add_option(
        "--unit", request->unit,
        verbs.say("Enheten som får plassene; ellers den største", "Whose beds; otherwise the largest unit"));
    solve.add_option("--most", request->most,
                     verbs.say("Hvor langt det letes: plasser eller prosent", "How far to look: beds or per cent"));
    verbs.does(solve, [request](const CommonOptions& options) { solve_command(*request, options); });
}

void add_schema(Verbs& verbs) {
    CLI::App& schema = *verbs.app().add_subcommand(
        "schema", verbs.say("Skriv JSON-skjemaet for scenariofiler", "Print the JSON Schema of scenario files"));
    const auto what = std::make_shared<std::string>();
    schema
        .add_option("WHAT", *what,
                    verbs.say("scenario (ellers), eller results: resultattabellene og kolonnene deres",
                              "scenario (otherwise), or results: the result tables and their columns"))
        ->check(CLI::IsMember({"scenario", "results"}));
    verbs.does(schema, [what](const CommonOptions&) { schema_command(*what); });
}

} // namespace framsyn::app
