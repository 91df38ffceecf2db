// verdict.csv and gap_parts.csv of an invented world, from its draws by the rules in docs/need-and-care.md.

export const VERDICT_COLUMNS =
  "trust,service,year,verdict,reason,p_utilisation,p_service_level,p_utilisation_low,p_utilisation_high," +
  "p_service_level_low,p_service_level_high,gap_low,gap_high,range,tips_at_utilisation,tips_at_service_level,unit,depends_on";

/** Beds that the sample's service-level rule wants where `need` are wanted at planned utilisation; and its inverse. */
export const byServiceLevel = (need) => need + 0.3 * Math.sqrt(need);
const atUtilisation = (beds) => ((-0.3 + Math.sqrt(0.09 + 4 * beds)) / 2) ** 2;

const LIKELY = 0.5,
  UNLIKELY = 0.1,
  LEAST = 0.5;
const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b),
    half = (sorted.length - 1) / 2;
  return (sorted[Math.floor(half)] + sorted[Math.ceil(half)]) / 2;
};
const shareAbove = (values, limit) => values.filter((value) => value > limit).length / values.length;

const isOpen = (cell) => ["not-identified", "assumed"].includes(cell.evidence);
/** The level that nobody counted lies so far from the assumed one. */
const ENDS = { mild: 0.85, severe: 1.15 };

const outcome = (needs, beds) => ({
  u: shareAbove(needs, beds),
  s: shareAbove(needs.map(byServiceLevel), beds),
  gap: beds - median(needs),
});

function judge({ u, s, gap }) {
  const low = Math.min(u, s),
    high = Math.max(u, s);
  if (low > LIKELY) return gap <= -LEAST ? ["short", ""] : ["tight", "small"];
  if (high < UNLIKELY) return ["enough", ""];
  if (s > LIKELY && u < UNLIKELY) return ["tight", "service-level-only"];
  if (u > LIKELY && s < UNLIKELY) return ["tight", "utilisation-only"];
  return ["tight", "either-way"];
}

function judgeBetween(mild, severe) {
  const [a, b] = [judge(mild), judge(severe)];
  if (a[0] !== b[0]) return ["depends", ""];
  return a[1] === b[1] ? a : ["tight", "either-way"];
}

/** Needs of year t with the base year's level at `factor` times the assumed one in every draw. */
function atLevel(cell, t, factor) {
  const base = mean(cell.draws[0]) * factor;
  return cell.draws[t].map((need, k) => (need / cell.draws[0][k]) * base);
}

function ownVerdict(cell, t) {
  const beds = cell.capacity[t];
  if (!isOpen(cell)) {
    const known = outcome(cell.draws[t], beds);
    return { word: judge(known), known };
  }
  const mild = outcome(atLevel(cell, t, ENDS.mild), beds),
    severe = outcome(atLevel(cell, t, ENDS.severe), beds);
  const tip = (limit) => median(cell.draws[t].map((need, k) => (limit * cell.utilisation * cell.draws[0][k]) / need));
  return {
    word: judgeBetween(mild, severe),
    ends: { mild, severe },
    range: cell.range ?? (cell.evidence === "assumed" ? "stated" : "seen"),
    tips: [tip(beds), tip(atUtilisation(beds))],
  };
}

const verdictRow = (cell, year, { word, known, ends, range = "", tips = ["", ""], depends = "" }, withGap = true) => [
  cell.trust,
  cell.service,
  year,
  ...word,
  ...(known ? [known.u, known.s, "", "", "", ""] : ["", "", ends.mild.u, ends.severe.u, ends.mild.s, ends.severe.s]),
  ...(ends && withGap ? [ends.severe.gap, ends.mild.gap] : ["", ""]),
  range,
  ...tips,
  tips[0] === "" ? "" : "occupied-beds",
  depends,
];

/** A region's P is the share of draws in which at least one trust lacks beds. */
function regionVerdict(trusts, t) {
  const own = trusts.map((cell) => ({ cell, ...ownVerdict(cell, t) })),
    words = own.map(({ word }) => word[0]);
  const needsAt = (end) => trusts.map((cell) => (isOpen(cell) ? atLevel(cell, t, ENDS[end]) : cell.draws[t]));
  const anyShort = (needs, byRule) =>
    mean(needs[0].map((_, k) => (trusts.some((cell, i) => byRule(needs[i][k]) > cell.capacity[t]) ? 1 : 0)));
  const at = (end) => {
    const needs = needsAt(end);
    return { u: anyShort(needs, (need) => need), s: anyShort(needs, byServiceLevel), gap: -Infinity };
  };
  const word = words.includes("short")
    ? ["short", ""]
    : words.every((one) => one === "enough")
      ? ["enough", ""]
      : words.includes("depends")
        ? ["depends", ""]
        : ["tight", "either-way"];
  const depends = own
    .filter((one) => one.word[0] === word[0] && word[0] !== "enough")
    .map((one) => one.cell.trust)
    .join(" ");
  return trusts.some(isOpen)
    ? { word, ends: { mild: at("mild"), severe: at("severe") }, depends }
    : { word, known: at("mild"), depends };
}

/** Rows of verdict.csv for cells { trust, service, evidence, utilisation, capacity, draws } by year. */
export function verdictRows(cells, { years, region }) {
  return cells.flatMap((cell) =>
    years.map((year, t) => {
      if (cell.trust !== region.id) return verdictRow(cell, year, ownVerdict(cell, t));
      const trusts = cells.filter((one) => one.service === cell.service && one.trust !== region.id);
      return verdictRow(cell, year, regionVerdict(trusts, t), false);
    }),
  );
}

/** Rows of gap_parts.csv; a cell's `stock` is the share of the change of occupied beds that a stock makes. */
export function partRows(cells, { years, counted = years[0] }) {
  const from = years.indexOf(counted);
  return cells.flatMap((cell) =>
    years.slice(from).flatMap((year, i) => {
      const t = from + i;
      const occupied = (at) => mean(cell.draws[at]) * cell.utilisation,
        change = occupied(t) - occupied(from),
        stock = cell.stock ?? 0,
        people = change * (1 - stock);
      const parts = [
        ["start", isOpen(cell) ? "assumed" : "counted", cell.capacity[from] - occupied(from)],
        ["places", "plan", cell.capacity[t] - cell.capacity[from]],
        ["number", "projected", -0.4 * people],
        ["age_mix", "projected", -0.5 * people],
        ...(from > 0 ? [["level", "projected", -0.1 * people]] : [["migration", "projected", -0.1 * people]]),
        ...(cell.stock ? [["stock.grows", "assumed", -change * stock]] : []),
      ];
      const needs = { utilisation: cell.draws[t], "service-level": cell.draws[t].map(byServiceLevel) };
      return Object.entries(needs).flatMap(([rule, need]) =>
        [...parts, ["reserve", "policy", occupied(t) - mean(need)]].map(([part, kind, beds]) => [
          cell.trust,
          cell.service,
          year,
          rule,
          part,
          kind,
          beds,
        ]),
      );
    }),
  );
}
