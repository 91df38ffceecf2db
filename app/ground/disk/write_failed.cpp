#include "app/ground/disk/write_failed.hpp"

#include "app/ground/disk/system_text.hpp"

#include <cerrno>

namespace framsyn::app {

Text reason_of(int error) {
    if (error == ENOENT) return {"mappen finnes ikke", "the folder is not there"}; // the file itself would be made
    return system_text(error);
}

WriteFailed::WriteFailed(const std::string& path, int error) : Failure(path, reason_of(error)) {}

} // namespace framsyn::app
