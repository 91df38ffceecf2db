#include "app/import/words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace framsyn::app {
namespace {

void append_utf8(std::string& out, std::uint32_t point) {
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0 | (point >> 6));
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else {
        out += static_cast<char>(0xE0 | (point >> 12));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    }
}

/// How many bytes follow a first byte in UTF-8; 4 for a byte that can't be first.
std::size_t followers(unsigned char first) {
    if (first < 0x80) return 0;
    if (first >= 0xC2 && first < 0xE0) return 1;
    if (first >= 0xE0 && first < 0xF0) return 2;
    return first >= 0xF0 && first < 0xF5 ? 3 : 4;
}

} // namespace

std::string lowered(const std::string& text) {
    std::string out = text;
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (out[i] >= 'A' && out[i] <= 'Z') out[i] = static_cast<char>(out[i] - 'A' + 'a');
        // Æ, Ø, Å and the other capitals of Latin-1: C3 80 – C3 9E.
        if (out[i] == '\xC3' && i + 1 < out.size()) {
            const auto second = static_cast<unsigned char>(out[i + 1]);
            if (second >= 0x80 && second <= 0x9E) out[i + 1] = static_cast<char>(second + 0x20);
        }
    }
    return out;
}

std::string trimmed(const std::string& text) {
    std::size_t begin = 0;
    std::size_t end = text.size();
    const auto is_space = [](char letter) {
        return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
    };
    while (begin < end) {
        if (is_space(text[begin])) {
            ++begin;
        } else if (text.compare(begin, 2, "\xC2\xA0") == 0) {
            begin += 2;
        } else {
            break;
        }
    }
    while (end > begin) {
        if (is_space(text[end - 1])) {
            --end;
        } else if (end >= begin + 2 && text.compare(end - 2, 2, "\xC2\xA0") == 0) {
            end -= 2;
        } else {
            break;
        }
    }
    return text.substr(begin, end - begin);
}

bool all_digits(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::size_t begin = text.find_first_not_of(' ');
    while (begin != std::string::npos) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        begin = text.find_first_not_of(' ', end);
    }
    return words;
}

bool is_utf8(const std::string& text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t more = followers(first);
        if (more == 4 || i + more >= text.size()) return false;
        for (std::size_t k = 1; k <= more; ++k) {
            if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return false;
        }
        const auto second = more > 0 ? static_cast<unsigned char>(text[i + 1]) : 0x80U;
        if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second >= 0xA0)) return false;
        if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second >= 0x90)) return false;
        i += more + 1;
    }
    return true;
}

std::string from_windows_1252(const std::string& text) {
    // Where it differs from Latin-1: 0x80 – 0x9F. Bytes without a meaning keep their number.
    static constexpr std::array<std::uint16_t, 32> special{
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        append_utf8(out, byte >= 0x80 && byte < 0xA0 ? special[byte - 0x80U] : byte);
    }
    return out;
}

} // namespace framsyn::app
