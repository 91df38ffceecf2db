#pragma once

#include <string>

namespace framsyn::app {

/// Pieces of SVG as text; `look` are attributes. Words are escaped.
std::string svg_begin(double width, double height);
std::string svg_text(double x, double y, const char* anchor, const std::string& words, const std::string& look = "");
std::string svg_line(double x1, double y1, double x2, double y2, const std::string& look);
std::string svg_rect(double x, double y, double width, double height, const std::string& look);

} // namespace framsyn::app
