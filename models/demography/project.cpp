#include "models/demography/project.hpp"

#include "sim/numerics/elementary.hpp"

namespace framsyn::demography {
namespace {

using sim::exp;

constexpr Sex both_sexes[] = {Sex::female, Sex::male};

/// Everybody who leaves for another modelled area goes into one pool by age and sex; the pool is shared out.
Cohorts internal_arrivals(const Migration& migration, const Cohorts& leavers) {
    Cohorts arrivals(leavers.rows(), leavers.cols());
    const Eigen::Index areas = leavers.cols() / sex_count;
    for (Eigen::Index sex = 0; sex < sex_count; ++sex) {
        for (Eigen::Index age = 0; age < leavers.rows(); ++age) {
            double pool = 0.0;
            for (Eigen::Index area = 0; area < areas; ++area) pool += leavers(age, sex_count * area + sex);
            for (Eigen::Index area = 0; area < areas; ++area) {
                const Eigen::Index col = sex_count * area + sex;
                arrivals(age, col) = pool * migration.destination_share(age, col);
            }
        }
    }
    return arrivals;
}

/// A year's moves, for those alive on 1 January (rows 0–105) or for the year's newborn (one row).
struct Moves {
    Cohorts internal_out, internal_in, emigration, immigration;

    Cohorts net() const { return internal_in - internal_out + immigration - emigration; }
};

Moves moves_of(const Migration& migration, const Cohorts& people, const Eigen::ArrayXXd& immigration_level,
               Eigen::Index t) {
    const Eigen::Index rows = people.rows();
    Moves moves;
    moves.internal_out = people * migration.internal_out_rate.topRows(rows);
    moves.internal_in = internal_arrivals(migration, moves.internal_out);
    moves.emigration = people * migration.emigration_rate.topRows(rows);
    moves.immigration = migration.immigration.topRows(rows);
    for (Eigen::Index col = 0; col < people.cols(); ++col)
        moves.immigration.col(col) *= immigration_level(t, col / sex_count);
    return moves;
}

void book(std::vector<Components>& components, const Moves& moves, double weight) {
    for (std::size_t area = 0; area < components.size(); ++area) {
        for (const Sex sex : both_sexes) {
            const Eigen::Index col = column(area, sex);
            components[area].internal_out += weight * sum_over_ages(moves.internal_out, col);
            components[area].internal_in += weight * sum_over_ages(moves.internal_in, col);
            components[area].emigration += weight * sum_over_ages(moves.emigration, col);
            components[area].immigration += weight * sum_over_ages(moves.immigration, col);
        }
    }
}

/// Steps 1–3: half of the moves, survival and ageing, the other half one year older.
Cohorts survive_and_age(const Cohorts& january, const Cohorts& net_moves, const Cohorts& hazard, double mortality_level,
                        std::vector<Components>& components) {
    Cohorts december = Cohorts::Zero(january.rows(), january.cols());
    for (Eigen::Index col = 0; col < january.cols(); ++col) {
        double deaths = 0.0;
        for (Eigen::Index age = 0; age < age_count; ++age) {
            const double half = 0.5 * net_moves(age, col);
            const double at_risk = january(age, col) + half;
            const double survivors = at_risk * exp(-mortality_level * hazard(age, col));
            deaths += at_risk - survivors;
            const Eigen::Index older = age < oldest_age ? age + 1 : oldest_age;
            december(older, col) += survivors + half;
        }
        components[static_cast<std::size_t>(col / sex_count)].deaths += deaths;
    }
    return december;
}

/// Step 4: births to the mean of the women on 1 January and on 31 December; 1 × column, girls and boys.
Cohorts births_of(const Cohorts& fertility, double total_fertility, double boys_per_girl, const Cohorts& january,
                  const Cohorts& december) {
    Cohorts births(1, january.cols());
    for (Eigen::Index area = 0; area < january.cols() / sex_count; ++area) {
        const Eigen::Index women = column(area, Sex::female);
        double total = 0.0;
        for (Eigen::Index age = 0; age < age_count; ++age) {
            total += fertility(age, area) * 0.5 * (january(age, women) + december(age, women));
        }
        total *= total_fertility;
        const double girls = total / (1.0 + boys_per_girl);
        births(0, women) = girls;
        births(0, column(area, Sex::male)) = total - girls;
    }
    return births;
}

} // namespace

double death_rate(const Mortality& mortality, std::size_t area, Sex sex, Eigen::Index age, int year) {
    const auto s = static_cast<Eigen::Index>(sex);
    const double trend = exp(-mortality.annual_decline(age, s) * (year + 0.5 - mortality.base_time));
    const double index = age >= mortality.index_from_age ? mortality.index(static_cast<Eigen::Index>(area), s) : 1.0;
    return mortality.death_rate(age, s) * trend * index;
}

Projector::Projector(Inputs inputs) : inputs_(std::move(inputs)) {
    const auto areas = static_cast<Eigen::Index>(inputs_.areas.size());
    const Fertility& fertility = inputs_.fertility;
    double pattern_sum = 0.0;
    for (Eigen::Index age = 0; age < age_count; ++age) pattern_sum += fertility.births_per_woman(age);
    fertility_ = Cohorts(age_count, areas);
    for (Eigen::Index area = 0; area < areas; ++area) {
        fertility_.col(area) = fertility.births_per_woman / pattern_sum * fertility.index(area);
    }
    for (int year = inputs_.jump_off_year(); year < inputs_.last_year; ++year) {
        Cohorts rate(age_count, sex_count * areas);
        for (std::size_t area = 0; area < inputs_.areas.size(); ++area) {
            for (const Sex sex : both_sexes) {
                for (Eigen::Index age = 0; age < age_count; ++age) {
                    rate(age, column(area, sex)) = death_rate(inputs_.mortality, area, sex, age, year);
                }
            }
        }
        Cohorts hazard = rate;
        hazard.topRows(oldest_age) = 0.5 * (rate.topRows(oldest_age) + rate.bottomRows(oldest_age));
        hazards_.push_back(std::move(hazard));
        infant_rates_.emplace_back(rate.topRows(1));
    }
}

PopulationPath Projector::project(const Drivers& drivers) const {
    PopulationPath path{inputs_.first_year, inputs_.observed, {}};
    for (std::size_t t = 0; t < hazards_.size(); ++t) {
        const auto row = static_cast<Eigen::Index>(t);
        const Cohorts& january = path.persons.back();
        std::vector<Components> components(inputs_.areas.size());

        const Moves moves = moves_of(inputs_.migration, january, drivers.immigration, row);
        book(components, moves, 1.0);
        Cohorts december = survive_and_age(january, moves.net(), hazards_[t], drivers.mortality[t], components);

        const double total_fertility = inputs_.fertility.total_fertility[t] * drivers.fertility[t];
        const Cohorts births =
            births_of(fertility_, total_fertility, inputs_.fertility.boys_per_girl, january, december);
        // The newborn are in the area for half a year on average, so they make half a year's moves.
        const Moves newborn_moves = moves_of(inputs_.migration, births, drivers.immigration, row);
        book(components, newborn_moves, 0.5);
        const Cohorts newborn_net = newborn_moves.net();
        for (Eigen::Index col = 0; col < births.cols(); ++col) {
            const Sex sex = col % sex_count == 0 ? Sex::female : Sex::male;
            Components& area = components[static_cast<std::size_t>(col / sex_count)];
            const double alive =
                births(0, col) * newborn_survival(drivers.mortality[t] * infant_rates_[t](0, col), sex);
            area.births += births(0, col);
            area.deaths += births(0, col) - alive;
            december(0, col) += alive + 0.5 * newborn_net(0, col);
        }
        path.persons.push_back(std::move(december));
        path.components.push_back(std::move(components));
    }
    return path;
}

} // namespace framsyn::demography
