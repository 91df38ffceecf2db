#pragma once

#include "models/study/draws/parameter_draw.hpp"
#include "models/study/parts/gap_parts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::study {

/// What changes occupied beds since the year that a gap starts from, as a player among others. Joined players have more than one index.
struct Cause {
    enum class Of { number, age_mix, migration, level, factor, stock, action };
    Of of = Of::number;
    std::vector<std::size_t> which; ///< indices into the scenario's factors, stocks or actions
};

/// Every cause by itself, and the players that they are: at most most_players.
std::vector<Cause> causes_of(const Scenario& scenario);
std::vector<Cause> joined(std::vector<Cause> causes);

/// Part of a gap that a cause is: its name and kind.
std::string name_of(const Scenario& scenario, const Cause& cause);
PartKind kind_of(const Scenario& scenario, const Cause& cause);

/// What of a set of causes is at work; the set's bits are in the order of the causes.
struct AtWork {
    PeopleSet people;
    bool level = false;
    std::vector<char> factors, stocks, actions; ///< [factor], [stock], [action of the scenario]

    AtWork(const Scenario& scenario, const std::vector<Cause>& causes, std::size_t set);
};

/// Beds that patients occupy at each place and service with some causes at work and the others not.
class OccupiedBeds {
  public:
    OccupiedBeds(const Scenario& scenario, const DrawSample& draws, const PeopleSplit& people);

    /// One draw, made ready for many sets of causes.
    class OfDraw {
      public:
        OfDraw(const OccupiedBeds& all, std::size_t number);
        /// Makes ready for year t.
        void turn_to(std::size_t t);
        /// In that year, by slot().
        std::vector<double> beds(const AtWork& work) const;
        /// The same at one slot, where no action on patients is at work.
        double beds_at(std::size_t slot, const AtWork& work) const;

      private:
        void read_actions(const ParameterDraw& parameters);
        void read_ages();
        double level_at_count(std::size_t flow) const;
        double level_in(std::size_t flow, double of_people) const;
        double after_count(std::size_t activity, std::size_t t) const;
        double before_actions(std::size_t flow, const AtWork& work) const;
        const std::vector<need::PatientPart>& parts_with(const std::vector<char>& actions) const;

        const OccupiedBeds& all_;
        std::size_t number_;
        std::vector<double> of_start_;           ///< [flow] in the year that its gap starts from
        std::vector<double> share_of_place_;     ///< [flow] of its place's patients in the base year
        std::vector<double> factor_effect_;      ///< [factor]
        std::vector<std::vector<double>> stock_; ///< [stock][year], without actions
        std::vector<std::vector<double>> after_; ///< [activity] level after its last counted year
        std::vector<double> level_at_count_;     ///< [flow] of its last counted year over the start's
        std::vector<double> level_;              ///< [flow] of year t over the start's
        /// What an action adds to each of its stocks: [action][stock of the action][year].
        std::vector<std::vector<std::vector<double>>> by_action_;
        std::vector<std::vector<need::PatientEffect>> effects_; ///< [action]
        std::vector<std::vector<need::PatientMove>> moves_;     ///< [action]
        need::AgeShares age_shares_;
        std::size_t t_ = 0;
        /// What sets of actions make of the patients of year t: the same whatever else is at work.
        mutable std::vector<std::pair<std::vector<char>, std::vector<need::PatientPart>>> parts_;
        std::vector<double> of_people_[8]; ///< [flow] in year t with each set of what people change
    };

    /// Whether a cause can do anything to the patients of a slot, but for actions, which may move anybody.
    bool concerns(const Cause& cause, std::size_t slot) const;

    std::size_t slot(WhichTrust trust, ServiceId service) const {
        return trust.slot(scenario_.trusts.size()) * scenario_.services.size() + service.index();
    }

  private:
    /// Of a flow in a draw and year, before actions on patients.
    double occupied(std::size_t number, std::size_t flow, std::size_t t) const;

    const Scenario& scenario_;
    const DrawSample& draws_;
    const PeopleSplit& people_;
    std::vector<std::vector<std::size_t>> flows_of_; ///< [slot]
    std::vector<std::size_t> start_;                 ///< [flow] years after the base year
    std::vector<std::size_t> counted_;              ///< [flow] years from the base year to the last count that holds it
    std::vector<std::vector<std::size_t>> held_by_; ///< [flow] activities that hold it
    std::vector<std::optional<Scenario>> with_action_alone_; ///< [action]; none: it does nothing to patients or stocks
    Scenario without_stock_actions_;
};

} // namespace framsyn::study
