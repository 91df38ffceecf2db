#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/study/study.hpp"

namespace framsyn::app {

// `keep` asks every table for its rows as values too.

TidyTable need_table(const study::Study& study, bool keep);
TidyTable need_by_residence_table(const study::Study& study, bool keep);
TidyTable gap_table(const study::Study& study, bool keep);
TidyTable gap_by_utilisation_table(const study::Study& study, bool keep);
TidyTable change_table(const study::Study& study, bool keep);
/// The same since the last counted year.
TidyTable change_from_count_table(const study::Study& study, bool keep);
TidyTable quantiles_table(const study::Study& study, bool keep);
/// The same, and nothing of what the gap is made of.
TidyTable quantiles_without_parts_table(const study::Study& study, bool keep);

} // namespace framsyn::app
