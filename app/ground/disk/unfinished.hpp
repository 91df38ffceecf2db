#pragma once

#include <filesystem>
#include <functional>
#include <list>
#include <mutex>

namespace framsyn::app {

/// What must be undone unless it is finished: by its owner's end or, where the program has to end in the midst of
/// something, from beside by undo_all().
class Unfinished {
  public:
    explicit Unfinished(std::function<void()> undo);
    Unfinished(const Unfinished&) = delete;
    Unfinished(Unfinished&&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    Unfinished& operator=(Unfinished&&) = delete;
    ~Unfinished();

    void done(); ///< nothing is undone any more
    void undo(); ///< at once

  private:
    std::list<std::function<void()>>::iterator place_;
    bool done_ = false;
};

/// Takes a file or folder away with all that is in it.
std::function<void()> removal_of(const std::filesystem::path& path);

/// While this is held nothing is undone from beside.
std::unique_lock<std::recursive_mutex> nothing_undone();

/// Undoes all that is unfinished, the latest first, and lets nobody begin anything again: the program is to end. False if
/// there was nothing to undo; then it goes on as before.
bool undo_all();

} // namespace framsyn::app
