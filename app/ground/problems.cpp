#include "app/ground/problems.hpp"

#include "app/ground/found_text.hpp"
#include "app/ground/norwegian_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
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

constexpr int most_of_a_kind = 20;

/// The message without what differs from one place to the next: quoted texts, words with a digit or with a dot inside.
std::string kind_of(const std::string& message) {
    std::string kind;
    std::size_t at = 0;
    while (at < message.size()) {
        const std::size_t end = message[at] == '"' ? message.find('"', at + 1) : message.find_first_of(" \"", at);
        const std::string_view word = std::string_view(message).substr(at, end - at);
        const std::size_t dot = word.find('.');
        const bool varies = message[at] == '"' || word.find_first_of("0123456789") != std::string_view::npos ||
                            (dot != std::string_view::npos && dot + 1 < word.size());
        kind += varies ? "#" : word;
        if (end == std::string::npos) break;
        if (message[end] == ' ') kind += ' ';
        at = message[end] == '"' && message[at] != '"' ? end : end + 1;
    }
    return kind;
}

/// Counts the problems of a file by kind and says of the many how many they are.
class Kinds {
  public:
    /// True for the first of a kind.
    bool take(const std::string& kind, const Position& at) {
        Kind& found = kinds_[kind];
        if (++found.count > most_of_a_kind) return false;
        found.last_line = at.line;
        return true;
    }

    /// What was left out, in the order of the last that was shown; forgets all.
    void finish(const std::string& file, Language language, std::vector<Complaint>& said) {
        std::vector<Kind> left_out;
        for (const auto& [name, kind] : kinds_) {
            if (kind.count > most_of_a_kind) left_out.push_back(kind);
        }
        std::stable_sort(left_out.begin(), left_out.end(),
                         [](const Kind& a, const Kind& b) { return a.last_line < b.last_line; });
        for (const Kind& kind : left_out) said.push_back({file, 0, 0, text_of(kind).in(language)});
        kinds_.clear();
    }

  private:
    struct Kind {
        int count = 0;
        int last_line = 0;
    };

    static Text text_of(const Kind& kind) {
        const int more = kind.count - most_of_a_kind;
        if (kind.last_line == 0) {
            return {fmt::format("{} til av samme slag; bare de {} første vises", more, most_of_a_kind),
                    fmt::format("{} more of the same kind; only the first {} are shown", more, most_of_a_kind)};
        }
        return {fmt::format("{} til av samme slag som i linje {}; bare de {} første vises", more, kind.last_line,
                            most_of_a_kind),
                fmt::format("{} more of the same kind as in line {}; only the first {} are shown", more, kind.last_line,
                            most_of_a_kind)};
    }

    std::map<std::string, Kind> kinds_;
};

/// A to Z as a to z; other letters as they are.
std::string lower_case(std::string text) {
    for (char& letter : text) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return text;
}

} // namespace

std::string Complaint::printed() const {
    return line > 0 ? fmt::format("{}:{}:{}: {}", file, line, column, message) : file + ": " + message;
}

std::vector<Complaint> Problems::complaints(Language language) const {
    std::vector<Problem> sorted = list_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Problem& a, const Problem& b) {
        return std::tie(a.at.file, a.at.line, a.at.column) < std::tie(b.at.file, b.at.line, b.at.column);
    });
    std::vector<Complaint> said;
    Kinds kinds;
    std::string before;
    const std::string* file = nullptr;
    for (const Problem& problem : sorted) {
        if (file && *file != problem.at.file) kinds.finish(*file, language, said);
        file = &problem.at.file;
        Complaint one{problem.at.file, problem.at.line, problem.at.column, problem.message.in(language)};
        if (one.line <= 0) one.line = one.column = 0;
        if (one.printed() == before) continue;
        before = one.printed();
        if (kinds.take(problem.kind.empty() ? kind_of(problem.message.en) : problem.kind, problem.at))
            said.push_back(std::move(one));
    }
    if (file) kinds.finish(*file, language, said);
    return said;
}

std::vector<std::string> Problems::lines(Language language) const {
    std::vector<std::string> lines;
    for (const Complaint& complaint : complaints(language)) lines.push_back(complaint.printed());
    return lines;
}

Text beside(const Position& other, const Position& at) {
    if (other.line == 0) return {other.file, other.file};
    if (other.file != at.file) {
        const std::string place = fmt::format("{}:{}", other.file, other.line);
        return {place, place};
    }
    return {fmt::format("linje {}", other.line), fmt::format("line {}", other.line)};
}

std::string nearest_name(const std::string& name, const std::vector<std::string>& candidates) {
    constexpr std::size_t longest = 200; // beyond that it is no name that somebody mistyped
    if (name.size() > longest) return "";
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(1, name.size() / 3) + 1;
    const std::string typed = lower_case(name);
    for (const std::string& meant : meant_by_norwegian(typed)) {
        if (std::find(candidates.begin(), candidates.end(), meant) != candidates.end()) return meant;
    }
    for (const std::string& candidate : candidates) {
        if (candidate.size() > longest) continue;
        const std::size_t distance = edit_distance(typed, lower_case(candidate), best_distance);
        if (distance < best_distance) {
            best_distance = distance;
            best = candidate;
        }
    }
    return best;
}

Text did_you_mean(const std::string& name, const std::vector<std::string>& candidates) {
    const std::string near = shown(nearest_name(name, candidates));
    if (near.empty()) return {};
    return {fmt::format("; mente du «{}»?", near), fmt::format("; did you mean \"{}\"?", near)};
}

} // namespace framsyn::app
