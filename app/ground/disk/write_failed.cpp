#include "app/ground/disk/write_failed.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

namespace framsyn::app {

Text reason_of(int error) {
    switch (error) {
    case ENOSPC:
        return {"disken er full", "the disk is full"};
    case EDQUOT:
        return {"diskkvoten er brukt opp", "the disk quota is used up"};
    case EFBIG:
        return {"filen ble større enn systemet tillater (ulimit -f)",
                "the file became larger than allowed (ulimit -f)"};
    case EACCES:
    case EPERM:
        return {"ingen tilgang til å skrive der", "no permission to write there"};
    case EROFS:
        return {"disken kan bare leses", "the disk is read-only"};
    case ENOTDIR:
        return {"en del av stien er en fil, ikke en mappe", "a part of the path is a file, not a folder"};
    case ENOENT:
        return {"mappen finnes ikke", "the folder does not exist"};
    case ENAMETOOLONG:
        return {"navnet er for langt", "the name is too long"};
    case EIO:
        return {"disken svarer med feil", "the disk answers with an error"};
    default:
        return {fmt::format("systemet svarer med feil {}", error),
                fmt::format("the system answers with error {} ({})", error, std::generic_category().message(error))};
    }
}

WriteFailed::WriteFailed(const std::string& path, int error)
    : std::runtime_error(path + ": " + reason_of(error).en),
      message_({path + ": " + reason_of(error).nb, path + ": " + reason_of(error).en}) {}

} // namespace framsyn::app
