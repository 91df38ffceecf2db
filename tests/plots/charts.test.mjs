import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { chartsOf, isChartName } from "../../plots/charts/list.mjs";
import { renderSvg } from "../../plots/draw/vega_svg.mjs";
import { folderSource } from "../../plots/machine/folder.mjs";
import { loadResults } from "../../plots/read/results.mjs";
import { memorySource } from "../../plots/read/source.mjs";
import { makeTexts } from "../../plots/say/texts.mjs";
import { cell, resultsOf, scratch, smallWorld } from "./helpers.mjs";
import { makeSample } from "./make_sample.mjs";

const nb = makeTexts("nb");
const plan = [
  {
    id: "a",
    trust: "nord",
    service: "tsb",
    site: "By",
    tier: "staffed",
    date: "2026-04-01",
    beds: 3,
    plan: "planned",
    status: "derived",
    source: "",
    label_nb: "Nytt bygg",
    label_en: "New building",
  },
];
const world = (more) =>
  smallWorld([cell("nord", "tsb", 10, 15), cell("sor", "tsb", 20, 12), cell("nord", "akutt", 5, 9, "not-identified")], {
    plan,
    ...more,
  });

const chartNamed = (charts, name) => charts.find((chart) => chart.name === name);
/** The drawing inside the group of the named layer. */
const layer = (svg, name) => new RegExp(`class="[^"]*${name}_marks"[^>]*>(.*?)</g>`, "s").exec(svg)?.[1] ?? "";
const words = (svg) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((m) => m[1]);

test("there is a gap chart per offered trust and service, and per service for the region", (t) => {
  const names = chartsOf(resultsOf(t, world()), nb).map((chart) => chart.name);
  assert.deepEqual(names.filter((name) => name.startsWith("gap-")).sort(), [
    "gap-nord-akutt",
    "gap-nord-tsb",
    "gap-region-akutt",
    "gap-region-tsb",
    "gap-sor-tsb",
  ]);
  for (const name of ["risk", "change-tsb", "occupancy-tsb", "pyramid-nord", "pyramid-region"])
    assert.ok(names.includes(name), name);
});

test("every drawing has a name of its kind, by which it is known again", (t) => {
  for (const { name } of chartsOf(resultsOf(t, world()), nb)) assert.ok(isChartName(name), name);
  assert.deepEqual(["gap-gone-tsb", "risk", "risk-2", "my-gap-nord", "note"].map(isChartName), [
    true,
    true,
    false,
    false,
    false,
  ]);
});

test("a gap chart of an identified cell has both bands, need, capacity, shaded shortage, opening and direct labels", async (t) => {
  const chart = chartNamed(chartsOf(resultsOf(t, world()), nb), "gap-nord-tsb");
  const svg = await renderSvg(chart);
  for (const name of ["band_95", "band_80", "need", "capacity", "openings"])
    assert.match(layer(svg, name), /<(path|line) /, name);
  assert.match(svg, /#a65a86/, "shortage is shaded");
  const said = words(svg);
  assert.ok(said.includes("95 % intervall") && said.includes("80 % intervall"));
  assert.ok(said.some((text) => /^Framskrevet behov: 1[45]/.test(text)) && said.includes("Bemannet kapasitet: 13"));
  assert.ok(said.some((text) => /^Underdekning: \d,\d$/.test(text)));
  assert.ok(said.includes("april 2026: +3 Nytt bygg (planlagt)"));
  assert.match(svg, /^<svg role="img" aria-label="Nord, rusbehandling/);
});

test("where the level wasn't counted the figure says so with its verdict, the band is muted and no shortage is drawn", async (t) => {
  const svg = await renderSvg(chartNamed(chartsOf(resultsOf(t, world()), nb), "gap-nord-akutt"));
  assert.match(svg, />Nivået i 2024 er ikke talt\. 2031: mangel</, "9 beds needed, 5 there: short at both ends");
  assert.doesNotMatch(svg, /kan ikke vurderes/i);
  assert.doesNotMatch(svg, /#a65a86|Underdekning:|#94bee3|#0b4f8f/);
});

test("years that rest on an assumption are neither shaded nor counted as a shortage", async (t) => {
  const results = resultsOf(t, world());
  for (const row of results.gap.get("nord|tsb").values()) if (row.year > 2028) row.evidence = "assumed";
  const chart = chartNamed(chartsOf(results, nb), "gap-nord-tsb");
  assert.equal(
    Math.max(...chart.data.shortage.map((point) => point.x)),
    2028.5,
    "half a year after the last judged one",
  );
  const said = words(await renderSvg(chart));
  assert.ok(said.includes("Ikke talt nivå eller kapasitet i 2029–2031"));
  assert.ok(
    said.includes("Median behov er over kapasiteten i 2024–2028.") &&
      !said.some((text) => text.startsWith("Underdekning:")),
  );
});

test("an opening's own words are enough where they say how many", async (t) => {
  const own = [{ ...plan[0], label_nb: "Nytt bygg +3", label_en: "New building +3", date: "2026-01-01" }];
  const said = words(await renderSvg(chartNamed(chartsOf(resultsOf(t, world({ plan: own })), nb), "gap-nord-tsb")));
  assert.ok(said.includes("2026: Nytt bygg +3 (planlagt)"), said.join("; "));
});

test("the risk table shows beds and P by both rules, and the region as at least one trust without netting", async (t) => {
  const results = resultsOf(t, world());
  const chart = chartNamed(chartsOf(results, nb), "risk"),
    said = words(await renderSvg(chart));
  const [short, ample] = ["nord|tsb", "sor|tsb"].map((cell) => results.gap.get(cell).get(2024).gap);
  assert.ok(short < -4 && ample > 7, "15 needed of 10, 12 of 20");
  assert.ok(said.includes(`● ${nb.signed(short)}`) && said.includes(`○ ${nb.signed(ample)}`));
  const chances = said.filter((text) => text.includes("\u00a0/\u00a0"));
  assert.ok(chances.length > 0 && chances.every((text) => /^\S+\s\/\s\S+$/.test(text)), "by both rules");
  assert.ok(said.includes("0\u00a0/\u00a00"), "both rules agree that sor has plenty");
  const region = results.verdicts.get("region|tsb").get(2024);
  assert.deepEqual([region.verdict, region.p_utilisation], ["short", 1], "the spare beds of one don't help the other");
  assert.ok(said.includes("minst ett foretak"));
  assert.equal(said.filter((text) => text === nb.signed(ample)).length > 0, true, "spare stands on a line of its own");
  assert.doesNotMatch(await renderSvg(chart), /fill="(green|yellow|red|#0f0|#ff0|#f00)"/i);
});

test("a box of an open level has the colours of both ends and is hatched where they differ", async (t) => {
  const open = (need) =>
    chartNamed(chartsOf(resultsOf(t, smallWorld([cell("nord", "akutt", 10, need, "not-identified")])), nb), "risk");
  const hatched = (chart) => chart.data.hatch.length;
  const onlyKey = hatched(open(4)); // nok at both ends: the key alone is hatched
  assert.ok(hatched(open(10)) > onlyKey + 100, "8.5 and 11.5 needed of 10");
  assert.equal(hatched(open(20)), onlyKey, "short at both ends");
});

test("a range in the risk table says 'til' between its ends, each with its sign, and leaves its box nowhere", async (t) => {
  const open = smallWorld([cell("nord", "akutt", 10, 10, "not-identified")]),
    said = words(await renderSvg(chartNamed(chartsOf(resultsOf(t, open), nb), "risk")));
  assert.ok(
    said.some((text, i) => /^−\d,\d til$/.test(text) && /^\+\d,\d$/.test(said[i + 1])),
    "8.5 and 11.5 needed of 10, on two lines beside the strips",
  );
  assert.ok(said.includes("0 til 100"), "P on one line");
  assert.ok(
    said.every((text) => !/\d:\S*\d|\d\S*–\S*>/.test(text)),
    said.join("; "),
  );
});

test("the region's sum is no shortage and passes nothing: what trusts lack and have is told apart", async (t) => {
  const own = smallWorld([cell("nord", "tsb", 10, 8, "derived", { trend: 0.08 }), cell("sor", "tsb", 20, 16)]);
  const charts = chartsOf(resultsOf(t, own), nb),
    region = chartNamed(charts, "gap-region-tsb"),
    nord = chartNamed(charts, "gap-nord-tsb");
  assert.deepEqual([region.data.shortage, region.data.crossing], [[], []]);
  assert.match(region.title, /foretakenes kapasitet og behov summert/);
  assert.match(
    region.alt,
    /I 2031 mangler \d,\d summert over foretakene, og \d,\d er ledig summert\. Det tegnede er en sum, ikke/,
  );
  assert.doesNotMatch(region.alt, /Median behov/);
  const said = words(await renderSvg(region));
  assert.ok(said.some((text) => /^Mangler, summert: \d,\d$/.test(text)) && !said.join().includes("Underdekning"));
  assert.equal(nord.data.crossing.length, 1);
  assert.match(nord.alt, new RegExp(`Ring: her passerer median behov kapasiteten \\(${nord.data.crossing[0].x}\\)`));
});

test("a gap is drawn apart: bars that begin where the last ended, down to the mean, each kind with a pattern of its own", async (t) => {
  const own = smallWorld([
    cell("nord", "tsb", 10, 15, "derived", { trend: 0.05, stock: 0.5 }),
    cell("sor", "tsb", 20, 12),
  ]);
  const results = resultsOf(t, { ...own, plan }),
    all = chartsOf(results, nb).filter((chart) => chart.name.startsWith("parts-"));
  assert.deepEqual(
    all.map((chart) => chart.name),
    ["parts-nord-tsb"],
    "sor has enough",
  );
  const [chart] = all,
    bars = chart.data.boxes.filter((box) => box.y > 0);
  assert.deepEqual(
    bars.map((box) => box.kind),
    ["counted", "plan", "projected", "projected", "projected", "assumed", "policy", "sum"],
  );
  const ends = (box) => [box.x, box.x2];
  for (let i = 1; i < bars.length; ++i)
    assert.ok(
      ends(bars[i]).some((x) => ends(bars[i - 1]).some((end) => Math.abs(end - x) < 1e-6)),
      `bar ${i}`,
    );
  const patterns = new Set(
    ["assumed", "plan", "policy"].map((kind) => {
      const { x, x2, y, y2 } = chart.data.hatch.find((line) =>
        chart.data.boxes.some(
          (box) => box.kind === kind && line.y >= box.y && line.y2 <= box.y2 && line.x >= box.x && line.x2 <= box.x2,
        ),
      );
      return x === x2 ? "upright" : y === y2 ? "level" : "slanted";
    }),
  );
  assert.equal(patterns.size, 3);
  assert.ok(words(await renderSvg(chart)).includes("Dømte (antatt)"));
  const figures = chart.data.words.filter((one) => /^[+−]\d/.test(one.text) && one.py > 0),
    sum = figures[figures.length - 1];
  assert.ok(sum.align === "right" && sum.px < bars[bars.length - 1].x, "what is short stands on its own side");
});

test("the same results give the same drawing, and each drawing has ids of its own", async (t) => {
  const results = resultsOf(t, world());
  const once = await Promise.all(chartsOf(results, nb).map(renderSvg));
  const again = [];
  for (const chart of [...chartsOf(results, nb)].reverse()) again.unshift(await renderSvg(chart));
  assert.deepEqual(once, again);
  const ids = once.flatMap((svg) => [...new Set([...svg.matchAll(/\bid="([^"]+)"/g)].map((m) => m[1]))]);
  assert.equal(new Set(ids).size, ids.length);
});

test("texts in memory give the same charts as files in a folder", (t) => {
  const directory = makeSample(scratch(t), world());
  const files = readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), "utf8")]);
  const fromMemory = loadResults(memorySource(Object.fromEntries(files)));
  assert.deepEqual(chartsOf(fromMemory, nb), chartsOf(loadResults(folderSource(directory)), nb));
});

test("drawings fetch nothing", async (t) => {
  for (const chart of chartsOf(resultsOf(t, world()), nb))
    assert.doesNotMatch(
      (await renderSvg(chart)).replaceAll(/xmlns(:xlink)?="[^"]*"/g, ""),
      /https?:|@import|url\((?!#)/,
    );
});

test("odd worlds are drawn too: zero capacity, one year, one trust, names that are long or need escaping", async (t) => {
  const long = "Helseforetaket for de ytterste & innerste <øyer> i det lange nord";
  const worlds = [
    world({ cells: [cell("nord", "tsb", 0, 3)], plan: [] }),
    world({ years: [2024] }),
    smallWorld([cell("nord", "tsb", 10, 12)], {
      trusts: [{ id: "nord", name: long, short: long, people: 500, drift: 0 }],
    }),
    world({ care: false, optional: false }),
    world({ years: [2025, 2026, 2027], baseYear: 2025 }),
  ];
  for (const one of worlds)
    for (const chart of chartsOf(resultsOf(t, one), nb)) {
      const svg = await renderSvg(chart);
      assert.doesNotMatch(svg, /NaN|undefined|Infinity|<øyer>/, chart.name);
    }
});
