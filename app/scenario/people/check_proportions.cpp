#include "app/scenario/people/check_proportions.hpp"

#include "app/scenario/people/check_leaps.hpp"
#include "models/demography/rates/life_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace framsyn::app {
namespace {

constexpr double most_children = 4.0;      // per woman: the highest of any country outside the least developed
constexpr double shortest_life = 60.0;     // years, at birth
constexpr double longest_life = 100.0;     // years, at birth
constexpr double most_movers = 0.1;        // of the people, one way, in a year
constexpr double largest_change = 0.05;    // of the people, in a year
constexpr double impossible_change = 10.0; // times the people, in a year

/// The figure furthest out of proportion, and in how many areas there are such.
class Furthest {
  public:
    explicit Furthest(std::size_t areas) : seen_(areas, 0) {}

    /// `distance` is how far out it is: the furthest is kept.
    void note(double distance, double figure, std::size_t area, int year) {
        seen_[area] = 1;
        if (worst_ && worst_->distance >= distance) return;
        worst_ = {distance, figure, area, year};
    }

    struct Place {
        double distance, figure;
        std::size_t area;
        int year;
    };
    const std::optional<Place>& worst() const { return worst_; }
    std::size_t others() const { return static_cast<std::size_t>(std::count(seen_.begin(), seen_.end(), 1)) - 1; }

  private:
    std::optional<Place> worst_;
    std::vector<char> seen_;
};

class Proportions {
  public:
    Proportions(const WrittenScenario& scenario, const demography::Inputs& inputs,
                const demography::PopulationPath& path, Problems& problems, Problems& remarks)
        : scenario_(scenario), inputs_(inputs), path_(path), problems_(problems), remarks_(remarks) {}

    void check() {
        check_fertility();
        check_life_expectancy();
        check_moves();
        check_leaps(path_, first_projected(), inputs_.areas, line_of({}, {"population"}), remarks_);
        check_change();
        check_elsewhere();
    }

  private:
    std::size_t areas() const { return inputs_.areas.size(); }
    int first_projected() const { return inputs_.jump_off_year(); }

    void check_fertility() {
        Furthest furthest(areas());
        for (std::size_t t = 0; t < inputs_.fertility_rates.size(); ++t) {
            const demography::Schedules& births = inputs_.fertility_rates[t];
            for (std::size_t area = 0; area < areas(); ++area) {
                const double children = demography::sum_over_ages(births.rates, births.of_area[area]);
                if (children > most_children) furthest.note(children, children, area, first_projected() + int(t));
            }
        }
        tell(furthest, {"fertility-rates", "fertility"},
             {"{0}: {1:.3g} barn per kvinne i {2}", "{0}: {1:.3g} children per woman in {2}"},
             {"er ratene per kvinne og år?", "are the rates per woman and year?"});
    }

    void check_life_expectancy() {
        Furthest furthest(areas());
        for (std::size_t t = 0; t < inputs_.death_rates.size(); ++t) {
            const demography::Schedules& deaths = inputs_.death_rates[t];
            std::vector<double> years(static_cast<std::size_t>(deaths.rates.cols()), std::nan(""));
            for (std::size_t area = 0; area < areas(); ++area) {
                for (const demography::Sex sex : {demography::Sex::female, demography::Sex::male}) {
                    const Eigen::Index col = demography::column(deaths.of_area[area], sex);
                    double& known = years[static_cast<std::size_t>(col)];
                    if (std::isnan(known)) known = demography::life_expectancy(deaths.rates.col(col), sex);
                    const double out = std::max(shortest_life - known, known - longest_life);
                    if (out > 0.0) furthest.note(out, known, area, first_projected() + int(t));
                }
            }
        }
        tell(furthest, {"death-rates", "mortality", "deaths"},
             {"{0}: levealder ved fødselen {1:.1f} år i {2}", "{0}: life expectancy at birth {1:.1f} years in {2}"},
             {"er ratene per person og år?", "are the rates per person and year?"});
    }

    void check_moves() {
        Furthest furthest(areas());
        Furthest impossible(areas());
        for (std::size_t t = 0; t < path_.components.size(); ++t) {
            const int year = first_projected() + static_cast<int>(t);
            for (std::size_t area = 0; area < areas(); ++area) {
                const demography::Components& moves = path_.components[t][area];
                const double people = demography::persons_in_area(path_.on_1_january(year), area);
                const double movers =
                    std::max(moves.internal_in + moves.immigration, moves.internal_out + moves.emigration);
                if (movers > impossible_change * people) impossible.note(movers / people, movers, area, year);
                if (movers > most_movers * people) furthest.note(movers / people, movers, area, year);
            }
        }
        const Text what{"{0}: {1:.0f} personer flytter inn eller ut i {2}, mer enn en tidel av dem som bor der",
                        "{0}: {1:.0f} persons move in or out in {2}, more than a tenth of those who live there"};
        const Text question{"er tallene personer i året?", "are the numbers persons a year?"};
        if (impossible.worst()) {
            tell(impossible, {"net-migration", "migration"},
                 {"{0}: {1:.0f} personer flytter inn eller ut i {2}, over ti ganger dem som bor der",
                  "{0}: {1:.0f} persons move in or out in {2}, over ten times those who live there"},
                 question, problems_);
        } else {
            tell(furthest, {"net-migration", "migration"}, what, question);
        }
    }

    void check_change() {
        Furthest furthest(areas());
        for (int year = first_projected(); year < path_.last_year(); ++year) {
            for (std::size_t area = 0; area < areas(); ++area) {
                const double before = demography::persons_in_area(path_.on_1_january(year), area);
                const double after = demography::persons_in_area(path_.on_1_january(year + 1), area);
                const double change = after / before - 1.0;
                if (std::abs(change) > largest_change) furthest.note(std::abs(change), 100.0 * change, area, year);
            }
        }
        tell(furthest, {"population"},
             {"{0}: folketallet endrer seg {1:+.1f} % i løpet av {2}",
              "{0}: the population changes by {1:+.1f} % in {2}"},
             {"er alle tall personer, og alle rater per år?", "are all numbers persons, and all rates per year?"});
    }

    /// Those who count in rates only are few beside the region's own.
    void check_elsewhere() {
        double region = 0.0;
        for (std::size_t area = 0; area < areas(); ++area)
            region += demography::persons_in_area(path_.persons.front(), area);
        for (const auto& [year, persons] : scenario_.elsewhere) {
            if (persons.value != std::floor(persons.value))
                problems_.add(persons.at,
                              {fmt::format("{} er ikke et helt tall: personer telles hele", persons.value),
                               fmt::format("{} isn't a whole number: persons are counted whole", persons.value)});
            if (persons.value <= most_movers * region) continue;
            remarks_.add(
                persons.at,
                {fmt::format("{:.0f} personer telles i rater i tillegg til regionens {:.0f}, mer enn en tidel; er "
                             "tallet personer?",
                             persons.value, region),
                 fmt::format("{:.0f} persons count in rates beside the region's {:.0f}, more than a tenth; is the "
                             "number persons?",
                             persons.value, region)});
        }
    }

    void tell(const Furthest& furthest, std::initializer_list<std::string_view> tables, const Text& what,
              const Text& question) {
        tell(furthest, tables, what, question, remarks_);
    }

    void tell(const Furthest& furthest, std::initializer_list<std::string_view> tables, const Text& what,
              const Text& question, Problems& where) const {
        if (!furthest.worst()) return;
        const Furthest::Place& place = *furthest.worst();
        const auto say = [&](const std::string& words) {
            return fmt::format(fmt::runtime(words), inputs_.areas[place.area], place.figure, place.year);
        };
        const std::size_t others = furthest.others();
        const Text more = others == 0 ? Text{}
                                      : Text{fmt::format(" (og {} områder til)", others),
                                             fmt::format(" (and {} more areas)", others)};
        where.add(line_of(place, tables),
                  {say(what.nb) + more.nb + "; " + question.nb, say(what.en) + more.en + "; " + question.en});
    }

    /// The shock that falls on the place, or the table.
    Position line_of(const Furthest::Place& place, std::initializer_list<std::string_view> tables) const {
        for (const PopulationShock& shock : scenario_.population.shocks) {
            const bool there =
                shock.trust.index() == place.area && shock.from_year <= place.year && place.year <= shock.to_year;
            if (there && shock.persons) return shock.persons->at;
            if (there && shock.leaving_factor) return shock.leaving_factor->at;
        }
        for (const std::string_view id : tables) {
            for (const TableInfo& table : scenario_.tables) {
                if (table.id == id) return table.at;
            }
        }
        return scenario_.variant_at;
    }

    const WrittenScenario& scenario_;
    const demography::Inputs& inputs_;
    const demography::PopulationPath& path_;
    Problems& problems_;
    Problems& remarks_;
};

} // namespace

void check_proportions(const WrittenScenario& scenario, const demography::Inputs& inputs,
                       const demography::PopulationPath& path, Problems& problems, Problems& remarks) {
    Proportions(scenario, inputs, path, problems, remarks).check();
}

} // namespace framsyn::app
