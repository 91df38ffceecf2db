#include "app/import/read_statbank.hpp"

#include "app/import/read_csv.hpp"
#include "app/import/read_json_stat.hpp"

namespace framsyn::app {

StatbankTable read_statbank(const std::string& bytes, const std::string& file, Problems& problems) {
    if (bytes.starts_with("PK\x03\x04")) {
        problems.add({file, 0, 0}, {"er et Excel-ark; last ned tabellen som CSV eller JSON-stat2",
                                    "is an Excel workbook; download the table as CSV or JSON-stat2"});
        return {};
    }
    std::size_t begin = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    begin = bytes.find_first_not_of(" \t\r\n", begin);
    const bool json = begin != std::string::npos && (bytes[begin] == '{' || bytes[begin] == '[');
    return json ? read_json_stat(bytes, file, problems) : read_statbank_csv(bytes, file, problems);
}

} // namespace framsyn::app
