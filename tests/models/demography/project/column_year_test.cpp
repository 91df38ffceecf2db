// The loops a projection spends its time in: the same bits with and without the processor's wide instructions.
#include "models/demography/project/column_year.hpp"
#include "sim/numerics/random_stream.hpp"
#include "tests/catch.hpp"

#include <cmath>

using namespace framsyn::demography;
namespace sim = framsyn::sim;

namespace {

/// Numbers between low and high that follow no pattern.
Ages numbers(std::uint64_t which, double low, double high) {
    const sim::RandomStream stream(sim::StreamKey{7, 0, 0, which});
    Ages values;
    for (std::size_t a = 0; a < values.size(); ++a) values[a] = low + (high - low) * stream.block(a).uniform(0);
    return values;
}

struct Column {
    Ages january = numbers(1, 0.0, 3000.0), survival = numbers(2, 0.0, 1.0), out_rate = numbers(3, 0.0, 0.1),
         emigration_rate = numbers(4, 0.0, 0.05), pool = numbers(5, 0.0, 900.0), share = numbers(6, 0.0, 0.02),
         immigration = numbers(7, 0.0, 20.0);
    ColumnYear year(bool shared) const {
        return {january.data(),     survival.data(),
                out_rate.data(),    emigration_rate.data(),
                pool.data(),        shared ? share.data() : nullptr,
                immigration.data(), 1.1};
    }
};

} // namespace

TEST_CASE("a column's year has the same bits with any instructions") {
    const Column column;
    for (const bool shared : {false, true}) {
        Ages wide, portable;
        const ColumnSums a = live_through(column.year(shared), wide.data(), sim::Vectors::widest);
        const ColumnSums b = live_through(column.year(shared), portable.data(), sim::Vectors::portable);
        CHECK(wide == portable);
        CHECK(a.internal_out == b.internal_out);
        CHECK(a.internal_in == b.internal_in);
        CHECK(a.emigration == b.emigration);
        CHECK(a.immigration == b.immigration);
        CHECK(a.deaths == b.deaths);
    }
    Ages wide{}, portable{};
    add_movers(column.january.data(), column.out_rate.data(), wide.data(), sim::Vectors::widest);
    add_movers(column.january.data(), column.out_rate.data(), portable.data(), sim::Vectors::portable);
    CHECK(wide == portable);
    log_survival(column.out_rate.data(), 0.004, 1.03, wide.data(), sim::Vectors::widest);
    log_survival(column.out_rate.data(), 0.004, 1.03, portable.data(), sim::Vectors::portable);
    CHECK(wide == portable);
}

TEST_CASE("a column's year is what one works out age by age") {
    const Column c;
    Ages december;
    const ColumnSums sums = live_through(c.year(true), december.data());
    double deaths = 0.0, oldest = 0.0;
    for (std::size_t a = 0; a < december.size(); ++a) {
        const double net = c.pool[a] * c.share[a] - c.january[a] * c.out_rate[a] + 1.1 * c.immigration[a] -
                           c.january[a] * c.emigration_rate[a];
        const double at_risk = c.january[a] + 0.5 * net;
        const double later = at_risk * c.survival[a] + 0.5 * net;
        deaths += at_risk * (1.0 - c.survival[a]);
        if (a + 2 < december.size()) {
            CHECK(december[a + 1] == Approx(later).epsilon(1e-13));
        } else {
            oldest += later; // 105 and over: those of 104 and those of 105 and over
        }
    }
    CHECK(december[0] == 0.0);
    CHECK(december.back() == Approx(oldest).epsilon(1e-13));
    CHECK(total(sums.deaths) == Approx(deaths).epsilon(1e-13));
}

TEST_CASE("births are summed over exactly the ages that are asked for, whichever they are") {
    const Ages january = numbers(1, 0.0, 100.0), december = numbers(2, 0.0, 100.0);
    for (const auto& [first, end] :
         {std::pair<Eigen::Index, Eigen::Index>{12, 56}, {13, 50}, {0, 106}, {103, 106}, {30, 30}}) {
        Ages rate{}; // 0 outside, as births_by_age is allowed to take for granted
        double expected = 0.0;
        for (auto a = static_cast<std::size_t>(first); a < static_cast<std::size_t>(end); ++a) {
            rate[a] = 0.01 * static_cast<double>(a);
            expected += rate[a] * 0.5 * (january[a] + december[a]);
        }
        const Strands wide = births_by_age(rate.data(), january.data(), december.data(), first, end);
        CHECK(total(wide) == Approx(expected).epsilon(1e-13));
        CHECK(wide == births_by_age(rate.data(), january.data(), december.data(), first, end, sim::Vectors::portable));
    }
}
