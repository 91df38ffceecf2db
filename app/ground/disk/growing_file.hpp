#pragma once

#include "app/ground/disk/unfinished.hpp"

#include <string>
#include <string_view>

namespace framsyn::app {

/// A file that is too large to be held as one text: it grows beside its place and takes it when it is finished, or not at
/// all.
class GrowingFile {
  public:
    /// Throws WriteFailed, as the others do.
    explicit GrowingFile(std::string path);
    GrowingFile(const GrowingFile&) = delete;
    GrowingFile(GrowingFile&&) = delete;
    GrowingFile& operator=(const GrowingFile&) = delete;
    GrowingFile& operator=(GrowingFile&&) = delete;
    ~GrowingFile();

    void append(std::string_view text);
    void finish();

  private:
    void flush();

    std::string path_;
    std::string partial_;
    int file_ = -1;
    std::string waiting_;
    Unfinished presence_;
};

} // namespace framsyn::app
