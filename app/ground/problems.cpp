#include "app/ground/problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace framsyn::app {
namespace {

/// Edit distance in bytes where swapping two neighbours is one step, as typing errors are (optimal string alignment); at
/// least `enough` where it is that or more, so that names far apart cost next to nothing.
std::size_t edit_distance(const std::string& a, const std::string& b, std::size_t enough) {
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) >= enough) return enough;
    std::vector<std::size_t> before_last, last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, substituted});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        if (*std::min_element(row.begin(), row.end()) > enough) return enough;
        before_last = std::exchange(last, row);
    }
    return last[b.size()];
}

/// A to Z as a to z; other letters as they are.
std::string lower_case(std::string text) {
    for (char& letter : text) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return text;
}

} // namespace

std::vector<std::string> Problems::lines(Language language) const {
    std::vector<Problem> sorted = list_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Problem& a, const Problem& b) {
        return std::tie(a.at.file, a.at.line, a.at.column) < std::tie(b.at.file, b.at.line, b.at.column);
    });
    std::vector<std::string> lines;
    for (const Problem& problem : sorted) {
        std::string line = problem.at.file;
        if (problem.at.line > 0) line += fmt::format(":{}:{}", problem.at.line, problem.at.column);
        line += ": " + problem.message.in(language);
        if (lines.empty() || lines.back() != line) lines.push_back(std::move(line));
    }
    return lines;
}

std::string nearest_name(const std::string& name, const std::vector<std::string>& candidates) {
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(1, name.size() / 3) + 1;
    const std::string typed = lower_case(name);
    for (const std::string& candidate : candidates) {
        const std::size_t distance = edit_distance(typed, lower_case(candidate), best_distance);
        if (distance < best_distance) {
            best_distance = distance;
            best = candidate;
        }
    }
    return best;
}

Text did_you_mean(const std::string& name, const std::vector<std::string>& candidates) {
    const std::string near = nearest_name(name, candidates);
    if (near.empty()) return {};
    return {fmt::format("; mente du «{}»?", near), fmt::format("; did you mean \"{}\"?", near)};
}

} // namespace framsyn::app
