#pragma once

#include "app/ground/problems.hpp"
#include "app/import/activity/service_words.hpp"

#include <map>
#include <set>
#include <string>
#include <tuple>

namespace framsyn::app {

constexpr int oldest_age = 105;

/// Persons of all trusts together by year, sex and age, from a scenario's table `trust,year,sex,age,persons`.
class Residents {
  public:
    Residents(const std::string& text, const std::string& name, Problems& problems);

    bool has(int year) const { return years_.count(year) > 0; }

    /// Half of those of a 1 January and half of those of the next, of one sex or (empty) both.
    double in_year(int year, const AgeSpanRead& ages, const std::string& sex = "") const;

  private:
    double on(const std::string& sex, int year, int age) const;

    std::map<std::tuple<std::string, int, int>, double> persons_;
    std::set<int> years_;
};

} // namespace framsyn::app
