#include "models/demography/project.hpp"

#include "models/demography/column_year.hpp"
#include "models/demography/life_table.hpp"
#include "sim/numerics/batch.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace framsyn::demography {
namespace {

constexpr auto ages = static_cast<std::size_t>(age_count);

Sex sex_of(Eigen::Index col) {
    return col % sex_count == 0 ? Sex::female : Sex::male;
}

/// Arrivals by a destination matrix; rows as in `people` (all ages, or the newborn alone) × column.
Cohorts arrivals_by_matrix(const Migration& migration, const Cohorts& people) {
    const Eigen::Index rows = people.rows();
    Cohorts arrivals = Cohorts::Zero(rows, people.cols());
    for (const DestinationMatrix::Block& block : migration.destinations.blocks) {
        const Eigen::Index first = block.first_age;
        const Eigen::Index count = std::min(block.last_age, rows - 1) - first + 1;
        if (count <= 0) continue;
        for (const DestinationMatrix::Move& move : block.moves) {
            const Eigen::Index from = column(move.from, block.sex);
            arrivals.col(column(move.to, block.sex)).segment(first, count) +=
                move.share * people.col(from).segment(first, count) *
                migration.internal_out_rate.col(from).segment(first, count);
        }
    }
    return arrivals;
}

/// A year's internal movers of all ages. With shares everybody goes into one pool by age and sex, and the pool is shared
/// out; with a matrix from place to place.
class InternalMoves {
  public:
    InternalMoves(const Migration& migration, const Cohorts& people) : migration_(migration) {
        if (pooled()) {
            table_ = Cohorts::Zero(age_count, sex_count);
            for (Eigen::Index col = 0; col < people.cols(); ++col) {
                add_movers(&people(0, col), &migration.internal_out_rate(0, col), &table_(0, col % sex_count));
            }
        } else {
            table_ = arrivals_by_matrix(migration, people);
        }
    }

    /// Those of whom a share (share_of) come to the column, by age.
    const double* pool_of(Eigen::Index col) const { return &table_(0, pooled() ? col % sex_count : col); }
    /// By age; nullptr where all come.
    const double* share_of(Eigen::Index col) const {
        return pooled() ? &migration_.destination_share(0, col) : nullptr;
    }

  private:
    bool pooled() const { return migration_.destinations.blocks.empty(); }

    const Migration& migration_;
    Cohorts table_; ///< age × sex (the pool) or age × column (arrivals)
};

/// Internal moves of the newborn, 1 × column, if they moved for a whole year.
Cohorts newborn_arrivals(const Migration& migration, const Cohorts& births) {
    if (!migration.destinations.blocks.empty()) return arrivals_by_matrix(migration, births);
    std::array<double, sex_count> pool{};
    const auto sex = [](Eigen::Index col) { return static_cast<std::size_t>(col % sex_count); };
    for (Eigen::Index col = 0; col < births.cols(); ++col) {
        pool[sex(col)] += births(0, col) * migration.internal_out_rate(0, col);
    }
    Cohorts arrivals(1, births.cols());
    for (Eigen::Index col = 0; col < births.cols(); ++col) {
        arrivals(0, col) = pool[sex(col)] * migration.destination_share(0, col);
    }
    return arrivals;
}

void add_to(Components& area, const ColumnSums& sums) {
    area.internal_out += total(sums.internal_out);
    area.internal_in += total(sums.internal_in);
    area.emigration += total(sums.emigration);
    area.immigration += total(sums.immigration);
    area.deaths += total(sums.deaths);
}

/// Persons given as such: half before and half after survival, booked by their sign.
void add_net_persons(const Cohorts& net, const Ages& survival, Eigen::Index col, double* december, Components& area) {
    for (std::size_t a = 0; a < ages; ++a) {
        const double persons = net(static_cast<Eigen::Index>(a), col);
        const double alive = 0.5 * persons * survival[a];
        (persons < 0.0 ? area.emigration : area.immigration) += persons < 0.0 ? -persons : persons;
        area.deaths += 0.5 * persons - alive;
        december[std::min(a + 1, ages - 1)] += alive + 0.5 * persons;
    }
}

/// Step 4: births to the mean of the women on 1 January and on 31 December; 1 × column, girls and boys.
Cohorts births_of(const Cohorts& fertility, FertileAges fertile, double level, double boys_per_girl,
                  const Cohorts& january, const Cohorts& december) {
    Cohorts births(1, january.cols());
    for (Eigen::Index area = 0; area < january.cols() / sex_count; ++area) {
        const Eigen::Index women = column(area, Sex::female);
        const Strands sum =
            births_by_age(&fertility(0, area), &january(0, women), &december(0, women), fertile.first, fertile.end);
        const double both = level * total(sum);
        const double girls = both / (1.0 + boys_per_girl);
        births(0, women) = girls;
        births(0, column(area, Sex::male)) = both - girls;
    }
    return births;
}

/// The newborn are in the area for half a year on average, so they make half a year's moves.
void add_newborn(const Migration& migration, const Cohorts& births, const Cohorts& death_rates, const Drivers& drivers,
                 std::size_t t, Cohorts& december, std::vector<Components>& components) {
    const Cohorts arrivals = newborn_arrivals(migration, births);
    for (Eigen::Index col = 0; col < births.cols(); ++col) {
        Components& area = components[static_cast<std::size_t>(col / sex_count)];
        const double born = births(0, col);
        const double alive = born * newborn_survival(drivers.mortality[t] * death_rates(0, col), sex_of(col));
        const double level = drivers.immigration(static_cast<Eigen::Index>(t), col / sex_count);
        const double out = 0.5 * born * migration.internal_out_rate(0, col);
        const double in = 0.5 * arrivals(0, col);
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

/// infant_hazard of every column; 1 × column.
Cohorts infant_hazards(const Cohorts& death_rate) {
    Cohorts hazard(1, death_rate.cols());
    for (Eigen::Index col = 0; col < death_rate.cols(); ++col) {
        hazard(0, col) = infant_hazard(death_rate(0, col), death_rate(1, col), sex_of(col));
    }
    return hazard;
}

/// Share of the people of each age on 1 January who are alive on 31 December, with every death rate times `level`.
Ages survival_of(const double* death_rate, double infant_hazard, double level) {
    Ages survival;
    log_survival(death_rate, infant_hazard, level, survival.data());
    sim::exp_batch(survival, survival);
    return survival;
}

/// The ages at which anybody has children in any area and year.
FertileAges fertile_ages(const std::vector<Cohorts>& fertility_rates) {
    AgeVector most = AgeVector::Zero(age_count);
    for (const Cohorts& rates : fertility_rates) {
        for (Eigen::Index area = 0; area < rates.cols(); ++area) most = most.max(rates.col(area));
    }
    FertileAges span{0, age_count};
    while (span.first < span.end && most(span.first) == 0.0) ++span.first;
    while (span.end > span.first && most(span.end - 1) == 0.0) --span.end;
    return span;
}

} // namespace

Projector::Projector(Inputs inputs) : inputs_(std::move(inputs)) {
    if (const std::string fault = fault_in(inputs_); !fault.empty()) throw std::invalid_argument(fault);
    for (const Cohorts& rate : inputs_.death_rates) infant_hazards_.push_back(infant_hazards(rate));
    fertile_ = fertile_ages(inputs_.fertility_rates);
}

Cohorts Projector::advance(const Cohorts& january, std::size_t t, const Drivers& drivers,
                           std::vector<Components>& components) const {
    const Migration& migration = inputs_.migration_in(t);
    Cohorts december(age_count, january.cols());
    const InternalMoves internal(migration, january);
    for (Eigen::Index col = 0; col < january.cols(); ++col) {
        Components& area = components[static_cast<std::size_t>(col / sex_count)];
        const Ages survival =
            survival_of(&inputs_.death_rates[t](0, col), infant_hazards_[t](0, col), drivers.mortality[t]);
        add_to(area,
               live_through({.january = &january(0, col),
                             .survival = survival.data(),
                             .out_rate = &migration.internal_out_rate(0, col),
                             .emigration_rate = &migration.emigration_rate(0, col),
                             .pool = internal.pool_of(col),
                             .share = internal.share_of(col),
                             .immigration = &migration.immigration(0, col),
                             .immigration_level = drivers.immigration(static_cast<Eigen::Index>(t), col / sex_count)},
                            &december(0, col)));
        if (migration.net_persons.size() > 0) {
            add_net_persons(migration.net_persons, survival, col, &december(0, col), area);
        }
    }
    const Cohorts births =
        births_of(inputs_.fertility_rates[t], fertile_, drivers.fertility[t], inputs_.boys_per_girl, january, december);
    add_newborn(migration, births, inputs_.death_rates[t], drivers, t, december, components);
    if (!inputs_.correction.empty()) add_correction(inputs_.correction[t], december, components);
    return december;
}

PopulationPath Projector::project(const Drivers& drivers) const {
    const auto years = static_cast<std::size_t>(inputs_.projected_years());
    PopulationPath path{inputs_.first_year, inputs_.observed, {}};
    path.persons.reserve(inputs_.observed.size() + years);
    path.components.reserve(years);
    for (std::size_t t = 0; t < years; ++t) {
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
