#pragma once

#include <string>

namespace framsyn::app {

/// Does the name carry the years it was valid, with a last one (`Narvik (-2019)`, `Tromsø (2020-2023)`)?
bool is_retired_name(const std::string& name);

/// Does a name of the file mean the municipality of this name and code? Double names (`Tromsø - Romsa`) match by each part;
/// years behind are left out; a county behind (`Herøy (Nordland)`) must be the code's.
bool same_municipality(const std::string& in_file, const std::string& name, const std::string& code);

} // namespace framsyn::app
