#include "app/sweep/slurm.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace framsyn::app {
namespace {

/// A text as a word of a shell.
std::string word(const std::string& text) {
    std::string out = "'";
    for (const char letter : text) out += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return out + "'";
}

std::string head(const SweepPaths& paths) {
    return fmt::format("set -eu\nframsyn=\"${{FRAMSYN:-}}\"\n[ -n \"$framsyn\" ] || framsyn={}\nsweep={}\nfolder={}\n",
                       word(paths.program), word(paths.sweep_file), word(paths.folder));
}

std::string array_script(const SweepPlan& plan, const ClusterPlan& cut, const SweepPaths& paths) {
    return fmt::format(
        "#!/bin/sh\n"
        "#SBATCH --job-name=framsyn-{}\n"
        "#SBATCH --array=1-{}\n"
        "#SBATCH --cpus-per-task={}\n"
        "#SBATCH --mem={}M\n"
        "#SBATCH --time={}\n"
        "#SBATCH --requeue\n"
        "#SBATCH --open-mode=append\n"
        "#SBATCH --output=task-%a.log\n"
        "# A task that is killed and comes again computes its share anew; one whose file is there does nothing.\n"
        "# A chunk is kept in memory until it is whole, so no scratch is needed.\n"
        "{}"
        "exec \"$framsyn\" sweep \"$sweep\" --out \"$folder\" --chunk \"$SLURM_ARRAY_TASK_ID/{}\" --resume "
        "--threads \"${{SLURM_CPUS_PER_TASK:-{}}}\"\n",
        plan.id, cut.tasks, cut.threads, cut.megabytes, cut.minutes, head(paths), cut.tasks, cut.threads);
}

std::string merge_script(const SweepPlan& plan, const SweepPaths& paths) {
    return fmt::format("#!/bin/sh\n"
                       "#SBATCH --job-name=framsyn-{}-merge\n"
                       "#SBATCH --cpus-per-task=1\n"
                       "#SBATCH --mem=2000M\n"
                       "#SBATCH --time=60\n"
                       "#SBATCH --output=merge.log\n"
                       "# After the array, whatever became of it: what is missing is told of in merge.log.\n"
                       "{}"
                       "exec \"$framsyn\" sweep merge \"$folder\"\n",
                       plan.id, head(paths));
}

std::string submit_script() {
    return "#!/bin/sh\n"
           "# Submits the array and the merge after it; options of sbatch (--account=…, --partition=…) may follow.\n"
           "set -eu\n"
           "cd \"$(dirname \"$0\")\"\n"
           "array=\"$(sbatch --parsable \"$@\" array.sh)\"\n"
           "merge=\"$(sbatch --parsable \"$@\" --dependency=\"afterany:${array%%;*}\" merge.sh)\"\n"
           "echo \"array ${array%%;*}, merge ${merge%%;*}\"\n";
}

std::string local_script(const ClusterPlan& cut, const SweepPaths& paths) {
    return fmt::format(
        "#!/bin/sh\n# The same on one machine, one task after the other; begun again it goes on where it was.\n"
        "{}"
        "task=1\nwhile [ \"$task\" -le {} ]; do\n"
        "  \"$framsyn\" sweep \"$sweep\" --out \"$folder\" --chunk \"$task/{}\" --resume --quiet \"$@\"\n"
        "  task=$((task + 1))\ndone\n"
        "exec \"$framsyn\" sweep merge \"$folder\"\n",
        head(paths), cut.tasks, cut.tasks);
}

} // namespace

ClusterPlan cluster_plan(const TrialCost& cost, std::size_t points) {
    constexpr double task_s = 1800.0;
    constexpr double most_tasks = 1000.0;
    constexpr std::size_t threads = 4;
    constexpr double megabyte = 1e6;
    ClusterPlan cut;
    cut.points = points;
    cut.threads = std::clamp<std::size_t>(points, 1, threads);
    const double seconds = cost.seconds_a_point * static_cast<double>(points);
    const double tasks = std::ceil(seconds / (task_s * static_cast<double>(cut.threads)));
    cut.tasks = static_cast<std::size_t>(std::clamp(tasks, 1.0, std::min(most_tasks, static_cast<double>(points))));
    const double share = std::ceil(static_cast<double>(points) / static_cast<double>(cut.tasks));
    const double rounds = std::ceil(share / static_cast<double>(cut.threads));
    cut.minutes_a_task = rounds * cost.seconds_a_point / 60.0;
    cut.minutes = static_cast<std::size_t>(std::ceil(3.0 * cut.minutes_a_task)) + 10;
    cut.core_hours = seconds / 3600.0;
    const double bytes = cost.bytes_before + static_cast<double>(cut.threads) * cost.bytes_a_thread;
    cut.megabytes = 100 * static_cast<std::size_t>(std::ceil(1.5 * bytes / megabyte / 100.0));
    return cut;
}

std::vector<ResultFile> cluster_scripts(const SweepPlan& plan, const ClusterPlan& cut, const SweepPaths& paths) {
    return {{"array.sh", array_script(plan, cut, paths)},
            {"merge.sh", merge_script(plan, paths)},
            {"submit.sh", submit_script()},
            {"local.sh", local_script(cut, paths)}};
}

} // namespace framsyn::app
