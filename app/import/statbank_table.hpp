#pragma once

#include "app/ground/problems.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace framsyn::app {

/// What a variable of a StatBank table is about. A projection's alternative is `variant` where it has a variable of its
/// own, otherwise `contents`.
enum class Axis { region, sex, age, contents, variant, year, service, actor };
constexpr std::size_t axis_count = 8;

/// The axis that a variable's name or code stands for, in Norwegian or English (`kjønn`, `sex`, `Kjonn`).
std::optional<Axis> axis_named(const std::string& name);

/// One value of a variable as the file writes it. CSV has one text; JSON-stat has a code and a label.
struct Category {
    std::string code;
    std::string label;

    /// For messages: the code and the label, once each.
    std::string printed() const;
};

/// One number of the table, or what stands in a number's place.
struct Observation {
    std::array<std::uint32_t, axis_count>
        category{}; ///< index into the axis' categories; 0 where there is no such axis
    std::int64_t value = 0;
    int odd = -1; ///< index into StatbankTable::odd where the cell is not a whole number
    int line = 0; ///< 0 in JSON
    int column = 0;
};

/// A table of Statistics Norway's StatBank, whatever the file's format.
struct StatbankTable {
    std::string file;
    std::string number; ///< "07459"; empty where the file doesn't say
    Position number_at;
    std::array<std::string, axis_count> names; ///< of the variables in the file; empty: there is no such variable
    std::array<std::vector<Category>, axis_count> categories;
    std::vector<Observation> observations;
    std::vector<std::string> odd; ///< texts of cells that are no whole numbers

    bool has(Axis axis) const { return !categories[static_cast<std::size_t>(axis)].empty(); }
    const std::vector<Category>& of(Axis axis) const { return categories[static_cast<std::size_t>(axis)]; }
    Position at(const Observation& observation) const { return {file, observation.line, observation.column}; }
    /// Which cell it is: `region «1804 Bodø», kjønn «Menn», alder «0 år», år «2024»`.
    std::string describe(const Observation& observation) const;
    /// A category with its variable: `alder «0 år»`.
    std::string named(Axis axis, const Category& category) const;
    /// The line where a category is first used, as CSV has it; the file as a whole for JSON.
    Position first_use(Axis axis, std::size_t category) const;
};

/// Gives every distinct text a number, in order of appearance.
class Numbering {
  public:
    std::uint32_t of(const std::string& text, bool& is_new);

  private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// The five digits that begin a table's title ("07459: Befolkning, …"); empty if it begins otherwise.
std::string table_number_in(const std::string& title);

} // namespace framsyn::app
