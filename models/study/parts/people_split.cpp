#include "models/study/parts/people_split.hpp"

#include "models/need/expected_use.hpp"
#include "models/study/draws/draw.hpp"
#include "models/study/draws/need_inputs.hpp"

#include <memory>

namespace framsyn::study {

demography::Inputs without_moves(demography::Inputs inputs) {
    for (demography::Migration& migration : inputs.migration) {
        migration.internal_out_rate.setZero();
        migration.emigration_rate.setZero();
        migration.immigration.setZero();
        migration.net_persons.resize(0, 0);
        migration.newborn_net_persons.resize(0, 0);
    }
    inputs.correction.clear();
    return inputs;
}

double PeopleSplit::use_ratio(const PeopleSet& set, TrustId residence, std::size_t rate, std::size_t from,
                              std::size_t year, std::size_t at) const {
    const std::size_t moves = set.migration ? 1 : 0;
    const auto of = [&](std::size_t what, std::size_t t) { return of_[place(moves, residence, what, t, at)]; };
    const double persons = of(0, year) / of(0, from);
    const double base = of(1 + rate, from) / of(0, from);
    const double per_head = base > 0.0 ? of(1 + rate, year) / of(0, year) / base : 1.0;
    return (set.number ? persons : 1.0) * (set.age_mix ? per_head : 1.0);
}

PeopleSplit split_people(const Scenario& scenario, const Block& draws, const Runner& run) {
    PeopleSplit split;
    split.trusts_ = scenario.trusts.size();
    split.whats_ = 1 + scenario.use_rates.size();
    split.years_ = scenario.years();
    split.of_.resize(draws.count * 2 * split.trusts_ * split.whats_ * split.years_);
    const demography::Projector with_moves(scenario.demography);
    const demography::Projector nobody_moves(without_moves(scenario.demography));
    run(Stage::draws, draws, [&](std::size_t number) {
        const auto k = static_cast<std::uint32_t>(number);
        const std::size_t at = number - draws.first;
        const need::Inputs inputs = need_inputs(scenario, ParameterDraw::number(scenario.seed, k));
        const demography::Drivers drivers = drivers_of(scenario, with_moves.inputs(), k);
        for (std::size_t moves = 0; moves < 2; ++moves) {
            const demography::PopulationPath people = (moves == 1 ? with_moves : nobody_moves).project(drivers);
            const need::ExpectedUse use(people, inputs);
            for (std::size_t trust = 0; trust < split.trusts_; ++trust) {
                const TrustId residence(trust);
                for (std::size_t t = 0; t < split.years_; ++t) {
                    const int year = scenario.base_year + static_cast<int>(t);
                    const double days = static_cast<double>(days_in_year(year)) / days_in_year(scenario.base_year);
                    split.of_[split.place(moves, residence, 0, t, at)] =
                        0.5 * (demography::persons_in_area(people.on_1_january(year), trust) +
                               demography::persons_in_area(people.on_1_january(year + 1), trust));
                    for (std::size_t rate = 0; rate + 1 < split.whats_; ++rate)
                        split.of_[split.place(moves, residence, 1 + rate, t, at)] = use.days(residence, rate, t) / days;
                }
            }
        }
    });
    return split;
}

} // namespace framsyn::study
