// What a page carries besides its script: packed texts and reports of regions, the engine, and the code of its workers.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** The engine or a script has not been built. */
export class PartMissing extends Error {}

const PARTS = ["engine.wasm", "page.js", "worker.js"];

const packed = (content) => gzipSync(content, { level: 9 }).toString("base64");

/** As a content policy writes it. */
export const policyHash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** Known before minutes are spent on computing. */
export function mustHaveParts(folder) {
  const missing = PARTS.find((name) => !existsSync(join(folder, name)));
  if (missing)
    throw new PartMissing(
      `${join(folder, missing)}: finnes ikke, ./dev page bygger den / is not there, ./dev page builds it`,
    );
}

/** The regions that the command describes in a file: { draws, regions: [{ root, asked, files: { name: path }, results: folder |
 * null, services, hashes: { file: SHA-256 } }] }. Texts by name instead of paths. */
export function describedRegions(path) {
  const { draws, regions } = JSON.parse(readFileSync(path, "utf8"));
  const read = (files) =>
    Object.fromEntries(Object.entries(files).map(([name, file]) => [name, readFileSync(file, "utf8")]));
  return { draws, regions: regions.map((region) => ({ ...region, texts: read(region.files) })) };
}

/**
 * A page's script, and what it carries by id. `told` is what the page knows of its regions, `reports` theirs or null.
 */
export function carriedBy(folder, draws, told, reports, lang) {
  const part = (name) => readFileSync(join(folder, name));
  const parts = { regions: packed(JSON.stringify({ draws, lang, regions: told })) };
  for (const [i, report] of reports.entries()) if (report) parts[`report-${i}`] = packed(report);
  const [first, ...others] = Object.keys(parts).filter((id) => id !== "regions");
  const order = ["regions", ...(first ? [first] : []), "engine", "worker", ...others];
  Object.assign(parts, { engine: packed(part("engine.wasm")), worker: packed(part("worker.js")) });
  return {
    script: part("page.js").toString("utf8"),
    parts: Object.fromEntries(order.map((id) => [id, parts[id]])),
  };
}
