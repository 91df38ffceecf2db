// @ts-check
// What is wrong with an alternative, each thing once and at its field, in the words of the form.
import { entryOf } from "./defaults.mjs";
import { faultsOf } from "./faults.mjs";
import { fieldOf, isOfValues, speaker, spokenNumbers } from "./speak.mjs";

/** @typedef {{ message: string, field: { action: string, key: string } | null }} Listed */

const capital = (/** @type {string} */ text) => text.charAt(0).toLocaleUpperCase("nb") + text.slice(1);
/** The actions of an alternative by the ids that its file gives them. @param {any} app @param {any} one */
const byId = (app, one) =>
  new Map(
    [...app.fileOf(one).ids].map(([id, key]) => {
      const at = one.actions.findIndex((/** @type {any} */ action) => action.key === key);
      return [id, { key, number: at + 1, entry: entryOf(one.actions[at].values) }];
    }),
  );

/** @param {any} app */
function speakerOf(app) {
  const { t, lang } = app.words;
  return speaker({ t, lang, called: app.fields.called, keys: app.forms.keys });
}

/** A fault in words. @param {any} app @param {import("./faults.mjs").Fault} fault @param {(key: string) => string} label */
function textOf({ words: { t, lang } }, { text, values = {} }, label) {
  const said = Object.entries(values).map(([name, value]) => {
    if (name === "other") return [name, label(value)];
    return [name, name === "kind" ? t(`kinds.${value}`) : spokenNumbers(String(value ?? ""), lang)];
  });
  return t(`fault.${text}`, { kind: t("kinds.close"), ...Object.fromEntries(said) }).trim();
}

/** What is wrong with one action: by field, "" for the whole. @param {any} app @param {any} action @param {any[]} problems at it @param {ReturnType<typeof byId>} actions @param {ReturnType<typeof speaker>} speak */
function ofAction(app, action, problems, actions, speak) {
  const { values } = action,
    form = app.fields.formOf(app.forms, values),
    faults = faultsOf(form, values);
  const keys = [...form.needed, ...form.may].map((/** @type {any} */ field) => field.key);
  const isSaid = (/** @type {any} */ p) =>
    p.key === "" || p.key === "id"
      ? faults.length > 0 && isOfValues(p.message)
      : faults.some(({ key }) => key === p.key);
  const own = faults.map((fault) => ({ key: fault.key, text: textOf(app, fault, speak.label) }));
  const others = problems
    .filter((p) => !isSaid(p))
    .map((p) => ({
      key: keys.includes(p.key) ? p.key : fieldOf(p.message, values, keys),
      text: speak.say(p.message, actions),
    }));
  // A day before all years is before the counted ones too: one reason is enough.
  const early = others.filter(({ key }) => key === "date").length > 1 ? app.words.t("fault.before_run") : "";
  const all = [...own, ...others.filter(({ text }) => early === "" || text.toLowerCase() !== early)];
  return all.filter((one, i) => all.findIndex(({ key, text }) => key === one.key && text === one.text) === i);
}

/**
 * By action and field, of the lines of a file, and all as a list.
 * @param {any} app @param {string} id
 * @returns {{ byAction: Map<string, Map<string, string[]>>, other: string[], all: Listed[] }}
 */
export function problemsOf(app, id) {
  const { t } = app.words;
  const answered = app.answers[id],
    one = app.work.alternatives.find((/** @type {any} */ a) => a.id === id);
  const byAction = /** @type {Map<string, Map<string, string[]>>} */ (new Map()),
    other = /** @type {string[]} */ ([]),
    all = /** @type {Listed[]} */ ([]);
  if (!one || !answered?.problems) return { byAction, other, all };
  const placed = /** @type {Map<string, any[]>} */ (new Map());
  for (const p of answered.problems) {
    const isOwn = p.file === `${id}.toml`,
      place = isOwn ? answered.places.get(p.line) : undefined;
    if (place && one.actions.some((/** @type {any} */ action) => action.key === place.action)) {
      placed.set(place.action, [...(placed.get(place.action) ?? []), { ...p, key: place.key }]);
      continue;
    }
    const message = p.line > 0 && !isOwn ? t("place", p) : p.message;
    if (isOwn) other.push(message);
    all.push({ message, field: null });
  }
  const actions = byId(app, one),
    speak = speakerOf(app);
  for (const [i, action] of one.actions.entries()) {
    const fields = new Map(),
      name = t(`kinds.${entryOf(action.values)}`),
      number = i + 1;
    if (!placed.has(action.key)) continue;
    for (const { key, text } of ofAction(app, action, placed.get(action.key) ?? [], actions, speak)) {
      fields.set(key, [...(fields.get(key) ?? []), capital(text)]);
      const field = key === "whose" ? t("ask.whose") : key && t(`keys.${key}`);
      all.push({
        message: t(key ? "fault.in_list" : "fault.whole_in_list", { number, name, field, text }),
        field: { action: action.key, key },
      });
    }
    byAction.set(action.key, fields);
  }
  return { byAction, other, all };
}

/** What may not be meant, with the action that it is of. @param {any} app @param {any} one @param {any[]} remarks @returns {string[]} */
export function remarksOf(app, one, remarks) {
  const { t } = app.words;
  const actions = byId(app, one),
    speak = speakerOf(app);
  return remarks.map(({ message }) => {
    const text = speak.say(message, actions),
      of = actions.get(/^(?:action\.)?([^\s:]+): /.exec(message)?.[1] ?? "");
    return of ? t("fault.whole_in_list", { number: of.number, name: t(`kinds.${of.entry}`), text }) : text;
  });
}
