#include "tests/backtest/age_groups.hpp"

namespace framsyn::backtest {
namespace {

std::vector<AgeGroup> make_groups() {
    std::vector<AgeGroup> groups;
    for (Eigen::Index from = 0; from < 90; from += 5) {
        const std::string first = std::to_string(from), last = std::to_string(from + 4);
        groups.push_back({first + "-" + last, first + "–" + last, from, from + 4});
    }
    for (const Eigen::Index from : {90, 67, 80}) {
        const std::string id = std::to_string(from) + "+";
        groups.push_back({id, id, from, demography::oldest_age});
    }
    groups.push_back({"all", "all ages", 0, demography::oldest_age});
    return groups;
}

} // namespace

const std::vector<AgeGroup>& age_groups() {
    static const std::vector<AgeGroup> groups = make_groups();
    return groups;
}

Eigen::ArrayXXd grouped(const demography::Cohorts& persons) {
    const auto rows = static_cast<Eigen::Index>(age_groups().size());
    Eigen::ArrayXXd sums = Eigen::ArrayXXd::Zero(rows, persons.cols());
    for (Eigen::Index col = 0; col < persons.cols(); ++col) {
        for (Eigen::Index row = 0; row < rows; ++row) {
            const AgeGroup& group = age_groups()[static_cast<std::size_t>(row)];
            for (Eigen::Index age = group.from; age <= group.to; ++age) sums(row, col) += persons(age, col);
        }
    }
    return sums;
}

} // namespace framsyn::backtest
