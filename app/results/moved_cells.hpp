#pragma once

#include "app/results/site_split.hpp"
#include "app/scenario/people/written_scenario.hpp"
#include "app/tables/actions_table.hpp"
#include "app/tables/comparison_table.hpp"
#include "app/tables/context_file.hpp"
#include "models/study/study.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace framsyn::app {

/// What an alternative's rows say of a cell and year, by the id of the measure.
class ComparedRows {
  public:
    explicit ComparedRows(const std::vector<study::ComparisonRow>& rows);

    /// nullptr where there is no such row. Measures of care that need has too (bed_days) go by `basis`.
    const study::ComparisonRow* find(const std::string& trust, const std::string& service, int year,
                                     std::string_view measure, study::PairedBy basis = study::PairedBy::draws) const;

  private:
    using Key = std::tuple<std::string, std::string, int, std::string_view, study::PairedBy>;
    std::map<Key, const study::ComparisonRow*> rows_;
};

/// Days of a year on which a cell has other beds than in the base; both ends included.
struct OtherBeds {
    Date first, last;
    double before = 0.0, after = 0.0;
};

/// A year that is shown of a cell.
struct ShownYear {
    int year = 0;
    bool judged = true;                  ///< whether levels can be said, or only differences
    std::vector<OtherBeds> part_of_year; ///< where beds differ by another number than the whole year, in order
    std::optional<SiteSplit> sites;      ///< where beds lie at other places
};

/// A cell that an alternative moves.
struct MovedCell {
    std::string trust, service; ///< ids
    bool with_beds = true;      ///< whether either scenario plans beds for it; else only its bed days are said
    double beds = 0.0;          ///< the largest difference in beds, whatever year
    std::vector<ShownYear> years;
};

/// What an alternative changes, beside what it is compared with.
struct Comparison {
    std::string id, title;
    std::string base_id, base_title;
    std::vector<ActionRow> actions; ///< the same as a table
    std::string base_file;          ///< without its folder
    std::vector<Setting> settings;  ///< what is otherwise, in words
    std::function<std::string(const std::string& trust, const std::string& service)> name;
    std::vector<study::ComparisonRow> rows;
    std::vector<MovedCell> moved; ///< those with beds before those without, the largest first
    std::size_t cells = 0;        ///< in all
    bool nothing = false;         ///< every difference is exactly 0
    std::vector<Text> no_effect;  ///< why what is done to a plan changes nothing
    bool simulated = false;
    std::vector<study::WeakerEffects> weaker; ///< at half and at none; empty where no action is an effect
};

/// Its rows as comparison.csv has them: those of the alternative, then those where what is said to be effected comes by half
/// and not at all, as scenarios `<id>@half` and `<id>@none`.
std::vector<ScenarioComparison> tabled(const Comparison& comparison);

/// What a comparison's alternative is held against; nothing where there is none.
std::optional<Against> against_of(const std::optional<Comparison>& comparison);

/// Compares two studies in the same draws and replications. A cell is moved where capacity or need by either rule differs
/// by at least 0.1 bed in some year, beds do so on some day of a year that is shown, or where what is shown of its patients does by at least 0.1 bed or one day, and the
/// 95 % interval leaves 0, in a year that is shown. Shown are the last year, the first round one and, where they do not tell of it,
/// the year that moves most. Levels are said where the base's are known.
Comparison compare_studies(const WrittenScenario& base, const study::Study& base_study,
                           const WrittenScenario& alternative, const study::Study& alternative_study,
                           Language language);

} // namespace framsyn::app
