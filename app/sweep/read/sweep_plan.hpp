#pragma once

#include "models/sweep/design.hpp"
#include "models/sweep/distribution.hpp"
#include "models/values/text.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace framsyn::app {

/// What is varied: a number of the scenario by its address, or the scenario itself.
struct SweepParameter {
    std::string id;
    std::string address;              ///< empty where the choices are scenario files
    std::string unit;                 ///< as results name it
    std::string suffix;               ///< after a number where it is written with its unit: " days"
    sweep::Distribution distribution; ///< of numbers, or of choices
    std::vector<std::string>
        choices; ///< values as --set takes them, or scenario files; none: a number from the distribution
    std::vector<double> numbers; ///< the choices, where all of them are numbers
    /// The interval that the scenario gives a number; none where the ends are the same.
    double own_low = 0.0, own_high = 0.0;

    bool chooses_scenario() const { return address.empty(); }
    /// Whether the number stands where draws put the assumption: in its interval, or from its own distribution, of which the
    /// interval is 95 %.
    bool is_as_drawn(double number) const;
};

/// A dimension of the kept results, with the names of its places.
struct SweepDimension {
    std::string name; ///< trust, service, year, rule …; with the output's id in front where two outputs differ in it
    std::string key;  ///< the column of the table
    std::vector<std::string> labels;
    bool whole = false; ///< the labels are whole numbers
    std::string long_name;
};

/// A kept column of a result table: an array of `size` numbers at `offset` in what is kept of a point, last dimension fastest.
struct SweepVariable {
    std::string name;
    std::string table; ///< gap.csv
    std::string column;
    std::string unit;
    std::string long_name;
    std::vector<std::size_t> dimensions; ///< indices into SweepPlan::dimensions
    std::size_t offset = 0;
    std::size_t size = 1;
};

/// A file that the sweep rests on.
struct SweepSource {
    std::string path;
    std::string sha256;
};

/// A sweep as its folder knows it: all that points, merging and indices need, whoever does them.
struct SweepPlan {
    std::string version; ///< of the program
    std::string id, title;
    std::string scenario; ///< file
    std::uint32_t seed = 0;
    int draws = 0, replications = 0;
    bool own_luck = false; ///< each point has random numbers of its own; otherwise all have the same
    int repeats = 1;       ///< how often a point is studied, each time with other luck; what is kept is the mean
    sweep::DesignPlan design;
    std::vector<SweepParameter> parameters;
    std::vector<std::vector<double>> list; ///< [point][parameter] of a list
    std::vector<SweepDimension> dimensions;
    std::vector<SweepVariable> variables;
    std::vector<SweepSource> sources;
    std::string text; ///< the sweep file

    std::size_t width() const; ///< numbers kept of a point
    /// Numbers in a chunk for a point: with repeats also the variances of the means.
    std::size_t stored() const { return width() * (repeats > 1 ? 2 : 1); }
};

/// The design's points with their parameters.
class SweepPoints {
  public:
    explicit SweepPoints(const SweepPlan& plan);

    std::size_t count() const { return design_.points(); }
    /// The parameters' values, or the numbers of their choices: a function of plan and point alone.
    std::vector<double> values(std::size_t point) const;
    /// The value that counts in indices: the choice's number where choices are numbers.
    std::vector<double> numbers(std::size_t point) const;
    /// KEY=VALUE of --set for every parameter that has an address. A number keeps the scenario's interval around it, as what
    /// is checked may rest on that; who studies the point pins it.
    std::vector<std::string> assignments(std::size_t point) const;
    /// The addresses of the parameters that stand where draws put their assumption.
    std::vector<std::string> as_in_a_draw(std::size_t point) const;
    /// The addresses of the parameters.
    std::vector<std::string> addresses() const;
    /// Which of the scenarios is a point's, 0 where there is one.
    std::size_t scenario_number(std::size_t point) const;
    /// The scenario file of a point.
    std::string scenario(std::size_t point) const;
    /// The seed of a point's random numbers in one of its repeats.
    std::uint32_t seed(std::size_t point, int repeat) const;
    /// «growth = 0.8, plan = b.toml», for messages.
    std::string described(std::size_t point) const;

  private:
    const SweepPlan& plan_;
    sweep::Design design_;
};

/// The value of a parameter as --set takes it.
std::string text_of_value(const SweepParameter& parameter, double value);

/// The same as people and tables of points write it: a text without quotes.
std::string plain_value(const SweepParameter& parameter, double value);

/// A number of the scenario as --set takes it, its unit and an interval around it: the scenario's own, or wider.
std::string text_in_interval(double value, double low, double high, const std::string& suffix);

} // namespace framsyn::app
