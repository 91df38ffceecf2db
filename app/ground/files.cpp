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

std::optional<Text> Texts::fault(const std::string& path) const {
    if (texts_.contains(normal(path))) return std::nullopt;
    return Text{"finner ikke filen", "there is no such file"};
}

std::string Texts::read(const std::string& path) const {
    if (const std::optional<Text> why = fault(path)) throw BadInput({path, 0, 0}, *why);
    return texts_.at(normal(path));
}

} // namespace framsyn::app
