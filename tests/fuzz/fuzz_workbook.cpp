// A workbook of any bytes, or with one part of any XML (a sheet, shared strings, styles, the book), is refused with problems that name it, or read; what it says on top of the
// Helse Nord baseline then is refused at a sheet and cell, or is a text that TOML's reader takes. A crash, another exception or a
// refusal without a word stop the fuzzer.
#include "app/ground/disk/files.hpp"
#include "app/scenario/read/read_scenario.hpp"
#include "app/scenario/text/value.hpp"
#include "app/sheets/filled_in.hpp"
#include "app/spreadsheet/read_workbook.hpp"

#include <zip.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
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

Book read_bytes(const std::string& bytes) {
    Problems problems;
    Book book = read_workbook(bytes, "in.xlsx", problems);
    for (const std::string& line : problems.lines(Language::en)) {
        if (line.rfind("in.xlsx", 0) != 0) std::abort();
    }
    return problems.empty() ? book : Book();
}

/// The parts as a file: a spreadsheet's own packing would hide the XML from the fuzzer.
std::string packed(const std::vector<std::pair<std::string, std::string>>& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* archive = target ? zip_open_from_source(target, ZIP_TRUNCATE, &error) : nullptr;
    if (!archive) std::abort();
    zip_source_keep(target);
    for (const auto& [name, content] : parts) {
        zip_source_t* part = zip_source_buffer(archive, content.data(), content.size(), 0);
        const zip_int64_t entry = zip_file_add(archive, name.c_str(), part, 0);
        if (entry < 0) std::abort();
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(entry), ZIP_CM_STORE, 0);
    }
    if (zip_close(archive) != 0) std::abort();
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(target, &stat) != 0 || zip_source_open(target) != 0) std::abort();
    std::string bytes(static_cast<std::size_t>(stat.size), '\0');
    if (zip_source_read(target, bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size())) std::abort();
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&error);
    return bytes;
}

/// A book of one sheet, where one part is what the bytes say and the others are sound.
std::string with_part(std::size_t which, const std::string& xml) {
    std::vector<std::pair<std::string, std::string>> parts{
        {"xl/worksheets/sheet1.xml",
         "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>46388</v></c>"
         "</row></sheetData></worksheet>"},
        {"xl/sharedStrings.xml", "<sst><si><t>x</t></si></sst>"},
        {"xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
        {"xl/workbook.xml",
         "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Flyt\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"}};
    parts[which].second = xml;
    parts.emplace_back("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" "
                                                     "Target=\"worksheets/sheet1.xml\"/></Relationships>");
    return packed(parts);
}

/// The sheet that was read stands in the place of one of the scenario's own.
void put_in(const Book& read, std::size_t place) {
    if (read.sheets.empty()) return;
    Book book = plan_book(plan_sheets(base()), "in.xlsx", Language::nb);
    BookSheet& sheet = book.sheets[place % book.sheets.size()];
    sheet.rows = read.sheets.front().rows;
    sheet.merged = read.sheets.front().merged;
    look_at(book);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::string rest(reinterpret_cast<const char*>(data) + 2, size - 2);
    switch (data[0] % 3) {
    case 0:
        look_at(spoiled(data + 1, size - 1));
        break;
    case 1:
        if (const Book book = read_bytes(rest); !book.sheets.empty()) look_at(book);
        break;
    default:
        put_in(read_bytes(with_part(data[1] % 4, rest)), data[1] / 4);
    }
    return 0;
}
