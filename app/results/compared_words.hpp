#pragma once

#include "models/study/answers/comparison.hpp"
#include "models/values/date.hpp"
#include "models/values/text.hpp"

#include <string>

namespace framsyn::app {

/// Exactly the same in every draw or replication.
bool is_nothing(const study::ComparisonRow& row);

/// How numbers of a comparison are said in one language.
class ComparedWords {
  public:
    explicit ComparedWords(Language language) : language_(language) {}

    const char* say(const char* nb, const char* en) const { return language_ == Language::nb ? nb : en; }

    /// A number of beds, without decimals where it is whole.
    std::string beds(double value) const;
    /// A day without its year.
    std::string day(const Date& date) const;
    /// As the unit of the row asks for.
    std::string level(const study::ComparisonRow& row, double value) const;
    /// The difference alone: before and after aren't known.
    std::string change(const study::ComparisonRow& row, const char* unit = "") const;
    std::string before_and_after(const study::ComparisonRow& row) const;
    std::string before_after_and_change(const study::ComparisonRow& row, const char* unit = "") const;

  private:
    std::string difference(const study::ComparisonRow& row) const;
    /// From where to where the difference is; nothing where it is the same in every draw.
    std::string interval(const study::ComparisonRow& row) const;
    /// Whether the difference and its interval round to nothing.
    bool shows_nothing(const study::ComparisonRow& row) const;
    std::string amount(const study::ComparisonRow& row, double value) const;

    Language language_;
};

} // namespace framsyn::app
