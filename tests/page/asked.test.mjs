// A report that can be asked (`framsyn plot --what-if`): the same panel, from the same file that the command wrote.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import {
  ask,
  command,
  goTo,
  launch,
  open,
  ready,
  regionIn,
  runByCommand,
  runInFull,
  tomlOf,
  workFolder,
} from "./helpers.mjs";

const folder = workFolder();
let browser, region;

before(async () => {
  region = regionIn(folder, { draws: 200, replications: 4 });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The scenario run, its report drawn with the panel; the report as it was before. */
function askedReport(scenario) {
  const out = join(folder, `of-${scenario}`),
    path = join(region, scenario);
  execFileSync(command, ["run", path, "--quiet", "--out", out]);
  const still = readFileSync(join(out, "report.html"), "utf8");
  execFileSync(command, ["plot", out, "--quiet", "--what-if", path]);
  return { file: join(out, "report.html"), still };
}

test("the report of a baseline is asked in its own file, and a run in full gives the command's tables", async () => {
  const { file, still } = askedReport("baseline.toml");
  assert.ok(statSync(file).size < 6e6, `${statSync(file).size} bytes`);
  const { page, context, requests, complaints } = await open(browser, file);
  const framed = await page.evaluate(() => document.querySelector("iframe").srcdoc);
  assert.equal(framed, still);
  await goTo(page, "ask");
  await ask(page, "open");
  assert.match(await page.textContent(".answer .headline"), /gapet i 2040/);
  const toml = await tomlOf(page);
  const tables = await runInFull(page);
  const out = runByCommand(region, folder, toml);
  for (const [name, bytes] of Object.entries(tables))
    assert.ok(Buffer.from(bytes).equals(readFileSync(join(out, name))), `${name} is another`);
  assert.deepEqual(requests, [pathToFileURL(file).href]);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("the report of a what-if opens with that question as its first, and nothing is offered that nobody has made", async () => {
  const { file } = askedReport("ronvik-akutt.toml");
  const { page, context } = await open(browser, file);
  await goTo(page, "ask");
  await page.waitForSelector(".answer .headline");
  assert.match(await page.inputValue("#name"), /Rønvik/);
  await page.reload();
  await page.waitForFunction(() => /klar og kontrollert/.test(document.querySelector(".status")?.textContent ?? ""));
  assert.equal(await page.locator(".offer").count(), 0);
  await context.close();
});

test("what was made on top of one region is not offered in the file of another, and is still there", async () => {
  const { file } = askedReport("baseline.toml");
  const elsewhere = regionIn(join(folder, "elsewhere"), { draws: 200, replications: 4 });
  const path = join(elsewhere, "baseline.toml");
  writeFileSync(path, readFileSync(path, "utf8").replace(/^id = "helse-nord"$/m, 'id = "et-annet"'));
  const other = join(folder, "other.html");
  execFileSync(command, ["page", path, "--quiet", "--out", other]);

  const { page, context } = await open(browser, file);
  await goTo(page, "ask");
  await ask(page, "open");
  await page.waitForTimeout(300);
  for (const [next, offers] of [
    [other, 0],
    [file, 1],
  ]) {
    await page.goto(pathToFileURL(next).href);
    await ready(page);
    assert.equal(await page.locator(".offer").count(), offers, next);
  }
  await context.close();
});
