#include "app/ground/disk/files.hpp"

#include "app/ground/disk/system_text.hpp"
#include "app/ground/disk/unfinished.hpp"
#include "app/ground/disk/write_failed.hpp"
#include "app/ground/found_text.hpp"
#include "app/ground/problems.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace framsyn::app {
namespace {

/// A file that is open for reading.
class OpenFile {
  public:
    explicit OpenFile(const std::string& path)
        : file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) { // or a pipe would be waited for
        if (file_ < 0) error_ = errno;
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile(OpenFile&&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    OpenFile& operator=(OpenFile&&) = delete;
    ~OpenFile() {
        if (file_ >= 0) ::close(file_);
    }

    std::optional<Text> fault() const {
        if (file_ < 0) return system_text(error_);
        struct stat status{};
        if (::fstat(file_, &status) != 0) return system_text(errno);
        if (S_ISDIR(status.st_mode)) return system_text(EISDIR);
        if (S_ISREG(status.st_mode)) return std::nullopt;
        return Text{"er ingen vanlig fil", "is no ordinary file"};
    }

    /// Everything in it; nothing and errno where that fails.
    std::optional<std::string> content() const {
        constexpr std::size_t block = 1 << 16;
        std::string content;
        while (true) {
            const std::size_t before = content.size();
            content.resize(before + block);
            const ssize_t got = ::read(file_, content.data() + before, block);
            content.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
            if (got == 0) return content;
            if (got < 0 && errno != EINTR) return std::nullopt;
        }
    }

  private:
    int file_;
    int error_ = 0;
};

/// The operating system would stop at the zero and open another file.
std::optional<Text> fault_in_name(const std::string& path) {
    if (path.find('\0') == std::string::npos) return std::nullopt;
    return Text{"filnavnet har et tegn med verdien 0", "the file name has a character of the value 0"};
}

} // namespace

std::string read_file(const std::string& path, const std::string& name_in_messages) {
    const Position at{name_in_messages, 0, 0};
    if (const auto why = fault_in_name(path)) throw BadInput({shown(name_in_messages), 0, 0}, *why);
    const OpenFile file(path);
    if (const auto why = file.fault()) throw BadInput(at, *why);
    std::optional<std::string> content = file.content();
    if (!content) throw BadInput(at, system_text(errno));
    return std::move(*content);
}

std::optional<Text> DiskFiles::fault(const std::string& path) const {
    const auto name = fault_in_name(path);
    return name ? name : OpenFile(path).fault();
}

bool DiskFiles::leads_out(const std::string& path, const std::string& folder) const {
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::path real = fs::weakly_canonical(path, error);
    if (error) return false; // it can't be read either, which is told of
    const fs::path home = fs::weakly_canonical(folder, error);
    if (error) return false;
    const fs::path inside = real.lexically_relative(home);
    return inside.empty() || *inside.begin() == "..";
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
