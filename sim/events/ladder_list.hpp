#pragma once

#include "sim/events/event.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace framsyn::sim {

/// A ladder after Tang, Goh and Thng (2005), ACM TOMACS 15(3): far events lie unsorted on top; when the rungs below are
/// used up the top is dealt into the buckets of a new rung, a full bucket into a finer rung, and a bucket of few events
/// is sorted to the bottom, from which events are taken.
class LadderList {
  public:
    [[nodiscard]] std::size_t size() const { return size_; }

    void insert(const Event& event) {
        ++size_;
        if (event.time() > top_after_) return top_.push_back(event);
        for (std::size_t i = 0; i < rungs_in_use_; ++i) {
            Rung& rung = rungs_[i];
            const std::size_t bucket = rung.bucket_of(event);
            if (bucket >= rung.next) return rung.buckets[bucket].push_back(event);
        }
        insert_at_bottom(event);
        if (bottom_.size() > kMostAtBottom && rungs_in_use_ < kMostRungs) rise_from_bottom();
    }

    [[nodiscard]] const Event* first() {
        if (bottom_.empty()) {
            if (size_ == 0) return nullptr;
            refill();
        }
        return &bottom_.back();
    }

    void remove_first() {
        bottom_.pop_back();
        --size_;
    }

  private:
    static constexpr std::size_t kMostSorted = 48; ///< larger buckets become rungs
    static constexpr std::size_t kMostAtBottom = 2 * kMostSorted;
    static constexpr std::size_t kMostRungs = 8;

    struct Rung {
        double start = 0.0;
        double buckets_per_unit = 0.0;
        std::size_t next = 0; ///< buckets before have been emptied
        std::size_t in_use = 0;
        std::vector<std::vector<Event>> buckets;

        // Rises with time, whatever is rounded, which is all that order needs.
        [[nodiscard]] std::size_t bucket_of(const Event& event) const {
            const double place = (event.time().since_start() - start) * buckets_per_unit;
            if (!(place > 0.0)) return 0;
            return static_cast<std::size_t>(std::min(place, static_cast<double>(in_use - 1)));
        }
    };

    void insert_at_bottom(const Event& event) {
        std::size_t hole = bottom_.size();
        bottom_.push_back(event);
        for (; hole > 0 && bottom_[hole - 1] < event; --hole) bottom_[hole] = bottom_[hole - 1];
        bottom_[hole] = event;
    }

    // A bottom that has grown too long becomes a rung, unless all of it happens at one instant.
    void rise_from_bottom() {
        if (!(bottom_.back().time() < bottom_.front().time())) return;
        bucket_.swap(bottom_);
        deal();
        bucket_.clear();
    }

    void refill() {
        while (bottom_.empty()) {
            if (rungs_in_use_ == 0) {
                bucket_.swap(top_);
                top_.clear();
                for (const Event& event : bucket_) top_after_ = std::max(top_after_, event.time());
            } else {
                Rung& rung = rungs_[rungs_in_use_ - 1];
                while (rung.next + 1 < rung.in_use && rung.buckets[rung.next].empty()) ++rung.next;
                bucket_.swap(rung.buckets[rung.next++]);
                if (rung.next == rung.in_use) --rungs_in_use_; // or used-up rungs would fill the ladder
                if (bucket_.empty()) continue;
            }
            deal();
            bucket_.clear();
        }
    }

    // The taken bucket goes to the bottom, or onto a rung of its own if it is too full to sort.
    void deal() {
        const auto [earliest, latest] = std::minmax_element(bucket_.begin(), bucket_.end());
        const double start = earliest->time().since_start();
        const double span = latest->time().since_start() - start;
        const auto events = static_cast<double>(bucket_.size());
        const bool can_split = span > 0.0 && events / span < 0x1p1000;
        if (bucket_.size() <= kMostSorted || rungs_in_use_ == kMostRungs || !can_split) {
            bottom_ = bucket_;
            std::sort(bottom_.begin(), bottom_.end(), [](const Event& a, const Event& b) { return b < a; });
            return;
        }
        if (rungs_in_use_ == rungs_.size()) rungs_.emplace_back();
        Rung& rung = rungs_[rungs_in_use_++];
        rung.start = start;
        rung.buckets_per_unit = events / span;
        rung.next = 0;
        rung.in_use = bucket_.size();
        if (rung.buckets.size() < rung.in_use) rung.buckets.resize(rung.in_use);
        for (const Event& event : bucket_) rung.buckets[rung.bucket_of(event)].push_back(event);
    }

    std::vector<Event> top_;
    Time top_after_{-1.0};    ///< later events belong on top
    std::vector<Rung> rungs_; ///< from coarse to fine
    std::size_t rungs_in_use_ = 0;
    std::vector<Event> bottom_; ///< in falling order, the next at the back
    std::vector<Event> bucket_; ///< being dealt
    std::size_t size_ = 0;
};

static_assert(EventList<LadderList>);

} // namespace framsyn::sim
