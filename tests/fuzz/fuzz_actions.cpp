// Actions put together from words that mean something, on top of the Helse Nord baseline: whatever bytes choose them, they are
// refused with problems that name a place, or do what they say without losing a patient or closing a bed that isn't there.
#include "app/ground/disk/files.hpp"
#include "app/ground/problems.hpp"
#include "app/scenario/actions/new_units.hpp"
#include "app/scenario/read/build_scenario.hpp"
#include "app/scenario/read/check_scenario.hpp"
#include "app/scenario/schema/schema.hpp"
#include "app/scenario/text/value.hpp"
#include "models/study/draws/patient_actions.hpp"
#include "models/study/draws/stock_growth.hpp"
#include "models/study/scenario/planned_beds.hpp"
#include "models/study/scenario/policies.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace framsyn;
using namespace framsyn::app;

const Value& baseline() {
    static const Value value =
        parse_toml(read_file(FRAMSYN_SCENARIOS "/helse-nord/baseline.toml", "baseline.toml"), "baseline.toml");
    return value;
}

/// Bytes as choices; 0 when they are used up.
class Choices {
  public:
    Choices(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
    bool any_left() const { return at_ < size_; }
    std::size_t below(std::size_t count) { return any_left() ? data_[at_++] % count : 0; }
    template <std::size_t n>
    std::string of(const std::array<const char*, n>& words) {
        return words[below(n)];
    }

  private:
    const std::uint8_t* data_;
    std::size_t size_, at_ = 0;
};

constexpr std::array kinds{"open",       "close",      "move",         "delay",           "stay",
                           "admissions", "care-level", "municipality", "treat-elsewhere", "sentences",
                           "staffed",    "surge",      "open-share",   "utilisation",     "risk",
                           "route"};
constexpr std::array trusts{"\"unn\"",    "\"nlsh\"",    "\"finnmark\"",        "\"helgeland\"",
                            "\"region\"", "\"outside\"", "[\"unn\", \"nlsh\"]", "\"home\""};
constexpr std::array services{"\"dps\"",
                              "\"phv\"",
                              "\"phv-akutt\"",
                              "\"tsb\"",
                              "\"intensiv-3\"",
                              "\"somatikk\"",
                              "[\"dps\", \"phv-akutt\"]",
                              "\"sikkerhet-lokal\""};
constexpr std::array units{"\"unn-dps\"",        "\"nlsh-dps\"",      "\"nlsh-phv-akutt\"",
                           "\"unn-intensiv-3\"", "\"helgeland-dps\"", "\"unn-phbu\""};
constexpr std::array dates{"2024-06-01", "2025-01-01", "2028-02-29", "2030-07-01",
                           "2030-08-15", "2040-12-31", "2055-01-01"};
constexpr std::array numbers{"0",
                             "1",
                             "-1",
                             "8",
                             "0.5",
                             "-10",
                             "-100",
                             "1000",
                             "1e9",
                             "{ value = 0.2, low = 0.1, high = 0.3 }",
                             "{ value = -10, low = -20, high = -5 }"};
constexpr std::array times{"\"2 days\"", "\"-2 days\"", "\"30 days\"", "\"4 years\"", "\"0.1 days\""};

struct Field {
    const char* key;
    std::string (*text)(Choices&);
};

std::string trust(Choices& choices) {
    return choices.of(trusts);
}
std::string service(Choices& choices) {
    return choices.of(services);
}
std::string unit(Choices& choices) {
    return choices.of(units);
}
std::string date(Choices& choices) {
    return choices.of(dates);
}
std::string number(Choices& choices) {
    return choices.of(numbers);
}
std::string time(Choices& choices) {
    return choices.of(times);
}
std::string flag(Choices& choices) {
    return choices.below(2) == 0 ? "true" : "false";
}
std::string plan(Choices& choices) {
    return choices.below(2) == 0 ? "\"possible\"" : "\"decided\"";
}
std::string stock(Choices& choices) {
    return choices.below(2) == 0 ? "\"domte-unn\"" : "[\"domte-unn\", \"domte-nlsh\"]";
}
std::string of(Choices& choices) {
    return choices.below(2) == 0 ? "\"ronvik\"" : "[\"nye-asgard\"]";
}
std::string name(Choices& choices) {
    return choices.below(2) == 0 ? "\"ny\"" : "\"unn-dps\"";
}
std::string age(Choices& choices) {
    return std::to_string(choices.below(110));
}

constexpr std::array<Field, 32> fields{{{"full_from", date},      {"until", date},
                                        {"every_year", flag},     {"plan", plan},
                                        {"unit", unit},           {"to_unit", unit},
                                        {"beds", number},         {"with_patients", flag},
                                        {"residents_of", trust},  {"treated_at", trust},
                                        {"service", service},     {"percent", number},
                                        {"days", time},           {"stay_of_those", time},
                                        {"share", number},        {"to", trust},
                                        {"to_service", service},  {"of", of},
                                        {"new_unit", name},       {"trust", trust},
                                        {"site", name},           {"age_from", age},
                                        {"age_to", age},          {"contacts_per_stay", number},
                                        {"waiting_days", number}, {"waiting_patients", number},
                                        {"within_days", time},    {"stock", stock},
                                        {"new_per_year", number}, {"years", time},
                                        {"persons", number},      {"open_share", number}}};

std::string actions(Choices& choices) {
    std::string text = "schema = 1\n";
    for (int number = 0; choices.any_left() && number < 6; ++number) {
        text += "[[action]]\nid = \"a" + std::to_string(number) + "\"\nkind = \"" + choices.of(kinds) + "\"\n";
        text += "date = " + date(choices) + "\n";
        std::vector<bool> said(fields.size());
        for (std::size_t left = choices.below(9); left > 0; --left) {
            const std::size_t which = choices.below(fields.size());
            if (said[which]) continue;
            said[which] = true;
            text += std::string(fields[which].key) + " = " + fields[which].text(choices) + "\n";
        }
    }
    return text;
}

void must(bool holds) {
    if (!holds) std::abort();
}

/// What sound actions do, in the main alternative, at some times.
void try_out(const study::Scenario& scenario) {
    const capacity::BedPlan beds = study::planned_beds(scenario);
    for (std::size_t u = 0; u < scenario.units.size(); ++u) {
        for (const capacity::BedStep& step : beds.steps(UnitId(u)))
            must(std::isfinite(step.staffed) && step.staffed >= 0.0);
        must(study::open_share_in(scenario, UnitId(u), 2030) > 0.0);
    }
    const study::ParameterDraw central = study::ParameterDraw::central();
    for (std::size_t s = 0; s < scenario.stocks.size(); ++s) {
        for (const double added : study::beds_added_by_stock(scenario, s, central)) must(std::isfinite(added));
    }
    const study::PatientActions actions = study::patient_actions(scenario, central);
    const std::size_t flows = scenario.flows.size();
    const std::size_t years = scenario.years();
    const need::AgeShares half(study::age_spans_of(scenario).size(),
                               std::vector<std::vector<double>>(flows, std::vector<double>(years, 0.5)));
    const std::vector<std::vector<double>> days(flows, std::vector<double>(years, 1000.0));
    const auto effects = need::with_lost_days_as_shares(actions.effects, days);
    for (const int year : {2025, 2030, 2040}) {
        const auto weight = [&](const Period& period) { return mean_weight(period, year); };
        const auto t = static_cast<std::size_t>(year - scenario.base_year);
        double stayed = 0.0;
        for (const need::PatientPart& part : need::parts_at(flows, effects, {}, weight, half, t))
            stayed += part.bed_days;
        double moved = 0.0;
        for (const need::PatientPart& part : need::parts_at(flows, effects, actions.moves, weight, half, t)) {
            must(std::isfinite(part.bed_days) && part.bed_days >= 0.0 && part.admissions >= 0.0);
            moved += part.bed_days;
        }
        must(std::abs(moved - stayed) <= 1e-9 * (1.0 + stayed));
    }
}

void read_actions(const std::string& text, Problems& problems) {
    const Value root = with_new_units(merge(baseline(), parse_toml(text, "what-if.toml"), problems));
    if (!problems.empty()) return;
    check_against_schema(root, problems);
    if (!problems.empty()) return;
    Problems remarks;
    const WrittenScenario scenario = build_scenario(root);
    check_scenario(scenario, root, problems, remarks);
    if (problems.empty()) try_out(scenario);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Choices choices(data, size);
    Problems problems;
    try {
        read_actions(actions(choices), problems);
    } catch (const BadInput& refused) {
        must(!refused.problems().empty());
        problems.add_all(refused.problems());
    }
    for (const Language language : {Language::nb, Language::en}) {
        for (const std::string& line : problems.lines(language)) must(!line.empty());
    }
    return 0;
}
