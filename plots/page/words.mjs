// @ts-check
// The page's own words, and numbers as the report writes them.
import { makeTexts } from "../say/texts.mjs";
import en from "./texts/en.mjs";
import enSaid from "./texts/en_said.mjs";
import nb from "./texts/nb.mjs";
import nbSaid from "./texts/nb_said.mjs";

export const PAGE_TREES = /** @type {Record<string, any>} */ ({ nb: { ...nb, ...nbSaid }, en: { ...en, ...enSaid } });

/** @param {string} lang */
export function pageWords(lang) {
  const tree = PAGE_TREES[lang];
  const numbers = makeTexts(lang);
  /** A text by its dotted key, with {names} filled in; `n` chooses between one and other. @param {string} key @param {Record<string, any>} [values] @returns {string} */
  function t(key, values = {}) {
    const found = key.split(".").reduce((node, part) => node?.[part], tree);
    const text = typeof found === "object" && found !== null ? found[values.n === 1 ? "one" : "other"] : found;
    if (typeof text !== "string") throw new Error(`no text '${key}' in ${lang}`);
    return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
  }
  return { lang, t, numbers };
}
/** @typedef {ReturnType<typeof pageWords>} Words */
