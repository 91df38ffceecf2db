#pragma once

#include "models/study/scenario/scenario.hpp"

#include <map>

namespace framsyn::app {

/// What the ids and codes of the result tables are called in results.xlsx, which people read.
class WorkbookWords {
  public:
    WorkbookWords(const study::Scenario& scenario, Language language);

    /// A cell as people read it: names for ids, words for codes; anything else as it is.
    std::string cell(const std::string& column, const std::string& text) const;

  private:
    Language language_;
    std::map<std::string, std::string> trusts_, services_, indicators_, roles_;
};

} // namespace framsyn::app
