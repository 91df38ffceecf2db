#pragma once

#include "models/study/answers/comparison.hpp"

#include <string>
#include <vector>

namespace framsyn::study {

/// A way in which the world may turn out, the same for every alternative.
enum class Future { as_assumed, sentences_flat, use_low, use_high, migration_low, migration_high };
inline constexpr NameTable<Future, 6> future_names{{{Future::as_assumed, "as-assumed"},
                                                    {Future::sentences_flat, "sentences-flat"},
                                                    {Future::use_low, "use-low"},
                                                    {Future::use_high, "use-high"},
                                                    {Future::migration_low, "migration-low"},
                                                    {Future::migration_high, "migration-high"}}};

/// Whether a future is another migration: another population, to be read as such. The others are in a scenario's own numbers.
bool is_of_migration(Future future);

/// The variant of the population, SSB's four letters, with low or high migration within the country and from abroad.
std::string variant_in(std::string variant, Future future);

/// The scenario as it is in a future of its own numbers. Sentences flat: no stock grows, by
/// itself or by an action. Use low or high: what says how much
/// care is used, counted bed days and levels of services and flows, stands at that end of its 95 % interval in every draw;
/// levels that only say where residents are treated, as they leave a rest to another place, stay.
Scenario in_future(Scenario scenario, Future future);

/// What a cell has and needs (median) in a year of a future.
struct BedsInFuture {
    std::string trust, service;
    std::vector<std::string> parts; ///< services, of a group
    int year = 0;
    Rule rule = Rule::utilisation;
    double capacity = 0.0, need = 0.0;
    Evidence evidence = Evidence::sourced;
};

/// What a scenario comes to in a future, in some years.
struct Outlook {
    std::string scenario; ///< id
    Future future = Future::as_assumed;
    std::vector<BedsInFuture> beds;
};
Outlook outlook_of(const std::string& scenario, Future future, const ComparedSide& side, const std::vector<int>& years);

/// Beds that are short and beds that stand empty, and by how much that is more than under the alternative that has fewest of
/// them in the same future.
struct RegretRow {
    std::string scenario;
    Future future = Future::as_assumed;
    std::string trust, service; ///< ids; "region" and "all" for the sum over cells
    int year = 0;
    Rule rule = Rule::utilisation;
    bool judged = true; ///< whether levels can be said of it
    double capacity = 0.0, need = 0.0, shortage = 0.0, empty = 0.0, regret_shortage = 0.0, regret_empty = 0.0;
};

/// Of outlooks of several scenarios in the same futures, the base's in the world as assumed first: every trust's cell that all
/// of them have, then their sum over the cells that the base knows well enough to judge, each bed once (a group for its
/// parts). One trust's empty beds don't make up for another's shortage.
std::vector<RegretRow> regret_of(const std::vector<Outlook>& outlooks);

} // namespace framsyn::study
