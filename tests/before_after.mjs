// node before_after.mjs BEFORE AFTER [--but TEXT]...: see before_after.sh. Exit 1 if anything differs.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

const words = process.argv.slice(2);
const ignored = [];
for (let at = words.indexOf("--but"); at >= 0; at = words.indexOf("--but"))
  ignored.push(new RegExp(words.splice(at, 2)[1], "g"));
const [before, after] = words;
const counts = { same: 0, differ: 0, cells: 0 };

function report(file, what) {
  ++counts.differ;
  console.log(`${file}: ${what}`);
}

function sameText(file, clean = (text) => text) {
  const [a, b] = [before, after].map((folder) => join(folder, file));
  if (!existsSync(b)) report(file, "missing");
  else if (clean(readFileSync(a, "utf8")) === clean(readFileSync(b, "utf8"))) ++counts.same;
  else report(file, "differs");
}

/** Every cell of every sheet: "sheet!A1" → value, as text whatever its type. */
function cellsOf(workbook) {
  const part = (name) => execFileSync("unzip", ["-p", workbook, name], { encoding: "utf8", maxBuffer: 1 << 30 });
  const plain = (xml) => [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((t) => t[1]).join("");
  const strings = [...part("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map((si) => plain(si[1]));
  const cells = new Map();
  [...part("xl/workbook.xml").matchAll(/<sheet name="([^"]+)"/g)].forEach(([, sheet], i) => {
    for (const [, at, rest, value] of part(`xl/worksheets/sheet${i + 1}.xml`).matchAll(
      /<c r="([A-Z]+\d+)"([^>]*)>(?:<f>.*?<\/f>)?<v>([^<]*)<\/v>/g,
    ))
      cells.set(`${sheet}!${at}`, rest.includes('t="s"') ? strings[Number(value)] : value);
  });
  return cells;
}

function sameWorkbook(file) {
  const [a, b] = [before, after].map((folder) => cellsOf(join(folder, file)));
  const places = new Set([...a.keys(), ...b.keys()]);
  counts.cells += places.size;
  const other = [...places].filter((place) => a.get(place) !== b.get(place));
  if (other.length === 0) ++counts.same;
  else report(file, `${other.length} cells differ, first ${other[0]}: ${a.get(other[0])} → ${b.get(other[0])}`);
}

for (const run of readdirSync(before)) {
  for (const name of readdirSync(join(before, run))) {
    const file = join(run, name);
    if (name === "report.html") sameText(file, (text) => ignored.reduce((left, but) => left.replace(but, ""), text));
    else if (name === "results.xlsx") sameWorkbook(file);
    else if (name === "charts")
      readdirSync(join(before, file))
        .filter((svg) => svg.endsWith(".svg"))
        .forEach((svg) => sameText(join(file, svg)));
    else if (name !== "manifest.json") sameText(file);
  }
}
console.log(`${counts.same} files the same (workbooks: ${counts.cells} cells), ${counts.differ} differ`);
process.exitCode = counts.differ > 0 ? 1 : 0;
