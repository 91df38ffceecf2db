#include "models/study/information/value_of_information.hpp"

#include <algorithm>

namespace framsyn::study {
namespace {

/// What is at stake for each cell, and what could be known of it.
class Asked {
  public:
    Asked(const Judged& judged, const DrawSample& people_alone, const Runner& run)
        : judged_(judged), inputs_(known_inputs(judged.scenario, judged.draws.block)) {
        std::vector<Cell> cells;
        for (const CellNeed& need : judged.need) cells.push_back(need.cell);
        moves_ = what_moves(judged.scenario, inputs_, cells);
        people_ =
            need_of_cells(judged.scenario, judged.rules, people_alone, std::move(cells), CountedBy::treatment, run);
        people_vary_ = !people_alone.one_population;
    }

    CellInformation of(const Verdict& verdict) const {
        const std::size_t c = verdict.cell;
        const auto t = static_cast<std::size_t>(verdict.year - judged_.scenario.base_year);
        const Shortages shortages = known_cell(judged_, c)->at(t).mild;
        const Stake stake{judged_.need[c].beds_at_utilisation.draws_of(t),
                          {shortages.of_rule[0], shortages.of_rule[1]}};
        CellInformation found{c, verdict.year, shortages.outcome(), {}};
        found.inputs.push_back({all_inputs, std::nullopt, true, worth_of_everything(stake)});
        for (const Named<VarianceGroup>& group : variance_groups) {
            const std::vector<Column> known = columns_of(c, t, group.value);
            if (!known.empty())
                found.inputs.push_back({std::string(group.name), group.value, true, worth_of(known, stake)});
        }
        for (std::size_t i = 0; i < inputs_.size(); ++i) {
            if (moves_[c][i])
                found.inputs.push_back(
                    {inputs_[i].name, inputs_[i].group, false, worth_of(natural_spline(inputs_[i].in(t)), stake)});
        }
        return found;
    }

  private:
    /// All that is known where a group is.
    std::vector<Column> columns_of(std::size_t c, std::size_t t, VarianceGroup group) const {
        std::vector<Column> known;
        if (group == VarianceGroup::demography) {
            if (people_vary_) known = natural_spline(people_[c].bed_days.draws_of(t));
            return known;
        }
        for (std::size_t i = 0; i < inputs_.size(); ++i) {
            if (!moves_[c][i] || inputs_[i].group != group) continue;
            for (Column& column : natural_spline(inputs_[i].in(t))) known.push_back(std::move(column));
        }
        return known;
    }

    const Judged& judged_;
    std::vector<KnownInput> inputs_;
    std::vector<std::vector<char>> moves_;
    std::vector<CellNeed> people_;
    bool people_vary_ = true;
};

} // namespace

std::vector<CellInformation> value_of_information(const Judged& judged, const std::vector<Verdict>& verdicts,
                                                  const DrawSample& people_alone, const std::vector<int>& years,
                                                  const Runner& run) {
    std::vector<const Verdict*> wanted;
    for (const Verdict& verdict : verdicts) {
        const bool is_asked = std::find(years.begin(), years.end(), verdict.year) != years.end();
        if (is_asked && verdict.known && judged.need[verdict.cell].cell.trust.is_trust()) wanted.push_back(&verdict);
    }
    const Asked asked(judged, people_alone, run);
    std::vector<CellInformation> found(wanted.size());
    run(Stage::cells, {0, found.size()}, [&](std::size_t i) { found[i] = asked.of(*wanted[i]); });
    return found;
}

} // namespace framsyn::study
