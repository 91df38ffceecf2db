#!/usr/bin/env bash
# before_after.sh BEFORE AFTER: two folders of results, one run folder in each for every scenario, verb and language (as
# before_after.sh --make COMMAND PLOTS FOLDER makes them): which files differ. CSV, JSON (but manifest.json) and SVG byte
# for byte, the workbook cell by cell, the report without what is named in the call's --but PATTERN.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

make() {
    local command="$1" folder="$3" language scenario verb
    export FRAMSYN_PLOTS="$2"
    for language in nb en; do
        for scenario in baseline nye-asgard-pluss-11 ronvik-akutt ssb-2024; do
            for verb in run project; do
                local more=()
                [[ $verb == run ]] && more=(--replications 8)
                "$command" "$verb" "$here/../scenarios/helse-nord/$scenario.toml" --lang "$language" --quiet \
                    --set run.draws=200 "${more[@]}" --out "$folder/$language-$scenario-$verb"
            done
        done
        "$command" project "$here/../scenarios/eksempel-femaar/baseline.toml" --lang "$language" --quiet \
            --out "$folder/$language-femaar-project"
    done
}

if [[ ${1:-} == --make ]]; then
    make "$2" "$3" "$4"
    exit
fi
exec node "$here/before_after.mjs" "$@"
