#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

// The textbook's projection in steps of five years, written from Preston, Heuveline and Guillot, Demography (2001),
// chapters 3 and 6, and from nothing in models/: an official projection to compare with. Age groups are 0–4, 5–9, … and
// an open one; death rates come for 0, 1–4, 5–9, … and the open one.

namespace leslie {

using Numbers = std::vector<double>;

/// How long those who die within five years of age live in them: halfway, or Greville's rule as in the United Nations'
/// MORTPAK, 2.5 − (25/12)(M − k), k = log(M(x+5)/M(x−5))/10, from age 15 on.
enum class YearsBeforeDeath { half, greville };

struct LifeTable {
    Numbers years_lived; ///< 5Lx for 0–4, 5–9, …; last: Tx of the open group; for one birth
    double expectancy = 0.0;
};

/// Chapter 3. Ages 0 and 1–4 by Coale and Demeny's West rules (Preston et al., table 3.3).
inline LifeTable life_table(const Numbers& death_rates, bool women, YearsBeforeDeath rule) {
    const std::size_t n = death_rates.size();
    const double m0 = death_rates[0];
    double a0 = women ? 0.053 + 2.800 * m0 : 0.045 + 2.684 * m0;
    double a1 = women ? 1.522 - 1.518 * m0 : 1.651 - 2.816 * m0;
    if (m0 >= 0.107) {
        a0 = women ? 0.350 : 0.330;
        a1 = women ? 1.361 : 1.352;
    }
    Numbers lived;
    double alive = 1.0;
    for (std::size_t i = 0; i + 1 < n; ++i) {
        const double width = i == 0 ? 1.0 : i == 1 ? 4.0 : 5.0;
        double a = i == 0 ? a0 : i == 1 ? a1 : 2.5;
        if (rule == YearsBeforeDeath::greville && i >= 4)
            a = 2.5 - 25.0 / 12.0 * (death_rates[i] - std::log(death_rates[i + 1] / death_rates[i - 1]) / 10.0);
        const double q = width * death_rates[i] / (1.0 + (width - a) * death_rates[i]);
        lived.push_back(width * alive * (1.0 - q) + a * alive * q);
        alive *= 1.0 - q;
    }
    lived.push_back(alive / death_rates[n - 1]);
    LifeTable table;
    table.years_lived.push_back(lived[0] + lived[1]);
    table.years_lived.insert(table.years_lived.end(), lived.begin() + 2, lived.end());
    table.expectancy = std::accumulate(lived.begin(), lived.end(), 0.0);
    return table;
}

struct People {
    Numbers women, men;
};

/// What one period of five years needs; all by 0–4, 5–9, …, open. Fertility: births per woman and year. Net migrants: persons
/// in five years, by age at the move.
struct Period {
    Numbers women_lived, men_lived, fertility, women_moving, men_moving;
    double boys_per_girl = 1.05;
};

/// Survivors five years later of all but the newborn; half of the migrants come at the start and half at the end.
inline Numbers survivors(const Numbers& now, const Numbers& lived, const Numbers& moving) {
    const std::size_t open = now.size() - 1;
    Numbers later(now.size(), 0.0);
    for (std::size_t i = 0; i + 1 < open; ++i) later[i + 1] = (now[i] + moving[i] / 2.0) * lived[i + 1] / lived[i];
    const double ready = now[open - 1] + moving[open - 1] / 2.0 + now[open] + moving[open] / 2.0;
    later[open] = ready * lived[open] / (lived[open - 1] + lived[open]);
    for (std::size_t i = 0; i <= open; ++i) later[i] += moving[i] / 2.0;
    return later;
}

/// Boxes 6.1–6.3 and section 6.3.2.
inline People five_years_on(const People& now, const Period& period) {
    People later{survivors(now.women, period.women_lived, period.women_moving),
                 survivors(now.men, period.men_lived, period.men_moving)};
    double births = 0.0;
    for (std::size_t i = 0; i < now.women.size(); ++i)
        births += 5.0 * period.fertility[i] * (now.women[i] + later.women[i]) / 2.0;
    const double girls = births / (1.0 + period.boys_per_girl);
    later.women[0] += girls * period.women_lived[0] / 5.0;
    later.men[0] += (births - girls) * period.men_lived[0] / 5.0;
    return later;
}

} // namespace leslie
