#include "app/results/population_summary.hpp"

#include "models/study/answers/people.hpp"

#include <fmt/format.h>

namespace framsyn::app {

std::string population_summary(const study::Study& study, Language language) {
    const study::Scenario& scenario = study.scenario();
    const study::PopulationSample& sample = study.population_sample();
    const study::AreaSample& region = sample.areas.back();
    const int base = scenario.base_year;
    const std::size_t from = static_cast<std::size_t>(base - sample.first_year);
    const std::size_t to = region.years() - 1;
    std::string text = fmt::format("{}, {}–{} ({})\n", scenario.title.in(language), base,
                                   sample.first_year + static_cast<int>(to), scenario.variant);
    for (const auto& [name, nb, en] :
         {std::tuple{"all", "alle", "all ages"}, std::tuple{"67+", "67 år og over", "67 and over"},
          std::tuple{"80+", "80 år og over", "80 and over"}}) {
        const study::AgeGroupOf& group = study::group_named(name);
        const auto at = [&](std::size_t year) {
            return study::persons_by_draw(region, year, study::both_sexes, group);
        };
        const double now = at(from).median();
        const study::SortedSample then = at(to);
        const double change = now > 0.0 ? 100.0 * (then.median() / now - 1.0) : 0.0;
        if (region.draws() > 1) {
            text += fmt::format(
                fmt::runtime(language == Language::nb
                                 ? "  {:<16} {:>11.0f} → {:>11.0f} ({:+.1f} %; 80 %: {:.0f} til {:.0f})\n"
                                 : "  {:<16} {:>11.0f} → {:>11.0f} ({:+.1f} %; 80 %: {:.0f} to {:.0f})\n"),
                language == Language::nb ? nb : en, now, then.median(), change, then.quantile(0.1), then.quantile(0.9));
        } else {
            text += fmt::format("  {:<16} {:>11.0f} → {:>11.0f} ({:+.1f} %)\n", language == Language::nb ? nb : en, now,
                                then.median(), change);
        }
    }
    return text;
}

} // namespace framsyn::app
