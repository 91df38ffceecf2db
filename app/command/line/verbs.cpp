#include "app/command/line/verbs.hpp"

#include <algorithm>

namespace framsyn::app {

CLI::App& Verbs::below(CLI::App& parent, const char* name, const std::string& help) {
    CLI::App& verb = *parent.add_subcommand(name, help);
    verb.set_help_flag("-h,--help", say("Skriv denne hjelpen og avslutt", "Print this help and exit"));
    verb.add_option("--lang", lang_, say("Språk: nb eller en", "Language: nb or en"))
        ->check(CLI::IsMember({"nb", "en"}));
    verb.add_flag("--quiet", options_.quiet, say("Skriv bare feil", "Print errors only"));
    return verb;
}

CLI::App& Verbs::scenario_verb(const char* name, const std::string& help) {
    CLI::App& sub = verb(name, help);
    sub.add_option("--set", options_.overrides.set,
                   say("LISTE.ID.NØKKEL=VERDI i stedet for filens verdi; kan gjentas",
                       "LIST.ID.KEY=VALUE instead of the file's value; may be repeated"))
        ->type_name("KEY=VALUE")
        ->allow_extra_args(false);
    sub.add_option("--draws", options_.overrides.draws, say("Antall trekninger av behov", "Number of draws of need"));
    sub.add_option("--replications", options_.overrides.replications,
                   say("Antall simuleringer; 0 er bare behov", "Number of simulations; 0 is need only"));
    sub.add_option("--seed", options_.overrides.seed, say("Frø for trekningene", "Seed of the draws"));
    add_threads(sub);
    return sub;
}

void Verbs::add_threads(CLI::App& verb) {
    verb.add_option("--threads", options_.threads,
                    say("Antall tråder; påvirker aldri resultatet", "Number of threads; never affects a result"))
        ->check(CLI::Range(1, 1024));
}

void Verbs::add_force_results(CLI::App& verb, bool& force) {
    verb.add_flag("--force", force,
                  say("Skriv over resultatfiler som er endret", "Write over result files that were edited"));
}

void Verbs::add_force_file(CLI::App& verb, bool& force) {
    verb.add_flag("--force", force, say("Skriv over en fil som finnes", "Write over a file that exists"));
}

void Verbs::act() const {
    const auto asked =
        std::find_if(actions_.rbegin(), actions_.rend(), [](const auto& one) { return one.first->parsed(); });
    if (asked != actions_.rend()) asked->second(options_);
}

} // namespace framsyn::app
