#include "app/import/activity/activity_import.hpp"

#include "app/ground/found_text.hpp"
#include "app/import/activity/statbank_cells.hpp"
#include "models/values/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace framsyn::app {
namespace {

constexpr std::array<ServiceArea, 3> wanted_areas{ServiceArea::adults, ServiceArea::children, ServiceArea::addiction};

constexpr std::size_t index_of(Axis axis) {
    return static_cast<std::size_t>(axis);
}

class ActivityReader {
  public:
    ActivityReader(const StatbankTable& table, const TrustMap& map, Problems& problems)
        : table_(table), map_(map), problems_(problems), complaints_(problems, table.file), cells_(table, complaints_) {
    }

    ImportedActivity read(const YearLimits& limits) {
        found_.trusts = map_.trusts;
        found_.sums = map_.sums;
        const std::vector<Axis> needed{Axis::region, Axis::service, Axis::contents, Axis::year};
        if (!check_statbank(table_, "13942", needed, problems_)) return std::move(found_);
        found_.years = chosen_years(table_, limits, problems_);
        if (!problems_.empty()) return std::move(found_);
        rows_ = trusts_in(table_, map_, problems_);
        sums_ = sums_in(table_, map_);
        for (std::size_t i = 0; i < rows_.size(); ++i) found_.regions_out += rows_[i] || sums_[i] ? 0U : 1U;
        note_contents();
        if (!problems_.empty()) return std::move(found_);
        for (const Observation& observation : table_.observations) take(observation);
        complaints_.finish();
        if (problems_.empty()) gather();
        tell_holes();
        found_.remarks.insert(found_.remarks.begin(), cells_.missing().begin(), cells_.missing().end());
        return std::move(found_);
    }

  private:
    /// Places and bed days are what this is for.
    void note_contents() {
        std::array<bool, 6> there{};
        for (const Category& category : table_.of(Axis::contents))
            there[static_cast<std::size_t>(counted_in(category))] = true;
        for (const auto& [counted, nb, en] : {std::tuple(Counted::beds, "Døgnplasser", "beds"),
                                              std::tuple(Counted::bed_days, "Oppholdsdøgn", "bed days")}) {
            if (there[static_cast<std::size_t>(counted)]) continue;
            problems_.add({table_.file, 0, 0},
                          {fmt::format("mangler statistikkvariabelen {}; velg den i statistikkbanken", nb),
                           fmt::format("the contents {} are missing; choose them in the StatBank", en)});
        }
        for (const Category& category : table_.of(Axis::service)) {
            const std::optional<ServiceArea> area = service_area(category);
            found_.has_somatic_care = found_.has_somatic_care || area == ServiceArea::somatic;
            if (area) continue;
            problems_.add({table_.file, 0, 0},
                          {fmt::format("{}: ukjent tjenesteområde; ventet somatikk, psykisk helsevern for voksne eller "
                                       "for barn og unge, TSB",
                                       table_.named(Axis::service, category)),
                           fmt::format("{}: unknown area of service; expected somatic care, mental health care for "
                                       "adults or for children, addiction treatment",
                                       table_.named(Axis::service, category))});
        }
    }

    void take(const Observation& observation) {
        const std::size_t region = observation.category[index_of(Axis::region)];
        const std::optional<std::size_t>& row = rows_[region];
        const int year = year_slot(table_, observation, found_.years);
        if ((!row && !sums_[region]) || year < 0) return;
        const auto area = service_area(table_.of(Axis::service)[observation.category[index_of(Axis::service)]]);
        const Counted counted = counted_in(table_.of(Axis::contents)[observation.category[index_of(Axis::contents)]]);
        if (counted == Counted::other ||
            std::find(wanted_areas.begin(), wanted_areas.end(), *area) == wanted_areas.end())
            return;
        const bool only_compared = counted == Counted::occupancy || counted == Counted::discharges;
        if (only_compared && observation.odd >= 0) return;
        // Sums stand after the trusts.
        const std::size_t whose = row ? map_.rows[*row].trust : map_.trusts.size() + *sums_[region];
        const std::size_t source = row ? *row : map_.rows.size() + *sums_[region];
        cells_.put({static_cast<int>(whose), static_cast<int>(*area), static_cast<int>(counted), year},
                   static_cast<int>(source), observation);
    }

    void gather() {
        for (std::size_t whose = 0; whose < found_.trusts.size() + found_.sums.size(); ++whose) {
            for (const ServiceArea area : wanted_areas) {
                for (std::size_t y = 0; y < found_.years.size(); ++y) add(whose, area, y);
            }
        }
        if (!found_.counts.empty()) return;
        problems_.add({table_.file, 0, 0},
                      {"ingen plasser eller oppholdsdøgn i psykisk helsevern eller TSB ved disse helseforetakene",
                       "no places or bed days of mental health care or addiction treatment at these trusts"});
    }

    void add(std::size_t whose, ServiceArea area, std::size_t y) {
        const auto at = [&](Counted counted) {
            return cells_.at(
                {static_cast<int>(whose), static_cast<int>(area), static_cast<int>(counted), static_cast<int>(y)});
        };
        const bool is_sum = whose >= found_.trusts.size();
        CountedActivity one{is_sum ? whose - found_.trusts.size() : whose,
                            area,
                            found_.years[y],
                            at(Counted::beds),
                            at(Counted::bed_days),
                            at(Counted::open_days),
                            at(Counted::discharges),
                            at(Counted::occupancy)};
        if (one.beds.value_or(0) == 0 && one.bed_days.value_or(0) == 0)
            return; // a service that the trust doesn't offer
        if (!is_sum) check(one);
        (is_sum ? found_.sum_counts : found_.counts).push_back(one);
    }

    void remark(const CountedActivity& one, const std::string& nb, const std::string& en) {
        const std::string what = fmt::format("{} {} {}", found_.trusts[one.trust], service_id(one.service), one.year);
        found_.remarks.push_back({what + ": " + nb, what + ": " + en});
    }

    /// By trust and years: which services have no count.
    using Holes = std::map<std::string, std::map<std::vector<int>, std::vector<std::string>>>;

    Holes holes_in(std::optional<std::int64_t> CountedActivity::* count) const {
        std::map<std::pair<std::string, std::string>, std::vector<int>> years;
        for (const CountedActivity& one : found_.counts)
            if (!(one.*count)) years[{found_.trusts[one.trust], service_id(one.service)}].push_back(one.year);
        Holes holes;
        for (const auto& [whose, without] : years) holes[whose.first][without].push_back(whose.second);
        return holes;
    }

    static std::string listed(const Holes& holes) {
        std::vector<std::string> parts;
        for (const auto& [trust, by_years] : holes) {
            for (const auto& [years, services] : by_years)
                parts.push_back(fmt::format("{} {} {}", trust, fmt::join(services, "/"), fmt::join(years, ", ")));
        }
        return fmt::format("{}", fmt::join(parts, "; "));
    }

    /// What isn't counted, in a line each of places and days however many trusts.
    void tell_holes() {
        const Holes places = holes_in(&CountedActivity::beds);
        const Holes days = holes_in(&CountedActivity::bed_days);
        if (!places.empty())
            found_.remarks.push_back(
                {"ingen telling av plasser: " + listed(places), "no count of places: " + listed(places)});
        if (!days.empty())
            found_.remarks.push_back(
                {"ingen telling av oppholdsdøgn: " + listed(days), "no count of bed days: " + listed(days)});
    }

    /// SSB's own percentage must be what its days give; days that places can't hold are told of.
    void check(const CountedActivity& one) {
        if (one.is_impossible()) {
            remark(one,
                   fmt::format("{} oppholdsdøgn får ikke plass på {} døgnplasser; plassene er ikke skrevet som telling",
                               *one.bed_days, *one.beds),
                   fmt::format("{} bed days don't fit on {} places; the places are not written as a count",
                               *one.bed_days, *one.beds));
        }
        if (!one.bed_days || !one.open_days || !one.occupancy || *one.open_days == 0) return;
        const double ours = 100.0 * static_cast<double>(*one.bed_days) / static_cast<double>(*one.open_days);
        constexpr double rounding = 1.0;
        if (std::abs(ours - static_cast<double>(*one.occupancy)) <= rounding) {
            ++found_.occupancies_agreeing;
        } else {
            remark(one,
                   fmt::format("oppholdsdøgn på sengedøgn er {:.0f} prosent, tabellen sier {}", ours, *one.occupancy),
                   fmt::format("bed days over available bed days are {:.0f} per cent, the table says {}", ours,
                               *one.occupancy));
        }
    }

    const StatbankTable& table_;
    const TrustMap& map_;
    Problems& problems_;
    Complaints complaints_;
    StatbankCells cells_;
    std::vector<std::optional<std::size_t>> rows_, sums_;
    ImportedActivity found_;
};

} // namespace

bool CountedActivity::is_impossible() const {
    return beds && bed_days && static_cast<double>(*bed_days) > static_cast<double>(*beds) * days_in_year(year);
}

ImportedActivity import_activity(const StatbankTable& table, const TrustMap& map, const YearLimits& years,
                                 Problems& problems) {
    return ActivityReader(table, map, problems).read(years);
}

} // namespace framsyn::app
