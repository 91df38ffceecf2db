// @ts-check
// Actions of the alternative that is looked at.
import { firstValues } from "../form/defaults.mjs";
import { followsOf, settled } from "../form/follow.mjs";
import { changes, newAlternative, newKey } from "../state.mjs";
import { alternativeOf } from "../toml.mjs";
import { questionName } from "../take.mjs";
import { PAGE_TREES, pageWords } from "../words.mjs";
import { chosenOf } from "./alternatives.mjs";

/** @param {any} app @param {(selector: string) => void} focus */
export function actionActs(app, focus) {
  const t = (/** @type {string} */ key, /** @type {any} */ values = {}) => app.words.t(key, values);
  /** A name that nobody has given, in whatever language, gives way to what is asked. @param {any} one */
  const isUnnamed = (one) =>
    one.actions.length === 0 &&
    Object.keys(PAGE_TREES).some((lang) =>
      [1, 2, 3, 4, 5].some((n) => one.name === pageWords(lang).t("ask.unnamed", { n })),
    );
  return {
    addAction(/** @type {string} */ entry) {
      let { work } = app;
      if (isUnnamed(chosenOf(app))) work = changes.chosen(work, (one) => ({ ...one, name: t(`kinds.${entry}`) }));
      const values = firstValues(app.facts, entry);
      work = changes.addAction(work, values, followsOf(values));
      app.history.step(work);
      const key = work.alternatives.find((/** @type {any} */ one) => one.id === work.chosen)?.actions.at(-1)?.key;
      focus(`[id^="f-${key}-"]`);
    },
    removeAction(/** @type {string} */ key) {
      app.history.step(changes.removeAction(app.work, key));
      focus("#add-action");
    },
    change: (/** @type {string} */ key, /** @type {string} */ about, /** @type {(values: any) => any} */ change) =>
      app.history.step(
        changes.action(app.work, key, (action) => settled(app.facts, action, change(action.values))),
        `${key} ${about}`,
      ),
    shippedAs(/** @type {string} */ name) {
      const question = app.region.questions.find((/** @type {any} */ one) => one.name === name);
      return app.act.alternativeOf(app.region.files[name], questionName(question, app.words.lang));
    },
    takeShipped: (/** @type {string} */ name) => app.act.addOrFill(app.act.shippedAs(name)),
    /** A what-if of a file, on top of what it is written on. @param {string} text @param {string} title */
    alternativeOf(text, title) {
      const { actions, other, root } = alternativeOf(text, app.forms.keys, newKey);
      const on = root === app.region.root ? {} : { root };
      return { ...newAlternative(title), actions, other, ...on };
    },
  };
}
