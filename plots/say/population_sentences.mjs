// Sentences about the population. Each must be true for any data: growth, decline, neither, one path or many.

/** A change in per cent with its sign; "–" where there is nothing to start from. */
export function percentChange(texts, from, to) {
  if (!(from > 0)) return "–";
  const value = 100 * (to / from - 1),
    text = texts.number(value, Math.abs(value) < 9.95 ? 1 : 0);
  if (!/[1-9]/.test(text)) return `0${texts.style.percent}`;
  return `${value > 0 ? "+" : ""}${text}${texts.style.percent}`;
}

/** Persons with a sign; a shown zero is "0". */
export function signedPersons(texts, value) {
  const text = texts.number(value);
  return /[1-9]/.test(text) ? `${value > 0 ? "+" : ""}${text}` : "0";
}

/** The name of an age group, whose text has its limits as key: 0-17 is g0_17, 90+ is g90. */
export const ageText = (texts, group) =>
  texts.t(`ages.${group === "all" ? "all" : `g${group.replace("-", "_").replace("+", "")}`}`);

/** The alternative that a path follows, by its letters: the main one or another. */
export const variantText = (texts, variant) =>
  texts.t(variant && variant !== "MMMM" ? "variant.other" : "variant.main", { variant: variant || "–" });

/** The area that a run's sentences are about: the region, or its only area. */
export const mainArea = (results) =>
  results.population.drawn.find((area) => area.isRegion) ?? results.population.drawn[0];

const ends = (results, area, group) =>
  [results.base, results.last].map((year) => results.population.persons(area.id, group, year));
const whole = (texts, values) => texts.interval(values.q10, values.q90, (value) => texts.number(value));

/** { headline, lead: [sentences] } for the top of a report about population alone; null without quantiles, or where no time passes. */
export function populationFinding(results, texts) {
  const { t } = texts;
  const area = mainArea(results),
    [now, then] = area ? ends(results, area, "all") : [];
  if (!now || !then || results.base === results.last) return null;
  const names = { area: area.name, base: results.base, last: results.last };
  const values = {
    ...names,
    from: texts.number(now.q50),
    to: texts.number(then.q50),
    change: percentChange(texts, now.q50, then.q50),
  };
  const lead = results.population.random
    ? [t("population_finding.interval", { ...names, interval: whole(texts, then) })]
    : [];
  for (const group of ["67+", "80+"]) lead.push(...groupSentence(results, texts, area, group));
  const dependency = [results.base, results.last].map(
    (year) => results.population.indicator(area.id, "old_age_dependency", year)?.q50,
  );
  if (dependency.every(Number.isFinite))
    lead.push(
      t("population_finding.dependency", {
        ...names,
        from: texts.number(dependency[0], 1),
        to: texts.number(dependency[1], 1),
      }),
    );
  return { headline: t(`population_finding.${direction(results, now, then)}`, values), lead };
}

/** Which way the population goes: not said where the 80 % interval holds both, nor for a change that rounds to nothing. */
export function direction(results, now, then) {
  if (Math.round(now.q50) === Math.round(then.q50)) return "same";
  if (results.population.random && then.q10 < now.q50 && then.q90 > now.q50) return "either";
  return then.q50 > now.q50 ? "rises" : "falls";
}

function groupSentence(results, texts, area, group) {
  const [now, then] = ends(results, area, group);
  if (!now || !then) return [];
  const values = {
    group: texts.t(`groups.g${group.replace("+", "")}`),
    base: results.base,
    last: results.last,
    from: texts.number(now.q50),
    to: texts.number(then.q50),
    change: percentChange(texts, now.q50, then.q50),
  };
  return [
    results.population.random
      ? texts.t("population_finding.group", { ...values, interval: whole(texts, then) })
      : texts.t("population_finding.group_alone", values),
  ];
}

const runWords = (results, texts) => ({
  scenario: texts.ended(texts.pick(results.context.scenario, "title")),
  draws: texts.number(results.context.draws),
  base: results.base,
  first: results.first,
  last: results.last,
  observed: results.population.observed,
  variant: variantText(texts, results.population.variant),
});

/** Title, subtitle and small print of a fan chart. */
export function fanWords(results, texts, area, cut) {
  const { t } = texts;
  const sentence = (group) => {
    const [now, then] = ends(results, area, group);
    return now && then
      ? [
          t("fan_chart.change", {
            group: t(`groups.${group === "all" ? "all" : `g${group.replace("+", "")}`}`),
            base: results.base,
            last: results.last,
            from: texts.number(now.q50),
            to: texts.number(then.q50),
            change: percentChange(texts, now.q50, then.q50),
          }),
        ]
      : [];
  };
  const run = runWords(results, texts),
    past = results.population.observed > results.first;
  return {
    title: t("fan_chart.title", { area: area.name, ...run }),
    subtitle: [
      ...["all", "80+"].flatMap(sentence),
      t(results.population.random ? "fan_chart.unit" : "fan_chart.unit_single", run),
    ],
    footer: [
      [
        t(results.population.random ? "fan_chart.footer" : "fan_chart.footer_single", run),
        past ? t("fan_chart.past", run) : "",
        cut ? t("fan_chart.cut") : "",
      ]
        .filter(Boolean)
        .join(" "),
    ],
  };
}

/** Title, subtitle and small print of the dependency chart. */
export function dependencyWords(results, texts, area, from) {
  const { t } = texts;
  const run = runWords(results, texts),
    [now, then] = [results.base, results.last].map((year) =>
      results.population.indicator(area.id, "old_age_dependency", year),
    );
  const one = (value) => texts.number(value, 1),
    values = { ...run, area: area.name, from: one(now.q50), to: one(then.q50) };
  return {
    title: t("dependency_chart.title", run),
    subtitle: [
      t("dependency_chart.unit"),
      results.population.random
        ? t("dependency_chart.change", { ...values, interval: texts.interval(then.q10, then.q90, one) })
        : t("dependency_chart.change_single", values),
    ],
    footer: [
      [
        t(results.population.random ? "dependency_chart.footer" : "fan_chart.footer_single", run),
        from > 0 ? t("gap_chart.axis_from", { value: texts.exact(from) }) : "",
      ]
        .filter(Boolean)
        .join(" "),
    ],
  };
}

/** A year's change in parts: { year, natural, internal, outside, correction, total }. */
export const changeParts = (results, area) =>
  results.population.changes(area).map((row) => {
    const parts = {
      natural: row.births - row.deaths,
      internal: row.internal_in - row.internal_out,
      outside: row.immigration - row.emigration,
      correction: row.correction,
    };
    return { year: row.year, ...parts, total: parts.natural + parts.internal + parts.outside + parts.correction };
  });

/** Title, subtitle and small print of a components chart. */
export function componentsWords(results, texts, area, parts) {
  const { t } = texts;
  const years = changeParts(results, area.id),
    sum = (part) => years.reduce((total, year) => total + year[part], 0);
  const first = years[0].year,
    end = years[years.length - 1].year;
  const list = texts.list(
    parts.map((part) =>
      t("components_chart.sum", {
        part: texts.inSentence(t(`components_chart.${part}`)),
        value: signedPersons(texts, sum(part)),
      }),
    ),
  );
  const values = { area: area.name, first, end, after: end + 1, total: signedPersons(texts, sum("total")), list };
  const variant = t("components_chart.footer", runWords(results, texts)),
    outside = parts.includes("outside")
      ? t("components_chart.outside_note", { region: results.context.region.name })
      : "";
  return {
    title: t("components_chart.title", values),
    subtitle: [t(parts.length > 0 ? "components_chart.sums" : "components_chart.nothing", values)],
    footer: [[variant, outside].filter(Boolean).join(" ")],
  };
}
