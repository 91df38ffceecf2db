#include "tests/migration_backtest/areas.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace framsyn::migration_backtest {
namespace {

using namespace demography;

std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, ',');) cells.push_back(cell);
    return cells;
}

struct File {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};

File read_file(const std::string& path) {
    std::ifstream in(path);
    File file;
    std::string line;
    if (!std::getline(in, line)) throw std::runtime_error(path + " can't be read");
    file.columns = split(line);
    while (std::getline(in, line)) {
        file.rows.push_back(split(line));
        if (file.rows.back().size() != file.columns.size())
            throw std::runtime_error(path + ": a row is too short: " + line);
    }
    return file;
}

/// Persons by area and year from rows of area, sex, age and a column for each year.
using ByArea = std::map<std::string, std::map<int, AgeSexTable>>;
void add_persons(const std::string& path, ByArea& persons) {
    const File file = read_file(path);
    for (const std::vector<std::string>& row : file.rows) {
        const Eigen::Index sex = row[1] == "female" ? 0 : 1;
        for (std::size_t i = 3; i < row.size(); ++i) {
            AgeSexTable& of = persons[row[0]][std::stoi(file.columns[i])];
            if (of.rows() == 0) of = AgeSexTable::Constant(age_count, sex_count, -1.0);
            of(std::stoi(row[2]), sex) = std::stod(row[i]);
        }
    }
}

ByArea read_set(const std::string& root, const std::string& name) {
    ByArea persons;
    add_persons(root + "/tests/backtest/tables/history_" + name + ".csv", persons);
    add_persons(root + "/tests/migration_backtest/tables/later_" + name + ".csv", persons);
    return persons;
}

Areas joined(const std::vector<std::string>& ids, const ByArea& persons, int first_year) {
    Areas areas{ids, first_year, {}};
    for (int year = first_year; year <= last_january; ++year) {
        Cohorts& all = areas.persons.emplace_back(age_count, sex_count * static_cast<Eigen::Index>(ids.size()));
        for (std::size_t area = 0; area < ids.size(); ++area) {
            const AgeSexTable& of = persons.at(ids[area]).at(year);
            if ((of < 0.0).any()) throw std::runtime_error(ids[area] + ": an age is missing");
            all.middleCols(column(area, Sex::female), sex_count) = of;
        }
    }
    return areas;
}

/// The areas of `first` and those of `second`, each under a name of its own; some of the second are left out.
Areas areas_of(const std::vector<std::string>& first_ids, const ByArea& first, const std::string& prefix,
               const ByArea& second, const std::vector<std::string>& left_out, int first_year) {
    std::vector<std::string> ids = first_ids;
    ByArea persons = first;
    for (const auto& [id, of] : second) {
        if (std::find(left_out.begin(), left_out.end(), id) != left_out.end()) continue;
        ids.push_back(prefix + id);
        persons[ids.back()] = of;
    }
    return joined(ids, persons, first_year);
}

void read_death_rates(const std::string& path, Data& data) {
    const File file = read_file(path);
    data.first_death_year = std::stoi(file.rows.front()[0]);
    for (const std::vector<std::string>& row : file.rows) {
        const auto at = static_cast<std::size_t>(std::stoi(row[0]) - data.first_death_year);
        if (data.death_rates.size() <= at) data.death_rates.resize(at + 1, AgeSexTable::Zero(age_count, sex_count));
        const double lived = std::stod(row[4]);
        const double rate = lived > 0.0 ? std::stod(row[3]) / lived : 0.0;
        data.death_rates[at](std::stoi(row[2]), row[1] == "female" ? 0 : 1) = rate;
    }
}

} // namespace

const AgeSexTable& Data::rates(int year) const {
    const auto at = static_cast<std::size_t>(year - first_death_year);
    return death_rates.at(std::min(at, death_rates.size() - 1));
}

Data read_data(const std::string& root) {
    const std::vector<std::string> north{"finnmark", "unn", "nlsh", "helgeland"};
    const ByArea trusts = read_set(root, "trusts");
    Data data;
    data.country =
        areas_of(north, trusts, "county ", read_set(root, "counties"), {"nordland", "troms", "finnmark"}, 2010);
    data.trusts = areas_of(north, trusts, "", read_set(root, "other_trusts"), {}, 2015);
    read_death_rates(root + "/scenarios/norge/tables/deaths.csv", data);
    for (const std::vector<std::string>& row :
         read_file(root + "/tests/migration_backtest/tables/official_net.csv").rows)
        data.official_net[std::stoi(row[0])][std::stoi(row[1])] = std::stod(row[2]);
    return data;
}

} // namespace framsyn::migration_backtest
