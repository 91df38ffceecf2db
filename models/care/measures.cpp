#include "models/care/measures.hpp"

namespace framsyn::care {

const std::array<MeasureDefinition, kMeasures>& measure_table() {
    static constexpr std::array<MeasureDefinition, kMeasures> kTable{{
        {Measure::occupancy, "occupancy", "share",
         "Beleggsprosent som andel: pasienter i tid delt på åpne døgnplasser i tid. 0 når ingen plass er "
         "åpen. Kan gå "
         "over 1 ved overbelegg.",
         "Patients over time divided by open beds over time. 0 when no bed is open. May pass 1 with "
         "over-occupancy."},
        {Measure::occupied_beds, "occupied_beds", "beds",
         "Belagte døgnplasser, gjennomsnitt over året: hver pasient teller med nøyaktig tid, ikke med "
         "midnatter.",
         "Beds in use, mean over the year: each patient counts with the exact time, not with midnights."},
        {Measure::open_beds, "open_beds", "beds", "Åpne (bemannede) døgnplasser, gjennomsnitt over året.",
         "Open (staffed) beds, mean over the year."},
        {Measure::bed_days, "bed_days", "bed days",
         "Oppholdsdøgn: antall midnatter pasientene var inne, utskrivingsdato minus innleggelsesdato.",
         "Midnights that patients stayed: date of discharge minus date of admission."},
        {Measure::admissions, "admissions", "patients",
         "Innleggelser ved enheten, også av pasienter som kom fordi en annen enhet var full.",
         "Admissions to the unit, those of patients who came because another unit was full included."},
        {Measure::wait_mean, "wait_mean", "days",
         "Gjennomsnittlig ventetid på seng for egne pasienter i funksjonsområdet som er ferdige med å vente: medregnet "
         "dem som ikke ventet, og dem som fikk kjøpt plass etter lengste ventetid. Hvor lenge de som fortsatt venter, "
         "har ventet, står i wait_so_far_mean.",
         "Mean wait for a bed of the own function area's patients whose wait is over: those who did not wait and those "
         "for whom a place was bought after the longest wait included. How long those have waited who still wait "
         "stands in wait_so_far_mean."},
        {Measure::p_full, "p_full", "share",
         "Andel av tiden en enhet hadde alle åpne døgnplasser i bruk; 1 når ingen plass er åpen. For flere enheter er "
         "det "
         "snittet av enhetene, veid med åpne plasser: hva en plass i snitt opplever, ikke hvor ofte alle er fulle "
         "samtidig (p_all_full).",
         "Share of time in which a unit had every open bed in use; 1 when no bed is open. For several units it is "
         "their "
         "mean, weighted by open beds: what a bed sees on average, not how often all are full at once (p_all_full)."},
        {Measure::over_occupancy_bed_days, "over_occupancy_bed_days", "bed days",
         "Overbelegg i tid: pasienter utover de åpne plassene som ikke ligger på beredskapsplass, også i "
         "plasser som "
         "stenges først når pasienten er ferdig.",
         "Over-occupancy over time: patients beyond the open beds who are not on surge, patients finishing "
         "in a closing "
         "bed included."},
        {Measure::overflow, "overflow", "patients",
         "Pasienter som ble sendt til et annet helseforetak fordi enheten var full.",
         "Patients sent to another trust because the unit was full."},
        {Measure::away_bed_days, "away_bed_days", "bed days",
         "Oppholdsdøgn ved enheten for pasienter som kom fra et annet helseforetak fordi det var fullt der.",
         "Bed days at the unit of patients who came from another trust because it was full there."},
        {Measure::purchased_patients, "purchased_patients", "patients",
         "Pasienter det ble kjøpt plass til utenfor regionens helseforetak fordi enheten var full.",
         "Patients for whom a place beyond the region's trusts was bought because the unit was full."},
        {Measure::purchased_bed_days, "purchased_bed_days", "bed days", "Oppholdsdøgnene til disse pasientene.",
         "The bed days of those patients."},
        {Measure::surge_days, "surge_days", "days",
         "Døgn i tid med minst én pasient på beredskapsplass, summert over enheter.",
         "Days, in time, with at least one patient on a surge bed, summed over units."},
        {Measure::arrivals, "arrivals", "patients",
         "Egne pasienter i funksjonsområdet som trengte seng i året. Den som venter på ett sted og får seng på et "
         "annet "
         "sted i samme helseforetak, telles der sengen er. For hver enhet og hvert år: arrivals + waiting_end året før "
         "+ overflow_received = admissions + overflow + purchased_patients + waiting_end.",
         "The own function area's patients who needed a bed in the year. Who waits at one site and is given a bed at "
         "another of the same trust is counted where the bed is. For every unit and year: arrivals + waiting_end of "
         "the "
         "year before + overflow_received = admissions + overflow + purchased_patients + waiting_end."},
        {Measure::overflow_received, "overflow_received", "patients",
         "Pasienter lagt inn ved enheten fordi det var fullt i et annet helseforetak.",
         "Patients admitted to the unit because another trust was full."},
        {Measure::waiting_mean, "waiting_mean", "patients", "Pasienter som venter på seng, gjennomsnitt over året.",
         "Patients who wait for a bed, mean over the year."},
        {Measure::waiting_end, "waiting_end", "patients", "Pasienter som venter på seng når året er slutt.",
         "Patients who wait for a bed when the year ends."},
        {Measure::wait_so_far_mean, "wait_so_far_mean", "days",
         "Hvor lenge de som venter når året er slutt, har ventet i snitt. 0 når ingen venter.",
         "How long those who wait when the year ends have waited on average. 0 when nobody waits."},
        {Measure::p_all_full, "p_all_full", "share",
         "Andel av tiden da hver eneste åpne døgnplass i alle radens enheter var i bruk samtidig. 1 når ingen plass er "
         "åpen.",
         "Share of time with every open bed of all the row's units in use at once. 1 when no bed is open."},
    }};
    return kTable;
}

const MeasureDefinition& definition(Measure measure) {
    return measure_table()[static_cast<std::size_t>(measure)];
}

} // namespace framsyn::care
