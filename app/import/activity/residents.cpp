#include "app/import/activity/residents.hpp"

#include "app/ground/csv.hpp"

namespace framsyn::app {

Residents::Residents(const std::string& text, const std::string& name, Problems& problems) {
    const CsvTable csv(text, name, {"trust", "year", "sex", "age", "persons"}, problems);
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const int year = csv.whole(row, 1, 1700, 2200, problems);
        const int age = csv.whole(row, 3, 0, oldest_age, problems);
        const double persons = csv.number(row, 4, 0.0, 1e9, problems);
        persons_[{"", year, age}] += persons;
        persons_[{csv.cell(row, 2), year, age}] += persons;
        years_.insert(year);
    }
}

double Residents::in_year(int year, const AgeSpanRead& ages, const std::string& sex) const {
    double sum = 0.0;
    for (int age = ages.from; age <= ages.to; ++age) sum += 0.5 * (on(sex, year, age) + on(sex, year + 1, age));
    return sum;
}

double Residents::on(const std::string& sex, int year, int age) const {
    const auto found = persons_.find({sex, year, age});
    return found == persons_.end() ? 0.0 : found->second;
}

} // namespace framsyn::app
