#pragma once

#include "app/command/line/verbs.hpp"

namespace framsyn::app {

// Each adds a verb, its options and what it does.

void add_check(Verbs& verbs);
void add_run(Verbs& verbs); ///< and project
void add_compare(Verbs& verbs);
void add_explain(Verbs& verbs);
void add_new(Verbs& verbs);
void add_solve(Verbs& verbs);
void add_plot(Verbs& verbs);
void add_page(Verbs& verbs);
void add_import(Verbs& verbs);
void add_export(Verbs& verbs);
void add_sweep(Verbs& verbs);
void add_tornado(Verbs& verbs);
void add_schema(Verbs& verbs);

} // namespace framsyn::app
