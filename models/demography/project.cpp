#include "models/demography/project.hpp"

#include "models/demography/life_table.hpp"
#include "sim/numerics/batch.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>

namespace framsyn::demography {
namespace {

constexpr auto ages = static_cast<std::size_t>(age_count);
using Ages = std::array<double, ages>;

Sex sex_of(Eigen::Index col) {
    return col % sex_count == 0 ? Sex::female : Sex::male;
}

/// Four ages at a time. Sums are made in four strands, age modulo 4, that are added crosswise at the end: written down
/// because the order decides the last bit, and because that is what a processor adds best.
constexpr std::size_t strands = 4;
using Four = Eigen::Array<double, strands, 1>;

double total(const Four& sum) {
    return (sum(0) + sum(1)) + (sum(2) + sum(3));
}

double sum_of(const Ages& values) {
    Four sum = Four::Zero();
    for (std::size_t a = 0; a < ages; ++a) sum(static_cast<Eigen::Index>(a % strands)) += values[a];
    return total(sum);
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

    /// Writes the arrivals of a column where there are all ages.
    void arrivals(Eigen::Index col, Ages& in) const {
        for (std::size_t a = 0; a < ages; ++a) in[a] = arrivals_at(static_cast<Eigen::Index>(a), col);
    }

    double arrivals_at(Eigen::Index age, Eigen::Index col) const {
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

/// What one column's year is made from, by age on 1 January.
struct ColumnYear {
    const double* january;
    const double* survival;
    const double* out_rate;
    const double* emigration_rate;
    const double* arrivals;
    const double* immigration;
    double immigration_level;
};

/// What happened to one column, by strand.
struct ColumnSums {
    Four out = Four::Zero(), in = Four::Zero(), emigration = Four::Zero(), immigration = Four::Zero(),
         deaths = Four::Zero();

    void add_to(Components& area) const {
        area.internal_out += total(out);
        area.internal_in += total(in);
        area.emigration += total(emigration);
        area.immigration += total(immigration);
        area.deaths += total(deaths);
    }
};

/// Steps 1–3 at the ages a, a + 1, …: half of the moves, survival, the other half. `later` is who is there at the end.
/// Four ages, or the two that are left at the end.
template <Eigen::Index width>
void live_through(const ColumnYear& year, std::size_t a, double* later, ColumnSums& sums) {
    using Here = Eigen::Array<double, width, 1>;
    const auto at = [a](const double* values) { return Eigen::Map<const Here>(values + a); };
    const Here people = at(year.january);
    const Here leaving = people * at(year.out_rate);
    const Here abroad = people * at(year.emigration_rate);
    const Here arriving = at(year.arrivals);
    const Here from_abroad = year.immigration_level * at(year.immigration);
    const Here half = 0.5 * ((arriving - leaving) + (from_abroad - abroad));
    const Here at_risk = people + half;
    const Here alive = at_risk * at(year.survival);
    Eigen::Map<Here> at_the_end(later);
    at_the_end = alive + half;
    sums.out.template head<width>() += leaving;
    sums.in.template head<width>() += arriving;
    sums.emigration.template head<width>() += abroad;
    sums.immigration.template head<width>() += from_abroad;
    sums.deaths.template head<width>() += at_risk - alive;
}

/// `december` is the column of 31 December, one year older and without the newborn.
void advance_column(const ColumnYear& year, double* december, Components& area) {
    Ages later;
    ColumnSums sums;
    std::size_t a = 0;
    for (; a + strands <= ages; a += strands) live_through<4>(year, a, later.data() + a, sums);
    live_through<ages % strands>(year, a, later.data() + a, sums);
    december[0] = 0.0;
    std::copy_n(later.data(), ages - 1, december + 1);
    december[ages - 1] += later[ages - 1];
    sums.add_to(area);
}

/// Persons given as such: half before and half after survival, booked by their sign.
void add_net_persons(const Cohorts& net, const double* survival, Eigen::Index col, double* december, Components& area) {
    for (std::size_t a = 0; a < ages; ++a) {
        const double persons = net(static_cast<Eigen::Index>(a), col);
        const double alive = 0.5 * persons * survival[a];
        (persons < 0.0 ? area.emigration : area.immigration) += persons < 0.0 ? -persons : persons;
        area.deaths += 0.5 * persons - alive;
        december[std::min(a + 1, ages - 1)] += alive + 0.5 * persons;
    }
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
        const double in = 0.5 * internal.arrivals_at(0, col);
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

/// cohort_hazards of every column, all at once.
Cohorts hazards_of(const Cohorts& rate) {
    Cohorts hazard(age_count, rate.cols());
    hazard.topRows(oldest_age) = 0.5 * (rate.topRows(oldest_age) + rate.bottomRows(oldest_age));
    hazard.row(oldest_age) = rate.row(oldest_age);
    for (Eigen::Index col = 0; col < rate.cols(); ++col)
        hazard(0, col) = infant_hazard(rate(0, col), rate(1, col), sex_of(col));
    return hazard;
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
        Cohorts hazard = hazards_of(rate);
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
    Ages arrivals;
    for (Eigen::Index col = 0; col < january.cols(); ++col) {
        Components& area = components[static_cast<std::size_t>(col / sex_count)];
        internal.arrivals(col, arrivals);
        const double* survives = &survival(0, col);
        advance_column({&january(0, col), survives, &migration.internal_out_rate(0, col),
                        &migration.emigration_rate(0, col), arrivals.data(), &migration.immigration(0, col),
                        drivers.immigration(static_cast<Eigen::Index>(t), col / sex_count)},
                       &december(0, col), area);
        if (migration.net_persons.size() > 0) {
            add_net_persons(migration.net_persons, survives, col, &december(0, col), area);
        }
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
