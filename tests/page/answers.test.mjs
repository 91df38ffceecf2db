// What stands beside the forms: answers of few draws and of a run in full, with their verdicts, charts and pictures.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { after, before, test } from "node:test";

import {
  ask,
  fromPlots,
  goTo,
  launch,
  open,
  pageOf,
  ready,
  regionIn,
  runInFull,
  saved,
  workFolder,
} from "./helpers.mjs";

const folder = workFolder();
let browser, file;

before(async () => {
  file = pageOf(regionIn(folder, { draws: 200, replications: 4 }), folder);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const judged = (page) =>
  page.waitForFunction(() => {
    const table = document.querySelector("table.cells");
    return (
      table &&
      !table.querySelector(".old") &&
      !/regner …/.test(table.textContent) &&
      document.querySelector(".answer figure.chart:not(.old)")
    );
  });

test("a run in full is the answer until something is changed, is there again after undo and at the next opening", async () => {
  const { page, context, complaints } = await open(browser, file);
  await goTo(page, "ask");
  await ask(page, "stay");
  await judged(page);
  assert.match(await page.textContent(".answer"), /P ≈/);
  await runInFull(page);
  await judged(page);
  const full = await page.textContent(".answer");
  assert.match(await page.textContent(".answer .draws"), /200 trekninger, kjørt i full kl\. \d\d:\d\d/);
  assert.doesNotMatch(full, /≈|nær en grense/);
  await page.fill("#name", "Et annet navn"); // which changes no number
  assert.match(await page.textContent(".answer .draws"), /kjørt i full/);
  const beds = page.locator(".action .number input[inputmode=decimal]").first();
  await beds.fill("-12");
  await page.waitForFunction(() =>
    /du har endret noe/.test(document.querySelector(".answer .draws")?.textContent ?? ""),
  );
  await judged(page);
  assert.match(await page.textContent(".answer"), /P ≈/);
  await page.click(".tools button:has-text('Angre')");
  await page.waitForFunction(() => /kjørt i full/.test(document.querySelector(".answer .draws")?.textContent ?? ""));
  await page.reload();
  await ready(page);
  await page.click(".offer button.main");
  await page.waitForFunction(() => /, kjørt i full/.test(document.querySelector(".answer .draws")?.textContent ?? ""));
  assert.match(await page.textContent(".full"), /Kjørt i full kl\. \d\d:\d\d: «/);
  const { bytes } = await saved(page, () => page.click("text=Tabellene (CSV i zip)"));
  assert.ok("verdict.csv" in fromPlots("fflate").unzipSync(bytes));

  // Where the browser hasn't kept it, that is said; and erasing takes it all.
  await page.evaluate(
    () =>
      new Promise((done) => {
        const opened = window.indexedDB.open("framsyn", 1);
        opened.onsuccess = () => {
          const taken = opened.result.transaction("kept", "readwrite");
          taken.objectStore("kept").delete("full");
          taken.oncomplete = done;
        };
      }),
  );
  await page.reload();
  await ready(page);
  await page.click(".offer button.main");
  await page.waitForSelector(".not-kept");
  assert.match(await page.textContent(".not-kept"), /kjørt i full kl\. .*ikke lagret: kjør på nytt/);
  assert.match(await page.textContent(".answer .draws"), /omtrentlige/);
  await goTo(page, "files");
  await page.click("button.danger");
  await page.click("button.danger");
  await page.waitForSelector("text=Slettet.");
  await goTo(page, "ask");
  assert.equal(await page.locator(".not-kept, .results").count(), 0);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a region is never netted, and where nobody counted a level its range and verdict stand", async () => {
  const { page, context } = await open(browser, file);
  await goTo(page, "ask");
  await ask(page, "stay");
  await judged(page);
  const rows = await page.$$eval("table.cells tbody tr", (all) => all.map((row) => [row.className, row.innerText]));
  const regions = rows.filter(([name]) => name === "region").map(([, text]) => text);
  assert.ok(regions.length > 0);
  for (const text of regions) {
    assert.match(text, /minst ett foretak/);
    assert.match(text, /mangler .*, ledig /);
  }
  const open_ = rows.find(([, text]) => /nivået er ikke kjent/.test(text))[1];
  assert.match(open_, /[−+][\d,]+ til [−+][\d,]+ \((logisk|sett|oppgitt)\)/);
  assert.match(open_, /Dom:/);
  await goTo(page, "beside");
  await page.waitForFunction(() =>
    /mangler .*, ledig/.test(document.querySelector("table.sides tr.region")?.textContent ?? ""),
  );
  await page.waitForSelector(".side-by-side figure img");
  assert.equal(await page.locator(".side-by-side figure[aria-label*='Helse Nord']").count(), 0);
  await context.close();
});

test("a date that was filled in follows its start, an end before it is refused at its field, and side by side says so", async () => {
  const { page, context } = await open(browser, file);
  await goTo(page, "ask");
  await ask(page, "open");
  await page.click(".tools button:has-text('Nytt')");
  await ask(page, "stay");
  const [from, full] = await page.locator(".action input[type=date]").all();
  await from.fill("2031-03-01");
  const id = await full.getAttribute("id");
  await page.waitForFunction((of) => document.getElementById(of).value === "2033-03-01", id);
  await full.fill("2030-01-01");
  await page.waitForSelector(".field.wrong .problem");
  assert.equal(await page.textContent(".field.wrong .problem"), "Kan ikke være før «Fra dato» (1.3.2031)");
  assert.doesNotMatch(await page.textContent(".answer"), /full_from|kind =|\[\[/);
  await goTo(page, "beside");
  await page.waitForSelector(".why-not");
  assert.match(await page.textContent(".why-not"), /må rettes: .*Helt innført fra/);
  assert.equal(await page.locator("table.sides").first().locator("thead th").count(), 4);
  await page.waitForSelector(".side-by-side figure img");
  const picture = await saved(page, () => page.locator("text=Lagre som PNG").first().click());
  assert.match(picture.name, /^gap-[a-z0-9-]+-plasser-aapner\.png$/);
  await page.click(".why-not button");
  await page.waitForFunction(() => /-full_from$/.test(document.activeElement?.id ?? ""));
  await context.close();
});

test("a chart of what was asked before is marked until it is drawn again", async () => {
  const { page, context } = await open(browser, file);
  await goTo(page, "ask");
  await ask(page, "stay");
  await page.waitForSelector(".answer figure[aria-busy=false]");
  await page.locator(".action input[type=range]").first().focus();
  await page.keyboard.press("ArrowLeft");
  await page.waitForSelector(".answer figure.old[aria-busy=true]");
  await page.waitForSelector(".answer figure[aria-busy=false]");
  assert.match(await page.getAttribute(".answer figure", "aria-label"), /^Liggetiden endres\. /);
  await context.close();
});
