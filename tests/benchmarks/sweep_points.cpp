// sweep_points FILE COUNT: studies the first COUNT points of a sweep, one after the other, and keeps nothing: the study
// function without chunks, folder, threads or progress. Prints how many points it studied and the sum of what they gave.
#include "app/ground/disk/files.hpp"
#include "app/sweep/kept_tables.hpp"
#include "app/sweep/point_study.hpp"
#include "app/sweep/read/read_once.hpp"
#include "app/sweep/read/read_sweep.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv) {
    using namespace framsyn::app;
    if (argc != 3) {
        std::fputs("usage: sweep_points FILE COUNT\n", stderr);
        return 2;
    }
    const DiskFiles disk;
    ReadOnce files(disk);
    ReadSweep read = read_sweep(files, argv[1], "benchmark");
    settle_outputs(read);
    files.close();
    const PointStudies studies(read.plan, files, read.folder, read.scenarios, framsyn::study::one_after_the_other);
    const auto count = static_cast<std::size_t>(std::strtoul(argv[2], nullptr, 10));
    double sum = 0.0;
    for (std::size_t point = 0; point < count; ++point) {
        for (const double value : studies.outcome(point)) sum += std::isnan(value) ? 0.0 : value;
    }
    std::printf("%zu points, sum %.10g\n", count, sum);
    return std::isfinite(sum) ? 0 : 1;
}
