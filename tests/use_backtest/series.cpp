#include "tests/use_backtest/series.hpp"

#include <array>
#include <cmath>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace framsyn::use_backtest {
namespace {

double number(const std::string& text) {
    return text.empty() ? -1.0 : std::stod(text);
}

struct Break {
    const char* trust;
    const char* service;
    int year;
};
constexpr std::array<Break, 6> breaks{{{"nlsh", "tsb", 2019},
                                       {"unn", "tsb", 2025},
                                       {"finnmark", "phv", 2019},
                                       {"finnmark", "phv", 2020},
                                       {"bergen", "tsb", 2020},
                                       {"nord-trondelag", "phbu", 2018}}};

} // namespace

double UseSeries::level(int year) const {
    const auto at = static_cast<std::size_t>(year - first_year);
    return std::log(bed_days.at(at) / expected_days.at(at));
}

std::vector<UseSeries> read_series(const std::string& file) {
    std::ifstream in(file);
    std::vector<UseSeries> all;
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        std::vector<std::string> cells(7);
        std::istringstream row(line);
        for (std::string& cell : cells) std::getline(row, cell, ',');
        if (all.empty() || all.back().trust != cells[0] || all.back().service != cells[1])
            all.push_back({cells[0], cells[1], {}, {}, {}, {}});
        UseSeries& series = all.back();
        if (std::stoi(cells[2]) != first_year + static_cast<int>(series.bed_days.size()))
            throw std::runtime_error(cells[0] + " " + cells[1] + ": a year is missing before " + cells[2]);
        series.bed_days.push_back(number(cells[3]));
        series.expected_days.push_back(number(cells[4]));
        series.places.push_back(number(cells[5]));
        series.available_days.push_back(number(cells[6]));
    }
    for (const UseSeries& series : all) {
        if (series.bed_days.size() != last_year - first_year + 1)
            throw std::runtime_error(series.trust + " " + series.service + ": not whole");
    }
    return all;
}

bool has_break(const UseSeries& series, int origin, int target) {
    for (const Break& each : breaks) {
        if (series.trust == each.trust && series.service == each.service && each.year > origin && each.year <= target)
            return true;
    }
    return false;
}

} // namespace framsyn::use_backtest
