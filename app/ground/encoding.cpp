#include "app/ground/encoding.hpp"

#include <algorithm>
#include <utility>

namespace framsyn::app {
namespace {

unsigned byte_at(std::string_view text, std::size_t i) {
    return static_cast<unsigned char>(text[i]);
}

/// How many bytes follow a first byte in UTF-8; 4 for a byte that can't be first.
std::size_t followers(unsigned first) {
    if (first < 0x80) return 0;
    if (first >= 0xC2 && first < 0xE0) return 1;
    if (first >= 0xE0 && first < 0xF0) return 2;
    return first >= 0xF0 && first < 0xF5 ? 3 : 4;
}

/// Text in UTF-16 without a byte order mark: every other byte of what is mostly Latin letters is 0.
bool looks_like_utf16(std::string_view bytes) {
    constexpr std::size_t enough = 200;
    const std::size_t length = std::min(bytes.size(), enough);
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < length; ++i) {
        if (bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
    }
    return 3 * std::max(even, odd) > length && std::min(even, odd) * 8 < std::max(even, odd);
}

} // namespace

std::size_t utf8_length(std::string_view text) {
    if (text.empty()) return 0;
    const unsigned first = byte_at(text, 0);
    const std::size_t more = followers(first);
    if (more == 4 || more >= text.size()) return 0;
    for (std::size_t k = 1; k <= more; ++k) {
        if ((byte_at(text, k) & 0xC0U) != 0x80U) return 0;
    }
    const unsigned second = more > 0 ? byte_at(text, 1) : 0x80U;
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second >= 0xA0)) return 0;
    if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second >= 0x90)) return 0;
    return more + 1;
}

char32_t code_point(std::string_view letter) {
    const unsigned first = byte_at(letter, 0);
    if (letter.size() == 1) return first;
    char32_t point = first & (0x7FU >> letter.size());
    for (std::size_t k = 1; k < letter.size(); ++k) point = (point << 6U) | (byte_at(letter, k) & 0x3FU);
    return point;
}

bool is_control(char32_t point) {
    const bool old = point < 0x20 || (point >= 0x7F && point < 0xA0);
    const bool separator = point == 0x2028 || point == 0x2029;
    const bool none = (point >= 0xFDD0 && point <= 0xFDEF) || (point & 0xFFFEU) == 0xFFFEU;
    return old || separator || none;
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = utf8_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

std::optional<Text> fault_in_bytes(std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04")) {
        return Text{"er en zip-fil, som Excel-ark og Word-dokumenter er; lagre den som ren tekst i UTF-8",
                    "is a zip file, as Excel workbooks and Word documents are; save it as plain text in UTF-8"};
    }
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || looks_like_utf16(bytes)) {
        return Text{"filen er lagret som UTF-16 («Unicode»); lagre den på nytt med koding UTF-8",
                    "the file is saved as UTF-16 (\"Unicode\"); save it again with the encoding UTF-8"};
    }
    if (bytes.find('\0') != std::string_view::npos) {
        return Text{"er ikke en tekstfil (den har byte med verdien 0)",
                    "is not a text file (it has bytes of the value 0)"};
    }
    return std::nullopt;
}

std::optional<EncodingFault> fault_in_encoding(std::string_view bytes, const std::string& file) {
    EncodingFault fault{{file, 1, 1}, {}};
    if (std::optional<Text> no_text = fault_in_bytes(bytes)) {
        fault.message = std::move(*no_text);
        return fault;
    }
    while (!bytes.empty()) {
        const std::size_t length = utf8_length(bytes);
        if (length == 0) {
            fault.message = {"filen er ikke lagret som UTF-8; lagre den på nytt med koding UTF-8",
                             "the file isn't saved as UTF-8; save it again with the encoding UTF-8"};
            return fault;
        }
        if (bytes.front() == '\n') {
            ++fault.at.line;
            fault.at.column = 1;
        } else {
            ++fault.at.column;
        }
        bytes.remove_prefix(length);
    }
    return std::nullopt;
}

} // namespace framsyn::app
