#include "app/sweep/read/read_once.hpp"

#include <utility>

namespace framsyn::app {

std::optional<Text> ReadOnce::fault(const std::string& path) const {
    if (texts_.contains(path)) return std::nullopt;
    return files_.fault(path);
}

bool ReadOnce::leads_out(const std::string& path, const std::string& folder) const {
    const std::pair key{path, folder};
    const auto known = leads_out_.find(key);
    if (known != leads_out_.end()) return known->second;
    const bool out = files_.leads_out(path, folder);
    if (!closed_) leads_out_.emplace(key, out);
    return out;
}

std::string ReadOnce::read(const std::string& path) const {
    const auto known = texts_.find(path);
    if (known != texts_.end()) return known->second;
    std::string text = files_.read(path);
    if (!closed_) texts_.emplace(path, text);
    return text;
}

} // namespace framsyn::app
