// What actions make of patients: effects and moves by flow, by hand and as properties.
#include "models/need/actions.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

using namespace framsyn;
using namespace framsyn::need;

namespace {

constexpr std::size_t nowhere = PatientMove::nowhere;

std::vector<Period> from(int year) {
    return {from_day({year, 1, 1})};
}

Weight in_year(int year) {
    return [year](const Period& period) { return mean_weight(period, year); };
}

double bed_days_at(const std::vector<PatientPart>& parts, const std::vector<double>& days, std::size_t place) {
    double sum = 0.0;
    for (const PatientPart& part : parts) {
        if (part.at == place) sum += days[part.of] * part.bed_days;
    }
    return sum;
}

double total(const std::vector<PatientPart>& parts, const std::vector<double>& of_flow, double PatientPart::* what) {
    double sum = 0.0;
    for (const PatientPart& part : parts) sum += of_flow[part.of] * (part.*what);
    return sum;
}

} // namespace

TEST_CASE("effects multiply, and a ramp holds as its mean over the year's days") {
    // 10 % fewer from 2030 and 20 % fewer in a ramp from 1 January 2030 to 1 January 2032: half of it in 2030 · ½, so that
    // 2030 has weight .25 (mean of 0 to .5) less half a day's step.
    const Period ramp{{2030, 1, 1}, {2032, 1, 1}, std::nullopt};
    const std::vector<PatientEffect> effects{{{1, 0}, 0.0, -0.1, from(2030)}, {{1, 1}, -0.2, -0.2, {ramp}}};
    const auto parts = parts_at(2, effects, {}, in_year(2030));
    const double half_day = 0.5 / 730.0;
    const double weight = 0.25 - half_day;
    CHECK(parts[0].bed_days == Approx(0.9 * (1.0 - 0.2 * weight)).epsilon(1e-12));
    CHECK(parts[0].admissions == Approx(1.0 - 0.2 * weight).epsilon(1e-12));
    CHECK(parts[1].bed_days == Approx(1.0 - 0.2 * weight).epsilon(1e-12));
    CHECK(parts_at(2, effects, {}, in_year(2029))[0].bed_days == 1.0);
}

TEST_CASE("moves act in order of their first day, and those of one day on the same state") {
    const std::vector<double> days{100.0, 40.0, 0.0};
    // Half of flow 0 goes to 1 from 2030; a quarter of what is then at 1 goes on to 2 from 2031.
    const PatientMove first{{1, nowhere, nowhere}, 0.5, from(2030)};
    const PatientMove second{{nowhere, 2, nowhere}, 0.25, from(2031)};
    for (const auto& moves : {std::vector{first, second}, std::vector{second, first}}) {
        const auto parts = parts_at(3, {}, moves, in_year(2031));
        CHECK(bed_days_at(parts, days, 0) == Approx(50.0));
        CHECK(bed_days_at(parts, days, 1) == Approx(0.75 * 90.0));
        CHECK(bed_days_at(parts, days, 2) == Approx(0.25 * 90.0));
    }
    // On one day: a quarter and a half of flow 0, of the state before, are three quarters.
    const PatientMove half{{1, nowhere, nowhere}, 0.5, from(2030)};
    const PatientMove quarter{{2, nowhere, nowhere}, 0.25, from(2030)};
    const auto parts = parts_at(3, {}, {half, quarter}, in_year(2030));
    CHECK(bed_days_at(parts, days, 0) == Approx(25.0));
    CHECK(bed_days_at(parts, days, 1) == Approx(40.0 + 50.0));
    CHECK(bed_days_at(parts, days, 2) == Approx(25.0));
}

TEST_CASE("moved patients are neither lost nor invented, whatever the moves") {
    // 300 sets of up to six moves and effects among five flows.
    std::uint64_t state = 7;
    const auto dice = [&](std::uint64_t limit) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return (state >> 33U) % limit;
    };
    for (int trial = 0; trial < 300; ++trial) {
        std::vector<double> of_flow(5);
        for (double& days : of_flow) days = static_cast<double>(dice(1000));
        std::vector<PatientEffect> effects;
        std::vector<PatientMove> moves;
        for (std::uint64_t i = dice(4); i > 0; --i) {
            PatientEffect effect{{0, 0, 0, 0, 0},
                                 0.0,
                                 0.01 * static_cast<double>(dice(150)) - 0.7,
                                 from(2025 + static_cast<int>(dice(8)))};
            effect.flows[dice(5)] = 1;
            effects.push_back(effect);
        }
        for (std::uint64_t i = dice(4); i > 0; --i) {
            PatientMove move{std::vector<std::size_t>(5, nowhere), 0.01 * static_cast<double>(dice(26)),
                             from(2025 + static_cast<int>(dice(4)))};
            const std::size_t of = dice(5);
            const std::size_t to = dice(5);
            if (of != to) move.to[of] = to;
            moves.push_back(move);
        }
        const auto without = parts_at(5, effects, {}, in_year(2030));
        const auto with = parts_at(5, effects, moves, in_year(2030));
        for (const auto what : {&PatientPart::admissions, &PatientPart::bed_days}) {
            const double expected = total(without, of_flow, what);
            CHECK(total(with, of_flow, what) == Approx(expected).epsilon(1e-9).margin(1e-9));
        }
        CHECK(std::all_of(with.begin(), with.end(), [](const PatientPart& part) { return part.admissions >= 0.0; }));
    }
}
