#pragma once

#include "models/values/text.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace framsyn::app {

/// What the progress line says while charts are drawn.
inline const Text charts_stage{"Figurer og rapport", "Charts and report"};

/// Draws the charts and the report of a result folder: the program in plots/, run by Node.js beside this one, reads the
/// folder's files and nothing else. Ends the program with itself.
class ChartMaker {
  public:
    /// Starts the program, which waits for begin(): it is found missing before hours are spent on computing. `images`:
    /// PNG and PDF beside the SVG. `edited` names result files that were changed since the run, to be said in the report.
    /// Throws std::runtime_error if Node.js can't be started.
    ChartMaker(const std::filesystem::path& folder, Language language, bool images,
               const std::vector<std::string>& edited);
    ChartMaker(const ChartMaker&) = delete;
    ChartMaker(ChartMaker&&) = delete;
    ChartMaker& operator=(const ChartMaker&) = delete;
    ChartMaker& operator=(ChartMaker&&) = delete;
    ~ChartMaker(); ///< stops what isn't finished

    /// Lets it draw; the folder's tables and context must be there.
    void begin();
    /// Waits for the end. Throws BadInput if it found the files malformed (it prints which), Interrupted, or
    /// std::runtime_error if it failed otherwise.
    void finish();

  private:
    std::string program_;
    int child_ = 0;   ///< process; 0 when there is none
    int signal_ = -1; ///< what the program listens to; -1 when it has been told, or is not there
    void hang_up();
};

} // namespace framsyn::app
