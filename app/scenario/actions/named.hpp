#pragma once

#include "app/scenario/schema/entry.hpp"
#include "models/study/scenario/scenario.hpp"

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace framsyn::app {

/// Place in a list of the entry with an id that the schema has found.
template <class T>
std::size_t index_of(const std::vector<T>& list, const std::string& id) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].id == id) return i;
    }
    throw std::logic_error("no entry " + id + " though the schema found it");
}

/// Trusts by their ids; `region` stands for each of them, `outside` for what is beyond.
std::vector<WhichTrust> trusts_named(const study::Scenario& scenario, const std::vector<std::string>& names);

/// Services by their ids, a group as its parts.
std::vector<ServiceId> services_named(const study::Scenario& scenario, const std::vector<std::string>& names);

/// Whose patients an entry is about: residents_of or treated_at, service, age_from and age_to.
study::Patients patients_named(const study::Scenario& scenario, const Entry& entry);

} // namespace framsyn::app
