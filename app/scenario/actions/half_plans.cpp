#include "app/scenario/actions/half_plans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace framsyn::app {

void remark_on_half_plans(const WrittenScenario& scenario, const Value& root, Problems& remarks) {
    std::set<std::string> moved;
    for (const Difference& difference : scenario.differences) {
        const std::string list = "change.";
        const std::size_t end = difference.key.rfind('.');
        if (difference.key.starts_with(list) && difference.key.substr(end + 1) == "date")
            moved.insert(difference.key.substr(list.size(), end - list.size()));
    }
    std::set<std::string> told;
    for (const study::ChangeInfo& change : scenario.changes) {
        if (moved.count(change.id) == 0 || change.part_of.empty()) continue;
        const bool others_stay =
            std::any_of(scenario.changes.begin(), scenario.changes.end(), [&](const study::ChangeInfo& other) {
                return other.part_of == change.part_of && moved.count(other.id) == 0;
            });
        if (!others_stay || !told.insert(change.part_of).second) continue;
        remarks.add(
            place_of(root, "change", change.id),
            {fmt::format("«{0}» er en del av «{1}», og de andre delene flytter ikke med; skriv [[action]] kind = "
                         "\"delay\", of = \"{1}\", date = …",
                         change.id, change.part_of),
             fmt::format("\"{0}\" is a part of \"{1}\", whose other parts don't move with it; write [[action]] kind = "
                         "\"delay\", of = \"{1}\", date = …",
                         change.id, change.part_of)});
    }
}

} // namespace framsyn::app
