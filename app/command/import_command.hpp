#pragma once

#include "models/values/text.hpp"

#include <string>

namespace framsyn::app {

/// What `framsyn import` was asked for.
struct ImportRequest {
    std::string table;   ///< ssb-07459, ssb-14288 or ssb-14746
    std::string file;    ///< the StatBank's export
    std::string mapping; ///< municipality → trust
    std::string out;
    std::string years; ///< "2024-2027"; empty for all
    bool force = false;
    bool quiet = false;
};

/// Writes a scenario's table from what the StatBank exports and prints what it found. Throws BadInput with everything
/// that is wrong; then nothing is written.
void import_command(const ImportRequest& request, Language language);

} // namespace framsyn::app
