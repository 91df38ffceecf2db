#include "app/ground/hints.hpp"

#include "app/ground/problems.hpp"

namespace framsyn::app {

std::string Hints::nearest(const std::string& name, const std::vector<std::string>& candidates) {
    if (left_ == 0) return "";
    --left_;
    return nearest_name(name, candidates);
}

Text Hints::did_you_mean(const std::string& name, const std::vector<std::string>& candidates) {
    if (left_ == 0) return {};
    --left_;
    return app::did_you_mean(name, candidates);
}

} // namespace framsyn::app
