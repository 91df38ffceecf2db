// Every kind of action, asked by its form and run in full in the browser: the tables are those of the command to the byte. With
// FRAMSYN_PAGE_IN_FULL in all draws and replications of the shipped region, else in few.
import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import process from "node:process";

import { GROUPS } from "../../plots/page/form/defaults.mjs";
import { ask, goTo, launch, open, pageOf, regionIn, runByCommand, runInFull, tomlOf, workFolder } from "./helpers.mjs";

const folder = workFolder();
let browser, page, region;

before(async () => {
  region = regionIn(folder, process.env.FRAMSYN_PAGE_IN_FULL ? {} : { draws: 200, replications: 4 });
  browser = await launch();
  ({ page } = await open(browser, pageOf(region, folder)));
  await goTo(page, "ask");
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const entry of Object.values(GROUPS).flat())
  test(`${entry}: the tables of the page are those of the command`, async () => {
    await page.click(".tools button:has-text('Nytt')");
    await ask(page, entry);
    const file = await tomlOf(page);
    const tables = await runInFull(page);
    const out = runByCommand(region, folder, file);
    for (const name of ["need.csv", "gap.csv", "comparison.csv", "care.csv"]) assert.ok(name in tables, name);
    for (const [name, bytes] of Object.entries(tables))
      assert.ok(Buffer.from(bytes).equals(readFileSync(join(out, name))), `${name} is another`);
    await page.click(".tools button:has-text('Slett')");
  });
