#pragma once

#include "sim/events/event.hpp"
#include "sim/events/heap_list.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

namespace framsyn::sim {

/// A calendar of days after Brown (1988), CACM 31(10): an event is thrown into the day of its time, and a day is sorted
/// when it begins. Days are reused year after year, and an event of a later year waits in its day until its year has
/// come. The length of a day follows the load, so that insert and remove take the same time however many events wait.
/// A few events are kept as one sorted row, without days; those that would have to move many of today's are put in a
/// heap, so that no pattern of times costs more than a heap does.
class CalendarList {
  public:
    [[nodiscard]] std::size_t size() const { return size_; }

    void insert(const Event& event) {
        ++size_;
        if (days_.empty()) {
            insert_today(event);
            if (size_ > kMostWithoutDays) open_calendar();
            return;
        }
        const std::int64_t day = number_of_day(event);
        if (day <= today_number_) {
            ++taken_;
            insert_today(event);
            return judge_days();
        }
        days_[slot_of(day)].push_back(event);
        if (size_ > kMostLoad * days_.size()) lay_out(days_per_unit_);
    }

    [[nodiscard]] const Event* first() {
        if (aside_.size() != 0) return first_beside_heap();
        if (today_.empty()) {
            if (size_ == 0) return nullptr;
            begin_next_day();
        }
        return &today_.back();
    }

    void remove_first() {
        --size_;
        if (!first_is_aside_) return today_.pop_back();
        aside_.remove_first();
        first_is_aside_ = false;
    }

  private:
    static constexpr std::size_t kMostWithoutDays = 16;
    static constexpr std::size_t kMostMoved = 32;
    static constexpr std::size_t kMostInserted = 24; ///< more are sorted by the library
    static constexpr std::size_t kFewestDays = 64;
    static constexpr std::size_t kGoodLoad = 4; ///< events in a day
    static constexpr std::size_t kMostLoad = 2 * kGoodLoad;

    // Rises with time, whatever is rounded, which is all that order needs.
    [[nodiscard]] std::int64_t number_of_day(const Event& event) const {
        return static_cast<std::int64_t>(std::min(event.time().since_start() * days_per_unit_, 0x1p62));
    }
    [[nodiscard]] std::size_t slot_of(std::int64_t day) const {
        return static_cast<std::size_t>(day) & (days_.size() - 1);
    }

    // Today's events lie in falling order, the next at the back. Most insertions are near the back.
    void insert_today(const Event& event) {
        std::size_t hole = today_.size();
        if (hole > kMostMoved && today_[hole - kMostMoved] < event) return aside_.insert(event);
        today_.push_back(event);
        while (hole > 0 && today_[hole - 1] < event) {
            today_[hole] = today_[hole - 1];
            --hole;
        }
        today_[hole] = event;
    }

    [[nodiscard]] const Event* first_beside_heap() {
        const Event* aside = aside_.first();
        first_is_aside_ = today_.empty() || *aside < today_.back();
        return first_is_aside_ ? aside : &today_.back();
    }

    void begin_next_day() {
        std::size_t passed = 0;
        do {
            // A whole year without an event: look for the next one instead of turning pages.
            if (passed == days_.size()) today_number_ = first_day_of_all() - 1;
            ++today_number_;
            ++passed;
            take_today();
        } while (today_.empty());
        sort_today();
        passed_ += passed;
        taken_ += today_.size();
        judge_days();
    }

    // Those of later years stay.
    void take_today() {
        std::vector<Event>& day = days_[slot_of(today_number_)];
        today_.swap(day);
        std::size_t kept = 0;
        for (const Event& event : today_) {
            if (number_of_day(event) == today_number_) {
                today_[kept++] = event;
            } else {
                day.push_back(event);
            }
        }
        today_.resize(kept);
    }

    void sort_today() {
        if (today_.size() > kMostInserted) {
            std::sort(today_.begin(), today_.end(), [](const Event& a, const Event& b) { return b < a; });
            return;
        }
        for (std::size_t sorted = 1; sorted < today_.size(); ++sorted) {
            const Event event = today_[sorted];
            std::size_t hole = sorted;
            for (; hole > 0 && today_[hole - 1] < event; --hole) today_[hole] = today_[hole - 1];
            today_[hole] = event;
        }
    }

    [[nodiscard]] std::int64_t first_day_of_all() const {
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        for (const std::vector<Event>& day : days_) {
            for (const Event& event : day) least = std::min(least, number_of_day(event));
        }
        return least;
    }

    // Now and then: makes days shorter that have had far too many events, and longer that have had too few.
    void judge_days() {
        if (taken_ + passed_ < std::max<std::size_t>(4 * size_, 1024)) return;
        const double load = static_cast<double>(taken_) / static_cast<double>(std::max<std::size_t>(passed_, 1));
        taken_ = 0;
        passed_ = 0;
        constexpr auto good = static_cast<double>(kGoodLoad);
        if (load > 2.0 * good) lay_out(std::min(days_per_unit_ * power_of_two_near(load / good), 0x1p900));
        if (load < 0.5 * good) lay_out(std::max(days_per_unit_ / power_of_two_near(good / load), 0x1p-900));
    }

    static double power_of_two_near(double ratio) {
        double power = 1.0;
        while (2.0 * power <= ratio && power < 0x1p40) power *= 2.0;
        return power;
    }

    void open_calendar() {
        const double span = today_.front().time() - today_.back().time();
        const double days = static_cast<double>(size_) / static_cast<double>(kGoodLoad);
        const bool is_known = span > 0.0 && span < std::numeric_limits<double>::infinity();
        lay_out(is_known ? std::clamp(days / span, 0x1p-40, 0x1p40) : 1.0);
    }

    // Writes everything into a new calendar.
    void lay_out(double days_per_unit) {
        std::vector<Event> all = std::move(today_);
        for (const std::vector<Event>& day : days_) all.insert(all.end(), day.begin(), day.end());
        for (; aside_.size() != 0; aside_.remove_first()) all.push_back(*aside_.first());
        first_is_aside_ = false;
        days_per_unit_ = days_per_unit;
        days_.assign(std::bit_ceil(std::max(2 * all.size() / kGoodLoad, kFewestDays)), {});
        today_number_ = number_of_day(*std::min_element(all.begin(), all.end()));
        today_.clear();
        for (const Event& event : all) {
            const std::int64_t day = number_of_day(event);
            (day == today_number_ ? today_ : days_[slot_of(day)]).push_back(event);
        }
        sort_today();
    }

    std::vector<Event> today_;
    HeapList aside_; ///< of today, too
    bool first_is_aside_ = false;
    std::vector<std::vector<Event>> days_; ///< of a year; empty: no calendar yet
    std::size_t size_ = 0;
    std::int64_t today_number_ = 0; ///< days since time 0; earlier events that come late are today's, too
    double days_per_unit_ = 1.0;    ///< of the model's time
    std::size_t taken_ = 0;         ///< events that became today's, and days, since the length of a day was last judged
    std::size_t passed_ = 0;
};

static_assert(EventList<CalendarList>);

} // namespace framsyn::sim
