#include "app/command/explain_command.hpp"

#include "app/explain/explanation.hpp"
#include "app/explain/input_age.hpp"
#include "app/explain/two_scenarios.hpp"
#include "app/ground/disk/files.hpp"

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
}

std::string answer(const ExplainRequest& request, const CommonOptions& options) {
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
