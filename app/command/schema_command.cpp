#include "app/command/schema_command.hpp"

#include "app/scenario/schema/schema.hpp"
#include "app/tables/catalogue/catalogue.hpp"

#include <fmt/format.h>

namespace framsyn::app {

void schema_command(const std::string& what) {
    fmt::print("{}", what == "results" ? catalogue_json() : json_schema());
}

} // namespace framsyn::app
