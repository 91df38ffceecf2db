// @ts-check
// What somebody has made: regions, alternatives and their actions, with undo and redo. Values are never changed, only replaced.

/** @typedef {import("./toml.mjs").Alternative} Alternative */
/** @typedef {{ alternatives: Alternative[], chosen: string }} Work what is made on top of one region */

export const MOST_ALTERNATIVES = 5;
const MOST_STEPS = 200;

let last = 0;
/** A name that nothing else has, also after it was kept. */
export const newKey = () => `k${Date.now().toString(36)}${(++last).toString(36)}`;

/** @param {string} name @returns {Alternative} */
export const newAlternative = (name) => ({ id: newKey(), name, actions: [], other: "" });

/** Whether nothing is asked. @param {Alternative} one */
export const isEmpty = (one) => one.actions.length === 0 && !one.other.trim();

/** @param {Work} work */
export function chosenIsEmpty(work) {
  const chosen = work.alternatives.find((one) => one.id === work.chosen);
  return chosen !== undefined && isEmpty(chosen);
}

/** What was made in both, region by region; what is empty is nothing. @param {Record<string, any>} works @param {Record<string, any>} earlier */
export function together(works, earlier) {
  const all = /** @type {Record<string, Work>} */ ({});
  for (const id of new Set([...Object.keys(works), ...Object.keys(earlier)])) {
    const made = [works[id], earlier[id]].flatMap((work) => work?.alternatives ?? []).filter((one) => !isEmpty(one));
    const alternatives = made.filter((one, i) => made.findIndex(({ id: same }) => same === one.id) === i);
    const kept = alternatives.slice(0, MOST_ALTERNATIVES);
    if (kept.length > 0) all[id] = { alternatives: kept, chosen: kept[0].id };
  }
  return all;
}

/** Changes to a work; each gives another work. */
export const changes = {
  /** @param {Work} work @param {(one: Alternative) => Alternative} change @returns {Work} */
  chosen: (work, change) => ({
    ...work,
    alternatives: work.alternatives.map((one) => (one.id === work.chosen ? change(one) : one)),
  }),
  /** @param {Work} work @param {any} values @param {any} [follows] @returns {Work} */
  addAction: (work, values, follows) =>
    changes.chosen(work, (one) => ({ ...one, actions: [...one.actions, { key: newKey(), values, follows }] })),
  /** @param {Work} work @param {string} key @returns {Work} */
  removeAction: (work, key) =>
    changes.chosen(work, (one) => ({ ...one, actions: one.actions.filter((action) => action.key !== key) })),
  /** @param {Work} work @param {string} key @param {(action: any) => any} change @returns {Work} */
  action: (work, key, change) =>
    changes.chosen(work, (one) => ({
      ...one,
      actions: one.actions.map((action) => (action.key === key ? change(action) : action)),
    })),
  /** @param {Work} work @param {Alternative} made @returns {Work} */
  add: (work, made) =>
    work.alternatives.length >= MOST_ALTERNATIVES
      ? work
      : { alternatives: [...work.alternatives, made], chosen: made.id },
  /** @param {Work} work @param {string} id @returns {Work} */
  remove: (work, id) => {
    const left = work.alternatives.filter((one) => one.id !== id);
    return {
      alternatives: left,
      chosen: left.some((one) => one.id === work.chosen) ? work.chosen : (left[0]?.id ?? ""),
    };
  },
};

/**
 * The past and future of a work. Steps of the same `about` that follow one another within a second are one.
 * @param {Work} first @param {(work: Work) => void} heard @param {() => number} [now]
 */
export function history(first, heard, now = Date.now) {
  let present = first;
  /** @type {Work[]} */
  let past = [];
  /** @type {Work[]} */
  let future = [];
  let lastAbout = "",
    lastAt = 0;
  const go = (/** @type {Work} */ to) => {
    present = to;
    heard(present);
  };
  return {
    now: () => present,
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,
    /** @param {Work} to @param {string} [about] */
    step(to, about = "") {
      if (to === present) return;
      const goesOn = about !== "" && about === lastAbout && now() - lastAt < 1000;
      if (!goesOn) past = [...past.slice(1 - MOST_STEPS), present];
      future = [];
      lastAbout = about;
      lastAt = now();
      go(to);
    },
    /** Where one looks is no step. @param {Work} to */
    look: (to) => go(to),
    undo() {
      const before = past.pop();
      if (!before) return;
      future.push(present);
      lastAbout = "";
      go(before);
    },
    redo() {
      const after = future.pop();
      if (!after) return;
      past.push(present);
      lastAbout = "";
      go(after);
    },
    /** @param {Work} work */
    begin(work) {
      past = [];
      future = [];
      go(work);
    },
  };
}
