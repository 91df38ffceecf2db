#include "tests/backtest/tables.hpp"

#include "tests/backtest/age_groups.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace framsyn::backtest {
namespace {

using demography::age_count;
using demography::sex_count;
using Labels = std::vector<std::string>;

constexpr int first_death_year = 2000;
constexpr int first_country_year = 2006;
constexpr int first_fertility_year = 2009;
constexpr int youngest_mother = 15;

/// Rows of a file: some labels, then numbers.
struct Rows {
    std::string file;
    std::vector<Labels> labels;
    std::vector<std::vector<double>> numbers;

    [[noreturn]] void complain(std::size_t row, const std::string& wanted) const {
        throw std::runtime_error(file + ", row " + std::to_string(row + 1) + " after the header: expected " + wanted);
    }
    void expect(std::size_t row, const Labels& wanted) const {
        if (row >= labels.size()) complain(row, "one more");
        if (labels[row] != wanted) complain(row, wanted.empty() ? "no label" : wanted.front() + " … " + wanted.back());
    }
    void expect_count(std::size_t rows) const {
        if (labels.size() != rows) complain(rows, "the end");
    }
};

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

std::string content_of(const std::string& folder, const std::string& file) {
    std::ifstream stream(folder + "/" + file, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    if (!stream || content.str().empty()) throw std::runtime_error(file + " is not in " + folder);
    return content.str();
}

double number(const std::string& text, const Rows& rows) {
    double value = 0.0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || rest != text.data() + text.size() || !(value >= 0.0))
        rows.complain(rows.labels.size(), "a number that is not negative, not \"" + text + "\"");
    return value;
}

/// Reads a file whose header is `columns`, of which the first `labels` hold text.
Rows read_rows(const std::string& folder, const std::string& file, const Labels& columns, std::size_t labels) {
    Rows rows{file, {}, {}};
    std::vector<std::string> lines = split(content_of(folder, file), '\n');
    if (lines.back().empty()) lines.pop_back();
    if (lines.empty() || split(lines.front(), ',') != columns) throw std::runtime_error(file + ": another header");
    for (std::size_t line = 1; line < lines.size(); ++line) {
        const std::vector<std::string> cells = split(lines[line], ',');
        if (cells.size() != columns.size()) rows.complain(line - 1, "as many cells as columns");
        std::vector<double> numbers;
        for (std::size_t i = labels; i < cells.size(); ++i) numbers.push_back(number(cells[i], rows));
        rows.labels.emplace_back(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(labels));
        rows.numbers.push_back(std::move(numbers));
    }
    return rows;
}

Labels with_years(Labels columns, int from, int to) {
    for (int year = from; year <= to; ++year) columns.push_back(std::to_string(year));
    return columns;
}

const char* name(Eigen::Index sex) {
    return sex == 0 ? "female" : "male";
}

/// One table for each year: 106 ages × two columns for every area.
std::vector<demography::Cohorts> read_persons(const std::string& folder, const std::string& file,
                                              const std::vector<std::string>& areas, int from_year) {
    const Rows rows = read_rows(folder, file, with_years({"area", "sex", "age"}, from_year, start_year), 3);
    const auto columns = sex_count * static_cast<Eigen::Index>(areas.size());
    std::vector<demography::Cohorts> persons(static_cast<std::size_t>(start_year - from_year + 1),
                                             demography::Cohorts(age_count, columns));
    std::size_t row = 0;
    for (Eigen::Index col = 0; col < columns; ++col) {
        for (Eigen::Index age = 0; age < age_count; ++age, ++row) {
            rows.expect(row,
                        {areas[static_cast<std::size_t>(col / sex_count)], name(col % sex_count), std::to_string(age)});
            for (std::size_t t = 0; t < persons.size(); ++t) persons[t](age, col) = rows.numbers[row][t];
        }
    }
    rows.expect_count(row);
    return persons;
}

std::vector<demography::AgeSexTable> read_by_sex_and_age(const std::string& folder, const std::string& file) {
    const Rows rows = read_rows(folder, file, with_years({"sex", "age"}, first_death_year, start_year - 1), 2);
    std::vector<demography::AgeSexTable> years(start_year - first_death_year,
                                               demography::AgeSexTable(age_count, sex_count));
    std::size_t row = 0;
    for (Eigen::Index sex = 0; sex < sex_count; ++sex) {
        for (Eigen::Index age = 0; age < age_count; ++age, ++row) {
            rows.expect(row, {name(sex), std::to_string(age)});
            for (std::size_t t = 0; t < years.size(); ++t) years[t](age, sex) = rows.numbers[row][t];
        }
    }
    rows.expect_count(row);
    return years;
}

std::vector<demography::AgeVector> read_fertility(const std::string& folder) {
    const std::string file = "fertility.csv";
    const Rows rows = read_rows(folder, file, with_years({"age"}, first_fertility_year, start_year - 1), 1);
    std::vector<demography::AgeVector> years(start_year - first_fertility_year, demography::AgeVector::Zero(age_count));
    for (std::size_t row = 0; row < rows.labels.size(); ++row) {
        const auto age = youngest_mother + static_cast<Eigen::Index>(row);
        rows.expect(row, {std::to_string(age)});
        for (std::size_t t = 0; t < years.size(); ++t) years[t](age) = rows.numbers[row][t];
    }
    rows.expect_count(35);
    return years;
}

std::vector<OfficialError> read_official_errors(const std::string& folder) {
    const Rows rows =
        read_rows(folder, "official_errors.csv", {"vintage", "year", "age_group", "projected", "observed"}, 3);
    std::vector<OfficialError> errors;
    for (std::size_t row = 0; row < rows.labels.size(); ++row) {
        const Labels& label = rows.labels[row];
        errors.push_back(
            {std::stoi(label[0]), std::stoi(label[1]), label[2], rows.numbers[row][0], rows.numbers[row][1]});
        if (errors.back().year <= errors.back().vintage || errors.back().year > start_year)
            rows.complain(row, "a year after the vintage and not after 2016");
    }
    return errors;
}

} // namespace

AreaSet trusts_of_helse_nord() {
    return {"trusts",
            2006,
            {"finnmark", "unn", "nlsh", "helgeland"},
            {"Finnmarkssykehuset", "Universitetssykehuset Nord-Norge", "Nordlandssykehuset", "Helgelandssykehuset"}};
}

AreaSet counties() {
    return {"counties",
            2010,
            {"oslo", "rogaland", "more_og_romsdal", "nordland", "ostfold", "akershus", "buskerud", "innlandet",
             "vestfold", "telemark", "agder", "vestland", "trondelag", "troms", "finnmark"},
            {"Oslo", "Rogaland", "Møre og Romsdal", "Nordland", "Østfold", "Akershus", "Buskerud", "Innlandet",
             "Vestfold", "Telemark", "Agder", "Vestland", "Trøndelag", "Troms", "Finnmark"}};
}

AreaSet other_trusts() {
    return {"other_trusts",
            2015,
            {"nord_trondelag", "st_olavs", "more_og_romsdal", "forde", "bergen", "fonna", "stavanger", "ostfold",
             "akershus", "ous", "lovisenberg", "diakonhjemmet", "innlandet", "vestre_viken", "vestfold", "telemark",
             "sorlandet"},
            {"Nord-Trøndelag", "St. Olavs", "Møre og Romsdal", "Førde", "Bergen", "Fonna", "Stavanger", "Østfold",
             "Akershus", "OUS", "Lovisenberg", "Diakonhjemmet", "Innlandet", "Vestre Viken", "Vestfold", "Telemark",
             "Sørlandet"}};
}

Country read_country(const std::string& folder) {
    Country country;
    country.first_year = first_country_year;
    country.persons = read_persons(folder, "history_norway.csv", {"norway"}, first_country_year);
    country.deaths.first_year = first_death_year;
    country.deaths.deaths = read_by_sex_and_age(folder, "deaths.csv");
    country.deaths.person_years = read_by_sex_and_age(folder, "person_years.csv");
    country.first_fertility_year = first_fertility_year;
    country.births_per_woman = read_fertility(folder);
    country.official_errors = read_official_errors(folder);
    return country;
}

std::vector<demography::Cohorts> read_history(const std::string& folder, const AreaSet& set) {
    return read_persons(folder, "history_" + set.id + ".csv", set.area_ids, set.first_year);
}

Outcome read_outcome(const std::string& folder, const AreaSet& set) {
    const Rows rows = read_rows(folder, "outcome_" + set.id + ".csv", {"area", "sex", "age_group", "2021", "2026"}, 3);
    const auto columns = sex_count * static_cast<Eigen::Index>(set.area_ids.size());
    const auto groups = static_cast<Eigen::Index>(age_groups().size());
    Outcome outcome{Eigen::ArrayXXd(groups, columns), Eigen::ArrayXXd(groups, columns)};
    std::size_t row = 0;
    for (Eigen::Index col = 0; col < columns; ++col) {
        for (Eigen::Index group = 0; group < groups; ++group, ++row) {
            rows.expect(row, {set.area_ids[static_cast<std::size_t>(col / sex_count)], name(col % sex_count),
                              age_groups()[static_cast<std::size_t>(group)].id});
            outcome.persons_2021(group, col) = rows.numbers[row][0];
            outcome.persons_2026(group, col) = rows.numbers[row][1];
        }
    }
    rows.expect_count(row);
    return outcome;
}

} // namespace framsyn::backtest
