// @ts-check
// Alternatives: new ones, copies, and which is looked at.
import { changes, isEmpty, newAlternative, newKey } from "../state.mjs";

/** @param {any} app */
export const chosenOf = (app) => app.work.alternatives.find((/** @type {any} */ one) => one.id === app.work.chosen);

/** @param {any} app @param {(selector: string) => void} focus */
export function alternativeActs(app, focus) {
  const t = (/** @type {string} */ key, /** @type {any} */ values) => app.words.t(key, values);
  const step = (/** @type {any} */ work, about = "") => app.history.step(work, about);
  return {
    /** An alternative that nothing has been done to gives its place. @param {any} made */
    addOrFill(made) {
      const one = chosenOf(app);
      step(
        one && isEmpty(one)
          ? changes.chosen(app.work, (old) => ({ ...made, id: old.id }))
          : changes.add(app.work, made),
      );
    },
    choose: (/** @type {string} */ id) => app.history.look({ ...app.work, chosen: id }),
    walk(/** @type {KeyboardEvent} */ event) {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!by) return;
      const all = app.work.alternatives;
      const at = all.findIndex((/** @type {any} */ one) => one.id === app.work.chosen);
      const next = all[(at + by + all.length) % all.length];
      app.history.look({ ...app.work, chosen: next.id });
      focus(`#tab-${next.id}`);
    },
    add() {
      const used = new Set(app.work.alternatives.map((/** @type {any} */ one) => one.name));
      let n = 1;
      while (used.has(t("ask.unnamed", { n }))) ++n;
      step(changes.add(app.work, newAlternative(t("ask.unnamed", { n }))));
      focus("#add-action");
    },
    duplicate() {
      const one = chosenOf(app);
      const actions = one.actions.map((/** @type {any} */ action) => ({ ...action, key: newKey() }));
      step(changes.add(app.work, { ...one, id: newKey(), name: t("ask.copy_of", { name: one.name }), actions }));
      focus("#name");
    },
    remove: () => step(changes.remove(app.work, app.work.chosen)),
    rename: (/** @type {string} */ name) =>
      step(
        changes.chosen(app.work, (one) => ({ ...one, name })),
        "name",
      ),
    other: (/** @type {string} */ text) =>
      step(
        changes.chosen(app.work, (one) => ({ ...one, other: text })),
        "other",
      ),
    showOther() {
      app.showOther = true;
      focus("#other");
    },
  };
}
