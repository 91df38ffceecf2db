#include "app/ground/disk/files.hpp"
#include "app/scenario/read/read_scenario.hpp"
#include "models/study/study.hpp"

#include <cstdio>

using namespace framsyn;

int main(int, char** argv) {
    const app::WrittenScenario region = app::read_scenario(app::DiskFiles(), argv[1]);
    const study::Study early = study::run_study(region, {{0, 100}, {0, 4}}); // draws 0–99, replications 0–3
    const study::Study late = study::run_study(region, {{100, 50}, {4, 2}}); // draws 100–149, replications 4 and 5
    const study::Study all =
        study::study_of(region, joined(early.draws(), late.draws()), joined(early.care_sample(), late.care_sample()));
    const study::Study at_once = study::run_study(region, {{0, 150}, {0, 6}});
    std::size_t same = 0;
    for (std::size_t i = 0; i < all.gaps().size(); ++i)
        same += all.gaps()[i].p_shortage == at_once.gaps()[i].p_shortage ? 1 : 0;
    for (std::size_t i = 0; i < all.care().size(); ++i)
        same += all.care()[i].value.mean == at_once.care()[i].value.mean ? 1 : 0;
    std::printf("%zu of %zu are the same\n", same, at_once.gaps().size() + at_once.care().size());
    return same == at_once.gaps().size() + at_once.care().size() ? 0 : 1;
}
