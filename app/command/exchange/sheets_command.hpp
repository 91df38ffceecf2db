#pragma once

#include "models/values/text.hpp"

#include <string>

namespace framsyn::app {

/// What `framsyn export` was asked for.
struct ExportRequest {
    std::string scenario;
    std::string xlsx; ///< the workbook to write
    bool force = false;
    bool quiet = false;
};

/// Writes a scenario's sheets as a workbook to fill in. Throws BadInput or Failure; then nothing is written.
void export_command(const ExportRequest& request, Language language);

/// What `framsyn import xlsx` was asked for.
struct BookRequest {
    std::string file;    ///< the filled-in workbook
    std::string extends; ///< the scenario that it was made of
    std::string out;     ///< the what-if to write, in the same folder
    bool force = false;
    bool quiet = false;
};

/// Writes what somebody has changed in a workbook as a what-if on top of the scenario, once it is known to be sound.
void import_book(const BookRequest& request, Language language);

} // namespace framsyn::app
