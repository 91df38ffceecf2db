// @ts-check
// The engine's messages, which are of files, in the words of the forms: labels for keys, names for ids; and which field each is of.

/** @typedef {(key: string, values?: any) => string} Texts */

/** What a message is about, where it names no line of a field. The first that fits. @type {[RegExp, string[]][]} */
const FIELDS = [
  [/full_from/, ["full_from"]],
  [/until/, ["until"]],
  [/for mye; en enhet|a unit can't close more|beredskap (er summen|is the total)/, ["beds"]],
  [
    /capacity_from|telt til og med|are counted up to|ligger alt i tallene|in the figures already|^må gjelde fra|^must be from/,
    ["date"],
  ],
  [/, med to = |, with to = /, ["to"]],
  [/uten share deler|without share the beds/, ["share"]],
  [/with_patients/, ["with_patients"]],
  [
    /pasientene er der allerede|patients are there already|\[\[overflow\]\]|enhet der først|unit there first|trenger to|needs to /,
    ["to"],
  ],
  [/blir borte helt|vanish altogether|mer enn alle liggedøgn|more than all bed days/, ["percent", "days", "share"]],
  [/prosent må brukes|takes percent/, ["days", "stay_of_those"]],
  [/i alderen|at ages/, ["age_from", "age_to"]],
  [/ingen pasienter passer|no patients fit|\[\[unit\]\] (med|of)/, ["service"]],
  [/waiting_days/, ["waiting_days"]],
  [/persons/, ["persons", "stock"]],
  [/gjelder samme bestand|the same stock/, ["stock"]],
  [/én dato for hver del|one date for each part/, ["of"]],
  [/new_unit|finnes fra før|is there already/, ["new_unit"]],
];

/** What isn't in the form can't be pointed at. @param {string} message @param {import("../toml.mjs").Values} values @param {string[]} keys */
export const fieldOf = (message, values, keys) => {
  const fits = FIELDS.find(([pattern]) => pattern.test(message))?.[1].filter((key) => keys.includes(key)) ?? [];
  return fits.find((key) => values[key] !== undefined) ?? fits[0] ?? "";
};

/** Messages that say what faults.mjs says, of a whole action. */
export const isOfValues = (/** @type {string} */ message) =>
  /^(action\.\S+: (mangler|\S+ (is|are) missing)|action\.\S+: .* missing|kind = "|(\S+: )?(full_from|until|every_year|age_from|flytter enheten|moves the unit))/.test(
    message,
  );

/** Lists of a file, by what they are to a planner. */
const LISTS = ["stay", "unit", "flow", "overflow", "change", "activity", "service", "stock"];

const escaped = (/** @type {string} */ text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const word = (/** @type {string} */ inner) => new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${inner})(?![\\p{L}\\p{N}_-])`, "gu");
const anyOf = (/** @type {Iterable<string>} */ ids) =>
  [...ids]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join("|") || "(?!)";

/** Days and numbers as people write them. @param {string} text @param {string} lang */
export const spokenNumbers = (text, lang) =>
  lang === "nb"
    ? text
        .replace(/\b(\d{4})-(\d\d)-(\d\d)\b/g, (_, year, month, day) => `${Number(day)}.${Number(month)}.${year}`)
        .replace(/(?<![\p{L}\d.,])-?\d+\.\d+(?![\d.])/gu, (number) => number.replace(".", ","))
        .replace(/(?<![\p{L}\d–-])-(?=\d)/gu, "\u2212")
    : text.replace(/(?<![\p{L}\d–-])-(?=\d)/gu, "\u2212");

/**
 * Gives words to messages. `actions` are those of the alternative by the id that the file gives them.
 * @param {{ t: Texts, lang: string, called: import("./names.mjs").Names, keys: { name: string }[] }} what
 */
export function speaker({ t, lang, called, keys }) {
  const label = (/** @type {string} */ key) => t("fault.quoted", { text: t(`keys.${key}`) });
  const known = new Set(keys.map(({ name }) => name));
  const long = word(anyOf([...known].filter((name) => name.includes("_"))));
  const valued = new RegExp(`(?<![\\p{L}\\p{N}_-])(${anyOf(known)}) = (?:("[^"]*")|(-?[\\d.]+))`, "gu");
  const named = new RegExp(`[«"](${anyOf(called.changes.keys())})[»"]`, "g");
  const units = word(anyOf(called.units.keys()));
  const cell = word(`(${anyOf(called.trusts.keys())}) (${anyOf(called.services.keys())})`);
  const alone = word(anyOf([...called.trusts.keys(), ...called.services.keys()].filter((id) => id.length > 2)));

  /** Without what only a file needs. @param {string} message */
  const withoutFile = (message) =>
    message
      .replace(/; (skriv som|write it as) .*$/s, "")
      .replace(/^kind = "[^"]*": /, "")
      .replace(/ \((plan = "possible"|when_full [^)]*|[^()]*\.csv|(linje|line) \d+)\)/g, "")
      .replace(/\[\[action\]\] /, "")
      .replace(/^(?:an )?id (?=kan|can)/, "")
      .replace(/(datoen er før|the date is before) capacity_from/, t("fault.before_run"))
      .replace(/(fant|found) .*; (ventet en av|expected one of) .*$/s, t("fault.not_there"))
      .replace(/; skriv unit = "[^"]*"|; write unit = "[^"]*"/, t("fault.is_there"));
  /** @param {string} message */
  const withLabels = (message) =>
    message
      .replace(/kind = "([^"]*)"/g, (_, kind) => t("fault.quoted", { text: t(`kinds.${kind}`) }))
      .replace(valued, (_, key, text, number) =>
        text === '"…"' ? label(key) : `${label(key)} ${text ?? number.replace(".", lang === "nb" ? "," : ".")}`,
      )
      .replace(/persons × share/, `${label("persons")} × ${label("share")}`)
      .replace(/^persons (?=og|and)/, `${label("persons")} `)
      .replace(
        /(samme|same) trust, service, site/,
        (_, same) => `${same} ${["trust", "service", "site"].map(label).join(", ")}`,
      )
      .replace(
        /(?<=(?:uten|without|trenger|needs|enten|either|eller|or|og|and|etter|after) )(to|share|date|percent|days|until)(?= |$|:|,|;)/g,
        (key, _, at, all) => (isKeyAt(all, at, key) ? label(key) : key),
      )
      .replace(long, (key) => label(key))
      .replace(/\[\[(\w+)\]\]/g, (all, list) => (LISTS.includes(list) ? t(`fault.list.${list}`) : all));
  /** @param {string} message */
  const withNames = (message) =>
    message
      .replace(cell, (_, trust, service) => `${called.trust(trust)}, ${called.service(service)}`)
      .replace(units, (id) => called.unit(id))
      .replace(alone, (id) => (called.trusts.has(id) ? called.trust(id) : called.service(id)))
      .replace(word("outside"), t("word.outside"))
      .replace(named, (_, id) => t("fault.quoted", { text: called.change(id) }));

  /** @param {string} message @param {Map<string, { number: number, entry: string }>} actions */
  const say = (message, actions) => {
    const own = [...actions.keys()];
    const prefix = new RegExp(`^(?:action\\.)?(?:${anyOf(own)}): `);
    const ours = new RegExp(`[«"](${anyOf(own)})(?:-to)?[»"]`, "g");
    const bare = withoutFile(message.replace(prefix, "")).replace(ours, (_, id) => {
      const { number, entry } = /** @type {any} */ (actions.get(id));
      return t("fault.action", { number, name: t(`kinds.${entry}`) });
    });
    const said = spokenNumbers(withNames(withLabels(bare)), lang);
    return said.charAt(0).toLocaleUpperCase("nb") + said.slice(1);
  };
  return { say, label };
}

/** In English "to" and "share" are words too: a key stands before an end, a colon, or where a value is meant. @param {string} all @param {number} at @param {string} key */
function isKeyAt(all, at, key) {
  const after = all.slice(at + key.length);
  return (
    !["to", "share"].includes(key) || /^(:|,|;|$| (de|they|plassene|the beds|stay|blir|deler|må|must))/.test(after)
  );
}
