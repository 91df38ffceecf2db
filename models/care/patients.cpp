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

// One rate per measured period, and before them the first one's as far back as the service warms up.
sim::StepRate simulated_rates(const CareInputs& inputs, const Inflow& inflow,
                              const std::vector<double>& period_starts) {
    const int own = service_of(inputs, inflow).warm_up_years;
    const RunYears& calendar = inputs.calendar;
    const int arrivals_from =
        own < 0 ? calendar.start_year() : std::max(calendar.start_year(), calendar.first_year - own);
    std::vector<sim::Time> starts;
    std::vector<double> rates;
    const auto from = [&](int year, double rate) {
        starts.emplace_back(year_begin(calendar, year));
        rates.push_back(rate);
    };
    if (calendar.start_year() < arrivals_from) from(calendar.start_year(), 0.0);
    if (arrivals_from < calendar.first_year) from(arrivals_from, inflow.admissions_per_day.front());
    for (const double day : period_starts) starts.emplace_back(day);
    rates.insert(rates.end(), inflow.admissions_per_day.begin(), inflow.admissions_per_day.end());
    return {std::move(starts), std::move(rates)};
}

sim::Arrivals<sim::StepRate> arrivals_of(const CareInputs& inputs, const Inflow& inflow, const Luck& luck,
                                         const std::vector<double>& period_starts) {
    const Service& service = service_of(inputs, inflow);
    const std::uint64_t entity = inflow_entity(inputs, inflow);
    const auto days_since_origin = static_cast<double>(days_since_2000({inputs.calendar.start_year(), 1, 1}));
    return {{luck.seed, luck.replication, kCellCount, entity},
            {luck.seed, luck.replication, kCellPoint, entity},
            {service.cell_days, service.cell_rate},
            sim::Time(-days_since_origin),
            sim::Time(period_starts.back()),
            simulated_rates(inputs, inflow, period_starts)};
}

} // namespace

std::uint64_t inflow_entity(const CareInputs& inputs, const Inflow& inflow) {
    const std::string trust =
        inflow.home_trust.is_trust() ? inputs.trusts[inflow.home_trust.trust().index()] : "outside";
    return sim::hash_text(service_of(inputs, inflow).id, sim::hash_text(trust));
}

InflowPatients::InflowPatients(const CareInputs& inputs, std::size_t index, const Luck& luck,
                               std::vector<double> period_starts)
    : index_(static_cast<std::uint32_t>(index)), trusts_(inputs.trusts.size()), inflow_(&inputs.inflows[index]),
      service_(&service_of(inputs, *inflow_)), period_starts_(std::move(period_starts)),
      arrivals_(arrivals_of(inputs, *inflow_, luck, period_starts_)),
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
        patients_[i] = {
            slice_[i].time,
            {slice_[i].customer, 0.0, index_, 0, 0, 0, 0, block.uniform_word(2) < service_->emergency_share}};
        choose_place(patients_[i], period_at(slice_[i].time), block);
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

// A detour has a number of its own, so that all who aren't on one go where they would have gone.
void InflowPatients::choose_place(ComingPatient& coming, std::size_t period, const sim::RandomBlock& block) const {
    Patient& patient = coming.patient;
    patient.destination = static_cast<std::uint32_t>(destination_[period](block.uniform_word(3)));
    patient.to = patient.destination;
    patient.service = static_cast<std::uint32_t>(inflow_->service.index());
    double left = 0.0;
    bool drawn = false;
    for (const Detour& detour : inflow_->detours) {
        if (detour.destination != patient.destination) continue;
        if (!drawn) left = luck_.block(patient.identity + 1).uniform_word(2);
        drawn = true;
        left -= detour.share[period];
        if (left >= 0.0) continue;
        patient.to = static_cast<std::uint32_t>(detour.to.slot(trusts_));
        patient.service = static_cast<std::uint32_t>(detour.service.index());
        return;
    }
}

// The measured period whose shares hold: the first one during the warm-up.
std::size_t InflowPatients::period_at(sim::Time time) const {
    const auto after = std::upper_bound(period_starts_.begin(), period_starts_.end(), time.since_start());
    return after == period_starts_.begin() ? 0 : static_cast<std::size_t>(after - period_starts_.begin()) - 1;
}

} // namespace framsyn::care
