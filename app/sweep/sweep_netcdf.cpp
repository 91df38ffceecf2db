#include "app/sweep/sweep_netcdf.hpp"

#include "app/netcdf/netcdf_file.hpp"
#include "app/sweep/points_in_order.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace framsyn::app {
namespace {

using Type = NetcdfFile::Type;

std::string distribution_text(const SweepParameter& parameter) {
    const sweep::Distribution& d = parameter.distribution;
    if (!parameter.choices.empty()) return fmt::format("one of {}", fmt::join(parameter.choices, ", "));
    const std::string range = fmt::format("{} {} to {}", name_in(sweep::spread_names, d.spread), d.low, d.high);
    const bool has_middle = d.spread == sweep::Spread::triangular || d.spread == sweep::Spread::split_normal;
    return has_middle ? fmt::format("{}, {} in between", range, d.value) : range;
}

/// The file with what its variables are called, and block after block of points.
class Writer {
  public:
    explicit Writer(const SweepFolder& folder)
        : plan_(folder.plan()), points_(plan_), path_((folder.path() / "sweep.nc").string()), file_(path_) {
        name_points();
        for (const SweepDimension& dimension : plan_.dimensions) name_dimension(dimension);
        for (const SweepVariable& variable : plan_.variables) name_variable(variable);
        say_provenance();
        file_.begin_values();
        for (std::size_t d = 0; d < plan_.dimensions.size(); ++d) put_labels(d);
    }

    void take(const PointBlock& block) {
        put_points(block);
        for (std::size_t v = 0; v < plan_.variables.size(); ++v) {
            put_values(block, variables_[v], plan_.variables[v], 0);
            if (plan_.repeats > 1) put_values(block, variances_[v], plan_.variables[v], plan_.width());
        }
    }

    std::string finish() {
        file_.finish();
        return path_;
    }

  private:
    int described(int variable, const std::string& long_name, const std::string& unit) {
        file_.attribute(variable, "long_name", long_name);
        if (!unit.empty()) file_.attribute(variable, "units", unit);
        return variable;
    }

    void name_points() {
        point_ = file_.dimension("point", points_.count());
        number_ = described(file_.variable("point", Type::whole, {point_}), "Number of the point", "");
        status_ = described(file_.variable("status", Type::byte, {point_}), "How the point went", "");
        file_.attribute(status_, "flag_values", std::vector<signed char>{0, 1, 2});
        file_.attribute(status_, "flag_meanings", "done failed missing");
        seed_ = described(file_.variable("seed", Type::whole, {point_}), "Seed of the point's random numbers", "");
        failure_ = described(file_.variable("failure", Type::text, {point_}), "Why the point failed", "");
        for (const SweepParameter& parameter : plan_.parameters) {
            const bool text = !parameter.choices.empty() && parameter.numbers.empty();
            const std::string name = netcdf_name("parameter_" + parameter.id);
            const int made = file_.variable(name, text ? Type::text : Type::real, {point_});
            described(made, parameter.address.empty() ? "scenario file" : parameter.address, parameter.unit);
            file_.attribute(made, "distribution", distribution_text(parameter));
            parameters_.push_back(made);
            coordinates_ += (coordinates_.empty() ? "" : " ") + name;
        }
    }

    void name_dimension(const SweepDimension& dimension) {
        const std::string name = netcdf_name(dimension.name);
        dimensions_.push_back(file_.dimension(name, dimension.labels.size()));
        labels_.push_back(file_.variable(name, dimension.whole ? Type::whole : Type::text, {dimensions_.back()}));
        described(labels_.back(), dimension.long_name, "");
    }

    void name_variable(const SweepVariable& variable) {
        std::vector<int> dimensions{point_};
        std::vector<std::size_t> block{std::min(points_.count(), points_in_a_block(plan_))};
        for (const std::size_t d : variable.dimensions) {
            dimensions.push_back(dimensions_[d]);
            block.push_back(plan_.dimensions[d].labels.size());
        }
        const std::string name = netcdf_name(variable.name);
        variables_.push_back(described(file_.compressed(name, dimensions, block), variable.long_name, variable.unit));
        file_.attribute(variables_.back(), "coordinates", coordinates_);
        file_.attribute(variables_.back(), "table", variable.table);
        if (plan_.repeats == 1) return;
        variances_.push_back(described(file_.compressed(name + "_variance", dimensions, block),
                                       variable.long_name + ": variance of the mean over repeats", ""));
    }

    void say_provenance() {
        const auto say = [&](const char* name, const std::string& text) {
            file_.attribute(NetcdfFile::global, name, text);
        };
        say("Conventions", "CF-1.10");
        say("title", plan_.title.empty() ? plan_.id : plan_.title);
        say("source", "framsyn " + plan_.version);
        say("sweep", plan_.id);
        say("scenario", plan_.scenario);
        say("design", fmt::format("{}, {} points of {} parameters", name_in(sweep::design_names, plan_.design.kind),
                                  points_.count(), plan_.parameters.size()));
        say("seed", fmt::format("{}", plan_.seed));
        say("draws", fmt::format("{}", plan_.draws));
        say("replications", fmt::format("{}", plan_.replications));
        say("luck", plan_.own_luck ? "own: each point has its own random numbers"
                                   : "common: all points have the same random numbers");
        say("repeats", fmt::format("{}", plan_.repeats));
        std::string sources;
        for (const SweepSource& source : plan_.sources) sources += source.sha256 + "  " + source.path + "\n";
        say("inputs_sha256", sources);
        say("sweep_file", plan_.text);
    }

    void put_labels(std::size_t d) {
        const SweepDimension& dimension = plan_.dimensions[d];
        if (!dimension.whole) return file_.put(labels_[d], 0, dimension.labels);
        std::vector<std::int64_t> numbers(dimension.labels.size());
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const std::string& label = dimension.labels[i];
            std::from_chars(label.data(), label.data() + label.size(), numbers[i]);
        }
        file_.put(labels_[d], 0, numbers);
    }

    void put_points(const PointBlock& block) {
        std::vector<std::int64_t> numbers, seeds;
        std::vector<signed char> status;
        for (std::size_t at = 0; at < block.count(); ++at) {
            numbers.push_back(static_cast<std::int64_t>(block.first + at));
            seeds.push_back(points_.seed(block.first + at, 0));
            status.push_back(static_cast<signed char>(block.status[at]));
        }
        file_.put(number_, block.first, numbers);
        file_.put(seed_, block.first, seeds);
        file_.put(status_, block.first, status);
        file_.put(failure_, block.first, block.failure);
        for (std::size_t i = 0; i < parameters_.size(); ++i) put_parameter(block, i);
    }

    void put_parameter(const PointBlock& block, std::size_t i) {
        const SweepParameter& parameter = plan_.parameters[i];
        const bool text = !parameter.choices.empty() && parameter.numbers.empty();
        std::vector<double> numbers;
        std::vector<std::string> texts;
        for (std::size_t at = 0; at < block.count(); ++at) {
            if (text) {
                texts.push_back(plain_value(parameter, points_.values(block.first + at)[i]));
            } else {
                numbers.push_back(points_.numbers(block.first + at)[i]);
            }
        }
        if (text) {
            file_.put(parameters_[i], block.first, texts);
        } else {
            file_.put(parameters_[i], {block.first}, {block.count()}, numbers.data());
        }
    }

    void put_values(const PointBlock& block, int variable, const SweepVariable& of, std::size_t beyond) {
        std::vector<double> values;
        values.reserve(block.count() * of.size);
        for (std::size_t at = 0; at < block.count(); ++at) {
            const auto from =
                block.values.begin() + static_cast<std::ptrdiff_t>(at * plan_.stored() + beyond + of.offset);
            values.insert(values.end(), from, from + static_cast<std::ptrdiff_t>(of.size));
        }
        std::vector<std::size_t> start{block.first}, count{block.count()};
        for (const std::size_t d : of.dimensions) {
            start.push_back(0);
            count.push_back(plan_.dimensions[d].labels.size());
        }
        file_.put(variable, start, count, values.data());
    }

    const SweepPlan& plan_;
    SweepPoints points_;
    std::string path_;
    NetcdfFile file_;
    int point_ = 0, number_ = 0, status_ = 0, seed_ = 0, failure_ = 0;
    std::vector<int> parameters_, dimensions_, labels_, variables_, variances_;
    std::string coordinates_;
};

} // namespace

std::string write_sweep_netcdf(const SweepFolder& folder, const SweepState& state) {
    Writer writer(folder);
    for_each_block(folder, state, [&](const PointBlock& block) { writer.take(block); });
    return writer.finish();
}

} // namespace framsyn::app
