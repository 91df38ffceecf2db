#include "app/import/activity/catchment_import.hpp"

#include "app/ground/found_text.hpp"
#include "app/import/activity/service_words.hpp"
#include "app/import/activity/statbank_cells.hpp"
#include "app/import/meaning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace framsyn::app {
namespace {

constexpr std::size_t index_of(Axis axis) {
    return static_cast<std::size_t>(axis);
}

class CatchmentReader {
  public:
    CatchmentReader(const StatbankTable& table, const TrustMap& map, Problems& problems)
        : table_(table), map_(map), problems_(problems), complaints_(problems, table.file), cells_(table, complaints_) {
    }

    ImportedCatchments read(const YearLimits& limits) {
        found_.trusts = map_.trusts;
        if (!check_statbank(table_, "13982", {Axis::region, Axis::sex, Axis::age, Axis::year}, problems_))
            return std::move(found_);
        choose_years(limits);
        choose_service();
        choose_ages();
        rows_ = trusts_in(table_, map_, problems_);
        if (!problems_.empty()) return std::move(found_);
        for (const Observation& observation : table_.observations) take(observation);
        complaints_.finish();
        if (problems_.empty()) gather();
        return std::move(found_);
    }

  private:
    void report(const std::string& nb, const std::string& en) { problems_.add({table_.file, 0, 0}, {nb, en}); }

    void choose_years(const YearLimits& limits) {
        for (const int year : years_in(table_, problems_)) {
            if (limits.wanted && (year < limits.wanted->first || year > limits.wanted->last)) continue;
            if (limits.last_counted && year > *limits.last_counted) {
                report(fmt::format("{} er ikke talt ennå", year), fmt::format("{} has not been counted yet", year));
            }
            found_.years.push_back(year);
        }
        if (found_.years.empty()) report("ingen av årene er i filen", "none of the years is in the file");
    }

    /// Catchments differ between areas of service: the somatic ones are the trusts' own.
    void choose_service() {
        const auto& services = table_.of(Axis::service);
        if (services.empty()) return;
        std::size_t chosen = 0;
        for (std::size_t i = 0; i < services.size(); ++i) {
            if (service_area(services[i]) == ServiceArea::somatic) chosen = i;
        }
        if (services.size() > 1 && service_area(services[chosen]) != ServiceArea::somatic) {
            report("flere tjenesteområder og ikke somatikk blant dem; velg ett i statistikkbanken",
                   "several areas of service and somatic care not among them; choose one in the StatBank");
        } else if (services.size() > 1) {
            found_.remarks.push_back(
                {"filen har flere tjenesteområder; opptaksområdene for somatikk er brukt",
                 "the file has several areas of service; the catchments of somatic care are used"});
        }
        service_ = static_cast<int>(chosen);
        found_.service = services[chosen].printed();
    }

    void choose_ages() {
        for (std::size_t i = 0; i < table_.of(Axis::age).size(); ++i) {
            const Category& category = table_.of(Axis::age)[i];
            const AgeMeaning meaning = age_meaning(category);
            if (meaning.kind == AgeKind::single || meaning.kind == AgeKind::open) {
                found_.oldest_age = std::max(found_.oldest_age, meaning.age);
                age_.push_back(meaning.age);
                continue;
            }
            age_.push_back(-1);
            if (meaning.kind == AgeKind::all) continue;
            problems_.add(table_.first_use(Axis::age, i),
                          {fmt::format("{}: ventet ettårige aldre", table_.named(Axis::age, category)),
                           fmt::format("{}: expected single years of age", table_.named(Axis::age, category))});
        }
        constexpr int oldest_class = 105;
        found_.oldest_age = std::min(found_.oldest_age, oldest_class);
    }

    void take(const Observation& observation) {
        const auto& row = rows_[observation.category[index_of(Axis::region)]];
        const int year = year_slot(table_, observation, found_.years);
        const int age = age_[observation.category[index_of(Axis::age)]];
        const SexMeaning sex = sex_meaning(table_.of(Axis::sex)[observation.category[index_of(Axis::sex)]]);
        const bool is_of_service =
            service_ < 0 || static_cast<int>(observation.category[index_of(Axis::service)]) == service_;
        if (!row || year < 0 || age < 0 || !is_of_service) return;
        if (sex != SexMeaning::female && sex != SexMeaning::male) return;
        // Older than the open class go into it, each a source of its own.
        const int source = static_cast<int>(*row) * 1000 + age;
        cells_.put({static_cast<int>(map_.rows[*row].trust), year, sex == SexMeaning::female ? 0 : 1,
                    std::min(age, found_.oldest_age)},
                   source, observation);
    }

    void gather() {
        found_.persons.assign(found_.index(found_.trusts.size(), 0, 0), 0);
        Complaints holes(problems_, table_.file);
        for (std::size_t trust = 0; trust < found_.trusts.size(); ++trust) {
            for (std::size_t year = 0; year < found_.years.size(); ++year) {
                for (std::size_t sex = 0; sex < 2; ++sex) {
                    for (int age = 0; age <= found_.oldest_age; ++age) fill(trust, year, sex, age, holes);
                }
            }
        }
        holes.finish();
    }

    void fill(std::size_t trust, std::size_t year, std::size_t sex, int age, Complaints& holes) {
        const auto persons = cells_.at({static_cast<int>(trust), static_cast<int>(year), static_cast<int>(sex), age});
        if (persons) {
            found_.persons[found_.index(trust, year, sex) + static_cast<std::size_t>(age)] = *persons;
            return;
        }
        holes.add("tall som mangler", "numbers that are missing", {table_.file, 0, 0},
                  {fmt::format("mangler {}, {}, {} år, {}", found_.trusts[trust], sex == 0 ? "kvinner" : "menn", age,
                               found_.years[year]),
                   fmt::format("missing: {}, {}, age {}, {}", found_.trusts[trust], sex == 0 ? "women" : "men", age,
                               found_.years[year])});
    }

    const StatbankTable& table_;
    const TrustMap& map_;
    Problems& problems_;
    Complaints complaints_;
    StatbankCells cells_;
    std::vector<std::optional<std::size_t>> rows_;
    std::vector<int> age_;
    int service_ = -1;
    ImportedCatchments found_;
};

} // namespace

std::int64_t ImportedCatchments::sum(std::size_t trust, std::size_t year) const {
    const auto begin = persons.begin() + static_cast<std::ptrdiff_t>(index(trust, year, 0));
    return std::accumulate(begin, begin + 2 * (static_cast<std::ptrdiff_t>(oldest_age) + 1), std::int64_t{0});
}

ImportedCatchments import_catchments(const StatbankTable& table, const TrustMap& map, const YearLimits& years,
                                     Problems& problems) {
    return CatchmentReader(table, map, problems).read(years);
}

ResultFile catchment_file(const ImportedCatchments& imported, const std::string& name) {
    TidyTable table(name, {{"trust", CellType::text},
                           {"year", CellType::integer},
                           {"sex", CellType::text},
                           {"age", CellType::integer},
                           {"persons", CellType::number}});
    for (std::size_t trust = 0; trust < imported.trusts.size(); ++trust) {
        for (std::size_t year = 0; year < imported.years.size(); ++year) {
            for (std::size_t sex = 0; sex < 2; ++sex) {
                for (int age = 0; age <= imported.oldest_age; ++age) {
                    const std::int64_t persons =
                        imported.persons[imported.index(trust, year, sex) + static_cast<std::size_t>(age)];
                    table.row(imported.trusts[trust], imported.years[year], sex == 0 ? "female" : "male", age,
                              static_cast<double>(persons));
                }
            }
        }
    }
    return std::move(table).file();
}

std::string catchment_report(const ImportedCatchments& imported, const std::string& out, const std::string& file,
                             Language language) {
    const bool nb = language == Language::nb;
    std::string text = fmt::format(
        fmt::runtime(nb ? "{}: {} rader fra {} (tabell 13982{})\n\n" : "{}: {} rows from {} (table 13982{})\n\n"), out,
        imported.persons.size(), file, imported.service.empty() ? "" : ", " + imported.service);
    text += fmt::format("{:<16}", "");
    for (const int year : imported.years) text += fmt::format("{:>12}", year);
    text += "\n";
    for (std::size_t trust = 0; trust < imported.trusts.size(); ++trust) {
        text += fmt::format("{:<16}", imported.trusts[trust]);
        for (std::size_t year = 0; year < imported.years.size(); ++year)
            text += fmt::format("{:>12}", imported.sum(trust, year));
        text += "\n";
    }
    for (const Text& remark : imported.remarks) text += (nb ? "Merk: " : "Note: ") + remark.in(language) + "\n";
    return text;
}

} // namespace framsyn::app
