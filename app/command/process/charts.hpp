#pragma once

#include "app/ground/disk/unfinished.hpp"
#include "app/ground/failure.hpp"
#include "models/values/text.hpp"

#include <atomic>
#include <exception>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace framsyn::app {

/// What the progress line says while charts are drawn.
inline const Text charts_stage{"Figurer og rapport", "Charts and report"};

/// The program that draws the charts could not be started, or failed.
struct ChartsFailed : Failure {
    using Failure::Failure;
};

/// Where the engine and the scripts of `framsyn page` are: named by FRAMSYN_PAGE, installed beside the command, or of the
/// source tree it was built from.
std::filesystem::path page_parts();

/// Draws the charts and the report of a result folder: the program in plots/, run by Node.js beside this one, reads the
/// folder's files and nothing else. Ends the program with itself, even where this process is killed.
class ChartMaker {
  public:
    /// Starts the program, which waits for begin(). `images`: PNG and PDF beside the SVG. `edited` names result files that
    /// were changed since the run, to be said in the report; `more` are other options of it. Throws ChartsFailed if Node.js
    /// can't be started.
    ChartMaker(const std::filesystem::path& folder, Language language, bool images,
               const std::vector<std::string>& edited, const std::vector<std::string>& more = {});
    /// Another program of plots/ instead, with these arguments.
    ChartMaker(const std::string& script, const std::vector<std::string>& arguments);
    ChartMaker(const ChartMaker&) = delete;
    ChartMaker(ChartMaker&&) = delete;
    ChartMaker& operator=(const ChartMaker&) = delete;
    ChartMaker& operator=(ChartMaker&&) = delete;
    ~ChartMaker() = default; ///< stops what isn't finished

    /// Throws ChartsFailed if the program has ended (a part of it is missing: it has said which), so that this is known
    /// before hours are spent on computing.
    void must_be_there();
    /// Lets it draw; the folder's tables and context must be there.
    void begin();
    /// Waits for the end. Throws BadInput if it found the files malformed (it prints which), Interrupted if the flag says
    /// so, or ChartsFailed.
    void finish(const std::atomic<bool>* interrupted);
    /// The same, where tables are worth keeping whatever happens to their charts: what BadInput or ChartsFailed there was.
    std::exception_ptr outcome(const std::atomic<bool>* interrupted);
    /// Ends the program, politely first: it may be putting drawings in place.
    void stop();
    /// Ends it at once, where nobody will see what it has drawn.
    void kill();

  private:
    std::string program_;
    std::atomic<int> child_{0}; ///< process, and the group of those that it starts; 0 when there is none
    int signal_ = -1;           ///< what the program listens to, until the end; -1 when it is not there
    Unfinished presence_;
    void start(std::vector<std::string> words);
    void hang_up();
    ChartsFailed failed() const;
};

} // namespace framsyn::app
