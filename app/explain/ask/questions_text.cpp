#include "app/explain/ask/questions_text.hpp"

#include "app/explain/layout.hpp"
#include "app/results/spoken.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace framsyn::app {
namespace {

using study::Asking;
using study::VerdictWord;

/// How many of a list are told; the rest stand in the CSV.
constexpr std::size_t most_told = 12;

/// Whole numbers with thin groups of three.
std::string grouped(double value, Language language) {
    std::string digits = fmt::format("{:.0f}", std::fabs(value));
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, language == Language::nb ? "\u00A0" : ",");
    return digits;
}

/// Norwegian registers that count what no public table has, by the ids that services go by.
Text keeper_of(const std::string& service) {
    if (service.starts_with("intensiv"))
        return {"Norsk intensivregister (NIR)", "the Norwegian Intensive Care Registry (NIR)"};
    return {"Norsk pasientregister (NPR)", "the Norwegian Patient Registry (NPR)"};
}

class Words {
  public:
    Words(const study::Questions& questions, int year, Language language, std::size_t width)
        : questions_(questions), scenario_(questions.study.scenario()), year_(year), language_(language),
          width_(width) {}

    std::string text() const {
        std::string text = line(
            fmt::format(fmt::runtime(say("Hvilket tall først? {}, {} trekninger", "Which figure first? {}, {} draws")),
                        year_, questions_.study.draws().block.count));
        return text + open_part() + worth_part() + trigger_part();
    }

  private:
    std::string say(const char* nb, const char* en) const { return language_ == Language::nb ? nb : en; }
    static std::string line(const std::string& text) { return text + "\n"; }
    std::string cell_name(std::size_t c) const {
        const study::Cell& cell = questions_.study.need()[c].cell;
        return fmt::format("{}, {}", scenario_.of(cell.trust.trust()).short_name,
                           name_of(scenario_, cell.service, language_));
    }
    const study::ServiceInfo* service_of(const std::string& id) const {
        for (const study::ServiceInfo& service : scenario_.services) {
            if (service.id == id) return &service;
        }
        return nullptr;
    }

    // ---- Figures that nobody counted

    /// Of a service or split every figure; one alone by its address.
    std::string request_for(const study::OpenFigure& figure) const {
        const study::Cell& first = questions_.study.need()[figure.cells.front().cell].cell;
        const std::string service = first.service.id;
        switch (figure.asking) {
        case Asking::service:
            return fmt::format(fmt::runtime(say("be {} om døgn per enhet: {}", "ask {} for days by unit: {}")),
                               keeper_of(figure.name).in(language_), service_of(figure.name)->name.in(language_));
        case Asking::split:
            return fmt::format(fmt::runtime(say("be {} om døgn i hver del av summen «{}»",
                                                "ask {} for the days in each part of the sum \"{}\"")),
                               keeper_of(service).in(language_), figure.name);
        case Asking::figure:
            return figure.name;
        }
        return "";
    }

    std::string how_many(double decided, std::size_t of) const {
        const double whole = std::round(decided);
        if (std::fabs(decided - whole) < 1e-9)
            return fmt::format(fmt::runtime(say("avgjør {:.0f} av {}", "decides {:.0f} of {}")), whole, of);
        return fmt::format(fmt::runtime(say("avgjør i snitt {} av {}", "decides {} of {} on average")),
                           spoken_number(decided, language_), of);
    }

    std::string open_lines(bool bundles) const {
        std::string text;
        std::size_t told = 0, left = 0;
        for (const study::OpenFigure& figure : questions_.open) {
            const bool is_bundle = figure.asking != Asking::figure;
            if (figure.year != year_ || is_bundle != bundles || (is_bundle && figure.inputs.size() < 2)) continue;
            if (!(figure.decided > 0.0)) continue;
            if (told++ < most_told)
                text +=
                    labelled(how_many(figure.decided, figure.cells.size()), decided_width, request_for(figure), width_);
            else
                ++left;
        }
        return text + and_more(left);
    }

    std::string and_more(std::size_t left) const {
        if (left == 0) return "";
        return fmt::format(fmt::runtime(say("    … og {} til (--csv)\n", "    … and {} more (--csv)\n")), left);
    }

    std::string open_part() const {
        std::size_t open = 0;
        for (const study::Verdict& verdict : questions_.study.verdicts()) {
            if (verdict.year == year_ && verdict.judged.word == VerdictWord::depends &&
                questions_.study.need()[verdict.cell].cell.trust.is_trust())
                ++open;
        }
        if (open == 0) return "";
        std::string text =
            "\n" +
            line(fmt::format(fmt::runtime(say("{} celler der svaret kommer an på tall som ingen har talt",
                                              "{} cells where the answer depends on figures that nobody counted")),
                             open));
        if (const std::string together = open_lines(true); !together.empty())
            text += line(say("Bestilt samlet:", "Asked for together:")) + together;
        if (const std::string alone = open_lines(false); !alone.empty())
            text += line(say("Ett tall alene:", "One figure alone:")) + alone;
        return text;
    }

    // ---- What varies between draws

    /// An input over all cells.
    struct Total {
        std::string input;
        bool is_group = false;
        double wrong = 0.0, beds = 0.0;
        std::size_t cells = 0;
    };

    std::vector<Total> totals() const {
        std::vector<Total> totals;
        for (const study::CellInformation& cell : questions_.worth) {
            if (cell.year != year_) continue;
            for (const study::InputWorth& input : cell.inputs) {
                const double wrong = std::max(input.worth.wrong[0].told(), input.worth.wrong[1].told());
                const double beds = input.worth.beds.told();
                if (!(wrong > 0.0) && !(beds > 0.0)) continue;
                auto found = std::find_if(totals.begin(), totals.end(),
                                          [&](const Total& total) { return total.input == input.input; });
                if (found == totals.end()) found = totals.insert(found, {input.input, input.is_group, 0.0, 0.0, 0});
                found->wrong += wrong;
                found->beds += beds;
                ++found->cells;
            }
        }
        std::stable_sort(totals.begin(), totals.end(), [](const Total& a, const Total& b) {
            return a.wrong != b.wrong ? a.wrong > b.wrong : a.beds > b.beds;
        });
        return totals;
    }

    std::string name_of_input(const Total& total) const {
        if (total.input == study::all_inputs) return say("alt", "everything");
        if (!total.is_group) return total.input;
        constexpr std::pair<std::string_view, Text (*)()> names[] = {
            {"demography", [] { return Text{"befolkningen", "the population"}; }},
            {"level", [] { return Text{"alle nivåer og tellinger", "all levels and counts"}; }},
            {"rates", [] { return Text{"alle rater", "all rates"}; }},
            {"stays", [] { return Text{"alle liggetider", "all lengths of stay"}; }},
            {"factors", [] { return Text{"alle endringsfaktorer og virkninger", "all change factors and effects"}; }}};
        for (const auto& [name, text] : names) {
            if (name == total.input) return text().in(language_);
        }
        return total.input;
    }

    std::string worth_part() const {
        const std::vector<Total> all = totals();
        if (all.empty()) return "";
        std::string text =
            "\n" +
            line(say(
                "Celler der nivået er kjent: gale svar (mangel eller ikke, etter den regelen der det hjelper mest) "
                "og feilplasserte plasser som spares om en vet, summert over celler:",
                "Cells whose level is known: wrong answers (short or not, by the rule where it helps most) and beds "
                "amiss that are spared by knowing, summed over cells:"));
        std::size_t left = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (i >= most_told) {
                ++left;
                continue;
            }
            const std::string label =
                fmt::format(fmt::runtime(say("{} gale svar, {} plasser", "{} wrong answers, {} beds")),
                            two_decimals(all[i].wrong), spoken_number(all[i].beds, language_));
            const std::string cells =
                fmt::format(fmt::runtime(all[i].cells == 1 ? say("{} ({} celle)", "{} ({} cell)")
                                                           : say("{} ({} celler)", "{} ({} cells)")),
                            name_of_input(all[i]), all[i].cells);
            text += labelled(label, decided_width, cells, width_);
        }
        return text + and_more(left);
    }

    std::string two_decimals(double value) const {
        std::string text = fmt::format("{:.2f}", value);
        if (language_ == Language::nb) text[text.find('.')] = ',';
        return text;
    }

    // ---- Triggers

    std::string trigger_words(const study::Trigger& trigger) const {
        const bool of_places = trigger.unit == study::BaseUnit::beds;
        const auto amount = [&](double value) {
            return of_places ? spoken_number(value, language_) : grouped(value, language_);
        };
        const std::string unit = of_places ? say("plasser", "beds") : say("oppholdsdøgn", "bed days");
        std::string text = fmt::format(fmt::runtime(say("regnet med {} {} i {}", "reckoned with {} {} in {}")),
                                       amount(trigger.expected), unit, trigger.counted_in);
        if (trigger.to_short)
            text += fmt::format(fmt::runtime(of_places ? say("; mangel fra {} og ned", "; short from {} down")
                                                       : say("; mangel fra {}", "; short from {}")),
                                amount(trigger.to_short->next_year));
        if (trigger.to_enough)
            text += fmt::format(fmt::runtime(of_places ? say("; nok fra {} og opp", "; enough from {} up")
                                                       : say("; nok til og med {}", "; enough up to {}")),
                                amount(trigger.to_enough->next_year));
        if (!trigger.to_short && !trigger.to_enough) text += say("; intet nivå avgjør det", "; no level decides it");
        return text;
    }

    std::string trigger_part() const {
        std::string text;
        for (const study::Trigger& trigger : questions_.triggers) {
            if (trigger.year != year_) continue;
            text += labelled(cell_name(trigger.cell), cell_width, trigger_words(trigger), width_);
        }
        if (text.empty()) return "";
        return "\n" +
               line(
                   say("Nivået som ville snudd svaret, etter begge regler sammen, sagt som året som telles neste gang "
                       "(der det er "
                       "telt før, flytter én telling til nivået bare et stykke):",
                       "The level that would turn the answer, by both rules together, told as the year that is counted "
                       "next (where it was counted before, one more count moves the level a part of the way only):")) +
               text;
    }

    static constexpr std::size_t decided_width = 28;
    static constexpr std::size_t cell_width = 40;

    const study::Questions& questions_;
    const study::Scenario& scenario_;
    int year_;
    Language language_;
    std::size_t width_;
};

} // namespace

std::string questions_text(const study::Questions& questions, int year, Language language, std::size_t width) {
    return Words(questions, year, language, width).text();
}

} // namespace framsyn::app
