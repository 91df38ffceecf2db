#include "app/browser/engine/question.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <map>
#include <utility>

namespace framsyn::app {
namespace {

using Json = nlohmann::ordered_json;
using study::ComparisonRow;
using Key = std::pair<std::string, std::string>;

Json known(double value) {
    return std::isnan(value) ? Json(nullptr) : Json(value);
}

/// By trust and service, what its first rule's gaps rest on, year by year.
std::map<Key, Json> evidence_of_cells(const study::Study& study) {
    std::map<Key, Json> evidence;
    for (const study::Gap& gap : study.gaps()) {
        if (gap.rule != study::Rule::utilisation) continue;
        const study::Cell& cell = study.cell_of(gap);
        evidence[{study.scenario().id_of(cell.trust), cell.service.id}].push_back(
            name_in(study::evidence_names, gap.evidence));
    }
    return evidence;
}

Json evidence_of(const std::map<Key, Json>& all, const Key& key) {
    const auto found = all.find(key);
    return found == all.end() ? Json::array() : found->second;
}

void add(Json& measures, const ComparisonRow& row) {
    Json& measure = measures[std::string(row.measure)];
    measure["base"].push_back(known(row.base));
    measure["alternative"].push_back(known(row.alternative));
    measure["difference"].push_back(known(row.difference));
    measure["low"].push_back(known(row.low));
    measure["high"].push_back(known(row.high));
}

/// Rows come by cell, year and measure.
Json cells_json(const std::vector<ComparisonRow>& rows, const study::Study& base, const study::Study& alternative) {
    std::map<Key, bool> touched;
    for (const ComparisonRow& row : rows) touched[{row.trust, row.service}] |= !(row.difference == 0.0);
    const auto before = evidence_of_cells(base);
    const auto after = evidence_of_cells(alternative);
    std::map<Key, std::size_t> places;
    Json cells = Json::array();
    for (const ComparisonRow& row : rows) {
        const Key key{row.trust, row.service};
        if (!touched[key]) continue;
        const auto [place, is_new] = places.emplace(key, cells.size());
        if (is_new)
            cells.push_back({{"trust", row.trust},
                             {"service", row.service},
                             {"base_evidence", evidence_of(before, key)},
                             {"evidence", evidence_of(after, key)},
                             {"measures", Json::object()}});
        add(cells[place->second]["measures"], row);
    }
    return cells;
}

} // namespace

QuestionBase::QuestionBase(WrittenScenario scenario, std::size_t draws)
    : scenario_(std::move(scenario)), block_{0, draws}, use_(scenario_, block_, study::one_after_the_other),
      study_(study::study_of(scenario_, use_.draws_of(scenario_), std::nullopt)) {
    study_.gaps();
}

study::Study QuestionBase::study_of(const study::Scenario& alternative) const {
    if (use_.holds_for(alternative)) return study::study_of(alternative, use_.draws_of(alternative), std::nullopt);
    return study::run_study(alternative, {block_, {}, study::People::left_out});
}

std::string answer_json(const study::Study& base, const study::Study& alternative,
                        const std::vector<ComparisonRow>& rows) {
    Json years = Json::array();
    for (const ComparisonRow& row : rows) {
        if (years.empty() ||
            (row.trust == rows.front().trust && row.service == rows.front().service && years.back() != row.year))
            years.push_back(row.year);
    }
    return Json{
        {"draws", alternative.extent().draws.count}, {"years", years}, {"cells", cells_json(rows, base, alternative)}}
        .dump();
}

} // namespace framsyn::app
