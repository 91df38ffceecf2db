#include "app/sweep/run_netcdf.hpp"

#include "app/ground/disk/sha256.hpp"
#include "app/netcdf/netcdf_file.hpp"
#include "app/sweep/drawn_series.hpp"
#include "app/sweep/kept_tables.hpp"
#include "app/sweep/read/sweep_sections.hpp"
#include "app/tables/result_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>

namespace framsyn::app {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Every draw of a measure, by trust, service and year.
struct DrawnVariable {
    std::string unit;
    bool of_replications = false;
    std::vector<double> values;
};

class Writer {
  public:
    Writer(const std::string& path, const WrittenScenario& scenario, const study::Study& study,
           const std::vector<VarianceRow>& variance, const std::string& version)
        : study_(study), file_(path) {
        keep_tables(scenario);
        keep_draws();
        keep_variance(variance);
        for (const SweepDimension& dimension : plan_.dimensions) {
            dimensions_.push_back(file_.dimension(netcdf_name(dimension.name), dimension.labels.size()));
            labels_.push_back(file_.variable(netcdf_name(dimension.name),
                                             dimension.whole ? NetcdfFile::Type::whole : NetcdfFile::Type::text,
                                             {dimensions_.back()}));
            file_.attribute(labels_.back(), "long_name", dimension.long_name);
        }
        say("Conventions", "CF-1.10");
        say("title", scenario.title.en);
        say("source", "framsyn " + version);
        say("scenario", scenario.id);
        say("seed", fmt::format("{}", scenario.seed));
        std::string sources;
        for (const InputFile& input : scenario.files) sources += sha256(input.text) + "  " + input.path + "\n";
        say("inputs_sha256", sources);
    }

    void write() {
        std::vector<int> tables;
        for (const SweepVariable& variable : plan_.variables) tables.push_back(name_table_variable(variable));
        std::vector<int> drawn;
        if (study_.extent().draws.count > 0) draw_ = file_.dimension("draw", study_.extent().draws.count);
        if (study_.has_care()) replication_ = file_.dimension("replication", study_.extent().replications.count);
        if (!variance_.empty()) name_sources();
        for (const auto& [name, variable] : drawn_) drawn.push_back(name_drawn(name, variable));
        std::vector<int> shares;
        for (const auto& [name, values] : variance_) shares.push_back(name_shares(name));
        file_.begin_values();
        for (std::size_t d = 0; d < labels_.size(); ++d) put_labels(d);
        for (std::size_t v = 0; v < tables.size(); ++v) {
            const SweepVariable& variable = plan_.variables[v];
            const std::vector<std::size_t> count = shape(variable.dimensions);
            file_.put(tables[v], std::vector<std::size_t>(count.size()), count, values_.data() + variable.offset);
        }
        std::size_t v = 0;
        for (const auto& [name, variable] : drawn_) put_by_cell(drawn[v++], length(variable), variable.values);
        if (!variance_.empty()) file_.put(source_labels_, 0, sources());
        v = 0;
        for (const auto& [name, values] : variance_) put_by_cell(shares[v++], sources().size(), values);
        file_.finish();
    }

  private:
    void say(const char* name, const std::string& text) { file_.attribute(NetcdfFile::global, name, text); }

    std::vector<std::size_t> shape(const std::vector<std::size_t>& dimensions) const {
        std::vector<std::size_t> lengths;
        for (const std::size_t d : dimensions) lengths.push_back(plan_.dimensions[d].labels.size());
        return lengths;
    }

    std::size_t length(const DrawnVariable& variable) const {
        return variable.of_replications ? study_.extent().replications.count : study_.extent().draws.count;
    }

    void keep_tables(const WrittenScenario& scenario) {
        ReadSweep all;
        std::vector<TidyTable> tables;
        const std::vector<std::string> there = tables_of(study_);
        for (const std::string& name : sweep_tables()) {
            const std::string file = name + ".csv";
            if (std::find(there.begin(), there.end(), file) == there.end()) continue;
            TidyTable table = result_table(file, scenario, study_, true);
            if (table.rows().empty()) continue;
            tables.push_back(std::move(table));
            all.outputs.push_back({name, file, number_columns(file), {}, {}});
        }
        settle_outputs(all, tables);
        plan_ = std::move(all.plan);
        values_.assign(plan_.width(), none);
        const KeptTables kept(plan_);
        for (const TidyTable& table : tables) kept.keep(table, values_);
        for (const char* key : {"trust", "service", "year"}) {
            const auto found = std::find_if(plan_.dimensions.begin(), plan_.dimensions.end(),
                                            [&](const SweepDimension& dimension) { return dimension.name == key; });
            cell_.push_back(static_cast<std::size_t>(found - plan_.dimensions.begin()));
        }
    }

    std::size_t place(std::size_t dimension, const std::string& label) const {
        const std::vector<std::string>& labels = plan_.dimensions[dimension].labels;
        return static_cast<std::size_t>(std::find(labels.begin(), labels.end(), label) - labels.begin());
    }

    std::size_t cell(const std::string& trust, const std::string& service, int year) const {
        const std::vector<std::size_t> lengths = shape(cell_);
        return (place(cell_[0], trust) * lengths[1] + place(cell_[1], service)) * lengths[2] +
               place(cell_[2], std::to_string(year));
    }

    void keep_draws() {
        const std::vector<std::size_t> lengths = shape(cell_);
        for_each_series(study_, [&](const DrawnSeries& series) {
            DrawnVariable& variable = drawn_[(series.of_replications ? "replication_" : "draw_") + series.measure];
            const std::size_t size = series.values.size();
            if (variable.values.empty()) {
                variable.unit = series.unit;
                variable.of_replications = series.of_replications;
                variable.values.assign(lengths[0] * lengths[1] * lengths[2] * size, none);
            }
            std::copy(series.values.begin(), series.values.end(),
                      variable.values.begin() +
                          static_cast<std::ptrdiff_t>(cell(series.trust, series.service, series.year) * size));
        });
    }

    void keep_variance(const std::vector<VarianceRow>& rows) {
        const std::vector<std::size_t> lengths = shape(cell_);
        for (const VarianceRow& row : rows) {
            const std::vector<double> shares = shares_of(row);
            std::vector<double>& values =
                variance_[(row.of_replications ? "variance_replication_" : "variance_draw_") + row.measure];
            if (values.empty()) values.assign(lengths[0] * lengths[1] * lengths[2] * shares.size(), none);
            std::copy(shares.begin(), shares.end(),
                      values.begin() +
                          static_cast<std::ptrdiff_t>(cell(row.trust, row.service, row.year) * shares.size()));
        }
    }

    static std::vector<std::string> sources() {
        const std::vector<std::string_view> names = variance_sources();
        return {names.begin(), names.end()};
    }

    void name_sources() {
        source_ = file_.dimension("source", sources().size());
        source_labels_ = file_.variable("source", NetcdfFile::Type::text, {source_});
        file_.attribute(source_labels_, "long_name", "What varies");
    }

    int name_shares(const std::string& name) {
        std::vector<int> dimensions;
        for (const std::size_t d : cell_) dimensions.push_back(dimensions_[d]);
        dimensions.push_back(source_);
        std::vector<std::size_t> block = shape(cell_);
        block.push_back(sources().size());
        const int made = file_.compressed(name, dimensions, block);
        file_.attribute(made, "long_name", "Share of the variance, each source alone (estimate); they sum to 1");
        file_.attribute(made, "units", "1");
        return made;
    }

    void put_by_cell(int variable, std::size_t length, const std::vector<double>& values) {
        std::vector<std::size_t> count = shape(cell_);
        count.push_back(length);
        file_.put(variable, std::vector<std::size_t>(count.size()), count, values.data());
    }

    int name_table_variable(const SweepVariable& variable) {
        std::vector<int> dimensions;
        for (const std::size_t d : variable.dimensions) dimensions.push_back(dimensions_[d]);
        const int made = file_.compressed(netcdf_name(variable.name), dimensions, shape(variable.dimensions));
        file_.attribute(made, "long_name", variable.long_name);
        if (!variable.unit.empty()) file_.attribute(made, "units", variable.unit);
        file_.attribute(made, "table", variable.table);
        return made;
    }

    int name_drawn(const std::string& name, const DrawnVariable& variable) {
        std::vector<int> dimensions;
        for (const std::size_t d : cell_) dimensions.push_back(dimensions_[d]);
        dimensions.push_back(variable.of_replications ? replication_ : draw_);
        std::vector<std::size_t> block = shape(cell_);
        block[0] = 1;
        block.push_back(length(variable));
        const int made = file_.compressed(netcdf_name(name), dimensions, block);
        file_.attribute(made, "long_name",
                        variable.of_replications ? "By replication; 2k and 2k + 1 use draw k" : "By draw");
        file_.attribute(made, "units", variable.unit);
        return made;
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

    const study::Study& study_;
    NetcdfFile file_;
    SweepPlan plan_;
    std::vector<double> values_;
    std::vector<std::size_t> cell_; ///< dimensions trust, service, year
    std::map<std::string, DrawnVariable> drawn_;
    std::vector<int> dimensions_, labels_;
    std::map<std::string, std::vector<double>> variance_; ///< [cell][source] by variable
    int draw_ = 0, replication_ = 0, source_ = 0, source_labels_ = 0;
};

} // namespace

void write_run_netcdf(const std::string& path, const WrittenScenario& scenario, const study::Study& study,
                      const std::vector<VarianceRow>& variance, const std::string& version) {
    Writer(path, scenario, study, variance, version).write();
}

} // namespace framsyn::app
