#include "models/demography/project.hpp"

#include "models/demography/life_table.hpp"
#include "sim/numerics/batch.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>

namespace framsyn::demography {
namespace {

using Ages = std::array<double, age_count>;

Sex sex_of(Eigen::Index col) {
    return col % sex_count == 0 ? Sex::female : Sex::male;
}

/// A sum in four strands, age modulo 4, and then across: written down because the order decides the last bit.
double sum_of(const Ages& values) {
    double a = 0.0, b = 0.0, c = 0.0, d = 0.0;
    std::size_t age = 0;
    for (; age + 3 < values.size(); age += 4) {
        a += values[age];
        b += values[age + 1];
        c += values[age + 2];
        d += values[age + 3];
    }
    for (; age < values.size(); ++age) a += values[age];
    return (a + b) + (c + d);
}

/// Arrivals of a year's internal movers (rows as in `people`: all ages, or the newborn alone).
/// With shares everybody goes into one pool by age and sex, and the pool is shared out; with a matrix from place to
/// place.
class InternalMoves {
  public:
    InternalMoves(const Migration& migration, const Cohorts& people) : migration_(migration) {
        const Eigen::Index rows = people.rows();
        if (migration.destinations.blocks.empty()) {
            table_ = Cohorts::Zero(rows, sex_count);
            for (Eigen::Index col = 0; col < people.cols(); ++col) {
                table_.col(col % sex_count) += people.col(col) * migration.internal_out_rate.col(col).head(rows);
            }
        } else {
            add_matrix(people);
        }
    }

    double arrivals(Eigen::Index age, Eigen::Index col) const {
        if (!migration_.destinations.blocks.empty()) return table_(age, col);
        return table_(age, col % sex_count) * migration_.destination_share(age, col);
    }

  private:
    void add_matrix(const Cohorts& people) {
        const Eigen::Index rows = people.rows();
        table_ = Cohorts::Zero(rows, people.cols());
        for (const DestinationMatrix::Block& block : migration_.destinations.blocks) {
            const Eigen::Index first = block.first_age;
            const Eigen::Index count = std::min(block.last_age, rows - 1) - first + 1;
            if (count <= 0) continue;
            for (const DestinationMatrix::Move& move : block.moves) {
                const Eigen::Index from = column(move.from, block.sex);
                table_.col(column(move.to, block.sex)).segment(first, count) +=
                    move.share * people.col(from).segment(first, count) *
                    migration_.internal_out_rate.col(from).segment(first, count);
            }
        }
    }

    const Migration& migration_;
    Cohorts table_; ///< age × sex (the pool) or age × column (arrivals)
};

/// The moves of one column in a year, by age on 1 January.
struct Moves {
    Ages internal_in{}, internal_out{}, immigration{}, emigration{}, half_net{};
};

void fill_moves(Moves& moves, const Migration& migration, const Cohorts& january, const InternalMoves& internal,
                double immigration_level, Eigen::Index col) {
    for (Eigen::Index age = 0; age < age_count; ++age) {
        const auto a = static_cast<std::size_t>(age);
        const double people = january(age, col);
        moves.internal_out[a] = people * migration.internal_out_rate(age, col);
        moves.internal_in[a] = internal.arrivals(age, col);
        moves.emigration[a] = people * migration.emigration_rate(age, col);
        moves.immigration[a] = immigration_level * migration.immigration(age, col);
    }
    if (migration.net_persons.size() > 0) {
        for (Eigen::Index age = 0; age < age_count; ++age) {
            const double net = migration.net_persons(age, col);
            (net < 0.0 ? moves.emigration : moves.immigration)[static_cast<std::size_t>(age)] += net < 0.0 ? -net : net;
        }
    }
    for (std::size_t a = 0; a < moves.half_net.size(); ++a) {
        const double internal_net = moves.internal_in[a] - moves.internal_out[a];
        moves.half_net[a] = 0.5 * (internal_net + moves.immigration[a] - moves.emigration[a]);
    }
}

void book(Components& area, const Moves& moves) {
    area.internal_out += sum_of(moves.internal_out);
    area.internal_in += sum_of(moves.internal_in);
    area.emigration += sum_of(moves.emigration);
    area.immigration += sum_of(moves.immigration);
}

/// Steps 1–3 of one column: half of the moves, survival and ageing, the other half one year older. Returns the deaths.
double survive_and_age(const Cohorts& january, const Moves& moves, const double* survival, Eigen::Index col,
                       Cohorts& december) {
    Ages deaths;
    Ages survivors;
    for (std::size_t a = 0; a < deaths.size(); ++a) {
        const double at_risk = january(static_cast<Eigen::Index>(a), col) + moves.half_net[a];
        const double alive = at_risk * survival[a];
        deaths[a] = at_risk - alive;
        survivors[a] = alive + moves.half_net[a];
    }
    december(0, col) = 0.0;
    for (Eigen::Index age = 1; age < age_count; ++age) {
        december(age, col) = survivors[static_cast<std::size_t>(age - 1)];
    }
    december(oldest_age, col) += survivors.back();
    return sum_of(deaths);
}

/// Step 4: births to the mean of the women on 1 January and on 31 December; 1 × column, girls and boys.
Cohorts births_of(const Cohorts& fertility, double level, double boys_per_girl, const Cohorts& january,
                  const Cohorts& december) {
    Cohorts births(1, january.cols());
    for (Eigen::Index area = 0; area < january.cols() / sex_count; ++area) {
        const Eigen::Index women = column(area, Sex::female);
        Ages by_age;
        for (Eigen::Index age = 0; age < age_count; ++age) {
            by_age[static_cast<std::size_t>(age)] =
                fertility(age, area) * (0.5 * (january(age, women) + december(age, women)));
        }
        const double total = level * sum_of(by_age);
        const double girls = total / (1.0 + boys_per_girl);
        births(0, women) = girls;
        births(0, column(area, Sex::male)) = total - girls;
    }
    return births;
}

/// The newborn are in the area for half a year on average, so they make half a year's moves.
void add_newborn(const Migration& migration, const Cohorts& births, const Cohorts& death_rates, const Drivers& drivers,
                 std::size_t t, Cohorts& december, std::vector<Components>& components) {
    const InternalMoves internal(migration, births);
    for (Eigen::Index col = 0; col < births.cols(); ++col) {
        Components& area = components[static_cast<std::size_t>(col / sex_count)];
        const double born = births(0, col);
        const double alive = born * newborn_survival(drivers.mortality[t] * death_rates(0, col), sex_of(col));
        const double level = drivers.immigration(static_cast<Eigen::Index>(t), col / sex_count);
        const double out = 0.5 * born * migration.internal_out_rate(0, col);
        const double in = 0.5 * internal.arrivals(0, col);
        double left = 0.5 * born * migration.emigration_rate(0, col);
        double arrived = 0.5 * level * migration.immigration(0, col);
        if (migration.newborn_net_persons.size() > 0) {
            const double net = migration.newborn_net_persons(0, col);
            (net < 0.0 ? left : arrived) += net < 0.0 ? -net : net;
        }
        area.births += born;
        area.deaths += born - alive;
        area.internal_out += out;
        area.internal_in += in;
        area.emigration += left;
        area.immigration += arrived;
        december(0, col) += alive + (in - out + arrived - left);
    }
}

void add_correction(const Cohorts& correction, Cohorts& december, std::vector<Components>& components) {
    december += correction;
    for (Eigen::Index col = 0; col < correction.cols(); ++col) {
        components[static_cast<std::size_t>(col / sex_count)].correction += sum_over_ages(correction, col);
    }
}

/// Survival of all cohorts in a year when every death rate is multiplied by `level`.
Cohorts survival_at(const Cohorts& hazard, double level) {
    Cohorts survival = -level * hazard;
    const std::span<double> values(survival.data(), static_cast<std::size_t>(survival.size()));
    sim::exp_batch(values, values);
    return survival;
}

} // namespace

Projector::Projector(Inputs inputs) : inputs_(std::move(inputs)) {
    if (const std::string fault = fault_in(inputs_); !fault.empty()) throw std::invalid_argument(fault);
    for (const Cohorts& rate : inputs_.death_rates) {
        Cohorts hazard(age_count, rate.cols());
        for (Eigen::Index col = 0; col < rate.cols(); ++col)
            hazard.col(col) = cohort_hazards(rate.col(col), sex_of(col));
        survival_.push_back(survival_at(hazard, 1.0));
        hazards_.push_back(std::move(hazard));
    }
}

Cohorts Projector::advance(const Cohorts& january, std::size_t t, const Drivers& drivers,
                           std::vector<Components>& components) const {
    const Migration& migration = inputs_.migration_in(t);
    Cohorts december(age_count, january.cols());
    Cohorts changed_survival;
    if (drivers.mortality[t] != 1.0) changed_survival = survival_at(hazards_[t], drivers.mortality[t]);
    const Cohorts& survival = drivers.mortality[t] != 1.0 ? changed_survival : survival_[t];

    const InternalMoves internal(migration, january);
    Moves moves;
    for (Eigen::Index col = 0; col < january.cols(); ++col) {
        Components& area = components[static_cast<std::size_t>(col / sex_count)];
        const double level = drivers.immigration(static_cast<Eigen::Index>(t), col / sex_count);
        fill_moves(moves, migration, january, internal, level, col);
        book(area, moves);
        area.deaths += survive_and_age(january, moves, &survival(0, col), col, december);
    }
    const Cohorts births =
        births_of(inputs_.fertility_rates[t], drivers.fertility[t], inputs_.boys_per_girl, january, december);
    add_newborn(migration, births, inputs_.death_rates[t], drivers, t, december, components);
    if (!inputs_.correction.empty()) add_correction(inputs_.correction[t], december, components);
    return december;
}

PopulationPath Projector::project(const Drivers& drivers) const {
    PopulationPath path{inputs_.first_year, inputs_.observed, {}};
    path.persons.reserve(inputs_.observed.size() + hazards_.size());
    path.components.reserve(hazards_.size());
    for (std::size_t t = 0; t < hazards_.size(); ++t) {
        std::vector<Components> components(inputs_.areas.size());
        path.persons.push_back(advance(path.persons.back(), t, drivers, components));
        path.components.push_back(std::move(components));
    }
    return path;
}

double fewest_persons(const PopulationPath& path) {
    double fewest = path.persons.empty() ? 0.0 : path.persons.front().minCoeff();
    for (const Cohorts& persons : path.persons) fewest = std::min(fewest, persons.minCoeff());
    return fewest;
}

} // namespace framsyn::demography
