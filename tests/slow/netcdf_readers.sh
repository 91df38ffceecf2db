#!/usr/bin/env bash
# netcdf_readers.sh COMMAND: what xarray and R's ncdf4 read of sweep.nc and results.nc is what the CSV files say.
# Debian's Python has the modules, whatever other Python comes first.
set -euo pipefail
command="$(realpath "$1")"
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
there="$(mktemp -d)"
trap 'rm -rf "$there"' EXIT
cp -r "$root/scenarios/helse-nord" "$there/hn"
cd "$there"
sed -i 's/^draws = 200$/draws = 20/; s/^points = 64$/points = 4/' hn/sweeps/liten.toml
"$command" sweep hn/sweeps/liten.toml --out s --csv --quiet
"$command" project hn/baseline.toml --out p --draws 10 --no-charts --netcdf --draws-csv --variance --quiet

/usr/bin/python3 - <<'PYTHON'
import csv, math
import xarray as xr
sweep = xr.open_dataset("s/sweep.nc")
rows = list(csv.DictReader(open("s/sweep.csv", encoding="utf-8")))
assert len(rows) > 1000, len(rows)
for row in rows[::37]:
    found = sweep[row["variable"]].sel(point=int(row["point"]), trust=row["trust"], service=row["service"], year=int(row["year"]), rule=row["rule"])
    assert float(found) == float(row["value"]), row
    assert found.attrs["units"] == row["unit"], row
points = list(csv.DictReader(open("s/points.csv", encoding="utf-8")))
assert [float(p["domte-unn"]) for p in points] == list(sweep["parameter_domte_unn"].values)
run = xr.open_dataset("p/results.nc")
gaps = list(csv.DictReader(open("p/gap.csv", encoding="utf-8")))
for row in gaps[::29]:
    found = run["gap"].sel(trust=row["trust"], service=row["service"], year=int(row["year"]), rule=row["rule"])
    assert float(found) == float(row["gap"]), row
drawn = list(csv.DictReader(open("p/draws.csv", encoding="utf-8")))
for row in drawn[::997]:
    found = run["draw_" + row["measure"]].sel(trust=row["trust"], service=row["service"], year=int(row["year"]))[int(row["replication"])]
    assert float(found) == float(row["value"]), row
shares = list(csv.DictReader(open("p/variance.csv", encoding="utf-8")))
assert len(shares) > 7000, len(shares)
for row in shares[::97]:
    found = run["variance_draw_" + row["measure"]].sel(trust=row["trust"], service=row["service"], year=int(row["year"]), source=row["source"])
    assert float(found) == float(row["share"]), row
whole = run["variance_draw_need"].sum("source", skipna=False).values
assert all(math.isnan(each) or abs(each - 1) < 1e-9 for each in whole.ravel())
print("xarray:", len(rows), "outcomes,", len(gaps), "gaps,", len(drawn), "draws")
PYTHON

Rscript - <<'R'
library(ncdf4)
sweep <- nc_open("s/sweep.nc")
gap <- ncvar_get(sweep, "gap") # rule, year, service, trust, point
at <- function(name) ncvar_get(sweep, name)
rows <- read.csv("s/sweep.csv")
rows <- rows[rows$variable == "gap", ]
found <- gap[cbind(match(rows$rule, at("rule")), match(rows$year, at("year")), match(rows$service, at("service")),
                   match(rows$trust, at("trust")), rows$point + 1)]
stopifnot(nrow(rows) > 300, max(abs(found - rows$value)) < 1e-12)
stopifnot(ncatt_get(sweep, "gap", "units")$value == "beds")
cat("R:", nrow(rows), "gaps\n")
R
