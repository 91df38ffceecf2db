#include "app/sweep/indices/tornado_words.hpp"

#include "app/sweep/indices/svg_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace framsyn::app {
namespace {

constexpr std::size_t most_shown = 12;

std::string name_of(const CellTornado& cell) {
    return cell.trust + "." + cell.service;
}

std::string one_decimal(double value, Language language) {
    std::string text = fmt::format("{:.1f}", value);
    if (text == "-0.0") text = "0.0";
    if (language == Language::nb) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

Text rule_words(const std::string& rule) {
    if (rule == "utilisation") return {"planlagt utnyttelse", "planned utilisation"};
    return {"servicenivå", "service level"};
}

std::size_t shown_bars(const CellTornado& cell) {
    const auto known = std::count_if(cell.bars.begin(), cell.bars.end(),
                                     [](const sweep::TornadoBar& bar) { return !std::isnan(bar.swing()); });
    return std::min(most_shown, static_cast<std::size_t>(known));
}

std::string interval_of(const Quantity& quantity, Language language) {
    std::string numbers = fmt::format("{}–{}", quantity.low, quantity.high);
    if (language == Language::nb) std::replace(numbers.begin(), numbers.end(), '.', ',');
    return quantity.unit == Measured::none ? numbers : numbers + " " + unit_text(quantity.unit).in(language);
}

/// One panel of the chart.
class Panel {
  public:
    Panel(const Tornado& tornado, const CellTornado& cell, double top, Language language)
        : tornado_(tornado), cell_(cell), top_(top), language_(language) {
        least_ = std::min(0.0, cell.gap);
        most_ = std::max(0.0, cell.gap);
        for (std::size_t i = 0; i < shown_bars(cell); ++i) {
            least_ = std::min({least_, cell.bars[i].at_low, cell.bars[i].at_high});
            most_ = std::max({most_, cell.bars[i].at_low, cell.bars[i].at_high});
        }
        if (!(most_ > least_)) most_ = least_ + 1.0;
    }

    static double height(const CellTornado& cell) { return 60.0 + row * static_cast<double>(shown_bars(cell)); }

    std::string svg() const {
        const bool nb = language_ == Language::nb;
        std::string out = svg_text(
            left, top_ + 20.0, "start",
            fmt::format(fmt::runtime(nb ? "{} {}, {}: gap {} plasser" : "{} {}, {}: gap {} beds"), name_of(cell_),
                        cell_.year, rule_words(cell_.rule).in(language_), one_decimal(cell_.gap, language_)));
        for (std::size_t i = 0; i < shown_bars(cell_); ++i) out += bar(i);
        const double bottom = top_ + 34.0 + row * static_cast<double>(shown_bars(cell_));
        out += line(0.0, bottom, "#888") + line(cell_.gap, bottom, "#000");
        constexpr double apart = 40.0; // of two labels
        if (x_of(0.0) - x_of(cell_.gap) > apart || x_of(cell_.gap) - x_of(0.0) > apart)
            out += svg_text(x_of(cell_.gap), bottom + 14.0, "middle", one_decimal(cell_.gap, language_));
        if (x_of(cell_.gap) - x_of(least_) > apart)
            out += svg_text(x_of(least_), bottom + 14.0, "middle", one_decimal(least_, language_));
        return out + svg_text(x_of(0.0), bottom + 14.0, "middle", "0");
    }

  private:
    static constexpr double left = 330.0, width = 520.0, row = 20.0;

    double x_of(double gap) const { return left + width * (gap - least_) / (most_ - least_); }

    std::string line(double gap, double bottom, const char* colour) const {
        return svg_line(x_of(gap), top_ + 28.0, x_of(gap), bottom, fmt::format("stroke=\"{}\"", colour));
    }

    /// Two parts from the gap out: towards the low end of the assumption lighter and dashed at its edge, the high end full.
    std::string bar(std::size_t i) const {
        const sweep::TornadoBar& bar = cell_.bars[i];
        const Quantity& quantity = tornado_.assumptions[bar.parameter].quantity;
        const double y = top_ + 32.0 + row * static_cast<double>(i);
        const auto part = [&](double end, const char* look) {
            const double from = std::min(x_of(cell_.gap), x_of(end));
            const double to = std::max(x_of(cell_.gap), x_of(end));
            return svg_rect(from, y, to - from, row - 6.0, look);
        };
        return svg_text(left - 8.0, y + 11.0, "end", quantity.address) +
               part(bar.at_low, R"(fill="#cfe0ef" stroke="#2f6690" stroke-dasharray="3 2")") +
               part(bar.at_high, R"(fill="#2f6690")") +
               svg_text(left + width + 8.0, y + 11.0, "start", interval_of(quantity, language_));
    }

    const Tornado& tornado_;
    const CellTornado& cell_;
    double top_, least_ = 0.0, most_ = 0.0;
    Language language_;
};

std::string lines_of(const Tornado& tornado, const CellTornado& cell, Language language) {
    const bool nb = language == Language::nb;
    std::string text =
        fmt::format(fmt::runtime(nb ? "{} {}, {}: gap {} plasser med alle forutsetninger på sin verdi\n"
                                    : "{} {}, {}: gap {} beds with every assumption at its value\n"),
                    name_of(cell), cell.year, rule_words(cell.rule).in(language), one_decimal(cell.gap, language));
    for (std::size_t i = 0; i < shown_bars(cell); ++i) {
        const sweep::TornadoBar& bar = cell.bars[i];
        const Quantity& quantity = tornado.assumptions[bar.parameter].quantity;
        text += fmt::format("    {:<44} {:>8} … {:>8}   ({})\n", quantity.address, one_decimal(bar.at_low, language),
                            one_decimal(bar.at_high, language), interval_of(quantity, language));
    }
    const std::size_t more = cell.bars.size() - shown_bars(cell);
    if (more > 0)
        text += fmt::format(fmt::runtime(nb ? "    … og {} til i tornado.csv\n" : "    … and {} more in tornado.csv\n"),
                            more);
    return text;
}

} // namespace

std::string shortest_cell(const Tornado& tornado) {
    const CellTornado* worst = nullptr;
    for (const CellTornado& cell : tornado.cells) {
        if (cell.rule != "utilisation" || cell.trust == "region") continue;
        if (!worst || cell.gap < worst->gap) worst = &cell;
    }
    return worst ? name_of(*worst) : tornado.cells.empty() ? "" : name_of(tornado.cells.front());
}

void check_cell(const Tornado& tornado, const std::string& cell) {
    std::vector<std::string> known;
    for (const CellTornado& each : tornado.cells) known.push_back(name_of(each));
    if (std::find(known.begin(), known.end(), cell) != known.end()) return;
    const Text hint = did_you_mean(cell, known);
    throw BadInput({"--cell", 0, 0},
                   {fmt::format("ventet helseforetak.tjeneste som har plasser; fant «{}»{}", cell, hint.nb),
                    fmt::format("expected trust.service that has beds; found \"{}\"{}", cell, hint.en)});
}

std::string tornado_words(const Tornado& tornado, const std::string& cell, Language language) {
    const bool nb = language == Language::nb;
    std::string text;
    for (const CellTornado& each : tornado.cells) {
        if (name_of(each) == cell) text += lines_of(tornado, each, language);
    }
    std::size_t idle = 0;
    for (std::size_t a = 0; a < tornado.assumptions.size(); ++a) {
        const TriedAssumption& tried = tornado.assumptions[a];
        if (!tried.fault_nb.empty())
            text += fmt::format(fmt::runtime(nb ? "ikke prøvd: {}: {}\n" : "not tried: {}: {}\n"),
                                tried.quantity.address, nb ? tried.fault_nb : tried.fault_en);
        const bool moves = std::any_of(tornado.cells.begin(), tornado.cells.end(), [&](const CellTornado& each) {
            return name_of(each) == cell &&
                   std::any_of(each.bars.begin(), each.bars.end(), [&](const auto& bar) { return bar.parameter == a; });
        });
        if (!moves) ++idle;
    }
    return text +
           fmt::format(fmt::runtime(nb ? "{} av {} forutsetninger med intervall flytter ikke dette gapet (noen gjelder "
                                         "bare simulert drift).\n"
                                       : "{} of {} assumptions with an interval don't move this gap (some concern "
                                         "simulated care alone).\n"),
                       idle, tornado.assumptions.size());
}

std::string tornado_svg(const Tornado& tornado, const std::string& cell, Language language) {
    std::string panels;
    double top = 0.0;
    for (const CellTornado& each : tornado.cells) {
        if (name_of(each) != cell) continue;
        panels += Panel(tornado, each, top, language).svg();
        top += Panel::height(each);
    }
    const char* note = language == Language::nb
                           ? "Stiplet, lys: forutsetningen på sitt laveste. Fylt: på sitt høyeste."
                           : "Dashed, light: the assumption at its lowest. Filled: at its highest.";
    return svg_begin(1060.0, top + 30.0) + panels + svg_text(330.0, top + 16.0, "start", note) + "</svg>\n";
}

} // namespace framsyn::app
