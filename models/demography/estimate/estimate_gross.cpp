#include "models/demography/estimate/estimate_gross.hpp"
#include "models/demography/estimate/estimate_checks.hpp"
#include "models/demography/rates/rogers_castro.hpp"

#include <algorithm>

namespace framsyn::demography {
namespace {

using Index = Eigen::Index;

constexpr double rounding = 1e-9; ///< persons: less than this below nothing is no cut worth reporting

void check(const Cohorts& population, const Cohorts& net, const GrossAssumptions& assumptions) {
    check_history({population}, 1);
    require_for_estimate(net.rows() == population.rows() && net.cols() == population.cols() && net.isFinite().all(),
                         "net moves have to be of the population's ages and areas");
    require_for_estimate(assumptions.shape.size() == age_count && assumptions.shape.isFinite().all() &&
                             (assumptions.shape >= 0.0).all(),
                         "the shape of gross moves needs 106 rates that are not negative");
    const std::vector<int>& groups = assumptions.destination_groups;
    require_for_estimate(!groups.empty() && groups.front() == 0, "the first destination group has to start at age 0");
    for (std::size_t g = 1; g < groups.size(); ++g)
        require_for_estimate(groups[g] > groups[g - 1] && groups[g] < age_count,
                             "the first ages of the destination groups have to ascend, up to 105");
}

/// The same rates in every column, scaled to a crude rate of the whole population; none may exceed 1.
Cohorts rates_everywhere(const AgeVector& shape, const Cohorts& population, double crude_rate) {
    AgeVector persons = AgeVector::Zero(age_count);
    for (Index col = 0; col < population.cols(); ++col) persons += population.col(col);
    const AgeVector rate = scaled_to_crude_rate(shape, persons, crude_rate);
    require_for_estimate((rate <= 1.0).all(),
                         "the crude rate is so high that more than everybody of an age would move");
    return rate.replicate(1, population.cols());
}

/// Share of each area among the internal movers of an age group and sex; equal shares where nobody moves.
Cohorts shares(const Cohorts& movers, const std::vector<int>& groups) {
    const Index areas = movers.cols() / sex_count;
    Cohorts share(movers.rows(), movers.cols());
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const Index from = groups[g], to = g + 1 < groups.size() ? groups[g + 1] : age_count;
        for (Index sex = 0; sex < sex_count; ++sex) {
            std::vector<double> of_area(static_cast<std::size_t>(areas), 0.0);
            double all = 0.0;
            for (Index area = 0; area < areas; ++area) {
                double& sum = of_area[static_cast<std::size_t>(area)];
                for (Index age = from; age < to; ++age) sum += movers(age, sex_count * area + sex);
                all += sum;
            }
            for (Index area = 0; area < areas; ++area)
                share.col(sex_count * area + sex).segment(from, to - from) =
                    all > 0.0 ? of_area[static_cast<std::size_t>(area)] / all : 1.0 / static_cast<double>(areas);
        }
    }
    return share;
}

/// Arrivals from the other areas: the pool of an age and sex, shared out.
double arrivals(const Cohorts& movers, const Cohorts& share, Index age, Index col) {
    double pool = 0.0;
    for (Index other = col % sex_count; other < movers.cols(); other += sex_count) pool += movers(age, other);
    return pool * share(age, col);
}

} // namespace

GrossMoves gross_moves(const Cohorts& population, const Cohorts& net, const GrossAssumptions& assumptions) {
    check(population, net, assumptions);
    GrossMoves gross;
    Migration& migration = gross.migration;
    migration.internal_out_rate = rates_everywhere(assumptions.shape, population, assumptions.internal_crude_rate);
    migration.emigration_rate = rates_everywhere(assumptions.shape, population, assumptions.leaving_crude_rate);
    const Cohorts internal = population * migration.internal_out_rate;
    const Cohorts leaving = population * migration.emigration_rate;
    migration.destination_share = shares(internal, assumptions.destination_groups);
    migration.immigration = Cohorts(population.rows(), population.cols());
    for (Index col = 0; col < population.cols(); ++col) {
        for (Index age = 0; age < population.rows(); ++age) {
            const double needed = net(age, col) + leaving(age, col) + internal(age, col) -
                                  arrivals(internal, migration.destination_share, age, col);
            migration.immigration(age, col) = std::max(0.0, needed);
            if (needed < -rounding)
                gross.cut.push_back({static_cast<std::size_t>(col / sex_count),
                                     col % sex_count == 0 ? Sex::female : Sex::male, static_cast<int>(age), -needed});
        }
    }
    return gross;
}

} // namespace framsyn::demography
