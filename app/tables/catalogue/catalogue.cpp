#include "app/tables/catalogue/catalogue.hpp"

#include "app/tables/catalogue/columns.hpp"
#include "app/tables/catalogue/judged_entries.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace framsyn::app {
namespace {

using columns::Columns;
using columns::number;
using columns::or_empty;
using columns::whole;
using columns::words;
using columns::operator+;

const Column trust = words("trust", "Helseforetak", "Trust");
const Column service = words("service", "Tjeneste", "Service");
const Column year = whole("year", "År", "Year");
const Column variant = words("variant", "Alternativ", "Variant");
const Column sex = words("sex", "Kjønn", "Sex");
const Column persons = number("persons", "persons", "Personer", "Persons");
const Column probability = number("probability", "0 to 1", "Kvantil", "Quantile");
const Column status = words("status", "Status", "Status");
const Column source = words("source", "Kilde", "Source");
const Column evidence = words("evidence", "Grunnlag", "Evidence");
const Column p_shortage = number("p_shortage", "share", "Sannsynlighet for mangel", "Probability of shortage");
const Column date_column{"date", CellType::text, "YYYY-MM-DD", {"Dato", "Date"}};
const Columns cell = columns::cell_columns();

const Columns population_columns{variant, trust, year, sex, whole("age", "Alder", "Age"), persons};

const Columns population_quantiles_columns{trust, year, sex, words("age_group", "Alder", "Age"), probability, persons};

const Columns population_indicators_columns{trust, year, words("indicator", "Indikator", "Indicator"), probability,
                                            or_empty(number("value", "", "Verdi", "Value"))};

const Columns components_columns{variant, trust, year, words("component", "Komponent", "Component"), persons};

const Columns need_columns =
    cell + Columns{number("bed_days", "bed days", "Oppholdsdøgn (snitt)", "Bed days (mean)"),
                   number("bed_days_p10", "bed days", "Oppholdsdøgn, 10-prosentil", "Bed days, 10th percentile"),
                   number("bed_days_p90", "bed days", "Oppholdsdøgn, 90-prosentil", "Bed days, 90th percentile"),
                   or_empty(number("beds_utilisation", "beds", "Plasser ved planlagt utnyttelse (snitt)",
                                   "Beds at planned utilisation (mean)")),
                   or_empty(number("beds_service_level", "beds", "Plasser etter servicenivå (snitt)",
                                   "Beds by service level (mean)"))};

const Columns capacity_columns{trust,
                               service,
                               words("tier", "Type plass", "Tier"),
                               year,
                               number("beds_mean", "beds", "Plasser (snitt over året)", "Beds (mean over the year)"),
                               number("beds_end", "beds", "Plasser 31. desember", "Beds on 31 December")};

const Columns plan_columns{words("id", "id", "id"),
                           trust,
                           service,
                           words("site", "Sted", "Site"),
                           words("tier", "Type plass", "Tier"),
                           date_column,
                           number("beds", "beds", "Plasser (endring)", "Beds (change)"),
                           words("plan", "Hvor bestemt", "How settled"),
                           status,
                           source,
                           words("label_nb", "Hva (bokmål)", "What (Norwegian)"),
                           words("label_en", "Hva (engelsk)", "What (English)")};

const Columns gap_columns =
    cell + Columns{number("capacity", "beds", "Kapasitet (bemannede plasser, snitt over året)",
                          "Capacity (staffed beds, mean over the year)"),
                   number("need", "beds", "Behov (plasser, median)", "Need (beds, median)"),
                   number("need_p10", "beds", "Behov, 10-prosentil", "Need, 10th percentile"),
                   number("need_p90", "beds", "Behov, 90-prosentil", "Need, 90th percentile"),
                   number("gap", "beds", "Gap (plasser; minus = mangler)", "Gap (beds; minus = short)"),
                   number("gap_p10", "beds", "Gap, 10-prosentil", "Gap, 10th percentile"),
                   number("gap_p90", "beds", "Gap, 90-prosentil", "Gap, 90th percentile"),
                   p_shortage,
                   words("rule", "Regel", "Rule"),
                   evidence};

const Columns gap_by_utilisation_columns =
    cell + Columns{number("utilisation", "share", "Planlagt utnyttelse", "Planned utilisation"),
                   number("need", "beds", "Behov (plasser, median)", "Need (beds, median)"),
                   number("gap", "beds", "Gap (plasser; minus = mangler)", "Gap (beds; minus = short)"), p_shortage,
                   evidence};

const Columns quantiles_columns =
    Columns{words("table", "Tabell", "Table")} + cell +
    Columns{words("measure", "Mål", "Measure"), probability, number("value", "", "Verdi", "Value")};

const Columns estimate_columns{words("measure", "Mål", "Measure"),
                               words("unit", "Enhet", "Unit"),
                               number("mean", "", "Snitt", "Mean"),
                               or_empty(number("ci_low", "", "Snitt, 95 % KI fra", "Mean, 95 % CI from")),
                               or_empty(number("ci_high", "", "Snitt, 95 % KI til", "Mean, 95 % CI to")),
                               number("p10", "", "10-prosentil", "10th percentile"),
                               number("p50", "", "Median", "Median"),
                               number("p90", "", "90-prosentil", "90th percentile")};

const Columns flows_columns{words("from_trust", "Fra", "From"),
                            words("to_trust", "Til", "To"),
                            service,
                            year,
                            words("reason", "Grunn", "Reason"),
                            number("patients", "patients", "Pasienter", "Patients"),
                            number("bed_days", "bed days", "Oppholdsdøgn", "Bed days")};

const Columns indicators_columns{words("indicator", "Indikator", "Indicator"),
                                 trust,
                                 year,
                                 or_empty(number("value", "", "Verdi", "Value")),
                                 words("unit", "Enhet", "Unit"),
                                 or_empty(number("target", "", "Sammenlignes med", "Target")),
                                 status};

const Columns assumptions_columns{words("key", "Forutsetning (nøkkel til --set)", "Assumption (key for --set)"),
                                  or_empty(number("value", "", "Verdi", "Value")),
                                  or_empty(number("low", "", "Lav", "Low")),
                                  or_empty(number("high", "", "Høy", "High")),
                                  words("unit", "Enhet", "Unit"),
                                  status,
                                  source};

const Columns actions_columns{
    words("scenario", "Scenario", "Scenario"),
    words("action", "Tiltak, eller adressen til et annet inndata", "Action, or address of another input"),
    words("kind", "Slag", "Kind"),
    words("date", "Fra", "From"),
    words("full_from", "Helt fra", "Fully from"),
    words("until", "Til", "Until"),
    words("trust", "Hvor, eller hvem sine pasienter", "Where, or whose patients"),
    words("service", "Tjenester", "Services"),
    words("ages", "Aldre", "Ages"),
    words("to_trust", "Til helseforetak", "To trust"),
    words("to_service", "Til tjeneste", "To service"),
    or_empty(number("size", "", "Størrelse", "Size")),
    or_empty(number("low", "", "Lav", "Low")),
    or_empty(number("high", "", "Høy", "High")),
    words("unit", "Enhet", "Unit"),
    words("plan", "Plan", "Plan"),
    words("source", "Kilde", "Source")};

const Columns regret_columns =
    Columns{words("scenario", "Scenario", "Scenario"), words("future", "Framtid", "Future")} + cell +
    Columns{words("rule", "Regel", "Rule"),
            words("judged", "Nivået er talt", "Level counted"),
            number("capacity", "beds", "Plasser", "Beds"),
            number("need", "beds", "Behov (median)", "Need (median)"),
            number("shortage", "beds", "Plasser som mangler", "Beds that are short"),
            number("empty", "beds", "Plasser som står tomme", "Beds that stand empty"),
            number("regret_shortage", "beds", "Flere som mangler enn i det beste alternativet i samme framtid",
                   "More short than under the best alternative in the same future"),
            number("regret_empty", "beds", "Flere tomme enn i det beste alternativet i samme framtid",
                   "More empty than under the best alternative in the same future")};

const Columns comparison_columns =
    Columns{words("scenario", "Scenario", "Scenario")} + cell +
    Columns{words("measure", "Mål", "Measure"),
            words("unit", "Enhet", "Unit"),
            or_empty(number("base", "", "Før (det som det sammenlignes med)", "Before (what it is compared with)")),
            or_empty(number("alternative", "", "Etter (dette scenariet)", "After (this scenario)")),
            or_empty(number("difference", "", "Endring (paret)", "Difference (paired)")),
            or_empty(number("low", "", "Endring fra (80 % av trekningene; 95 % KI for simulert drift)",
                            "Difference from (80 % of draws; 95 % CI for simulated care)")),
            or_empty(number("high", "", "Endring til", "Difference to")),
            words("basis", "Paret på", "Paired by"),
            whole("pairs", "Antall par", "Pairs")};

/// A table that is not in the workbook.
TableEntry table(std::string_view file, Text about, const Columns& columns) {
    return {file, std::move(about), {}, 0, false, columns};
}

const char* type_name(CellType type) {
    switch (type) {
    case CellType::text:
        return "text";
    case CellType::integer:
        return "integer";
    case CellType::number:
        return "number";
    }
    return "";
}

std::vector<TableEntry> all_entries() { // NOLINT(readability-function-size): the table itself
    return {
        {"comparison.csv",
         {"Hva et scenario endrer, mot det som det bygger på eller sammenlignes med: samme trekninger, samme "
          "pasienter. Rader med scenario «id@half» og «id@none» er av trekninger alene: der kommer virkningene halvt "
          "og "
          "ikke.",
          "What a scenario changes, against what it extends or is compared with: the same draws, the same patients. "
          "Rows "
          "with scenario \"id@half\" and \"id@none\" are of draws alone: there effects come by half and not at all."},
         {"Sammenligning", "Comparison"},
         0,
         true,
         comparison_columns},
        table("actions.csv",
              {"Alt et scenario gjør på toppen av det som det bygger på: tiltak etter id, så andre endrede inndata. Et "
               "tiltak "
               "som gjentas hvert år, har én rad for hver gang; et som sier flere tall, én rad til for hvert.",
               "Everything that a scenario does on top of what it builds on: actions by id, then other inputs. An "
               "action "
               "that comes back every year has a row for each time; one that says several numbers a further row for "
               "each."},
              actions_columns),
        {"regret.csv",
         {"Plasser som mangler og plasser som står tomme, for hvert alternativ i hver framtid. «region, all» er summen "
          "over "
          "foretakenes celler som kan vurderes; ledige ett sted veier ikke opp for mangel et annet.",
          "Beds short and beds empty, for each alternative in each future. \"region, all\" is the sum over the trusts' "
          "cells "
          "that can be judged; spare beds in one place don't make up for a shortage in another."},
         {"Framtider", "Futures"},
         15,
         true,
         regret_columns},
        table("population.csv",
              {"Innbyggere 1. januar etter alder og kjønn, hovedalternativet.",
               "Residents on 1 January by age and sex, main alternative."},
              population_columns),
        {"population_quantiles.csv",
         {"Innbyggere 1. januar etter alder og kjønn, median og 80 % intervall. Summer ikke intervaller.",
          "Residents on 1 January by age and sex, median and 80 % interval. Do not add intervals."},
         {"Befolkning", "Population"},
         10,
         false,
         population_quantiles_columns},
        {"population_indicators.csv",
         {"Eldre per 100 i yrkesaktiv alder og gjennomsnittsalder, kvantiler.",
          "The old per 100 of working age and the mean age, quantiles."},
         {"Forsørgerbyrde", "Dependency"},
         12,
         false,
         population_indicators_columns},
        {"components.csv",
         {"Fødte, døde og flyttinger i framskrevne år, hovedalternativet.",
          "Births, deaths and moves of projected years, main alternative."},
         {"Befolkningsendring", "Population change"},
         11,
         false,
         components_columns},
        {"need.csv",
         {"Oppholdsdøgn og plasser der pasientene behandles. Snitt over trekningene, så delene kan summeres.",
          "Bed days and beds where patients are treated. Means over draws, so that parts can be added."},
         {"Behov etter behandlingssted", "Need by place of treatment"},
         6,
         true,
         need_columns},
        {"need_by_residence.csv",
         {"Oppholdsdøgn og plasser for dem som bor i området, uansett hvor de behandles.",
          "Bed days and beds for those who live in the area, wherever treated."},
         {"Behov etter bosted", "Need by residence"},
         7,
         false,
         need_columns},
        {"capacity.csv",
         {"Plassene som er planlagt, år for år.", "The beds that are planned, year by year."},
         {"Kapasitet", "Capacity"},
         4,
         false,
         capacity_columns},
        {"plan.csv",
         {"Hva som åpner og stenger, når, og hvor det står.", "What opens and closes, when, and where that is said."},
         {"Planlagte endringer", "Planned changes"},
         5,
         false,
         plan_columns},
        {"gap.csv",
         {"Planlagt kapasitet mot behov for hvert år, og sannsynligheten for at det mangler plasser. To rader per "
          "år, en for hver regel.",
          "Planned capacity against need for each year, and the probability of a shortage. Two rows a year, one for "
          "each rule."},
         {"Gap", "Gap"},
         1,
         true,
         gap_columns},
        {"gap_by_utilisation.csv",
         {"Gapet hvis planlagt utnyttelse er lav, som forutsatt eller høy.",
          "The gap when planned utilisation is low, as assumed or high."},
         {"Gap etter utnyttelse", "Gap by utilisation"},
         3,
         true,
         gap_by_utilisation_columns},
        table("quantiles.csv",
              {"Kvantiler over trekningene av døgn, behov og endring i behov.",
               "Quantiles over draws of bed days, need and change in need."},
              quantiles_columns),
        table("draws.csv",
              {"Hver trekning og hver simulering, med run --draws-csv. Simulering 2k og 2k + 1 bruker trekning k.",
               "Every draw and every replication, with run --draws-csv. Replications 2k and 2k + 1 use draw k."},
              Columns{whole("replication", "Trekning (behov) eller simulering (drift), fra 0",
                            "Draw (need) or replication (care), from 0")} +
                  cell + Columns{words("measure", "Mål", "Measure"), number("value", "", "Verdi", "Value")}),
        {"care.csv",
         {"Hva som skjer når pasienter simuleres gjennom plassene: belegg, ventetid, overløp.",
          "What happens when patients are simulated through the beds: occupancy, waits, overflow."},
         {"Simulert drift", "Simulated care"},
         8,
         true,
         cell + estimate_columns},
        table("care_by_site.csv", {"Det samme for hvert sted.", "The same for each site."},
              Columns{trust, service, words("site", "Sted", "Site"), year} + estimate_columns),
        {"flows.csv",
         {"Pasienter etter bosted, behandlingssted og grunn. Samme sted i begge kolonner: behandlet hjemme.",
          "Patients by residence, place of treatment and reason. The same place in both columns: treated at home."},
         {"Pasientstrømmer", "Patient flows"},
         9,
         false,
         flows_columns},
        {"indicators.csv",
         {"Rater per 100 000 innbyggere og tall som andre oppgir, ved siden av våre.",
          "Rates per 100 000 inhabitants, and what others report, beside ours."},
         {"Indikatorer", "Indicators"},
         13,
         false,
         indicators_columns},
        {"assumptions.csv",
         {"Hvert tall i scenariet med intervall, status og kilde.",
          "Every number of the scenario with interval, status and source."},
         {"Forutsetninger", "Assumptions"},
         14,
         false,
         assumptions_columns}};
}

} // namespace

const std::vector<TableEntry>& catalogue() {
    static const std::vector<TableEntry> entries = [] {
        std::vector<TableEntry> all = all_entries();
        const std::vector<TableEntry> judged = judged_entries();
        const auto after =
            std::find_if(all.begin(), all.end(), [](const TableEntry& e) { return e.file == "gap.csv"; });
        all.insert(std::next(after), judged.begin(), judged.end());
        return all;
    }();
    return entries;
}

const TableEntry& entry_of(std::string_view file) {
    const auto& entries = catalogue();
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const TableEntry& entry) { return entry.file == file; });
    if (found == entries.end()) throw std::logic_error(fmt::format("{} is not in the catalogue", file));
    return *found;
}

TidyTable table_of(std::string_view file, bool keep) {
    std::vector<ColumnForm> columns;
    for (const Column& column : entry_of(file).columns) columns.push_back({column.name, column.type});
    return {std::string(file), std::move(columns), keep};
}

std::string catalogue_json() {
    using Json = nlohmann::ordered_json;
    Json tables = Json::array();
    for (const TableEntry& entry : catalogue()) {
        Json columns = Json::array();
        for (const Column& column : entry.columns) {
            Json item{{"name", column.name}, {"type", type_name(column.type)}};
            if (column.may_be_empty) item["may_be_empty"] = true;
            if (!column.unit.empty()) item["unit"] = column.unit;
            item["nb"] = column.meaning.nb;
            item["en"] = column.meaning.en;
            columns.push_back(std::move(item));
        }
        tables.push_back(
            {{"file", entry.file}, {"nb", entry.about.nb}, {"en", entry.about.en}, {"columns", std::move(columns)}});
    }
    return Json{{"tables", std::move(tables)}}.dump(2) + "\n";
}

} // namespace framsyn::app
