#include "models/study/study.hpp"

#include "models/study/answers/contacts.hpp"
#include "models/study/draws/counted_year.hpp"
#include "models/study/draws/draw.hpp"
#include "models/study/scenario/counted_use.hpp"
#include "models/study/scenario/planned_beds.hpp"
#include "models/study/scenario/policies.hpp"
#include "models/study/verdict/verdicts.hpp"

#include <array>
#include <numeric>
#include <stdexcept>

namespace framsyn::study {

/// What has been asked for so far.
struct Study::Parts {
    std::optional<demography::Projector> projector;
    std::optional<capacity::BedPlan> capacity;
    std::optional<demography::PopulationPath> population;
    std::shared_ptr<const DrawSample> draws;
    std::optional<BedRules> rules;
    std::shared_ptr<const std::vector<CellNeed>> need, need_by_residence;
    std::optional<std::vector<Gap>> gaps;
    std::optional<std::vector<GapChange>> changes, changes_from_count;
    std::optional<std::vector<GapAtUtilisation>> gaps_by_utilisation;
    std::optional<std::vector<Verdict>> verdicts;
    std::optional<Apart> apart;
    std::optional<CareSample> care_sample;
    std::optional<std::vector<care::CareRow>> care, care_by_site;
    std::optional<std::vector<care::FlowRow>> flows;
    std::optional<std::vector<Reproduction>> reproductions;
    std::optional<std::vector<Indicator>> indicators;
};

namespace {

template <class Part, class Make>
const Part& once(std::optional<Part>& part, const Make& make) {
    if (!part) part = make();
    return *part;
}

template <class Part, class Make>
const Part& once(std::shared_ptr<const Part>& part, const Make& make) {
    if (!part) part = std::make_shared<const Part>(make());
    return *part;
}

/// What `of_cell` says of each cell that has beds, in the order of the cells; each cell is a trial.
template <class Row, class OfCell>
std::vector<Row> by_cell(const Study& study, const OfCell& of_cell) {
    std::vector<std::vector<Row>> rows(study.need().size());
    const capacity::BedPlan& plan = study.capacity();
    study.runner()(Stage::cells, {0, rows.size()}, [&](std::size_t c) {
        const Cell& cell = study.need()[c].cell;
        if (mean_capacity(plan, cell, study.scenario().base_year)) rows[c] = of_cell(c, study.need()[c]);
    });
    std::vector<Row> all;
    for (const std::vector<Row>& some : rows) all.insert(all.end(), some.begin(), some.end());
    return all;
}

template <class Visit>
void for_each_year(const Scenario& scenario, const Visit& visit) {
    for (std::size_t t = 0; t < scenario.years(); ++t) visit(scenario.base_year + static_cast<int>(t), t);
}

} // namespace

Extent whole(const Scenario& scenario, Care care) {
    const bool simulated = care == Care::simulated && scenario.has_services();
    return {{0, static_cast<std::size_t>(scenario.draws)},
            {0, simulated ? static_cast<std::size_t>(scenario.replications) : 0},
            People::kept};
}

Study::Study(std::shared_ptr<const Scenario> scenario, const Extent& extent, Runner run)
    : scenario_(std::move(scenario)), extent_(extent), run_(std::move(run)), parts_(std::make_shared<Parts>()) {}

const demography::Projector& Study::projector() const {
    if (!parts_->projector) parts_->projector.emplace(scenario_->demography);
    return *parts_->projector;
}

const capacity::BedPlan& Study::capacity() const {
    return once(parts_->capacity, [&] { return planned_beds(*scenario_); });
}

const demography::PopulationPath& Study::population() const {
    return once(parts_->population, [&] { return central_population(projector()); });
}

const PopulationSample& Study::population_sample() const {
    if (!draws().population) throw std::logic_error("the study was to leave out the people of its draws");
    return *draws().population;
}

const DrawSample& Study::draws() const {
    return once(parts_->draws,
                [&] { return sample_draws(*scenario_, projector(), extent_.draws, extent_.people, run_); });
}

const BedRules& Study::rules() const {
    if (!parts_->rules) parts_->rules.emplace(*scenario_, capacity());
    return *parts_->rules;
}

std::vector<CellNeed> Study::need_of(std::vector<Cell> cells, CountedBy counted_by) const {
    return need_of_cells(*scenario_, rules(), draws(), std::move(cells), counted_by, run_);
}

const std::vector<CellNeed>& Study::need() const {
    return once(parts_->need,
                [&] { return need_of(cells_of(*scenario_, CountedBy::treatment), CountedBy::treatment); });
}

const std::vector<CellNeed>& Study::need_by_residence() const {
    return once(parts_->need_by_residence,
                [&] { return need_of(cells_of(*scenario_, CountedBy::residence), CountedBy::residence); });
}

const std::vector<Gap>& Study::gaps() const {
    return once(parts_->gaps, [&] {
        const BedRules& by = rules();
        const DrawSample& drawn = draws();
        return by_cell<Gap>(*this, [&](std::size_t c, const CellNeed& need) {
            std::vector<Gap> rows;
            for_each_year(*scenario_, [&](int year, std::size_t t) {
                const double beds = *mean_capacity(capacity(), need.cell, year);
                const Evidence evidence = evidence_of(*scenario_, need.cell, year);
                for (const Rule rule : {Rule::utilisation, Rule::service_level})
                    rows.push_back(gap_of(need, c, year, t, rule, beds, evidence));
                // Need by the service level is whole beds, a year's mean isn't: a bed that closes for a week isn't short
                // all year.
                const auto through = capacity_through(*scenario_, capacity(), need.cell, year);
                if (through.size() > 1)
                    rows.back().p_shortage = p_shortage_by_the_day(*scenario_, by, drawn, need.cell, t, through);
            });
            return rows;
        });
    });
}

namespace {

/// A cell's changes since year `since`, by year from then on.
std::vector<GapChange> changes_since(std::size_t since, const Study& study, std::size_t cell, const CellNeed& need) {
    const Scenario& scenario = study.scenario();
    std::vector<GapChange> rows;
    const auto beds = [&](int year) { return *mean_capacity(study.capacity(), need.cell, year); };
    const double base = beds(scenario.base_year + static_cast<int>(since));
    for_each_year(scenario, [&](int year, std::size_t t) {
        if (t >= since) rows.push_back(change_of(need, cell, year, since, t, beds(year) - base));
    });
    return rows;
}

} // namespace

const std::vector<GapChange>& Study::changes() const {
    return once(parts_->changes, [&] {
        return by_cell<GapChange>(
            *this, [&](std::size_t c, const CellNeed& need) { return changes_since(0, *this, c, need); });
    });
}

const std::vector<GapChange>& Study::changes_from_count() const {
    return once(parts_->changes_from_count, [&] {
        const std::vector<std::size_t> starts = start_of_gaps(*scenario_);
        return by_cell<GapChange>(*this, [&](std::size_t c, const CellNeed& need) {
            return changes_since(starts[need.cell.service.services.front().index()], *this, c, need);
        });
    });
}

namespace {

/// The share of the cell's places that is open in a year: what its need for places asks for beside planned utilisation, over
/// all draws together.
double open_share_of(const Scenario& scenario, const CellNeed& need, int year, std::size_t t) {
    const std::vector<double> days = need.bed_days.draws_of(t), beds = need.beds_at_utilisation.draws_of(t);
    const double all_days = std::accumulate(days.begin(), days.end(), 0.0);
    const double all_beds = std::accumulate(beds.begin(), beds.end(), 0.0);
    const double planned = utilisation_in(scenario, need.cell.trust.trust(), need.cell.service.services.front(), year);
    return all_beds > 0.0 ? all_days / (days_in_year(year) * planned * all_beds) : 1.0;
}

} // namespace

const std::vector<GapAtUtilisation>& Study::gaps_by_utilisation() const {
    return once(parts_->gaps_by_utilisation, [&] {
        return by_cell<GapAtUtilisation>(*this, [&](std::size_t c, const CellNeed& need) {
            std::vector<GapAtUtilisation> rows;
            // One utilisation for the whole cell is only meaningful where all of its parts share it.
            if (need.cell.trust.is_region()) return rows;
            const Quantity* planned = shared_utilisation(*scenario_, need.cell.trust, need.cell.service);
            if (!planned) return rows;
            for_each_year(*scenario_, [&](int year, std::size_t t) {
                const double open = open_share_of(*scenario_, need, year, t);
                const std::array<double, 3> shares{planned->low, planned->value, planned->high};
                std::vector<double> of_places;
                for (const double share : shares) of_places.push_back(share * open);
                auto gaps = gaps_at(of_places, need, c, year, t, *mean_capacity(capacity(), need.cell, year),
                                    evidence_of(*scenario_, need.cell, year));
                for (std::size_t i = 0; i < gaps.size(); ++i) gaps[i].utilisation = shares[i];
                rows.insert(rows.end(), gaps.begin(), gaps.end());
            });
            return rows;
        });
    });
}

const std::vector<Verdict>& Study::verdicts() const {
    return once(parts_->verdicts, [&] {
        return study::verdicts({*scenario_, capacity(), rules(), draws(), need(), occupied_beds_by_flow(*scenario_)},
                               run_);
    });
}

const Apart& Study::taken_apart() const {
    return once(parts_->apart, [&] { return study::taken_apart({*scenario_, capacity(), draws(), need()}, run_); });
}

std::vector<Enough> Study::how_much(const HowMuch& question) const {
    return study::how_much(*scenario_, projector(), draws(), question, run_);
}

const CareSample& Study::care_sample() const {
    return once(parts_->care_sample, [&] {
        if (!has_care()) throw UnfitBlock("this study doesn't simulate care");
        const Block needed = draws_of(extent_.replications);
        if (draws().block.holds(needed)) return simulate_care(*scenario_, draws(), extent_.replications, run_);
        const DrawSample others = sample_draws(*scenario_, projector(), needed, People::left_out, run_);
        return simulate_care(*scenario_, others, extent_.replications, run_);
    });
}

const CareSample& Study::pairs() const {
    if (extent_.replications.first % 2 != 0) throw UnfitBlock("the first replication's pair is in another block");
    return care_sample();
}

const std::vector<care::CareRow>& Study::care() const {
    return once(parts_->care, [&] {
        if (!has_care()) return std::vector<care::CareRow>{};
        return care::summarise_by_trust(pairs().frame, pairs().outcomes);
    });
}

const std::vector<care::CareRow>& Study::care_by_site() const {
    return once(parts_->care_by_site, [&] {
        if (!has_care()) return std::vector<care::CareRow>{};
        return care::summarise_by_site(pairs().frame, pairs().outcomes);
    });
}

const std::vector<care::FlowRow>& Study::flows() const {
    return once(parts_->flows, [&] {
        if (!has_care()) return std::vector<care::FlowRow>{};
        return care::summarise_flows(care_sample().frame, care_sample().outcomes);
    });
}

const std::vector<Reproduction>& Study::reproductions() const {
    return once(parts_->reproductions, [&] {
        if (!has_care()) return std::vector<Reproduction>{};
        return reproductions_of(*scenario_, need(), care(), flows());
    });
}

const std::vector<Indicator>& Study::indicators() const {
    return once(parts_->indicators,
                [&] { return indicators_of(*scenario_, capacity(), population(), reproductions()); });
}

Study Study::with_replications(const Block& replications) const {
    Study other(scenario_, {extent_.draws, replications, extent_.people}, run_);
    other.parts_->capacity = parts_->capacity;
    other.parts_->population = parts_->population;
    other.parts_->draws = parts_->draws;
    other.parts_->need = parts_->need;
    other.parts_->need_by_residence = parts_->need_by_residence;
    other.parts_->gaps = parts_->gaps;
    other.parts_->changes = parts_->changes;
    other.parts_->changes_from_count = parts_->changes_from_count;
    other.parts_->gaps_by_utilisation = parts_->gaps_by_utilisation;
    other.parts_->verdicts = parts_->verdicts;
    other.parts_->apart = parts_->apart;
    return other;
}

Study run_study(const Scenario& scenario, const Extent& extent, Runner run) {
    return {std::make_shared<const Scenario>(scenario), extent, std::move(run)};
}

Study run_study(const Scenario& scenario, Runner run) {
    return run_study(scenario, whole(scenario, Care::simulated), std::move(run));
}

Study study_of(const Scenario& scenario, DrawSample draws, std::optional<CareSample> care, Runner run) {
    const std::uint64_t of = fingerprint(scenario);
    if (draws.of != of || (care && care->of != of) || draws.flows != scenario.flows.size())
        throw UnfitBlock("the outcomes are of another scenario");
    Study study(std::make_shared<const Scenario>(scenario),
                {draws.block, care ? care->block : Block{}, draws.population ? People::kept : People::left_out},
                std::move(run));
    study.parts_->draws = std::make_shared<const DrawSample>(std::move(draws));
    study.parts_->care_sample = std::move(care);
    return study;
}

namespace {

ComparedSide side_of(const Study& study) {
    return {study.scenario(), study.need(), study.gaps(), study.has_care() ? &study.care_sample() : nullptr};
}

} // namespace

std::vector<ComparisonRow> comparison_of(const Study& base, const Study& alternative) {
    std::vector<ComparisonRow> rows = comparison_of(side_of(base), side_of(alternative), alternative.runner());
    if (rows.empty()) return rows;
    for (ComparisonRow& row :
         contact_rows(base.scenario(), base.draws(), alternative.scenario(), alternative.draws())) {
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<WeakerEffects> weaker_effects(const Study& base, const Study& alternative) {
    std::vector<WeakerEffects> weaker;
    if (!has_effects_beside(alternative.scenario(), base.scenario())) return weaker;
    const Study drawn = base.with_replications({});
    for (const double strength : {0.5, 0.0}) {
        const Study part = run_study(with_effects(alternative.scenario(), base.scenario(), strength),
                                     {alternative.extent().draws, {}, People::left_out}, alternative.runner());
        weaker.push_back({strength, comparison_of(drawn, part)});
    }
    return weaker;
}

Outlook outlook_of(Future future, const Study& study, const std::vector<int>& years) {
    return outlook_of(study.scenario().id, future, {study.scenario(), study.need(), study.gaps(), nullptr}, years);
}

} // namespace framsyn::study
