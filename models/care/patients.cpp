#include "models/care/patients.hpp"

namespace framsyn::care {
namespace {

// One rate per simulated year: the warm-up has the first year's, as far back as the service warms up.
std::vector<double> simulated_rates(const CareInputs& inputs, const Stream& stream) {
    const int own = inputs.services[static_cast<std::size_t>(stream.service)].warm_up_years;
    const int warm_up = inputs.calendar.warm_up_years;
    std::vector<double> rates(static_cast<std::size_t>(own < 0 ? 0 : warm_up - own), 0.0);
    rates.resize(static_cast<std::size_t>(warm_up), stream.admissions_per_day.front());
    rates.insert(rates.end(), stream.admissions_per_day.begin(), stream.admissions_per_day.end());
    return rates;
}

} // namespace

PatientStream::PatientStream(const CareInputs& inputs, const Stream& stream, const Luck& luck,
                             const std::vector<double>& year_starts)
    : stream_(&stream), service_(&inputs.services[static_cast<std::size_t>(stream.service)]),
      arrivals_(inputs, stream, luck, year_starts, simulated_rates(inputs, stream)) {
    for (const auto& shares : stream.destination_share) destination_.emplace_back(shares);
    for (const Stay& stay : stream.stay) stay_.emplace_back(stay);
}

DrawnPatient PatientStream::draw(std::size_t year) const {
    const sim::RandomBlock block = numbers(0);
    DrawnPatient patient;
    patient.emergency = block.uniform_word(2) < service_->emergency_share;
    patient.destination = static_cast<std::size_t>(destination_[year](block.uniform_word(3)));
    const StaySampler& sampler = stay_[patient.destination];
    const double choice = sampler.is_mixture() ? numbers(1).uniform_word(0) : 0.0;
    const sim::RandomSequence more(arrivals_.patient_numbers(), ArrivalStream::first_block(current_.patient) + 2);
    patient.stay = sampler(choice, block.uniform(0), more);
    return patient;
}

} // namespace framsyn::care
