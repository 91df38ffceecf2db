#pragma once

#include "models/study/scenario/scenario.hpp"

#include <map>

namespace framsyn::app {

/// What the columns and ids of the result tables are called in results.xlsx, which people read.
class WorkbookWords {
  public:
    WorkbookWords(const study::Scenario& scenario, Language language);

    /// Heading of a table's column, with its unit; the column's own name if it has no other.
    std::string heading(const std::string& file, const std::string& column) const;
    /// A cell as people read it: names for ids, words for codes; anything else as it is.
    std::string cell(const std::string& column, const std::string& text) const;

  private:
    Language language_;
    std::map<std::string, std::string> trusts_, services_, indicators_;
};

} // namespace framsyn::app
