#include "app/scenario/schema/scenario_sections.hpp"

#include "models/study/scenario/scenario.hpp"

namespace framsyn::app {
namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity();

Key text(std::string name, std::string help, bool required = true) {
    return {std::move(name), Kind::text, required, std::move(help)};
}

/// A text that may be a paragraph: a description, a note, a source.
Key prose(std::string name, std::string help, bool required = true) {
    Key key = text(std::move(name), std::move(help), required);
    key.longest = longest_prose;
    return key;
}

/// A what-if without a title has its base's, and its own name behind.
Key title(std::string name, std::string help) {
    Key key = text(std::move(name), std::move(help));
    key.longest = longest_title;
    return key;
}

Key integer(std::string name, double min, double max, std::string help) {
    return {std::move(name), Kind::integer, true, std::move(help), Measured::none, min, max};
}

Key choice(std::string name, std::vector<std::string> choices, std::string help, bool required = true) {
    return {std::move(name), Kind::choice, required,  std::move(help),
            Measured::none,  -unbounded,   unbounded, std::move(choices)};
}

Key reference(std::string name, std::vector<std::string> lists, std::string help, bool required = true,
              std::vector<std::string> also = {}) {
    return {std::move(name), Kind::reference, required,        std::move(help), Measured::none,
            -unbounded,      unbounded,       std::move(also), std::move(lists)};
}

Key references(std::string name, std::vector<std::string> lists, std::string help) {
    Key key = reference(std::move(name), std::move(lists), std::move(help));
    key.kind = Kind::references;
    return key;
}

Key quantity(std::string name, Measured unit, double min, double max, std::string help, bool required = true) {
    return {std::move(name), Kind::quantity, required, std::move(help), unit, min, max};
}

Key optional(Key key) {
    key.required = false;
    return key;
}

Key trusts(std::string name, std::vector<std::string> also, std::string help) {
    Key key = optional(references(std::move(name), {"trust"}, std::move(help)));
    key.choices = std::move(also);
    return key;
}

Key id() {
    return text("id", "Name of the entry; part of every address.");
}

std::vector<Section> sections() { // NOLINT(readability-function-size): the table itself
    const std::vector<std::string> places{"outside"};
    return {
        {"scenario",
         false,
         true,
         "What the file is.",
         {text("id", "Name of the scenario and of its result folder."), title("title", "Title in Norwegian."),
          title("title_en", "Title in English."), prose("description", "One paragraph in Norwegian."),
          prose("description_en", "One paragraph in English.")}},
        {"time",
         false,
         true,
         "The years of a run.",
         {integer("base_year", 1800, 2150, "Year that changes are counted from."),
          integer("last_year", 1800, 2200, "Last year of need, capacity and care."),
          optional(
              integer("capacity_from", 1990, 2100, "First year of the capacity table; the base year if absent."))}},
        {"run",
         false,
         true,
         "How much is drawn and simulated.",
         {integer("seed", 0, 4294967295.0, "Master seed; the same seed gives the same bytes."),
          integer("draws", 2, 1000000, "Sets of parameters for need."),
          integer("replications", 4, 1000000,
                  "Simulations of care; 2k and 2k+1 share draw k. Even, and at most twice the draws."),
          quantity("warm_up", Measured::years, 0, 50,
                   "Simulated before the base year and not measured; a service may have its own.", false)}},
        {"region", false, true, "The health region.", {text("name", "Name of the region.")}},
        {"demography",
         false,
         true,
         "How the population is projected.",
         {text("variant",
               "Variant: SSB's four letters L, M or H for fertility, life expectancy, internal migration and "
               "immigration, such as MMMM."),
          optional(
              integer("index_from_age", 0, 105, "The trusts' mortality index applies from this age; 70 if absent.")),
          quantity("mortality_base", Measured::calendar_year, 1900, 2100, "Middle of the mortality table's period.",
                   false),
          optional(
              integer("mortality_from", 1700, 2150, "First year of the table deaths that the level is pooled from.")),
          optional(integer("mortality_to", 1700, 2150, "Last year of the table deaths that the level is pooled from.")),
          optional(integer("trend_from", 1700, 2150, "First year of the table deaths that the trend is fitted to.")),
          optional(integer("trend_to", 1700, 2150, "Last year of the table deaths that the trend is fitted to.")),
          optional(integer("trend_without_from", 1700, 2150, "First year left out of the trend (a pandemic).")),
          optional(integer("trend_without_to", 1700, 2150, "Last year left out of the trend.")),
          quantity("boys_per_girl", Measured::none, 0.9, 1.2, "Sex ratio at birth."),
          choice("within_groups", {"even", "smooth"},
                 "How tables in age groups are split into single ages. even (if absent): as five-year projections do. "
                 "smooth: nearer to single-year figures.",
                 false),
          quantity("internal_low", Measured::none, 0, 5,
                   "Internal moves in the low alternative, relative to the table.", false),
          quantity("internal_high", Measured::none, 0, 5,
                   "Internal moves in the high alternative, relative to the table.", false),
          optional(integer("totals_full_year", 1950, 2150,
                           "First year in which the table population-totals is met exactly; 2040 if absent.")),
          quantity("fertility_step", Measured::none, 0, 1,
                   "Yearly step of log fertility's random walk (standard deviation).", false),
          quantity("mortality_step", Measured::none, 0, 1,
                   "Yearly step of log mortality's random walk (standard deviation).", false),
          quantity("immigration_sd", Measured::none, 0, 2, "Standard deviation of log arrivals, common to the trusts.",
                   false),
          quantity("immigration_area_sd", Measured::none, 0, 2, "Standard deviation of log arrivals, each trust's own.",
                   false),
          quantity("immigration_memory", Measured::share, 0, 0.999,
                   "Correlation of arrivals from one year to the next.", false),
          quantity("immigration_level_sd", Measured::none, 0, 2,
                   "Standard deviation of the long-run level of log arrivals, common to the trusts.", false),
          quantity("immigration_area_level_sd", Measured::none, 0, 2,
                   "Standard deviation of the long-run level of log arrivals, each trust's own.", false),
          quantity("fertility_immigration_correlation", Measured::none, -0.99, 0.99,
                   "Correlation of the year's shocks to fertility and to arrivals.", false),
          quantity("fertility_mortality_correlation", Measured::none, -0.99, 0.99,
                   "Correlation of the year's shocks to fertility and to mortality.", false)}},
        {"fertility_level",
         true,
         false,
         "Total fertility at given years; straight lines between.",
         {id(), integer("year", 1900, 2150, "Calendar year."),
          quantity("children", Measured::children_per_woman, 0, 12, "Total fertility of the country in that year."),
          quantity("children_low", Measured::children_per_woman, 0, 12, "The same in the low alternative.", false),
          quantity("children_high", Measured::children_per_woman, 0, 12, "The same in the high alternative.", false)},
         {"year"}},
        {"life_expectancy_level",
         true,
         false,
         "Life expectancy at birth, mean of both sexes, that mortality should reach; without any, the trend goes on.",
         {id(), integer("year", 1900, 2150, "Calendar year."),
          quantity("years", Measured::none, 20, 110, "Years of life in that year."),
          quantity("years_low", Measured::none, 20, 110, "The same in the low alternative.", false),
          quantity("years_high", Measured::none, 20, 110, "The same in the high alternative.", false)},
         {"year"}},
        {"immigration_level",
         true,
         false,
         "Arrivals relative to the table's; straight lines between the years, 1 without any.",
         {id(), integer("year", 1900, 2150, "Calendar year."),
          quantity("level", Measured::none, 0, 20, "Arrivals in that year as a multiple of the table's."),
          quantity("level_low", Measured::none, 0, 20, "The same in the low alternative.", false),
          quantity("level_high", Measured::none, 0, 20, "The same in the high alternative.", false)},
         {"year"}},
        {"population_shock",
         true,
         false,
         "A dated what-if: a refugee wave, a new mine, young people leaving.",
         {id(), text("name", "Name in Norwegian."), text("name_en", "Name in English."),
          reference("trust", {"trust"}, "Area."), integer("from_year", 1900, 2150, "First calendar year."),
          integer("to_year", 1900, 2150, "Last calendar year."),
          integer("age_from", 0, 105, "Youngest, age on 1 January."),
          integer("age_to", 0, 105, "Oldest, age on 1 January."),
          quantity("persons", Measured::none, -10000000, 10000000,
                   "Persons a year who arrive (+) or leave (−), on top of everything else.", false),
          quantity("leaving_factor", Measured::none, 0, 50, "Multiplies the rates of leaving.", false)}},
        {"trust",
         true,
         true,
         "Helseforetak whose beds and residents are modelled.",
         {id(), text("name", "Full name."), text("short", "Short name for tables and charts."),
          quantity("fertility_index", Measured::none, 0.1, 5, "Fertility relative to the country; 1 if absent.", false),
          quantity("mortality_index_female", Measured::none, 0.1, 5,
                   "Old-age mortality of women relative to the country; 1 if absent.", false),
          quantity("mortality_index_male", Measured::none, 0.1, 5,
                   "Old-age mortality of men relative to the country; 1 if absent.", false)}},
        {"service",
         true,
         false,
         "Tjeneste.",
         {id(), text("name", "Name in Norwegian."), text("name_en", "Name in English."),
          text("beds_name", "What its beds are called, Norwegian; døgnplasser if absent.", false),
          text("beds_name_en", "What its beds are called, English; beds if absent.", false),
          Key{"simulated", Kind::flag, true, "False: need is projected, but no beds are planned or simulated."},
          text("use_rate", "Which rates of the table use_rates apply."),
          quantity("level", Measured::none, 0, 100, "Multiplies the use of everybody; 1 if absent.", false),
          quantity("utilisation", Measured::share, 0.05, 1, "Planned utilisation of beds."),
          quantity("risk", Measured::share, 0.0001, 0.9999, "Accepted share of arrivals that find every bed taken."),
          choice("full", {"lost", "waits"},
                 "What the service-level rule assumes of those: Erlang B (lost) or C (waits)."),
          quantity("emergency_share", Measured::share, 0, 1, "Share of patients who are emergencies.", false),
          optional(Key{"when_full", Kind::choices, true, "What is tried, in order, when the unit is full.",
                       Measured::none, 0, 0, names_in(care::step_names)}),
          quantity("over_occupancy", Measured::share, 0, 2, "Patients beyond the beds, as a share of them.", false),
          quantity("max_wait", Measured::days, 0, 10000, "A planned patient who has waited this long goes outside.",
                   false),
          quantity("warm_up", Measured::years, 0, 50,
                   "Simulated before the base year, instead of the run's: long for long stays.", false),
          quantity("cell_time", Measured::days, 0.01, 1000, "Width of a cell of the arrival plane.", false),
          quantity("cell_rate", Measured::admissions_per_day, 0.0001, 1000, "Height of a cell of the arrival plane.",
                   false)}},
        {"group",
         true,
         false,
         "A sum of services with rows of its own.",
         {id(), text("name", "Name in Norwegian."), text("name_en", "Name in English."),
          references("parts", {"service"}, "Services in the sum.")}},
        {"unit",
         true,
         false,
         "Beds of one service at one site.",
         {id(), reference("trust", {"trust"}, "Trust that owns the beds."),
          reference("service", {"service"}, "Service."), text("site", "Place."),
          quantity("beds", Measured::beds, 0, 100000, "Staffed beds in the first year of capacity."),
          quantity("surge", Measured::beds, 0, 100000,
                   "Total beds that beredskap can mobilise, ordinary beds included.", false),
          quantity("open_share", Measured::share, 0.01, 1,
                   "Share of the beds that are open in the mean over a year: care may use no more, and the "
                   "service-level rule asks for beds over this share; all if absent.",
                   false)},
         {"trust", "service", "site"}},
        {"change",
         true,
         false,
         "A dated change of a unit's beds.",
         {id(), reference("unit", {"unit"}, "Unit that changes."),
          Key{"date", Kind::date, true, "First day of the change."},
          quantity("beds", Measured::beds, -100000, 100000, "Staffed beds that open (+) or close (−)."),
          choice("plan", names_in(study::plan_names), "How firm it is; possible changes are not counted."),
          text("label", "What to write on charts, Norwegian."), text("label_en", "What to write on charts, English."),
          text("part_of", "Name of the plan that it is a part of, which an action may delay as a whole.", false)}},
        {"action",
         true,
         false,
         "Tiltak: what somebody does, or what happens, from a date on.",
         {id(),
          choice("kind", names_in(study::action_kinds), "What is done; each kind has its keys."),
          Key{"date", Kind::date, true, "First day; for delay the new date."},
          optional(Key{"full_from", Kind::date, true, "First day with the whole of it, on a straight line from date."}),
          optional(Key{"until", Kind::date, true, "First day without it."}),
          optional(Key{"every_year", Kind::flag, true,
                       "True: from date until until, and again on the same days each year."}),
          choice("plan", names_in(study::plan_names),
                 "How firm it is; planned if absent, possible ones are not counted.", false),
          text("label", "What to write on charts, Norwegian.", false),
          text("label_en", "What to write on charts, English.", false),
          reference("unit", {"unit"}, "open, close, move: whose beds.", false),
          reference("to_unit", {"unit"}, "move: where they come to.", false),
          quantity("beds", Measured::beds, -100000, 100000, "open, close, move: how many.", false),
          optional(
              Key{"with_patients", Kind::flag, true, "move: true if the beds' share of the patients moves with them."}),
          trusts("residents_of", {"region"}, "Whose patients: residents of these trusts."),
          trusts("treated_at", {"region", "outside"}, "Whose patients: those who would be treated at these."),
          optional(references("service", {"service", "group"}, "Services or groups; each part of a group.")),
          quantity("percent", Measured::none, -100, 1000, "stay, admissions: change in per cent.", false),
          quantity("days", Measured::days, -10000, 10000, "stay: change of the mean stay.", false),
          quantity("stay_of_those", Measured::days, 0.01, 10000,
                   "admissions: mean stay of those who are no longer admitted (or newly are); the mean if absent.",
                   false),
          quantity("share", Measured::share, 0, 1, "open, close, treat-elsewhere: share of the patients.", false),
          reference("to", {"trust"}, "close, treat-elsewhere: where they are treated; home is their own trust.", false,
                    {"outside", "home"}),
          reference("to_service", {"service"}, "treat-elsewhere: by which service; the same if absent.", false),
          optional(
              references("of", {"change", "change.part_of"}, "delay: changes, or the plans that they are parts of."))}},
        {"count",
         true,
         false,
         "An observed number of beds that the units must add up to.",
         {id(), reference("trust", {"trust"}, "Trust."),
          reference("service", {"service", "group"}, "Service or group."),
          integer("year", 1990, 2150, "31 December of this year."),
          quantity("beds", Measured::beds, 0, 100000, "Counted beds.")},
         {"trust", "service", "year"}},
        {"utilisation",
         true,
         false,
         "Planned utilisation of one trust's service, instead of the service's own.",
         {id(), reference("trust", {"trust"}, "Trust."),
          reference("service", {"service", "group"}, "Service or group."),
          quantity("utilisation", Measured::share, 0.05, 1, "Planned utilisation.")},
         {"trust", "service"}},
        {"activity",
         true,
         false,
         "What is known of the base year at a trust.",
         {id(), reference("trust", {"trust"}, "Trust that treats."),
          reference("service", {"service", "group"}, "Service or group."),
          choice("basis", names_in(study::basis_names),
                 "observed: bed days were counted. rates: from rates by age on the population. split: an assumed part "
                 "of a counted "
                 "sum. beds-times-occupancy: beds × an assumed occupancy. capacity-from-activity: the beds were worked "
                 "out from "
                 "the bed days. The last three can't tell a shortage from a surplus."),
          quantity("bed_days", Measured::bed_days, 0, 1e9,
                   "Bed days a year that the base activity adds up to; the interval holds the trust's sum.", false),
          prose("note", "Said at the figure, Norwegian.", false),
          prose("note_en", "Said at the figure, English.", false)},
         {"trust", "service"}},
        {"flow",
         true,
         false,
         "Where residents are treated (function units), and how much of it.",
         {id(), reference("residence", {"trust"}, "Where the patients live."),
          reference("service", {"service"}, "Service."),
          reference("at", {"trust"}, "Where they are treated.", true, places),
          quantity("level", Measured::none, 0, 1000,
                   "Bed days there, as a multiple of what the residents would use at the table's rates.", false),
          optional(Key{"rest", Kind::flag, true, "True: the level is 1 less those of the residents' other places."})},
         {"residence", "service", "at"}},
        {"stay",
         true,
         false,
         "Length of stay.",
         {id(), reference("service", {"service"}, "Service."),
          reference("trust", {"trust"}, "Trust that treats; absent: all others.", false, places),
          quantity("mean", Measured::days, 0.01, 10000, "Mean stay."),
          choice("shape", names_in(care::stay_shape_names), "Shape of the distribution."),
          quantity("spread", Measured::none, 0, 10, "Lognormal: sigma; gamma: coefficient of variation.", false),
          quantity("long_share", Measured::share, 0, 0.9, "Share of patients in a long-stay group.", false),
          quantity("long_ratio", Measured::none, 1, 1000, "Mean stay of that group relative to the overall mean.",
                   false)},
         {"service", "trust"}},
        {"factor",
         true,
         false,
         "Endringsfaktor: multiplies bed days.",
         {id(), text("name", "Name in Norwegian."), text("name_en", "Name in English."),
          references("services", {"service"}, "Services."),
          quantity("effect", Measured::none, -1, 100, "Relative effect when fully realised."),
          integer("from_year", 1990, 2150, "Last year without effect."),
          integer("full_year", 1990, 2150, "First year with full effect.")}},
        {"stock",
         true,
         false,
         "Occupied beds that are added each year beside demography.",
         {id(), text("name", "Name in Norwegian."), text("name_en", "Name in English."),
          reference("service", {"service"}, "Service."), reference("trust", {"trust"}, "Trust that treats."),
          quantity("growth", Measured::beds_per_year, -1000, 1000,
                   "Occupied beds more each year since the base year.")}},
        {"travel",
         true,
         false,
         "Door-to-door travel between trusts.",
         {id(), reference("from", {"trust"}, "From."), reference("to", {"trust"}, "To.", true, places),
          quantity("road", Measured::minutes, 0, 100000, "By road.", false),
          quantity("air", Measured::minutes, 0, 100000, "By air, mobilisation included.")},
         {"from", "to"}},
        {"overflow",
         true,
         false,
         "Where a trust's patients go when it is full, in order.",
         {id(), reference("trust", {"trust"}, "Trust that is full."), references("services", {"service"}, "Services."),
          [] {
              Key key = references("order", {"trust"}, "Trusts, first tried first.");
              key.choices = {"outside"};
              return key;
          }()},
         {"trust", "services"}},
        {"elsewhere",
         true,
         false,
         "Inhabitants who count in rates per 100 000 only.",
         {id(), integer("year", 1990, 2150, "1 January of this year."),
          quantity("persons", Measured::persons, 0, 1e7, "Inhabitants.")},
         {"year"}},
        {"statement",
         true,
         false,
         "A figure that somebody reports, to stand beside ours.",
         {id(), text("name", "Name in Norwegian."), text("name_en", "Name in English."),
          reference("trust", {"trust"}, "Trust, or the region.", true, {"region"}),
          integer("year", 1990, 2150, "Year."), quantity("figure", Measured::none, -1e12, 1e12, "The figure."),
          text("unit", "Its unit."),
          choice("treatment", names_in(study::treatment_names),
                 "stated: shown beside ours. not-modelled: outside what beds explain."),
          optional(quantity("target", Measured::none, -1e12, 1e12, "The target, if one is set."))}},
        {"table",
         true,
         true,
         "A table in a file beside the scenario.",
         {id(), text("file", "Path inside the scenario's folder."), choice("status", names_in(statuses), "Status."),
          prose("source", "Publisher, table, licence.")}},
    };
}

} // namespace

const std::vector<Section>& scenario_sections() {
    static const std::vector<Section> all = sections();
    return all;
}

} // namespace framsyn::app
