#include "app/import/words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

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

std::optional<Text> other_letters(const std::string& bytes) {
    const auto count = [&](std::string_view letters) {
        return std::count_if(bytes.begin(), bytes.end(),
                             [&](char letter) { return letters.find(letter) != std::string_view::npos; });
    };
    // æ ø å Æ Ø Å in each of them
    const auto windows = count("\xE6\xF8\xE5\xC6\xD8\xC5");
    const auto mac = count("\xBE\xBF\x8C\xAE\xAF\x81");
    const auto dos = count("\x91\x9B\x86\x92\x9D\x8F");
    if (mac > windows && mac > dos) {
        return Text{"er lagret med tegnsettet Mac Roman; lagre den på nytt som CSV UTF-8",
                    "is saved in the letters of old Macs (Mac Roman); save it again as CSV UTF-8"};
    }
    if (dos > windows) {
        return Text{"er lagret med tegnsettet til DOS (kodeside 865 eller 850); lagre den på nytt som CSV UTF-8",
                    "is saved in the letters of DOS (code page 865 or 850); save it again as CSV UTF-8"};
    }
    return std::nullopt;
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
