// @ts-check
// Charts, and the verdicts that are told beside them: they come when nothing has moved for a while, from a worker of their own.
import { bodyOf } from "../toml.mjs";
import { headlineCell, yearShown } from "../view/moved.mjs";
import { Stopped } from "../work/remote.mjs";

const QUIET = 250;

/** @typedef {{ key: string, charts: any[] }} Drawn `key`: what they were drawn of */

/** What a drawing is of: names too, as they stand in it. @param {any} app @param {any[]} sides @param {boolean} beside */
const keyOf = (app, sides, beside) =>
  JSON.stringify([
    ...[app.region.id, app.words.lang, beside, sides.length > 0 && app.isFull(sides)],
    ...sides.map((one) => [one.id, one.name, bodyOf(app.fileOf(one).text)]),
  ]);

/** The alternatives that the view draws. @param {any} app @returns {any[]} */
function sidesOf(app) {
  const sound = app.work.alternatives.filter((/** @type {any} */ one) => app.isSound(one.id));
  return app.view === "beside" ? sound : sound.filter((/** @type {any} */ one) => one.id === app.work.chosen);
}

/** Whether what stands there is of something else than is asked now. @param {any} app @param {Drawn | undefined} drawn @param {any[]} sides @param {boolean} beside */
export const isOld = (app, drawn, sides, beside) => drawn !== undefined && drawn.key !== keyOf(app, sides, beside);

/** The drawing that the headline is about. @param {any} app @param {string} id */
function drawnFirst(app, id) {
  const { answer } = app.answerOf(id);
  const cell = headlineCell(answer, answer.years.indexOf(yearShown(app, id, answer)));
  return cell ? `compared-${cell.trust}-${cell.service}` : "";
}

const withUrl = (/** @type {any} */ chart) => ({
  ...chart,
  url: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(chart.svg)}`,
});

/** Files of runs in full, as a comparison has them. @param {any[]} fulls */
function comparisonOf(fulls) {
  const [{ base, asked }] = fulls;
  const folder = (/** @type {string} */ id, /** @type {any} */ files) => ({
    [`${id}/context.json`]: files["context.json"],
    [`${id}/gap.csv`]: files["gap.csv"],
  });
  const baseId = JSON.parse(base["context.json"]).scenario.id;
  const rows = fulls.map(({ files }, i) =>
    i === 0 ? files["comparison.csv"] : files["comparison.csv"].slice(files["comparison.csv"].indexOf("\n") + 1),
  );
  return {
    ...folder(baseId, base),
    ...Object.assign({}, ...fulls.map((one) => folder(one.asked.id, one.files))),
    "comparison.csv": rows.join(""),
    "comparison.json": JSON.stringify({
      ...{ schema: 1, base: baseId, alternatives: fulls.map((one) => one.asked.id) },
      ...{ draws: asked.draws, replications: asked.replications },
    }),
  };
}

/** @param {any} app @param {{ idle: () => boolean, bring: (remote: any, alternatives: any[]) => Promise<void> }} questions */
export function drawing(app, { idle, bring }) {
  let remote = /** @type {any} */ (null),
    timer = 0,
    busy = false,
    failedFor = "";
  const later = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void draw(), QUIET);
  };
  /** Whether verdicts of few draws are still to come. @param {any[]} sides */
  const isUnjudged = (sides) => sides.some(({ id }) => app.judged[id]?.body !== bodyOf(app.textOf(id)));
  /** What is to be drawn now, or null where it stands there. */
  function wanted() {
    const beside = app.view === "beside",
      sides = sidesOf(app);
    if (sides.length === 0) return null;
    const key = keyOf(app, sides, beside),
      drawn = beside ? app.besideCharts : app.charts[sides[0].id],
      full = app.isFull(sides);
    const isThere = drawn?.key === key && (full || !isUnjudged(sides));
    return isThere || key === failedFor ? null : { beside, sides, key, full };
  }
  /** @param {{ beside: boolean, sides: any[], full: boolean }} what */
  async function made({ beside, sides, full }) {
    const only = beside ? null : drawnFirst(app, sides[0].id),
      called = sides.map((one) => one.name);
    const asked = sides.map((one) => ({ name: `${one.id}.toml`, text: app.fileOf(one).text, called: one.name }));
    const { root } = app.region;
    remote ??= await app.startWorker();
    await bring(remote, sides);
    return full
      ? remote.call("drawn", comparisonOf(sides.map(({ id }) => app.fullOf(id))), called, only)
      : remote.call("beside", root, app.draws, asked, only);
  }
  async function draw() {
    if (!app.canAsk || !["ask", "beside"].includes(app.view)) return;
    if (!idle() || busy) return later();
    const what = wanted();
    if (!what) return;
    const { beside, sides, key } = what,
      { region } = app,
      bodies = sides.map(({ id }) => bodyOf(app.textOf(id)));
    busy = true;
    try {
      const { charts: drawn, judged } = await made(what);
      if (app.region !== region) return;
      const charts = { key, charts: drawn.map(withUrl) };
      if (beside) app.besideCharts = charts;
      else app.charts = { ...app.charts, [sides[0].id]: charts };
      for (const [i, { id }] of judged ? sides.entries() : [])
        app.judged = { ...app.judged, [id]: { body: bodies[i], cells: judged[i] } };
    } catch (error) {
      if (!(error instanceof Stopped)) failedFor = key;
    } finally {
      busy = false;
      app.show();
      later(); // it may have moved meanwhile
    }
  }
  return {
    later,
    /** Of another region, or of none. */
    forget() {
      remote?.stop();
      remote = null;
      failedFor = "";
    },
    language: (/** @type {string} */ lang) => remote?.call("language", lang),
  };
}
