#!/usr/bin/env bash
# sweep.sh COMMAND FOLDER: what a sweep of the baseline costs. Two threads beside one, memory by points, instructions of the
# machinery beside the study function alone, and a thousand points against the clock. FOLDER has the benchmarks' programs.
set -euo pipefail
command="$(realpath "$1")" folder="$(realpath "$2")"
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
there="$(mktemp -d)"
trap 'rm -rf "$there"' EXIT
cp -r "$root/scenarios/helse-nord" "$there/hn"
cd "$there"
status=0

# bound WHAT FOUND RELATION LIMIT [UNIT]
bound() {
    if awk -v a="$2" -v b="$4" "BEGIN { exit !(a $3 b) }"; then echo "  right: $1 $2${5:-} (wanted $3 $4${5:-})"
    else echo "  WRONG: $1 $2${5:-} (wanted $3 $4${5:-})"; status=1; fi
}
# sized NAME KEY=VALUE...: liten.toml with other numbers.
sized() {
    local name="$1" pair
    shift
    cp hn/sweeps/liten.toml "hn/sweeps/$name.toml"
    for pair in "$@"; do sed -i -E "s/^${pair%%=*} = .*/${pair%%=*} = ${pair#*=}/" "hn/sweeps/$name.toml"; done
}
# run NAME [OPTION...]: wall, processor seconds and megabytes.
run() {
    local name="$1"
    shift
    rm -rf out
    "$folder/measure" "$command" sweep "hn/sweeps/$name.toml" --out out --quiet "$@" | tail -n 1 | tr -d , | awk '{ print $2, $5, $(NF-1) }'
}
median() { sort -n | sed -n 3p; }
field() { awk -v n="$1" '{ print $n }'; }

sized pair points=20
for turn in 1 2 3 4 5; do run pair --threads 1 >>one; sha256sum <out/sweep.nc >>sums; run pair --threads 2 >>two; sha256sum <out/sweep.nc >>sums; done
one="$(field 1 <one | median)" two="$(field 1 <two | median)"
echo "140 points of 200 draws, medians of five by turns: one thread $one s, two threads $two s; processor $(field 2 <one | median) and $(field 2 <two | median) s"
bound "bytes that differ between threads and turns:" "$(($(sort -u sums | wc -l) - 1))" "==" 0
bound "two threads are faster by" "$(awk "BEGIN { printf \"%.2f\", $one / $two }")" ">=" 1.75 " times"
bound "processor time of two by that of one" "$(awk "BEGIN { printf \"%.3f\", $(field 2 <two | median) / $(field 2 <one | median) }")" "<=" 1.05

echo "Memory by points, four draws each:"
for points in 100 1000 5000; do
    sized "cheap$points" draws=4 kind='"latin-hypercube"' points=$points
    read -r wall processor megabytes <<<"$(run cheap$points --threads 1)"
    echo "  $points points: $wall s, $processor s of processor time, $megabytes MB"
    [[ $points == 100 ]] && few=$megabytes
done
bound "memory of 5 000 points beyond that of 100:" "$((megabytes - few))" "<=" 15 " MB"

sized thousand kind='"latin-hypercube"' points=1000
read -r wall processor megabytes <<<"$(run thousand --threads 2)"
echo "1 000 points of 200 draws, two threads: $wall s, $processor s of processor time, $megabytes MB"
bound "1 000 points take" "$wall" "<=" 60 " s"
"$command" sweep status out --lang en | sed 's/^/  /'
bound "points that failed:" "$("$command" sweep status out --lang en | sed -nE 's/.* done, ([0-9]+) failed.*/\1/p')" "==" 0

if command -v valgrind >/dev/null; then
    # What ten points more cost.
    count() { OMP_NUM_THREADS=1 valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 | awk '/Collected/ { print $NF }'; }
    bare() { count "$folder/sweep_points" hn/sweeps/thousand.toml "$1"; }
    all() { rm -rf out; count "$command" sweep hn/sweeps/thousand.toml --out out --points "0-$(($1 - 1))" --threads 1 --quiet; }
    bare="$(($(bare 14) - $(bare 4)))" all="$(($(all 14) - $(all 4)))"
    echo "Instructions of a point: $((bare / 10)) in the study function, $((all / 10)) in the sweep"
    bound "the machinery costs" "$(awk "BEGIN { printf \"%.2f\", 100 * ($all - $bare) / $bare }")" "<=" 2 " %"
fi
exit $status
