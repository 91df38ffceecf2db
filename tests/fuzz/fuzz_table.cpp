// A table of any bytes is read without a crash; every cell that can be asked for can be asked for as a number and as a
// name, and the problems have places.
#include "app/ground/csv.hpp"
#include "app/ground/problems.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace framsyn;
    using namespace framsyn::app;
    const std::vector<std::string> columns{"trust", "year", "persons"};
    const std::vector<std::string> trusts{"finnmark", "unn"};
    const std::string text(reinterpret_cast<const char*>(data), size);
    Problems problems;
    try {
        const CsvTable table(text, "table.csv", columns, problems);
        for (std::size_t row = 0; row < table.rows(); ++row) {
            (void)table.index(row, 0, trusts, problems);
            const double year = table.number(row, 1, 2000.0, 2100.0, problems);
            const double persons = table.number(row, 2, 0.0, 1e7, problems);
            if (!(year <= 2100.0) || !(persons >= 0.0)) std::abort();
            if (table.at(row, 2).line < 2) std::abort();
        }
    } catch (const BadInput& refused) {
        if (refused.problems().empty()) std::abort();
    }
    if (problems.lines(Language::nb).size() > problems.size()) std::abort();
    return 0;
}
