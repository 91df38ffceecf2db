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
  return [...cut("draws", draws, DRAWS, 0.5), ...cut("care", replications, REPLICATIONS, 55)];
}

/**
 * Runs what is asked, each against the root of its chain. `start` gives a ready worker; `tell` hears { done, left } as a share
 * and in seconds. Gives the files of each, and of two or more what they are compared in. stop() ends it within the second.
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
  const total = blocks.reduce((sum, { cost }) => sum + cost, 0);
  const made = /** @type {Uint8Array[][][]} */ (scenarios.map(() => [[], []]));
  let done = 0,
    next = 0;
  const begun = now();
  const told = (/** @type {string} */ stage) => {
    const share = total > 0 ? done / total : 1;
    const used = (now() - begun) / 1000;
    tell({ done: share, left: share > 0.03 ? (used / share) * (1 - share) : null, stage });
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
      done += block.cost;
      told("sampling");
    }
    return one;
  };
  const run = async () => {
    told("sampling");
    const [first, ...others] = await Promise.all(Array.from({ length: workers }, sample));
    for (const one of others) one.stop();
    told("joining");
    const results = [],
      workbooks = [];
    for (const [i, { name, root }] of scenarios.entries()) {
      const [draws, care] = made[i];
      // Handed over, not copied: a region's blocks are a hundred megabytes.
      const joined = first.give("join", name, root, draws, care);
      made[i] = [[], []];
      results.push(await joined);
      if (!root) workbooks.push(await first.call("xlsx"));
    }
    told("drawing");
    const compared = await first.call("comparison");
    const reports = [];
    for (const files of results.slice(1)) reports.push(await first.call("report", files));
    return { base: results[0], tables: results.slice(1), compared, reports, workbooks };
  };
  const stop = () => {
    stopped = true;
    for (const one of team) one.stop();
  };
  const outcome = run().finally(stop);
  return { outcome, stop };
}
