#include "app/command/process/progress.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <cstdio>

namespace framsyn::app {

Text stage_name(study::Stage stage) {
    switch (stage) {
    case study::Stage::draws:
        return {"Befolkning og døgn", "Population and bed days"};
    case study::Stage::beds:
        return {"Behov", "Need"};
    case study::Stage::care:
        return {"Pasientsimulering", "Patient simulation"};
    case study::Stage::cells:
        return {"Tabeller", "Tables"};
    }
    return {};
}
ProgressLine::ProgressLine(Language language, bool quiet)
    : language_(language), active_(!quiet && ::isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
    if (active_ && !stage_.empty()) std::fputs("\r\033[K", stderr);
}

void ProgressLine::show(const std::string& stage, std::size_t done, std::size_t total) {
    if (!active_) return;
    using namespace std::chrono;
    const auto now = steady_clock::now();
    if (stage != stage_) {
        stage_ = stage;
        begun_ = now;
    } else if (now - shown_ < milliseconds(100) && done < total) {
        return;
    }
    shown_ = now;
    const double elapsed = duration<double>(now - begun_).count();
    std::string line = fmt::format("\r\033[K{}: ", stage);
    if (total > 0) line += fmt::format("{} %", 100 * done / total);
    if (done > 0 && done < total && elapsed > 0.5) {
        const double left = elapsed * static_cast<double>(total - done) / static_cast<double>(done);
        line += fmt::format(", {:.0f} s {}", left, language_ == Language::nb ? "igjen" : "left");
    }
    std::fputs(line.c_str(), stderr);
    std::fflush(stderr);
}

} // namespace framsyn::app
