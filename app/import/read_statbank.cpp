#include "app/import/read_statbank.hpp"

#include "app/ground/delimited_text.hpp"
#include "app/import/read_csv.hpp"
#include "app/import/read_json_stat.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace framsyn::app {

namespace {

struct OtherForm {
    std::string_view begins;
    const char* nb;
    const char* en;
};

constexpr OtherForm other_forms[] = {
    {"PK\x03\x04", "er et Excel-ark", "is an Excel workbook"},
    {"\xD0\xCF\x11\xE0", "er et Excel-ark av gammel type", "is an old Excel workbook"},
    {"CHARSET=", "er en px-fil", "is a px file"},
    {"AXIS-VERSION=", "er en px-fil", "is a px file"},
    {"PAR1", "er en Parquet-fil", "is a Parquet file"},
    {"<", "er HTML eller XML", "is HTML or XML"},
    {"%PDF", "er en PDF", "is a PDF"},
};

/// The forms in which the StatBank exports, too, but that aren't read here.
std::optional<Text> other_form(std::string_view content) {
    for (const OtherForm& form : other_forms) {
        if (!content.starts_with(form.begins)) continue;
        return Text{std::string(form.nb) + "; last ned tabellen som CSV eller JSON-stat2",
                    std::string(form.en) + "; download the table as CSV or JSON-stat2"};
    }
    return std::nullopt;
}

} // namespace

StatbankTable read_statbank(const std::string& bytes, const std::string& file, Problems& problems) {
    std::string_view content = after_byte_order_mark(bytes);
    content.remove_prefix(std::min(content.find_first_not_of(" \t\r\n"), content.size()));
    if (const std::optional<Text> other = other_form(content)) {
        problems.add({file, 0, 0}, *other);
        return {};
    }
    const bool json = content.starts_with('{') || content.starts_with('[');
    return json ? read_json_stat(bytes, file, problems) : read_statbank_csv(bytes, file, problems);
}

} // namespace framsyn::app
