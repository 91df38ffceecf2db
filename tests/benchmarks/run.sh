#!/usr/bin/env bash
# run.sh COMMAND SCENARIO FOLDER: what `./dev bench` does. Times the whole baseline run, checks that its results are the
# right ones (a fast wrong answer is no benchmark), then runs every benchmark in FOLDER.
set -euo pipefail

command="$1" scenario="$2" folder="$3"
out=build/bench
status=0

# equals NAME EXPECTED FOUND
equals() {
    if [[ $2 == "$3" ]]; then
        echo "  right: $1 = $3"
    else
        echo "  WRONG: $1 = $3, expected $2"
        status=1
    fi
}

rm -rf "$out"
echo "The whole run of $scenario, charts and report included:"
"$folder/measure" "$command" run "$scenario" --out "$out" --quiet

echo "Its results:"
# Statistics Norway: table 07459 (population by municipality, the same for every variant) and table 13942 (døgnplasser).
equals "persons on 1 January 2024" 487744 \
    "$(awk -F, 'NR > 1 && $3 == 2024 { sum[$1] += $2 == "region" ? 0 : $6; v = $1 } END { print sum[v] }' "$out/population.csv")"
equals "places for adults, 31 December 2024" 319 \
    "$(awk -F, '$1 == "region" && $2 == "phv" && $3 == "staffed" && $4 == 2024 { print $6 }' "$out/capacity.csv")"
equals "trusts where simulated bed days of adults are more than 10 % off the observed in 2024" 0 \
    "$(awk -F, 'BEGIN { seen["unn"] = 49303; seen["nlsh"] = 33658; seen["finnmark"] = 8273; seen["helgeland"] = 5165 }
        $2 == "phv" && $3 == 2024 && $4 == "bed_days" && ($1 in seen) { n++; off += ($6 < .9 * seen[$1] || $6 > 1.1 * seen[$1]) }
        END { print n == 4 ? off + 0 : "unknown" }' "$out/care.csv")"
echo "  SHA-256 of gap.csv: $(sha256sum <"$out/gap.csv" | cut -c 1-16)…"

module="$(dirname "${BASH_SOURCE[0]}")/../../build/wasm/app/browser/framsyn_engine.wasm"
if [[ -f $module ]]; then
    echo
    echo "The engine as WebAssembly: $(stat -c %s "$module") bytes, $(gzip -9 <"$module" | wc -c) with gzip (at most 500 000)"
    [[ $(gzip -9 <"$module" | wc -c) -le 500000 ]] || status=1
fi

for benchmark in "$folder"/*; do
    [[ -f $benchmark && -x $benchmark && ! $(basename "$benchmark") =~ ^(measure|sweep_points)$ ]] || continue
    echo
    echo "$(basename "$benchmark"):"
    "$benchmark" || status=1
done

echo
echo "sweep:"
"$(dirname "${BASH_SOURCE[0]}")/sweep.sh" "$command" "$folder" || status=1

# instructions WORKLOAD DAYS LONGER: what one customer more costs, from two runs of different length.
instructions() {
    local short long
    short="$(valgrind --tool=callgrind --callgrind-out-file=/dev/null "$folder/kernel" --count "$1" "$2" 2>&1)"
    long="$(valgrind --tool=callgrind --callgrind-out-file=/dev/null "$folder/kernel" --count "$1" "$3" 2>&1)"
    printf '%s\n%s\n' "$short" "$long" | awk -v name="$1" '
        /^[0-9]+$/ { customers[++n] = $1 }
        /Collected/ { instructions[n] = $NF }
        END { printf "  %s: %.0f\n", name, (instructions[2] - instructions[1]) / (customers[2] - customers[1]) }'
}

if command -v valgrind >/dev/null; then
    echo
    echo "Instructions per customer (W2) and per unit visit (W3), counted by valgrind, the same on every quiet or busy machine:"
    instructions W2 1000 3000
    instructions W3 100 300
fi
exit $status
