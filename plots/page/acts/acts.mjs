// @ts-check
// What the controls do.
import { fileName } from "../save.mjs";
import { pageWords } from "../words.mjs";
import { alternativeActs } from "./alternatives.mjs";
import { actionActs } from "./actions.mjs";
import { fileActs } from "./files.mjs";
import { fullActs } from "./full.mjs";
import { intakeActs } from "./intake.mjs";
import { keptActs } from "./kept.mjs";
import { ssbActs } from "./ssb.mjs";

/** @param {any} app */
export function actionsOf(app) {
  /** Once it has been drawn again. @param {string} selector */
  const focus = (selector) => {
    app.afterShow = () => {
      app.afterShow = undefined;
      /** @type {HTMLElement | null} */ (document.querySelector(selector))?.focus();
    };
    app.show();
  };
  return {
    ...viewActs(app, focus),
    ...alternativeActs(app, focus),
    ...actionActs(app, focus),
    ...fullActs(app, focus),
    ...fileActs(app),
    ...intakeActs(app),
    ...ssbActs(app),
    ...keptActs(app),
  };
}

/** @param {any} app @param {(selector: string) => void} focus */
const viewActs = (app, focus) => ({
  view(/** @type {any} */ event, /** @type {string} */ name) {
    event.preventDefault();
    app.view = name;
    app.drawLater();
    window.scrollTo(0, 0);
    focus("main h1");
  },
  language() {
    app.words = pageWords(app.words.lang === "nb" ? "en" : "nb");
    app.charts = {};
    app.besideCharts = null;
    app.rename();
    app.keepAll();
    app.show();
    void app.relanguage();
  },
  region: (/** @type {string} */ id) => app.turnTo(id),
  year(/** @type {number} */ year) {
    Object.assign(app, { year, yearOf: app.work.chosen });
    app.show();
  },
  allCells() {
    app.allCells = true;
    app.show();
  },
  stopAsking: () => app.restartAsker(),
  why: () => focus("#why-near"),
  /** From side by side to what has to be mended. @param {string} id @param {any} field */
  mend(id, field) {
    app.view = "ask";
    app.history.look({ ...app.work, chosen: id });
    if (field) app.act.goTo(field);
    else focus("main h1");
  },
  goTo: (/** @type {any} */ place) =>
    focus(place.key ? `#f-${place.action}-${place.key}` : `[id^="f-${place.action}-"]`),
  show(/** @type {string} */ page, /** @type {string} */ title) {
    app.shown = { page, title, file: `${fileName(title)}.html` };
    app.afterShow = () => {
      const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog.shown"));
      if (!dialog) return;
      app.afterShow = undefined;
      if (!dialog.open) dialog.showModal();
    };
    app.show();
  },
  hide() {
    app.shown = null;
    app.show();
  },
});
