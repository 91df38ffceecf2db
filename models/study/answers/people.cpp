#include "models/study/answers/people.hpp"

#include <functional>
#include <stdexcept>

namespace framsyn::study {
namespace {

double persons_in(const AreaSample& area, std::size_t year, std::size_t sex, std::size_t first, std::size_t last,
                  std::size_t draw) {
    double sum = 0.0;
    for (std::size_t s = sex == both_sexes ? 0 : sex; s <= (sex == both_sexes ? 1 : sex); ++s) {
        for (std::size_t group = first; group < last; ++group) sum += area.persons(year, s, group, draw);
    }
    return sum;
}

SortedSample sorted(const AreaSample& area, const std::function<double(std::size_t draw)>& value) {
    std::vector<double> values(area.draws());
    for (std::size_t draw = 0; draw < values.size(); ++draw) values[draw] = value(draw);
    return SortedSample(std::move(values));
}

} // namespace

const AgeGroupOf& group_named(const std::string& name) {
    for (const AgeGroupOf& group : population_groups()) {
        if (group.name == name) return group;
    }
    throw std::logic_error("no age group " + name);
}

SortedSample persons_by_draw(const AreaSample& area, std::size_t year, std::size_t sex, const AgeGroupOf& group) {
    return sorted(area, [&](std::size_t draw) { return persons_in(area, year, sex, group.first, group.last, draw); });
}

SortedSample old_age_dependency(const AreaSample& area, std::size_t year) {
    const AgeGroupOf& old = group_named("67+");
    const std::size_t from_20 = group_named("20-24").first;
    return sorted(area, [&](std::size_t draw) {
        return 100.0 * persons_in(area, year, both_sexes, old.first, old.last, draw) /
               persons_in(area, year, both_sexes, from_20, old.first, draw);
    });
}

SortedSample mean_age(const AreaSample& area, std::size_t year) {
    return sorted(area, [&](std::size_t draw) {
        return area.years_lived(year, draw) / persons_in(area, year, both_sexes, 0, group_starts.size(), draw);
    });
}

} // namespace framsyn::study
