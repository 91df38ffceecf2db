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
    case study::Stage::points:
        return {"Punkter", "Points"};
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

PointProgress::PointProgress(Language language, bool quiet, std::size_t total)
    : language_(language), quiet_(quiet), terminal_(::isatty(STDERR_FILENO) == 1), total_(total),
      begun_(std::chrono::steady_clock::now()), shown_(begun_) {}

PointProgress::~PointProgress() {
    end();
}

void PointProgress::end() {
    if (drawn_) std::fputs("\r\033[K", stderr);
    drawn_ = false;
}

void PointProgress::show(std::size_t done, std::size_t total) {
    using namespace std::chrono;
    const auto now = steady_clock::now();
    const auto pause = terminal_ ? steady_clock::duration(milliseconds(200)) : steady_clock::duration(minutes(1));
    if (quiet_ || total == 0 || now - shown_ < pause) return;
    shown_ = now;
    const double rate = static_cast<double>(done) / duration<double>(now - begun_).count();
    const double left_s = rate > 0.0 ? static_cast<double>(total - done) / rate : 0.0;
    const bool nb = language_ == Language::nb;
    std::string line = fmt::format(fmt::runtime(nb ? "{} av {} punkter, {:.3g} i minuttet, {:.0f} s igjen"
                                                   : "{} of {} points, {:.3g} a minute, {:.0f} s left"),
                                   done, total, 60.0 * rate, left_s);
    if (terminal_) {
        constexpr std::size_t width = 30;
        const std::size_t full = width * done / total;
        line = "\r\033[K[" + std::string(full, '#') + std::string(width - full, '.') + "] " + line;
        drawn_ = true;
    } else {
        line += "\n";
    }
    std::fputs(line.c_str(), stderr);
    std::fflush(stderr);
}

} // namespace framsyn::app
