// @ts-check
// What a page is told of the regions that it carries.
import { described } from "./take.mjs";

/** @typedef {{ root: string, asked?: string, texts: Record<string, string>, services: boolean, hashes: Record<string, string> }} Carried */

/** The name under which work on top of a region is kept in the browser: of its scenario, whatever file it comes in. @param {string} root */
const idOf = (root) => /\[scenario\][^[]*?^id\s*=\s*"([^"\n]*)"/m.exec(root)?.[1] ?? "";

/** @param {Carried[]} regions @param {boolean[]} hasReport */
export function toldOf(regions, hasReport) {
  const ids = /** @type {Set<string>} */ (new Set());
  return regions.map(({ root, asked, texts, services, hashes }, i) => {
    let id = `region-${idOf(texts[root]) || i}`;
    if (ids.has(id)) id = `${id}-${i}`;
    ids.add(id);
    const told = described(texts, root);
    const question = told.questions.find(({ name }) => name === asked);
    return {
      ...told,
      id,
      report: hasReport[i] ? String(i) : "",
      populationOnly: !services,
      hashes,
      ...(question ? { asked, report_title_nb: question.title_nb, report_title_en: question.title_en } : {}),
    };
  });
}
