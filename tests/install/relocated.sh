#!/usr/bin/env bash
# relocated.sh BUILD: packs that build and runs the command from where the tarball and the package for Debian were unpacked: its own
# libraries, the scenarios beside it, and charts and report where Node and its packages were there.
set -euo pipefail
build="$(realpath "$1")"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

(cd "$work" && cpack --config "$build/CPackConfig.cmake" -B "$work/packed" >"$work/cpack.log" 2>&1) || { cat "$work/cpack.log"; exit 1; }
ls "$work/packed"
tar -xzf "$work"/packed/framsyn-*-Linux.tar.gz -C "$work"
mkdir -p "$work/elsewhere/a folder"
mv "$work"/framsyn-*-Linux "$work/elsewhere/a folder/tree"
dpkg -x "$work"/packed/framsyn_*_amd64.deb "$work/elsewhere/debian"
dpkg -f "$work"/packed/framsyn_*_amd64.deb Depends | tee "$work/depends"
grep -q libnetcdf "$work/depends"

# try COMMAND SHARE: from a folder of its own, with nothing but a PATH.
try() {
    local there
    there="$(mktemp -d "$work/run.XXXX")"
    cp -r "$2/scenarios/helse-nord" "$there/hn"
    (
        cd "$there"
        env -i PATH="$PATH" HOME="$there" "$1" project hn/baseline.toml --out r --draws 10 --quiet \
            $([[ -d $2/plots/node_modules ]] || echo --no-charts)
        env -i PATH="$PATH" HOME="$there" "$1" sweep hn/sweeps/liten.toml --out s --points 0-6 --quiet
        test -s r/gap.csv
        [[ ! -d $2/plots/node_modules ]] || test -s r/report.html
    )
    (cd "$there" && sha256sum r/gap.csv r/need.csv)
}

tree="$work/elsewhere/a folder/tree"
try "$tree/bin/framsyn" "$tree/share/framsyn" | tee "$work/tree.sum"
try "$work/elsewhere/debian/usr/bin/framsyn" "$work/elsewhere/debian/usr/share/framsyn" | tee "$work/debian.sum"
cmp "$work/tree.sum" "$work/debian.sum"
# Of the tree's libraries none but the C library's comes from the machine.
ldd "$tree/bin/framsyn" | awk '/=>/ && !/\/tree\// { print $1 }' | sort >"$work/outside"
cat "$work/outside"
[[ -z $(grep -vE '^(libc|libm|libdl|librt|libpthread|libresolv)\.so' "$work/outside") ]]
echo "runs from wherever it is put"
