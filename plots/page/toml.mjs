// @ts-check
// An alternative as the text of a scenario file, and back. The file opens unchanged with the command.
import { parse, stringify } from "smol-toml";

/** @typedef {Record<string, any>} Values */
/** @typedef {{ key: string, values: Values, follows?: import("./form/follow.mjs").Follows }} Action an action of a form; `key` is the page's own,
 * `follows` the dates that nobody has set */
/** @typedef {{ id: string, name: string, actions: Action[], other: string, root?: string, tables?: Record<string, string> }} Alternative `root`: the file that it is
 * written on, where that isn't the region's; `tables` of its own by file */
/** @typedef {Map<string, { list?: string, unit?: string }>} Units which keys are dates, and which have their unit written */

/** A letter as it stands in a string of TOML. @param {string} letter */
function inString(letter) {
  const code = letter.charCodeAt(0);
  if (letter === '"' || letter === "\\") return `\\${letter}`;
  return code < 32 || code === 127 ? `\\u${code.toString(16).padStart(4, "0")}` : letter;
}
const quoted = (/** @type {string} */ text) => `"${[...text].map(inString).join("")}"`;

/** @param {number} number */
const numberText = (number) => (Number.isFinite(number) ? String(number) : "nan");

const isGiven = (/** @type {any} */ value) =>
  value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

/**
 * Keys in the order of the schema, so that the same form gives the same text.
 * @typedef {{ name: string, kind: string, unit?: string, with_unit?: boolean }} Key
 */

/** @param {Key | undefined} key @param {any} value @returns {string} */
export function valueText(key, value) {
  if (Array.isArray(value)) return `[${value.map((item) => valueText(key, item)).join(", ")}]`;
  if (value !== null && typeof value === "object") {
    const given = Object.entries(value).filter(([, part]) => isGiven(part));
    const parts = given.map(([name, part]) => {
      const isNumber = ["value", "low", "high"].includes(name);
      return `${name} = ${isNumber ? valueText(key, part) : quoted(String(part))}`;
    });
    return `{ ${parts.join(", ")} }`;
  }
  if (typeof value === "boolean") return String(value);
  if (key?.kind === "date") return String(value);
  if (typeof value === "number") return key?.with_unit ? quoted(`${numberText(value)} ${key.unit}`) : numberText(value);
  return quoted(String(value));
}

/** Letters that an id may have. @param {string} name */
export const slug = (name) =>
  name
    .toLowerCase()
    .replace(/æ/g, "ae")
    .replace(/ø/g, "o")
    .replace(/å/g, "a")
    .normalize("NFD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40) || "uten-navn";

/** Ids of the alternatives of a region, no two alike. @param {string} base @param {Alternative[]} all @param {Alternative} one */
export function scenarioId(base, all, one) {
  const wanted = slug(one.name);
  const before = all.slice(0, all.indexOf(one)).filter((other) => slug(other.name) === wanted).length;
  return `${base}-${wanted}${before > 0 ? `-${before + 1}` : ""}`;
}

/**
 * The file, of each line which field it is of, and of each action its id.
 * @param {{ root: string, id: string, title: string, alternative: Alternative, keys: Key[] }} what
 */
export function tomlOf({ root, id, title, alternative, keys }) {
  const lines = [
    "schema = 1",
    `extends = ${quoted(root)}`,
    "",
    "[scenario]",
    `id = ${quoted(id)}`,
    `title = ${quoted(title)}`,
  ];
  const places = /** @type {Map<number, { action: string, key: string }>} */ (new Map());
  const ids = /** @type {Map<string, string>} */ (new Map());
  for (const { key: action, values } of alternative.actions) {
    lines.push("", "[[action]]");
    places.set(lines.length, { action, key: "" });
    const own = values.id ?? values.kind;
    let name = own;
    for (let i = 2; ids.has(name); ++i) name = `${own}-${i}`;
    ids.set(name, action);
    for (const key of keys) {
      const value = key.name === "id" ? name : values[key.name];
      if (!isGiven(value)) continue;
      lines.push(`${key.name} = ${valueText(key, value)}`);
      places.set(lines.length, { action, key: key.name });
    }
  }
  const other = alternative.other.trim();
  const otherFrom = lines.length + 2;
  if (other) lines.push("", ...other.split("\n"));
  return { text: `${lines.join("\n")}\n`, places, ids, otherFrom };
}

const isQuantity = (/** @type {any} */ value) => value !== null && typeof value === "object" && "value" in value;

/** A value of a file as a form has it. @param {Key | undefined} key @param {any} value @returns {any} */
function formValue(key, value) {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map((item) => formValue(key, item));
  if (isQuantity(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [
        name,
        ["value", "low", "high"].includes(name) ? formValue(key, part) : part,
      ]),
    );
  if (typeof value === "bigint") return Number(value);
  if (key?.with_unit && typeof value === "string") {
    const found = /^(-?[0-9.]+) ([a-z]+)$/.exec(value);
    if (found && (found[2] === key.unit || `${found[2]}s` === key.unit)) return Number(found[1]);
  }
  return value;
}

/** Whether a form can show an entry: its kind is known, and its values are of the forms above. @param {any} entry @param {Map<string, Key>} keys */
const isForm = (entry, keys) =>
  typeof entry?.kind === "string" &&
  entry.remove === undefined &&
  Object.entries(entry).every(
    ([name, value]) =>
      keys.has(name) && !(keys.get(name)?.with_unit && typeof formValue(keys.get(name), value) === "string"),
  );

/**
 * A what-if file as an alternative: actions become forms, all else stays text. Throws { line, column, message } of bad TOML.
 * @param {string} text @param {Key[]} keys @param {() => string} newKey
 */
export function alternativeOf(text, keys, newKey) {
  const {
    schema,
    extends: root,
    scenario,
    action,
    ...rest
  } = /** @type {any} */ (parse(text, { integersAsBigInt: "asNeeded" }));
  const byName = new Map(keys.map((key) => [key.name, key]));
  const entries = Array.isArray(action) ? action : [];
  const formed = entries.length > 0 && entries.every((entry) => isForm(entry, byName));
  const actions = formed
    ? entries.map((entry) => ({
        key: newKey(),
        values: Object.fromEntries(
          Object.entries(entry).map(([name, value]) => [name, formValue(byName.get(name), value)]),
        ),
      }))
    : [];
  const left = { ...rest, ...(entries.length > 0 && !formed ? { action } : {}) };
  const other = Object.keys(left).length > 0 ? stringify(left) : "";
  return {
    schema,
    root: typeof root === "string" ? root : "",
    name: String(scenario?.title ?? scenario?.id ?? ""),
    actions,
    other,
  };
}
