#include "models/study/draws/parameter_group.hpp"

#include <string_view>

namespace framsyn::study {

VarianceGroup group_of(const std::string& address) {
    const std::string_view text(address);
    const std::string_view list = text.substr(0, text.find('.'));
    if (list == "flow" || list == "activity" || list == "use_level" || (list == "service" && text.ends_with(".level")))
        return VarianceGroup::level;
    if (list == "demography") return VarianceGroup::demography;
    if (list == "stay") return VarianceGroup::stays;
    if (list == "factor" || list == "stock" || list == "action") return VarianceGroup::factors;
    return VarianceGroup::rates;
}

} // namespace framsyn::study
