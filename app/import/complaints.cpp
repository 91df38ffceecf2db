#include "app/import/complaints.hpp"

#include <fmt/format.h>

namespace framsyn::app {
namespace {

constexpr int most_of_a_kind = 10;

} // namespace

void Complaints::add(const char* kind_nb, const char* kind_en, const Position& at, Text message) {
    Kind& kind = kinds_[kind_nb];
    kind.en = kind_en;
    if (++kind.count <= most_of_a_kind) problems_.add(at, std::move(message));
}

void Complaints::finish() {
    for (const auto& [nb, kind] : kinds_) {
        if (kind.count <= most_of_a_kind) continue;
        problems_.add({file_, 0, 0},
                      {fmt::format("{}: {} til, bare de ti første vises", nb, kind.count - most_of_a_kind),
                       fmt::format("{}: {} more, only the first ten are shown", kind.en, kind.count - most_of_a_kind)});
    }
}

} // namespace framsyn::app
