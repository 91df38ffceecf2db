#include "app/sweep/read/sweep_sections.hpp"

#include "models/sweep/design.hpp"

namespace framsyn::app {
namespace {

Key key(std::string name, Kind kind, bool required, std::string help) {
    return {std::move(name), kind, required, std::move(help)};
}

Key optional_integer(std::string name, double min, double max, std::string help) {
    return {std::move(name), Kind::integer, false, std::move(help), Measured::none, min, max};
}

Key choice(std::string name, bool required, std::vector<std::string> choices, std::string help) {
    Key made = key(std::move(name), Kind::choice, required, std::move(help));
    made.choices = std::move(choices);
    return made;
}

Key prose(std::string name, bool required, std::string help) {
    Key made = key(std::move(name), Kind::text, required, std::move(help));
    made.longest = longest_prose;
    return made;
}

Section sweep_section() {
    return {"sweep",
            false,
            true,
            "What is varied around which scenario.",
            {key("id", Kind::text, true, "Name of the sweep and of its folder."), prose("title", false, "One line."),
             prose("scenario", true, "The scenario file, seen from the sweep file."),
             optional_integer("draws", 2, 100000, "Draws of need at each point; otherwise those of the scenario."),
             optional_integer("replications", 0, 100000, "Simulations at each point; 0, or left out: need only."),
             optional_integer("seed", 0, 4294967295.0, "Seed of design and draws; otherwise that of the scenario."),
             choice("luck", false, {"common", "own"},
                    "Whether all points have the same random numbers (otherwise) or each its own."),
             optional_integer("repeats", 1, 1000, "How often each point is studied, each time with other luck.")}};
}

Section design_section() {
    return {"design",
            false,
            true,
            "How the points are spread.",
            {choice("kind", true, names_in(sweep::design_names), "The kind of design."),
             optional_integer("points", 1, 10000000, "Points; base points of saltelli, trajectories of morris."),
             optional_integer("levels", 2, 1000, "Values of each parameter in a morris design, an even number."),
             prose("file", false, "CSV of points, a column for each parameter, seen from the sweep file.")}};
}

Section parameter_section() {
    return {"parameter",
            true,
            true,
            "What is varied.",
            {key("id", Kind::text, true, "Name of the parameter in results."),
             prose("address", false, "list.id.key of the scenario, as for --set."),
             key("scenarios", Kind::own, false, "Scenario files to choose among, instead of an address."),
             choice("distribution", false, {"own", "uniform", "log-uniform", "triangular"},
                    "How it is spread; own: as the scenario's draws are."),
             key("low", Kind::own, false, "Lowest value; of own the 2.5th percentile."),
             key("value", Kind::own, false, "Mode of triangular, median of own."),
             key("high", Kind::own, false, "Highest value; of own the 97.5th percentile."),
             key("values", Kind::own, false, "A list of values instead of a range."),
             optional_integer("steps", 1, 10000, "How many values a grid has of it.")}};
}

Section output_section() {
    Section section{"output",
                    true,
                    true,
                    "What is kept of each point.",
                    {key("id", Kind::text, true, "Name of the output."),
                     choice("table", true, sweep_tables(), "The result table."),
                     key("columns", Kind::own, true, "Its columns with numbers.")}};
    for (const std::string& filter : output_filters())
        section.keys.push_back(key(filter, Kind::own, false, "Only these; otherwise all."));
    return section;
}

} // namespace

const std::vector<std::string>& sweep_tables() {
    static const std::vector<std::string> tables{"need",   "need_by_residence", "capacity", "gap",
                                                 "change", "quantiles",         "care",     "care_by_site",
                                                 "flows",  "indicators"};
    return tables;
}

const std::vector<std::string>& output_filters() {
    static const std::vector<std::string> filters{"rule",     "tier",   "measure",   "site",       "from_trust",
                                                  "to_trust", "reason", "indicator", "probability"};
    return filters;
}

const std::vector<Section>& sweep_sections() {
    static const std::vector<Section> sections{
        sweep_section(),
        design_section(),
        parameter_section(),
        output_section(),
        {"keep",
         false,
         false,
         "Which trusts, services and years are kept; all of what is left out.",
         {key("trust", Kind::own, false, "Ids of trusts, region, outside."),
          key("service", Kind::own, false, "Ids of services and groups."), key("year", Kind::own, false, "Years.")}}};
    return sections;
}

} // namespace framsyn::app
