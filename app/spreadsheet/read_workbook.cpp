#include "app/spreadsheet/read_workbook.hpp"

#include "app/spreadsheet/zip_parts.hpp"

#include <fmt/format.h>

#include <pugixml.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace framsyn::app {
namespace {

constexpr std::size_t most_rows = 20000;
constexpr std::size_t most_columns = 500;

/// An element's name without the prefix that some writers give.
std::string_view local(const pugi::xml_node& node) {
    const char* name = node.name();
    const char* colon = std::strchr(name, ':');
    return colon ? colon + 1 : name;
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node one : node.children()) {
        if (local(one) == name) return one;
    }
    return {};
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute one : node.attributes()) {
        const char* colon = std::strchr(one.name(), ':');
        if (name == (colon ? colon + 1 : one.name())) return one.value();
    }
    return "";
}

std::optional<double> number_in(std::string_view text) {
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
    return number;
}

std::optional<std::size_t> whole_in(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// Row and column of a name such as `E5`; nothing beyond what a sheet of ours can have.
struct Place {
    std::size_t row = 0;
    std::size_t column = 0;
};
std::optional<Place> place_in(std::string_view name) {
    std::size_t column = 0;
    std::size_t i = 0;
    for (; i < name.size() && name[i] >= 'A' && name[i] <= 'Z' && i < 4; ++i)
        column = column * 26 + static_cast<std::size_t>(name[i] - 'A') + 1;
    const std::optional<std::size_t> row = whole_in(name.substr(i));
    if (column == 0 || !row || *row == 0) return std::nullopt;
    return Place{*row - 1, column - 1};
}

/// Text of a string that may be in runs, without what is only for reading Japanese aloud.
std::string text_of(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node one : node.children()) {
        if (local(one) == "t") text += one.text().get();
        if (local(one) == "r") text += text_of(one);
    }
    return text;
}

/// Whether a number format shows a day: day, month and year among its signs, outside quotes and brackets.
bool is_date_format(std::string_view code) {
    bool has_day = false;
    bool has_year = false;
    bool quoted = false;
    bool bracketed = false;
    for (const char sign : code) {
        if (sign == '"') quoted = !quoted;
        if (sign == '[') bracketed = true;
        if (sign == ']') bracketed = false;
        if (quoted || bracketed) continue;
        has_day = has_day || sign == 'd' || sign == 'D';
        has_year = has_year || sign == 'y' || sign == 'Y';
    }
    return has_day || has_year;
}

class WorkbookReader {
  public:
    WorkbookReader(const ZipParts& parts, const std::string& file, Problems& problems)
        : parts_(parts), problems_(problems) {
        book_.file = file;
    }

    Book read() {
        pugi::xml_document workbook;
        pugi::xml_document relations;
        if (!parse("xl/workbook.xml", workbook) || !parse("xl/_rels/workbook.xml.rels", relations))
            return std::move(book_);
        read_strings();
        read_styles();
        const pugi::xml_node root = child(workbook, "workbook");
        const std::string_view since = attribute(child(root, "workbookPr"), "date1904");
        first_day_ = since == "1" || since == "true" ? Date{1904, 1, 1} : Date{1899, 12, 30};
        std::map<std::string, std::string, std::less<>> targets;
        for (const pugi::xml_node relation : child(relations, "Relationships").children())
            targets[std::string(attribute(relation, "Id"))] = attribute(relation, "Target");
        for (const pugi::xml_node sheet : child(root, "sheets").children()) {
            // Two attributes may be called id; the one with a prefix names the part.
            const std::string id = relation_of(sheet);
            const auto target = targets.find(id);
            if (target != targets.end()) read_sheet(std::string(attribute(sheet, "name")), target->second);
        }
        if (book_.sheets.empty() && problems_.empty())
            problems_.add({book_.file, 0, 0}, {"har ingen ark", "has no sheets"});
        return std::move(book_);
    }

  private:
    bool parse(const std::string& part, pugi::xml_document& document) {
        const std::string* text = parts_.find(part);
        if (text &&
            document.load_buffer(text->data(), text->size(), pugi::parse_default | pugi::parse_ws_pcdata_single))
            return true;
        problems_.add({book_.file, 0, 0}, {fmt::format("er skadet: delen {} mangler eller kan ikke leses", part),
                                           fmt::format("is damaged: the part {} is missing or can't be read", part)});
        return false;
    }

    static std::string relation_of(const pugi::xml_node& sheet) {
        for (const pugi::xml_attribute one : sheet.attributes()) {
            const std::string_view name = one.name();
            if (name.size() > 3 && name.ends_with(":id")) return one.value();
        }
        return "";
    }

    void read_strings() {
        if (!parts_.find("xl/sharedStrings.xml")) return; // a book of inline strings has none
        pugi::xml_document document;
        if (!parse("xl/sharedStrings.xml", document)) return;
        for (const pugi::xml_node one : child(document, "sst").children()) {
            if (local(one) == "si") strings_.push_back(text_of(one));
        }
    }

    void read_styles() {
        if (!parts_.find("xl/styles.xml")) return;
        pugi::xml_document document;
        if (!parse("xl/styles.xml", document)) return;
        const pugi::xml_node root = child(document, "styleSheet");
        std::map<std::size_t, bool> own;
        for (const pugi::xml_node format : child(root, "numFmts").children()) {
            if (const auto id = whole_in(attribute(format, "numFmtId")))
                own[*id] = is_date_format(attribute(format, "formatCode"));
        }
        for (const pugi::xml_node style : child(root, "cellXfs").children()) {
            const std::size_t id = whole_in(attribute(style, "numFmtId")).value_or(0);
            const auto known = own.find(id);
            const bool is_built_in =
                (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
            dates_.push_back(known != own.end() ? known->second : is_built_in);
        }
    }

    void read_sheet(const std::string& name, const std::string& target) {
        std::string part = target.starts_with("/") ? target.substr(1) : "xl/" + target;
        pugi::xml_document document;
        if (!parse(part, document)) return;
        const pugi::xml_node root = child(document, "worksheet");
        if (!root) return; // a sheet that is only a chart
        BookSheet sheet{name, {}, {}};
        std::size_t next_row = 0;
        for (const pugi::xml_node row : child(root, "sheetData").children()) {
            const std::size_t number = whole_in(attribute(row, "r")).value_or(next_row + 1);
            if (number == 0 || number > most_rows) {
                complain_size(sheet);
                break;
            }
            next_row = number;
            read_row(row, number - 1, sheet);
        }
        for (const pugi::xml_node merged : child(root, "mergeCells").children())
            sheet.merged.emplace_back(attribute(merged, "ref"));
        book_.sheets.push_back(std::move(sheet));
    }

    void complain_size(const BookSheet& sheet) {
        problems_.add({book_.file + ", " + sheet.name, 0, 0},
                      {fmt::format("har mer enn {} rader eller {} kolonner", most_rows, most_columns),
                       fmt::format("has more than {} rows or {} columns", most_rows, most_columns)});
    }

    void read_row(const pugi::xml_node& row, std::size_t number, BookSheet& sheet) {
        std::size_t next_column = 0;
        for (const pugi::xml_node one : row.children()) {
            if (local(one) != "c") continue;
            const std::optional<Place> place = place_in(attribute(one, "r"));
            const std::size_t column = place ? place->column : next_column;
            next_column = column + 1;
            BookCell cell = cell_of(one);
            if (cell.empty()) continue;
            if (column >= most_columns) {
                complain_size(sheet);
                return;
            }
            if (sheet.rows.size() <= number) sheet.rows.resize(number + 1);
            std::vector<BookCell>& cells = sheet.rows[number];
            if (cells.size() <= column) cells.resize(column + 1);
            cells[column] = std::move(cell);
        }
    }

    static BookCell fault(std::string text) {
        BookCell cell = BookCell::of(std::move(text));
        cell.kind = BookCell::Kind::fault;
        return cell;
    }

    BookCell cell_of(const pugi::xml_node& node) const {
        const std::string_view type = attribute(node, "t");
        const pugi::xml_node value = child(node, "v");
        const pugi::xml_node formula = child(node, "f");
        const std::string text = value.text().get();
        if (type == "inlineStr") return BookCell::of(text_of(child(node, "is")));
        if (!value || text.empty()) return formula ? fault(fmt::format("={}", formula.text().get())) : BookCell();
        if (type == "s") {
            const std::optional<std::size_t> index = whole_in(text);
            return index && *index < strings_.size() ? BookCell::of(strings_[*index]) : fault("?");
        }
        if (type == "str") return BookCell::of(text);
        if (type == "e") return fault(text);
        if (type == "b") {
            BookCell cell = BookCell::of(text == "0" ? 0.0 : 1.0);
            cell.kind = BookCell::Kind::flag;
            return cell;
        }
        if (type == "d") return date_text(text);
        const std::optional<double> number = number_in(text);
        if (!number) return fault(text);
        const std::size_t style = whole_in(attribute(node, "s")).value_or(0);
        return style < dates_.size() && dates_[style] ? date_of(*number) : BookCell::of(*number);
    }

    static BookCell date_text(const std::string& text) {
        Date date;
        const char* end = text.data() + text.size();
        const auto year = std::from_chars(text.data(), end, date.year);
        if (year.ec != std::errc() || year.ptr == end || *year.ptr != '-') return fault(text);
        const auto month = std::from_chars(year.ptr + 1, end, date.month);
        if (month.ec != std::errc() || month.ptr == end || *month.ptr != '-') return fault(text);
        const auto day = std::from_chars(month.ptr + 1, end, date.day);
        return day.ec == std::errc() ? BookCell::of(date) : fault(text);
    }

    /// A spreadsheet's day: so many since 30 December 1899, or 1 January 1904.
    BookCell date_of(double number) const {
        constexpr double latest = 2958465.0; // 31 December 9999
        if (number < 1.0 || number > latest) return fault(fmt::format("{}", number));
        return BookCell::of(date_of_day(days_since_2000(first_day_) + static_cast<long>(number)));
    }

    const ZipParts& parts_;
    Problems& problems_;
    Book book_;
    std::vector<std::string> strings_;
    std::vector<bool> dates_; ///< by style
    Date first_day_{1899, 12, 30};
};

} // namespace

Book read_workbook(const std::string& bytes, const std::string& file, Problems& problems) {
    const ZipParts parts(bytes, file, problems);
    if (!problems.empty()) return {file, {}};
    return WorkbookReader(parts, file, problems).read();
}

} // namespace framsyn::app
