#pragma once

#include "models/demography/cohorts.hpp"
#include "models/need/actions.hpp"
#include "models/values/ids.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace framsyn::need {

/// Bed days of one service that residents of one trust's catchment get from one provider, as a multiple (level) of what
/// they would use at the rates of the table: days = level × Σ rate × population (trinn 1).
struct Flow {
    TrustId residence;
    ServiceId service;
    WhichTrust provider; ///< a trust, or outside
    double level = 0.0;
};

/// Holds the bed days that a trust, or some trusts together, gave in counted years for a set of services: they are
/// counted together, however uncertain their split into services, residences and trusts is. The flows to them are scaled
/// in common so that they give the count in the base year and in each counted year after it; from the year after the
/// last one use per person is that year's times its level.
struct Anchor {
    std::vector<TrustId> providers;
    std::vector<ServiceId> services;
    double bed_days = 0.0;            ///< in the base year, as this draw has the count
    std::vector<double> counted = {}; ///< of the years after the base year, as multiples of the base year's
    std::vector<double> level = {};   ///< from the year after the last counted one on; the last stands for later years

    std::size_t last_counted() const { return counted.size(); } ///< years after the base year
};

/// endringsfaktor: multiplies a service's bed days by 1 + effect × realised(t) (trinn 2). Counted bed days hold what was
/// realised by then: after the last counted year it is 1 + effect × realised(t) over that year's, before then 1.
struct ChangeFactor {
    std::vector<ServiceId> services;
    double effect = 0.0;
    std::vector<double> realised; ///< by year from the base year on, 0–1
};

/// A stock that grows beside demography (sentenced patients): occupied beds more than those who are counted.
struct AddedStock {
    ServiceId service;
    TrustId provider;
    std::vector<double> beds; ///< by year from the base year on
};

struct Inputs {
    std::size_t trusts = 0;
    std::size_t services = 0;
    int base_year = 0;
    int last_year = 0;
    std::vector<demography::AgeSexTable> use_rates; ///< bed days per person-year by age and sex
    std::vector<std::size_t> rate_of_service;       ///< by ServiceId: index into use_rates
    std::vector<Flow> flows;
    std::vector<Anchor> anchors;
    std::vector<ChangeFactor> factors;
    std::vector<AddedStock> stocks;
    std::vector<PatientEffect> effects;
    std::vector<PatientMove> moves;
    std::vector<AgeSpan> age_spans; ///< that effects and moves are about

    std::size_t years() const { return static_cast<std::size_t>(last_year - base_year + 1); }
};

} // namespace framsyn::need
