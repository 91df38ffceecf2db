// The whole of Framsyn as a function: ten more beds in UNN's local centres, and what they do for adults there.
#include "app/ground/disk/files.hpp"
#include "app/scenario/read/read_scenario.hpp"
#include "models/study/study.hpp"

#include <cstdio>

using namespace framsyn;

int main(int, char** argv) {
    app::WrittenScenario region = app::read_scenario(app::DiskFiles(), argv[1]);
    region.draws = 200;
    for (study::UnitInfo& unit : region.units) {
        if (unit.id == "unn-dps") unit.beds.value += 10;
    }
    const study::Study study = study::run_study(region, study::whole(region, study::Care::left_out));
    for (const study::Gap& gap : study.gaps()) {
        const study::Cell& cell = study.cell_of(gap);
        if (region.id_of(cell.trust) != "unn" || cell.service.id != "phv" || gap.year != region.last_year) continue;
        std::printf("%s: gap %.1f beds, P(shortage) %.3f\n", name_in(study::rule_names, gap.rule).c_str(),
                    gap.gap.median, gap.p_shortage);
    }
}
