// The page in Debian's Firefox, over WebDriver BiDi: opened from a file, three what-ifs by form, saved. What the browser asks for is
// read from its own events.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { command, fromPlots, pageOf, regionIn, workFolder } from "./helpers.mjs";

const FIREFOX = "/usr/bin/firefox-esr";
const puppeteer = fromPlots("puppeteer-core");
const folder = workFolder(),
  saved = join(folder, "saved");
const LONG = { timeout: 120_000 };
let browser, region, file, page;
const requests = [],
  complaints = [];

before(async () => {
  assert.ok(existsSync(FIREFOX), `${FIREFOX} is not there; ./dev wasm installs it`);
  region = regionIn(folder, { draws: 200, replications: 4 });
  file = pageOf(region, folder);
  mkdirSync(saved);
  browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: FIREFOX,
    headless: true,
    extraPrefsFirefox: {
      "browser.download.folderList": 2,
      "browser.download.dir": saved,
      "browser.download.useDownloadDir": true,
      "browser.download.always_ask_before_handling_new_types": false,
    },
  });
  page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url())) requests.push(request.url());
  });
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(pathToFileURL(file).href);
  await page.waitForFunction(
    () => /klar og kontrollert/.test(document.querySelector(".status")?.textContent ?? ""),
    LONG,
  );
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const answered = () => page.waitForFunction(() => !document.querySelector(".full button.main")?.disabled, LONG);
const clickText = (selector, text) =>
  page.evaluate(
    (where, what) => [...document.querySelectorAll(where)].find((one) => one.textContent.includes(what)).click(),
    selector,
    text,
  );

/** The file that a click saves, once it is whole. */
async function fileOf(click, ending) {
  const earlier = new Set(readdirSync(saved));
  await click();
  for (let i = 0, before = ""; i < 100; ++i) {
    const made = readdirSync(saved).filter((name) => !earlier.has(name));
    // Firefox writes under another name first, then renames.
    if (made.length === 1 && made[0] === before && before.endsWith(ending)) return join(saved, before);
    before = made.length === 1 && statSync(join(saved, made[0])).size > 0 ? made[0] : "";
    await new Promise((done) => setTimeout(done, 200));
  }
  assert.fail(`no ${ending} was saved: ${readdirSync(saved)}`);
}

/** What was asked for beside the file itself, by the browser's events and by the page's own record. */
async function othersAskedFor() {
  const recorded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  return [...requests, ...recorded].filter((url) => !/^(data|blob):/.test(url) && url !== pathToFileURL(file).href);
}

test("it opens and asks for nothing else, and its engine gives the command's numbers", async () => {
  assert.deepEqual(await othersAskedFor(), []);
  assert.deepEqual(complaints, []);
});

test("three what-ifs are asked by form, and each can be saved as a file that the command finds sound", async () => {
  await page.click('nav a[href="#ask"]');
  await page.waitForSelector("#add-action");
  for (const [i, entry] of ["stay", "open", "close"].entries()) {
    if (i > 0) await clickText(".tools button", "Nytt");
    await page.select("#add-action", entry);
    await answered();
    assert.match(await page.$eval(".answer .headline", (one) => one.textContent), /gapet i 2040/);
    await page.click('nav a[href="#files"]');
    await page.waitForSelector(".files");
    const toml = await fileOf(
      () =>
        page.evaluate(() =>
          [...document.querySelectorAll(".files button")]
            .filter((one) => one.textContent.includes("som fil (.toml)"))
            .at(-1)
            .click(),
        ),
      ".toml",
    );
    const name = join(region, basename(toml));
    renameSync(toml, name);
    execFileSync(command, ["check", name, "--quiet"]);
    await page.click('nav a[href="#ask"]');
    await page.waitForSelector("#add-action");
  }
});

test("side by side they have charts, and a chart is saved as a picture", async () => {
  await page.click('nav a[href="#beside"]');
  await page.waitForSelector("table.sides thead th", LONG);
  await page.waitForSelector("figure.chart img", LONG);
  await fileOf(() => clickText("button", "Lagre som PNG"), ".png");
  assert.deepEqual(complaints, []);
  assert.deepEqual(await othersAskedFor(), []);
});
