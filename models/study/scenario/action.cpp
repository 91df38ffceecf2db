#include "models/study/scenario/action.hpp"

#include <algorithm>

namespace framsyn::study {
namespace {

template <class T, class List>
bool holds(const List& list, const T& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

} // namespace

bool Patients::touch(TrustId residence, ServiceId service, WhichTrust at) const {
    return holds(services, service) && (holds(residents_of, residence) || holds(treated_at, at));
}

} // namespace framsyn::study
