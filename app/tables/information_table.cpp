#include "app/tables/information_table.hpp"

#include "app/tables/catalogue/catalogue.hpp"

#include <cmath>
#include <limits>

namespace framsyn::app {
namespace {

using study::Gain;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

class Rows {
  public:
    Rows(const study::Questions& questions, bool keep)
        : questions_(questions), table_(table_of("information.csv", keep)) {}

    void add(std::size_t cell, int year, const std::string& input, const char* measure, double value, double error,
             const char* unit) {
        const study::Cell& of = questions_.study.need()[cell].cell;
        table_.row(questions_.study.scenario().id_of(of.trust), of.service.id, year, input, measure, value, error,
                   unit);
    }
    void add(std::size_t cell, int year, const std::string& input, const char* measure, const Gain& gain,
             const char* unit) {
        add(cell, year, input, measure, gain.told(), gain.error, unit);
    }

    TidyTable table() && { return std::move(table_); }

  private:
    const study::Questions& questions_;
    TidyTable table_;
};

std::string input_of(const study::OpenFigure& figure) {
    switch (figure.asking) {
    case study::Asking::figure:
        return figure.name;
    case study::Asking::service:
        return "service." + figure.name;
    case study::Asking::split:
        return "split." + figure.name;
    }
    return "";
}

void add_trigger(Rows& rows, const study::Trigger& trigger) {
    const bool of_places = trigger.unit == study::BaseUnit::beds;
    const char* const unit = of_places ? "beds" : "bed days";
    const std::string input = std::to_string(trigger.counted_in);
    const auto add = [&](const char* measure, double value) {
        rows.add(trigger.cell, trigger.year, input, measure, value, none, unit);
    };
    add("expected", trigger.expected);
    if (trigger.to_short) add("trigger-short", trigger.to_short->next_year);
    if (trigger.to_enough) add("trigger-enough", trigger.to_enough->next_year);
}

} // namespace

TidyTable information_table(const study::Questions& questions, bool keep) {
    Rows rows(questions, keep);
    for (const study::OpenFigure& figure : questions.open) {
        // Together with itself alone a figure says the same again.
        if (figure.asking != study::Asking::figure && figure.inputs.size() < 2) continue;
        for (const study::Settled& cell : figure.cells)
            rows.add(cell.cell, figure.year, input_of(figure), "decided", cell.share, none, "share");
    }
    for (const study::CellInformation& cell : questions.worth) {
        for (const study::InputWorth& input : cell.inputs) {
            rows.add(cell.cell, cell.year, input.input, "wrong-utilisation", input.worth.wrong[0], "share");
            rows.add(cell.cell, cell.year, input.input, "wrong-service-level", input.worth.wrong[1], "share");
            rows.add(cell.cell, cell.year, input.input, "beds", input.worth.beds, "beds");
        }
    }
    for (const study::Trigger& trigger : questions.triggers) add_trigger(rows, trigger);
    return std::move(rows).table();
}

} // namespace framsyn::app
