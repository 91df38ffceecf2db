// Drawings and report from the working folder to where they belong; drawings of an earlier run that weren't made again go.
import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join, parse } from "node:path";

export const REPORT = "report.html",
  COMPARISON_PAGE = "comparison.html";
const ENDINGS = [".svg", ".pdf", ".png"];

/** `page` is the report's name. `isOurs` says of a drawing's name, without ending, whether it may be removed. */
export function putInPlace(work, directory, page, isOurs) {
  const target = join(directory, "charts");
  mkdirSync(target, { recursive: true });
  const made = readdirSync(work).filter((file) => file !== page);
  for (const file of made) renameSync(join(work, file), join(target, file));
  for (const file of readdirSync(target)) {
    const { name, ext } = parse(file);
    if (ENDINGS.includes(ext) && isOurs(name) && !made.includes(file)) rmSync(join(target, file));
  }
  renameSync(join(work, page), join(directory, page));
}
