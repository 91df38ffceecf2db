#include "models/study/information/worth.hpp"

#include "models/study/answers/quantiles.hpp"
#include "models/study/verdict/verdict.hpp"
#include "sim/numerics/elementary.hpp"

#include <algorithm>
#include <cmath>

namespace framsyn::study {
namespace {

constexpr std::size_t folds = 5;
constexpr std::size_t rules = 2;

Gain mean_of_gains(const Column& gains) {
    const auto count = static_cast<double>(gains.size());
    if (gains.size() < 2) return {};
    const double mean = mean_of(gains);
    double squares = 0.0;
    for (const double gain : gains) squares += (gain - mean) * (gain - mean);
    return {mean, std::sqrt(squares / (count - 1.0) / count)};
}

bool is_likely(double p) {
    return p > thresholds::likely;
}

/// How much of the year a decision is wrong.
double wrong(bool says_short, double share_short) {
    return says_short ? 1.0 - share_short : share_short;
}

/// Losses of each draw where nothing more is known.
struct Losses {
    Column wrong[rules], beds;
};

Losses losses_without(const Stake& stake) {
    Losses losses;
    const double median = SortedSample(stake.need).median();
    for (const double need : stake.need) losses.beds.push_back(std::abs(median - need));
    for (std::size_t r = 0; r < rules; ++r) {
        const bool says_short = is_likely(mean_of(stake.is_short[r]));
        for (const double share : stake.is_short[r]) losses.wrong[r].push_back(wrong(says_short, share));
    }
    return losses;
}

/// Need on the scale on which causes add up.
class Scale {
  public:
    explicit Scale(const Column& need)
        : is_log_(std::all_of(need.begin(), need.end(), [](double beds) { return beds > 0.0; })) {}

    Column of(const Column& need) const {
        Column scaled = need;
        if (is_log_) {
            for (double& value : scaled) value = sim::log(value);
        }
        return scaled;
    }
    double beds(double scaled) const { return is_log_ ? sim::exp(scaled) : scaled; }

  private:
    bool is_log_;
};

/// The median of what is left beside a fit, over the draws that it was found on.
double middle_rest(const Column& outcomes, const Column& fit, const Fold& fold) {
    Column rest;
    for (std::size_t k = 0; k < fit.size(); ++k) {
        if (!fold.leaves_out(k)) rest.push_back(outcomes[k] - fit[k]);
    }
    return SortedSample(std::move(rest)).median();
}

} // namespace

Worth worth_of_everything(const Stake& stake) {
    const Losses now = losses_without(stake);
    return {{mean_of_gains(now.wrong[0]), mean_of_gains(now.wrong[1])}, mean_of_gains(now.beds)};
}

Worth worth_of(const std::vector<Column>& known, const Stake& stake) {
    const Losses now = losses_without(stake);
    const std::size_t draws = stake.need.size();
    if (draws < 2 * folds) return {};
    Losses gains{{Column(draws, 0.0), Column(draws, 0.0)}, Column(draws, 0.0)};
    const Scale scale(stake.need);
    const Column outcomes = scale.of(stake.need);
    for (std::size_t number = 0; number < folds; ++number) {
        const Fold fold{number, folds};
        const Column fit = Regression(known, fold).fitted(outcomes);
        const std::vector<Column> bent = natural_spline(fit);
        if (bent.empty()) continue; // nothing is told: one decides as without it
        const double middle = middle_rest(outcomes, fit, fold);
        for (std::size_t k = number; k < draws; k += folds)
            gains.beds[k] = now.beds[k] - std::abs(scale.beds(fit[k] + middle) - stake.need[k]);
        const Regression of_fit(bent, fold);
        for (std::size_t r = 0; r < rules; ++r) {
            const Column p = of_fit.fitted(stake.is_short[r]);
            for (std::size_t k = number; k < draws; k += folds)
                gains.wrong[r][k] = now.wrong[r][k] - wrong(is_likely(p[k]), stake.is_short[r][k]);
        }
    }
    return {{mean_of_gains(gains.wrong[0]), mean_of_gains(gains.wrong[1])}, mean_of_gains(gains.beds)};
}

} // namespace framsyn::study
