#include "models/care/patients.hpp"

#include "sim/numerics/batch.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace framsyn::care {
namespace {

// Purposes of random streams. Never change a number: it is part of every result.
constexpr std::uint32_t kCellCount = 1;
constexpr std::uint32_t kCellPoint = 2;
constexpr std::uint32_t kPatient = 3;

const Service& service_of(const CareInputs& inputs, const Inflow& inflow) {
    return inputs.services[inflow.service.index()];
}

// One rate per simulated year: the warm-up has the first year's, as far back as the service warms up.
sim::StepRate simulated_rates(const CareInputs& inputs, const Inflow& inflow, const std::vector<double>& year_starts) {
    const int own = service_of(inputs, inflow).warm_up_years;
    const int warm_up = inputs.calendar.warm_up_years;
    std::vector<double> rates(static_cast<std::size_t>(own < 0 ? 0 : warm_up - own), 0.0);
    rates.resize(static_cast<std::size_t>(warm_up), inflow.admissions_per_day.front());
    rates.insert(rates.end(), inflow.admissions_per_day.begin(), inflow.admissions_per_day.end());
    std::vector<sim::Time> starts;
    for (const double day : year_starts) starts.emplace_back(day);
    return {std::move(starts), std::move(rates)};
}

sim::Arrivals<sim::StepRate> arrivals_of(const CareInputs& inputs, const Inflow& inflow, const Luck& luck,
                                         const std::vector<double>& year_starts) {
    const Service& service = service_of(inputs, inflow);
    const std::uint64_t entity = inflow_entity(inputs, inflow);
    const auto days_since_origin = static_cast<double>(days_since_2000({inputs.calendar.start_year(), 1, 1}));
    return {{luck.seed, luck.replication, kCellCount, entity},
            {luck.seed, luck.replication, kCellPoint, entity},
            {service.cell_days, service.cell_rate},
            sim::Time(-days_since_origin),
            sim::Time(year_starts.back()),
            simulated_rates(inputs, inflow, year_starts)};
}

} // namespace

std::uint64_t inflow_entity(const CareInputs& inputs, const Inflow& inflow) {
    const std::string trust =
        inflow.home_trust.is_trust() ? inputs.trusts[inflow.home_trust.trust().index()] : "outside";
    return sim::hash_text(service_of(inputs, inflow).id, sim::hash_text(trust));
}

InflowPatients::InflowPatients(const CareInputs& inputs, std::size_t index, const Luck& luck,
                               std::vector<double> year_starts)
    : index_(static_cast<std::uint32_t>(index)), inflow_(&inputs.inflows[index]),
      service_(&service_of(inputs, *inflow_)), year_starts_(std::move(year_starts)),
      warm_up_(static_cast<std::size_t>(inputs.calendar.warm_up_years)),
      arrivals_(arrivals_of(inputs, *inflow_, luck, year_starts_)),
      luck_({luck.seed, luck.replication, kPatient, inflow_entity(inputs, *inflow_)}) {
    for (const auto& shares : inflow_->destination_share) destination_.emplace_back(shares);
    for (const Stay& stay : inflow_->stay) stay_.emplace_back(stay);
}

const std::vector<ComingPatient>& InflowPatients::take_slice() {
    slice_.clear();
    arrivals_.take_slice(slice_);
    identities_.clear();
    for (const sim::Arrival& arrival : slice_) identities_.push_back(arrival.customer);
    blocks_.resize(slice_.size());
    luck_.blocks(identities_, blocks_);
    patients_.resize(slice_.size());
    for (std::size_t i = 0; i < slice_.size(); ++i) {
        const sim::RandomBlock& block = blocks_[i];
        const sim::Discrete& destination = destination_[input_year(slice_[i].time)];
        patients_[i] = {slice_[i].time,
                        {slice_[i].customer, 0.0, index_,
                         static_cast<std::uint32_t>(destination(block.uniform_word(3))), 0,
                         block.uniform_word(2) < service_->emergency_share}};
    }
    draw_stays();
    return patients_;
}

// Lognormal stays, nearly all there are, are drawn together: the same values, sooner.
void InflowPatients::draw_stays() {
    const std::size_t count = patients_.size();
    parts_.resize(count);
    logarithms_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const StaySampler& sampler = stay_[patients_[i].patient.destination];
        const double choice = sampler.is_mixture() ? luck_.block(identities_[i] + 1).uniform_word(0) : 0.0;
        parts_[i] = &sampler.part(choice);
        logarithms_[i] = blocks_[i].uniform(0);
    }
    sim::normal_quantile_batch(logarithms_, logarithms_);
    for (std::size_t i = 0; i < count; ++i) logarithms_[i] = parts_[i]->log_median + parts_[i]->spread * logarithms_[i];
    sim::exp_batch(logarithms_, logarithms_);
    for (std::size_t i = 0; i < count; ++i) {
        const StaySampler::Part& part = *parts_[i];
        const sim::RandomSequence more(luck_, identities_[i] + 2);
        patients_[i].patient.stay =
            part.shape == StayShape::lognormal ? logarithms_[i] : part.draw(blocks_[i].uniform(0), more);
    }
}

// The measured year whose shares hold: the first one during the warm-up.
std::size_t InflowPatients::input_year(sim::Time time) const {
    const auto after = std::upper_bound(year_starts_.begin(), year_starts_.end(), time.since_start());
    const auto year = static_cast<std::size_t>(after - year_starts_.begin()) - 1;
    return year < warm_up_ ? 0 : year - warm_up_;
}

} // namespace framsyn::care
