#include "app/ground/disk/files.hpp"

#include "app/ground/disk/unfinished.hpp"
#include "app/ground/disk/write_failed.hpp"
#include "app/ground/problems.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

namespace framsyn::app {
std::string read_file(const std::string& path, const std::string& name_in_messages) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        throw BadInput({name_in_messages, 0, 0}, {"er en mappe; ventet en fil", "is a folder; expected a file"});
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) throw BadInput({name_in_messages, 0, 0}, {"finner ikke filen", "there is no such file"});
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

bool DiskFiles::has(const std::string& path) const {
    std::error_code ignored;
    return std::filesystem::is_regular_file(path, ignored);
}

void write_file(const std::string& path, const std::string& content) {
    const std::string partial = path + ".partial";
    const int file = ::open(partial.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) throw WriteFailed(path, errno);
    Unfinished presence([partial] { ::unlink(partial.c_str()); });
    const char* at = content.data();
    std::size_t left = content.size();
    while (left > 0) {
        const ssize_t written = ::write(file, at, left);
        if (written < 0) {
            if (errno == EINTR) continue;
            const int error = errno;
            ::close(file);
            throw WriteFailed(path, error);
        }
        at += written;
        left -= static_cast<std::size_t>(written);
    }
    if (::close(file) != 0) throw WriteFailed(path, errno);
    const auto still = nothing_undone();
    if (::rename(partial.c_str(), path.c_str()) != 0) throw WriteFailed(path, errno);
    presence.done();
}

} // namespace framsyn::app
