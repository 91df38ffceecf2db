#pragma once

#include "models/study/draws/runner.hpp"
#include "models/values/text.hpp"

#include <chrono>

namespace framsyn::app {

/// What a study's stage is called on the line.
Text stage_name(study::Stage stage);

/// One line on a terminal's standard error that says how far a stage has come and how long is left; nothing in a pipe.
class ProgressLine {
  public:
    ProgressLine(Language language, bool quiet);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine(ProgressLine&&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ProgressLine& operator=(ProgressLine&&) = delete;

    /// `stage` tells stages apart, in the language of the line.
    void show(const std::string& stage, std::size_t done, std::size_t total);

  private:
    Language language_;
    bool active_;
    std::string stage_;
    std::chrono::steady_clock::time_point begun_;
    std::chrono::steady_clock::time_point shown_;
};

} // namespace framsyn::app
