// An export of any bytes, CSV or JSON, either becomes a table whose numbers are those of the file or is refused with
// problems that name a place. A crash, another exception, a refusal without a word or negative persons stop the fuzzer.
#include "app/import/import_report.hpp"
#include "app/import/read_statbank.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace framsyn;
using namespace framsyn::app;

const MunicipalityMap& map() {
    static const MunicipalityMap value = [] {
        Problems problems;
        MunicipalityMap read = read_municipalities(
            "municipality_code,trust,municipality_name\n1804,nlsh,Bodø\n5501,unn,Tromsø\n", "map.csv", problems);
        if (!problems.empty()) std::abort();
        return read;
    }();
    return value;
}

void import_as(SsbTable expected, const StatbankTable& table, Problems& problems) {
    const ImportedPopulation imported = import_population(table, expected, map(), {}, problems);
    if (!problems.empty()) return;
    for (const std::int64_t persons : imported.persons) {
        if (persons < 0) std::abort();
    }
    const std::string content = import_file(imported, "out.csv").content;
    if (content.empty() || content.back() != '\n') std::abort();
    if (import_report(imported, "out.csv", "in", Language::nb).empty()) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    for (const SsbTable expected : {SsbTable::population_07459, SsbTable::projection_14288}) {
        Problems problems;
        try {
            const StatbankTable table = read_statbank(bytes, "in", problems);
            if (problems.empty()) import_as(expected, table, problems);
        } catch (const BadInput& refused) {
            if (refused.problems().empty()) std::abort();
            problems.add_all(refused.problems());
        }
        for (const std::string& line : problems.lines(Language::en)) {
            if (line.rfind("in:", 0) != 0 && line.rfind("map.csv:", 0) != 0) std::abort();
        }
    }
    return 0;
}
