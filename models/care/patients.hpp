#pragma once

#include "models/care/inputs.hpp"
#include "models/care/luck.hpp"
#include "models/care/stays.hpp"
#include "sim/arrivals.hpp"
#include "sim/numerics/random_stream.hpp"
#include "sim/numerics/samplers.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace framsyn::care {

/// A patient, with what the patient's own numbers say.
struct Patient {
    std::uint64_t identity = 0; ///< within the inflow
    double stay = 0.0;          ///< days, before the year's factor
    std::uint32_t inflow = 0;
    std::uint32_t destination = 0; ///< index of the trust of the function unit, or the number of trusts for outside
    std::uint32_t to = 0;          ///< the same of the place that treats: the destination, or where a detour leads
    std::uint32_t service = 0;     ///< by whose rules the patient waits and lies there
    std::uint32_t unit = 0;        ///< the site the patient is first sent to; the run chooses it
    bool emergency = false;
};

struct ComingPatient {
    sim::Time arrival;
    Patient patient;
};

/// The patients of one inflow, a slice of time after the other, each with luck of its own: raising the inflow's rates
/// only adds patients, and nothing of other streams moves them. Slices are counted from 1 January 2000, so that neither
/// the first year nor the warm-up moves a patient. Block 0 of a patient's numbers holds the stay (half 0), the urgency
/// (word 2) and the destination (word 3); block 1, asked for only where there is a choice, the stay's component
/// (word 0), the site (word 1) and the detour (word 2); gamma stays read on from block 2.
class InflowPatients {
  public:
    /// The stream with the given index. `period_starts` are the inputs' measured periods and the end. Inputs must outlive
    /// this.
    InflowPatients(const CareInputs& inputs, std::size_t index, const Luck& luck, std::vector<double> period_starts);

    /// Where the next slice begins; Time::never() after the last.
    [[nodiscard]] sim::Time next_slice() const { return arrivals_.next_slice(); }

    /// The patients of the next slice, in no order of time; valid until the next call.
    const std::vector<ComingPatient>& take_slice();

    /// A patient's number for the choice among sites, uniform in (0, 1).
    [[nodiscard]] double site_number(std::uint64_t identity) const { return luck_.block(identity + 1).uniform_word(1); }

    /// What a stay that begins in a period is multiplied by.
    [[nodiscard]] double stay_factor(std::size_t period, std::size_t destination) const {
        return inflow_->stay_factor.empty() ? 1.0 : inflow_->stay_factor[period][destination];
    }
    [[nodiscard]] WhichTrust home_trust() const { return inflow_->home_trust; }
    [[nodiscard]] ServiceId service_id() const { return inflow_->service; }

  private:
    [[nodiscard]] std::size_t period_at(sim::Time time) const;
    void choose_place(ComingPatient& coming, std::size_t period, const sim::RandomBlock& block) const;
    void draw_stays();

    std::uint32_t index_;
    std::size_t trusts_;
    const Inflow* inflow_;
    const Service* service_;
    std::vector<double> period_starts_;
    sim::Arrivals<sim::StepRate> arrivals_;
    sim::RandomStream luck_;                 ///< of the patients; patient p owns the blocks p .. p + 255
    std::vector<sim::Discrete> destination_; // [period]
    std::vector<StaySampler> stay_;          // [destination]

    // The slice at hand.
    std::vector<sim::Arrival> slice_;
    std::vector<ComingPatient> patients_;
    std::vector<std::uint64_t> identities_;
    std::vector<sim::RandomBlock> blocks_;
    std::vector<const StaySampler::Part*> parts_;
    std::vector<double> logarithms_; ///< of the stays
};

/// The key that names a inflow's luck: hashes of the ids of its home trust and service.
[[nodiscard]] std::uint64_t inflow_entity(const CareInputs& inputs, const Inflow& inflow);

} // namespace framsyn::care
