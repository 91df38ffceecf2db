import assert from "node:assert/strict";
import { test } from "node:test";
import { chartsOf, isChartName } from "../../plots/charts/list.mjs";
import { publishedChart } from "../../plots/charts/published.mjs";
import { localeOf } from "../../plots/draw/theme.mjs";
import { renderSvg } from "../../plots/draw/vega_svg.mjs";
import { report } from "../../plots/report/page.mjs";
import { insideText, publishedRows } from "../../plots/say/published.mjs";
import { makeTexts } from "../../plots/say/texts.mjs";
import { cell, resultsOf, smallWorld } from "./helpers.mjs";

const nb = makeTexts("nb"),
  en = makeTexts("en");
const row = (trust, service, published, [low, median, high]) => [
  trust,
  service,
  2022,
  2031,
  published,
  2024,
  median,
  low,
  high,
  "Andre år",
  "Other years",
  "Melding <2024>",
];
const ROWS = [row("nord", "tsb", 0.11, [0.158, 0.195, 0.232]), row("sor", "somatikk", -0.05, [-0.08, -0.04, 0.01])];
const of = (t, published) => resultsOf(t, smallWorld([cell("nord", "tsb", 10, 15)], { published }));
const pageOf = (results, texts) =>
  report(
    results,
    texts,
    chartsOf(results, texts).map((chart) => ({ ...chart, svg: `<svg viewBox="0 0 9 9" id="${chart.name}"></svg>` })),
  );
const sectionOf = (page) => /<section id="published">(.*?)<\/section>/s.exec(page)?.[1];

test("a published projection stands beside ours with the difference in points, the years of both and why", (t) => {
  const section = sectionOf(pageOf(of(t, ROWS), nb));
  assert.match(section, /<h2>Andres framskriving ved siden av vår<\/h2>/);
  assert.match(section, /id="published"/, "the drawing");
  assert.match(
    section,
    /<th scope="row">Nord<\/th><td>Rusbehandling \(TSB\)<\/td><td>publisert 2022–2031, vår 2024–2031/,
  );
  // 19.5 − 11 points; −4 + 5.
  assert.match(
    section,
    /<td>\+11\s%<\/td><td>[^/]*\+19,5\s%<\/span> <small>\(\+15,8\s% til \+23,2\s%\)<\/small><\/td><td>\+8,5</,
  );
  assert.match(
    section,
    /<td>Somatikk<\/td>.*<td>−5\s%<\/td>.*<td>\+1,0<\/td><td>Andre år <small>Kilde: Melding &lt;2024&gt;/s,
  );
  const english = sectionOf(pageOf(of(t, ROWS), en));
  assert.match(english, /Others&#39; projection beside ours.*<td>\+8\.5<\/td><td>Other years/s);
});

test("the drawing has a diamond, a dot and an interval a row, in their places, and says how many lie within", async (t) => {
  const results = of(t, ROWS),
    chart = publishedChart(results, nb);
  assert.ok(isChartName(chart.name));
  assert.match(chart.alt, /1 av 2 publiserte tall .* Nord, Rusbehandling \(TSB\): publisert \+11\s%, vår \+19,5\s%/);
  const { intervals, ours, published } = chart.data;
  assert.deepEqual(
    [intervals, ours, published].map((marks) => marks.length),
    [3, 3, 3],
    "two rows and the key",
  );
  assert.ok(published[0].x < intervals[0].x && intervals[0].x < ours[0].x && ours[0].x < intervals[0].x2);
  assert.ok(intervals[1].x < published[1].x && published[1].x < ours[1].x);
  const svg = await renderSvg({ ...chart, locale: localeOf(nb) });
  assert.match(svg, />\+20\s%</);
  assert.equal(insideText(nb, publishedRows(of(t, [ROWS[0]]), nb)), nb.t("published.none_inside"));
  assert.equal(insideText(nb, publishedRows(of(t, [ROWS[1]]), nb)), nb.t("published.all_inside"));
});

test("a run without others' projections has neither section, nor drawing, nor a line of contents", (t) => {
  const results = of(t, undefined);
  assert.equal(publishedChart(results, nb), null);
  assert.doesNotMatch(pageOf(results, nb), /#published|id="published"/);
});

test("an interval that is the wrong way round is refused with its line", (t) => {
  assert.throws(() => of(t, [row("nord", "tsb", 0.1, [0.3, 0.2, 0.1])]), /published\.csv:2: low_above_high/);
});
