// @ts-check
// A what-if in full: blocks of draws and replications over several workers, joined in order in one of them, so that the
// tables are those of the command to the byte.
import { Stopped } from "./remote.mjs";

/** @typedef {import("./remote.mjs").Remote} Remote */
/** @typedef {Record<string, string>} Files */
/** @typedef {{ name: string, text: string, id: string, draws: number, replications: number, seed: number }} Asked */
/** @typedef {{ scenario: number, kind: "draws" | "care", first: number, count: number, cost: number }} Block */

const DRAWS = 250;
const REPLICATIONS = 4; // pairs that share a draw stay together

/** About how many milliseconds of one worker each takes: measured of the shipped region's, where they were in these proportions. */
const COST = {
  draw: 0.65,
  replication: 92,
  join: 700,
  /** Of the tables that take long, a draw of them. */
  tables: /** @type {Record<string, number>} */ ({
    "gap_parts.csv": 1.75,
    "comparison.csv": 0.7,
    "verdict.csv": 0.4,
    "population_quantiles.csv": 0.27,
    "quantiles.csv": 0.2,
    "need_by_residence.csv": 0.15,
    "decomposition.csv": 0.13,
    "decomposition_beds.csv": 0.13,
  }),
  /** The rest of the tables of an alternative, all together. */
  otherTables: 800,
  answer: 300,
  workbook: 8000,
  comparison: 2500,
  report: 4000,
};

/** What has to be sampled of a scenario. @param {Asked} asked @param {number} scenario @returns {Block[]} */
export function blocksOf({ draws, replications }, scenario) {
  const cut = (
    /** @type {"draws" | "care"} */ kind,
    /** @type {number} */ total,
    /** @type {number} */ size,
    /** @type {number} */ cost,
  ) =>
    Array.from({ length: Math.ceil(total / size) }, (_, i) => {
      const count = Math.min(size, total - i * size);
      return { scenario, kind, first: i * size, count, cost: cost * count };
    });
  return [...cut("draws", draws, DRAWS, COST.draw), ...cut("care", replications, REPLICATIONS, COST.replication)];
}

/** What putting together takes of an alternative, or of the base. @param {Asked} one @param {boolean} root */
const joinCost = ({ draws }, root) =>
  COST.join +
  (root
    ? draws * COST.tables["verdict.csv"]
    : COST.otherTables +
      COST.answer +
      COST.workbook +
      COST.report +
      Object.values(COST.tables).reduce((sum, each) => sum + each * draws, 0));

/**
 * How far a run has come. Sampling is shared by workers and putting together is not, so that the share is of the time that both take.
 * @param {{ sampling: number, composing: number, workers: number, now: () => number, tell: (progress: { done: number, left: number | null, stage: string }) => void }} what
 */
export function progressOf({ sampling, composing, workers, now, tell }) {
  const total = sampling / workers + composing,
    begun = now();
  let sampled = 0,
    composed = 0,
    composingSince = 0;
  return {
    sampled: (/** @type {number} */ cost) => (sampled += cost / workers),
    composed: (/** @type {number} */ cost) => (composed = Math.min(composing, composed + cost)),
    told(/** @type {string} */ stage) {
      if (stage !== "sampling") composingSince ||= now();
      const done = total > 0 ? (sampled + composed) / total : 1;
      const used = (now() - begun) / 1000;
      // What is put together has a pace of its own, once some of it has been.
      const own = composed > 0.1 * composing ? (now() - composingSince) / 1000 / composed : used / (sampled + composed);
      const left =
        done > 0.03
          ? (used / (sampled + composed)) * (sampling / workers - sampled) + own * (composing - composed)
          : null;
      tell({ done: Math.min(done, 1), left, stage });
    },
  };
}

/** Joins one scenario in a worker: its tables, and of an alternative its answer and workbook. */
async function joined(
  /** @type {Remote} */ one,
  /** @type {Asked & { root: boolean }} */ { name, root, draws },
  /** @type {Uint8Array[][]} */ blocks,
  /** @type {(cost: number, stage: string) => void} */ done,
) {
  // Handed over, not copied: a region's blocks are a hundred megabytes.
  const names = await one.give("join", name, root, ...blocks);
  done(COST.join, "joining");
  const files = /** @type {Files} */ ({});
  const others = names.filter((/** @type {string} */ file) => !(file in COST.tables)).length;
  for (const file of names) {
    files[file] = await one.call("table", file);
    done(file in COST.tables ? COST.tables[file] * draws : root ? 0 : COST.otherTables / others, "tables");
  }
  if (root) return { files };
  const told = await one.call("answer", draws);
  done(COST.answer, "workbook");
  const workbook = await one.call("xlsx");
  done(COST.workbook, "workbook");
  return { files, told, workbook };
}

/** The page of the comparison and the report of each that was joined, and all that has been made. */
async function reported(
  /** @type {Remote} */ one,
  /** @type {{ files: Files, told?: any, workbook?: any }[]} */ [base, ...alternatives],
  /** @type {(cost: number, stage: string) => void} */ done,
) {
  const compared = await one.call("comparison");
  done(COST.comparison, "drawing");
  const reports = [];
  for (const { files } of alternatives) {
    reports.push(await one.call("report", files));
    done(COST.report, "drawing");
  }
  return {
    ...{ base: base.files, compared, reports },
    tables: alternatives.map(({ files }) => files),
    answers: alternatives.map(({ told }) => told),
    workbooks: alternatives.map(({ workbook }) => workbook),
  };
}

/**
 * Runs what is asked, each against the root of its chain. `start` gives a ready worker; `tell` hears { done, left } as a share
 * and in seconds, of all until the last report is drawn. Gives the files of each, and of two or more what they are compared in.
 * stop() ends it within the second.
 * @param {{ start: () => Promise<Remote>, workers: number, asked: Asked[], tell: (progress: { done: number, left: number | null, stage: string }) => void, now?: () => number }} job
 */
export function fullRun({ start, workers, asked, tell, now = () => performance.now() }) {
  /** @type {Remote[]} */
  const team = [];
  let stopped = false;
  const ready = async () => {
    const one = await start();
    if (stopped) {
      one.stop();
      throw new Stopped();
    }
    team.push(one);
    return one;
  };
  const scenarios = [{ ...asked[0], root: true }, ...asked.map((one) => ({ ...one, root: false }))];
  const blocks = scenarios.flatMap(blocksOf);
  const made = /** @type {Uint8Array[][][]} */ (scenarios.map(() => [[], []]));
  const progress = progressOf({
    sampling: blocks.reduce((sum, { cost }) => sum + cost, 0),
    composing: scenarios.reduce((sum, one) => sum + joinCost(one, one.root), COST.comparison),
    ...{ workers, now, tell },
  });
  let next = 0;
  const composed = (/** @type {number} */ cost, /** @type {string} */ stage) => {
    progress.composed(cost);
    progress.told(stage);
  };
  const sample = async () => {
    const one = await ready();
    for (const { name, text } of asked) await one.call("put", name, text);
    while (next < blocks.length && !stopped) {
      const block = blocks[next++];
      const { name, root } = scenarios[block.scenario];
      const method = block.kind === "draws" ? "drawsBlock" : "careBlock";
      const bytes = await one.call(method, name, root, block.first, block.count);
      const list = made[block.scenario][block.kind === "draws" ? 0 : 1];
      list[blocks.filter((b) => b.scenario === block.scenario && b.kind === block.kind).indexOf(block)] = bytes;
      progress.sampled(block.cost);
      progress.told("sampling");
    }
    return one;
  };
  const run = async () => {
    progress.told("sampling");
    const [first, ...others] = await Promise.all(Array.from({ length: workers }, sample));
    for (const one of others) one.stop();
    progress.told("joining");
    const results = [];
    for (const [i, scenario] of scenarios.entries()) {
      results.push(await joined(first, scenario, made[i], composed));
      made[i] = [[], []];
    }
    progress.told("drawing");
    const all = await reported(first, results, composed);
    tell({ done: 1, left: 0, stage: "drawing" });
    return all;
  };
  const stop = () => {
    stopped = true;
    for (const one of team) one.stop();
  };
  const outcome = run().finally(stop);
  return { outcome, stop };
}
