#include "app/scenario/schema/action_section.hpp"

#include "app/scenario/schema/key_forms.hpp"
#include "models/study/scenario/scenario.hpp"

namespace framsyn::app {

using namespace keys;

Section action_section() { // NOLINT(readability-function-size): the table itself
    return {
        "action",
        true,
        false,
        "Tiltak: what somebody does, or what happens, from a date on.",
        {id(),
         choice("kind", names_in(study::action_kinds), "What is done; each kind has its keys."),
         date("date", "First day; for delay the new date."),
         optional(date("full_from", "First day with the whole of it, on a straight line from date.")),
         optional(date("until", "First day without it.")),
         optional(flag("every_year", "True: from date until until, and again on the same days each year.")),
         choice("plan", names_in(study::plan_names),
                "How firm it is; planned if absent, possible ones are not counted.", false),
         text("label", "What to write on charts, Norwegian.", false),
         text("label_en", "What to write on charts, English.", false),
         reference("unit", {"unit"}, "open, close, move, staffed, surge, open-share: which unit.", false),
         optional(text("new_unit", "open: id of a unit that isn't there yet, with trust, site and service.")),
         optional(text("site", "open: where a new unit lies.")),
         trusts("trust", {"region"}, "open: whose a new unit is. utilisation, risk: whose. route: from where."),
         reference("to_unit", {"unit"}, "move: where they come to.", false),
         quantity("beds", Measured::beds, -100000, 100000,
                  "open, close, move: how many. staffed, surge: how many there are then.", false),
         optional(flag("with_patients", "move: true if the beds' share of the patients moves with them.")),
         trusts("residents_of", {"region"}, "Whose patients: residents of these trusts."),
         trusts("treated_at", {"region", "outside"}, "Whose patients: those who would be treated at these."),
         optional(references("service", {"service", "group"}, "Services or groups; each part of a group.")),
         quantity("percent", Measured::none, -100, 1000,
                  "stay, admissions: change in per cent; municipality: of the waiting days; sentences: of the growth.",
                  false),
         quantity("days", Measured::days, -10000, 10000, "stay: change of the mean stay.", false),
         quantity("stay_of_those", Measured::days, 0.01, 10000,
                  "admissions, care-level: mean stay of those who are no longer admitted (or newly are); the mean if "
                  "absent.",
                  false),
         quantity("share", Measured::share, 0, 1,
                  "open, close, treat-elsewhere: share of the patients; care-level: of the stays; sentences: of the "
                  "persons, in "
                  "beds.",
                  false),
         reference("to", {"trust"},
                   "close, treat-elsewhere: where they are treated; home is their own trust. route: to where.", false,
                   {"outside", "home"}),
         reference("to_service", {"service"}, "treat-elsewhere: by which service; the same if absent.", false),
         optional(integer("age_from", 0, 105, "Only patients of this age and older.")),
         optional(integer("age_to", 0, 105, "Only patients of this age and younger.")),
         quantity("contacts_per_stay", Measured::none, 0, 1000,
                  "care-level: day or outpatient contacts for each stay that is no longer.", false),
         quantity("waiting_days", Measured::bed_days, 0, 1e7,
                  "municipality: bed days a year of the patients who are ready and wait, all together.", false),
         quantity("waiting_patients", Measured::persons, 0.01, 1e6, "municipality: how many wait in a year.", false),
         quantity("within_days", Measured::days, 0, 1000, "municipality: all are received within so many days.", false),
         optional(references("stock", {"stock"}, "sentences: which stocks.")),
         quantity("new_per_year", Measured::persons, 0, 1e6, "sentences: new persons a year.", false),
         quantity("years", Measured::years, 0.01, 1000, "sentences: mean time under sentence.", false),
         quantity("persons", Measured::persons, 0, 1e6, "sentences: persons under sentence when it begins.", false),
         quantity("open_share", Measured::share, 0.01, 1, "open-share: share of the unit's beds that are open.", false),
         quantity("utilisation", Measured::share, 0.05, 1, "utilisation: the planned one.", false),
         quantity("risk", Measured::share, 0.0001, 0.5, "risk: the accepted one.", false),
         optional(
             references("of", {"change", "change.part_of"}, "delay: changes, or the plans that they are parts of."))}};
}

} // namespace framsyn::app
