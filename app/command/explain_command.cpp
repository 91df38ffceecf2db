#include "app/command/explain_command.hpp"

#include "app/command/affordable.hpp"
#include "app/command/process/progress.hpp"
#include "app/command/process/run_control.hpp"
#include "app/explain/ask/questions_text.hpp"
#include "app/explain/explanation.hpp"
#include "app/explain/input_age.hpp"
#include "app/explain/two_scenarios.hpp"
#include "app/ground/disk/files.hpp"
#include "app/tables/information_table.hpp"
#include "models/study/questions.hpp"

#include <fmt/format.h>

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

namespace framsyn::app {
namespace {

/// As wide as the terminal; in a pipe, as a page.
std::size_t width_of_output() {
    constexpr std::size_t page = 100;
    constexpr std::size_t narrowest = 40;
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return page;
    return std::max(narrowest, static_cast<std::size_t>(size.ws_col));
}

[[noreturn]] void refuse(const char* nb, const char* en) {
    throw BadInput({"framsyn explain", 0, 0}, {nb, en});
}

void must_make_sense(const ExplainRequest& request) {
    if (request.diff && request.older)
        refuse("--diff og --older er to spørsmål; still ett om gangen",
               "--diff and --older are two questions; ask one");
    if (request.diff && request.address.empty())
        refuse("--diff trenger to scenariofiler", "--diff needs two scenario files");
    if (request.older && !request.address.empty())
        refuse("--older gjelder hele scenariet, uten adresse",
               "--older is about the whole scenario, without an address");
    if (request.ask && (request.diff || request.older))
        refuse("--ask kan ikke stå sammen med --diff eller --older; still ett spørsmål om gangen",
               "--ask can't stand with --diff or --older; ask one question at a time");
    if (request.ask && !request.address.empty())
        refuse("--ask gjelder hele scenariet, uten adresse", "--ask is about the whole scenario, without an address");
    if (request.year && !request.ask) refuse("--year brukes bare med --ask", "--year is only used with --ask");
}

/// The year that is asked about: after the base year, whose level is counted or guessed and turns nothing.
int year_asked(const ExplainRequest& request, const WrittenScenario& scenario) {
    const int year = request.year.value_or(scenario.last_year);
    if (year > scenario.base_year && year <= scenario.last_year) return year;
    throw BadInput({fmt::format("--year {}", year), 0, 0},
                   {fmt::format("ventet {}–{}", scenario.base_year + 1, scenario.last_year),
                    fmt::format("expected {}–{}", scenario.base_year + 1, scenario.last_year)});
}

std::string questions_answer(const ExplainRequest& request, const CommonOptions& options) {
    Overrides overrides = options.overrides;
    overrides.replications = 0; // need only
    const WrittenScenario scenario = read_scenario(DiskFiles(), request.scenario, overrides);
    if (!scenario.has_services())
        throw BadInput({request.scenario, 0, 0}, {"har ingen [[service]], så det er ingen plasser å spørre om",
                                                  "has no [[service]], so there are no beds to ask about"});
    const int year = year_asked(request, scenario);
    must_be_affordable(scenario, study::Care::left_out, options, {1, 0, 1, false});
    ProgressLine line(options.language, options.quiet);
    const study::Runner run = parallel_runner({options.threads, scenario.seed, options.interrupted,
                                               [&](study::Stage stage, std::size_t done, std::size_t total) {
                                                   line.show(stage_name(stage).in(options.language), done, total);
                                               }});
    const study::Questions questions =
        study::questions_of(scenario, study::whole(scenario, study::Care::left_out).draws, {year}, run);
    return request.csv ? information_table(questions, false).text()
                       : questions_text(questions, year, options.language, width_of_output());
}

std::string answer(const ExplainRequest& request, const CommonOptions& options) {
    if (request.ask) return questions_answer(request, options);
    const Asked asked{request.scenario, read_scenario(DiskFiles(), request.scenario, options.overrides)};
    const std::size_t width = width_of_output();
    if (request.diff) {
        const Asked other{request.address, read_scenario(DiskFiles(), request.address, options.overrides)};
        return request.csv ? differences_csv(asked, other) : differences_text(asked, other, options.language, width);
    }
    if (request.older) {
        const InputAges ages = ages_of(asked.scenario);
        return request.csv ? older_inputs_csv(ages) : older_inputs_text(ages, options.language, width);
    }
    const std::vector<ExplainedInput> inputs = explained_inputs(asked.scenario, request.address);
    return request.csv ? explanation_csv(inputs) : explanation_text(asked.scenario, inputs, options.language, width);
}

} // namespace

void explain_command(const ExplainRequest& request, const CommonOptions& options) {
    must_make_sense(request);
    const std::string text = answer(request, options);
    if (!options.quiet) fmt::print("{}", text);
}

} // namespace framsyn::app
