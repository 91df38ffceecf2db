// Fifty what-ifs by chance, from the schema: what the page makes of their files has the same tables as by the command, to the byte,
// and what the command refuses the page refuses with the same words.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import process from "node:process";

import {
  command,
  goTo,
  launch,
  open,
  pageOf,
  regionIn,
  runAllInFull,
  runByCommand,
  saved,
  workFolder,
} from "./helpers.mjs";
import { chanceOf, knownOf, makerOf } from "./random_what_ifs.mjs";

const HOW_MANY = 50,
  AT_ONCE = 5,
  REFUSED = 30,
  SEED = 20261126;
const folder = workFolder();
let browser, file, region;
const sound = [],
  refused = [];

/** What the command says of a file: nothing where it is sound. */
function complaintsOf(name, text) {
  const path = join(region, name);
  writeFileSync(path, text);
  const { status, stderr } = spawnSync(command, ["check", path, "--quiet"], { encoding: "utf8" });
  rmSync(path);
  assert.ok([0, 2].includes(status), `${status}: ${stderr}\n${text}`);
  return status === 0 ? "" : stderr.replaceAll(`${region}/`, "");
}

before(async () => {
  region = regionIn(folder, { draws: 200, replications: 4 });
  file = pageOf(region, folder);
  const known = knownOf(join(process.env.FRAMSYN_PAGE, "engine.wasm"), region);
  const make = makerOf(known, chanceOf(SEED));
  for (let tries = 0; sound.length < HOW_MANY; ++tries) {
    assert.ok(tries < 5000, `only ${sound.length} are sound`);
    const { kinds } = known.forms;
    const name = `r${sound.length}.toml`;
    const text = make(kinds[sound.length % kinds.length], `chance-${sound.length}`);
    const complaints = complaintsOf(name, text);
    if (!complaints) sound.push({ name, text });
    else if (refused.length < REFUSED) refused.push({ name, text, complaints });
  }
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const take = (page, name, text) =>
  page.setInputFiles("#take-files", { name, mimeType: "application/toml", buffer: Buffer.from(text) });

for (let first = 0; first < HOW_MANY; first += AT_ONCE)
  test(`what-ifs ${first + 1} to ${first + AT_ONCE} have the command's tables`, async () => {
    const { page, context } = await open(browser, file);
    const some = sound.slice(first, first + AT_ONCE);
    for (const { name, text } of some) {
      await goTo(page, "files");
      await take(page, name, text);
      await page.waitForSelector(`#name`);
      await page.waitForFunction(
        (id) => document.querySelector("#name")?.value === id,
        text.match(/^id = "(chance-\d+)"/m)[1],
      );
    }
    const tables = await runAllInFull(page);
    await goTo(page, "files");
    const files = [];
    for (let i = 0; i < some.length; ++i)
      files.push(await saved(page, () => page.locator("text=som fil (.toml)").nth(i).click()));
    for (const [i, file] of files.entries()) {
      const out = runByCommand(region, folder, file);
      for (const name of ["need.csv", "gap.csv", "verdict.csv", "comparison.csv", "care.csv"])
        assert.ok(name in tables[i], name);
      for (const [name, bytes] of Object.entries(tables[i]))
        assert.ok(
          Buffer.from(bytes).equals(readFileSync(join(out, name))),
          `${name} is another\n${some[i].text}\n--- as the page wrote it\n${file.bytes}`,
        );
      rmSync(join(region, file.name));
    }
    await context.close();
  });

test(`${REFUSED} that the command refuses are refused with its words, and change nothing`, async () => {
  const { page, context } = await open(browser, file);
  await goTo(page, "files");
  for (const { name, text, complaints } of refused) {
    await take(page, name, text);
    // `r1.toml:9:1: reason` of the command stands as `r1.toml, linje 9: reason` in the page.
    const expected = complaints
      .trim()
      .split("\n")
      .map((line) => line.replace(/^([^:]+):(\d+):\d+: /, "$1, linje $2: "));
    await page
      .waitForFunction(
        (all) => {
          const shown = [...document.querySelectorAll(".problems li")].map((one) => one.textContent);
          return shown.length === all.length && all.every((line, i) => shown[i] === line);
        },
        expected,
        { timeout: 10_000 },
      )
      .catch(async () => {
        const shown = await page.locator(".problems li").allTextContents();
        assert.deepEqual(shown, expected, text);
      });
  }
  await goTo(page, "ask");
  assert.equal(await page.locator(".action").count(), 0);
  await context.close();
});
