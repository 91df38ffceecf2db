#pragma once

#include "models/care/arrivals.hpp"
#include "models/care/inputs.hpp"
#include "models/care/simulate.hpp"
#include "models/care/stays.hpp"
#include "sim/numerics/samplers.hpp"

#include <cstddef>
#include <vector>

namespace framsyn::care {

/// What a patient's own numbers say.
struct DrawnPatient {
    double stay = 0.0;           ///< days, before the year's factor
    std::size_t destination = 0; ///< index of the trust of the function unit, or the number of trusts for outside
    bool emergency = false;
};

/// The patients of one stream, one after the other, with what their numbers say about them. Block 0 of a
/// patient's numbers holds the stay (half 0), the urgency (word 2) and the destination (word 3); block 1,
/// asked for only where there is a choice, the stay's component (word 0) and the site (word 1); gamma stays
/// read on from block 2.
class PatientStream {
  public:
    /// `year_starts` has one clock day per simulated year and the end. Inputs and stream must outlive this.
    PatientStream(const CareInputs& inputs, const Stream& stream, const Luck& luck,
                  const std::vector<double>& year_starts);

    /// Goes on to the next patient; false if there is none before the end of the run.
    bool advance() { return arrivals_.next(current_); }

    /// When the current patient comes, in clock days.
    [[nodiscard]] double day() const { return current_.day; }

    /// The current patient, with the shares of a measured year (0 is the first).
    [[nodiscard]] DrawnPatient draw(std::size_t year) const;

    /// The current patient's number for the choice among sites, uniform in (0, 1).
    [[nodiscard]] double site_number() const { return numbers(1).uniform_word(1); }

    [[nodiscard]] double stay_factor(std::size_t year) const {
        return stream_->stay_factor.empty() ? 1.0 : stream_->stay_factor[year];
    }
    [[nodiscard]] int home_trust() const { return stream_->home_trust; }
    [[nodiscard]] int service_index() const { return stream_->service; }
    [[nodiscard]] const Service& service() const { return *service_; }

  private:
    [[nodiscard]] sim::RandomBlock numbers(std::uint64_t block) const {
        return arrivals_.patient_numbers().block(ArrivalStream::first_block(current_.patient) + block);
    }

    const Stream* stream_;
    const Service* service_;
    ArrivalStream arrivals_;
    Arrival current_;
    std::vector<sim::Discrete> destination_; // [year]
    std::vector<StaySampler> stay_;          // [destination]
};

} // namespace framsyn::care
