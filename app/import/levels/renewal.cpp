#include "app/import/levels/renewal.hpp"

#include "app/import/levels/renewed_levels.hpp"
#include "app/import/levels/renewed_words.hpp"
#include "app/scenario/read/read_scenario.hpp"
#include "models/study/scenario/counted_use.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace framsyn::app {
namespace {

std::string normal(const std::string& path) {
    return std::filesystem::path(path).lexically_normal().string();
}

Overrides counts_aside() {
    Overrides overrides;
    overrides.counts = Counts::left_aside;
    return overrides;
}

/// Where the level of use isn't counted year by year, the interval of the count is all that is known of it.
void note_held(const Quantity& bed_days, bool keeps_interval, KnownSeries& series) {
    series.held = bed_days.value;
    series.is_derived = bed_days.status == Status::derived;
    if (!keeps_interval || !bed_days.has_interval() || !(bed_days.value > 0.0)) return;
    series.low = bed_days.low / bed_days.value;
    series.high = bed_days.high / bed_days.value;
}

} // namespace

void Draft::put(const std::string& path, const std::string& text) {
    texts_[normal(path)] = text;
}

const std::string* Draft::find(const std::string& path) const {
    const auto found = texts_.find(normal(path));
    return found == texts_.end() ? nullptr : &found->second;
}

std::optional<Text> Draft::fault(const std::string& path) const {
    if (find(path)) return std::nullopt;
    return below_.fault(path);
}

bool Draft::leads_out(const std::string& path, const std::string& folder) const {
    return !find(path) && below_.leads_out(path, folder);
}

std::string Draft::read(const std::string& path) const {
    const std::string* text = find(path);
    return text ? *text : below_.read(path);
}

KnownBase known_base(const Files& files, const std::string& path) {
    const WrittenScenario scenario = read_scenario(files, path, counts_aside());
    KnownBase base{scenario.base_year, {}, {}};
    for (const study::TrustInfo& trust : scenario.trusts) base.trusts.push_back(trust.id);
    for (const study::ActivityInfo& activity : scenario.activities) {
        if (!study::holds_bed_days(activity)) continue;
        KnownSeries series{
            activity.id, activity.is_sum() ? "" : scenario.of(activity.trust).id, activity.service.id, {}};
        for (const TrustId trust : activity.sum_over) series.sum_over.push_back(scenario.of(trust).id);
        if (activity.bed_days) note_held(*activity.bed_days, activity.counted.empty(), series);
        for (const study::CountedUse& year : activity.counted) series.years.push_back({year.year, year.bed_days});
        base.series.push_back(std::move(series));
    }
    return base;
}

Renewal renewal_of(Draft& draft, const std::string& path) {
    const RenewedLevels levels = renewed_levels(read_scenario(draft, path, counts_aside()));
    Renewal renewal{draft.read(path), levels.flows, {}};
    if (levels.flows > 0) renewal.content += "\n" + levels.entries.substr(0, levels.entries.size() - 1);
    draft.put(path, renewal.content);
    try {
        read_scenario(draft, path);
    } catch (const BadInput& bad) {
        const std::vector<std::string> nb = bad.problems().lines(Language::nb), en = bad.problems().lines(Language::en);
        for (std::size_t i = 0; i < nb.size(); ++i) renewal.still_wrong.push_back({nb[i], en[i]});
    }
    return renewal;
}

std::string said_of(const Renewal& renewal, const std::string& file, Language language) {
    const bool nb = language == Language::nb;
    std::string text;
    if (renewal.flows > 0) {
        text +=
            fmt::format(fmt::runtime(nb ? "{}: nivåer i [[flow]] som er regnet om, så de gir de talte døgnene: {}\n"
                                        : "{}: levels of [[flow]] that are multiplied, so that they give the counted "
                                          "bed days: {}\n"),
                        file, renewal.flows);
    }
    if (renewal.still_wrong.empty()) return text;
    text +=
        fmt::format(fmt::runtime(nb ? "Gjenstår før {} er i orden:\n" : "What is left before {} is in order:\n"), file);
    for (const Text& line : renewal.still_wrong) text += "  " + line.in(language) + "\n";
    return text;
}

std::string rates_file(const Files& files, const std::string& base, const std::string& extends,
                       const std::string& table, const std::string& source) {
    const WrittenScenario scenario = read_scenario(files, base, counts_aside());
    const auto rates = std::find_if(scenario.tables.begin(), scenario.tables.end(),
                                    [](const TableInfo& one) { return one.id == "use-rates"; });
    const std::string others = "; de andre tjenestene: ";
    std::string before = rates == scenario.tables.end() ? "" : rates->source;
    const std::size_t at = before.find(others); // a renewal of a renewal
    if (at != std::string::npos) before = before.substr(at + others.size());
    return fmt::format("schema = 1\nextends = {}\n\n[[table]]\nid = \"use-rates\"\nfile = {}\nstatus = "
                       "\"derived\"\nsource = {}\n",
                       quoted(extends), quoted(table), quoted(source + others + before));
}

} // namespace framsyn::app
