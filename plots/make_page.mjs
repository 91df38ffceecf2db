#!/usr/bin/env node
// node plots/make_page.mjs DESCRIPTION PARTS OUT [--wait]: the page of some regions as one file. DESCRIPTION is what the
// command writes of them (machine/carry.mjs); PARTS holds the engine and the bundled scripts. With --wait it begins when a byte
// comes in on standard input; when that ends, it ends too. Same input, same bytes. Exit 0 done, 1 failed.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { carriedBy, describedRegions, mustHaveParts, policyHash } from "./machine/carry.mjs";
import { folderSource } from "./machine/folder.mjs";
import { pageDocument } from "./page/document.mjs";
import { toldOf } from "./page/told.mjs";
import { loadResults } from "./read/results.mjs";
import { STYLE } from "./report/style.mjs";
import { cellsOf } from "./say/cells.mjs";
import { finding } from "./say/finding.mjs";
import { makeTexts } from "./say/texts.mjs";

/** What a region's report says first. */
function foundIn(results) {
  const texts = makeTexts("nb"),
    loaded = loadResults(folderSource(results));
  if (loaded.populationOnly) return { headline: texts.pick(loaded.context.scenario, "title"), lead: [] };
  const { headline, parts, lead } = finding(loaded, texts, cellsOf(loaded));
  return { headline: parts ? `${headline}: ${parts}` : headline, lead };
}

function main([description, folder, out]) {
  const { draws, regions } = describedRegions(description);
  const reports = regions.map(({ results }) => (results ? readFileSync(join(results, "report.html")) : null));
  const told = toldOf(regions, reports.map(Boolean));
  const found = regions[0].results ? foundIn(regions[0].results) : { headline: told[0].title_nb, lead: [] };
  const page = pageDocument({
    ...carriedBy(folder, draws, told, reports),
    title: `Framsyn: ${told.map(({ name }) => name).join(", ")}`,
    before: { headline: String(found.headline), lead: found.lead.map(String) },
    hash: policyHash,
    styles: [`\n${STYLE}`],
  });
  writeFileSync(`${out}.partial`, page);
  renameSync(`${out}.partial`, out);
}

/** Whether somebody says when to begin. */
const isTold = () =>
  new Promise((resolve) => {
    process.stdin.once("data", () => resolve(true));
    process.stdin.once("end", () => resolve(false));
  });

const words = process.argv.slice(2);
try {
  mustHaveParts(words[1]);
  if (!words.includes("--wait") || (await isTold())) main(words);
  else process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  process.stdin.destroy();
}
