// The population tables of a sample: an invented age shape, bands that widen with time, and a change that adds up.

export const PROBABILITIES = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];
const NORMAL = [-1.96, -1.28, -0.67, 0, 0.67, 1.28, 1.96];
const GROUPS = [
  ...Array.from({ length: 20 }, (_, i) => [`${5 * i}-${5 * i + 4}`, 5 * i, 5 * i + 4]),
  ["100+", 100, 105],
  ["0-17", 0, 17],
  ["18-66", 18, 66],
  ["67-79", 67, 79],
  ["80-89", 80, 89],
  ["90+", 90, 105],
  ["67+", 67, 105],
  ["80+", 80, 105],
  ["all", 0, 105],
];

const range = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

function populationRows(trusts, region, firstYear, lastYear) {
  const rows = [];
  const total = new Map();
  for (const trust of trusts)
    for (const year of range(firstYear, lastYear))
      for (const sex of ["female", "male"]) {
        const shape = range(0, 105).map((age) => {
          const old = age < 62 ? 1 : Math.max(0, 1 - ((age - 62) / (sex === "female" ? 38 : 35)) ** 2);
          const bulge = 0.16 * Math.cos((age - (year - 1968)) / 8);
          const young = age < 18 ? 0.85 - 0.006 * (year - firstYear) : 1;
          return Math.max(0, old * (1 + bulge) * young * (1 + (age > 66 ? 0.012 * (year - firstYear) : 0)));
        });
        const scale = ((trust.people / 2) * (1 + trust.drift * (year - firstYear))) / shape.reduce((a, b) => a + b, 0);
        shape.forEach((value, age) => {
          const persons = Math.round(value * scale * 100) / 100,
            key = `${year},${sex},${age}`;
          rows.push(["MMMM", trust.id, year, sex, age, persons]);
          total.set(key, (total.get(key) ?? 0) + persons);
        });
      }
  for (const [key, persons] of total) rows.push(["MMMM", region.id, ...key.split(","), persons]);
  return rows;
}

/** Persons of a place: sum(year, sex or both, from, to). */
function sums(rows) {
  const map = new Map();
  for (const [, trust, year, sex, age, persons] of rows) map.set(`${trust},${year},${sex},${age}`, persons);
  const one = (trust, year, sex, from, to) =>
    range(from, to).reduce((sum, age) => sum + map.get(`${trust},${year},${sex},${age}`), 0);
  return (trust, year, sex, from, to) =>
    sex === "both"
      ? one(trust, year, "female", from, to) + one(trust, year, "male", from, to)
      : one(trust, year, sex, from, to);
}

/** { file: [columns, rows] }; without `options.quantiles` only population.csv, as older versions wrote it. */
export function populationFiles(options, first, last) {
  const people = populationRows(options.trusts, options.region, first, last + 1);
  const files = { "population.csv": ["variant,trust,year,sex,age,persons", people] };
  if (!options.quantiles) return files;
  const persons = sums(people),
    places = [...options.trusts.map((trust) => trust.id), options.region.id];
  const observed = options.observed ?? options.baseYear + 2;
  const quantiles = [],
    indicators = [],
    components = [];
  const spread = (year, value, put) =>
    PROBABILITIES.forEach((p, i) =>
      put(
        p,
        Number.isNaN(value) ? "" : value * Math.max(0, 1 + NORMAL[i] * options.spread * Math.max(0, year - observed)),
      ),
    );
  for (const place of places)
    for (const year of range(first, last + 1)) {
      for (const sex of ["female", "male", "both"])
        for (const [group, from, to] of GROUPS)
          spread(year, persons(place, year, sex, from, to), (p, value) =>
            quantiles.push([place, year, sex, group, p, value]),
          );
      const ratio = (100 * persons(place, year, "both", 67, 105)) / persons(place, year, "both", 20, 66);
      spread(year, ratio, (p, value) => indicators.push([place, year, "old_age_dependency", p, value]));
      spread(year, 42 + (year - first) / 8, (p, value) => indicators.push([place, year, "mean_age", p, value]));
    }
  for (const year of range(Math.max(first, observed), last)) components.push(...changes(options, persons, year));
  return {
    ...files,
    "population_quantiles.csv": ["trust,year,sex,age_group,probability,persons", quantiles],
    "population_indicators.csv": ["trust,year,indicator,probability,value", indicators],
    "components.csv": ["variant,trust,year,component,persons", components],
  };
}

const NAMES = ["births", "deaths", "internal_in", "internal_out", "immigration", "emigration", "correction"];

/** Rows of one year; people who move between the trusts leave one and come to the next. */
function changes(options, persons, year) {
  const total = Object.fromEntries(NAMES.map((name) => [name, 0])),
    rows = [];
  const put = (place, values) => {
    for (const name of NAMES) rows.push(["MMMM", place, year, name, values[name]]);
  };
  options.trusts.forEach((trust, i) => {
    const now = persons(trust.id, year, "both", 0, 105),
      change = persons(trust.id, year + 1, "both", 0, 105) - now;
    const before = options.trusts[(i + options.trusts.length - 1) % options.trusts.length];
    const values = {
      births: 0.01 * now,
      deaths: 0.0085 * now + 0.0002 * now * (year - options.baseYear),
      immigration: 0.012 * now,
      correction: options.correction,
      internal_in: options.trusts.length > 1 ? 0.004 * persons(before.id, year, "both", 0, 105) : 0,
      internal_out: options.trusts.length > 1 ? 0.004 * now : 0,
    };
    values.emigration =
      values.births -
      values.deaths +
      values.internal_in -
      values.internal_out +
      values.immigration +
      values.correction -
      change;
    for (const name of NAMES) total[name] += values[name];
    put(trust.id, values);
  });
  put(options.region.id, total);
  return rows;
}
