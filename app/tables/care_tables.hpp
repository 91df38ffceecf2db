#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/study/study.hpp"

namespace framsyn::app {

// `keep` asks every table for its rows as values too.

TidyTable care_table(const study::Study& study, bool keep);
TidyTable care_by_site_table(const study::Study& study, bool keep);
TidyTable flows_table(const study::Study& study, bool keep);

} // namespace framsyn::app
