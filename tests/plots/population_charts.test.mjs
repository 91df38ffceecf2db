import assert from "node:assert/strict";
import { test } from "node:test";
import { chartsOf } from "../../plots/charts/list.mjs";
import { bothSides, stacked } from "../../plots/charts/components.mjs";
import { sideTicks } from "../../plots/charts/pyramid.mjs";
import { renderAll, renderSvg } from "../../plots/draw/vega_svg.mjs";
import { drawnAreas } from "../../plots/read/population.mjs";
import { changeParts } from "../../plots/say/population_sentences.mjs";
import { report } from "../../plots/report/page.mjs";
import { makeTexts } from "../../plots/say/texts.mjs";
import { resultsOf, smallWorld, trust } from "./helpers.mjs";

const nb = makeTexts("nb");
const only = (more) =>
  smallWorld([], {
    services: [],
    notes: [],
    scenario: { title_nb: "Prøve", title_en: "Trial", description_nb: "En prøve.", description_en: "A trial." },
    ...more,
  });
const words = (svg) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((m) => m[1].replaceAll("\u00a0", " "));
const chartNamed = (charts, name) => charts.find((chart) => chart.name === name);
const range = (a, b) => Array.from({ length: b - a + 1 }, (_, i) => a + i);

test("the fan has a panel for each age group, bands from the last observed year, and number and change at the line's end", async (t) => {
  const results = resultsOf(t, only()),
    chart = chartNamed(chartsOf(results, nb), "population-fan-nord");
  assert.equal(chart.form.marks.length, 6);
  assert.deepEqual(
    chart.data.past_0.map(({ from, to }) => [from, to]),
    [[2024, 2026]],
  );
  assert.deepEqual([chart.data.observed_0.at(-1).x, chart.data.projected_0[0].x], [2026, 2026]);
  const svg = await renderSvg(chart),
    said = words(svg),
    then = results.population.persons("nord", "90+", 2031);
  for (const text of [
    "Alle aldre, personer",
    "18–66 år, personer",
    "90 år og eldre, personer",
    "observert",
    "framskrevet, median",
    "80 % intervall",
    "95 % intervall",
    nb.number(then.q50),
  ])
    assert.ok(said.includes(text), text);
  assert.ok(said.some((text) => /^[+−]\d+(,\d)? %$/.test(text)));
  for (const name of ["band_95_0", "band_80_5", "median_3", "observed_2"])
    assert.match(svg, new RegExp(`${name}_marks"[^>]*><path`), name);
});

test("components are stacked to both sides of zero and add up to the change in population", (t) => {
  const year = { year: 2030, natural: -3, internal: -2, outside: 7, correction: 1 };
  assert.deepEqual(
    stacked(year, ["natural", "internal", "outside", "correction"]).map(({ low, high }) => [low, high]),
    [
      [-3, 0],
      [-5, -3],
      [0, 7],
      [7, 8],
    ],
  );
  const results = resultsOf(t, only()),
    total = (y) => results.population.persons("nord", "all", y)?.q50;
  for (const { year: y, total: change } of changeParts(results, "nord").filter((row) => total(row.year + 1)))
    assert.ok(Math.abs(total(y + 1) - total(y) - change) < 1e-6, `${y}`);
});

test("moves between the areas aren't named for their sum, nor a correction that is nought everywhere", async (t) => {
  const charts = chartsOf(resultsOf(t, only()), nb);
  const region = words(await renderSvg(chartNamed(charts, "population-components-region"))),
    one = words(await renderSvg(chartNamed(charts, "population-components-nord")));
  const between = "Nettoflytting mellom områdene",
    correction = "Korreksjon til offisielle tall";
  assert.ok(!region.includes(between) && !region.includes(correction) && !one.includes(correction));
  const raked = chartsOf(
    resultsOf(
      t,
      only({
        correction: 20,
        trusts: [
          { ...trust("nord", "Nord"), people: 1000 },
          { ...trust("sor", "Sør"), people: 90_000 },
        ],
      }),
    ),
    nb,
  );
  const said = words(await renderSvg(chartNamed(raked, "population-components-nord")));
  assert.ok(said.includes(between) && said.includes(correction) && said.includes("Endring i folketallet"));
});

test("the dependency chart names every area at its line and shades the region's bands alone", async (t) => {
  const results = resultsOf(t, only()),
    chart = chartNamed(chartsOf(results, nb), "old-age-dependency");
  const said = words(await renderSvg(chart));
  for (const name of ["Nord", "Sør", "Helse Prøve"])
    assert.ok(
      said.some((text) => new RegExp(`^${name}: \\d+,\\d$`).test(text)),
      name,
    );
  assert.ok(said.includes("80 % intervall, Helse Prøve"));
  assert.deepEqual([...new Set(chart.data.areas.map((row) => row.area))], ["nord", "sor"]);
});

test("axis limits on both sides hold the data with a tick at zero; a pyramid's ticks keep their distance", () => {
  for (const [low, high] of [
    [-180, 560],
    [0, 3],
    [-7000, 0],
    [0, 0],
    [-1, 120_000],
  ]) {
    const { min, max, ticks } = bothSides(low, high);
    assert.ok(min <= low && max >= high && max > min && ticks.includes(0) && ticks.length <= 9, `${ticks}`);
  }
  assert.deepEqual(
    [640, 1060, 790, 31_000].map((most) => sideTicks(most, () => 30)),
    [
      [200, 400, 600],
      [500, 1000],
      [200, 400, 600],
      [10_000, 20_000, 30_000],
    ],
  );
  assert.deepEqual(
    sideTicks(1400, () => 46),
    [500, 1000],
  );
});

test("more than twelve areas are not drawn one by one, and the report says so; a single area isn't drawn again as its sum", async (t) => {
  const many = range(1, 13).map((i) => ({ ...trust(`a${i}`, `Område ${i}`), people: 1000 * i }));
  const results = resultsOf(t, only({ trusts: many, years: [2024, 2025, 2026, 2027] })),
    charts = await renderAll(chartsOf(results, nb));
  assert.deepEqual(
    charts.map((chart) => chart.name),
    ["old-age-dependency", "population-fan-region", "population-components-region", "pyramid-region"],
  );
  const page = report(results, nb, charts);
  assert.match(page, /Kjøringen har 13 områder: bare Helse Prøve er tegnet/);
  assert.match(page, /Område 13/);
  assert.deepEqual(
    drawnAreas([{ id: "a" }, { id: "region", isRegion: true }]).map((area) => area.id),
    ["a"],
  );
});

test("odd populations are drawn too: long horizons, one year, one path, all observed, very large, empty, long names", async (t) => {
  const long = "Kommunene i det ytterste & innerste <havet> langs kysten av det lange nord og øyene der ute";
  const place = (more) => ({ trusts: [{ ...trust("nord", "Nord"), ...more }] });
  const worlds = [
    { years: range(1950, 2100), baseYear: 1950, observed: 2024, ...place({ people: 5_600_000 }) },
    { years: [2024] },
    { spread: 0 },
    { observed: 2031 },
    { observed: 2040 },
    { observed: 2020 },
    place({ people: 380_000_000 }),
    place({ people: 0 }),
    place({ people: 3 }),
    place({ name: long, short: long }),
    { spread: 0.2 },
  ];
  for (const [i, one] of worlds.entries()) {
    const lang = i % 2 ? "en" : "nb",
      results = resultsOf(t, only(one)),
      charts = await renderAll(chartsOf(results, makeTexts(lang)));
    for (const chart of charts) {
      assert.doesNotMatch(chart.svg, /NaN|undefined|Infinity|<havet>/, `${i} ${chart.name}`);
      const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(chart.svg).map(Number);
      assert.ok(width > 300 && width < 1600 && height > 300 && height < 1200, `${i} ${chart.name} ${width} ${height}`);
    }
    assert.doesNotMatch(report(results, makeTexts(lang), charts), /NaN|undefined|Infinity/);
  }
});

test("the same population gives the same drawings, whatever came before", async (t) => {
  const results = resultsOf(t, only()),
    once = (await renderAll(chartsOf(results, nb))).map((chart) => chart.svg);
  const again = [];
  for (const chart of [...chartsOf(results, nb)].reverse()) again.unshift(await renderSvg(chart));
  assert.deepEqual(once, again);
});
