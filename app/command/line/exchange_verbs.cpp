#include "app/command/exchange/import_command.hpp"
#include "app/command/exchange/sheets_command.hpp"
#include "app/command/line/all_verbs.hpp"

#include <memory>

namespace framsyn::app {
namespace {

/// What some of the tables need beside the file.
void add_of_tables(Verbs& verbs, CLI::App& verb, ImportRequest& request) {
    verb.add_option("--mapping", request.mapping,
                    verbs.say("Hvilket helseforetak hver kommune eller organisasjon hører til (CSV)",
                              "Which trust each municipality or organisation belongs to (CSV)"));
    verb.add_option("--population", request.population,
                    verbs.say("ssb-14820: scenariets befolkningstabell", "ssb-14820: the scenario's table of people"));
    verb.add_option("--rates", request.rates,
                    verbs.say("ssb-14820: tabellen der de andre tjenestenes rater står",
                              "ssb-14820: the table with the other services' rates"));
    verb.add_option("--regions", request.regions,
                    verbs.say("ssb-14820: regionene som er scenariets, som H05 eller 18,55,56",
                              "ssb-14820: the regions that are the scenario's, as H05 or 18,55,56"));
    verb.add_option("--service", request.service,
                    verbs.say("ssb-14820: tjenesten ratene gjelder (phv)", "ssb-14820: whose rates they are (phv)"));
    verb.add_option(
        "--extends", request.extends,
        verbs.say(
            "ssb-13942, ssb-14820 med --levels, xlsx: scenariet tallene legges på (baseline.toml)",
            "ssb-13942, ssb-14820 with --levels, xlsx: the scenario that the figures are put on (baseline.toml)"));
    verb.add_option("--levels", request.levels,
                    verbs.say("ssb-14820: filen med nivåene i [[flow]] som følger ratene (TOML)",
                              "ssb-14820: the file of the levels of [[flow]] that go with the rates (TOML)"));
}

} // namespace

void add_import(Verbs& verbs) {
    CLI::App& verb = verbs.verb("import", verbs.say("Lag en scenariotabell av det SSBs statistikkbank eksporterer",
                                                    "Make a scenario's table of what the StatBank of SSB exports"));
    const auto request = std::make_shared<ImportRequest>();
    verb.add_option("TABLE", request->table,
                    verbs.say("ssb-07459 (befolkning), ssb-14288 eller ssb-14746 (framskrivinger), ssb-13982 "
                              "(opptaksområder), ssb-13942 (plasser og oppholdsdøgn), ssb-14820 (bruk etter bosted), "
                              "xlsx (utfylte ark)",
                              "ssb-07459 (population), ssb-14288 or ssb-14746 (projections), ssb-13982 (catchments), "
                              "ssb-13942 (places and bed days), ssb-14820 (use by residence), xlsx (filled-in sheets)"))
        ->required()
        ->check(CLI::IsMember({"ssb-07459", "ssb-14288", "ssb-14746", "ssb-13942", "ssb-13982", "ssb-14820", "xlsx"}));
    verb.add_option(
            "FILE", request->file,
            verbs.say("Filen fra statistikkbanken, CSV eller JSON-stat2", "The StatBank's file, CSV or JSON-stat2"))
        ->required();
    add_of_tables(verbs, verb, *request);
    verb.add_option("--out", request->out, verbs.say("Tabellen som skrives (CSV)", "The table to write (CSV)"))
        ->required();
    verb.add_option(
        "--years", request->years,
        verbs.say("År som 2024-2027; ellers alle i filen", "Years as 2024-2027; otherwise all in the file"));
    verbs.add_force_file(verb, request->force);
    verbs.does(verb, [request](const CommonOptions& options) {
        request->quiet = options.quiet;
        import_command(*request, options.language);
    });
}

void add_export(Verbs& verbs) {
    CLI::App& verb = verbs.verb(
        "export", verbs.say("Skriv et scenario som ark å fylle ut", "Write a scenario as sheets to fill in"));
    const auto request = std::make_shared<ExportRequest>();
    verb.add_option("SCENARIO", request->scenario, verbs.say("Scenariofilen (TOML)", "The scenario file (TOML)"))
        ->required();
    verb.add_option("--xlsx", request->xlsx, verbs.say("Regnearket som skrives", "The workbook to write"))->required();
    verbs.add_force_file(verb, request->force);
    verbs.does(verb, [request](const CommonOptions& options) {
        request->quiet = options.quiet;
        export_command(*request, options.language);
    });
}

} // namespace framsyn::app
