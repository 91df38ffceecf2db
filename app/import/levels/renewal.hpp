#pragma once

#include "app/ground/files.hpp"
#include "app/import/activity/year_plan.hpp"

#include <map>
#include <string>
#include <vector>

namespace framsyn::app {

/// Files with some that are about to be written in place of theirs.
class Draft : public Files {
  public:
    explicit Draft(const Files& below) : below_(below) {}
    void put(const std::string& path, const std::string& text);

    std::optional<Text> fault(const std::string& path) const override;
    bool leads_out(const std::string& path, const std::string& folder) const override;
    std::string read(const std::string& path) const override;

  private:
    const std::string* find(const std::string& path) const;

    const Files& below_;
    std::map<std::string, std::string> texts_;
};

/// What the scenario that counts are put on says already. It may be one whose flows miss its counts.
KnownBase known_base(const Files& files, const std::string& path);

/// A renewal's file with the levels of flows that go with it.
struct Renewal {
    std::string content;
    std::size_t flows = 0;         ///< whose levels are new
    std::vector<Text> still_wrong; ///< what `check` will say of it, as lines
};

/// Adds to a scenario's file, which is in the draft, the flows that must follow its counts. Throws BadInput where it can't
/// be read even with its counts left aside.
Renewal renewal_of(Draft& draft, const std::string& path);

/// What is said of it: how many flows have new levels, and what is left.
std::string said_of(const Renewal& renewal, const std::string& file, Language language);

/// The start of a file that puts new rates (a file in the same folder) on top of a scenario.
std::string rates_file(const Files& files, const std::string& base, const std::string& extends,
                       const std::string& table, const std::string& source);

} // namespace framsyn::app
