// The page in Chromium, from a file, offline: what a planner does first, and what somebody might try against it.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import process from "node:process";
import { pathToFileURL } from "node:url";

import {
  answered,
  ask,
  command,
  fromPlots,
  goTo,
  launch,
  open,
  pageOf,
  ready,
  regionIn,
  runInFull,
  saved,
  tomlOf,
  watch,
  workFolder,
} from "./helpers.mjs";

const folder = workFolder();
let browser, file, region;

before(async () => {
  region = regionIn(folder, { draws: 200, replications: 4 });
  file = pageOf(region, folder);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the file is below 6 MB, opens with one request, itself, and its engine is checked", async () => {
  assert.ok(statSync(file).size < 6e6, `${statSync(file).size} bytes`);
  const { context, requests, complaints } = await open(browser, file);
  assert.deepEqual(requests, [pathToFileURL(file).href]);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("the command writes over its own page alone, and leaves nothing behind where it is refused", () => {
  const baseline = join(region, "baseline.toml");
  const refused = (words, env = process.env) => {
    const { status, stderr } = spawnSync(command, ["page", ...words], { encoding: "utf8", env });
    return `${status} ${stderr}`;
  };
  const other = join(folder, "other.html");
  writeFileSync(other, "mine");
  assert.match(refused([baseline, "--out", other]), /^2 .*other\.html: finnes fra før/);
  assert.equal(readFileSync(other, "utf8"), "mine");
  assert.match(refused([baseline, "--out", folder]), /^2 .*er en mappe/);
  assert.match(refused([baseline, "--out", join(folder, "no", "x.html")]), /^2 .*finnes ikke/);
  assert.match(refused([join(region, "no.toml"), "--out", join(folder, "x.html")]), /^2 .*no\.toml: finner ikke filen/);
  const nowhere = { ...process.env, FRAMSYN_PAGE: "/nowhere" };
  assert.match(refused([baseline, "--out", join(folder, "x.html")], nowhere), /^1 .*engine\.wasm: finnes ikke/);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith(".") || name === "x.html"),
    [],
  );
});

test("three what-ifs stand side by side, and each can be saved as a file that the command finds sound", async () => {
  const { page, context, requests, complaints } = await open(browser, file);
  await goTo(page, "ask");
  for (const [i, entry] of ["stay", "open", "close"].entries()) {
    if (i > 0) await page.click(".tools button:has-text('Nytt')");
    await ask(page, entry);
    assert.match(await page.textContent(".answer .headline"), /gapet i 2040/);
    const { name, bytes } = await tomlOf(page);
    writeFileSync(join(region, name), bytes);
    execFileSync(command, ["check", join(region, name), "--quiet"]);
  }
  await goTo(page, "beside");
  await page.waitForSelector("table.sides thead th");
  assert.equal(await page.locator("table.sides").first().locator("thead th").count(), 5);
  await page.waitForSelector(".side-by-side figure img");
  const picture = await saved(page, () => page.locator("text=Lagre som PNG").first().click());
  assert.deepEqual([...picture.bytes.subarray(1, 4)], [...Buffer.from("PNG")]);
  assert.equal(requests.length, 1);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a slider moves the answer, and undo brings the old one back", async () => {
  const { page, context } = await open(browser, file);
  await goTo(page, "ask");
  await ask(page, "stay");
  const before = await page.textContent(".answer .headline");
  const slider = page.locator(".action input[type=range]").first();
  await slider.focus();
  for (let i = 0; i < 15; ++i) await page.keyboard.press("ArrowLeft");
  await page.waitForFunction((old) => document.querySelector(".answer .headline")?.textContent !== old, before);
  assert.equal(await page.inputValue(".action .number input[inputmode=decimal]"), "-25");
  await page.click(".tools button:has-text('Angre')");
  await page.waitForFunction((old) => document.querySelector(".answer .headline")?.textContent === old, before);
  await context.close();
});

test("what is refused is said at its field, three hundred times, and the page goes on", async () => {
  const { page, context, complaints } = await open(browser, file);
  await goTo(page, "ask");
  await ask(page, "open");
  const beds = page.locator(".action .number input[inputmode=decimal]").first();
  for (let i = 0; i < 300; ++i) await beds.fill(String(-1 - i));
  await page.waitForSelector(".field.wrong .problem");
  await page.waitForFunction(() => /^−300 går ikke/.test(document.querySelector(".field.wrong .problem").textContent));
  await beds.fill("4");
  await page.waitForSelector(".answer .headline");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("markup in names and files is text: nothing runs and nothing is asked for", async () => {
  const { page, context, requests, complaints } = await open(browser, file);
  const evil = `</script><img src=x onerror="alert(1)"><script>alert(2)</script>`;
  await goTo(page, "ask");
  await page.fill("#name", evil);
  await ask(page, "new-unit");
  for (const box of await page.locator(".action .fields:not(details .fields) input[type=text]").all())
    await box.fill(evil);
  await page.waitForSelector(".answer [role=alert]"); // an id like that is refused
  await goTo(page, "files");
  const text = readFileSync(join(region, "baseline.toml"), "utf8").replace(
    /^title = .*$/m,
    `title = ${JSON.stringify(evil)}`,
  );
  const tables = execFileSync("sh", ["-c", `cd ${region} && ls tables/*.csv`], { encoding: "utf8" })
    .trim()
    .split("\n");
  const { zipSync, strToU8 } = fromPlots("fflate");
  const files = Object.fromEntries([
    ["baseline.toml", strToU8(text)],
    ...tables.map((name) => [name, readFileSync(join(region, name))]),
  ]);
  await page.setInputFiles("#take-files", {
    name: "ond.zip",
    mimeType: "application/zip",
    buffer: Buffer.from(zipSync(files)),
  });
  await page.waitForFunction(() =>
    document.querySelector("#region")?.selectedOptions[0]?.textContent?.includes("</script>"),
  );
  await ready(page);
  await goTo(page, "ask");
  await ask(page, "stay");
  const tablesOfIt = await runInFull(page);
  assert.ok(tablesOfIt["care.csv"].length > 0);
  await page.locator(".results button:has-text('Vis')").first().click();
  await page.waitForSelector("dialog[open] iframe");
  assert.equal(requests.length, 1);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("damaged and foreign files are refused with a reason, and nothing changes", async () => {
  const { page, context, complaints } = await open(browser, file);
  await goTo(page, "files");
  const bad = [
    ["a.zip", "PK\u0003\u0004 not a zip", /skadet/],
    [
      "b.toml",
      'schema = 1\nextends = "baseline.toml"\n[[unit]]\nid = "unn-dps"\nbedz = 3\n',
      /b\.toml, linje 5: .*bedz/,
    ],
    ["c.toml", 'schema = 1\nextends = "other.toml"\n', /other\.toml/],
    ["d.exe", "MZ", /ukjent slags fil/],
    [
      "e.toml",
      'schema = 1\nextends = "baseline.toml"\n[[stay]]\nid = "phv-akutt"\nmean = "99999999 years"\n',
      /linje 5/,
    ],
    [
      "f.toml",
      'schema = 1\nextends = "baseline.toml"\n[[stay]]\nid = "phv-akutt"\nmean = "0.01 days"\n[run]\nreplications = 40\n',
      /f\.toml, linje 5: .*millioner hendelser.*opphold av denne lengden/,
    ],
    ["g.toml", 'schema = 1\nextends = "baseline.toml"\n[run]\ndraws = 1000000\n', /g\.toml, linje 4: .*GB minne/],
  ];
  for (const [name, content, reason] of bad) {
    await page.setInputFiles("#take-files", { name, mimeType: "text/plain", buffer: Buffer.from(content) });
    await page.waitForFunction(
      (source) => new RegExp(source).test(document.querySelector(".problems")?.textContent ?? ""),
      reason.source,
    );
  }
  assert.equal(await page.locator("#region option").count(), 1);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a run in full is cancelled within the second", async () => {
  const slow = workFolder();
  const { page, context } = await open(browser, pageOf(regionIn(slow, { draws: 2000, replications: 400 }), slow));
  await goTo(page, "ask");
  await ask(page, "open");
  await page.click(".full button.main");
  await page.waitForSelector("progress");
  await page.waitForTimeout(1500);
  const begun = Date.now();
  await page.click(".progress button");
  await page.waitForSelector("text=Avbrutt");
  assert.ok(Date.now() - begun < 1000);
  await context.close();
  rmSync(slow, { recursive: true, force: true });
});

test("what was made is offered at the next opening, and can be erased", async () => {
  const { page, context } = await open(browser, file);
  await goTo(page, "ask");
  await page.fill("#name", "Det jeg lagde");
  await ask(page, "open");
  await page.waitForTimeout(300);
  await page.reload();
  await ready(page);
  await page.click(".offer button.main");
  assert.equal(await page.inputValue("#name"), "Det jeg lagde");
  assert.equal(await page.locator(".action").count(), 1);
  await goTo(page, "files");
  await page.click("button.danger");
  await page.click("button.danger");
  await page.waitForSelector("text=Slettet.");
  await page.reload();
  await ready(page);
  assert.equal(await page.locator(".offer").count(), 0);
  await context.close();
});

test("axe finds nothing serious in any view, wide and narrow, in either language", async () => {
  const axe = readFileSync(fromPlots.resolve("axe-core/axe.min.js"), "utf8");
  for (const width of [1440, 320]) {
    const { page, context } = await open(browser, file, { width });
    await page.evaluate(axe);
    for (const view of ["findings", "ask", "beside", "files"]) {
      await goTo(page, view);
      if (view === "ask") {
        await ask(page, "stay");
        await page.waitForSelector(".answer figure");
      }
      if (view === "files") await page.click(".language");
      const found = await page.evaluate(() => window.axe.run(document, { iframes: false }));
      const serious = found.violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
      assert.deepEqual(
        serious.map(({ id, nodes }) => `${id}: ${nodes[0].html}`),
        [],
        `${view} at ${width}`,
      );
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(wide <= 0, `${view} at ${width} is ${wide} pixels too wide`);
    }
    await context.close();
  }
});

test("the whole way goes by keyboard: actions are added, moved, run, cancelled and compared, and a picture is saved", async () => {
  const { page, context } = await open(browser, file);
  const tabTo = async (selector) => {
    for (let i = 0; i < 80; ++i) {
      if (await page.evaluate((s) => document.activeElement?.matches(s), selector)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`${selector} is not reached`);
  };
  await tabTo('nav a[href="#ask"]');
  await page.keyboard.press("Enter");
  await tabTo("#add-action");
  await page.keyboard.type("Plasser åpner");
  await answered(page);
  await tabTo(".action input[type=range]");
  await page.keyboard.press("ArrowRight");
  await answered(page);
  await tabTo(".full button.main");
  await page.keyboard.press("Enter");
  await page.waitForSelector("progress");
  await page.waitForFunction(() => document.activeElement?.matches(".progress button"));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /Avbrutt/.test(document.activeElement?.textContent ?? ""));
  await tabTo('.alternatives [role="tab"]');
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter"); // another alternative
  await page.waitForFunction(() => document.activeElement?.id === "add-action");
  await page.keyboard.type("Plasser stenger");
  await answered(page);
  await tabTo('nav a[href="#beside"]');
  await page.keyboard.press("Enter");
  await page.waitForSelector(".side-by-side figure img");
  await tabTo(".side-by-side figcaption button");
  const picture = await saved(page, () => page.keyboard.press("Enter"));
  assert.match(picture.name, /\.png$/);
  await context.close();
});

test("without WebAssembly the report is shown, and one sentence why", async () => {
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  const { complaints } = watch(page);
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto(pathToFileURL(file).href);
  await page.waitForFunction(() => /bare rapporten/.test(document.querySelector(".status")?.textContent ?? ""));
  assert.equal(await page.locator("nav a").count(), 1);
  assert.match(await page.frameLocator("iframe").locator("h1").textContent(), /mangler/);
  assert.deepEqual(complaints, []);
  await context.close();
});
