#pragma once

#include "models/values/text.hpp"

#include <string>

namespace framsyn::app {

/// What `framsyn import` was asked for.
struct ImportRequest {
    std::string table;      ///< ssb-07459, ssb-14288, ssb-14746, ssb-13942, ssb-13982 or ssb-14820
    std::string file;       ///< the StatBank's export
    std::string mapping;    ///< municipality → trust, or organisation → trust
    std::string population; ///< the scenario's table of people
    std::string rates;      ///< the scenario's table of use
    std::string regions;    ///< whose residents
    std::string service;    ///< whose use; phv if empty
    std::string extends;    ///< what it is put on; baseline.toml if empty
    std::string levels;     ///< of 14820: the file of flows that go with the rates
    std::string out;
    std::string years; ///< "2024-2027"; empty for all
    bool force = false;
    bool quiet = false;
};

/// Writes a scenario's table from what the StatBank exports and prints what it found. Throws BadInput with everything
/// that is wrong; then nothing is written.
void import_command(const ImportRequest& request, Language language);

} // namespace framsyn::app
