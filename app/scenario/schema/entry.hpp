#pragma once

#include "app/scenario/text/value.hpp"
#include "models/values/quantity.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::app {

/// Typed reading of one checked section or list entry: after check_against_schema has passed nothing here can fail, so
/// a failure is a mistake in the program. Quantities are gathered as assumptions as they are read.
class Entry {
  public:
    Entry(const Value& value, std::string address, std::vector<Quantity>& assumptions)
        : value_(&value), address_(std::move(address)), assumptions_(&assumptions) {}

    const Value& value() const { return *value_; }
    const Position& at() const { return value_->at; }
    const Position& at(const std::string& key) const;
    bool has(const std::string& key) const { return value_->find(key) != nullptr; }

    std::string text(const std::string& key) const;
    std::string text_or_empty(const std::string& key) const { return has(key) ? text(key) : ""; }
    bool flag(const std::string& key) const;
    int integer(const std::string& key) const;
    int integer_or(const std::string& key, int fallback) const { return has(key) ? integer(key) : fallback; }
    Date date(const std::string& key) const;
    std::vector<std::string> texts(const std::string& key) const;

    Quantity quantity(const std::string& key) const;
    /// A number that may be left out: then it is this value, which isn't an assumption of the scenario.
    Quantity quantity_or(const std::string& key, double fallback) const;
    /// A number that says how to compute, not how the world is: it isn't an assumption of the scenario.
    Quantity setting_or(const std::string& key, double fallback) const;
    std::optional<Quantity> optional_quantity(const std::string& key) const;

  private:
    const Value& get(const std::string& key) const;

    const Value* value_;
    std::string address_;
    std::vector<Quantity>* assumptions_;
};

/// The entries of a list of the scenario in file order; none if the list is absent.
std::vector<Entry> entries_of(const Value& root, const std::string& list, std::vector<Quantity>& assumptions);

} // namespace framsyn::app
