#include "app/ground/disk/growing_file.hpp"

#include "app/ground/disk/write_failed.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

namespace framsyn::app {
namespace {

constexpr std::size_t enough_to_write = 1U << 20U;

} // namespace

GrowingFile::GrowingFile(std::string path)
    : path_(std::move(path)), partial_(path_ + ".partial"),
      presence_([partial = partial_] { ::unlink(partial.c_str()); }) {
    file_ = ::open(partial_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file_ < 0) throw WriteFailed(path_, errno);
}

GrowingFile::~GrowingFile() {
    if (file_ >= 0) ::close(file_);
}

void GrowingFile::append(std::string_view text) {
    waiting_ += text;
    if (waiting_.size() >= enough_to_write) flush();
}

void GrowingFile::flush() {
    const char* at = waiting_.data();
    std::size_t left = waiting_.size();
    while (left > 0) {
        const ssize_t written = ::write(file_, at, left);
        if (written < 0) {
            if (errno == EINTR) continue;
            throw WriteFailed(path_, errno);
        }
        at += written;
        left -= static_cast<std::size_t>(written);
    }
    waiting_.clear();
}

void GrowingFile::finish() {
    flush();
    if (::close(std::exchange(file_, -1)) != 0) throw WriteFailed(path_, errno);
    const auto still = nothing_undone();
    if (::rename(partial_.c_str(), path_.c_str()) != 0) throw WriteFailed(path_, errno);
    presence_.done();
}

} // namespace framsyn::app
