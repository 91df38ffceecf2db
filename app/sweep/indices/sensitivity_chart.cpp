#include "app/sweep/indices/sensitivity_chart.hpp"

#include "app/ground/found_text.hpp"
#include "app/ground/problems.hpp"
#include "app/sweep/indices/sensitivity_words.hpp"
#include "app/sweep/indices/svg_text.hpp"
#include "app/tables/catalogue/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>

namespace framsyn::app {
namespace {

using sweep::DesignKind;

constexpr std::size_t most_charts = 60;
constexpr std::size_t most_bars = 12;
constexpr std::size_t most_lines = 6;
/// Okabe and Ito's colours, which people with colour blindness tell apart.
constexpr std::array<const char*, most_lines> colours{"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"};

/// One index of one parameter in one year.
struct Mark {
    double value = 0.0, low = 0.0, high = 0.0;
};

/// A kept number over the years: the indices of its parameters.
struct Series {
    std::size_t variable = 0;
    std::vector<std::string> labels;                                 ///< of its keys but the year
    std::string trust, service;                                      ///< empty where it has none
    std::map<int, std::map<std::string, std::vector<Mark>>> by_year; ///< year (0: none), index, parameter
    const std::vector<Mark>* at(int year, const std::string& index) const {
        const auto marks = by_year.find(year);
        if (marks == by_year.end()) return nullptr;
        const auto found = marks->second.find(index);
        return found == marks->second.end() ? nullptr : &found->second;
    }
    int last_year() const { return by_year.rbegin()->first; }
};

/// The bars of a design's chart: the index that counts, and the one that is drawn inside it.
struct Drawn {
    const char* main;
    const char* inner; ///< nullptr: none
    Text head;
    bool share; ///< from 0 to 1
};

Drawn drawn_of(DesignKind kind) {
    if (kind == DesignKind::saltelli)
        return {"total",
                "first",
                {"Sobol: total andel av variansen (ramme) og parameteren alene (fylt), 95 % intervall",
                 "Sobol: total share of variance (frame) and the parameter alone (filled), 95 % intervals"},
                true};
    if (kind == DesignKind::morris)
        return {"mu_star",
                nullptr,
                {"Morris μ*: virkningen i snitt av hele spennet, 95 % intervall",
                 "Morris μ*: mean effect of the whole range, 95 % intervals"},
                false};
    return {"pawn_median",
            nullptr,
            {"PAWN: hvor langt fordelingen flytter seg, 0–1; stiplet: det tilfeldigheter gir",
             "PAWN: how far the distribution moves, 0–1; dashed: what chance gives"},
            true};
}

std::vector<Series> series_of(const SweepPlan& plan, const Sensitivity& found) {
    std::vector<Series> all;
    std::map<std::string, std::size_t> places;
    for (const IndexRow& row : found.rows) {
        const SweepVariable& variable = plan.variables[row.variable];
        Series series{row.variable, {}, "", "", {}};
        int year = 0;
        const std::vector<std::string> labels = labels_at(plan, variable, row.place);
        for (std::size_t d = 0; d < labels.size(); ++d) {
            const std::string& key = plan.dimensions[variable.dimensions[d]].key;
            if (key == "trust") series.trust = labels[d];
            if (key == "service") series.service = labels[d];
            if (key == "year") {
                year = std::stoi(labels[d]);
            } else {
                series.labels.push_back(labels[d]);
            }
        }
        const auto [place, first] =
            places.emplace(fmt::format("{} {}", row.variable, fmt::join(series.labels, "\n")), all.size());
        if (first) all.push_back(std::move(series));
        std::vector<Mark>& marks = all[place->second].by_year[year][row.index];
        marks.resize(plan.parameters.size(), {NAN, NAN, NAN});
        marks[row.parameter] = {row.value, row.low, row.high};
    }
    return all;
}

/// The SVG of one series.
class Chart {
  public:
    Chart(const SweepPlan& plan, const Series& series, Language language)
        : plan_(plan), series_(series), language_(language), drawn_(drawn_of(plan.design.kind)),
          last_(*series.at(series.last_year(), drawn_.main)) {
        for (std::size_t i = 0; i < last_.size(); ++i) order_.push_back(i);
        std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
            return last_[a].value > last_[b].value; // NaN last: of none are there any here
        });
        most_ = drawn_.share ? 1.0 : 0.0;
        for (const auto& [year, indices] : series_.by_year) {
            const auto marks = indices.find(drawn_.main);
            if (marks == indices.end()) continue;
            for (const Mark& mark : marks->second) most_ = std::max({most_, finite(mark.value), finite(mark.high)});
        }
        if (!(most_ > 0.0)) most_ = 1.0;
    }

    std::string svg() const {
        const double height = top + row * static_cast<double>(bars()) + 60.0;
        const double whole = std::max(height, by_years() ? top + 300.0 : 0.0);
        std::string out = svg_begin(by_years() ? 1180.0 : 640.0, whole);
        out += svg_text(20.0, 26.0, "start", title(), R"(font-size="16" font-weight="600")");
        out += svg_text(20.0, 46.0, "start", drawn_.head.in(language_), grey);
        out += bars_svg();
        if (by_years()) out += years_svg();
        return out + "</svg>\n";
    }

  private:
    static constexpr double top = 92.0, row = 22.0, left = 220.0, width = 330.0;
    static constexpr double years_left = 700.0, years_width = 300.0, years_height = 240.0;
    static constexpr const char* grey = R"(fill="#555")";

    static double finite(double value) { return std::isnan(value) ? 0.0 : value; }
    bool by_years() const { return series_.by_year.size() > 1; }
    std::size_t bars() const { return std::min(most_bars, order_.size()); }
    double x_of(double value) const { return left + width * std::clamp(value, 0.0, most_) / most_; }

    std::string title() const {
        const SweepVariable& variable = plan_.variables[series_.variable];
        const std::vector<Column>& columns = entry_of(variable.table).columns;
        const auto column = std::find_if(columns.begin(), columns.end(),
                                         [&](const Column& each) { return each.name == variable.column; });
        return fmt::format("{}: {}", column->meaning.in(language_), fmt::join(series_.labels, ", "));
    }

    std::string year_word() const {
        const int year = series_.last_year();
        return year == 0 ? std::string() : fmt::format("{}", year);
    }

    std::string bars_svg() const {
        const double bottom = top + row * static_cast<double>(bars());
        std::string out = svg_text(20.0, top - 14.0, "start", year_word(), R"(font-weight="600")");
        for (const double part : {0.0, 0.25, 0.5, 0.75, 1.0}) {
            const double x = x_of(part * most_);
            out += svg_line(x, top - 4.0, x, bottom, R"(stroke="#e4e4e4")") +
                   svg_text(x, bottom + 16.0, "middle", short_number(part * most_, language_), grey);
        }
        for (std::size_t i = 0; i < bars(); ++i) out += bar(i);
        out += svg_line(left, top - 4.0, left, bottom, R"(stroke="#888")");
        if (const std::vector<Mark>* chance = series_.at(series_.last_year(), "pawn_by_chance"))
            out += svg_line(x_of((*chance)[order_.front()].value), top - 4.0, x_of((*chance)[order_.front()].value),
                            bottom, R"(stroke="#000" stroke-dasharray="4 3")");
        if (order_.size() > bars())
            out += svg_text(left, bottom + 34.0, "start",
                            fmt::format(fmt::runtime(language_ == Language::nb ? "… og {} parametere til"
                                                                               : "… and {} more parameters"),
                                        order_.size() - bars()),
                            grey);
        return out;
    }

    std::string bar(std::size_t i) const {
        const std::size_t parameter = order_[i];
        const double y = top + row * static_cast<double>(i);
        const char* colour = i < most_lines ? colours[i] : "#777";
        const Mark& mark = last_[parameter];
        std::string out = svg_text(left - 10.0, y + 14.0, "end", plan_.parameters[parameter].id, "");
        if (std::isnan(mark.value)) return out;
        const std::vector<Mark>* inner = drawn_.inner ? series_.at(series_.last_year(), drawn_.inner) : nullptr;
        out += svg_rect(left, y + 3.0, x_of(mark.value) - left, row - 8.0,
                        fmt::format(R"(fill="{0}" fill-opacity="{1}" stroke="{0}")", colour, inner ? 0.15 : 0.85));
        if (inner)
            out += svg_rect(left, y + 6.0, x_of((*inner)[parameter].value) - left, row - 14.0,
                            fmt::format(R"(fill="{}")", colour));
        if (std::isnan(mark.low)) return out;
        const double middle = y + row / 2.0 - 1.0;
        return out + svg_line(x_of(mark.low), middle, x_of(mark.high), middle, R"(stroke="#222")") +
               svg_line(x_of(mark.low), middle - 4.0, x_of(mark.low), middle + 4.0, R"(stroke="#222")") +
               svg_line(x_of(mark.high), middle - 4.0, x_of(mark.high), middle + 4.0, R"(stroke="#222")");
    }

    double year_x(int year) const {
        const int first = series_.by_year.begin()->first;
        return years_left + years_width * (year - first) / (series_.last_year() - first);
    }
    double year_y(double value) const { return top + years_height * (1.0 - std::clamp(value, 0.0, most_) / most_); }

    std::string years_svg() const {
        const bool nb = language_ == Language::nb;
        std::string out =
            svg_text(years_left, top - 14.0, "start", nb ? "År for år" : "Year by year", R"(font-weight="600")");
        for (const double part : {0.0, 0.25, 0.5, 0.75, 1.0}) {
            const double y = year_y(part * most_);
            out += svg_line(years_left, y, years_left + years_width, y, R"(stroke="#e4e4e4")") +
                   svg_text(years_left - 8.0, y + 4.0, "end", short_number(part * most_, language_), grey);
        }
        for (const int year : {series_.by_year.begin()->first, series_.last_year()})
            out += svg_text(year_x(year), year_y(0.0) + 18.0, "middle", std::to_string(year), grey);
        const std::vector<double> labels = label_heights();
        for (std::size_t i = 0; i < std::min(most_lines, order_.size()); ++i) {
            out += band(i) + curve(i);
            const double end = year_y(finite(last_[order_[i]].value));
            out += svg_line(years_left + years_width + 2.0, end, years_left + years_width + 12.0, labels[i],
                            fmt::format(R"(stroke="{}")", colours[i])) +
                   svg_text(years_left + years_width + 15.0, labels[i] + 4.0, "start", plan_.parameters[order_[i]].id,
                            fmt::format(R"(fill="{}")", colours[i]));
        }
        return out;
    }

    /// Where the lines' names stand: at their ends, from the top, none nearer than a line of text to the one above.
    std::vector<double> label_heights() const {
        constexpr double apart = 15.0;
        const std::size_t count = std::min(most_lines, order_.size());
        std::vector<double> heights;
        for (std::size_t i = 0; i < count; ++i) {
            const double at = year_y(finite(last_[order_[i]].value));
            heights.push_back(i == 0 ? at : std::max(at, heights.back() + apart));
        }
        double lowest = top + years_height + 4.0;
        for (std::size_t i = count; i-- > 0; lowest -= apart) heights[i] = std::min(heights[i], lowest);
        return heights;
    }

    std::string curve(std::size_t i) const {
        std::string points;
        std::string dots;
        for (const auto& [year, indices] : series_.by_year) {
            const std::vector<Mark>* marks = series_.at(year, drawn_.main);
            if (!marks || std::isnan((*marks)[order_[i]].value)) continue;
            const double y = year_y((*marks)[order_[i]].value);
            points += fmt::format("{:.1f},{:.1f} ", year_x(year), y);
            dots += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"2.5\" fill=\"{}\"/>\n", year_x(year), y,
                                colours[i]);
        }
        return fmt::format("<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"/>\n", points,
                           colours[i]) +
               dots;
    }

    std::string band(std::size_t i) const {
        std::string upper;
        std::string lower;
        for (const auto& [year, indices] : series_.by_year) {
            const std::vector<Mark>* marks = series_.at(year, drawn_.main);
            if (!marks || std::isnan((*marks)[order_[i]].low)) continue;
            const Mark& mark = (*marks)[order_[i]];
            upper += fmt::format("{:.1f},{:.1f} ", year_x(year), year_y(mark.high));
            lower.insert(0, fmt::format("{:.1f},{:.1f} ", year_x(year), year_y(mark.low)));
        }
        if (upper.empty()) return "";
        return fmt::format("<polygon points=\"{}{}\" fill=\"{}\" fill-opacity=\"0.12\"/>\n", upper, lower, colours[i]);
    }

    const SweepPlan& plan_;
    const Series& series_;
    Language language_;
    Drawn drawn_;
    const std::vector<Mark>& last_;
    std::vector<std::size_t> order_; ///< parameters, the most important of the last year first
    double most_ = 0.0;
};

/// Letters, digits and dashes of what users named.
std::string file_name(const SweepPlan& plan, const Series& series) {
    std::string name = fmt::format("{}-{}", plan.variables[series.variable].name, fmt::join(series.labels, "-"));
    for (char& letter : name) {
        if (std::string_view(R"(/\ :*?"<>|)").find(letter) != std::string_view::npos) letter = '-';
    }
    return name + ".svg";
}

void must_be_there(const std::string& cell, const std::vector<Series>& all) {
    std::vector<std::string> known;
    for (const Series& series : all) known.push_back(series.trust + "." + series.service);
    if (cell.empty() || std::find(known.begin(), known.end(), cell) != known.end()) return;
    const Text hint = did_you_mean(cell, known);
    throw BadInput({"--cell", 0, 0},
                   {fmt::format("ventet helseforetak.tjeneste som er med i sveipet og varierer; fant «{}»{}",
                                shown(cell), hint.nb),
                    fmt::format(R"(expected trust.service that the sweep keeps and that varies; found "{}"{})",
                                shown(cell), hint.en)});
}

} // namespace

SensitivityCharts sensitivity_charts(const SweepPlan& plan, const Sensitivity& found, const std::string& cell,
                                     Language language) {
    const std::vector<Series> all = series_of(plan, found);
    must_be_there(cell, all);
    SensitivityCharts charts;
    for (const Series& series : all) {
        if (!cell.empty() && series.trust + "." + series.service != cell) continue;
        if (cell.empty() && charts.files.size() == most_charts) {
            ++charts.left;
            continue;
        }
        charts.files.push_back({file_name(plan, series), Chart(plan, series, language).svg()});
    }
    return charts;
}

} // namespace framsyn::app
