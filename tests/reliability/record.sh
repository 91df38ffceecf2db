#!/usr/bin/env bash
# record.sh COMMAND DAMAGED_INPUTS [SEED [INPUTS [KILLS]]]: what `./dev reliability` does. Damages inputs, kills and fills disks, and prints
# what was tried and what held as a page of Markdown. The exit code is 1 if anything didn't hold.
set -euo pipefail

command="$1" damaged="$2" seed="${3:-2026}" inputs="${4:-1500}" kills="${5:-30}"
here="$(dirname "${BASH_SOURCE[0]}")"
status=0
place="$(mktemp -d)"
trap 'rm -rf "$place"' EXIT

echo "# Reliability"
echo
echo "Written by \`./dev reliability\`: shipped scenarios damaged at random in one to three places (a number, a word, a line, an entry, a"
echo "byte, a cell, the end), and runs that are killed or meet a full disk. The same seed tries the same again."
echo
echo "## Damaged inputs"
echo
echo "Each is refused with a place in a file, or sound: then what \`check\` calls sound is drawn and simulated, and every number of every"
echo "table is one."
echo
echo "| what | tried | outcome | failed |"
echo "|---|--:|---|--:|"
"$damaged" "$inputs" "$seed" || status=1

"$damaged" 100 "$((seed + 1000000))" "$place/damaged"
tried=0 refused=0 ran=0 wrong=0
for folder in "$place"/damaged/*; do
    scenario="$folder/$(cat "$folder/which")"
    tried=$((tried + 1))
    if "$command" check "$scenario" --quiet >/dev/null 2>&1; then
        code=0
        verb=run more=(--replications 4)
        if ! grep -q '^\[\[service\]\]' "$folder"/*.toml; then verb=project more=(); fi # of people alone
        "$command" "$verb" "$scenario" --set run.draws=4 "${more[@]}" --no-charts --quiet --out "$place/out-$tried" >/dev/null 2>"$place/said" || code=$?
        if [[ $code -eq 0 ]]; then ran=$((ran + 1)); else wrong=$((wrong + 1)); cat "$place/said" >&2; fi
        rm -rf "$place/out-$tried"
    else
        code=$?
        if [[ $code -eq 2 ]]; then refused=$((refused + 1)); else wrong=$((wrong + 1)); fi
    fi
done
echo "| damaged inputs, by the command, seed $((seed + 1000000)) | $tried | $refused refused with exit code 2, $ran sound and run | $wrong |"
[[ $wrong -eq 0 ]] || status=1
echo
echo "## Kills and full disks"
echo
node "$here/kills_and_disks.mjs" "$command" --trials "$kills" --seed "$seed" || status=1
exit $status
