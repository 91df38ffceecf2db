#include "app/scenario/people/read_totals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace framsyn::app {
namespace {

using Columns = std::vector<std::string>;

const Columns by_span{"trust", "year", "sex", "age_from", "age_to", "persons"};
const Columns imported_totals{"variant", "trust", "year", "persons"};
const Columns imported_ages{"variant", "trust", "year", "sex", "age", "persons"};

/// The form whose header the table has; by_span where it has none of them, so that the message names that.
const Columns& form_of(const std::string& text) {
    for (const Columns* form : {&imported_totals, &imported_ages}) {
        if (text.starts_with(fmt::format("{}", fmt::join(*form, ",")))) return *form;
    }
    return by_span;
}

/// One number of the table, in whichever form.
struct Number {
    std::size_t place = 0; ///< a trust, or their number: the region
    int year = 0;
    std::size_t sex = 2; ///< female, male, both
    AgeSpan span{0, demography::oldest_age};
    double persons = 0.0;
    std::size_t row = 0;
};

class TotalsReader {
  public:
    TotalsReader(WrittenScenario& scenario, const TableText& source, Problems& problems)
        : scenario_(scenario), plan_(scenario.population), problems_(problems), form_(form_of(source.text)),
          csv_(source.text, source.file, form_, problems), places_(trust_ids(scenario)),
          first_(plan_.jump_off_year() + 1), last_(scenario.last_year + 1) {
        places_.emplace_back("region");
    }

    void read() {
        std::vector<Number> numbers = form_ == by_span ? read_spans() : read_imported();
        if (csv_.rows() == 0 || !problems_.empty()) return;
        if (numbers.empty()) {
            problems_.add(csv_.header(),
                          {fmt::format("ingen rader for varianten {} i årene {}–{}", plan_.variant, first_, last_),
                           fmt::format("no rows of the variant {} in the years {}–{}", plan_.variant, first_, last_)});
            return;
        }
        if (form_ == imported_ages) open_oldest(numbers);
        store(numbers);
    }

  private:
    bool in_time(int year) const { return year >= first_ && year <= last_; } // observed years stay observed

    std::vector<Number> read_spans() {
        static const std::vector<std::string> sexes{"female", "male", "both"};
        std::vector<Number> numbers;
        for (std::size_t row = 0; row < csv_.rows(); ++row) {
            Number number{csv_.index(row, 0, places_, problems_),
                          csv_.whole(row, 1, 1900, 2200, problems_),
                          csv_.index(row, 2, sexes, problems_),
                          span_in(csv_, row, 3, problems_),
                          csv_.number(row, 5, 0, most_persons, problems_),
                          row};
            if (in_time(number.year)) numbers.push_back(number);
        }
        return numbers;
    }

    std::vector<Number> read_imported() {
        std::vector<Number> numbers;
        for (std::size_t row = 0; row < csv_.rows(); ++row) {
            if (csv_.cell(row, 0) != plan_.variant) continue;
            Number number;
            number.place = csv_.index(row, 1, places_, problems_);
            number.year = csv_.whole(row, 2, 1900, 2200, problems_);
            number.row = row;
            if (form_ == imported_ages) {
                number.sex = csv_.index(row, 3, sex_ids, problems_);
                const Eigen::Index age = age_in(csv_, row, 4, problems_);
                number.span = {age, age};
            }
            number.persons = csv_.number(row, form_ == imported_ages ? 5 : 3, 0, most_persons, problems_);
            if (in_time(number.year)) numbers.push_back(number);
        }
        return numbers;
    }

    /// The oldest age of an imported projection is its open class, whether 100 or 105.
    static void open_oldest(std::vector<Number>& numbers) {
        Eigen::Index oldest = 0;
        for (const Number& number : numbers) oldest = std::max(oldest, number.span.to);
        for (Number& number : numbers) {
            if (number.span.to == oldest) number.span.to = demography::oldest_age;
        }
    }

    void store(const std::vector<Number>& numbers) {
        std::map<std::tuple<std::size_t, std::size_t, Eigen::Index, Eigen::Index>, std::size_t> index;
        std::vector<std::size_t> last_row;
        for (const Number& number : numbers) {
            const auto [found, fresh] =
                index.try_emplace({number.place, number.sex, number.span.from, number.span.to}, plan_.totals.size());
            if (fresh) {
                plan_.totals.push_back(empty_total(number));
                last_row.push_back(number.row);
            }
            put_once(plan_.totals[found->second].persons[static_cast<std::size_t>(number.year - first_)],
                     number.persons, csv_, number.row, problems_);
            last_row[found->second] = number.row;
        }
        for (std::size_t i = 0; i < plan_.totals.size(); ++i) {
            report_missing_year(plan_.totals[i], last_row[i]);
            plan_.totals_at.push_back(csv_.at(last_row[i], csv_.columns() - 1));
        }
    }

    demography::PopulationTotal empty_total(const Number& number) const {
        demography::PopulationTotal total;
        for (std::size_t t = 0; t < scenario_.trusts.size(); ++t) {
            if (number.place == t || number.place == scenario_.trusts.size()) total.areas.push_back(t);
        }
        if (number.sex < 2) total.sex = static_cast<demography::Sex>(number.sex);
        total.first_age = number.span.from;
        total.last_age = number.span.to;
        total.persons.assign(static_cast<std::size_t>(last_ - first_ + 1), unread);
        return total;
    }

    void report_missing_year(const demography::PopulationTotal& total, std::size_t row) {
        for (int year = first_; year <= last_; ++year) {
            if (!std::isnan(total.persons[static_cast<std::size_t>(year - first_)])) continue;
            problems_.add(csv_.at(row, 1),
                          {fmt::format("året {} mangler i denne serien (ventet {}–{})", year, first_, last_),
                           fmt::format("the year {} is missing in this series (expected {}–{})", year, first_, last_)});
            return;
        }
    }

    WrittenScenario& scenario_;
    PopulationPlan& plan_;
    Problems& problems_;
    const Columns& form_;
    CsvTable csv_;
    std::vector<std::string> places_;
    int first_;
    int last_;
};

} // namespace

void read_totals(WrittenScenario& scenario, const TableText& source, Problems& problems) {
    TotalsReader(scenario, source, problems).read();
}

} // namespace framsyn::app
