#include "app/ground/disk/work_lock.hpp"

#include "app/ground/disk/write_failed.hpp"
#include "app/ground/problems.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>

namespace framsyn::app {
namespace {

/// The first line of every lock, so that nobody else's file is taken for one.
constexpr std::string_view signature = "framsyn\n";

std::string content_of(int file) {
    std::string content;
    std::array<char, 4096> piece{};
    for (ssize_t got = 0; (got = ::pread(file, piece.data(), piece.size(), static_cast<off_t>(content.size()))) > 0;)
        content.append(piece.data(), static_cast<std::size_t>(got));
    return content;
}

/// Whether the path still leads to the opened file: its last owner may have taken it away in between.
bool is_there(int file, const std::filesystem::path& path) {
    struct stat opened{};
    struct stat found{};
    return ::fstat(file, &opened) == 0 && ::lstat(path.c_str(), &found) == 0 && opened.st_dev == found.st_dev &&
           opened.st_ino == found.st_ino;
}

[[noreturn]] void refuse(const std::filesystem::path& path, const Text& why) {
    throw BadInput({path.string(), 0, 0}, why);
}

} // namespace

std::unique_ptr<WorkLock> WorkLock::take(const std::filesystem::path& path) {
    for (;;) {
        const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644);
        if (file < 0) {
            if (errno == EINTR) continue;
            refuse(path, reason_of(errno));
        }
        if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
            ::close(file);
            return nullptr;
        }
        if (!is_there(file, path)) {
            ::close(file);
            continue;
        }
        const std::string content = content_of(file);
        struct stat what{};
        const bool is_file = ::fstat(file, &what) == 0 && S_ISREG(what.st_mode);
        if (!is_file || (!content.empty() && !content.starts_with(signature))) {
            ::close(file);
            refuse(path, {"står i veien for låsen til framsyn; flytt filen",
                          "stands where framsyn's lock belongs; move the file"});
        }
        return std::unique_ptr<WorkLock>(new WorkLock(file, path, content));
    }
}

WorkLock::WorkLock(int file, const std::filesystem::path& path, const std::string& left)
    : file_(file), left_behind_(!left.empty()), presence_(removal_of(path)) {
    if (left_behind_) left_note_ = left.substr(signature.size());
    note("");
}

WorkLock::~WorkLock() {
    // The file goes first (see presence_): who opens it until then sees it locked, who opens it later makes a new one.
    presence_.undo();
    ::close(file_);
}

void WorkLock::note(const std::string& text) {
    const std::string content = std::string(signature) + text;
    [[maybe_unused]] const int cut = ::ftruncate(file_, 0);
    // A full disk leaves no note; the lock holds all the same.
    [[maybe_unused]] const ssize_t written = ::pwrite(file_, content.data(), content.size(), 0);
}

} // namespace framsyn::app
