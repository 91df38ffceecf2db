#include "app/command/schema_command.hpp"

#include "app/scenario/schema/schema.hpp"
#include "app/tables/catalogue/catalogue.hpp"

#include <cstdio>

namespace framsyn::app {

void schema_command(const std::string& what) {
    std::fputs((what == "results" ? catalogue_json() : json_schema()).c_str(), stdout);
}

} // namespace framsyn::app
