#include "app/scenario/read/check_activities.hpp"

#include "models/study/scenario/evidence.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace framsyn::app {
namespace {

class ActivityCheck {
  public:
    ActivityCheck(const WrittenScenario& scenario, const Value& root, Problems& problems)
        : scenario_(scenario), root_(root), problems_(problems) {}

    void check_activities() {
        for (const study::UnitInfo& unit : scenario_.units) {
            const bool known = study::activity_of(scenario_, unit.trust,
                                                  {scenario_.of(unit.service).id, {unit.service}, false}) != nullptr;
            if (!known) {
                report("unit", unit.id,
                       fmt::format("ingen [[activity]] sier hva som er kjent om {} ved {}",
                                   scenario_.of(unit.service).id, trust_name(unit.trust)),
                       fmt::format("no [[activity]] says what is known of {} at {}", scenario_.of(unit.service).id,
                                   trust_name(unit.trust)));
            }
        }
        for (const study::ActivityInfo& activity : scenario_.activities) {
            check_whose(activity);
            if (activity.basis != study::Basis::rates && !activity.bed_days) {
                report("activity", activity.id,
                       fmt::format("basis {} krever bed_days", name_in(study::basis_names, activity.basis)),
                       fmt::format("basis {} needs bed_days", name_in(study::basis_names, activity.basis)));
            }
        }
    }

  private:
    /// Whether an activity has a key at all.
    bool says(const std::string& id, const std::string& key) const {
        const Value* entries = root_.find("activity");
        const Array* all = entries ? entries->as<Array>() : nullptr;
        return all && std::any_of(all->begin(), all->end(), [&](const Value& entry) {
                   const Value* name = entry.find("id");
                   const std::string* text = name ? name->as<std::string>() : nullptr;
                   return text && *text == id && entry.find(key);
               });
    }

    /// A sum over trusts is held above their own splits; beside another count it would be two answers to one question.
    void check_whose(const study::ActivityInfo& activity) {
        const bool says_trust = says(activity.id, "trust");
        const bool says_trusts = says(activity.id, "trusts");
        if (says_trust == says_trusts) {
            report("activity", activity.id, "enten trust (ett helseforetak) eller trusts (flere som er talt sammen)",
                   "either trust (one trust) or trusts (several that are counted together)");
            return;
        }
        if (!says_trusts) return;
        if (activity.sum_over.size() < 2 || activity.basis != study::Basis::observed) {
            report("activity", activity.id, "trusts er minst to helseforetak som er talt sammen: basis = \"observed\"",
                   "trusts are at least two trusts that are counted together: basis = \"observed\"", {"trusts"});
        }
        for (const TrustId trust : activity.sum_over) {
            const study::ActivityInfo* own = study::activity_of(scenario_, trust, activity.service);
            if (own && own->basis == study::Basis::split && own->service.id == activity.service.id) continue;
            report("activity", activity.id,
                   fmt::format("{} er med i summen og trenger en [[activity]] for {} med basis = \"split\"",
                               trust_name(trust), activity.service.id),
                   fmt::format("{} is in the sum and needs an [[activity]] for {} with basis = \"split\"",
                               trust_name(trust), activity.service.id),
                   {"trusts"});
        }
    }

    void report(const std::string& list, const std::string& id, const std::string& nb, const std::string& en,
                const std::vector<std::string>& keys = {}) {
        problems_.add(place_of(root_, list, id, keys), {nb, en});
    }

    std::string trust_name(WhichTrust trust) const { return scenario_.id_of(trust); }

    const WrittenScenario& scenario_;
    const Value& root_;
    Problems& problems_;
};

} // namespace

void check_activities(const WrittenScenario& scenario, const Value& root, Problems& problems) {
    ActivityCheck(scenario, root, problems).check_activities();
}

} // namespace framsyn::app
