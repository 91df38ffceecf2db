#!/usr/bin/env node
// node plots/make_page.mjs DESCRIPTION PARTS OUT [--wait]: the page of some regions as one file. DESCRIPTION is what the
// command writes of them: { check_draws, regions: [{ root, files: { name: path }, results: folder | null, services, hashes:
// { file: SHA-256 } }] }; PARTS holds the engine and the bundled scripts. With --wait it begins when a byte comes in on
// standard input; when that ends, it ends too. Same input, same bytes. Exit 0 done, 1 failed.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { folderSource } from "./machine/folder.mjs";
import { pageDocument } from "./page/document.mjs";
import { described } from "./page/take.mjs";
import { loadResults } from "./read/results.mjs";
import { STYLE } from "./report/style.mjs";
import { cellsOf } from "./say/cells.mjs";
import { finding } from "./say/finding.mjs";
import { makeTexts } from "./say/texts.mjs";

const PARTS = ["engine.wasm", "page.js", "worker.js"];

const packed = (content) => gzipSync(content, { level: 9 }).toString("base64");
const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** What a region's report says first. */
function foundIn(results) {
  const texts = makeTexts("nb"),
    loaded = loadResults(folderSource(results));
  if (loaded.populationOnly) return { headline: texts.pick(loaded.context.scenario, "title"), lead: [] };
  const { headline, parts, lead } = finding(loaded, texts, cellsOf(loaded));
  return { headline: parts ? `${headline}: ${parts}` : headline, lead };
}

/** Known before minutes are spent on computing. */
function mustBeThere(folder) {
  const missing = PARTS.find((name) => !existsSync(join(folder, name)));
  if (missing)
    throw new Error(
      `${join(folder, missing)}: finnes ikke, ./dev page bygger den / is not there, ./dev page builds it`,
    );
}

function main([description, folder, out]) {
  const { check_draws: checkDraws, regions } = JSON.parse(readFileSync(description, "utf8"));
  const part = (name) => readFileSync(join(folder, name));
  const parts = {};
  const told = regions.map(({ root, files, results, hashes, services }, i) => {
    const texts = Object.fromEntries(Object.entries(files).map(([name, path]) => [name, readFileSync(path, "utf8")]));
    const report = results ? readFileSync(join(results, "report.html")) : null;
    if (report) parts[`report-${i}`] = packed(report);
    return {
      ...described(texts, root),
      id: `region-${i}`,
      report: report ? String(i) : "",
      populationOnly: !services,
      check: { draws: checkDraws, hashes },
    };
  });
  parts.engine = packed(part("engine.wasm"));
  parts.worker = packed(part("worker.js"));
  parts.regions = packed(JSON.stringify({ check_draws: checkDraws, regions: told }));
  const found = regions[0].results ? foundIn(regions[0].results) : { headline: told[0].title_nb, lead: [] };
  const page = pageDocument({
    script: part("page.js").toString("utf8"),
    parts: Object.fromEntries(
      ["regions", "report-0", "engine", "worker", ...Object.keys(parts)].flatMap((id) =>
        parts[id] ? [[id, parts[id]]] : [],
      ),
    ),
    title: `Framsyn: ${told.map(({ name }) => name).join(", ")}`,
    headline: String(found.headline),
    lead: found.lead.map(String),
    hash,
    styles: [`\n${STYLE}`],
  });
  writeFileSync(`${out}.partial`, page);
  renameSync(`${out}.partial`, out);
}

/** Whether somebody says when to begin. */
const told = () =>
  new Promise((resolve) => {
    process.stdin.once("data", () => resolve(true));
    process.stdin.once("end", () => resolve(false));
  });

const words = process.argv.slice(2);
try {
  mustBeThere(words[1]);
  if (!words.includes("--wait") || (await told())) main(words);
  else process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  process.stdin.destroy();
}
