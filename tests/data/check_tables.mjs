// Checks the tables of the Helse Nord scenario: form, totals, ranges, shares, the figures printed in their README and,
// where the project's source figures lie beside the repository, agreement with them.
// Run: node --test tests/data/check_tables.mjs

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const tables = join(root, "scenarios", "helse-nord", "tables");
const sources = join(root, "..", "shared", "data");

const trusts = ["finnmark", "unn", "nlsh", "helgeland"];
const sexes = ["female", "male"];
const ages = Array.from({ length: 106 }, (_, age) => age);

/** Rows of a comma-separated file without quotes: objects, numbers where a field is one. */
function parse(text) {
  const [head, ...lines] = text.trimEnd().split("\n");
  const names = head.split(",");
  return lines.map((line) => {
    const fields = line.split(",");
    assert.equal(fields.length, names.length, `wrong number of fields: ${line}`);
    return Object.fromEntries(
      fields.map((field, i) => [names[i], field !== "" && Number.isFinite(Number(field)) ? Number(field) : field]),
    );
  });
}

const read = (name) => parse(readFileSync(join(tables, name), "utf8"));
const sum = (values) => values.reduce((total, value) => total + value, 0);
const index = (rows, ...keys) => new Map(rows.map((row) => [keys.map((key) => row[key]).join("|"), row]));

/** Every combination once and no other. */
function assertComplete(rows, lists) {
  const keys = Object.keys(lists);
  const found = index(rows, ...keys);
  assert.equal(found.size, rows.length, "a row is there twice");
  assert.equal(
    rows.length,
    keys.reduce((n, key) => n * lists[key].length, 1),
    "number of rows",
  );
  const walk = (depth, key) => {
    if (depth === keys.length) return assert.ok(found.has(key.join("|")), `missing: ${key.join(", ")}`);
    for (const value of lists[keys[depth]]) walk(depth + 1, [...key, value]);
  };
  walk(0, []);
}

function assertRange(rows, key, low, high) {
  for (const row of rows)
    assert.ok(row[key] >= low && row[key] <= high, `${key} outside ${low}–${high}: ${JSON.stringify(row)}`);
}

const population = read("population.csv");
const persons = index(population, "trust", "year", "sex", "age");
const personsAt = (trust, year, sex, age) => persons.get([trust, year, sex, age].join("|")).persons;
/** ½ (1 January 2024 + 1 January 2025), the population of the base year. */
const meanPersons = (trust, sex, from, to) =>
  sum(
    ages
      .filter((age) => age >= from && age <= to)
      .map((age) => (personsAt(trust, 2024, sex, age) + personsAt(trust, 2025, sex, age)) / 2),
  );

test("every table is UTF-8 with newline ends, no blank cell and no carriage return", () => {
  const names = [
    "population",
    "deaths",
    "fertility",
    "migration",
    "internal_destination",
    "use_rates",
    "municipalities",
  ];
  for (const name of names) {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(join(tables, `${name}.csv`)));
    assert.ok(!text.includes("\r") && text.endsWith("\n") && !text.endsWith("\n\n"), name);
    assert.ok(!/,,|,\n|^,/m.test(text), `${name} has a blank cell`);
  }
});

test("the population has every trust, year, sex and age, whole persons only", () => {
  assertComplete(population, { trust: trusts, year: [2024, 2025, 2026], sex: sexes, age: ages });
  for (const row of population) assert.ok(Number.isInteger(row.persons) && row.persons >= 0, JSON.stringify(row));
});

test("the population sums to what Statistics Norway counts (table 07459, 1 January)", () => {
  const expected = {
    2024: { finnmark: 75053, unn: 194580, nlsh: 140226, helgeland: 77885, all: 487744 },
    2025: { all: 489103 },
    2026: { finnmark: 75288, unn: 196226, nlsh: 140364, helgeland: 77900, all: 489778 },
  };
  for (const [year, totals] of Object.entries(expected)) {
    for (const [trust, total] of Object.entries(totals)) {
      const rows = population.filter((row) => row.year === Number(year) && (trust === "all" || row.trust === trust));
      assert.equal(sum(rows.map((row) => row.persons)), total, `${trust} ${year}`);
    }
  }
});

test("80 municipalities of the 2024 structure belong to the four trusts, each to one", () => {
  const lines = readFileSync(join(tables, "municipalities.csv"), "utf8").trimEnd().split("\n");
  assert.equal(lines[0], "municipality_code,trust,municipality_name");
  const rows = lines.slice(1).map((line) => line.split(","));
  assert.equal(new Set(rows.map(([code]) => code)).size, 80);
  assert.equal(rows.length, 80);
  // How many each has: Helseatlas' list. Counties of 2024: 18 Nordland, 55 Troms, 56 Finnmark.
  const counts = { finnmark: 18, unn: 24, nlsh: 20, helgeland: 18 };
  for (const trust of trusts) assert.equal(rows.filter((row) => row[1] === trust).length, counts[trust], trust);
  for (const [code, trust, name] of rows) {
    assert.match(code, /^(18|55|56)\d\d$/);
    assert.ok(name.length > 1, code);
    assert.equal(
      code.startsWith("56"),
      trust === "finnmark",
      `${code}: Finnmarkssykehuset has all of Finnmark and no other`,
    );
    assert.ok(!code.startsWith("55") || trust === "unn", `${code}: all of Troms is UNN`);
  }
  const order = rows.map(([code, trust]) => trusts.indexOf(trust) * 10000 + Number(code));
  assert.deepEqual(
    order,
    [...order].sort((a, b) => a - b),
    "by trust, in the order of the other tables, then by code",
  );
});

test(
  "the municipalities add up to the population of their trust",
  { skip: !existsSync(join(sources, "population_municipality_age_sex_2026.csv")) },
  () => {
    const lines = readFileSync(join(tables, "municipalities.csv"), "utf8").trimEnd().split("\n").slice(1);
    const trustOf = new Map(lines.map((line) => line.split(",").slice(0, 2)));
    const counted = Object.fromEntries(trusts.map((trust) => [trust, 0]));
    for (const line of readFileSync(join(sources, "population_municipality_age_sex_2026.csv"), "utf8")
      .trimEnd()
      .split("\n")
      .slice(1)) {
      const [, code, , , count] = line.split(",");
      if (trustOf.has(code)) counted[trustOf.get(code)] += Number(count);
    }
    assert.deepEqual(counted, { finnmark: 75288, unn: 196226, nlsh: 140364, helgeland: 77900 });
  },
);

test("deaths and person-years are complete for 2000–2023, and nobody dies where nobody lived", () => {
  const rows = read("deaths.csv");
  assertComplete(rows, { year: Array.from({ length: 24 }, (_, i) => 2000 + i), sex: sexes, age: ages });
  assertRange(rows, "deaths", 0, 5000);
  assertRange(rows, "person_years", 0, 60000);
  for (const row of rows) assert.ok(row.deaths === 0 || row.person_years > 0, JSON.stringify(row));
  // 43 803 deaths in Norway in 2023 (Statistics Norway; Human Mortality Database).
  assert.ok(Math.abs(sum(rows.filter((row) => row.year === 2023).map((row) => row.deaths)) - 43803) < 5);
});

/** Period life expectancy with a(0) of Andreev and Kingkade (2015) and ½ elsewhere. */
function lifeExpectancy(rates, sex) {
  const infant = sex === "female" ? 0.14903 - 2.05527 * rates[0] : 0.14929 - 1.99545 * rates[0];
  let survivors = 1;
  let years = 0;
  for (let age = 0; age < 105; age += 1) {
    const a = age === 0 ? infant : 0.5;
    const q = rates[age] / (1 + (1 - a) * rates[age]);
    years += survivors * (1 - (1 - a) * q);
    survivors *= 1 - q;
  }
  return years + survivors / rates[105];
}

test("deaths over person-years give the published life expectancy of 2023: 84.63 and 81.39", () => {
  const rows = index(read("deaths.csv"), "year", "sex", "age");
  for (const [sex, years] of [
    ["female", 84.63],
    ["male", 81.39],
  ]) {
    const rates = ages.map((age) => {
      const { deaths, person_years: lived } = rows.get(`2023|${sex}|${age}`);
      return lived > 0 ? deaths / lived : 0.5;
    });
    assert.ok(Math.abs(lifeExpectancy(rates, sex) - years) < 0.1, `${sex}: ${lifeExpectancy(rates, sex)}`);
  }
});

test("fertility covers ages 15–49 and sums to the 1.41 of 2022 (Human Fertility Database)", () => {
  const rows = read("fertility.csv");
  assert.deepEqual(
    rows.map((row) => row.age),
    ages.slice(15, 50),
  );
  assertRange(rows, "births_per_woman", 0, 0.3);
  assert.ok(Math.abs(sum(rows.map((row) => row.births_per_woman)) - 1.41) < 0.005);
});

const migration = read("migration.csv");
const destination = read("internal_destination.csv");

test("migration is complete, never negative, and nobody moves from age 70 on", () => {
  assertComplete(migration, { trust: trusts, sex: sexes, age: ages });
  assertRange(migration, "internal_out_rate", 0, 0.1);
  assertRange(migration, "emigration_rate", 0, 0.2);
  assertRange(migration, "immigration", 0, 500);
  for (const row of migration.filter((row) => row.age >= 70)) {
    assert.equal(row.internal_out_rate + row.emigration_rate + row.immigration, 0, JSON.stringify(row));
  }
});

test("destination shares cover every age once and sum to 1 over the trusts", () => {
  for (const sex of sexes) {
    for (const age of ages) {
      const rows = destination.filter((row) => row.sex === sex && row.age_from <= age && age <= row.age_to);
      assert.deepEqual(
        rows.map((row) => row.trust),
        trusts,
        `${sex} ${age}`,
      );
      assert.ok(Math.abs(sum(rows.map((row) => row.share)) - 1) < 1e-9, `${sex} ${age}`);
    }
  }
  assertRange(destination, "share", 0, 1);
});

test("at the population of 2026 the net moves are the mean of 2014–2025 that the README states", () => {
  // finnmark −49.0 = −49.7 + 0.7 for three cells that would have been negative.
  const expected = { finnmark: -49.0, unn: 392.0, nlsh: 363.0, helgeland: 43.4 };
  const net = Object.fromEntries(trusts.map((trust) => [trust, 0]));
  const byKey = index(migration, "trust", "sex", "age");
  for (const sex of sexes) {
    for (const age of ages) {
      const cell = (trust) => byKey.get([trust, sex, age].join("|"));
      const people = (trust) => personsAt(trust, 2026, sex, age);
      const pool = sum(trusts.map((trust) => people(trust) * cell(trust).internal_out_rate));
      for (const trust of trusts) {
        const { share } = destination.find(
          (row) => row.trust === trust && row.sex === sex && row.age_from <= age && age <= row.age_to,
        );
        net[trust] +=
          cell(trust).immigration +
          share * pool -
          people(trust) * (cell(trust).internal_out_rate + cell(trust).emigration_rate);
      }
    }
  }
  for (const trust of trusts) assert.ok(Math.abs(net[trust] - expected[trust]) < 0.5, `${trust}: ${net[trust]}`);
});

const rates = read("use_rates.csv");
const expectedDays = (service, trust) =>
  sum(
    rates
      .filter((row) => row.service === service)
      .map((row) => (row.bed_days_per_1000 / 1000) * meanPersons(trust, row.sex, row.age_from, row.age_to)),
  );

test("use rates have both sexes, no overlapping ages, and plausible sizes", () => {
  assert.deepEqual([...new Set(rates.map((row) => row.service))], ["phv", "phbu", "tsb", "intensiv", "somatikk"]);
  assertRange(rates, "bed_days_per_1000", 0.1, 4000);
  for (const service of new Set(rates.map((row) => row.service))) {
    const [female, male] = sexes.map((sex) => rates.filter((row) => row.service === service && row.sex === sex));
    assert.deepEqual(
      female.map((row) => [row.age_from, row.age_to]),
      male.map((row) => [row.age_from, row.age_to]),
    );
    female.forEach((row, i) => {
      assert.ok(row.age_from <= row.age_to);
      if (i > 0) assert.equal(row.age_from, female[i - 1].age_to + 1, `${service}: hole or overlap at ${row.age_from}`);
    });
  }
});

test("expected bed days of 2024 are those the README prints", () => {
  const readme = readFileSync(join(tables, "README.md"), "utf8");
  for (const service of ["phv", "phbu", "tsb", "intensiv", "somatikk"]) {
    const line = readme.split("\n").find((text) => text.startsWith(`| ${service} |`) && /\d\.\d\d \|$/.test(text));
    const printed = line
      .split("|")
      .slice(2, 6)
      .map((text) => Number(text.replaceAll(" ", "")));
    trusts.forEach((trust, i) =>
      assert.ok(Math.abs(expectedDays(service, trust) - printed[i]) < 0.01, `${service} ${trust}`),
    );
  }
});

test("expected bed days of 2024 add to the activity they were made from", () => {
  const total = (service) => sum(trusts.map((trust) => expectedDays(service, trust)));
  assert.ok(Math.abs(total("phbu") - 10160) < 0.1); // SSB 13942, 2024: 3 291 + 3 208 + 2 222 + 1 439
  assert.ok(Math.abs(total("tsb") - 26715.5) < 0.1); // SSB 13942, mean of 2024 (27 584) and 2025 (25 847)
  assert.ok(Math.abs(total("phv") / 109786 - 1) < 0.005); // SSB 14820, mean of 2023–2025
});

const sourcesAbsent = existsSync(sources) ? false : `skipped: ${sources} is absent (the project's source figures)`;
if (sourcesAbsent) console.log(sourcesAbsent);
const source = (name) => parse(readFileSync(join(sources, name), "utf8"));

test("the population agrees with the source figures, cell by cell", { skip: sourcesAbsent }, () => {
  const trustOf = { 1: "finnmark", 2: "unn", 3: "nlsh", 4: "helgeland" };
  const rows = source("population_helse_nord_hf_age_sex_2006_2026.csv").filter((row) => row.year >= 2024);
  assert.equal(rows.length, population.length);
  for (const row of rows) assert.equal(personsAt(trustOf[row.hf_code], row.year, row.sex, row.age), row.population);
});

test("deaths of 2019–2023 agree with the source life table", { skip: sourcesAbsent }, () => {
  const rows = read("deaths.csv").filter((row) => row.year >= 2019);
  for (const row of source("norway_life_table_2019_2023.csv")) {
    const cells = rows.filter((cell) => cell.sex === row.sex && cell.age === row.age);
    assert.ok(Math.abs(sum(cells.map((cell) => cell.deaths)) - row.deaths) <= 1, `${row.sex} ${row.age}`);
  }
});

test("fertility agrees with the source rates of 2022, tails folded in", { skip: sourcesAbsent }, () => {
  const folded = new Map();
  for (const row of source("norway_fertility_age_2000_2022.csv").filter((row) => row.year === 2022)) {
    const age = Math.min(49, Math.max(15, row.mother_age));
    folded.set(age, (folded.get(age) ?? 0) + row.fertility_rate);
  }
  for (const row of read("fertility.csv"))
    assert.ok(Math.abs(row.births_per_woman - folded.get(row.age)) < 1e-6, `${row.age}`);
});

test("adult rates agree with the source days of 2023–2025 over the source population", { skip: sourcesAbsent }, () => {
  const days = {
    18: [28776, 27708, 27150],
    30: [43026, 40854, 40812],
    50: [27630, 27690, 28704],
    67: [11466, 12810, 12732],
  }; // SSB 14820
  const rows = source("population_helse_nord_hf_age_sex_2006_2026.csv").filter((row) => row.year >= 2023);
  const weight = { 2023: 0.5, 2024: 1, 2025: 1, 2026: 0.5 };
  for (const rate of rates.filter((row) => row.service === "phv")) {
    const years = sum(
      rows
        .filter((row) => row.age >= rate.age_from && row.age <= rate.age_to)
        .map((row) => weight[row.year] * row.population),
    );
    assert.ok(Math.abs(rate.bed_days_per_1000 - (1000 * sum(days[rate.age_from])) / years) < 1e-3, `${rate.age_from}`);
  }
});
