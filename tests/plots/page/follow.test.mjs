import assert from "node:assert/strict";
import { test } from "node:test";

import { dayAfter, followsOf, settled } from "../../../plots/page/form/follow.mjs";

const FACTS = {
  changes: [
    { id: "a1", part_of: "a", date: "2031-01-01" },
    { id: "a2", part_of: "a", date: "2030-06-01" },
    { id: "b", part_of: "", date: "2026-04-01" },
  ],
};
const made = (values) => ({ key: "k", values, follows: followsOf(values) });
const set = (action, changed) => settled(FACTS, action, { ...action.values, ...changed });
const RAMP = { kind: "stay", date: "2027-01-01", full_from: "2029-01-01" };

test("the day from which all of it is there follows the start, years and months apart as it was", () => {
  assert.equal(set(made(RAMP), { date: "2030-01-01" }).values.full_from, "2032-01-01");
  assert.equal(set(made(RAMP), { date: "2030-03-15" }).values.full_from, "2032-03-15");
  const staffed = { kind: "staffed", date: "2027-01-01", until: "2027-07-01" };
  assert.equal(set(made(staffed), { date: "2029-10-01" }).values.until, "2030-04-01");
});

test("once somebody has set it, or taken it away, it stays as it is", () => {
  const own = set(made(RAMP), { full_from: "2028-06-01" });
  assert.equal(set(own, { date: "2030-01-01" }).values.full_from, "2028-06-01");
  const none = set(made(RAMP), { full_from: undefined });
  assert.equal(set(none, { date: "2030-01-01" }).values.full_from, undefined);
});

test("a start that is emptied and filled in again brings it along", () => {
  const empty = set(made(RAMP), { date: undefined });
  assert.equal(empty.values.full_from, "2029-01-01");
  assert.equal(set(empty, { date: "2031-01-01" }).values.full_from, "2033-01-01");
});

test("the new date of a plan follows the plan, two years after its first part, until somebody sets it", () => {
  const delay = made({ kind: "delay", of: "b", date: "2028-04-01" });
  assert.equal(set(delay, { of: "a" }).values.date, "2032-06-01");
  assert.equal(set(set(delay, { date: "2029-01-01" }), { of: "a" }).values.date, "2029-01-01");
});

test("dates of a file follow nothing", () => {
  const action = { key: "k", values: RAMP };
  assert.equal(set(action, { date: "2030-01-01" }).values.full_from, "2029-01-01");
});

test("a month without such a day ends before it", () => {
  assert.equal(dayAfter("2028-02-29", { months: 12, days: 0 }), "2029-02-28");
  assert.equal(dayAfter("2027-12-31", { months: 2, days: 0 }), "2028-02-29");
});
