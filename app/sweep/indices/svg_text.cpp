#include "app/sweep/indices/svg_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace framsyn::app {
namespace {

std::string escaped(const std::string& text) {
    std::string out;
    for (const char letter : text) {
        if (letter == '&') {
            out += "&amp;";
        } else if (letter == '<') {
            out += "&lt;";
        } else {
            out += letter;
        }
    }
    return out;
}

} // namespace

std::string svg_begin(double width, double height) {
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.0f} {1:.0f}\" width=\"{0:.0f}\" "
        "height=\"{1:.0f}\" font-family=\"Inter, Open Sans, DejaVu Sans, sans-serif\" font-size=\"12\">\n"
        "<rect width=\"{0:.0f}\" height=\"{1:.0f}\" fill=\"#fff\"/>\n",
        width, height);
}

std::string svg_text(double x, double y, const char* anchor, const std::string& words, const std::string& look) {
    return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" {}>{}</text>\n", x, y, anchor, look,
                       escaped(words));
}

std::string svg_line(double x1, double y1, double x2, double y2, const std::string& look) {
    return fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" {}/>\n", x1, y1, x2, y2, look);
}

std::string svg_rect(double x, double y, double width, double height, const std::string& look) {
    return fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" {}/>\n", x, y,
                       std::max(0.0, width), height, look);
}

} // namespace framsyn::app
