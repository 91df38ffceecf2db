import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folderSource } from "../../plots/machine/folder.mjs";
import { loadResults } from "../../plots/read/results.mjs";
import { direction, percentChange, populationFinding, signedPersons } from "../../plots/say/population_sentences.mjs";
import { makeTexts } from "../../plots/say/texts.mjs";
import { RENDER, cell, resultsOf, scratch, smallWorld, trust } from "./helpers.mjs";
import { makeSample } from "./make_sample.mjs";

const nb = makeTexts("nb"),
  en = makeTexts("en");
const only = (more) =>
  smallWorld([], {
    services: [],
    notes: [],
    scenario: { title_nb: "Prøve", title_en: "Trial", description_nb: "En prøve.", description_en: "A trial." },
    ...more,
  });
const render = (...args) => spawnSync(process.execPath, [RENDER, ...args], { encoding: "utf8" });
const plain = (text) => text.replaceAll("\u00a0", " ");

test("a change has a sign and one decimal below ten per cent; nothing to start from gives no per cent", () => {
  const said = [
    [100, 112],
    [100, 103.44],
    [100, 96.56],
    [100, 100.01],
    [100, 40],
    [0, 5],
  ].map(([from, to]) => plain(percentChange(nb, from, to)));
  assert.deepEqual(said, ["+12 %", "+3,4 %", "−3,4 %", "0 %", "−60 %", "–"]);
  assert.equal(percentChange(en, 100, 103.44), "+3.4%");
  assert.deepEqual(
    [1234.4, -1234.4, 0.3, -0.3].map((value) => plain(signedPersons(nb, value))),
    ["+1 234", "−1 234", "0", "0"],
  );
});

test("the way of the population is said only where the 80 % interval holds one way", () => {
  const results = { population: { random: true } },
    now = { q50: 1000 };
  const ways = [
    [1010, 1050, 1100],
    [900, 950, 990],
    [950, 1050, 1100],
    [990, 1000.2, 1010],
  ].map(([q10, q50, q90]) => direction(results, now, { q10, q50, q90 }));
  assert.deepEqual(ways, ["rises", "falls", "either", "same"]);
  assert.equal(direction({ population: { random: false } }, now, { q10: 1050, q50: 1050, q90: 1050 }), "rises");
});

test("the finding tells total, 67 and over and 80 and over with their intervals, in figures of the file", (t) => {
  const results = resultsOf(
    t,
    only({
      trusts: [trust("nord", "Nord", "Nord"), trust("sor", "Sør", "Sør")].map((one) => ({ ...one, drift: 0.01 })),
      spread: 0.002,
    }),
  );
  const { headline, lead } = populationFinding(results, nb);
  assert.equal(plain(headline), "Folketallet i Helse Prøve øker trolig fra 20 000 i 2024 til 21 400 i 2031 (+7,0 %)");
  assert.match(plain(lead[0]), /^80 % intervall for folketallet i 2031: 21 126 til 21 674\.$/);
  const then = results.population.persons("region", "67+", 2031);
  const [q10, q50, q90] = [then.q10, then.q50, then.q90].map((value) => plain(nb.number(value)));
  const change = `fra [\\d ]+ i 2024 til ${q50} i 2031 \\(\\+\\d+(,\\d)? %\\)`;
  assert.match(plain(lead[1]), new RegExp(`^67 år og eldre: ${change}, 80 % intervall ${q10} til ${q90}\\.$`));
  assert.match(lead[2], /^80 år og eldre: /);
  assert.match(lead[3], /^Per 100 personer på 20–66 år er det \d+,\d på 67 år og eldre i 2031, mot \d+,\d i 2024\.$/);
});

test("decline, a projection without draws and both ways are told as such, in both languages", (t) => {
  const falling = (more) =>
    resultsOf(t, only({ trusts: [{ ...trust("nord", "Nord", "Nord"), drift: -0.01 }], ...more }));
  const single = falling({ spread: 0 });
  assert.match(populationFinding(single, nb).headline, /^Folketallet i Nord synker trolig fra /);
  assert.doesNotMatch(populationFinding(single, nb).lead.join(" "), /intervall/);
  assert.match(
    populationFinding(falling({ spread: 0.03 }), en).headline,
    /^The population of Nord may rise or fall up to 2031: median 9,300, against 10,000 in 2024 \(−7\.0%\)$/,
  );
});

test("population alone is told up to the last 1 January, where the context names it", (t) => {
  const directory = makeSample(scratch(t), only()),
    path = join(directory, "context.json"),
    context = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, JSON.stringify({ ...context, population_last_year: 2032 }));
  assert.match(populationFinding(loadResults(folderSource(directory)), nb).headline, / 2032/);
  writeFileSync(path, JSON.stringify({ ...context, population_last_year: 2040 }));
  assert.throws(() => loadResults(folderSource(directory)), { key: "bad_context" });
});

test("without files of quantiles, or with a single year, nothing is found, and nothing breaks", (t) => {
  assert.equal(populationFinding(resultsOf(t, only({ years: [2024] })), nb), null);
  assert.equal(populationFinding(resultsOf(t, only({ quantiles: false })), nb), null);
});

test("a folder with population alone gives population charts and a report that begins with the finding", (t) => {
  const directory = makeSample(scratch(t), only());
  assert.ok(!readdirSync(directory).some((name) => /gap|need|capacity|change/.test(name)));
  const { status, stderr } = render(directory, "--quiet");
  assert.equal(status, 0, stderr);
  const svgs = readdirSync(join(directory, "charts")).filter((name) => name.endsWith(".svg"));
  assert.deepEqual(
    svgs,
    [
      ...["components", "fan"].flatMap((kind) => ["nord", "region", "sor"].map((id) => `population-${kind}-${id}.svg`)),
      ...["nord", "region", "sor"].map((id) => `pyramid-${id}.svg`),
      "old-age-dependency.svg",
    ].sort(),
  );
  const page = readFileSync(join(directory, "report.html"), "utf8");
  assert.match(page, /<h1>Folketallet i Helse Prøve /);
  assert.deepEqual(
    [...page.matchAll(/<section id="(\w+)"/g)].map((m) => m[1]),
    ["population", "assumptions", "method"],
  );
  assert.doesNotMatch(
    page.slice(page.indexOf("<body>")).replace(/<section id="assumptions".*?<\/section>/s, ""),
    /plasser|helseforetak|kapasitet|undefined|NaN/i,
  );
});

test("in a full run the population stands after the gap charts, and the first screen is as before", (t) => {
  const directory = makeSample(scratch(t), smallWorld([cell("nord", "tsb", 10, 15)]));
  assert.equal(render(directory, "--quiet").status, 0);
  const page = readFileSync(join(directory, "report.html"), "utf8");
  const ids = [...page.matchAll(/<section id="(\w+)"/g)].map((m) => m[1]);
  assert.deepEqual(ids.slice(ids.indexOf("risk"), ids.indexOf("risk") + 4), ["risk", "gap", "population", "change"]);
  assert.doesNotMatch(page.slice(0, page.indexOf("<nav")), /Folketallet/);
});

test("a missing quantile, a double row and an unknown part are named with file and line", (t) => {
  const spoil = (file, change) => {
    const directory = makeSample(scratch(t), only());
    const path = join(directory, file);
    writeFileSync(path, change(readFileSync(path, "utf8")));
    return render(directory).stderr;
  };
  assert.match(
    spoil("population_quantiles.csv", (text) => text.replace(/\nnord,2027,both,80-89,0\.9,.*/, "")),
    /^population_quantiles\.csv: mangler kvantil 0\.9 av 80-89 for nord, 2027\n$/,
  );
  assert.match(
    spoil("population_indicators.csv", (text) => `${text}nord,2027,mean_age,0.5,42\n`),
    /^population_indicators\.csv:\d+: raden for nord, mean_age, 2027 står to ganger\n$/,
  );
  assert.match(
    spoil("components.csv", (text) => text.replace(",births,", ",storks,")),
    /^components\.csv:2: ukjent verdi 'storks' i kolonnen 'component'\n$/,
  );
  assert.match(
    spoil("population_quantiles.csv", (text) => text.replace("\nsor,", "\nvest,")),
    /^population_quantiles\.csv:\d+: ukjent helseforetak 'vest'/,
  );
  assert.match(
    spoil("population.csv", (text) => `${text}MMMM,nord,2024`),
    /^population\.csv:\d+: siste linje er ikke avsluttet/,
  );
});

test("population.csv alone is still drawn as before; it may not be absent", (t) => {
  const directory = makeSample(scratch(t), only({ quantiles: false }));
  assert.equal(render(directory, "--quiet").status, 0);
  assert.deepEqual(
    readdirSync(join(directory, "charts")).filter((name) => name.endsWith(".svg")),
    ["pyramid-nord.svg", "pyramid-region.svg", "pyramid-sor.svg"],
  );
  assert.match(readFileSync(join(directory, "report.html"), "utf8"), /hovedalternativet \(MMMM\)/);
  rmSync(join(directory, "population.csv"));
  assert.match(render(directory).stderr, /^population\.csv: filen mangler\n$/);
});

test("an indicator without a value is no chart, not a broken run", (t) => {
  const directory = makeSample(scratch(t), only({ trusts: [trust("nord", "Nord", "Nord")] }));
  const path = join(directory, "population_indicators.csv");
  writeFileSync(path, readFileSync(path, "utf8").replace(/^(nord,2030,old_age_dependency,[\d.]+),.*$/gm, "$1,"));
  appendFileSync(path, "nord,2024,life_expectancy,0.5,\n");
  assert.match(render(directory).stderr, /mangler kvantil .* life_expectancy/, "a new indicator must be whole too");
  writeFileSync(path, readFileSync(path, "utf8").replace(/.*life_expectancy.*\n/, ""));
  assert.equal(render(directory, "--quiet").status, 0);
  assert.ok(!readdirSync(join(directory, "charts")).includes("old-age-dependency.svg"));
  assert.ok(loadResults(folderSource(directory)).population.persons("nord", "all", 2030).q50 > 0);
});
