#pragma once

#include "app/scenario/schema/scenario_sections.hpp"
#include "app/scenario/text/value.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace framsyn::app {

/// Words that a value may be.
struct KnownNames {
    std::vector<std::string> in_order;
    std::set<std::string> sorted;

    bool has(const std::string& name) const { return sorted.contains(name); }
    /// All of them, or the first and how many there are.
    std::string listed() const;
};

/// The ids of a scenario that its references may name, gathered once for each kind of reference.
class KnownIds {
  public:
    explicit KnownIds(const Value& root) : root_(root) {}
    const KnownNames& names_for(const Key& key);

    /// Ids of entries that mention a word of what somebody took for a name, as the place in a site, a source or a planned
    /// change of beds; with that word. None where no entry does, or many do.
    struct Mention {
        std::string word;
        std::vector<std::string> ids;
    };
    Mention mentions(const Key& key, const std::string& name) const;

  private:
    const Value& root_;
    std::map<const Key*, KnownNames> gathered_;
};

} // namespace framsyn::app
