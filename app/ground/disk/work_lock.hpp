#pragma once

#include "app/ground/disk/unfinished.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace framsyn::app {

/// A file that says that a program is at work on what it stands beside. The operating system frees it when the program
/// ends, however it ends; then the file is still there, and the next program finds it.
class WorkLock {
  public:
    /// nullptr where another program has it. Throws BadInput (naming the file) where it can't be made.
    static std::unique_ptr<WorkLock> take(const std::filesystem::path& path);

    WorkLock(const WorkLock&) = delete;
    WorkLock(WorkLock&&) = delete;
    WorkLock& operator=(const WorkLock&) = delete;
    WorkLock& operator=(WorkLock&&) = delete;
    ~WorkLock(); ///< takes the file away

    /// Whether a program that has ended left it behind, and what it had noted.
    bool was_left_behind() const { return left_behind_; }
    const std::string& left_note() const { return left_note_; }
    /// Keeps a note for who finds the file, should this program die.
    void note(const std::string& text);

  private:
    WorkLock(int file, const std::filesystem::path& path, const std::string& left);

    int file_;
    bool left_behind_ = false;
    std::string left_note_;
    Unfinished presence_;
};

} // namespace framsyn::app
