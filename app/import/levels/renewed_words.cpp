#include "app/import/levels/renewed_words.hpp"

#include "app/ground/found_text.hpp"
#include "app/scenario/read/read_scenario.hpp"
#include "app/scenario/text/text_rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace framsyn::app {
namespace {

/// "2026", or "2024–2026" where they follow on each other.
std::string span_of(const std::vector<int>& years) {
    if (years.empty()) return "";
    if (years.back() - years.front() + 1 != static_cast<int>(years.size()))
        return fmt::format("{}", fmt::join(years, ", "));
    return years.size() == 1 ? fmt::format("{}", years.front()) : fmt::format("{}–{}", years.front(), years.back());
}

/// The old base year at the start of the run's span, as 2024–2040 or 2024-2040.
std::string with_new_span(std::string text, int old_year, int new_year, int last_year) {
    for (const char* dash : {"–", "-"}) {
        const std::string span = fmt::format("{}{}{}", old_year, dash, last_year);
        const std::size_t at = text.find(span);
        if (at != std::string::npos) text.replace(at, span.size(), fmt::format("{}{}{}", new_year, dash, last_year));
    }
    return text;
}

/// The title's list of what is new: another year of the same table takes the place of the one before.
std::string with_table(const std::string& title, const std::string& begin, const YearNews& news) {
    const std::size_t at = title.find(begin);
    std::string stem = title.substr(0, at);
    std::string list = at == std::string::npos ? "" : title.substr(at + begin.size());
    const std::string own = "SSB " + news.table + " (";
    const std::size_t before = list.find(own);
    if (before != std::string::npos) {
        const std::size_t end = std::min(list.find("; ", before), list.size());
        list.erase(before, end == list.size() ? end - before : end + 2 - before);
        if (list.ends_with("; ")) list.resize(list.size() - 2);
    }
    list += (list.empty() ? "" : "; ") + own + span_of(news.years) + ")";
    return letters_in(stem + begin + list) <= longest_title ? stem + begin + list : stem;
}

std::string with_sentence(const std::string& description, const std::string& sentence) {
    const std::string both = description.empty() ? sentence : description + " " + sentence;
    return letters_in(both) <= longest_prose ? both : sentence;
}

std::string sentence_of(const YearNews& news, Language language) {
    const bool nb = language == Language::nb;
    std::string text = fmt::format(fmt::runtime(nb ? "Fornyet: {} for {} fra SSBs tabell {} ({}"
                                                   : "Renewed: {} of {} from Statistics Norway's table {} ({}"),
                                   news.what.in(language), span_of(news.years), news.table,
                                   std::filesystem::path(news.file).filename().string());
    if (!news.day.empty()) text += fmt::format(fmt::runtime(nb ? ", lest inn {}" : ", read on {}"), news.day);
    text += ").";
    if (news.base_year > 0)
        text += fmt::format(fmt::runtime(nb ? " Basisåret er {}." : " The base year is {}."), news.base_year);
    return text;
}

} // namespace

std::string quoted(const std::string& text) {
    std::string made = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') made += '\\';
        made += c == '\n' ? ' ' : c;
    }
    return made + '"';
}

std::string with_words(const std::string& content, const Files& files, const std::string& base, const YearNews& news) {
    Overrides overrides;
    overrides.counts = Counts::left_aside;
    const WrittenScenario before = read_scenario(files, base, overrides);
    const int base_year = news.base_year > 0 ? news.base_year : before.base_year;
    std::string words = "[scenario]\n";
    for (const Language language : {Language::nb, Language::en}) {
        const bool nb = language == Language::nb;
        const std::string title =
            with_table(with_new_span(before.title.in(language), before.base_year, base_year, before.last_year),
                       nb ? ", fornyet med " : ", renewed with ", news);
        words += fmt::format("title{} = {}\n", nb ? "" : "_en", quoted(title));
    }
    for (const Language language : {Language::nb, Language::en}) {
        words += fmt::format("description{} = {}\n", language == Language::nb ? "" : "_en",
                             quoted(with_sentence(before.description.in(language), sentence_of(news, language))));
    }
    const std::size_t first = content.find("\n[") + 1;
    return content.substr(0, first) + words + "\n" + content.substr(first);
}

} // namespace framsyn::app
