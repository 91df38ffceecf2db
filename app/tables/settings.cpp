#include "app/tables/settings.hpp"

#include "app/tables/action_words.hpp"
#include "app/tables/difference_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace framsyn::app {
namespace {

const std::string actions = "action.";

/// The id of the action that a difference is about; empty where it is about another input.
std::string action_in(const std::string& key) {
    if (!key.starts_with(actions)) return "";
    return key.substr(actions.size(), key.find('.', actions.size()) - actions.size());
}

Text words_in(const WrittenScenario* scenario, const std::string& id) {
    if (!scenario) return {};
    const auto found = std::find_if(scenario->actions.begin(), scenario->actions.end(),
                                    [&](const study::ActionInfo& action) { return action.id == id; });
    return found == scenario->actions.end() ? Text{} : action_words(*scenario, *found);
}

/// An action of either side. Without the base's scenario only what it is now can be said.
Setting action_setting(const std::string& id, const WrittenScenario* base, const WrittenScenario& alternative) {
    Setting setting{actions + id,
                    {fmt::format("tiltak «{}»", id), fmt::format("action \"{}\"", id)},
                    words_in(base, id),
                    words_in(&alternative, id),
                    {}};
    setting.said = setting.after;
    if (setting.after.nb.empty()) {
        setting.said = {fmt::format("Gjøres ikke: {}", setting.before.nb),
                        fmt::format("Not done: {}", setting.before.en)};
    } else if (!setting.before.nb.empty()) {
        setting.said = {fmt::format("{}; i stedet for: {}", setting.after.nb, setting.before.nb),
                        fmt::format("{}; instead of: {}", setting.after.en, setting.before.en)};
    }
    return setting;
}

Setting input_setting(const Difference& difference, const WrittenScenario& scenario) {
    const DifferenceWords nb = words_of(difference, scenario, Language::nb);
    const DifferenceWords en = words_of(difference, scenario, Language::en);
    return {difference.key,
            {nb.what, en.what},
            {nb.before, en.before},
            {nb.after, en.after},
            {in_words(nb, Language::nb), in_words(en, Language::en)}};
}

std::vector<Setting> said(const std::vector<Difference>& differences, const WrittenScenario* base,
                          const WrittenScenario& alternative) {
    std::vector<Setting> settings;
    for (const Difference& difference : differences) {
        const std::string id = action_in(difference.key);
        if (id.empty()) {
            settings.push_back(input_setting(difference, alternative));
            continue;
        }
        const bool is_there = std::any_of(settings.begin(), settings.end(),
                                          [&](const Setting& setting) { return setting.address == actions + id; });
        if (is_there) continue;
        Setting setting = action_setting(id, base, alternative);
        if (setting.said.nb.empty() || (!base && setting.after.nb.empty()))
            setting = input_setting(difference, alternative);
        settings.push_back(std::move(setting));
    }
    // As in actions.csv: actions by id, then other inputs by address, whatever the order of the files' lines.
    std::sort(settings.begin(), settings.end(), [](const Setting& a, const Setting& b) {
        return std::pair(!a.address.starts_with(actions), a.address) <
               std::pair(!b.address.starts_with(actions), b.address);
    });
    return settings;
}

bool is_of_the_run(const Difference& difference) {
    return difference.key == "run.seed" || difference.key == "run.draws" || difference.key == "run.replications";
}

/// What a file that a scenario was read from says.
const std::string* text_of(const WrittenScenario& scenario, const std::string& file) {
    const auto found = std::find_if(scenario.files.begin(), scenario.files.end(),
                                    [&](const InputFile& input) { return input.path == file; });
    return found == scenario.files.end() ? nullptr : &found->text;
}

} // namespace

std::vector<Setting> settings_of(const WrittenScenario& base, const WrittenScenario& alternative) {
    std::vector<Difference> differences = differences_between(base.as_written, alternative.as_written);
    differences.erase(std::remove_if(differences.begin(), differences.end(), is_of_the_run), differences.end());
    std::vector<Setting> settings = said(differences, &base, alternative);
    for (const TableInfo& table : alternative.tables) {
        const std::string* before = text_of(base, table.file);
        const std::string* after = text_of(alternative, table.file);
        if (!before || !after || *before == *after) continue;
        settings.push_back(
            {"table." + table.id,
             {fmt::format("tabell «{}»", table.id), fmt::format("table \"{}\"", table.id)},
             {},
             {fmt::format("andre tall i {}", table.file), fmt::format("other figures in {}", table.file)},
             {fmt::format("tabell «{}»: andre tall i {}", table.id, table.file),
              fmt::format("table \"{}\": other figures in {}", table.id, table.file)}});
    }
    return settings;
}

std::vector<Setting> settings_on_file(const WrittenScenario& scenario) {
    return said(scenario.differences, nullptr, scenario);
}

} // namespace framsyn::app
