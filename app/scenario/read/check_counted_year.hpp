#pragma once

#include "app/scenario/people/written_scenario.hpp"
#include "app/scenario/text/value.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// An entry of a list that a file says something of on top of the file it extends.
struct Touched {
    std::string list;
    std::string id;
    Position at;
};

/// What the user wrote beside what stood there: the file at the root of the chain of `extends`, everything that stood
/// before the last file, and the entries that files on top of the root touch, in their order.
struct WrittenOnTop {
    std::string root_file;
    Value before;
    std::vector<Touched> touched;
};

/// The counted bed days of the base year hold: flows that miss them by more than the count's interval (a tenth where it
/// has none) are a problem, at the line that the user wrote. Also remarks on beds without patients and on patients whose
/// beds all close. The population must be resolved.
void check_counted_year(const WrittenScenario& scenario, const WrittenOnTop& written, const Value& root,
                        Problems& problems);
/// Stocks that shrink to fewer than nobody before the last year.
void check_stocks(const WrittenScenario& scenario, Problems& problems);
/// Remarks on beds without patients and on patients whose beds all close; where an action closes them it is a problem.
void check_beds_and_patients(const WrittenScenario& scenario, const Value& root, Problems& problems, Problems& remarks);

} // namespace framsyn::app
