#pragma once

#include "models/study/draws/draw.hpp"
#include "models/study/scenario/planned_beds.hpp"
#include "tests/app/scenario_copy.hpp"

#include <algorithm>
#include <string>

namespace framsyn::app::testing {

inline std::string what_if(const std::string& actions) {
    return "schema = 1\nextends = \"baseline.toml\"\n" + actions;
}

/// Bed days and places of one cell in the main alternative.
struct Found {
    WrittenScenario scenario;
    need::NeedPath need;
    capacity::BedPlan plan;

    explicit Found(const std::string& actions, const std::string& before = "") : Found(read(actions, before)) {}
    explicit Found(WrittenScenario read)
        : scenario(std::move(read)),
          need(study::central_draw(scenario, demography::Projector(scenario.demography)).need),
          plan(study::planned_beds(scenario)) {}

    static WrittenScenario read(const std::string& actions, const std::string& before) {
        ScenarioCopy copy("helse-nord");
        if (!before.empty()) copy.append("baseline.toml", before);
        copy.write("what-if.toml", what_if(actions));
        return copy.scenario({}, "what-if.toml");
    }

    std::size_t index(const std::string& id) const {
        const auto& services = scenario.services;
        return static_cast<std::size_t>(
            std::find_if(services.begin(), services.end(), [&](const auto& s) { return s.id == id; }) -
            services.begin());
    }
    WhichTrust trust(const std::string& id) const {
        if (id == "outside") return WhichTrust::outside();
        const auto& trusts = scenario.trusts;
        return TrustId(static_cast<std::size_t>(
            std::find_if(trusts.begin(), trusts.end(), [&](const auto& t) { return t.id == id; }) - trusts.begin()));
    }
    double days(const std::string& at, const std::string& service, int year) const {
        double sum = 0.0;
        for (std::size_t f = 0; f < need.flows.size(); ++f) {
            if (need.flows[f].provider == trust(at) && need.flows[f].service == ServiceId(index(service)))
                sum += need.bed_days[f][static_cast<std::size_t>(year - scenario.base_year)];
        }
        return sum;
    }
    double all_days(int year) const {
        double sum = 0.0;
        for (const auto& flow : need.bed_days) sum += flow[static_cast<std::size_t>(year - scenario.base_year)];
        return sum;
    }
    double beds(const std::string& at, const std::string& service, int year) const {
        return plan.staffed_sum(trust(at), {ServiceId(index(service))}, year)->mean;
    }
};

inline std::string complaint(const std::string& actions, Language language = Language::en) {
    ScenarioCopy copy("helse-nord");
    copy.write("what-if.toml", what_if(actions));
    try {
        copy.scenario({}, "what-if.toml");
    } catch (const BadInput& bad) {
        return bad.problems().lines(language).front();
    }
    return "";
}

} // namespace framsyn::app::testing
