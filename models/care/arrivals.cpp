#include "models/care/arrivals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace framsyn::care {
namespace {

// Purposes of random streams. Never change a number: it is part of every result.
constexpr std::uint32_t kCellCount = 1;
constexpr std::uint32_t kCellPoint = 2;
constexpr std::uint32_t kPatient = 3;

// A patient's identity: 24 bits of slice, 16 of strip, 16 of index, and 8 bits left for blocks of numbers.
std::uint64_t identity(std::int64_t slice, std::uint64_t strip, std::uint64_t index) {
    return (static_cast<std::uint64_t>(slice) << 40U) | (strip << 24U) | (index << 8U);
}

} // namespace

std::uint64_t stream_entity(const CareInputs& inputs, const Stream& stream) {
    const std::string trust =
        stream.home_trust == kOutside ? "outside" : inputs.trusts[static_cast<std::size_t>(stream.home_trust)];
    return sim::hash_text(inputs.services[static_cast<std::size_t>(stream.service)].id, sim::hash_text(trust));
}

ArrivalStream::ArrivalStream(const CareInputs& inputs, const Stream& stream, const Luck& luck,
                             std::vector<double> year_starts, std::vector<double> rates)
    : counts_({luck.seed, luck.replication, kCellCount, stream_entity(inputs, stream)}),
      points_({luck.seed, luck.replication, kCellPoint, stream_entity(inputs, stream)}),
      patients_({luck.seed, luck.replication, kPatient, stream_entity(inputs, stream)}),
      cell_count_(inputs.services[static_cast<std::size_t>(stream.service)].cell_days *
                  inputs.services[static_cast<std::size_t>(stream.service)].cell_rate),
      cell_days_(inputs.services[static_cast<std::size_t>(stream.service)].cell_days),
      cell_rate_(inputs.services[static_cast<std::size_t>(stream.service)].cell_rate),
      origin_(static_cast<double>(days_since_2000(inputs.calendar.start_year(), 1, 1))),
      year_starts_(std::move(year_starts)), rates_(std::move(rates)),
      slice_(static_cast<std::int64_t>(std::floor(origin_ / cell_days_)) - 1) {}

bool ArrivalStream::next(Arrival& arrival) {
    while (used_ == waiting_.size()) {
        ++slice_;
        slice_begin_ = static_cast<double>(slice_) * cell_days_ - origin_;
        if (slice_begin_ >= year_starts_.back()) {
            --slice_;
            return false;
        }
        fill_slice();
    }
    arrival = waiting_[used_++];
    return true;
}

void ArrivalStream::fill_slice() {
    waiting_.clear();
    used_ = 0;
    find_slice_rates();
    for (std::uint64_t strip = 0; static_cast<double>(strip) * cell_rate_ < slice_highest_; ++strip) fill_cell(strip);
    std::sort(waiting_.begin(), waiting_.end(), [](const Arrival& a, const Arrival& b) {
        return a.day < b.day || (a.day == b.day && a.patient < b.patient);
    });
}

void ArrivalStream::fill_cell(std::uint64_t strip) {
    const int count = cell_count_(counts_.block(identity(slice_, strip, 0)).uniform(0));
    for (int index = 0; index < count; ++index) {
        const std::uint64_t patient = identity(slice_, strip, static_cast<std::uint64_t>(index));
        const sim::RandomBlock point = points_.block(patient);
        const double rate = (static_cast<double>(strip) + point.uniform(1)) * cell_rate_;
        if (rate >= slice_highest_) continue; // above every year's rate in the slice: most of what is left out
        const double day = slice_begin_ + point.uniform(0) * cell_days_;
        if (day < 0.0 || day >= year_starts_.back()) continue;
        if (rate < slice_lowest_ || rate < rate_at(day)) waiting_.push_back({day, patient});
    }
}

double ArrivalStream::rate_at(double day) const {
    // A slice rarely spans more than two years: search from the year in which the slice begins would gain
    // nothing.
    const auto after = std::upper_bound(year_starts_.begin(), year_starts_.end(), day);
    return rates_[static_cast<std::size_t>(after - year_starts_.begin()) - 1];
}

void ArrivalStream::find_slice_rates() {
    slice_highest_ = 0.0;
    slice_lowest_ = std::numeric_limits<double>::infinity();
    for (std::size_t year = 0; year < rates_.size(); ++year) {
        if (year_starts_[year] >= slice_begin_ + cell_days_ || year_starts_[year + 1] <= slice_begin_) continue;
        slice_highest_ = std::max(slice_highest_, rates_[year]);
        slice_lowest_ = std::min(slice_lowest_, rates_[year]);
    }
}

} // namespace framsyn::care
