#pragma once

#include "sim/arrivals.hpp"
#include "sim/clock.hpp"
#include "sim/numerics/batch.hpp"
#include "sim/numerics/elementary.hpp"
#include "sim/resource.hpp"
#include "sim/slots.hpp"
#include "sim/statistics.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

// The reference workloads of queueing engines, written with the kernel's public types as models/care is.
namespace framsyn::workloads {

/// Draws a slice's lognormal stays at once: exp(log_median + spread * z).
class StayBatch {
  public:
    void draw(const sim::RandomStream& stream, const std::vector<sim::Arrival>& arrivals, double log_median,
              double spread) {
        const std::size_t count = arrivals.size();
        customers_.resize(count);
        blocks_.resize(count);
        stays_.resize(count);
        for (std::size_t i = 0; i < count; ++i) customers_[i] = arrivals[i].customer;
        stream.blocks(customers_, blocks_);
        for (std::size_t i = 0; i < count; ++i) stays_[i] = blocks_[i].uniform(0);
        sim::normal_quantile_batch(stays_, stays_);
        for (double& stay : stays_) stay = log_median + spread * stay;
        sim::exp_batch(stays_, stays_);
    }
    [[nodiscard]] double stay(std::size_t i) const { return stays_[i]; }
    [[nodiscard]] const sim::RandomBlock& block(std::size_t i) const { return blocks_[i]; }

  private:
    std::vector<std::uint64_t> customers_;
    std::vector<sim::RandomBlock> blocks_;
    std::vector<double> stays_;
};

inline constexpr std::uint32_t kCounts = 1;
inline constexpr std::uint32_t kPoints = 2;
inline constexpr std::uint32_t kCustomers = 3;

struct UnitResult {
    double occupied = 0.0; ///< mean
    double waited = 0.0;   ///< customers
    double wait = 0.0;     ///< sum, days
    double admitted = 0.0;
};

/// W1 and W2: one unit of `beds`, Poisson arrivals, lognormal or exponential stays, first come first served.
struct OneUnit {
    double arrivals_per_day;
    double mean_stay;
    double spread; ///< of the stay's logarithm; 0 means exponential
    int beds;
    double days;
};

template <sim::EventList List>
class OneUnitRun {
  public:
    OneUnitRun(const OneUnit& unit, std::uint64_t seed, std::uint32_t replication)
        : unit_(unit), arrivals_({seed, replication, kCounts, 0}, {seed, replication, kPoints, 0},
                                 {32.0 / unit.arrivals_per_day, unit.arrivals_per_day}, sim::Time(),
                                 sim::Time(unit.days), sim::ConstantRate{unit.arrivals_per_day}),
          customers_({seed, replication, kCustomers, 0}), beds_(unit.beds),
          log_median_(sim::log(unit.mean_stay) - 0.5 * unit.spread * unit.spread) {}

    UnitResult run() {
        queue_.push(arrivals_.next_slice(), kSlice, 0);
        sim::run_until(queue_, clock_, sim::Time(unit_.days), [this](const sim::Event& event) {
            switch (event.event_class()) {
            case kSlice:
                return begin_slice();
            case kArrival:
                return arrive(event.payload());
            default:
                return leave();
            }
        });
        result_.occupied = occupied_.take(clock_.now()) / unit_.days;
        return result_;
    }

  private:
    enum EventClass : unsigned { kSlice, kDeparture, kArrival };
    struct Waiting {
        double stay = 0.0;
        sim::Time since;
    };

    void begin_slice() {
        slice_.clear();
        arrivals_.take_slice(slice_);
        if (unit_.spread > 0.0) {
            stays_.draw(customers_, slice_, log_median_, unit_.spread);
        }
        for (std::size_t i = 0; i < slice_.size(); ++i) {
            const double stay =
                unit_.spread > 0.0 ? stays_.stay(i)
                                   : sim::exponential(customers_.block(slice_[i].customer).uniform(0), unit_.mean_stay);
            queue_.push(slice_[i].time, kArrival, coming_.put(stay));
        }
        queue_.push(arrivals_.next_slice(), kSlice, 0);
    }

    void arrive(std::uint32_t slot) {
        const double stay = coming_.take(slot);
        if (beds_.has_free()) return admit(stay);
        line_.join({stay, clock_.now()}, 0);
    }

    void admit(double stay) {
        beds_.take();
        occupied_.add(clock_.now(), 1.0);
        ++result_.admitted;
        queue_.push(clock_.now() + stay, kDeparture, 0);
    }

    void leave() {
        beds_.release();
        occupied_.add(clock_.now(), -1.0);
        if (line_.empty()) return;
        const Waiting next = line_.leave(line_.first());
        ++result_.waited;
        result_.wait += clock_.now() - next.since;
        admit(next.stay);
    }

    OneUnit unit_;
    sim::Arrivals<sim::ConstantRate> arrivals_;
    sim::RandomStream customers_;
    sim::BasicEventQueue<List> queue_;
    sim::Clock clock_;
    sim::Pool beds_;
    sim::WaitingLine<Waiting, 1> line_;
    sim::TimeWeighted occupied_;
    sim::Slots<double> coming_;
    std::vector<sim::Arrival> slice_;
    StayBatch stays_;
    double log_median_;
    UnitResult result_;
};

/// W3: four hospitals of five units each, a season and a week, overflow to the next hospitals, two urgencies, a chance
/// of a further stay, beds that change.
struct RegionResult {
    double arrivals = 0.0;
    double visits = 0.0;
    double overflow = 0.0; ///< visits
    std::array<double, 20> occupied{};
    std::array<double, 2> admitted{}; ///< 0 urgent, 1 other
    std::array<double, 2> waited{};
    std::array<double, 2> wait{}; ///< sum, days
};

/// Arrivals a day at one unit: its share, times the season, times the day of the week.
struct SeasonAndWeek {
    double base = 0.0;

    static constexpr std::array<double, 7> kWeek{1.1, 1.08, 1.05, 1.02, 1.0, .9, .85};
    static constexpr double kSeason = 0.15;

    [[nodiscard]] double at(sim::Time time) const {
        const double day = time.since_start();
        const double season = 1.0 + kSeason * sim::sin(6.283185307179586 / 365.25 * day);
        return base * season * kWeek[static_cast<std::size_t>(day) % 7];
    }
    // Slices are of one whole day, over which the season changes by less than .15 x 2 pi / 365.25 = .0026.
    [[nodiscard]] sim::RateBounds bounds(sim::Time from, sim::Time to) const {
        const double day = from.since_start();
        const double length = to - from;
        const double season = 1.0 + kSeason * sim::sin(6.283185307179586 / 365.25 * day);
        const double change = 0.0026 * length;
        const double week = kWeek[static_cast<std::size_t>(day) % 7];
        return {base * (season - change) * week, base * (season + change) * week};
    }
};

template <sim::EventList List>
class RegionRun {
  public:
    static constexpr std::size_t kHospitals = 4;
    static constexpr std::size_t kKinds = 5;

    RegionRun(std::uint64_t seed, std::uint32_t replication, double days = 5844.0) : days_(days) {
        constexpr std::array<double, kHospitals> kHospital{.35, .3, .2, .15};
        constexpr std::array<double, kKinds> kKind{.3, .2, .25, .1, .15};
        constexpr std::array<int, kHospitals * kKinds> kBeds{165, 219, 100, 184, 120, 142, 188, 85, 158, 103,
                                                             95,  125, 57,  105, 69,  71,  94,  43, 79,  52};
        constexpr std::array<double, kKinds> kStay{3, 5, 2, 7, 4};
        for (std::size_t kind = 0; kind < kKinds; ++kind)
            log_median_[kind] = sim::log(kStay[kind]) - 0.5 * sim::log(2.44);
        for (std::size_t unit = 0; unit < kBeds.size(); ++unit) {
            units_[unit].beds = sim::Pool(kBeds[unit]);
            const double base = 150000 / 365.25 * kHospital[unit / kKinds] * kKind[unit % kKinds];
            arrivals_.emplace_back(
                sim::StreamKey{seed, replication, kCounts, unit}, sim::StreamKey{seed, replication, kPoints, unit},
                sim::CellSize{1.0, base * 1.265 / 2.0}, sim::Time(), sim::Time(days), SeasonAndWeek{base});
            luck_.emplace_back(sim::StreamKey{seed, replication, kCustomers, unit});
            queue_.push(sim::Time(), kSlice, static_cast<std::uint32_t>(unit));
        }
        for (const std::uint32_t change : {1U, 2U, 3U}) queue_.push(sim::Time(1461.0 * change), kBeds_, change);
    }

    RegionResult run() {
        sim::run_until(queue_, clock_, sim::Time(days_), [this](const sim::Event& event) {
            switch (event.event_class()) {
            case kBeds_:
                return change_beds(event.payload());
            case kSlice:
                return begin_slice(event.payload());
            case kArrival:
                return seek_bed(event.payload());
            default:
                return leave(event.payload());
            }
        });
        for (std::size_t unit = 0; unit < units_.size(); ++unit) {
            result_.occupied[unit] = units_[unit].occupied.take(clock_.now()) / days_;
        }
        return result_;
    }

  private:
    enum EventClass : unsigned { kBeds_, kSlice, kDeparture, kArrival };

    struct Customer {
        std::uint64_t identity = 0; ///< names the customer's own random numbers
        double stay = 0.0;
        std::uint16_t home = 0; ///< the unit whose stream the customer is of
        std::uint16_t unit = 0; ///< where a bed is sought or taken
        std::uint8_t visit = 0;
        std::uint8_t priority = 0;
        bool goes_on = false;
    };
    using CustomerNumber = sim::Slots<Customer>::Number;
    struct Waiting {
        CustomerNumber customer = 0;
        sim::Time since;
    };
    struct Unit {
        sim::Pool beds;
        sim::WaitingLine<Waiting, 2> line;
        sim::TimeWeighted occupied;
    };

    void begin_slice(std::uint32_t unit) {
        slice_.clear();
        arrivals_[unit].take_slice(slice_);
        stays_.draw(luck_[unit], slice_, log_median_[unit % kKinds], kSpread);
        result_.arrivals += static_cast<double>(slice_.size());
        for (std::size_t i = 0; i < slice_.size(); ++i) {
            const auto home = static_cast<std::uint16_t>(unit);
            const Customer customer{slice_[i].customer,
                                    stays_.stay(i),
                                    home,
                                    home,
                                    0,
                                    static_cast<std::uint8_t>(stays_.block(i).uniform_word(2) < 0.3 ? 0 : 1),
                                    stays_.block(i).uniform_word(3) < 0.2};
            queue_.push(slice_[i].time, kArrival, customers_.put(customer));
        }
        queue_.push(arrivals_[unit].next_slice(), kSlice, unit);
    }

    void seek_bed(CustomerNumber number) {
        ++result_.visits;
        Customer& customer = customers_[number];
        std::size_t unit = customer.unit;
        for (std::size_t step = 0; step < kHospitals; ++step) {
            if (units_[unit].beds.has_free()) {
                if (step > 0) ++result_.overflow;
                customer.unit = static_cast<std::uint16_t>(unit);
                return admit(number);
            }
            unit = (unit + kKinds) % (kHospitals * kKinds);
        }
        units_[customer.unit].line.join({number, clock_.now()}, customer.priority);
    }

    void admit(CustomerNumber number) {
        const Customer& customer = customers_[number];
        ++result_.admitted[customer.priority];
        Unit& unit = units_[customer.unit];
        unit.beds.take();
        unit.occupied.add(clock_.now(), 1.0);
        queue_.push(clock_.now() + customer.stay, kDeparture, number);
    }

    void leave(CustomerNumber number) {
        Customer& customer = customers_[number];
        Unit& unit = units_[customer.unit];
        unit.beds.release();
        unit.occupied.add(clock_.now(), -1.0);
        serve(unit);
        if (customer.goes_on) return go_on(number);
        customers_.take(number);
    }

    void go_on(CustomerNumber number) {
        Customer& customer = customers_[number];
        const std::size_t hospital = customer.unit / kKinds;
        const std::size_t kind = (customer.unit % kKinds + 1) % kKinds;
        const sim::RandomBlock block = luck_[customer.home].block(customer.identity + ++customer.visit);
        customer.unit = static_cast<std::uint16_t>(hospital * kKinds + kind);
        customer.stay = sim::exp(log_median_[kind] + kSpread * sim::normal_quantile(block.uniform(0)));
        customer.goes_on = block.uniform_word(3) < 0.2;
        seek_bed(number);
    }

    void serve(Unit& unit) {
        while (!unit.line.empty() && unit.beds.has_free()) {
            const Waiting next = unit.line.leave(unit.line.first());
            const std::size_t priority = customers_[next.customer].priority;
            ++result_.waited[priority];
            result_.wait[priority] += clock_.now() - next.since;
            admit(next.customer);
        }
    }

    void change_beds(std::uint32_t change) {
        for (std::size_t i = 0; i < units_.size(); ++i) {
            const int beds = units_[i].beds.capacity();
            int now = beds;
            if (change == 1 && i < kKinds) now = (beds * 105 + 99) / 100;
            if (change == 2 && i % kKinds == 2) now = beds * 95 / 100;
            if (change == 3) now = (beds * 108 + 99) / 100;
            units_[i].beds.change_capacity(now - beds);
            serve(units_[i]);
        }
    }

    // Coefficient of variation 1.2: spread^2 = log(1 + 1.44).
    static inline const double kSpread = std::sqrt(sim::log(2.44));

    double days_;
    std::array<double, kKinds> log_median_{};
    std::array<Unit, kHospitals * kKinds> units_;
    std::vector<sim::Arrivals<SeasonAndWeek>> arrivals_;
    std::vector<sim::RandomStream> luck_; ///< of the customers of each unit
    sim::BasicEventQueue<List> queue_;
    sim::Clock clock_;
    sim::Slots<Customer> customers_;
    std::vector<sim::Arrival> slice_;
    StayBatch stays_;
    RegionResult result_;
};

} // namespace framsyn::workloads
