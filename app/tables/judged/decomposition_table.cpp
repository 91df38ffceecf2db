#include "app/tables/judged/decomposition_table.hpp"

#include "app/tables/catalogue/catalogue.hpp"
#include "models/study/answers/quantiles.hpp"
#include "models/values/date.hpp"

#include <algorithm>
#include <functional>

namespace framsyn::app {
namespace {

/// What changes occupied beds: parts of a gap but for its start, its places and its reserve.
bool is_cause(const study::GapPart& part) {
    return part.name != "start" && part.name != "places";
}

/// One cell's change in a year, draw by draw.
class Change {
  public:
    Change(const study::Study& study, const study::CellParts& parts)
        : study_(study), parts_(parts), need_(study.need()[parts.cell]) {}

    /// Mean over draws of something that each of them has.
    double mean(const std::function<double(std::size_t)>& of) const {
        std::vector<double> values;
        for (std::size_t k = 0; k < study_.draws().block.count; ++k) values.push_back(of(k));
        return study::mean_of(values);
    }

    double occupied(std::size_t t, std::size_t k) const { return need_.bed_days.at(t, k) / days(t); }
    /// Occupied beds that were counted more by year t, or by the last counted year, than in the base year.
    double counted(std::size_t t, std::size_t k) const {
        return occupied(std::min(t, parts_.start), k) - occupied(0, k);
    }
    int days(std::size_t t) const { return days_in_year(study_.scenario().base_year + static_cast<int>(t)); }
    const study::CellNeed& need() const { return need_; }

    /// Calls with every cause and what it adds to occupied beds in a draw.
    template <class Visit>
    void each_cause(std::size_t t, const Visit& visit) const {
        visit("counted", [&, t](std::size_t k) { return counted(t, k); });
        if (t <= parts_.start) return;
        for (const study::GapPart& part : parts_.parts) {
            if (is_cause(part)) visit(part.name, [&, t](std::size_t k) { return -part.beds.at(t, k); });
        }
    }

  private:
    const study::Study& study_;
    const study::CellParts& parts_;
    const study::CellNeed& need_;
};

/// Visits every cell and year with its change.
template <class Visit>
void each_change(const study::Study& study, const Visit& visit) {
    for (const study::CellParts& parts : study.gap_parts()) {
        const Change change(study, parts);
        for (std::size_t t = 0; t < study.scenario().years(); ++t) visit(change, t);
    }
}

} // namespace

TidyTable decomposition_table(const study::Study& study, bool keep) {
    TidyTable table = table_of("decomposition.csv", keep);
    each_change(study, [&](const Change& change, std::size_t t) {
        const study::Cell& cell = change.need().cell;
        const auto row = [&](const std::string& cause, double bed_days) {
            table.row(study.scenario().id_of(cell.trust), cell.service.id,
                      study.scenario().base_year + static_cast<int>(t), cause, bed_days);
        };
        change.each_cause(t, [&](const std::string& cause, const auto& more) {
            row(cause, change.mean([&](std::size_t k) { return more(k) * change.days(t); }));
        });
        row("calendar",
            change.mean([&](std::size_t k) { return change.occupied(0, k) * (change.days(t) - change.days(0)); }));
    });
    return table;
}

TidyTable decomposition_beds_table(const study::Study& study, bool keep) {
    TidyTable table = table_of("decomposition_beds.csv", keep);
    each_change(study, [&](const Change& change, std::size_t t) {
        const study::CellNeed& need = change.need();
        const auto row = [&](const std::string& cause, double beds) {
            table.row(study.scenario().id_of(need.cell.trust), need.cell.service.id,
                      study.scenario().base_year + static_cast<int>(t), cause, beds);
        };
        const auto per_occupied = [&](std::size_t k) {
            const double occupied = change.occupied(0, k);
            return occupied > 0.0 ? need.beds_at_utilisation.at(0, k) / occupied : 0.0;
        };
        change.each_cause(t, [&](const std::string& cause, const auto& more) {
            row(cause, change.mean([&](std::size_t k) { return more(k) * per_occupied(k); }));
        });
        row("utilisation", change.mean([&](std::size_t k) {
            return need.beds_at_utilisation.at(t, k) - change.occupied(t, k) * per_occupied(k);
        }));
    });
    return table;
}

} // namespace framsyn::app
