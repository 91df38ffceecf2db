// @ts-check
// The page: what it knows, what its controls do, and that it is drawn again when something changes.
import { render } from "lit-html";
import { carriedJson, carriedText, sha256 } from "./payload.mjs";
import { actionsOf } from "./acts/acts.mjs";
import { drawing } from "./acts/draw.mjs";
import { fullAnswers, NOT_RUN } from "./acts/full.mjs";
import { fieldsFor } from "./form/fields.mjs";
import { problemsOf } from "./form/problems.mjs";
import { keeper, kept } from "./keep.mjs";
import { history, isEmpty, newAlternative } from "./state.mjs";
import { scenarioId, tomlOf } from "./toml.mjs";
import { shell } from "./view/shell.mjs";
import { pageWords } from "./words.mjs";
import { questions } from "./work/answers.mjs";
import { firstWorker } from "./work/first_worker.mjs";
import { startRemote, Stopped } from "./work/remote.mjs";

const SLOW_AFTER = 4000;

/** @type {any} */
const app = {
  words: pageWords("nb"),
  view: "findings",
  status: "starting",
  canAsk: false,
  engineReady: false,
  regions: [],
  region: null,
  work: { alternatives: [], chosen: "" },
  answers: {},
  charts: {},
  besideCharts: null,
  judged: {},
  full: NOT_RUN,
  fulls: {},
  ran: {},
  ssb: "ssb-07459",
  taken: { done: [], problems: [] },
  year: 0,
  keeps: true,
  workers: Math.max(1, Math.min(4, navigator.hardwareConcurrency || 2)),
};

let scheduled = false,
  drawn = false;
/** Draws once for all that changes in one turn. */
function show() {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(() => {
    scheduled = false;
    if (!app.region) return;
    document.documentElement.lang = app.words.lang;
    const place = /** @type {HTMLElement} */ (document.getElementById("page"));
    if (!drawn) takeOver(place);
    drawn = true;
    render(shell(app), place);
    app.afterShow?.();
  });
}
app.show = show;

/** What the file says before any script runs gives way, with its style. @param {HTMLElement} place */
function takeOver(place) {
  const words = (/** @type {string} */ selector) => [...place.querySelectorAll(selector)].map((one) => one.textContent);
  if (!document.getElementById("still")) app.found = { headline: words("main h1")[0], lead: words("main li") };
  place.replaceChildren();
  document.getElementById("still")?.remove();
  /** @type {HTMLStyleElement | null} */ (document.querySelector("style#style"))?.removeAttribute("media");
}

// --- What is made, kept and offered again
const save = keeper("work", () => {
  app.keeps = false;
  show();
});
const works = /** @type {Record<string, import("./state.mjs").Work>} */ ({});
app.history = history({ alternatives: [], chosen: "" }, (work) => {
  app.work = work;
  if (work === app.untouched) delete works[app.region.id];
  else works[app.region.id] = work;
  app.keepAll();
  app.askAgain();
  show();
});
app.keepAll = () => {
  const own = app.regions
    .filter((/** @type {any} */ r) => r.own)
    .map((/** @type {any} */ { id, files, root }) => ({ id, files, root }));
  // What lies there is not to be lost before somebody has said so.
  const earlier = app.offer ? { works: app.offer.works, own: app.offer.own } : undefined;
  save({ works, region: app.region.id, lang: app.words.lang, own, earlier, ran: app.ran });
};
app.works = works;
app.firstWork = () => {
  const { asked } = app.region; // what its report is of
  const first = asked ? app.act.shippedAs(asked) : newAlternative(app.words.t("ask.unnamed", { n: 1 }));
  return (app.untouched = { alternatives: [first], chosen: first.id });
};

/** The file of an alternative. @param {any} alternative */
app.fileOf = (alternative) =>
  tomlOf({
    root: alternative.root ?? app.region.root,
    id: scenarioId(app.facts.id, app.work.alternatives, alternative),
    title: alternative.name || app.words.t("ask.name"),
    alternative,
    keys: app.forms.keys,
  });
app.textOf = (/** @type {string} */ id) => {
  const found = app.work.alternatives.find((/** @type {any} */ a) => a.id === id);
  return found ? app.fileOf(found).text : "";
};
/** Whether an alternative asks something that can be answered. */
app.isSound = (/** @type {string} */ id) => {
  const found = app.work.alternatives.find((/** @type {any} */ a) => a.id === id);
  return (
    found && !isEmpty(found) && app.answers[id]?.answer !== undefined && app.answers[id].text === app.fileOf(found).text
  );
};

// --- The engine
let worker = "",
  module = /** @type {WebAssembly.Module | null} */ (null);
/** The region's texts, and the tables that alternatives bring with them. */
app.allFiles = () =>
  Object.assign({}, app.region.files, ...app.work.alternatives.map((/** @type {any} */ a) => a.tables));
/** @param {any} remote @param {any[]} alternatives */
const bringTables = async (remote, alternatives) => {
  for (const { tables } of alternatives)
    for (const [name, text] of Object.entries(tables ?? {})) await remote.call("put", name, text);
};
app.startWorker = async () => {
  const remote = startRemote(worker);
  await remote.call("start", module, app.words.lang);
  await remote.call("region", app.allFiles());
  return remote;
};

let asker = /** @type {any} */ (null);
let slowTimer = 0;
const asked = questions(
  async (name, text) => {
    clearTimeout(slowTimer);
    slowTimer = window.setTimeout(() => {
      app.slow = true;
      show();
    }, SLOW_AFTER);
    try {
      await bringTables(
        asker,
        app.work.alternatives.filter((/** @type {any} */ a) => `${a.id}.toml` === name),
      );
      return await asker.call("ask", name, text);
    } finally {
      clearTimeout(slowTimer);
      app.slow = false;
    }
  },
  (id, answered) => {
    const found = app.work.alternatives.find((/** @type {any} */ a) => a.id === id);
    app.answers[id] = { ...answered, places: found ? app.fileOf(found).places : new Map() };
    show();
    app.drawLater();
  },
);
app.asked = asked;

/** Asks of every alternative whose file isn't the one that was answered. */
app.askAgain = () => {
  if (!app.canAsk || !asker) return;
  for (const alternative of app.work.alternatives) {
    if (isEmpty(alternative)) continue;
    const { text } = app.fileOf(alternative);
    if (app.answers[alternative.id]?.text === text || app.waitingFor?.[alternative.id] === text) continue;
    app.waitingFor = { ...app.waitingFor, [alternative.id]: text };
    asked.put(alternative.id, text);
  }
  app.drawLater();
};

app.drawing = drawing(app, { idle: () => asked.idle(), bring: bringTables });
app.drawLater = app.drawing.later;

/** The answer takes too long: its worker is ended, another takes its place. */
app.restartAsker = async () => {
  asked.forget();
  asker?.stop();
  app.slow = false;
  await hold(startRemote(worker));
  show();
};

/** A worker that holds the region's base in few draws. Whether it is checked: it gives what it gave where the page was made.
 * @param {any} remote @param {Record<string, string>} [known] hashes of the base's tables by name */
async function hold(remote, known = {}) {
  const { region } = app,
    names = Object.keys(known);
  const base = { name: region.root, draws: app.draws };
  const told = await remote.call("begin", module, app.words.lang, app.allFiles(), base, names);
  const hashes = await Promise.all(told.checked.map(sha256));
  if (app.region !== region) {
    remote.stop(); // somebody has turned to another meanwhile
    throw new Stopped();
  }
  if (names.some((name, i) => hashes[i] !== known[name])) {
    remote.stop();
    return false;
  }
  asker = remote;
  app.asker = asker;
  app.forms = told.forms;
  app.facts = told.facts;
  app.about = told.about;
  app.canAsk = told.about.services;
  app.engineReady = true;
  app.rename();
  return true;
}
app.rename = () => {
  if (app.facts) app.fields = fieldsFor(app.facts, app.words.lang, app.words.t);
};

/** Reports and messages in the other language too. */
app.relanguage = async () => {
  await asker?.call("language", app.words.lang);
  await app.drawing.language(app.words.lang);
  app.answers = {};
  app.waitingFor = {};
  app.askAgain();
};

/** Another region: its texts to the engine, its work to the forms. @param {string} id */
app.turnTo = async (id) => {
  const region = app.regions.find((/** @type {any} */ r) => r.id === id);
  app.act.leaveRegion();
  asker?.stop();
  asker = null;
  app.drawing.forget();
  asked.forget();
  Object.assign(app, {
    region,
    answers: {},
    charts: {},
    besideCharts: null,
    waitingFor: {},
    canAsk: false,
    report: null,
    year: 0,
    judged: {},
    full: app.act.fullOfRegion(id),
  });
  if (!app.engineReady) return cannotAsk(app.status);
  app.status = "starting";
  show();
  if (!(await hold(startRemote(worker), region.hashes))) return cannotAsk("not_checked");
  app.status = "ready";
  reportLater();
  app.history.begin(works[id] ?? app.firstWork());
};

async function showReport() {
  const { region } = app;
  if (!region.report) return;
  region.html ??= await carriedText(`report-${region.report}`);
  if (app.region !== region) return;
  app.report = region.html;
  show();
}
/** There is the report still. @param {string} why */
function cannotAsk(why) {
  app.status = why;
  app.engineReady = false;
  show();
  return showReport();
}
/** A report is large, and nothing is answered while the browser lays it out: who asks at once doesn't wait for it. */
const reportLater = () => window.setTimeout(() => void showReport(), 250);

Object.assign(app, fullAnswers(app));
app.problemsOf = (/** @type {string} */ id) => problemsOf(app, id);

Object.assign(app, { act: actionsOf(app) });

async function begin() {
  const engine = firstWorker(); // beside all that the page does itself
  engine.catch(() => {}); // awaited below
  const { regions, draws, lang } = await carriedJson("regions");
  if (lang) app.words = pageWords(lang);
  app.regions = regions;
  app.region = regions[0];
  app.draws = draws;
  if (document.getElementById("still")) await showReport();
  else show();
  const old = await kept("work").catch(() => {
    app.keeps = false;
    return null;
  });
  if (!lang && old?.lang && old.lang !== "nb") app.words = pageWords(old.lang);
  app.act.recover(old);
  let first; // the worker that is checked is the one that is asked: a region is read once
  try {
    const started = await engine;
    first = started.remote;
    ({ address: worker, module } = started);
    if (!(await hold(first, app.region.hashes))) return cannotAsk("not_checked");
  } catch (error) {
    first?.stop();
    return cannotAsk("forbidden");
  }
  app.status = "ready";
  reportLater();
  app.history.begin(app.firstWork());
}

window.addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("dragging");
});
window.addEventListener("dragleave", () => document.body.classList.remove("dragging"));
window.addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("dragging");
  if (!app.engineReady || !event.dataTransfer) return;
  app.view = "files";
  void app.act.drop(event.dataTransfer);
});
window.addEventListener("error", (event) => broken(event.message));
window.addEventListener("unhandledrejection", (event) => {
  if (!(event.reason instanceof Stopped)) broken(String(event.reason?.message ?? event.reason));
});
/** @param {string} what */
function broken(what) {
  if (app.status === "broken") return; // drawing itself may be what fails
  app.status = "broken";
  app.what = what;
  show();
}

void begin();
