#include "app/ground/files.hpp"

#include "app/ground/problems.hpp"

#include <filesystem>

namespace framsyn::app {
namespace {

/// One name for "./tables/a.csv" and "tables/a.csv".
std::string normal(const std::string& path) {
    return std::filesystem::path(path).lexically_normal().generic_string();
}

} // namespace

void Texts::put(const std::string& path, std::string text) {
    texts_[normal(path)] = std::move(text);
}

void Texts::remove(const std::string& path) {
    texts_.erase(normal(path));
}

bool Texts::has(const std::string& path) const {
    return texts_.contains(normal(path));
}

std::string Texts::read(const std::string& path) const {
    const auto found = texts_.find(normal(path));
    if (found == texts_.end()) throw BadInput({path, 0, 0}, {"finner ikke filen", "there is no such file"});
    return found->second;
}

} // namespace framsyn::app
