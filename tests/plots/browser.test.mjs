import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { chartsOf, COMPARISON_CHARTS } from "../../plots/charts/list.mjs";
import { renderAll } from "../../plots/draw/vega_svg.mjs";
import { folderSource } from "../../plots/machine/folder.mjs";
import { loadComparison } from "../../plots/read/comparison.mjs";
import { loadResults } from "../../plots/read/results.mjs";
import { comparisonPage } from "../../plots/report/comparison.mjs";
import { report } from "../../plots/report/page.mjs";
import { makeTexts } from "../../plots/say/texts.mjs";
import { makeComparison, patientRow } from "./make_comparison.mjs";
import { makeSample } from "./make_sample.mjs";

const CHROMIUM = "/usr/bin/chromium";
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const options = existsSync(CHROMIUM) ? {} : { skip: `${CHROMIUM} is not installed` };

/** So that the table of patients is there too. */
const PATIENTS = [patientRow("plan-flere", "wait_mean", "days", [-3, -8, 2])];

let directory, browser, address, peopleAddress, comparedAddress;

before(async () => {
  if (options.skip) return;
  directory = mkdtempSync(join(tmpdir(), "framsyn-browser-"));
  const results = loadResults(folderSource(makeSample(directory))),
    texts = makeTexts("nb");
  writeFileSync(join(directory, "report.html"), report(results, texts, await renderAll(chartsOf(results, texts))));
  address = pathToFileURL(join(directory, "report.html")).href;
  const people = loadResults(
    folderSource(makeSample(join(directory, "people"), { services: [], cells: [], plan: [], notes: [] })),
  );
  writeFileSync(join(directory, "people.html"), report(people, texts, await renderAll(chartsOf(people, texts))));
  peopleAddress = pathToFileURL(join(directory, "people.html")).href;
  const compared = loadComparison(folderSource(makeComparison(join(directory, "compared"), { patients: PATIENTS })));
  const drawings = await renderAll(chartsOf(compared, texts, COMPARISON_CHARTS));
  writeFileSync(join(directory, "comparison.html"), comparisonPage(compared, texts, drawings));
  comparedAddress = pathToFileURL(join(directory, "comparison.html")).href;
  const { chromium } = createRequire(new URL("../../plots/package.json", import.meta.url))("playwright-core");
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
});

after(async () => {
  await browser?.close();
  if (directory) rmSync(directory, { recursive: true, force: true });
});

async function open(width, height, file = address) {
  const page = await browser.newPage({ viewport: { width, height } });
  const requests = [],
    complaints = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(file, { waitUntil: "load" });
  return { page, requests, complaints };
}

test("the report opens from a file with one request, itself, and without complaints", options, async () => {
  const { page, requests, complaints } = await open(1280, 900);
  assert.deepEqual(
    requests.filter((url) => !url.startsWith("data:")),
    [address],
  );
  assert.deepEqual(complaints, []);
  await page.close();
});

test("the first screen holds the finding, the sourced inputs and the first judged figures", options, async () => {
  const { page } = await open(1280, 900);
  assert.match(await page.textContent("h1"), /mangler trolig/);
  for (const selector of ["h1", "#glance table", ".lead li"]) {
    const box = await page.locator(selector).first().boundingBox();
    assert.ok(box && box.y >= 0 && box.y + box.height <= 900, selector);
  }
  assert.match(await page.textContent("#judged"), /allerede i 2024/);
  await page.close();
});

test("nothing is wider than the window at 1280 and at 400 pixels", options, async () => {
  for (const [width, height] of [
    [1280, 900],
    [400, 800],
  ]) {
    const { page } = await open(width, height);
    await page.evaluate(() => {
      for (const d of document.querySelectorAll("details")) d.open = true;
    });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${width}`);
    await page.close();
  }
});

test("a comparison opens by itself, has its finding and settings first, and fits a phone", options, async () => {
  for (const [width, height] of [
    [1280, 900],
    [390, 844],
  ]) {
    const { page, requests, complaints } = await open(width, height, comparedAddress);
    assert.deepEqual([requests.filter((url) => !url.startsWith("data:")), complaints], [[comparedAddress], []]);
    for (const selector of width > 1000 ? ["h1", ".lead", "#settings h2"] : ["h1"]) {
      const box = await page.locator(selector).first().boundingBox();
      assert.ok(box && box.y >= 0 && box.y + box.height <= height, `${selector} at ${width}`);
    }
    await page.evaluate(() => {
      for (const d of document.querySelectorAll("details")) d.open = true;
    });
    const facts = await page.evaluate(() => ({
      fits: document.documentElement.scrollWidth <= window.innerWidth,
      h1: document.querySelectorAll("h1").length,
      scripts: document.querySelectorAll("script").length,
      tablesWithout: [...document.querySelectorAll("table")].filter(
        (table) => !table.caption || !table.querySelector("th[scope=col]"),
      ).length,
      drawings: document.querySelectorAll("svg[role=img][aria-label]").length,
      deadLinks: [...document.querySelectorAll("a[href^='#']")].filter(
        (a) => !document.getElementById(a.getAttribute("href").slice(1)),
      ).length,
      twice: [...document.querySelectorAll("[id]")].map((e) => e.id).filter((id, i, all) => all.indexOf(id) !== i),
      cut: [...document.querySelectorAll("svg text")]
        .filter((text) => {
          const own = text.getBoundingClientRect(),
            svg = text.closest("svg").getBoundingClientRect();
          return own.left < svg.left - 1 || own.right > svg.right + 1 || own.bottom > svg.bottom + 1;
        })
        .map((text) => text.textContent),
    }));
    const whole = { fits: true, h1: 1, scripts: 0, tablesWithout: 0, drawings: 3, deadLinks: 0, twice: [], cut: [] };
    assert.deepEqual(facts, whole);
    await page.close();
  }
});

test("headings, tables, drawings and links are what a screen reader needs", options, async () => {
  const { page } = await open(1280, 900);
  const facts = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    h1: document.querySelectorAll("h1").length,
    tablesWithout: [...document.querySelectorAll("table")].filter(
      (table) => !table.caption || !table.querySelector("th[scope=col]"),
    ).length,
    drawingsWithout: [...document.querySelectorAll("svg")].filter(
      (svg) => svg.getAttribute("role") !== "img" || !svg.getAttribute("aria-label"),
    ).length,
    drawings: document.querySelectorAll("svg").length,
    deadLinks: [...document.querySelectorAll("a[href^='#']")].filter(
      (a) => !document.getElementById(a.getAttribute("href").slice(1)),
    ).length,
    twice: [...document.querySelectorAll("[id]")].map((e) => e.id).filter((id, i, all) => all.indexOf(id) !== i),
  }));
  assert.deepEqual(
    { ...facts, drawings: facts.drawings > 50 },
    { lang: "nb", h1: 1, tablesWithout: 0, drawingsWithout: 0, drawings: true, deadLinks: 0, twice: [] },
  );
  await page.close();
});

test("assumptions are filtered by status without any script", options, async () => {
  const { page } = await open(1280, 900);
  assert.equal(await page.locator("script").count(), 0);
  await page.evaluate(() => {
    for (const d of document.querySelectorAll("#assumptions details")) d.open = true;
  });
  await page.check("#show-assumed");
  assert.equal(await page.locator("#assumptions tr.is-observed:visible").count(), 0);
  assert.ok((await page.locator("#assumptions tr.is-assumed:visible").count()) > 0);
  await page.close();
});

test("a level that nobody counted has its verdict over a range, and its sentence fits a phone", options, async () => {
  const { page } = await open(390, 844);
  const judged = await page.textContent("#judged");
  assert.match(judged, /Intensiv, kategori 2.*kommer an på.*\(sett\).*Mangel i 2040 dersom UNN i 2024 hadde mer enn/s);
  assert.doesNotMatch(await page.textContent("main"), /kan ikke vurderes/i);
  const box = await page.locator("#judged tr.said div").first().boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 390, "read without scrolling sideways");
  await page.close();
});

test(
  "a report about population alone has its finding on the first screen, fits a phone and cuts off no label",
  options,
  async () => {
    for (const [width, height] of [
      [1280, 900],
      [390, 844],
    ]) {
      const { page, requests, complaints } = await open(width, height, peopleAddress);
      assert.deepEqual([requests.filter((url) => !url.startsWith("data:")), complaints], [[peopleAddress], []]);
      for (const selector of ["h1", ".lead", ".sourced"]) {
        const box = await page.locator(selector).first().boundingBox();
        assert.ok(box && box.y >= 0 && box.y + box.height <= height, `${selector} at ${width}`);
      }
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${width}`);
      const facts = await page.evaluate(() => {
        const outside = (text) => {
          const own = text.getBoundingClientRect(),
            svg = text.closest("svg").getBoundingClientRect();
          return (
            own.left < svg.left - 1 || own.right > svg.right + 1 || own.top < svg.top - 1 || own.bottom > svg.bottom + 1
          );
        };
        return {
          cut: [...document.querySelectorAll("svg text")].filter(outside).map((text) => text.textContent),
          overlapping: overlaps(),
          twice: [...document.querySelectorAll("[id]")].map((e) => e.id).filter((id, i, all) => all.indexOf(id) !== i),
        };
        function overlaps() {
          const found = [];
          for (const svg of document.querySelectorAll("svg")) {
            const boxes = [...svg.querySelectorAll("text")]
              .filter((text) => text.textContent.trim() !== "")
              .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
            boxes.forEach((a, i) =>
              boxes.slice(i + 1).forEach((b) => {
                const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left),
                  down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
                if (across > 1 && down > 4) found.push(`${a.text} / ${b.text}`);
              }),
            );
          }
          return found;
        }
      });
      assert.deepEqual(facts, { cut: [], overlapping: [], twice: [] });
      await page.close();
    }
  },
);
