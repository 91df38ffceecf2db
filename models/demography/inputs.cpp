#include "models/demography/inputs.hpp"

#include "sim/numerics/elementary.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <limits>
#include <map>

namespace framsyn::demography {
namespace {

bool has_shape(const Eigen::ArrayXXd& table, Eigen::Index rows, Eigen::Index columns) {
    return table.rows() == rows && table.cols() == columns;
}

bool has_shape(const Schedules& schedules, std::size_t areas, Eigen::Index width) {
    const Eigen::Index count = schedules.rates.cols() / width;
    return has_shape(schedules.rates, age_count, width * count) && schedules.of_area.size() == areas &&
           std::all_of(schedules.of_area.begin(), schedules.of_area.end(),
                       [count](Eigen::Index schedule) { return schedule >= 0 && schedule < count; });
}

/// Whether every number is finite and 0 or more.
bool none_negative(const Eigen::ArrayXXd& table) {
    // As whole numbers, whose difference has its first bit set where it is negative: many at once on any processor.
    constexpr auto largest = std::bit_cast<std::uint64_t>(std::numeric_limits<double>::max());
    std::uint64_t outside = 0;
    for (const double* x = table.data(); x != table.data() + table.size(); ++x) {
        const auto bits = std::bit_cast<std::uint64_t>(*x);
        outside |= bits | (largest - bits);
    }
    if ((outside >> 63U) == 0) return true;
    // -0.0, which is as good as 0, has that bit too.
    return std::all_of(table.data(), table.data() + table.size(),
                       [](double x) { return x >= 0.0 && x <= std::numeric_limits<double>::max(); });
}

constexpr double share_tolerance = 1e-6;

std::string fault_in_pool(const Cohorts& share) {
    if (!none_negative(share)) return "a destination share is negative";
    Cohorts sums = Cohorts::Zero(age_count, sex_count);
    for (Eigen::Index col = 0; col < share.cols(); ++col) sums.col(col % sex_count) += share.col(col);
    return ((sums - 1.0).abs() > share_tolerance).any() ? "destination shares don't sum to 1" : "";
}

std::string fault_in_matrix(const DestinationMatrix& matrix, std::size_t areas) {
    Eigen::ArrayXXi covered = Eigen::ArrayXXi::Zero(age_count, sex_count);
    for (const DestinationMatrix::Block& block : matrix.blocks) {
        if (block.first_age < 0 || block.last_age >= age_count || block.first_age > block.last_age) {
            return "a block of the destination matrix has impossible ages";
        }
        covered.block(block.first_age, static_cast<Eigen::Index>(block.sex), block.last_age - block.first_age + 1, 1) +=
            1;
        std::vector<double> sums(areas);
        for (const DestinationMatrix::Move& move : block.moves) {
            if (move.from >= areas || move.to >= areas) return "the destination matrix names an area that isn't there";
            if (!(move.share >= 0.0)) return "a destination share is negative";
            sums[move.from] += move.share;
        }
        for (const double sum : sums) {
            if (std::abs(sum - 1.0) > share_tolerance) return "a row of the destination matrix doesn't sum to 1";
        }
    }
    return (covered == 1).all() ? "" : "the destination matrix must have every sex and age once";
}

std::string fault_in(const Migration& migration, std::size_t areas) {
    const Eigen::Index columns = sex_count * static_cast<Eigen::Index>(areas);
    for (const Cohorts* table : {&migration.internal_out_rate, &migration.emigration_rate, &migration.immigration}) {
        if (!has_shape(*table, age_count, columns)) return "a migration table isn't age × column";
        if (!none_negative(*table)) return "a migration table has a negative number";
    }
    if ((migration.internal_out_rate + migration.emigration_rate > 1.0).any()) return "more leave than there are";
    const bool pool = migration.destinations.blocks.empty();
    if (pool && !has_shape(migration.destination_share, age_count, columns)) return "destination shares are missing";
    if (migration.net_persons.size() > 0 && !has_shape(migration.net_persons, age_count, columns)) {
        return "net persons aren't age × column";
    }
    if (migration.newborn_net_persons.size() > 0 && !has_shape(migration.newborn_net_persons, 1, columns)) {
        return "newborn net persons aren't 1 × column";
    }
    return pool ? fault_in_pool(migration.destination_share) : fault_in_matrix(migration.destinations, areas);
}

std::string fault_in(const OtherDecline& decline, std::size_t years) {
    if (decline.factor.size() != decline.full_to.size()) return "another decline must be given for each of its ages";
    for (std::size_t i = 0; i < decline.full_to.size(); ++i) {
        if (i > 0 && !(decline.full_to[i - 1] < decline.full_to[i])) return "ages of another decline don't ascend";
        if (decline.factor[i].size() != years) return "another decline must be given for every projected year";
        for (const AgeSexTable& factor : decline.factor[i]) {
            if (!has_shape(factor, age_count, sex_count)) return "another decline isn't age × sex";
            if (!none_negative(factor)) return "another decline has a negative number";
        }
    }
    return {};
}

} // namespace

Schedules shared_schedules(const Cohorts& by_area, Eigen::Index width) {
    Schedules schedules;
    std::map<std::vector<double>, Eigen::Index> known;
    std::vector<Eigen::Index> first_area;
    for (Eigen::Index area = 0; area < by_area.cols() / width; ++area) {
        const auto columns = by_area.middleCols(width * area, width).reshaped();
        const auto [place, is_new] = known.try_emplace({columns.begin(), columns.end()}, std::ssize(first_area));
        if (is_new) first_area.push_back(area);
        schedules.of_area.push_back(place->second);
    }
    schedules.rates.resize(by_area.rows(), width * std::ssize(first_area));
    for (Eigen::Index s = 0; s < std::ssize(first_area); ++s) {
        schedules.rates.middleCols(width * s, width) =
            by_area.middleCols(width * first_area[static_cast<std::size_t>(s)], width);
    }
    return schedules;
}

std::vector<Schedules> death_rates(const Mortality& mortality, int jump_off_year, int projected_years) {
    const Schedules index = shared_schedules(mortality.index.transpose(), 1);
    std::vector<Schedules> rates;
    for (int t = 0; t < projected_years; ++t) {
        const double kappa = mortality.years_of_decline.empty()
                                 ? jump_off_year + t + 0.5 - mortality.base_time
                                 : mortality.years_of_decline.at(static_cast<std::size_t>(t));
        AgeSexTable national(age_count, sex_count);
        for (Eigen::Index sex = 0; sex < sex_count; ++sex) {
            for (Eigen::Index age = 0; age < age_count; ++age) {
                const double trend = sim::exp(-mortality.annual_decline(age, sex) * kappa);
                national(age, sex) = mortality.death_rate(age, sex) * trend;
            }
        }
        Cohorts year(age_count, sex_count * index.rates.cols());
        for (Eigen::Index schedule = 0; schedule < index.rates.cols(); ++schedule) {
            for (Eigen::Index sex = 0; sex < sex_count; ++sex) {
                auto col = year.col(sex_count * schedule + sex);
                col = national.col(sex);
                col.tail(age_count - mortality.index_from_age) *= index.rates(sex, schedule);
            }
        }
        rates.push_back({std::move(year), index.of_area});
    }
    return rates;
}

std::vector<AgeSexTable> national_ratio(const Mortality& changed, const Mortality& as_it_is) {
    std::vector<AgeSexTable> ratios;
    for (std::size_t t = 0; t < as_it_is.years_of_decline.size(); ++t) {
        AgeSexTable& ratio = ratios.emplace_back(age_count, sex_count);
        for (Eigen::Index sex = 0; sex < sex_count; ++sex) {
            for (Eigen::Index age = 0; age < age_count; ++age) {
                ratio(age, sex) = sim::exp(as_it_is.annual_decline(age, sex) * as_it_is.years_of_decline[t] -
                                           changed.annual_decline(age, sex) * changed.years_of_decline.at(t));
            }
        }
    }
    return ratios;
}

std::vector<Schedules> fertility_rates(const Fertility& fertility) {
    double pattern_sum = 0.0;
    for (Eigen::Index age = 0; age < age_count; ++age) pattern_sum += fertility.births_per_woman(age);
    const Schedules index = shared_schedules(fertility.index.transpose(), 1);
    std::vector<Schedules> rates;
    for (const double total : fertility.total_fertility) {
        Cohorts year(age_count, index.rates.cols());
        for (Eigen::Index schedule = 0; schedule < year.cols(); ++schedule) {
            year.col(schedule) = fertility.births_per_woman / pattern_sum * index.rates(0, schedule) * total;
        }
        rates.push_back({std::move(year), index.of_area});
    }
    return rates;
}

std::string fault_in(const Inputs& inputs) { // NOLINT(readability-function-size): a list of conditions, in order
    const std::size_t areas = inputs.areas.size();
    const Eigen::Index columns = sex_count * static_cast<Eigen::Index>(areas);
    if (areas == 0) return "there are no areas";
    if (inputs.observed.empty()) return "no year is observed";
    if (inputs.projected_years() < 0) return "the last year lies before the last observed";
    for (const Cohorts& persons : inputs.observed) {
        if (!has_shape(persons, age_count, columns)) return "an observed population isn't age × column";
        if (!none_negative(persons)) return "an observed population has a negative number";
    }
    const auto years = static_cast<std::size_t>(inputs.projected_years());
    if (inputs.death_rates.size() != years || inputs.fertility_rates.size() != years) {
        return "death and fertility rates must be given for every projected year";
    }
    for (std::size_t t = 0; t < years; ++t) {
        if (!has_shape(inputs.death_rates[t], areas, sex_count)) return "death rates aren't age × column";
        if (!none_negative(inputs.death_rates[t].rates)) return "a death rate is negative";
        if (!has_shape(inputs.fertility_rates[t], areas, 1)) return "fertility isn't age × area";
        if (!none_negative(inputs.fertility_rates[t].rates)) return "a fertility rate is negative";
    }
    if (!(inputs.boys_per_girl > 0.0)) return "the sex ratio at birth must be above 0";
    if (inputs.migration.size() != 1 && inputs.migration.size() != years) {
        return "migration must be given once or for every projected year";
    }
    if (std::string fault = fault_in(inputs.other_decline, years); !fault.empty()) return fault;
    for (const Migration& migration : inputs.migration) {
        if (std::string fault = fault_in(migration, areas); !fault.empty()) return fault;
    }
    if (!inputs.correction.empty() && inputs.correction.size() != years) {
        return "corrections must be given for every projected year or not at all";
    }
    for (const Correction& correction : inputs.correction) {
        for (const Cohorts* table : {&correction.factor, &correction.added}) {
            if (!has_shape(*table, age_count, columns)) return "a correction isn't age × column";
            if (!none_negative(*table)) return "a correction has a negative number";
        }
    }
    return {};
}

} // namespace framsyn::demography
