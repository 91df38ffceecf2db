#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace framsyn::sim {

/// Places that are taken and given back: beds, machines, tables. Capacity may fall below what is in use: nobody is thrown
/// out, and the excess closes as places are released.
class Pool {
  public:
    explicit Pool(int capacity = 0) : capacity_(capacity) { assert(capacity >= 0); }

    [[nodiscard]] int capacity() const { return capacity_; }
    [[nodiscard]] int in_use() const { return in_use_; }
    [[nodiscard]] bool has_free(int places = 1) const { return in_use_ + places <= capacity_; }
    /// In use beyond the capacity.
    [[nodiscard]] int excess() const { return std::max(0, in_use_ - capacity_); }

    /// Takes places; the caller decides whether that may be beyond the capacity.
    void take(int places = 1) { in_use_ += places; }
    void release(int places = 1) {
        assert(in_use_ >= places);
        in_use_ -= places;
    }
    void change_capacity(int by) {
        assert(capacity_ + by >= 0);
        capacity_ += by;
    }

  private:
    int capacity_;
    int in_use_ = 0;
};

/// Places of one pool that are needed together with those of others (a bed, a nurse and a ventilator).
struct Claim {
    Pool* pool = nullptr;
    int places = 1;
};

/// Takes what every claim asks for, or nothing; true if it was taken. No two claims may name the same pool.
[[nodiscard]] inline bool take_all(std::span<const Claim> claims) {
    const bool all_free = std::all_of(claims.begin(), claims.end(),
                                      [](const Claim& claim) { return claim.pool->has_free(claim.places); });
    if (!all_free) return false;
    for (const Claim& claim : claims) claim.pool->take(claim.places);
    return true;
}

inline void release_all(std::span<const Claim> claims) {
    for (const Claim& claim : claims) claim.pool->release(claim.places);
}

/// Those who wait: by priority (0 first), then first come, first served. Anybody may also leave from the middle (give up,
/// be sent elsewhere). With `most`, a line that is full turns customers away: ask is_full before join. Slots are used
/// again, so that nothing is allocated once the line has had its greatest length.
template <class Item, std::size_t Priorities>
class WaitingLine {
  public:
    using Slot = std::uint32_t;

    WaitingLine() = default;
    explicit WaitingLine(std::size_t most) : most_(most) {}

    [[nodiscard]] bool is_full() const { return size_ >= most_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] std::size_t size() const { return size_; }

    /// The slot stays the customer's until leave.
    Slot join(const Item& item, std::size_t priority) {
        assert(!is_full() && priority < Priorities);
        const Slot slot = new_slot();
        Entry& entry = entries_[slot];
        Ends& ends = ends_[priority];
        entry = {item, ends.last, kNone, static_cast<std::uint32_t>(priority)};
        (ends.last == kNone ? ends.first : entries_[ends.last].next) = slot;
        ends.last = slot;
        ++size_;
        return slot;
    }

    /// Whether anybody of the priority waits.
    [[nodiscard]] bool has(std::size_t priority) const { return ends_[priority].first != kNone; }

    /// The slot of the next to be served; the line must not be empty.
    [[nodiscard]] Slot first() const {
        std::size_t priority = 0;
        while (ends_[priority].first == kNone) ++priority;
        return ends_[priority].first;
    }

    /// The slot of the first of one priority, of which there must be one.
    [[nodiscard]] Slot first_of(std::size_t priority) const {
        assert(ends_[priority].first != kNone);
        return ends_[priority].first;
    }

    /// Calls see(item) for everybody who waits, in the order in which they would be served.
    template <class See>
    void for_each(const See& see) const {
        for (const Ends& ends : ends_) {
            for (Slot slot = ends.first; slot != kNone; slot = entries_[slot].next) see(entries_[slot].item);
        }
    }

    [[nodiscard]] Item& operator[](Slot slot) { return entries_[slot].item; }
    [[nodiscard]] const Item& operator[](Slot slot) const { return entries_[slot].item; }

    /// Of a slot in use.
    Item leave(Slot slot) {
        const Entry entry = entries_[slot];
        assert(entry.priority < Priorities);
        entries_[slot].priority = Priorities; // nobody's
        Ends& ends = ends_[entry.priority];
        (entry.previous == kNone ? ends.first : entries_[entry.previous].next) = entry.next;
        (entry.next == kNone ? ends.last : entries_[entry.next].previous) = entry.previous;
        free_.push_back(slot);
        --size_;
        return entry.item;
    }

  private:
    static constexpr Slot kNone = std::numeric_limits<Slot>::max();
    struct Entry {
        Item item{};
        Slot previous = kNone;
        Slot next = kNone;
        std::uint32_t priority = 0;
    };
    struct Ends {
        Slot first = kNone;
        Slot last = kNone;
    };

    Slot new_slot() {
        if (free_.empty()) {
            entries_.emplace_back();
            return static_cast<Slot>(entries_.size() - 1);
        }
        const Slot slot = free_.back();
        free_.pop_back();
        return slot;
    }

    std::vector<Entry> entries_;
    std::vector<Slot> free_;
    std::array<Ends, Priorities> ends_{};
    std::size_t size_ = 0;
    std::size_t most_ = std::numeric_limits<std::size_t>::max();
};

} // namespace framsyn::sim
