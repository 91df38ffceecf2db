// node same_tables.mjs ENGINE.wasm COMMAND: the module gives the tables that the native command writes, byte for byte, and
// the messages of framsyn check.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

import { startEngine } from "./engine.mjs";

const [module, command] = process.argv.slice(2).map((path) => resolve(path));
const region = join(dirname(fileURLToPath(import.meta.url)), "../../scenarios/helse-nord");
const work = mkdtempSync(join(tmpdir(), "framsyn-wasm-"));

function filesBelow(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

function withRegion() {
  const engine = startEngine(module);
  for (const path of filesBelow(region)) engine.text(relative(region, path), readFileSync(path, "utf8"));
  return engine;
}

function sameTables() {
  const folder = join(work, "native");
  const options = ["--out", folder, "--quiet", "--set", "run.draws=200", "--set", "run.replications=4"];
  execFileSync(command, ["run", join(region, "baseline.toml"), "--no-charts", ...options]);
  const engine = withRegion();
  engine.set("run.draws=200");
  engine.set("run.replications=4");
  assert.equal(engine.load("baseline.toml"), "");
  engine.project();
  engine.care();
  const files = engine.table().trim().split("\n");
  assert.ok(files.length >= 18, `only ${files.length} tables`);
  for (const file of files) assert.equal(engine.table(file), readFileSync(join(folder, file), "utf8"), file);
  return files.length;
}

const BAD = [
  ["an unknown key", '[[unit]]\nid = "unn-dps"\nbedz = 3\n', []],
  ["a number that can't be", '[[service]]\nid = "tsb"\nutilisation = 1.7\n', []],
  ["TOML that doesn't end", 'title = "\n', []],
  ["a decimal comma", '[[service]]\nid = "tsb"\nutilisation = 0,85\n', []],
  ["an assignment to nothing", "", ["service.tbs.utilisation=0.9"]],
];

function sameMessages() {
  for (const [what, text, sets] of BAD) {
    const whatIf = `extends = "baseline.toml"\n${text}`;
    const path = join(work, "region");
    execFileSync("cp", ["-r", region, path]);
    writeFileSync(join(path, "idea.toml"), whatIf);
    for (const language of ["nb", "en"]) {
      const words = ["check", "idea.toml", "--lang", language, ...sets.flatMap((set) => ["--set", set])];
      const native = spawnSync(command, words, { cwd: path, encoding: "utf8" });
      assert.equal(native.status, 2, what);
      const engine = withRegion();
      engine.language(language === "en");
      engine.text("idea.toml", whatIf);
      for (const set of sets) engine.set(set);
      assert.throws(() => engine.load("idea.toml"), { status: -2, answer: native.stderr }, what);
    }
    rmSync(path, { recursive: true });
  }
  return BAD.length;
}

function sameImport() {
  const mapping = "municipality_code,trust,municipality_name\n1804,nlsh,Bodø\n5501,unn,Tromsø\n";
  const sexes = ["1 Menn", "2 Kvinner"];
  const rows = ['"region";"kjønn";"alder";"Personer 2024";"Personer 2025"'];
  for (const place of ["1804 Bodø", "5501 Tromsø"])
    for (const sex of sexes)
      for (let age = 0; age <= 105; ++age)
        rows.push(
          `"${place}";"${sex}";"${String(age).padStart(3, "0")} ${age === 105 ? "105 år eller eldre" : `${age} år`}";${age};${age + 1}`,
        );
  const table = `"07459: Befolkning"\n\n${rows.join("\n")}\n`;
  const names = { table: join(work, "07459.csv"), map: join(work, "map.csv"), out: join(work, "population.csv") };
  writeFileSync(names.table, table);
  writeFileSync(names.map, mapping);
  const words = ["import", "ssb-07459", names.table, "--mapping", names.map, "--out", names.out];
  const said = execFileSync(command, words, { encoding: "utf8" });
  const engine = startEngine(module);
  engine.text(names.table, table);
  engine.text(names.map, mapping);
  assert.equal(engine.importTable("ssb-07459", names.table, names.map), readFileSync(names.out, "utf8"));
  assert.equal(engine.importReport(names.out), said);
}

try {
  const tables = sameTables();
  const messages = sameMessages();
  sameImport();
  console.log(
    `${tables} tables, ${messages} bad inputs in two languages and an import: the same as the native command`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
