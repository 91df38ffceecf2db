// Words and numbers in the reader's language. Texts live in texts/<lang>.mjs; nothing else in this stage holds a sentence.
import { makeNumbers, STYLE } from "./numbers.mjs";
import en from "./texts/en.mjs";
import nb from "./texts/nb.mjs";

export const TREES = { nb, en };
export const LANGUAGES = Object.keys(TREES);
const EN_DASH = "\u2013";

/** Dotted keys of a tree of texts; a text is a string or { one, other }. */
export function textKeys(tree, prefix = "") {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" || ("one" in value && "other" in value)
      ? [prefix + key]
      : textKeys(value, `${prefix}${key}.`),
  );
}

/** Everything a chart or page needs to speak `lang`. Number functions take numbers and return text. */
export function makeTexts(lang) {
  const tree = TREES[lang];
  const style = STYLE[lang],
    numbers = makeNumbers(style);

  /** The text at a dotted key with {name} filled in; `n` picks between one and other. A missing key or value is an error. */
  function t(key, values = {}) {
    const found = key.split(".").reduce((node, part) => node?.[part], tree);
    const text = typeof found === "object" && found !== null ? found[values.n === 1 ? "one" : "other"] : found;
    if (typeof text !== "string") throw new Error(`no text '${key}' in ${lang}`);
    return text.replace(/\{(\w+)\}/g, (_, name) => {
      if (values[name] === undefined) throw new Error(`text '${key}' needs '${name}'`);
      return String(values[name]);
    });
  }

  const has = (key) => typeof key.split(".").reduce((node, part) => node?.[part], tree) === "string";

  const interval = (low, high, form = numbers.signed) => `${form(low)} ${t("words.to")} ${form(high)}`;

  function list(items, comma = ", ") {
    if (items.length < 2) return items.join("");
    if (comma !== ", ") return items.join(comma);
    return `${items.slice(0, -1).join(comma)} ${t("words.and")} ${items[items.length - 1]}`;
  }

  /** Years as text, runs joined: 2026–2029 and 2033. */
  function years(values) {
    const runs = [];
    for (const year of values) {
      const run = runs[runs.length - 1];
      if (run && run[1] === year - 1) run[1] = year;
      else runs.push([year, year]);
    }
    return list(runs.map(([from, to]) => (from === to ? String(from) : `${from}${EN_DASH}${to}`)));
  }

  const inSentence = (name) => (/^.[^A-ZÆØÅ0-9]/.test(name) ? name[0].toLowerCase() + name.slice(1) : name);
  const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
  /** A title as a sentence of its own. */
  const ended = (title) => (/[.?!]$/.test(title) ? title : `${title}.`);
  const pick = (object, field) => object[`${field}_${lang}`] ?? "";

  return { lang, style, t, has, ...numbers, interval, list, years, inSentence, capital, ended, pick };
}
