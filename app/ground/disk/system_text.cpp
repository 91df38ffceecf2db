#include "app/ground/disk/system_text.hpp"

#include <cerrno>
#include <cstring>
#include <string>

namespace framsyn::app {
namespace {

struct Meaning {
    int error;
    const char* nb;
    const char* en;
};

constexpr Meaning meanings[] = {
    {ENOENT, "finner ikke filen", "there is no such file"},
    {EACCES, "mangler tilgang (rettigheter)", "no permission"},
    {EPERM, "mangler tilgang (rettigheter)", "no permission"},
    {ENOTDIR, "en del av stien er en fil, ikke en mappe", "a part of the path is a file, not a folder"},
    {EISDIR, "er en mappe; ventet en fil", "is a folder; expected a file"},
    {ELOOP, "lenken går i ring", "the link goes round in circles"},
    {ENAMETOOLONG, "navnet er for langt for filsystemet", "the name is too long for the file system"},
    {EEXIST, "finnes fra før", "exists already"},
    {ENOTEMPTY, "mappen er ikke tom", "the folder is not empty"},
    {ENOSPC, "disken er full", "the disk is full"},
    {EDQUOT, "plassen du har på disken, er brukt opp", "your share of the disk is used up"},
    {EFBIG, "filen ble større enn systemet tillater (ulimit -f)", "the file became larger than allowed (ulimit -f)"},
    {EROFS, "disken kan bare leses, ikke skrives til", "the disk can be read only"},
    {EIO, "disken svarer med feil", "the disk answers with an error"},
    {EBUSY, "er i bruk", "is in use"},
    {ETXTBSY, "er i bruk", "is in use"},
    {EXDEV, "ligger på en annen disk", "is on another disk"},
    {EMFILE, "for mange åpne filer", "too many open files"},
    {ENFILE, "for mange åpne filer", "too many open files"},
    {ENOMEM, "for lite minne", "not enough memory"},
    {EAGAIN, "for mange programmer kjører", "too many programs are running"},
    {ENOEXEC, "er ikke et program som kan kjøres her", "is not a program that runs here"},
    {EINVAL, "er ikke et gyldig navn her", "is not a valid name here"},
};

} // namespace

Text system_text(int error) {
    for (const Meaning& meaning : meanings) {
        if (meaning.error == error) return {meaning.nb, meaning.en};
    }
    return {"operativsystemet svarer med feil " + std::to_string(error), std::strerror(error)};
}

} // namespace framsyn::app
