// Before anything is answered the page's base is held against what the command computed, in every region that is turned to.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

import { command, launch, ready, regionIn, workFolder } from "./helpers.mjs";

const folder = workFolder();
const people = fileURLToPath(new URL("../../scenarios/eksempel-femaar/baseline.toml", import.meta.url));
let browser, file;

before(async () => {
  file = join(folder, "framsyn.html");
  const region = join(regionIn(folder, { draws: 200, replications: 4 }), "baseline.toml");
  execFileSync(command, ["page", region, people, "--out", file, "--quiet"]);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The file with another hash of a table, as where the engine's numbers aren't those of the command. */
function otherHash(number, table) {
  const changed = readFileSync(file, "utf8").replace(/(id="regions">)([^<]*)/, (_, before, packed) => {
    const told = JSON.parse(gunzipSync(Buffer.from(packed, "base64")));
    assert.match(told.regions[number].hashes[table], /^[0-9a-f]{64}$/);
    told.regions[number].hashes[table] = "0".repeat(64);
    return before + gzipSync(JSON.stringify(told)).toString("base64");
  });
  const path = join(folder, `${number}-${table}.html`);
  writeFileSync(path, changed);
  return path;
}

async function opened(path) {
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(path).href);
  return page;
}
const refused = (page) =>
  page.waitForFunction(() => /gir ikke de samme tallene/.test(document.querySelector(".status")?.textContent ?? ""));

async function onlyTheReport(page) {
  await page.waitForSelector(".findings iframe");
  assert.deepEqual(await page.locator("nav a").allTextContents(), ["Funn"]);
}

for (const table of ["gap.csv", "need.csv"])
  test(`where ${table} of the base is another there is the report alone, in every region`, async () => {
    const page = await opened(otherHash(0, table));
    await refused(page);
    await onlyTheReport(page);
    await page.selectOption("#region", { index: 1 });
    await onlyTheReport(page);
    await page.context().close();
  });

test("a region without beds is checked by its people when somebody turns to it", async () => {
  const sound = await opened(file);
  await ready(sound);
  await sound.selectOption("#region", { index: 1 });
  await ready(sound);
  await sound.waitForSelector('nav a[href="#files"]');
  await sound.context().close();
  const other = await opened(otherHash(1, "population.csv"));
  await ready(other);
  await other.selectOption("#region", { index: 1 });
  await refused(other);
  await onlyTheReport(other);
  await other.context().close();
});

test("of two regions that are turned to one after the other the last stays, also where the first is ready later", async () => {
  const page = await opened(file);
  await ready(page);
  await page.selectOption("#region", { index: 1 });
  await ready(page);
  await page.evaluate(() => {
    const list = document.querySelector("#region");
    for (const index of [0, 1]) {
      list.selectedIndex = index;
      list.dispatchEvent(new window.Event("change", { bubbles: true }));
    }
  });
  await ready(page);
  await page.waitForTimeout(4000); // the first, with beds, takes a second
  assert.deepEqual(await page.locator("nav a").allTextContents(), ["Funn", "Ut og inn"]);
  await page.context().close();
});
