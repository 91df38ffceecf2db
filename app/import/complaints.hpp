#pragma once

#include "app/ground/problems.hpp"

#include <map>
#include <string>

namespace framsyn::app {

/// Problems of which a large table can have very many: the first ten of a kind are said, the rest counted.
class Complaints {
  public:
    Complaints(Problems& problems, std::string file) : problems_(problems), file_(std::move(file)) {}

    void add(const char* kind_nb, const char* kind_en, const Position& at, Text message);
    /// Says how many were left out.
    void finish();

  private:
    struct Kind {
        std::string en;
        int count = 0;
    };
    Problems& problems_;
    std::string file_;
    std::map<std::string, Kind> kinds_;
};

} // namespace framsyn::app
