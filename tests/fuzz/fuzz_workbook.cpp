// A workbook of any bytes, packed or as one sheet's XML, is refused with problems that name it, or read; what it says on top of the
// Helse Nord baseline then is refused at a sheet and cell, or is a text that TOML's reader takes. A crash, another exception or a
// refusal without a word stop the fuzzer.
#include "app/ground/disk/files.hpp"
#include "app/scenario/read/read_scenario.hpp"
#include "app/scenario/text/value.hpp"
#include "app/sheets/filled_in.hpp"
#include "app/spreadsheet/read_workbook.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace framsyn;
using namespace framsyn::app;

const WrittenScenario& base() {
    static const WrittenScenario scenario =
        read_scenario(DiskFiles(), FRAMSYN_SCENARIOS "/helse-nord/stokmarknes-til-bodo.toml");
    return scenario;
}

/// The scenario's own sheets with cells replaced by what the bytes say: each takes four bytes and a text.
Book spoiled(const std::uint8_t* data, std::size_t size) {
    Book book = plan_book(plan_sheets(base()), "in.xlsx", Language::nb);
    for (std::size_t i = 0; i + 5 <= size; i += 5) {
        BookSheet& sheet = book.sheets[data[i] % book.sheets.size()];
        std::vector<BookCell>& row = sheet.rows[data[i + 1] % sheet.rows.size()];
        if (row.empty()) continue;
        BookCell& cell = row[data[i + 2] % row.size()];
        switch (data[i + 3] % 6) {
        case 0:
            cell = BookCell();
            break;
        case 1:
            cell = BookCell::of(static_cast<double>(data[i + 4]) - 100.0);
            break;
        case 2:
            cell = BookCell::of(std::string(1, static_cast<char>(data[i + 4])));
            break;
        case 3:
            cell = BookCell::of(Date{2000 + data[i + 4] % 60, 1 + data[i + 4] % 12, 1});
            break;
        case 4:
            cell.number += 1.0;
            break;
        default:
            cell.kind = BookCell::Kind::fault;
        }
    }
    return book;
}

void look_at(const Book& book) {
    Problems problems;
    const FilledIn filled = filled_in(base(), book, {"baseline.toml", "ut"}, problems);
    for (const std::string& line : problems.lines(Language::nb)) {
        if (line.rfind("in.xlsx", 0) != 0) std::abort();
    }
    if (problems.empty()) parse_toml(filled.what_if, "ut.toml"); // throws if it is no TOML
}

void read_bytes(const std::string& bytes) {
    Problems problems;
    const Book book = read_workbook(bytes, "in.xlsx", problems);
    for (const std::string& line : problems.lines(Language::en)) {
        if (line.rfind("in.xlsx", 0) != 0) std::abort();
    }
    if (problems.empty()) look_at(book);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    if (data[0] % 2 == 0) {
        look_at(spoiled(data + 1, size - 1));
    } else {
        read_bytes(std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
    }
    return 0;
}
