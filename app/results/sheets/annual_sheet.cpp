#include "app/results/sheets/annual_sheet.hpp"

#include "app/results/sheets/workbook_words.hpp"
#include "app/tables/judged/status_words.hpp"
#include "models/study/status.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace framsyn::app {
namespace {

using study::StatusMeasure;
using study::StatusRow;

class AnnualMaker {
  public:
    AnnualMaker(const study::Study& study, Language language)
        : study_(study), nb_(language == Language::nb), language_(language), words_(study.scenario(), language),
          rows_(study::annual_status(study)) {
        for (const StatusRow& row : rows_) {
            if (row.measure == StatusMeasure::places) counted_.insert(row.year);
            if (row.measure == StatusMeasure::need) ahead_.insert(row.year);
            any_surge_ = any_surge_ || row.measure == StatusMeasure::surge;
        }
    }

    std::optional<Sheet> make() {
        if (rows_.empty()) return std::nullopt;
        sheet_.name = say("Til årlig melding", "For the annual report");
        sheet_.about = say("Plasser, belegg, endring og behov slik departementet spør hvert år: klar til å lime inn",
                           "Places, occupancy, change and need as the ministry asks each year: ready to paste");
        sheet_.file = "status.csv";
        const std::string title = sheet_.name;
        sheet_.lead = {title,
                       say("Telte tall til og med siste telte år, deretter behov. Et ord i stedet for et tall sier "
                           "hvorfor tallet mangler. Kilde for hvert tall: status.csv.",
                           "Counts up to the last counted year, then need. A word in place of a number says why "
                           "there is none. Source of each number: status.csv.")};
        add_headings();
        for (std::size_t first = 0; first < rows_.size();) {
            std::size_t end = first;
            while (end < rows_.size() && is_same_cell(rows_[first], rows_[end])) ++end;
            add_row(first, end);
            first = end;
        }
        return std::move(sheet_);
    }

  private:
    std::string say(const char* nb, const char* en) const { return nb_ ? nb : en; }

    static bool is_same_cell(const StatusRow& a, const StatusRow& b) {
        return a.cell.trust == b.cell.trust && a.cell.service.id == b.cell.service.id;
    }

    void column(const std::string& heading, NumberForm form = NumberForm::general) {
        sheet_.headings.push_back(heading);
        sheet_.forms.push_back(form);
    }

    void column_a_year(const std::set<int>& years, const char* nb, const char* en) {
        for (const int year : years) column(fmt::format("{} {}", say(nb, en), year), NumberForm::tenths);
    }

    void add_headings() {
        column(say("Helseforetak", "Trust"));
        column(say("Tjeneste", "Service"));
        column_a_year(counted_, "Plasser 31.12.", "Places 31 Dec");
        column(say("Endring, årsak", "Change, cause"));
        column(say("Åpne plasser, siste år", "Open places, last year"), NumberForm::tenths);
        column(say("Belegg, siste år", "Occupancy, last year"), NumberForm::share);
        column(say("Oppholdsdøgn, siste år", "Bed days, last year"));
        column(say("Døgn etter bruksnivået, siste år", "Bed days by the level of use, last year"));
        if (any_surge_) column(say("Plasser i beredskap", "Places in beredskap"), NumberForm::tenths);
        column(say("Planlagt endring", "Planned change"));
        column_a_year(ahead_, "Behov, planlagt utnyttelse", "Need, planned utilisation");
        column_a_year(ahead_, "Behov, servicenivå", "Need, service level");
        column_a_year(ahead_, "Behov, regionens modell", "Need, the region's model");
        if (has_models()) {
            column_a_year(ahead_, "Forskjell", "Difference");
            column(say("Grunn til forskjellen", "Reason for the difference"));
        }
    }

    bool has_models() const { return !study_.scenario().region_models.empty(); }

    const StatusRow* find(StatusMeasure measure, std::optional<int> year) const {
        const StatusRow* found = nullptr;
        for (std::size_t r = first_; r < end_; ++r) {
            if (rows_[r].measure == measure && (!year || rows_[r].year == *year)) found = &rows_[r];
        }
        return found;
    }

    /// The number, or the word for why there is none; of the last year where none is asked for.
    TypedCell figure(StatusMeasure measure, std::optional<int> year = std::nullopt) const {
        const StatusRow* row = find(measure, year);
        if (!row) return std::string();
        if (std::isnan(row->value)) return words_.cell("status", std::string(name_in(study::standings, row->standing)));
        const bool whole = measure == StatusMeasure::bed_days || measure == StatusMeasure::level;
        if (measure == StatusMeasure::occupancy) return row->value;
        return whole ? std::round(row->value) : std::round(row->value * 10.0) / 10.0;
    }

    std::string source(const StatusRow& row) const { return status_source(row, study_, "").in(language_); }

    /// "2025: +5 (+5 plasser)", the years in which something changed.
    std::string changes(StatusMeasure measure) const {
        std::string text;
        for (std::size_t r = first_; r < end_; ++r) {
            const StatusRow& row = rows_[r];
            const bool is_said = row.value != 0.0 || !row.labels.empty();
            if (row.measure != measure || std::isnan(row.value) || !is_said) continue;
            if (measure == StatusMeasure::planned_change && &row != find(measure, std::nullopt)) continue;
            std::string number = fmt::format("{:+g}", row.value + 0.0);
            if (nb_) std::replace(number.begin(), number.end(), '.', ',');
            const std::string up_to = measure == StatusMeasure::planned_change ? say("til ", "to ") : "";
            text += fmt::format("{}{}{}: {} ({})", text.empty() ? "" : "; ", up_to, row.year, number, source(row));
        }
        return text.empty() ? say("ingen", "none") : text;
    }

    std::string reasons() const {
        std::string text;
        for (std::size_t r = first_; r < end_; ++r) {
            if (rows_[r].measure != StatusMeasure::difference || !rows_[r].model) continue;
            text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", rows_[r].year, source(rows_[r]));
        }
        return text;
    }

    void add_row(std::size_t first, std::size_t end) {
        first_ = first;
        end_ = end;
        const study::Cell& cell = rows_[first].cell;
        TypedRow row{words_.cell("trust", study_.scenario().id_of(cell.trust)),
                     words_.cell("service", cell.service.id)};
        const auto each = [&](const std::set<int>& years, StatusMeasure measure) {
            for (const int year : years) row.push_back(figure(measure, year));
        };
        each(counted_, StatusMeasure::places);
        row.emplace_back(find(StatusMeasure::change_places, std::nullopt) ? changes(StatusMeasure::change_places) : "");
        for (const StatusMeasure measure :
             {StatusMeasure::open_places, StatusMeasure::occupancy, StatusMeasure::bed_days, StatusMeasure::level})
            row.push_back(figure(measure));
        if (any_surge_) row.push_back(figure(StatusMeasure::surge));
        row.emplace_back(find(StatusMeasure::planned_change, std::nullopt) ? changes(StatusMeasure::planned_change)
                                                                           : "");
        each(ahead_, StatusMeasure::need);
        each(ahead_, StatusMeasure::need_service_level);
        each(ahead_, StatusMeasure::need_region_model);
        if (has_models()) {
            each(ahead_, StatusMeasure::difference);
            row.emplace_back(reasons());
        }
        sheet_.rows.push_back(std::move(row));
        sheet_.faint.push_back(false);
    }

    const study::Study& study_;
    bool nb_;
    Language language_;
    WorkbookWords words_;
    std::vector<StatusRow> rows_;
    std::set<int> counted_, ahead_;
    bool any_surge_ = false;
    std::size_t first_ = 0, end_ = 0; ///< the rows of the cell that is being written
    Sheet sheet_;
};

} // namespace

std::optional<Sheet> annual_sheet(const study::Study& study, Language language) {
    return AnnualMaker(study, language).make();
}

} // namespace framsyn::app
