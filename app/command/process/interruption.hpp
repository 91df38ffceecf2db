#pragma once

#include <atomic>
#include <thread>

namespace framsyn::app {

/// Interruption by signals (INT, TERM and, unless nohup has it ignored, HUP). Stages look at the flag and end by themselves; a
/// stage that hasn't come to look in time is ended from beside: what is unfinished is undone, and the program ends with
/// exit code 130. There is one at a time.
class Interruption {
  public:
    Interruption();
    Interruption(const Interruption&) = delete;
    Interruption(Interruption&&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    Interruption& operator=(Interruption&&) = delete;
    ~Interruption();

    static const std::atomic<bool>& flag();

  private:
    std::thread watch_;
};

} // namespace framsyn::app
