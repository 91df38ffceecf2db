#include "app/afford/afford.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace framsyn::app {
namespace {

constexpr double most_events = 1e9;
constexpr double usual_replications = 200.0;
constexpr double gigabyte = 1e9;

std::string with_comma(double number) {
    std::string text = fmt::format("{:.1f}", number);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

void check_events(const WrittenScenario& scenario, const study::Cost& cost, const Means& means, Problems& problems) {
    if (cost.events <= most_events) return;
    const double each = cost.events / scenario.replications;
    const auto millions = [](double events) { return events / 1e6; };
    const std::string nb =
        fmt::format("kjøringen ville ta {:.0f} millioner hendelser, {} millioner i hver av {} "
                    "simuleringer; høyst {:.0f} millioner",
                    millions(cost.events), with_comma(millions(each)), scenario.replications, millions(most_events));
    const std::string en =
        fmt::format("the run would take {:.0f} million events, {:.1f} million in each of {} "
                    "simulations; at most {:.0f} million",
                    millions(cost.events), millions(each), scenario.replications, millions(most_events));
    // Where the usual number of simulations would do no better, it is the patients who are too many.
    if (each * std::min<double>(usual_replications, scenario.replications) > most_events) {
        const study::StayInfo& stay = scenario.stays[cost.busiest_stay];
        problems.add(stay.mean.at, {nb + "; opphold av denne lengden gir de fleste",
                                    en + "; stays of this length make most of them"});
    } else {
        problems.add(means.replications_at, {nb, en});
    }
}

void check_memory(const WrittenScenario& scenario, const study::Cost& cost, const Means& means, Problems& problems) {
    if (cost.bytes() <= means.memory_bytes) return;
    const bool draws = cost.bytes_of_draws >= cost.bytes_of_care;
    problems.add(draws ? scenario.draws_at : means.replications_at,
                 {fmt::format("kjøringen trenger om lag {} GB minne; her er {} GB", with_comma(cost.bytes() / gigabyte),
                              with_comma(means.memory_bytes / gigabyte)),
                  fmt::format("the run needs about {:.1f} GB of memory; here are {:.1f} GB", cost.bytes() / gigabyte,
                              means.memory_bytes / gigabyte)});
}

} // namespace

Beside beside_of_run(const WrittenScenario& scenario) {
    if (!scenario.extends || !scenario.has_services()) return {};
    const bool has_effects =
        std::any_of(scenario.actions.begin(), scenario.actions.end(),
                    [](const study::ActionInfo& action) { return action.is_effect() && action.counts(); });
    return {1, 1, has_effects ? 2U : 0U, false};
}

study::Cost cost_of_run(const WrittenScenario& scenario, study::Care care, const Beside& beside) {
    study::Cost cost = study::cost_of(study::run_study(scenario, study::whole(scenario, care)));
    // What stands beside a study is about as large as it is.
    const double kept = 1.0 + static_cast<double>(beside.kept);
    const double studied = 1.0 + static_cast<double>(beside.studied);
    cost.bytes_fixed *= kept;
    cost.bytes_of_draws *= kept;
    cost.bytes_of_care *= kept;
    cost.seconds *= studied;
    if (beside.drawn == 0) return cost;
    const study::Cost drawn = study::cost_of(study::run_study(scenario, study::whole(scenario, study::Care::left_out)));
    cost.bytes_of_draws += drawn.bytes_of_draws;
    cost.seconds += static_cast<double>(beside.drawn) * drawn.seconds;
    return cost;
}

Problems unaffordable(const WrittenScenario& scenario, const study::Cost& cost, const Means& means) {
    Problems problems;
    check_events(scenario, cost, means, problems);
    check_memory(scenario, cost, means, problems);
    return problems;
}

} // namespace framsyn::app
