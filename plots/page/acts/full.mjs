// @ts-check
// Running in full, and what has been run: it is the answer until something is changed.
import { keep, kept } from "../keep.mjs";
import { bodyOf } from "../toml.mjs";
import { fullRun } from "../work/full_run.mjs";
import { Stopped } from "../work/remote.mjs";
import { refusal } from "./refusal.mjs";

/** @typedef {import("../work/full_run.mjs").Files} Files */

export const NOT_RUN = { running: false, progress: { done: 0, left: null, stage: "sampling" } };

/** What drawings of several runs need of each. @param {Files} files */
const drawnFrom = (files) =>
  Object.fromEntries(["context.json", "gap.csv", "comparison.csv"].map((name) => [name, files[name]]));

/** What tells a region's texts and engine from others'. @param {any} region */
function stampOf(region) {
  let hash = 2166136261;
  for (const text of Object.values(region.files))
    for (let i = 0; i < text.length; ++i) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return JSON.stringify([region.hashes ?? {}, Object.keys(region.files), hash >>> 0]);
}

/** What has been run, of a run that may have come to an end. @param {any} full */
const ranIn = ({ result, at, seconds, restored }) => (result ? { result, at, seconds, restored } : {});

/** So many runs are held of alternatives that are deleted, which an undo may bring back, or of another region. */
const MOST_OF_OTHERS = 5;

/** Runs by alternative without the oldest of those that aren't there: each holds megabytes. @param {Record<string, any>} fulls @param {string[]} there */
export function withoutOldest(fulls, there) {
  const others = Object.keys(fulls).filter((id) => !there.includes(id));
  const dropped = others.slice(0, Math.max(0, others.length - MOST_OF_OTHERS));
  return Object.fromEntries(Object.entries(fulls).filter(([id]) => !dropped.includes(id)));
}

/** What of a result each alternative answers with. @param {any} app @param {string} region @param {any} result @param {number} at */
function addAnswers(app, region, { asked, answers, base, tables }, at) {
  asked.forEach((/** @type {any} */ one, /** @type {number} */ i) => {
    const { answer, judged } = answers[i];
    const files = { base: drawnFrom(base), files: drawnFrom(tables[i]) };
    const full = { ...{ region, at, answer, judged, asked: one }, ...files, body: bodyOf(one.text) };
    const others = Object.entries(app.fulls).filter(([id]) => id !== one.alternative);
    app.fulls = Object.fromEntries([...others, [one.alternative, full]]); // the newest last
  });
  app.fulls = withoutOldest(
    app.fulls,
    app.work.alternatives.map((/** @type {any} */ one) => one.id),
  );
}

/** The questions that views ask of what has been run. @param {any} app */
export const fullAnswers = (app) => ({
  /** The run in full of what an alternative is now, or null. @param {string} id */
  fullOf(id) {
    const full = app.fulls[id];
    return full && full.region === app.region.id && full.body === bodyOf(app.textOf(id)) ? full : null;
  },
  /** Whether all of them have been run in full, so that they can stand on the same draws. @param {any[]} sides */
  isFull(sides) {
    const fulls = sides.map(({ id }) => app.fullOf(id));
    if (fulls.some((full) => !full)) return false;
    const [{ asked }] = fulls;
    const ids = new Set(fulls.map((full) => full.asked.id));
    return (
      ids.size === fulls.length &&
      fulls.every((full) => full.asked.draws === asked.draws && full.asked.seed === asked.seed)
    );
  },
  /** What is answered of an alternative, in full where it has been run so. @param {string} id @returns {{ answer: any, full: any }} */
  answerOf(id) {
    const full = app.fullOf(id);
    return { answer: full ? full.answer : app.answers[id]?.answer, full };
  },
  /** What its cells are judged to be: verdicts of few draws come later, and `old` ones are of what was asked before. @param {string} id */
  judgedOf(id) {
    const full = app.fullOf(id);
    if (full) return { judged: full.judged, full: true, old: false };
    return { judged: app.judged[id]?.cells ?? null, full: false, old: app.judgedOfFew(id) === null };
  },
  /** Of what it is now, or null. @param {string} id */
  judgedOfFew(id) {
    const few = app.judged[id];
    return few?.body === bodyOf(app.textOf(id)) ? few.cells : null;
  },
});

/** @param {any} app @param {(selector: string) => void} focus */
export function fullActs(app, focus) {
  let running = /** @type {{ stop: () => void } | null} */ (null);
  const past = /** @type {Record<string, any>} */ ({}); // by region
  const jobOf = async (/** @type {string} */ id) => {
    const alternative = app.work.alternatives.find((/** @type {any} */ one) => one.id === id);
    const { text } = app.fileOf(alternative),
      name = `${id}.toml`;
    const about = await app.asker.call("about", name, text);
    return { ...about, alternative: id, title: alternative.name, name, text };
  };
  /** Kept to be there at the next opening; where the browser has no room it is said then. @param {any} region @param {any} full */
  const keepFull = (region, { result, seconds, at }) => {
    for (const one of result.asked) app.ran = { ...app.ran, [one.alternative]: { body: bodyOf(one.text), at } };
    app.keepAll();
    keep("full", { region: region.id, stamp: stampOf(region), result, seconds, at }).catch(() => {});
  };
  return {
    async runFull(/** @type {string[]} */ ids) {
      const begun = performance.now(),
        { region, full: before } = app;
      app.full = { ...NOT_RUN, running: true };
      focus(".progress button"); // in the place of the one that was pressed
      try {
        const asked = [];
        const stopped = new Promise((_, failed) => (running = { stop: () => failed(new Stopped()) }));
        // Who is asked may be busy with a question.
        for (const id of ids) asked.push(await Promise.race([jobOf(id), stopped]));
        const tell = (/** @type {any} */ progress) => {
          app.full = { ...app.full, progress };
          app.show();
        };
        const run = fullRun({ start: app.startWorker, workers: app.workers, asked, tell });
        running = run;
        const result = { ...(await run.outcome), asked },
          at = Date.now();
        app.full = { ...NOT_RUN, result, at, seconds: (performance.now() - begun) / 1000 };
        addAnswers(app, region.id, result, at);
        keepFull(region, app.full);
        app.drawLater();
      } catch (error) {
        const cancelled = error instanceof Stopped;
        const failed = cancelled ? "" : refusal(error, app.words.t).join(" ");
        app.full = { ...NOT_RUN, ...ranIn(before), cancelled, failed };
      }
      running = null;
      // Nobody is taken away from where they have gone meanwhile.
      if (document.activeElement?.closest(".progress")) focus(".full [tabindex='-1']");
      else app.show();
    },
    cancelFull: () => running?.stop(),
    /** What has been run of a region is there again when somebody comes back to it; what runs is given up. */
    leaveRegion() {
      if (running) running.stop();
      else past[app.region.id] = app.full;
    },
    fullOfRegion: (/** @type {string} */ id) => past[id] ?? NOT_RUN,
    /** What was run in full before the page was closed, of the same texts by the same engine. */
    async restoreFull() {
      const old = await kept("full").catch(() => null);
      const region = old && app.regions.find((/** @type {any} */ one) => one.id === old.region);
      if (!region || stampOf(region) !== old.stamp) return;
      const { result, seconds, at } = old;
      past[region.id] = { ...NOT_RUN, result, seconds, at, restored: true };
      addAnswers(app, region.id, result, at);
      if (app.region.id === region.id && !app.full.running) app.full = past[region.id];
      app.drawLater();
      app.show();
    },
    forgetFull() {
      for (const id of Object.keys(past)) delete past[id];
      running?.stop();
      Object.assign(app, { full: NOT_RUN, fulls: {}, ran: {} });
    },
  };
}
