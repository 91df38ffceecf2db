#include "app/tables/comparison_file.hpp"

#include <nlohmann/json.hpp>

namespace framsyn::app {

ResultFile comparison_file(const std::string& base, const std::vector<std::string>& alternatives,
                           const study::Extent& extent) {
    const nlohmann::ordered_json json{{"schema", 1},
                                      {"base", base},
                                      {"alternatives", alternatives},
                                      {"draws", extent.draws.count},
                                      {"replications", extent.replications.count}};
    return {"comparison.json", json.dump(2) + "\n"};
}

} // namespace framsyn::app
