#include "app/explain/feeds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string_view>

namespace framsyn::app {
namespace {

/// What the keys of a list feed: P population, N need, C capacity, G gap, S simulated patients, I indicators.
struct Rule {
    std::string_view list;
    std::string_view keys; ///< between bars; empty: every other key
    std::string_view fed;
    const char* nb = "";
    const char* en = "";
};

constexpr const char* only_words_nb = "det som vises, ikke i regningen";
constexpr const char* only_words_en = "what is shown, not what is computed";

/// The first rule that fits counts.
constexpr auto rules = std::to_array<Rule>({
    {"",
     "|name|name_en|short|label|label_en|title|title_en|description|description_en|note|note_en|beds_name|"
     "beds_name_en|",
     "", only_words_nb, only_words_en},
    {"scenario", "", "", only_words_nb, only_words_en},
    {"region", "", "", only_words_nb, only_words_en},
    {"time", "|capacity_from|", "C"},
    {"time", "", "PNCGSI"},
    {"run", "|replications|warm_up|", "SI"},
    {"run", "", "PNGSI", "hvor mye som trekkes, og hvilke trekninger", "how much is drawn, and which draws"},
    {"demography", "", "PNGSI"},
    {"fertility_level", "", "PNGSI"},
    {"life_expectancy_level", "", "PNGSI"},
    {"immigration_level", "", "PNGSI"},
    {"population_shock", "", "PNGSI", "gjennom flytting litt i de andre foretakene også",
     "through moves a little in the other trusts too"},
    {"trust", "|catchment|", "", "hva befolkningen må stemme med", "what the population must agree with"},
    {"trust", "", "PNGSI", "gjennom flytting litt i de andre foretakene også",
     "through moves a little in the other trusts too"},
    {"service", "|level|use_rate|", "NGSI"},
    {"service", "|utilisation|risk|full|tolerated_wait|", "NG"},
    {"service", "", "SI"},
    {"group", "", "NCGSI", "radene som er summer", "the rows that are sums"},
    {"unit", "|surge|", "CSI"},
    {"unit", "|open_share|", "NGSI"},
    {"unit", "|site|", "S", "hva stedet heter", "what the place is called"},
    {"unit", "|beds|", "CGSI"},
    {"unit", "", "NCGSI"},
    {"change", "|part_of|", "", "hva et tiltak (delay) flytter sammen", "what an action (delay) moves together"},
    {"change", "", "CGSI"},
    {"count", "", "G", "enhetene må stemme med den, og den sier hvor sikkert gapet er; tallet regnes ikke med",
     "the units must add up to it, and it tells how sure the gap is; the number isn't reckoned with"},
    {"utilisation", "", "NG"},
    {"seen_occupancy", "", "", "dommen der ingen har talt nivået (verdict.csv); tallet regnes ikke med i behovet",
     "the verdict where nobody counted the level (verdict.csv); need isn't computed from it"},
    {"seen_stays", "", "", "dommen der ingen har talt nivået (verdict.csv); tallet regnes ikke med i behovet",
     "the verdict where nobody counted the level (verdict.csv); need isn't computed from it"},
    {"activity", "", "NGSI"},
    {"counted_use", "|places|available_days|", "", only_words_nb, only_words_en},
    {"counted_use", "", "NGSI"},
    {"use_level", "", "NGSI"},
    {"flow", "", "NGSI"},
    {"stay", "", "SI"},
    {"factor", "", "NGSI"},
    {"stock", "", "NGSI"},
    {"travel", "|road|", "", "vises, men brukes ikke", "shown, but not used"},
    {"travel", "", "S"},
    {"overflow", "", "SI"},
    {"elsewhere", "", "I"},
    {"statement", "", "I"},
    {"published_projection", "", "", "published.csv, ved siden av vår framskriving",
     "published.csv, beside our projection"},
    {"region_model", "", "", "status.csv, ved siden av vårt behov", "status.csv, beside our need"},
    {"staffing", "", "", "årsverk (staff_need.csv)", "staff years (staff_need.csv)"},
    {"table", "|source|status|", "", only_words_nb, only_words_en},
    {"table", "", "PNGSI"},
});

bool is_in(std::string_view keys, const std::string& key) {
    return keys.empty() || keys.find("|" + key + "|") != std::string_view::npos;
}

std::vector<Fed> fed_by(std::string_view letters) {
    constexpr std::string_view order = "PNCGSI";
    std::vector<Fed> fed;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (letters.find(order[i]) != std::string_view::npos) fed.push_back(fed_names[i].value);
    }
    return fed;
}

std::vector<std::string> words_at(const Value& entry, const std::string& key) {
    const Value* value = entry.find(key);
    if (!value) return {};
    if (const auto* one = value->as<std::string>()) return {*one};
    std::vector<std::string> all;
    if (const Array* items = value->as<Array>()) {
        for (const Value& item : *items) {
            if (const auto* text = item.as<std::string>()) all.push_back(*text);
        }
    }
    return all;
}

std::string id_of(const Leaf& leaf) {
    const std::vector<std::string> id = words_at(*leaf.entry, "id");
    return id.empty() ? "" : id.front();
}

void add(std::vector<std::string>& list, const std::string& id) {
    if (std::find(list.begin(), list.end(), id) == list.end()) list.push_back(id);
}

template <class List>
auto find_by_id(const List& list, const std::string& id) -> decltype(&list.front()) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& entry) { return entry.id == id; });
    return found == list.end() ? nullptr : &*found;
}

/// Works out what one leaf feeds.
class Feeding {
  public:
    Feeding(const WrittenScenario& scenario, const Leaf& leaf) : scenario_(scenario), leaf_(leaf) {}

    Feeds feeds() {
        if (leaf_.list() == "action") {
            of_action();
        } else {
            of_rule();
            where();
        }
        leave_out_what_cannot_be();
        return std::move(feeds_);
    }

  private:
    void of_rule() {
        for (const Rule& rule : rules) {
            if ((!rule.list.empty() && rule.list != leaf_.list()) || !is_in(rule.keys, leaf_.key())) continue;
            feeds_.what = fed_by(rule.fed);
            feeds_.note = {rule.nb, rule.en};
            return;
        }
    }

    /// Which trusts and services, from the entry's own words, and what its list asks for besides.
    void where() {
        for (const char* key : {"trust", "trusts", "at", "from"}) {
            for (const std::string& trust : words_at(*leaf_.entry, key)) add_trust(trust);
        }
        for (const char* key : {"service", "services", "parts"}) {
            for (const std::string& service : words_at(*leaf_.entry, key)) add_service(service);
        }
        for (const std::string& unit : words_at(*leaf_.entry, "unit")) add_unit(unit);
        const std::string list = leaf_.list();
        if (list == "trust") add_trust(id_of(leaf_));
        if (list == "service") of_service();
        if (list == "unit") add_unit(id_of(leaf_));
        if ((list == "unit" && leaf_.key() == "beds") || list == "change") beds_at_several_sites();
        if (list == "activity") of_activity();
        if (list == "flow") of_flow();
        if (list == "stay") of_stay();
        if (list == "table" && id_of(leaf_) == "use-rates") feeds_.what = fed_by("NGSI");
        if (list == "change" && words_at(*leaf_.entry, "plan") == std::vector<std::string>{"possible"})
            nothing({"er mulig og regnes ikke med", "is possible and isn't counted"});
        of_variant();
    }

    void add_trust(const std::string& trust) {
        if (trust == "region") return;
        add(feeds_.trusts, trust);
    }
    void add_service(const std::string& name) {
        if (const study::GroupInfo* group = find_by_id(scenario_.groups, name)) {
            for (const ServiceId part : group->parts) add(feeds_.services, scenario_.of(part).id);
        } else {
            add(feeds_.services, name);
        }
    }
    void add_unit(const std::string& id) {
        const study::UnitInfo* unit = find_by_id(scenario_.units, id);
        if (!unit) return;
        add_trust(scenario_.of(unit->trust).id);
        add_service(scenario_.of(unit->service).id);
    }

    void also(Fed fed) {
        if (feeds_.feeds(fed)) return;
        feeds_.what.push_back(fed);
        std::sort(feeds_.what.begin(), feeds_.what.end());
    }
    void nothing(const Text& why) {
        feeds_.what.clear();
        feeds_.note = why;
    }

    void of_service() {
        add_service(id_of(leaf_));
        if (leaf_.key() == "emergency_share" && some_may_wait(id_of(leaf_))) also_beds_by_service_level();
        if (leaf_.key() != "utilisation") return;
        std::set<std::string> own; // trusts with a planned utilisation of their own
        const study::ServiceInfo* service = find_by_id(scenario_.services, id_of(leaf_));
        for (const study::UtilisationInfo& other : scenario_.utilisations) {
            for (const ServiceId part : other.service.services) {
                if (service == &scenario_.of(part)) own.insert(scenario_.of(other.trust).id);
            }
        }
        if (own.empty()) return;
        for (const study::TrustInfo& trust : scenario_.trusts) {
            if (!own.contains(trust.id)) add_trust(trust.id);
        }
        if (feeds_.trusts.empty())
            nothing({"hvert foretak har sin egen [[utilisation]]", "every trust has its own [[utilisation]]"});
    }

    /// Whether the service-level rule lets planned patients of a service wait: then it looks at stays and emergencies.
    bool some_may_wait(const std::string& id) const {
        const study::ServiceInfo* service = find_by_id(scenario_.services, id);
        return service && service->waits_when_full && service->tolerated_wait.value > 0.0;
    }
    void also_beds_by_service_level() {
        also(Fed::need);
        also(Fed::gap);
    }

    /// Where a service has several sites the service-level rule spreads patients by their beds.
    void beds_at_several_sites() {
        for (const study::UnitInfo& unit : scenario_.units) {
            const auto same = [&](const study::UnitInfo& other) {
                return other.trust == unit.trust && other.service == unit.service;
            };
            const bool here =
                has(feeds_.trusts, scenario_.of(unit.trust).id) && has(feeds_.services, scenario_.of(unit.service).id);
            if (here && std::count_if(scenario_.units.begin(), scenario_.units.end(), same) > 1) also(Fed::need);
        }
    }
    static bool has(const std::vector<std::string>& list, const std::string& id) {
        return std::find(list.begin(), list.end(), id) != list.end();
    }

    void of_activity() {
        const study::ActivityInfo* activity = find_by_id(scenario_.activities, id_of(leaf_));
        if (leaf_.key() != "bed_days" || !activity || activity->basis != study::Basis::split) return;
        nothing({"deler en talt sum, som har sin egen linje; tallet vises og regnes ikke med",
                 "splits a counted sum, which has its own line; the number is shown and not reckoned with"});
    }

    /// Those who are left take what the others don't.
    void of_flow() {
        const std::vector<std::string> service = words_at(*leaf_.entry, "service");
        const std::vector<std::string> residence = words_at(*leaf_.entry, "residence");
        for (const study::FlowInfo& flow : scenario_.flows) {
            const bool same = service == std::vector<std::string>{scenario_.of(flow.service).id} &&
                              residence == std::vector<std::string>{scenario_.of(flow.residence).id};
            if (same && flow.rest) add_trust(scenario_.id_of(flow.at));
        }
    }

    void of_stay() {
        const std::vector<std::string> service = words_at(*leaf_.entry, "service");
        if (feeds_.trusts.empty() && !service.empty()) { // everywhere but where another entry says otherwise
            std::vector<std::string> others;
            for (const study::StayInfo& stay : scenario_.stays) {
                if (stay.trust && scenario_.of(stay.service).id == service.front())
                    others.push_back(scenario_.id_of(*stay.trust));
            }
            if (!others.empty()) {
                for (const study::TrustInfo& trust : scenario_.trusts) {
                    if (!has(others, trust.id)) add_trust(trust.id);
                }
                if (!has(others, "outside")) add_trust("outside");
            }
        }
        if (leaf_.key() != "mean") return;
        if (!service.empty() && some_may_wait(service.front())) also_beds_by_service_level();
        for (const study::ActionInfo& action : scenario_.actions) { // days count against the mean stay
            if (!action.counts() || !action.change || !(action.change->days || action.change->stay_of_those)) continue;
            for (const ServiceId of : action.change->of.services) {
                if (!service.empty() && scenario_.of(of).id == service.front()) {
                    also(Fed::need);
                    also(Fed::gap);
                }
            }
        }
    }

    void of_action() {
        const study::ActionInfo* action = find_by_id(scenario_.actions, id_of(leaf_));
        if (is_in(rules.front().keys, leaf_.key())) return nothing({only_words_nb, only_words_en});
        if (!action) return;
        if (!action->counts()) return nothing({"er mulig og regnes ikke med", "is possible and isn't counted"});
        if (action->unit || action->to_unit || !action->of.empty()) feeds_.what = fed_by("CGSI");
        for (const std::optional<UnitId>& unit : {action->unit, action->to_unit}) {
            if (unit) add_unit(scenario_.of(*unit).id);
        }
        for (const study::ChangeInfo& change : scenario_.changes) {
            const bool is_moved =
                has(action->of, change.id) || (!change.part_of.empty() && has(action->of, change.part_of));
            if (is_moved) add_unit(scenario_.of(change.unit).id);
        }
        if (!feeds_.what.empty()) beds_at_several_sites();
        if (action->change) patients(action->change->of);
        if (action->detour) {
            patients(action->detour->of);
            if (action->detour->to) add_trust(scenario_.id_of(*action->detour->to));
            if (action->detour->to_service) add_service(scenario_.of(*action->detour->to_service).id);
        }
        settings(*action);
        if (feeds_.what.empty()) feeds_.what = fed_by("NCGSI");
    }

    /// What an action sets: stocks, policy, open shares, routes.
    void settings(const study::ActionInfo& action) {
        if (action.kind == study::ActionKind::surge) feeds_.what = fed_by("CSI");
        if (action.open_share) feeds_.what = fed_by("NGSI");
        if (action.policy) {
            feeds_.what = fed_by("NG");
            for (const WhichTrust& at : action.policy->at) add_trust(scenario_.id_of(at));
            for (const ServiceId service : action.policy->services) add_service(scenario_.of(service).id);
        }
        if (action.stock) {
            feeds_.what = fed_by("NGSI");
            for (const std::size_t stock : action.stock->stocks) {
                add_trust(scenario_.of(scenario_.stocks[stock].trust).id);
                add_service(scenario_.of(scenario_.stocks[stock].service).id);
            }
        }
        if (!action.routes.empty()) feeds_.what = fed_by("SI");
        for (const study::ClosedRoute& route : action.routes) {
            add_trust(scenario_.of(route.from).id);
            add_trust(scenario_.of(route.to).id);
        }
    }

    void patients(const study::Patients& of) {
        for (const Fed fed : fed_by("NGSI")) also(fed);
        for (const ServiceId service : of.services) add_service(scenario_.of(service).id);
        for (const WhichTrust& at : of.treated_at) add_trust(scenario_.id_of(at));
        for (const study::FlowInfo& flow : scenario_.flows) {
            if (std::find(of.residents_of.begin(), of.residents_of.end(), flow.residence) != of.residents_of.end() &&
                std::find(of.services.begin(), of.services.end(), flow.service) != of.services.end())
                add_trust(scenario_.id_of(flow.at));
        }
    }

    /// Low and high alternatives count only where the variant asks for them.
    void of_variant() {
        struct Letter {
            std::string_view list;
            std::size_t place;
        };
        constexpr std::array<Letter, 4> letters{
            {{"fertility_level", 0}, {"life_expectancy_level", 1}, {"demography", 2}, {"immigration_level", 3}}};
        const std::string key = leaf_.key();
        if (key == "year") return;
        const bool low = key.ends_with("_low");
        const bool high = key.ends_with("_high");
        for (const Letter& letter : letters) {
            if (letter.list != leaf_.list() || scenario_.variant.size() != letters.size()) continue;
            const char used = scenario_.variant[letter.place];
            const char meant = low ? 'L' : high ? 'H' : 'M';
            const bool is_medium = !low && !high;
            if (used == meant || (is_medium && letter.list == "demography")) continue;
            nothing({fmt::format("brukes bare når demography.variant har {} på plass {}", meant, letter.place + 1),
                     fmt::format("only used where demography.variant has {} in place {}", meant, letter.place + 1)});
        }
    }

    /// Of services that aren't simulated no patients are, and where nobody is cared for nothing is fed.
    void leave_out_what_cannot_be() {
        const auto drop = [&](Fed fed) {
            feeds_.what.erase(std::remove(feeds_.what.begin(), feeds_.what.end(), fed), feeds_.what.end());
        };
        if (!scenario_.has_services()) {
            for (const Fed fed : {Fed::need, Fed::capacity, Fed::gap, Fed::care}) drop(fed);
        }
        const bool simulated = feeds_.services.empty() ||
                               std::any_of(feeds_.services.begin(), feeds_.services.end(), [&](const std::string& id) {
                                   const study::ServiceInfo* service = find_by_id(scenario_.services, id);
                                   return service && service->simulated;
                               });
        if (simulated || feeds_.what.empty()) return;
        drop(Fed::care);
        drop(Fed::indicators);
        if (feeds_.what.empty() && feeds_.note.nb.empty())
            feeds_.note = {"tjenesten simuleres ikke", "the service isn't simulated"};
    }

    const WrittenScenario& scenario_;
    const Leaf& leaf_;
    Feeds feeds_;
};

} // namespace

bool Feeds::feeds(Fed one) const {
    return std::find(what.begin(), what.end(), one) != what.end();
}

Feeds feeds_of(const WrittenScenario& scenario, const Leaf& leaf) {
    return Feeding(scenario, leaf).feeds();
}

} // namespace framsyn::app
