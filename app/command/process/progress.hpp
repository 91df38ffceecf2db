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

/// How many points of a sweep are done, how fast and how long is left: a bar on a terminal's standard error, one line a minute in
/// a log.
class PointProgress {
  public:
    PointProgress(Language language, bool quiet, std::size_t total);
    PointProgress(const PointProgress&) = delete;
    PointProgress(PointProgress&&) = delete;
    PointProgress& operator=(const PointProgress&) = delete;
    PointProgress& operator=(PointProgress&&) = delete;
    ~PointProgress();

    void show(std::size_t done) { show(done, total_); }
    void show(std::size_t done, std::size_t total);
    void end(); ///< takes the bar away

  private:
    Language language_;
    bool quiet_;
    bool terminal_;
    std::size_t total_;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point begun_, shown_;
};

} // namespace framsyn::app
