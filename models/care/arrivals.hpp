#pragma once

#include "models/care/inputs.hpp"
#include "models/care/simulate.hpp"
#include "sim/numerics/random_stream.hpp"
#include "sim/numerics/samplers.hpp"

#include <cstdint>
#include <vector>

namespace framsyn::care {

/// One patient of a stream, before anything but the arrival is known.
struct Arrival {
    double day = 0.0;
    std::uint64_t patient = 0; ///< identity within the stream: time slice, rate strip, index in the cell
};

/// The patients of one stream in order of arrival. They are the points of a unit-rate Poisson process in the
/// plane (time x rate) that lie below lambda(t). The plane is cut into cells (time slice x rate strip) and
/// each cell has its own random numbers, so raising lambda only adds patients, and nothing of other streams
/// moves them. Slices are counted from 1 January 2000, so that neither the first year nor the warm-up moves a
/// patient.
class ArrivalStream {
  public:
    /// `year_starts` has one clock day per simulated year and the end; `rates` one rate per simulated year.
    ArrivalStream(const CareInputs& inputs, const Stream& stream, const Luck& luck, std::vector<double> year_starts,
                  std::vector<double> rates);

    /// The next arrival before the end of the run, if there is one.
    bool next(Arrival& arrival);

    /// The stream of the patients' own numbers; patient p owns the blocks first_block(p) .. first_block(p) +
    /// 255.
    [[nodiscard]] const sim::RandomStream& patient_numbers() const { return patients_; }
    [[nodiscard]] static std::uint64_t first_block(std::uint64_t patient) { return patient; }

  private:
    void fill_slice();
    void fill_cell(std::uint64_t strip);
    [[nodiscard]] double rate_at(double day) const;
    void find_slice_rates();

    sim::RandomStream counts_;
    sim::RandomStream points_;
    sim::RandomStream patients_;
    sim::Poisson cell_count_;
    double cell_days_;
    double cell_rate_;
    double origin_; ///< clock day 0 in days since 1 January 2000
    std::vector<double> year_starts_;
    std::vector<double> rates_;
    std::int64_t slice_;
    double slice_begin_ = 0.0;   ///< clock day
    double slice_highest_ = 0.0; ///< highest and lowest rate of the years that the slice touches
    double slice_lowest_ = 0.0;
    std::vector<Arrival> waiting_; ///< of the current slice, in rising order
    std::size_t used_ = 0;
};

/// The key that names a stream's luck: hashes of the ids of its home trust and service.
[[nodiscard]] std::uint64_t stream_entity(const CareInputs& inputs, const Stream& stream);

} // namespace framsyn::care
