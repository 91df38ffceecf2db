// Facts that must come out of the Helse Nord baseline, whatever else changes. Sources stand beside the numbers.
#include "app/ground/disk/files.hpp"
#include "app/scenario/read/read_scenario.hpp"
#include "models/need/beds/erlang.hpp"
#include "models/need/beds/utilisation_rule.hpp"
#include "models/need/need.hpp"
#include "models/study/draws/draw.hpp"
#include "models/study/draws/need_inputs.hpp"
#include "models/study/scenario/planned_beds.hpp"
#include "models/study/study.hpp"
#include "tests/catch.hpp"

#include <array>
#include <map>
#include <stdexcept>

using namespace framsyn;
using namespace framsyn::study;

namespace {

/// The baseline with few draws and replications; read once.
const app::WrittenScenario& baseline() {
    static const app::WrittenScenario scenario = [] {
        app::Overrides overrides;
        overrides.set = {"run.draws=200"};
        overrides.replications = 16;
        return app::read_scenario(app::DiskFiles(), SCENARIOS "/helse-nord/baseline.toml", overrides);
    }();
    return scenario;
}

Cell cell_of(const std::string& trust, const std::string& service) {
    for (const Cell& cell : cells_of(baseline(), CountedBy::treatment)) {
        if (baseline().id_of(cell.trust) == trust && cell.service.id == service) return cell;
    }
    throw std::runtime_error("no cell " + trust + " " + service);
}

double beds_end(const std::string& trust, const std::string& service, int year) {
    const Cell cell = cell_of(trust, service);
    return planned_beds(baseline()).staffed_sum(cell.trust, cell.service.services, year)->end;
}

double surge(const std::string& trust, const std::string& service) {
    const Cell cell = cell_of(trust, service);
    return *planned_beds(baseline()).surge_sum(cell.trust, cell.service.services, 2024);
}

} // namespace

TEST_CASE("intensive beds are those of Helse Nord's annual report for 2024") {
    const std::map<std::string, std::array<double, 4>> expected{
        // category 2 and 3 ordinary, category 2 and 3 in beredskap
        {"helgeland", {4, 3, 7, 7}},
        {"finnmark", {2, 2, 3, 5}},
        {"nlsh", {14, 5, 25, 14}},
        {"unn", {10, 12, 23, 25}},
        {"region", {30, 22, 58, 51}}};
    for (const auto& [trust, beds] : expected) {
        CHECK(beds_end(trust, "intensiv-2", 2024) == beds[0]);
        CHECK(beds_end(trust, "intensiv-3", 2024) == beds[1]);
        CHECK(surge(trust, "intensiv-2") == beds[2]);
        CHECK(surge(trust, "intensiv-3") == beds[3]);
    }
}

TEST_CASE("places are those that Statistics Norway counts (table 13942), at Nordland's addiction treatment 16 by its "
          "bed days") {
    struct Row {
        const char* service;
        int year;
        std::array<double, 5> beds; // UNN, Nordland, Finnmark, Helgeland, region
    };
    const Row rows[] = {{"phv", 2023, {149, 119, 28, 23, 319}}, {"phv", 2024, {149, 119, 28, 23, 319}},
                        {"phv", 2025, {154, 119, 30, 23, 326}}, {"phbu", 2023, {14, 13, 8, 7, 42}},
                        {"phbu", 2024, {14, 13, 8, 7, 42}},     {"phbu", 2025, {14, 13, 8, 7, 42}},
                        {"tsb", 2023, {65, 16, 12, 8, 101}},    {"tsb", 2024, {65, 16, 12, 8, 101}},
                        {"tsb", 2025, {52, 16, 12, 8, 88}}};
    for (const Row& row : rows) {
        const char* trusts[] = {"unn", "nlsh", "finnmark", "helgeland", "region"};
        for (std::size_t i = 0; i < 5; ++i) CHECK(beds_end(trusts[i], row.service, row.year) == row.beds[i]);
    }
}

TEST_CASE("Rønvik adds six places in 2026 and Nye Åsgård replaces what it closes") {
    CHECK(beds_end("nlsh", "sikkerhet-lokal", 2025) == 15.0);
    CHECK(beds_end("nlsh", "sikkerhet-lokal", 2026) == 21.0);
    CHECK(beds_end("unn", "phv", 2030) == beds_end("unn", "phv", 2031));
}

TEST_CASE("the population on 1 January is the register's (SSB table 07459)") {
    const demography::Projector projector(baseline().demography);
    const demography::PopulationPath path = central_population(projector);
    const std::map<std::string, std::size_t> order{{"finnmark", 0}, {"unn", 1}, {"nlsh", 2}, {"helgeland", 3}};
    const std::map<std::string, double> persons_2024{
        {"finnmark", 75053}, {"unn", 194580}, {"nlsh", 140226}, {"helgeland", 77885}};
    for (const auto& [trust, persons] : persons_2024)
        CHECK(demography::persons_in_area(path.on_1_january(2024), order.at(trust)) == persons);
    double sum_2026 = 0.0;
    for (std::size_t area = 0; area < 4; ++area) sum_2026 += demography::persons_in_area(path.on_1_january(2026), area);
    CHECK(sum_2026 == 489778.0);
    CHECK(path.last_year() == 2041);
}

TEST_CASE("evidence: groups by their own figures, parts and category 2 not identified, category 3 assumed") {
    const auto evidence = [](const char* trust, const char* service, int year) {
        return name_in(evidence_names, evidence_of(baseline(), cell_of(trust, service), year));
    };
    for (const int year : {2024, 2026, 2031, 2040}) {
        for (const char* trust : {"unn", "nlsh", "finnmark", "helgeland", "region"})
            CHECK(evidence(trust, "phv", year) == "derived");
        for (const char* trust : {"unn", "nlsh"}) CHECK(evidence(trust, "phv-akutt", year) == "not-identified");
        CHECK(evidence("nlsh", "tsb", year) == "not-identified");
        CHECK(evidence("unn", "tsb", year) == "derived");
        CHECK(evidence("region", "tsb", year) == "not-identified");
        CHECK(evidence("finnmark", "phbu", year) == "derived");
        CHECK(evidence("unn", "intensiv-2", year) == "not-identified");
        CHECK(evidence("unn", "intensiv-3", year) == "assumed");
    }
}

TEST_CASE("need in 2024 is the observed activity, by place of treatment and by residence") {
    const demography::Projector projector(baseline().demography);
    const need::NeedPath path =
        need::project_need(central_population(projector), need_inputs(baseline(), ParameterDraw::central()));
    std::map<std::string, double> treated, lived;
    for (std::size_t f = 0; f < path.flows.size(); ++f) {
        const need::Flow& flow = path.flows[f];
        const std::string service = baseline().of(flow.service).id;
        const std::string group = flow.service < ServiceId(4) ? "phv" : service;
        if (flow.provider.is_trust()) treated[baseline().id_of(flow.provider) + " " + group] += path.bed_days[f][0];
        lived[baseline().of(flow.residence).id + " " + group] += path.bed_days[f][0];
    }
    // SSB table 13942, 2024.
    const std::map<std::string, double> produced{
        {"unn phv", 49303}, {"nlsh phv", 33658}, {"finnmark phv", 8273},  {"helgeland phv", 5165},
        {"unn phbu", 3291}, {"nlsh phbu", 3208}, {"finnmark phbu", 2222}, {"helgeland phbu", 1439},
        {"unn tsb", 17097}, {"nlsh tsb", 5004},  {"finnmark tsb", 3402},  {"helgeland tsb", 2081}};
    for (const auto& [key, days] : produced) CHECK(treated[key] == Approx(days).epsilon(1e-4));
    // SSB table 14820 by residence, split to trusts by Helseatlas 2026.
    const std::map<std::string, double> used{
        {"unn phv", 49460}, {"nlsh phv", 28800}, {"finnmark phv", 18860}, {"helgeland phv", 11950}};
    for (const auto& [key, days] : used) CHECK(lived[key] == Approx(days).epsilon(1e-4));
}

TEST_CASE("simulated bed days in 2024 are within a tenth of the observed in every trust") {
    const Study study = run_study(baseline());
    // SSB table 13942, 2024.
    const std::map<std::string, double> observed{
        {"unn phv", 49303}, {"nlsh phv", 33658}, {"finnmark phv", 8273},  {"helgeland phv", 5165},
        {"unn phbu", 3291}, {"nlsh phbu", 3208}, {"finnmark phbu", 2222}, {"helgeland phbu", 1439},
        {"unn tsb", 17097}, {"nlsh tsb", 5004},  {"finnmark tsb", 3402},  {"helgeland tsb", 2081}};
    std::size_t found = 0;
    for (const care::CareRow& row : study.care()) {
        const auto expected = observed.find(row.trust + " " + row.service);
        if (expected == observed.end() || row.year != 2024 || row.measure != care::Measure::bed_days) continue;
        CHECK(row.value.mean == Approx(expected->second).epsilon(0.1));
        ++found;
    }
    CHECK(found == observed.size());
}

TEST_CASE("children's places by the service-level rule are open places over the share of days that they are open") {
    // UNN 2024: 3 291 / 366 = 8.99 occupied, stays of 20.8 days, half of the patients emergencies, planned ones may wait 14 days.
    // Failed are C (.5 + .5 e^(−(c − 8.99) · 14 / 20.8)): with 11 open places .43 · .63 = .27, with 12 .26 · .57 = .15.
    const need::Patience unn{14.0 / 20.8, 0.5};
    CHECK(need::beds_for_service_level(3291 / 366.0, 0.2, need::WhenFull::waits, unn) == 12);
    CHECK(need::erlang_c(11, 3291 / 366.0) == Approx(0.43).margin(0.005));
    CHECK(need::erlang_c(12, 3291 / 366.0) == Approx(0.26).margin(0.005));
    struct Department {
        std::string trust;
        double bed_days, open_share, stay; // SSB table 13942, 2024; open shares the mean of 2023–2025
    };
    const BedRules rules(baseline(), planned_beds(baseline()));
    for (const Department& department :
         {Department{"finnmark", 2222, 0.83, 30.9}, Department{"unn", 3291, 0.73, 20.8},
          Department{"nlsh", 3208, 1.0, 13.0}, Department{"helgeland", 1439, 0.884, 24.0}}) {
        const Cell cell = cell_of(department.trust, "phbu");
        const int open = need::beds_for_service_level(department.bed_days / 366.0, 0.2, need::WhenFull::waits,
                                                      {14.0 / department.stay, 0.5});
        const BedNeed beds = rules.beds(cell.trust, cell.service.services.front(), 0, department.bed_days);
        CHECK(beds.at_service_level == Approx(open / department.open_share));
    }
}

TEST_CASE("UNN's adult places in 2024 are nine and a half short at 85 % planned utilisation") {
    // 149 − 49 303 / (366 × .85) = −9.5; at .80 about −19, at .90 about −1.
    CHECK(149.0 - need::beds_at_utilisation(49303, 0.85, 366) == Approx(-9.5).margin(0.05));
    const Quantity& planned = utilisation_of(baseline(), TrustId(1), ServiceId(0));
    CHECK(planned.value == 0.85);
    CHECK(planned.low == 0.80);
    CHECK(planned.high == 0.90);
}
