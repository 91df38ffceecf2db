#include "models/demography/project/project.hpp"

#include "models/demography/project/column_year.hpp"
#include "models/demography/rates/life_table.hpp"
#include "sim/numerics/batch.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>

namespace framsyn::demography {
namespace {

constexpr auto ages = static_cast<std::size_t>(age_count);

Sex sex_of(Eigen::Index col) {
    return col % sex_count == 0 ? Sex::female : Sex::male;
}

/// The column of death rates and survival that a column of people follows.
Eigen::Index schedule_column(const Schedules& schedules, Eigen::Index col) {
    return sex_count * schedules.of_area[static_cast<std::size_t>(col / sex_count)] + col % sex_count;
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
    /// `pool` is that of the people, if it is known already (add_to_pool), else empty.
    InternalMoves(const Migration& migration, const Cohorts& people, Cohorts pool)
        : migration_(migration), table_(std::move(pool)) {
        if (!pooled()) {
            table_ = arrivals_by_matrix(migration, people);
        } else if (table_.size() == 0) {
            table_ = Cohorts::Zero(age_count, sex_count);
            for (Eigen::Index col = 0; col < people.cols(); ++col) add_to_pool(migration, people, col, table_);
        }
    }

    static void add_to_pool(const Migration& migration, const Cohorts& people, Eigen::Index col, Cohorts& pool) {
        add_movers(&people(0, col), &migration.internal_out_rate(0, col), &pool(0, col % sex_count));
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

/// Notes given leavers who aren't there.
void note_missing(double persons, Eigen::Index age, Eigen::Index col, Components& area) {
    if (area.missing.persons == 0.0) {
        area.missing.age = age;
        area.missing.sex = sex_of(col);
    }
    area.missing.persons += persons;
}

/// Persons given as such: half before and half after survival, booked by their sign. No more leave than there are.
void add_net_persons(const Cohorts& net, const double* survival, Eigen::Index col, double* december, Components& area) {
    for (std::size_t a = 0; a < ages; ++a) {
        double persons = net(static_cast<Eigen::Index>(a), col);
        const double room = december[std::min(a + 1, ages - 1)];
        if (const double change = 0.5 * persons * (1.0 + survival[a]); room + change < 0.0) {
            const double leaving = persons * (room / -change);
            note_missing(leaving - persons, static_cast<Eigen::Index>(a), col, area);
            persons = leaving;
        }
        const double alive = 0.5 * persons * survival[a];
        (persons < 0.0 ? area.emigration : area.immigration) += persons < 0.0 ? -persons : persons;
        area.deaths += 0.5 * persons - alive;
        december[std::min(a + 1, ages - 1)] = std::max(0.0, room + (alive + 0.5 * persons));
    }
}

/// Step 4: births to the mean of an area's women on 1 January and on 31 December, girls and boys.
std::array<double, sex_count> births_of(const double* rate, FertileAges fertile, double level, double boys_per_girl,
                                        const double* january, const double* december) {
    const double both = level * total(births_by_age(rate, january, december, fertile.first, fertile.end));
    const double girls = both / (1.0 + boys_per_girl);
    return {girls, both - girls};
}

/// The newborn are in the area for half a year on average, so they make half a year's moves. `migration` is of age 0.
void add_newborn(const Migration& migration, const Cohorts& births, const Schedules& death_rates,
                 const Drivers& drivers, std::size_t t, Cohorts& december, std::vector<Components>& components) {
    const Cohorts arrivals = newborn_arrivals(migration, births);
    for (Eigen::Index col = 0; col < births.cols(); ++col) {
        Components& area = components[static_cast<std::size_t>(col / sex_count)];
        const double born = births(0, col);
        const double factor = drivers.death_rates.empty() ? 1.0 : drivers.death_rates[t](0, col % sex_count);
        const double rate = drivers.mortality[t] * death_rates.rates(0, schedule_column(death_rates, col)) * factor;
        const double alive = born * newborn_survival(rate, sex_of(col));
        const double level = drivers.immigration(static_cast<Eigen::Index>(t), col / sex_count);
        const double out = 0.5 * born * migration.internal_out_rate(0, col);
        const double in = 0.5 * arrivals(0, col);
        double left = 0.5 * born * migration.emigration_rate(0, col);
        double arrived = 0.5 * level * migration.immigration(0, col);
        if (migration.newborn_net_persons.size() > 0) {
            double net = migration.newborn_net_persons(0, col);
            if (const double room = alive + (in - out + arrived - left); room + net < 0.0) {
                note_missing(-net - room, 0, col, area);
                net = -room;
            }
            (net < 0.0 ? left : arrived) += net < 0.0 ? -net : net;
        }
        area.births += born;
        area.deaths += born - alive;
        area.internal_out += out;
        area.internal_in += in;
        area.emigration += left;
        area.immigration += arrived;
        december(0, col) += std::max(0.0, alive + (in - out + arrived - left));
    }
}

void correct(const Correction& correction, Cohorts& december, std::vector<Components>& components) {
    const Cohorts before = december;
    december = before * correction.factor + correction.added;
    const Cohorts change = december - before;
    for (Eigen::Index col = 0; col < change.cols(); ++col) {
        components[static_cast<std::size_t>(col / sex_count)].correction += sum_over_ages(change, col);
    }
}

/// infant_hazard of every schedule and sex; 1 × column of the rates.
Cohorts infant_hazards(const Cohorts& death_rate) {
    Cohorts hazard(1, death_rate.cols());
    for (Eigen::Index col = 0; col < death_rate.cols(); ++col) {
        hazard(0, col) = infant_hazard(death_rate(0, col), death_rate(1, col), sex_of(col));
    }
    return hazard;
}

/// Share of the people of each age on 1 January who are alive on 31 December, with every death rate times `level`, and
/// times `factor` of its age and sex where there is one.
/// Schedules that areas share are worked out beforehand, those of one area alone when it comes to that area.
class YearSurvival {
  public:
    YearSurvival(const Schedules& death_rates, const Cohorts& infant_hazards, double level, const AgeSexTable* factor)
        : death_rates_(death_rates), infant_hazards_(infant_hazards), level_(level), factor_(factor),
          beforehand_(death_rates.rates.cols() < sex_count * std::ssize(death_rates.of_area)) {
        if (!beforehand_) return;
        shared_.resize(age_count, death_rates.rates.cols());
        for (Eigen::Index col = 0; col < shared_.cols(); ++col) work_out(col, &shared_(0, col));
    }

    /// By age, for a column of people; valid until the next call.
    const double* of(Eigen::Index col) {
        const Eigen::Index schedule = schedule_column(death_rates_, col);
        if (beforehand_) return &shared_(0, schedule);
        work_out(schedule, own_.data());
        return own_.data();
    }

  private:
    void work_out(Eigen::Index col, double* survival) const {
        if (factor_) {
            const double* factor = &(*factor_)(0, col % sex_count);
            Ages rates;
            for (std::size_t a = 0; a < ages; ++a)
                rates[a] = death_rates_.rates(static_cast<Eigen::Index>(a), col) * factor[a];
            log_survival(rates.data(), infant_hazards_(0, col) * factor[0], level_, survival);
        } else {
            log_survival(&death_rates_.rates(0, col), infant_hazards_(0, col), level_, survival);
        }
        sim::exp_batch({survival, ages}, {survival, ages});
    }

    const Schedules& death_rates_;
    const Cohorts& infant_hazards_;
    double level_;
    const AgeSexTable* factor_;
    bool beforehand_;
    Cohorts shared_;
    Ages own_{};
};

/// The moves of age 0 alone, side by side: in the whole tables each lies in a part of the memory of its own.
Migration of_age_0(const Migration& migration) {
    Migration newborn;
    newborn.internal_out_rate = migration.internal_out_rate.topRows(1);
    newborn.destination_share =
        migration.destination_share.topRows(std::min<Eigen::Index>(1, migration.destination_share.rows()));
    newborn.destinations = migration.destinations;
    newborn.emigration_rate = migration.emigration_rate.topRows(1);
    newborn.immigration = migration.immigration.topRows(1);
    newborn.newborn_net_persons = migration.newborn_net_persons;
    return newborn;
}

/// The ages at which anybody has children in any area and year.
FertileAges fertile_ages(const std::vector<Schedules>& fertility_rates) {
    AgeVector most = AgeVector::Zero(age_count);
    for (const Schedules& year : fertility_rates) {
        for (Eigen::Index s = 0; s < year.rates.cols(); ++s) most = most.max(year.rates.col(s));
    }
    FertileAges span{0, age_count};
    while (span.first < span.end && most(span.first) == 0.0) ++span.first;
    while (span.end > span.first && most(span.end - 1) == 0.0) --span.end;
    return span;
}

} // namespace

Projector::Projector(Inputs inputs) : inputs_(std::move(inputs)) {
    if (const std::string fault = fault_in(inputs_); !fault.empty()) throw std::invalid_argument(fault);
    for (const Schedules& year : inputs_.death_rates) infant_hazards_.push_back(infant_hazards(year.rates));
    fertile_ = fertile_ages(inputs_.fertility_rates);
    for (const Migration& migration : inputs_.migration) newborn_migration_.push_back(of_age_0(migration));
}

Cohorts Projector::advance(const Cohorts& january, std::size_t t, const Drivers& drivers,
                           std::vector<Components>& components) const {
    Cohorts unknown;
    return advance(january, t, drivers, components, unknown);
}

bool Projector::has_next_pool(std::size_t t) const {
    return t + 1 < inputs_.death_rates.size() && inputs_.migration_in(t + 1).destinations.blocks.empty() &&
           inputs_.correction.empty();
}

Cohorts Projector::advance(const Cohorts& january, std::size_t t, const Drivers& drivers,
                           std::vector<Components>& components, Cohorts& pool) const {
    const Migration& migration = inputs_.migration_in(t);
    const Schedules& death_rates = inputs_.death_rates[t];
    const Schedules& fertility = inputs_.fertility_rates[t];
    YearSurvival year_survival(death_rates, infant_hazards_[t], drivers.mortality[t],
                               drivers.death_rates.empty() ? nullptr : &drivers.death_rates[t]);
    const InternalMoves internal(migration, january, std::move(pool));
    const bool next = has_next_pool(t);
    pool = next ? Cohorts::Zero(age_count, sex_count) : Cohorts();

    Cohorts december(age_count, january.cols());
    Cohorts births(1, january.cols());
    for (std::size_t area = 0; area < inputs_.areas.size(); ++area) {
        const Eigen::Index women = column(area, Sex::female);
        for (const Eigen::Index col : {women, women + 1}) {
            const double* survival = year_survival.of(col);
            const ColumnYear year{.january = &january(0, col),
                                  .survival = survival,
                                  .out_rate = &migration.internal_out_rate(0, col),
                                  .emigration_rate = &migration.emigration_rate(0, col),
                                  .pool = internal.pool_of(col),
                                  .share = internal.share_of(col),
                                  .immigration = &migration.immigration(0, col),
                                  .immigration_level =
                                      drivers.immigration(static_cast<Eigen::Index>(t), women / sex_count)};
            add_to(components[area], live_through(year, &december(0, col)));
            if (migration.net_persons.size() > 0) {
                add_net_persons(migration.net_persons, survival, col, &december(0, col), components[area]);
            }
            if (next) InternalMoves::add_to_pool(inputs_.migration_in(t + 1), december, col, pool);
        }
        const auto born = births_of(&fertility.rates(0, fertility.of_area[area]), fertile_, drivers.fertility[t],
                                    inputs_.boys_per_girl, &january(0, women), &december(0, women));
        births(0, women) = born[0];
        births(0, women + 1) = born[1];
    }
    add_newborn(of_year(newborn_migration_, t), births, death_rates, drivers, t, december, components);
    for (Eigen::Index col = 0; next && col < december.cols(); ++col) {
        pool(0, col % sex_count) += december(0, col) * of_year(newborn_migration_, t + 1).internal_out_rate(0, col);
    }
    if (!inputs_.correction.empty()) correct(inputs_.correction[t], december, components);
    return december;
}

PopulationPath Projector::project(const Drivers& drivers) const {
    const auto years = static_cast<std::size_t>(inputs_.projected_years());
    PopulationPath path{inputs_.first_year, inputs_.observed, {}};
    path.persons.reserve(inputs_.observed.size() + years);
    path.components.reserve(years);
    Cohorts pool;
    for (std::size_t t = 0; t < years; ++t) {
        std::vector<Components> components(inputs_.areas.size());
        path.persons.push_back(advance(path.persons.back(), t, drivers, components, pool));
        path.components.push_back(std::move(components));
    }
    return path;
}

std::optional<MissingPlace> first_missing(const PopulationPath& path) {
    for (std::size_t t = 0; t < path.components.size(); ++t) {
        for (std::size_t area = 0; area < path.components[t].size(); ++area) {
            if (path.components[t][area].missing.persons > 0.0) return MissingPlace{area, t};
        }
    }
    return std::nullopt;
}

double fewest_persons(const PopulationPath& path) {
    double fewest = path.persons.empty() ? 0.0 : path.persons.front().minCoeff();
    for (const Cohorts& persons : path.persons) fewest = std::min(fewest, persons.minCoeff());
    return fewest;
}

} // namespace framsyn::demography
