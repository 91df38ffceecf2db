#pragma once

#include "app/sweep/sweep_folder.hpp"
#include "models/study/draws/runner.hpp"
#include "models/sweep/prim.hpp"

#include <functional>
#include <string>
#include <vector>

namespace framsyn::app {

/// What an index says of a parameter and one kept number.
struct IndexRow {
    std::size_t variable = 0;
    std::size_t place = 0; ///< in the variable's array
    std::size_t parameter = 0;
    const char* index = "";
    double value = 0.0, low = 0.0, high = 0.0; ///< NaN without an interval
};

/// A box of parameters in which a shortage is the rule.
struct FoundBox {
    std::size_t variable = 0;
    std::size_t place = 0;
    std::size_t points = 0; ///< in all, with an outcome
    std::size_t cases = 0;  ///< of them short
    sweep::Box box;
};

struct Sensitivity {
    std::vector<IndexRow> rows; ///< only of numbers that vary
    std::vector<FoundBox> boxes;
    std::size_t varying = 0, constant = 0; ///< how many kept numbers
};

/// Indices of every kept number that varies: of a Saltelli design first and total order, of Morris mu_star, mu and sigma, of
/// every other PAWN's median and greatest distance and the distance that chance gives; and boxes by PRIM where the number
/// is a gap (short: below 0) or a probability of shortage (above ½), but not from Morris. Holds some columns in memory at a
/// time. Throws what the runner throws.
Sensitivity sensitivity_of(const SweepFolder& folder, const SweepState& state, const study::Runner& run);

/// sensitivity.csv and boxes.csv.
std::string sensitivity_csv(const SweepPlan& plan, const Sensitivity& found);
std::string boxes_csv(const SweepPlan& plan, const Sensitivity& found);

/// The labels of a place of a variable, by its dimensions.
std::vector<std::string> labels_at(const SweepPlan& plan, const SweepVariable& variable, std::size_t place);

} // namespace framsyn::app
