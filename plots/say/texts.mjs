// Words and numbers in the reader's language. Texts live in texts/<lang>.mjs; nothing else in this stage holds a sentence.
import en from "./texts/en.mjs";
import nb from "./texts/nb.mjs";

export const TREES = { nb, en };
export const LANGUAGES = Object.keys(TREES);
const MINUS = "\u2212",
  NBSP = "\u00a0",
  EN_DASH = "\u2013";

const STYLE = {
  nb: { decimal: ",", thousands: NBSP, percent: `${NBSP}%` },
  en: { decimal: ".", thousands: ",", percent: "%" },
};

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
  const style = STYLE[lang];

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

  function number(value, decimals = 0) {
    const [whole, fraction] = Math.abs(value).toFixed(decimals).split(".");
    const grouped =
      whole.length > 4 || lang === "en" || whole.length === 4
        ? whole.replace(/\B(?=(\d{3})+$)/g, style.thousands)
        : whole;
    const digits = fraction ? `${grouped}${style.decimal}${fraction}` : grouped;
    return value < 0 && /[1-9]/.test(digits) ? MINUS + digits : digits;
  }

  /** Beds: one decimal below ten, whole above; a shown zero is "0". */
  function beds(value) {
    const text = number(value, Math.abs(value) < 9.95 ? 1 : 0);
    return /[1-9]/.test(text) ? text : "0";
  }
  const signed = (value) => {
    const text = beds(value);
    return value > 0 && text !== "0" ? `+${text}` : text;
  };
  const exact = (value) => number(value, 6).replace(new RegExp(`\\${style.decimal}?0+$`), "");

  /** A count of beds as capacity has it: no decimals where it is whole. */
  const capacity = (value) => (Math.abs(value - Math.round(value)) < 1e-9 ? number(value) : number(value, 1));

  /** A probability; never rounded on to or over the class limits, nor to 0 or 100 where it isn't. */
  function percent(share) {
    const points = share * 100;
    if (points > 0 && points < 1) return `<1${style.percent}`;
    if (points > 99 && points < 100) return `>99${style.percent}`;
    const rounded = Math.round(points);
    const onLimit = (rounded === 50 || rounded === 10) && Math.abs(points - rounded) > 1e-9;
    return `${number(points, onLimit ? 1 : 0)}${style.percent}`;
  }
  const share = (value) => `${exact(Math.round(value * 1000) / 10)}${style.percent}`;
  const interval = (low, high, form = signed) => `${form(low)} ${t("words.to")} ${form(high)}`;

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

  return {
    lang,
    t,
    has,
    number,
    beds,
    signed,
    capacity,
    exact,
    percent,
    share,
    interval,
    list,
    years,
    inSentence,
    capital,
    ended,
    pick,
    style,
  };
}
