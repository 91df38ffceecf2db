// Checks the tables of the regions beside Helse Nord: form, totals, ranges, shares.
// Run: node --test tests/data/check_regions.mjs

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const sum = (values) => values.reduce((total, value) => total + value, 0);

function rows(path) {
  const [head, ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((field, i) => [names[i], field])));
}

/** Persons by trust as Statistics Norway counts them on 1 January 2024, 2025 and 2026. */
const regions = {
  "midt-norge": {
    without: [],
    persons: {
      "nord-trondelag": [136338, 137182, 137350],
      "st-olav": [346618, 349633, 351816],
      "more-romsdal": [270624, 272413, 273169],
    },
  },
  norge: { without: ["avtale-vest"], sums: [5550203, 5594340, 5627400] },
};

for (const [name, region] of Object.entries(regions)) {
  const folder = join(root, "scenarios", name, "tables");
  const read = (file) => rows(join(folder, file));
  const population = read("population.csv");
  const trusts = [...new Set(population.map((row) => row.trust))];

  test(`${name}: everybody is counted once, and the sums are Statistics Norway's`, () => {
    assert.equal(population.length, trusts.length * 3 * 2 * 106);
    for (const row of population) assert.match(row.persons, /^[0-9]+$/);
    for (const [i, year] of ["2024", "2025", "2026"].entries()) {
      const of = (trust) => sum(population.filter((r) => r.year === year && r.trust === trust).map((r) => +r.persons));
      for (const trust of trusts) {
        if (region.without.includes(trust)) assert.equal(of(trust), 0, trust);
        else assert.ok(of(trust) > 50000, trust);
      }
      for (const [trust, counted] of Object.entries(region.persons ?? {})) assert.equal(of(trust), counted[i], trust);
      if (region.sums) assert.equal(sum(trusts.map(of)), region.sums[i]);
    }
  });

  test(`${name}: who moves within comes to a trust of the region, and nobody moves in in less than no numbers`, () => {
    const destination = read("internal_destination.csv");
    for (const sex of ["female", "male"]) {
      for (const from of ["0", "18", "30", "50", "67"]) {
        const shares = destination.filter((row) => row.sex === sex && row.age_from === from).map((row) => +row.share);
        assert.equal(shares.length, trusts.length);
        assert.ok(Math.abs(sum(shares) - 1) < 1e-6);
      }
    }
    const migration = read("migration.csv");
    assert.equal(migration.length, trusts.length * 2 * 106);
    for (const row of migration) {
      assert.ok(+row.immigration >= 0);
      assert.ok(+row.internal_out_rate >= 0 && +row.internal_out_rate < 0.1);
      assert.ok(+row.emigration_rate >= 0 && +row.emigration_rate < 0.3);
    }
  });

  test(`${name}: deaths and fertility are those of the Helse Nord scenario, and every source has its licence`, () => {
    for (const file of ["deaths.csv", "fertility.csv"])
      assert.equal(
        readFileSync(join(folder, file), "utf8"),
        readFileSync(join(root, "scenarios/helse-nord/tables", file), "utf8"),
      );
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    for (const word of ["CC BY 4.0", "Statistics Norway", "SKDE", "derived", "assumed"])
      assert.ok(readme.includes(word), word);
  });
}
