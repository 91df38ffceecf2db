import assert from "node:assert/strict";
import { test } from "node:test";

import { withoutOldest } from "../../../plots/page/acts/full.mjs";
import { changes, history, newAlternative, together } from "../../../plots/page/state.mjs";
import { classOf } from "../../../plots/page/view/cell.mjs";
import { questions } from "../../../plots/page/work/answers.mjs";
import { blocksOf, fullRun, progressOf } from "../../../plots/page/work/full_run.mjs";
import { Stopped } from "../../../plots/page/work/remote.mjs";

test("no word of a class stands within .07 of its limit", () => {
  for (const p of [0.04, 0.1, 0.16, 0.44, 0.5, 0.56]) assert.equal(classOf(p), null, String(p));
  assert.deepEqual([0, 0.029, 0.18, 0.42, 0.58, 1].map(classOf), ["low", "low", "medium", "medium", "high", "high"]);
});

test("steps of one field that follow closely are one, and undo goes back over them at once", () => {
  let clock = 0,
    seen;
  const first = { alternatives: [newAlternative("A")], chosen: "" };
  const past = history(
    { ...first, chosen: first.alternatives[0].id },
    (work) => (seen = work),
    () => clock,
  );
  const name = (text) =>
    past.step(
      changes.chosen(past.now(), (one) => ({ ...one, name: text })),
      "name",
    );
  name("B");
  clock += 100;
  name("BC");
  clock += 2000;
  name("BCD");
  past.undo();
  assert.equal(seen.alternatives[0].name, "BC");
  past.undo();
  assert.equal(seen.alternatives[0].name, "A");
  past.redo();
  assert.equal(seen.alternatives[0].name, "BC");
  past.undo();
  past.undo(); // nothing is left, and nothing happens
  assert.equal(seen.alternatives[0].name, "A");
});

test("what was made in two openings is kept together, each once, without what is empty", () => {
  const made = (id) => ({ ...newAlternative(id), id, other: "x" });
  const of = (...alternatives) => ({ r: { alternatives, chosen: alternatives[0].id } });
  const all = together(of(made("a"), newAlternative("empty")), of(made("b"), made("a")));
  assert.deepEqual(
    all.r.alternatives.map(({ id }) => id),
    ["a", "b"],
  );
  assert.deepEqual(together({}, of(newAlternative("empty"))), {});
});

test("there is room for five alternatives", () => {
  let work = { alternatives: [], chosen: "" };
  for (let i = 0; i < 7; ++i) work = changes.add(work, newAlternative(String(i)));
  assert.equal(work.alternatives.length, 5);
  assert.equal(changes.remove(work, work.chosen).chosen, work.alternatives[0].id);
});

test("of questions that wait only the newest is asked", async () => {
  const asked = [],
    heard = [];
  let release;
  const all = questions(
    (name, text) => {
      asked.push(text);
      return asked.length === 1 ? new Promise((done) => (release = done)) : Promise.resolve(text);
    },
    (id, { text }) => heard.push(text),
  );
  for (const text of ["1", "2", "3", "4"]) all.put("a", text);
  release("1");
  await new Promise((done) => setTimeout(done, 5));
  assert.deepEqual(asked, ["1", "4"]);
  assert.deepEqual(heard, ["1", "4"]);
  assert.ok(all.idle());
});

test("blocks cover all draws and replications once, and pairs stay together", () => {
  const blocks = blocksOf({ draws: 2000, replications: 201 }, 0);
  for (const [kind, total] of [
    ["draws", 2000],
    ["care", 201],
  ]) {
    let next = 0;
    for (const { first, count } of blocks.filter((block) => block.kind === kind)) {
      assert.equal(first, next);
      assert.equal(first % 2, 0);
      next += count;
    }
    assert.equal(next, total);
  }
});

/** Workers that answer with what they were asked, in any order of time. */
function team(log, delay) {
  return () => {
    const remote = {
      stopped: false,
      give: (...asked) => remote.call(...asked),
      call: (method, ...args) =>
        new Promise((done, failed) => {
          if (remote.stopped) return failed(new Stopped());
          remote.waiting = failed;
          log.push([method, ...args]);
          const outcome = method === "join" ? ["gap.csv", "gap_parts.csv"] : { html: "" };
          const wait = delay();
          const timer = setTimeout(
            () => done(method.endsWith("Block") ? `${method} ${args.join(" ")}` : outcome),
            wait,
          );
          if (wait > 1000) timer.unref();
        }),
      stop() {
        remote.stopped = true;
        remote.waiting?.(new Stopped());
      },
    };
    return Promise.resolve(remote);
  };
}
const ASKED = [{ name: "a.toml", text: "", id: "a", seed: 1, draws: 1000, replications: 12 }];

test("blocks are joined in order whatever worker made them first", async () => {
  const log = [];
  let n = 0;
  const run = fullRun({ start: team(log, () => [7, 1, 4][++n % 3]), workers: 3, asked: ASKED, tell: () => {} });
  await run.outcome;
  const joins = log.filter(([method]) => method === "join");
  assert.deepEqual(
    joins.map(([, name, root]) => [name, root]),
    [
      ["a.toml", true],
      ["a.toml", false],
    ],
  );
  for (const [, name, root, draws, care] of joins) {
    assert.deepEqual(
      draws,
      [0, 250, 500, 750].map((first) => `drawsBlock ${name} ${root} ${first} 250`),
    );
    assert.deepEqual(
      care,
      [0, 4, 8].map((first) => `careBlock ${name} ${root} ${first} 4`),
    );
  }
});

test("a run that is stopped ends at once, and progress goes from nothing to all", async () => {
  const told = [];
  const run = fullRun({ start: team([], () => 1), workers: 2, asked: ASKED, tell: ({ done }) => told.push(done) });
  await run.outcome;
  assert.equal(told[0], 0);
  assert.equal(told.at(-1), 1);
  const slow = fullRun({ start: team([], () => 60_000), workers: 2, asked: ASKED, tell: () => {} });
  const ended = assert.rejects(slow.outcome, Stopped);
  await new Promise((done) => setTimeout(done, 5));
  slow.stop();
  await ended;
});

test("the time left of a run counts what is put together after sampling, by one worker alone", () => {
  const told = [];
  let clock = 0;
  const progress = progressOf({
    ...{ sampling: 100_000, composing: 30_000, workers: 2, now: () => clock },
    tell: (one) => told.push(one),
  });
  progress.sampled(50_000); // half of it, in 25 seconds of both workers
  clock = 25_000;
  progress.told("sampling");
  // 50 s of sampling and 30 s of putting together: 25 of 80, and 55 left
  assert.equal(told[0].done, 25 / 80);
  assert.ok(Math.abs(told[0].left - 55) < 1e-9);
  progress.sampled(50_000);
  progress.composed(15_000);
  clock = 80_000; // it takes twice as long as it was thought to
  progress.told("tables");
  assert.equal(told[1].done, 65 / 80);
});

test("the last that is told of a run is that all is done, and before that something is left", async () => {
  const told = [];
  const run = fullRun({ start: team([], () => 1), workers: 2, asked: ASKED, tell: (one) => told.push(one) });
  await run.outcome;
  assert.deepEqual(told.at(-1), { done: 1, left: 0, stage: "drawing" });
  const first = told.findIndex(({ stage }) => stage !== "sampling");
  assert.ok(told[first].done < 0.9, `sampling alone is said to be ${told[first].done} of all`);
  told.forEach(({ done }, i) => assert.ok(i === 0 || done >= told[i - 1].done));
});

test("runs of alternatives that are gone are held until there are newer ones, those that are there always", () => {
  const fulls = Object.fromEntries(["old", "there", "a", "b", "c", "d", "e"].map((id) => [id, id]));
  assert.deepEqual(Object.keys(withoutOldest(fulls, ["there"])), ["there", "a", "b", "c", "d", "e"]);
  assert.deepEqual(Object.keys(withoutOldest(fulls, ["there", "old"])), Object.keys(fulls));
});
