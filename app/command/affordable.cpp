#include "app/command/affordable.hpp"

#include "app/ground/problems.hpp"
#include "models/study/cost.hpp"

#include <fmt/format.h>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <thread>

namespace framsyn::app {
namespace {

constexpr double most_events = 1e9;
constexpr double usual_replications = 200.0;
constexpr double gigabyte = 1e9;

/// What this process may use: the machine's memory, or less where a limit is set (ulimit -v, a container).
double memory_of_machine() {
    double bytes = static_cast<double>(::sysconf(_SC_PHYS_PAGES)) * static_cast<double>(::sysconf(_SC_PAGE_SIZE));
    rlimit limit{};
    if (::getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        bytes = std::min(bytes, static_cast<double>(limit.rlim_cur));
    double container = 0.0;
    if (std::ifstream("/sys/fs/cgroup/memory.max") >> container) bytes = std::min(bytes, container);
    return bytes;
}

std::string with_comma(double number) {
    std::string text = fmt::format("{:.1f}", number);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

class Account {
  public:
    Account(const WrittenScenario& scenario, study::Care care, const CommonOptions& options, const Beside& beside)
        : scenario_(scenario), options_(options), told_(beside.told),
          cost_(with(beside, study::cost_of(study::run_study(scenario, study::whole(scenario, care))))) {
        if (beside.drawn == 0) return;
        const study::Cost drawn =
            study::cost_of(study::run_study(scenario, study::whole(scenario, study::Care::left_out)));
        cost_.bytes_of_draws += drawn.bytes_of_draws;
        cost_.seconds += static_cast<double>(beside.drawn) * drawn.seconds;
    }

    void must_be_affordable() const {
        Problems problems;
        check_events(problems);
        check_memory(problems);
        if (!problems.empty()) throw BadInput(problems);
        remark_on_time();
    }

  private:
    /// What stands beside a study is about as large as it is.
    static study::Cost with(const Beside& beside, study::Cost own) {
        const double kept = 1.0 + static_cast<double>(beside.kept);
        const double studied = 1.0 + static_cast<double>(beside.studied);
        own.bytes_fixed *= kept;
        own.bytes_of_draws *= kept;
        own.bytes_of_care *= kept;
        own.seconds *= studied;
        return own;
    }

    Position replications_at() const {
        return options_.overrides.replications ? Position{"--replications", 0, 0} : scenario_.replications_at;
    }

    void check_events(Problems& problems) const {
        if (cost_.events <= most_events) return;
        const double each = cost_.events / scenario_.replications;
        const auto millions = [](double events) { return events / 1e6; };
        const std::string nb = fmt::format("kjøringen ville ta {:.0f} millioner hendelser, {} millioner i hver av {} "
                                           "simuleringer; høyst {:.0f} millioner",
                                           millions(cost_.events), with_comma(millions(each)), scenario_.replications,
                                           millions(most_events));
        const std::string en =
            fmt::format("the run would take {:.0f} million events, {:.1f} million in each of {} "
                        "simulations; at most {:.0f} million",
                        millions(cost_.events), millions(each), scenario_.replications, millions(most_events));
        // Where the usual number of simulations would do no better, it is the patients who are too many.
        if (each * std::min<double>(usual_replications, scenario_.replications) > most_events) {
            const study::StayInfo& stay = scenario_.stays[cost_.busiest_stay];
            problems.add(stay.mean.at, {nb + "; opphold av denne lengden gir de fleste",
                                        en + "; stays of this length make most of them"});
        } else {
            problems.add(replications_at(), {nb, en});
        }
    }

    void check_memory(Problems& problems) const {
        const double there = memory_of_machine();
        if (cost_.bytes() <= there) return;
        const bool draws = cost_.bytes_of_draws >= cost_.bytes_of_care;
        problems.add(draws ? scenario_.draws_at : replications_at(),
                     {fmt::format("kjøringen trenger om lag {} GB minne; her er {} GB",
                                  with_comma(cost_.bytes() / gigabyte), with_comma(there / gigabyte)),
                      fmt::format("the run needs about {:.1f} GB of memory; here are {:.1f} GB",
                                  cost_.bytes() / gigabyte, there / gigabyte)});
    }

    void remark_on_time() const {
        if (told_) return;
        const double threads =
            options_.threads > 0 ? options_.threads : std::max(1.0, 1.0 * std::thread::hardware_concurrency());
        const std::string line = remark_on_duration(cost_.seconds / threads).in(options_.language);
        if (!options_.quiet && !line.empty()) fmt::print(stderr, "{}\n", line);
    }

    const WrittenScenario& scenario_;
    const CommonOptions& options_;
    bool told_;
    study::Cost cost_;
};

} // namespace

Text remark_on_duration(double seconds) {
    constexpr double long_run_s = 600.0;
    if (seconds <= long_run_s) return {};
    return {fmt::format("Merk: kjøringen tar anslagsvis {:.0f} minutter", seconds / 60.0),
            fmt::format("Note: the run takes an estimated {:.0f} minutes", seconds / 60.0)};
}

Beside beside_of_run(const WrittenScenario& scenario) {
    if (!scenario.extends || !scenario.has_services()) return {};
    const bool has_effects =
        std::any_of(scenario.actions.begin(), scenario.actions.end(),
                    [](const study::ActionInfo& action) { return action.is_effect() && action.counts(); });
    return {1, 1, has_effects ? 2U : 0U, false};
}

void must_be_affordable(const WrittenScenario& scenario, study::Care care, const CommonOptions& options,
                        const Beside& beside) {
    Account(scenario, care, options, beside).must_be_affordable();
}

} // namespace framsyn::app
