#include "app/results/sheets/overview_sheet.hpp"

#include "app/ground/number_text.hpp"
#include "app/results/sheets/workbook_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace framsyn::app {
namespace {

using study::Gap;
using study::Rule;

constexpr std::size_t column_of_year = 2;
constexpr std::size_t column_of_gap = 5;

/// Both rules' gaps of a cell and year.
struct BothRules {
    const Gap* utilisation = nullptr;
    const Gap* service_level = nullptr;
};

class OverviewMaker {
  public:
    OverviewMaker(const study::Study& study, Language language)
        : study_(study), scenario_(study.scenario()), nb_(language == Language::nb), language_(language),
          words_(study.scenario(), language) {}

    Sheet make(const std::string& title) {
        sheet_.name = nb_ ? "Oversikt" : "Overview";
        sheet_.about = nb_ ? "Behov og gap for hvert helseforetak, hver tjeneste og hvert år, etter begge regler"
                           : "Need and gap of every trust, service and year, by both rules";
        sheet_.file = "gap.csv";
        sheet_.charts_name = nb_ ? "Diagrammer" : "Charts";
        sheet_.lead = {
            title,
            nb_ ? "Gap er plasser minus behov: et minus er en mangel. Behov og gap er medianer; 10 og 90 prosent "
                  "er yttergrensene for et 80 % intervall. P er sannsynligheten for mangel; for regionen at minst ett "
                  "foretak mangler plasser."
                : "Gap is beds minus need: a minus is a shortage. Need and gap are medians; 10 and 90 per cent "
                  "bound an 80 % interval. P is the probability of a shortage; of the region that at least one trust "
                  "lacks beds."};
        add_headings();
        for (const study::ServiceOrGroup& service : study::services_and_groups(scenario_)) add_service(service);
        return std::move(sheet_);
    }

  private:
    std::string say(const char* nb, const char* en) const { return nb_ ? nb : en; }

    void add_headings() {
        const auto column = [&](const char* nb, const char* en, NumberForm form = NumberForm::general) {
            sheet_.headings.push_back(say(nb, en));
            sheet_.forms.push_back(form);
        };
        column("Tjeneste", "Service");
        column("Helseforetak", "Trust");
        column("År", "Year");
        column("Bemannede plasser", "Staffed beds", NumberForm::tenths);
        column("Behov, planlagt utnyttelse", "Need, planned utilisation", NumberForm::tenths);
        column("Gap, planlagt utnyttelse", "Gap, planned utilisation", NumberForm::tenths);
        column("10 %", "10 %", NumberForm::tenths);
        column("90 %", "90 %", NumberForm::tenths);
        column("P, planlagt utnyttelse", "P, planned utilisation", NumberForm::share);
        column("Behov, servicenivå", "Need, service level", NumberForm::tenths);
        column("Gap, servicenivå", "Gap, service level", NumberForm::tenths);
        column("P, servicenivå", "P, service level", NumberForm::share);
        column("Plasser som gir P under 10 %, planlagt utnyttelse",
               "Beds that bring P below 10 %, planned utilisation");
        column("Plasser som gir P under 10 %, servicenivå", "Beds that bring P below 10 %, service level");
        column("Dom", "Verdict");
        column("Grunn", "Reason");
        column("Grunnlag", "Basis");
    }

    std::string service_name(const study::ServiceOrGroup& service) const {
        for (const study::GroupInfo& group : scenario_.groups) {
            if (group.id == service.id) return group.name.in(language_);
        }
        return scenario_.of(service.services.front()).name.in(language_);
    }

    std::string trust_name(WhichTrust trust) const {
        return trust.is_trust() ? scenario_.of(trust.trust()).short_name : scenario_.region_name;
    }

    void add_service(const study::ServiceOrGroup& service) {
        SheetChart chart{service_name(service) + say(": gap, planlagt utnyttelse", ": gap, planned utilisation"),
                         say("plasser", "beds"),
                         {}};
        for (std::size_t cell = 0; cell < study_.need().size(); ++cell) {
            const study::Cell& of = study_.need()[cell].cell;
            if (of.service.id == service.id && of.trust != WhichTrust::outside()) add_cell(cell, of, chart);
        }
        if (!chart.lines.empty()) sheet_.charts.push_back(std::move(chart));
    }

    void add_cell(std::size_t cell, const study::Cell& of, SheetChart& chart) {
        std::map<int, BothRules> years;
        for (const Gap& gap : study_.gaps()) {
            if (gap.cell != cell) continue;
            (gap.rule == Rule::utilisation ? years[gap.year].utilisation : years[gap.year].service_level) = &gap;
        }
        const std::size_t first = sheet_.rows.size();
        bool is_known = !years.empty();
        for (const auto& [year, both] : years) {
            if (!both.utilisation || !both.service_level) continue;
            add_row(of, year, both);
            is_known = is_known && both.utilisation->evidence < study::Evidence::assumed;
        }
        if (is_known && of.trust.is_trust() && sheet_.rows.size() > first)
            chart.lines.push_back({trust_name(of.trust), first, sheet_.rows.size() - 1, column_of_year, column_of_gap});
    }

    /// Where the base year's level is a guess, gap and probability are from one end of its range to the other.
    void add_row(const study::Cell& of, int year, const BothRules& both) {
        const Gap& use = *both.utilisation;
        const Gap& level = *both.service_level;
        const bool is_known = use.evidence < study::Evidence::assumed;
        const study::Verdict* verdict = verdict_of(use);
        const study::Bounds* open = !is_known && verdict && verdict->bounds ? &*verdict->bounds : nullptr;
        const auto known = [&](double number) { return is_known ? number : std::nan(""); };
        const bool is_trust = of.trust.is_trust();
        const auto gap = [&](const Gap& by) -> TypedCell {
            if (!is_trust) return short_and_spare(of, by);
            if (open && by.rule == Rule::utilisation) return range(open->severe.gap, open->mild.gap);
            return known(rounded(by.gap.median));
        };
        const auto end = [&](double number) { return is_trust ? known(rounded(number)) : std::nan(""); };
        sheet_.rows.push_back({service_name(of.service), trust_name(of.trust), year, rounded(use.capacity),
                               rounded(use.need.median), gap(use), end(use.gap.p10), end(use.gap.p90),
                               chance(verdict, use), rounded(level.need.median), gap(level), chance(verdict, level),
                               enough(verdict, Rule::utilisation), enough(verdict, Rule::service_level),
                               verdict_word(use), verdict_reason(use), basis(use.evidence)});
        sheet_.faint.push_back(!is_known);
    }

    /// Of a region the probability that at least one trust lacks beds, as the verdict has it.
    TypedCell chance(const study::Verdict* verdict, const Gap& gap) const {
        if (verdict && verdict->bounds)
            return percent_range(verdict->bounds->mild.p(gap.rule), verdict->bounds->severe.p(gap.rule));
        return verdict && verdict->known ? verdict->known->p(gap.rule) : gap.p_shortage;
    }

    /// Of a region: beds that are short summed over its trusts, and those that are spare; one trust's don't help another's.
    TypedCell short_and_spare(const study::Cell& region, const Gap& of) const {
        double low[2] = {0.0, 0.0}; // short, spare
        double high[2] = {0.0, 0.0};
        for (const Gap& gap : study_.gaps()) {
            const study::Cell& cell = study_.cell_of(gap);
            if (gap.rule != of.rule || gap.year != of.year || !cell.trust.is_trust() ||
                cell.service.id != region.service.id)
                continue;
            const study::Verdict* verdict = verdict_of(gap);
            const study::Bounds* open = verdict && verdict->bounds ? &*verdict->bounds : nullptr;
            if (open && gap.rule != Rule::utilisation) return std::nan("");
            const double least = open ? open->severe.gap : gap.gap.median;
            const double most = open ? open->mild.gap : gap.gap.median;
            low[0] += std::max(0.0, -most);
            high[0] += std::max(0.0, -least);
            low[1] += std::max(0.0, least);
            high[1] += std::max(0.0, most);
        }
        const auto sum = [&](int which) {
            if (rounded(low[which]) == rounded(high[which])) return number(low[which]);
            const std::string most = std::isfinite(high[which]) ? fmt::format("{:.0f}", high[which]) : "…";
            return fmt::format("{:.0f}–{}", low[which], most);
        };
        return say("mangler ", "short ") + sum(0) + say(", ledig ", ", spare ") + sum(1);
    }

    std::string number(double value) const {
        if (!std::isfinite(value)) return say("uten grense", "no limit");
        const std::string text = fmt::format("{:.1f}", rounded(value));
        return nb_ ? with_comma(text) : text;
    }

    std::string range(double low, double high) const { return number(low) + say(" til ", " to ") + number(high); }

    /// One rule alone makes nothing certain.
    static std::string percent(double p) {
        if (p < 0.01) return "<1";
        if (p > 0.99) return ">99";
        return fmt::format("{:.0f}", 100.0 * p);
    }
    std::string percent_range(double mild, double severe) const {
        const std::string low = percent(std::min(mild, severe));
        const std::string high = percent(std::max(mild, severe));
        return low == high ? low + " %" : low + say(" til ", " to ") + high + " %";
    }

    static TypedCell enough(const study::Verdict* verdict, Rule rule) {
        if (!verdict || !verdict->enough_mild || !verdict->enough_severe) return std::nan("");
        const double mild = verdict->enough_mild->by(rule).front();
        const double severe = verdict->enough_severe->by(rule).front();
        if (mild == severe) return mild;
        return fmt::format("{:.0f}–{:.0f}", std::min(mild, severe), std::max(mild, severe));
    }

    /// Shown with one decimal, as the report does; gap.csv has all of them.
    static double rounded(double number) { return std::round(number * 10.0) / 10.0; }

    const study::Verdict* verdict_of(const Gap& gap) const {
        for (const study::Verdict& verdict : study_.verdicts()) {
            if (verdict.cell == gap.cell && verdict.year == gap.year) return &verdict;
        }
        return nullptr;
    }

    std::string verdict_word(const Gap& gap) const {
        const study::Verdict* verdict = verdict_of(gap);
        if (!verdict) return "";
        return words_.cell("verdict", std::string(name_in(study::verdict_names, verdict->judged.word)));
    }

    std::string verdict_reason(const Gap& gap) const {
        const study::Verdict* verdict = verdict_of(gap);
        if (!verdict || !verdict->judged.reason) return "";
        return words_.cell("reason", std::string(name_in(study::tight_reasons, *verdict->judged.reason)));
    }

    std::string basis(study::Evidence evidence) const {
        switch (evidence) {
        case study::Evidence::sourced:
            return say("kjent", "sourced");
        case study::Evidence::derived:
            return say("avledet", "derived");
        case study::Evidence::assumed:
            return say("antatt", "assumed");
        case study::Evidence::not_identified:
            return say("nivået er ikke talt", "level not counted");
        }
        return "";
    }

    const study::Study& study_;
    const study::Scenario& scenario_;
    bool nb_;
    Language language_;
    WorkbookWords words_;
    Sheet sheet_;
};

} // namespace

std::optional<Sheet> overview_sheet(const study::Study& study, const std::string& title, Language language) {
    if (!study.scenario().has_services()) return std::nullopt;
    Sheet sheet = OverviewMaker(study, language).make(title);
    if (sheet.rows.empty()) return std::nullopt;
    return sheet;
}

} // namespace framsyn::app
