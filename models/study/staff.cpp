#include "models/study/staff.hpp"

#include "models/study/answers/quantiles.hpp"

#include <algorithm>
#include <map>

namespace framsyn::study {
namespace {

/// A part of a cell whose beds ask for a role.
struct StaffedPart {
    const Series* beds = nullptr;
    const std::vector<double>* per_bed = nullptr; ///< [draw]
};

class StaffMaker {
  public:
    explicit StaffMaker(const Study& study) : study_(study), scenario_(study.scenario()) {
        const DrawSample& draws = study.draws();
        for (const StaffingInfo& staff : scenario_.staffing) {
            std::vector<double>& ratios = per_bed_.emplace_back();
            for (std::size_t d = 0; d < draws.block.count; ++d)
                ratios.push_back(draws.parameters(scenario_.seed, draws.block.first + d)(staff.per_bed));
            if (std::find(roles_.begin(), roles_.end(), staff.role) == roles_.end()) roles_.push_back(staff.role);
        }
        for (const CellNeed& need : study.need()) {
            if (!need.cell.service.group)
                alone_[{need.cell.trust, need.cell.service.services.front()}] = &need.beds_at_utilisation;
        }
    }

    std::vector<StaffNeed> make() const {
        std::vector<StaffNeed> rows;
        for (std::size_t c = 0; c < study_.need().size(); ++c) {
            const Cell& cell = study_.need()[c].cell;
            if (cell.trust.is_outside()) continue;
            for (const std::string& role : roles_) {
                const std::vector<StaffedPart> parts = parts_of(cell, role);
                for (std::size_t t = 0; !parts.empty() && t < scenario_.years(); ++t)
                    rows.push_back({c, scenario_.base_year + static_cast<int>(t), role, band_of(parts, t)});
            }
        }
        return rows;
    }

  private:
    std::vector<StaffedPart> parts_of(const Cell& cell, const std::string& role) const {
        std::vector<StaffedPart> parts;
        for (const ServiceId service : cell.service.services) {
            const auto beds = alone_.find({cell.trust, service});
            const std::vector<double>* ratio = ratio_of(service, role);
            if (beds == alone_.end()) continue;
            if (!ratio) return {};
            parts.push_back({beds->second, ratio});
        }
        return parts;
    }

    const std::vector<double>* ratio_of(ServiceId service, const std::string& role) const {
        for (std::size_t s = 0; s < scenario_.staffing.size(); ++s) {
            const StaffingInfo& staff = scenario_.staffing[s];
            if (staff.role == role &&
                std::find(staff.services.begin(), staff.services.end(), service) != staff.services.end())
                return &per_bed_[s];
        }
        return nullptr;
    }

    static Band band_of(const std::vector<StaffedPart>& parts, std::size_t t) {
        std::vector<double> sum(parts.front().per_bed->size(), 0.0);
        for (const StaffedPart& part : parts) {
            for (std::size_t d = 0; d < sum.size(); ++d) sum[d] += part.beds->at(t, d) * (*part.per_bed)[d];
        }
        const SortedSample sorted(std::move(sum));
        return {sorted.median(), sorted.quantile(0.1), sorted.quantile(0.9)};
    }

    const Study& study_;
    const Scenario& scenario_;
    std::vector<std::vector<double>> per_bed_; ///< [entry][draw]
    std::vector<std::string> roles_;
    std::map<std::pair<WhichTrust, ServiceId>, const Series*> alone_;
};

} // namespace

std::vector<StaffNeed> staff_need(const Study& study) {
    if (study.scenario().staffing.empty()) return {};
    return StaffMaker(study).make();
}

} // namespace framsyn::study
