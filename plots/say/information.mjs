// Which figure first: what information.csv says of figures that nobody has, of knowing one, and of the counts to come.

import { isOpen } from "./verdicts.mjs";

const isOf = (row, measures) => measures.includes(row.measure);
const cellOf = (cells, row) => cells.find((cell) => cell.trust.id === row.trust && cell.service.id === row.service);
const inputsOf = (rows) => [...new Set(rows.map((row) => row.input))];
/** Beds that are shown as none. */
const LEAST_BEDS = 0.05;
const GAINS = ["wrong-utilisation", "wrong-service-level", "beds"],
  TRIGGERS = ["expected", "trigger-short", "trigger-enough"];

/** Asked for together, of a service or of a counted sum; else one figure by its address. */
const BUNDLE = /^(service|split)\.([^.]+)$/;

/** Figures that nobody has, most decided first: [{ input, bundle, decided, cells }]; those that decide nothing are left out. */
export function openFigures(results, cells) {
  const rows = results.tables.information.filter((row) => isOf(row, ["decided"]));
  return inputsOf(rows)
    .map((input) => {
      const mine = rows.filter((row) => row.input === input);
      return {
        input,
        bundle: BUNDLE.exec(input),
        decided: mine.reduce((sum, row) => sum + row.value, 0),
        cells: mine.map((row) => cellOf(cells, row)).filter(Boolean),
      };
    })
    .filter(({ decided, cells: mine }) => decided > 0 && mine.length > 0)
    .sort((a, b) => (b.bundle !== null) - (a.bundle !== null) || b.decided - a.decided);
}

/** Norwegian registers that count what no public table has, by the ids that services go by. */
const keeperOf = (texts, service) => texts.t(service.startsWith("intensiv") ? "questions.nir" : "questions.npr");

/** What to ask for, and whom; of one figure alone what it is. */
export function requestText(results, texts, { input, bundle, cells }) {
  if (bundle === null) return inputText(results, texts, input);
  const [first] = cells,
    keeper = keeperOf(texts, first.service.id);
  if (bundle[1] === "service") {
    const service = results.service(bundle[2]) ?? first.service;
    return texts.t("questions.ask_service", { keeper, service: texts.pick(service, "name") });
  }
  const group = results.service(results.parts.get(first.service.id)) ?? first.service;
  const names = { keeper, group: texts.inSentence(texts.pick(group, "name")), trust: first.trust.short };
  return texts.t("questions.ask_split", names);
}

/** "4 of 4", or on average where it hangs on what the figure turns out to be. */
export function decidedText(texts, { decided, cells }) {
  const whole = Math.abs(decided - Math.round(decided)) < 1e-9;
  const values = { n: whole ? texts.number(decided) : texts.number(decided, 1), of: cells.length };
  return texts.t(whole ? "questions.decides" : "questions.decides_mean", values);
}

/** What knowing an input spares in a cell, most first: [{ cell, input, gains: measure → { value, se } }]; no mere noise. */
export function worthOf(results, cells) {
  const found = new Map();
  for (const row of results.tables.information) {
    const cell = isOf(row, GAINS) && cellOf(cells, row);
    if (!cell) continue;
    const key = `${row.trust}|${row.service}|${row.input}`;
    if (!found.has(key)) found.set(key, { cell, input: row.input, gains: {} });
    found.get(key).gains[row.measure] = { value: row.value, se: row.se };
  }
  const most = ({ gains }) =>
    Math.max(gains["wrong-utilisation"]?.value ?? 0, gains["wrong-service-level"]?.value ?? 0);
  return [...found.values()]
    .filter(({ gains }) => most({ gains }) > 0 || (gains.beds?.value ?? 0) >= LEAST_BEDS)
    .sort((a, b) => most(b) - most(a) || (b.gains.beds?.value ?? 0) - (a.gains.beds?.value ?? 0));
}

/** Whether an input is everything, or a group of inputs but for the people, who are one thing to find out. */
export const isWhole = ({ input }) => ["all", "level", "rates", "stays", "factors"].includes(input);

/** An input in words: a group of inputs, or what the figure at an address is and of what; else null. */
export function inputText(results, texts, input) {
  if (texts.has(`questions.inputs.${input}`)) return texts.t(`questions.inputs.${input}`);
  const { t } = texts,
    [family, ...rest] = input.split("."),
    field = rest.pop();
  if (rest.length === 0 || !texts.has(`questions.what.${family}.${field}`)) return null;
  const what = t(`questions.what.${family}.${field}`),
    of = ownerText(results, texts, family, rest.join("."));
  return of === "" ? what : t("questions.what_of", { what, of });
}

/** Whose a figure is, by the id in its address: trusts and services in words, a stock's or an effect's own name. */
function ownerText(results, texts, family, id) {
  const named = { stock: results.context.stocks }[family]?.find((one) => one.id === id);
  if (named) {
    const own = [named.trust, named.service].map((one) => nameOf(results, texts, one)).filter(Boolean);
    return [texts.inSentence(texts.pick(named, "name")), ...own].join(", ");
  }
  return idWords(results, texts, id);
}

function nameOf(results, texts, id) {
  const trust = results.trust(id),
    service = results.service(id);
  return trust ? trust.short : service ? texts.inSentence(texts.pick(service, "name")) : null;
}

/**
 * The words of an id that is made of ids: trust-service, as of a count, or trust-service-trust, as of where patients are treated.
 * What isn't made so stays as it is.
 */
function idWords(results, texts, id) {
  const whole = nameOf(results, texts, id);
  if (whole) return whole;
  const trusts = results.trusts.map((trust) => trust.id);
  for (const from of trusts.filter((trust) => id.startsWith(`${trust}-`))) {
    const rest = id.slice(from.length + 1),
      names = { from: nameOf(results, texts, from) };
    if (results.service(rest)) return texts.t("questions.owner", { ...names, service: nameOf(results, texts, rest) });
    const to = trusts.find((trust) => rest.endsWith(`-${trust}`)),
      service = to && rest.slice(0, -to.length - 1);
    if (to && results.service(service))
      return texts.t(to === from ? "questions.owner_at_home" : "questions.owner_route", {
        ...names,
        to: nameOf(results, texts, to),
        service: nameOf(results, texts, service),
      });
  }
  return id;
}

/** A value with its standard error; nothing where it isn't above noise. */
export function gainText(texts, gain, scale, decimals) {
  if (!gain || !(gain.value > 0)) return "–";
  const [value, error] = [gain.value, gain.se ?? 0].map((one) => texts.number(one * scale, decimals));
  return texts.t("questions.gain", { value, error });
}

/** The count that a cell's verdict of a year waits for: { counted, expected, short, enough, places }; null where none is told. */
export function triggerOf(results, cell, year) {
  const rows = results.tables.information.filter(
    (row) => row.trust === cell.trust.id && row.service === cell.service.id && row.year === year && isOf(row, TRIGGERS),
  );
  const of = (measure) => rows.find((row) => row.measure === measure);
  const expected = of("expected");
  if (!expected) return null;
  return {
    counted: expected.input,
    places: expected.unit === "beds",
    expected: expected.value,
    short: of("trigger-short")?.value ?? null,
    enough: of("trigger-enough")?.value ?? null,
  };
}

export const amountText = (texts, { places }, value) => texts.number(value, places ? 1 : 0);

/** What a count would have to be for the verdict to turn, in a sentence; empty where the run doesn't say. */
export function triggerText(results, texts, cell, year) {
  const trigger = triggerOf(results, cell, year);
  if (trigger === null) return "";
  const kind = trigger.places ? "places" : "days";
  const isShort = trigger.places ? trigger.expected <= trigger.short : trigger.expected >= trigger.short;
  const wordOf = (word) => (word === "short" && isShort ? "short_now" : word);
  const turns = ["short", "enough"]
    .filter((word) => trigger[word] !== null)
    .map((word) => texts.t(`questions.${kind}_${wordOf(word)}`, { amount: amountText(texts, trigger, trigger[word]) }));
  return texts.t(isOpen(cell.verdictAt(year)) ? "questions.trigger" : "questions.trigger_level", {
    counted: trigger.counted,
    year,
    expected: texts.t(`questions.${kind}`, { amount: amountText(texts, trigger, trigger.expected) }),
    turns: turns.length > 0 ? turns.join("; ") : texts.t("questions.no_count"),
  });
}
