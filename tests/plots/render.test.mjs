import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeSample } from "./make_sample.mjs";
import { cell, RENDER, scratch, smallWorld } from "./helpers.mjs";

const world = smallWorld([cell("nord", "tsb", 10, 15), cell("sor", "tsb", 20, 12)]);
const render = (...args) => spawnSync(process.execPath, [RENDER, ...args], { encoding: "utf8" });
const hashes = (directory) =>
  Object.fromEntries(
    [...readdirSync(join(directory, "charts")).map((name) => `charts/${name}`), "report.html"].map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(directory, name)))
        .digest("hex"),
    ]),
  );

test("svg and the report are made, pictures when they are asked for, and a second run gives the same bytes", (t) => {
  const directory = makeSample(scratch(t), world);
  const first = render(directory, "--images", "--quiet");
  assert.equal(first.status, 0, first.stderr);
  assert.equal(first.stdout, "");
  const before = hashes(directory);
  for (const ending of ["svg", "pdf", "png"]) assert.ok(before[`charts/gap-nord-tsb.${ending}`], ending);
  assert.equal(Object.keys(before).length % 3, 1, "three files a chart, and the report");
  writeFileSync(join(directory, "charts", "gap-gone-tsb.svg"), "of an earlier run");
  writeFileSync(join(directory, "charts", "note.txt"), "the user's own");
  assert.equal(render(directory, "--quiet", "--images").status, 0);
  rmSync(join(directory, "charts", "note.txt"));
  assert.deepEqual(hashes(directory), before);
  assert.equal(render(directory, "--quiet").status, 0);
  const drawn = Object.entries(before).filter(([name]) => !/\.(png|pdf)$/.test(name));
  assert.deepEqual(
    hashes(directory),
    Object.fromEntries(drawn),
    "pictures of an earlier drawing go, the rest is the same",
  );
  assert.deepEqual(
    readdirSync(directory).filter((name) => name.startsWith(".")),
    [],
    "no working folder is left",
  );
});

test("every picture is wide enough for a slide", (t) => {
  const directory = makeSample(scratch(t), world);
  assert.equal(render(directory, "--images", "--quiet").status, 0);
  for (const name of readdirSync(join(directory, "charts")).filter((file) => file.endsWith(".png"))) {
    const width = readFileSync(join(directory, "charts", name)).readUInt32BE(16);
    const drawn = Number(
      / width="([\d.]+)"/.exec(readFileSync(join(directory, "charts", name.replace("png", "svg")), "utf8"))[1],
    );
    assert.ok(width >= 1408 && width >= 2 * drawn, `${name}: ${width}`);
  }
});

test("the report speaks both languages and names edited files", (t) => {
  const directory = makeSample(scratch(t), world);
  assert.equal(render(directory, "--lang", "en", "--edited", "gap.csv", "--quiet").status, 0);
  const page = readFileSync(join(directory, "report.html"), "utf8");
  assert.match(page, /<html lang="en">/);
  assert.match(page, /Edited since the run: gap\.csv\./);
  assert.doesNotMatch(page, /mangler trolig|planlagt utnyttelse|Forutsetning/);
});

test("bad input is one line with file, line and what, exit 2, and nothing is made", (t) => {
  const cases = [
    ["gap.csv", (path) => appendFileSync(path, "nord,tsb,2031\n"), /^gap\.csv:26: linjen har 3 felt, ventet 13\n$/],
    [
      "gap.csv",
      (path) => writeFileSync(path, readFileSync(path, "utf8").replace(/\nsor,tsb,2026.*/, "")),
      /^gap\.csv:\d+: mangler rad for sor, tsb, 2026\n$/,
    ],
    [
      "gap.csv",
      (path) => writeFileSync(path, readFileSync(path, "utf8").replace("derived", "guessed")),
      /^gap\.csv:2: ukjent verdi 'guessed' i kolonnen 'evidence'\n$/,
    ],
    [
      "quantiles.csv",
      (path) => writeFileSync(path, readFileSync(path, "utf8").replace(/\ngap,sor,tsb,2026,need,0\.5,.*/, "")),
      /^quantiles\.csv: mangler kvantil 0\.5 .* sor, tsb, 2026\n$/,
    ],
    ["need.csv", (path) => rmSync(path), /^need\.csv: filen mangler\n$/],
    ["context.json", (path) => writeFileSync(path, '{\n  "schema": 1,\n'), /^context\.json:\d+: ikke gyldig JSON\n$/],
    [
      "context.json",
      (path) => writeFileSync(path, readFileSync(path, "utf8").replace('"base_year": 2024', '"base_year": 1999')),
      /^context\.json:\d+: 'base_year' mangler eller har feil form\n$/,
    ],
  ];
  for (const [file, spoil, expected] of cases) {
    const directory = makeSample(scratch(t), world);
    spoil(join(directory, file));
    const { status, stderr } = render(directory);
    assert.match(stderr, expected);
    assert.equal(status, 2, stderr);
    assert.ok(!existsSync(join(directory, "charts")) && !existsSync(join(directory, "report.html")));
    assert.deepEqual(
      readdirSync(directory).filter((name) => name.startsWith(".")),
      [],
    );
  }
});

test("wrong usage and a folder that isn't there are exit 2", (t) => {
  assert.equal(render().status, 2);
  assert.equal(render("--lang", "de", scratch(t)).status, 2);
  assert.equal(render("--no-such", scratch(t)).status, 2);
  const missing = render(join(scratch(t), "none"), "--lang", "en");
  assert.match(missing.stderr, /none: there is no such directory/);
  assert.equal(missing.status, 2);
});

test("when a drawing can't be converted the run fails with 1 and leaves what was there", (t) => {
  const directory = makeSample(scratch(t), world);
  writeFileSync(join(directory, "report.html"), "the earlier report");
  const { status, stderr } = spawnSync(process.execPath, [RENDER, directory, "--images"], {
    encoding: "utf8",
    env: { ...process.env, PATH: "" },
  });
  assert.equal(status, 1);
  assert.match(stderr, /librsvg2-bin/);
  assert.equal(readFileSync(join(directory, "report.html"), "utf8"), "the earlier report");
  assert.ok(!existsSync(join(directory, "charts")));
});

test("pictures are refused with 1 before anything is drawn where the machine has no fonts", (t) => {
  const directory = makeSample(scratch(t), world);
  const fonts = join(scratch(t), "fonts.conf");
  writeFileSync(fonts, "<?xml version='1.0'?><fontconfig></fontconfig>");
  writeFileSync(join(directory, "gap.csv"), "not read before the fonts are looked for");
  const { status, stderr } = spawnSync(process.execPath, [RENDER, directory, "--images", "--lang", "en"], {
    encoding: "utf8",
    env: { ...process.env, FONTCONFIG_FILE: fonts },
  });
  assert.equal(status, 1);
  assert.equal(stderr, "found no fonts for PNG and PDF (Debian package fonts-inter)\n");
});

test("with --wait it ends when whoever started it does, and nothing is left of what it had begun", async (t) => {
  const directory = makeSample(scratch(t), world);
  const child = spawn(process.execPath, [RENDER, directory, "--wait", "--quiet"], {
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.stdin.end("\n"); // it is told to begin, and that nobody waits for it any more
  const code = await new Promise((resolve) => child.once("close", resolve));
  assert.equal(code, 1);
  assert.ok(!existsSync(join(directory, "report.html")));
  assert.ok(!readdirSync(directory).some((name) => name.startsWith(".charts-")));
});

test("a run without simulation has no occupancy charts but is complete otherwise", (t) => {
  const directory = makeSample(scratch(t), { ...world, care: false, optional: false });
  assert.equal(render(directory, "--quiet").status, 0);
  const names = readdirSync(join(directory, "charts"));
  assert.ok(!names.some((name) => name.startsWith("occupancy")) && names.includes("gap-region-tsb.svg"));
});
