#pragma once

namespace framsyn::app {

/// The whole program: reads the command line, runs the command, prints what is wrong, and returns the exit code:
/// 0 done, 1 failed while running, 2 bad input or usage, 130 interrupted.
int run_program(int argc, const char* const* argv);

} // namespace framsyn::app
