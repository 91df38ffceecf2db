#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <vector>

namespace framsyn::sim {

/// Customers, or whatever comes and goes: each has a number while it is there, which can be the payload of an event.
/// Numbers are used again, so that nothing is allocated once there have been as many values as there will be at a time.
template <class Value>
class Slots {
    static_assert(std::is_trivially_copyable_v<Value>);

  public:
    using Number = std::uint32_t;

    Number put(const Value& value) {
        ++size_;
        if (free_ == kNone) {
            slots_.push_back({value});
            return static_cast<Number>(slots_.size() - 1);
        }
        const Number number = free_;
        free_ = slots_[number].next_free;
        slots_[number].value = value;
        return number;
    }

    /// Of a number in use.
    [[nodiscard]] Value& operator[](Number number) { return slots_[number].value; }
    [[nodiscard]] const Value& operator[](Number number) const { return slots_[number].value; }

    /// Frees a number in use; returns the value it had.
    Value take(Number number) {
        assert(size_ > 0);
        --size_;
        const Value value = slots_[number].value;
        slots_[number].next_free = free_;
        free_ = number;
        return value;
    }

    [[nodiscard]] std::size_t size() const { return size_; }

  private:
    static constexpr Number kNone = std::numeric_limits<Number>::max();
    union Slot {
        Value value;
        Number next_free;
    };

    std::vector<Slot> slots_;
    Number free_ = kNone;
    std::size_t size_ = 0;
};

} // namespace framsyn::sim
