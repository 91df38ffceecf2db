// Sentences made from figures: what a run has otherwise, what its inputs rest on, what ageing does.

/** The need rule that gap.csv was made with, in words. */
export function ruleText(texts, cells) {
  const rules = [...new Set(cells.map((cell) => cell.rows[0].rule))];
  return texts.list(rules.map((rule) => texts.t(`rules.${rule.replace("-", "_")}`)));
}

/**
 * What a run has otherwise, in words: { file, said: a sentence each }. With a what-if it is all of the chain of files, down to
 * its root; without words in context.json, as older runs have it, what the nearest file says, key by key.
 */
export function differencesOf(results, texts) {
  const { settings, against, differences = [], compared_with: file } = results.context;
  if (settings) return { file: against, said: settings.map((setting) => texts.pick(setting, "said")) };
  return { file, said: differences.map((difference) => differenceText(texts, difference)) };
}

const differenceText = (texts, { key, before, after }) =>
  texts.t("report.difference", {
    key,
    before: before || texts.t("report.nothing"),
    after: after || texts.t("report.nothing"),
  });

/** How many of the inputs were read at a source. */
export function sourcedSentence(texts, counts) {
  const all = counts.observed + counts.published + counts.derived + counts.assumed;
  if (all === 0) return texts.t("sourced.none");
  const sourced = counts.observed + counts.published;
  return texts.t("sourced.count", {
    n: sourced,
    all: texts.number(all),
    sourced: texts.number(sourced),
    share: texts.percent(sourced / all),
    observed: texts.number(counts.observed),
    published: texts.number(counts.published),
    derived: texts.number(counts.derived),
    assumed: texts.number(counts.assumed),
  });
}

/** What ageing does to adult mental-health need: the pattern, and what this run shows for the region. Empty if the service isn't there. */
export function ageingSentences(results, texts, cells) {
  const cell = cells.find((c) => c.service.id === "phv" && c.trust.isRegion);
  if (!cell) return [];
  const { need_change: change, need_change_p10: low, need_change_p90: high } = cell.changeAt(results.last);
  const key =
    low < 0 && high > 0 ? "ageing.either" : change < 0 ? "ageing.falls" : change > 0 ? "ageing.rises" : "ageing.same";
  return [
    texts.t("ageing.pattern"),
    texts.t(key, {
      region: cell.trust.name,
      beds: texts.beds(Math.abs(change)),
      change: texts.signed(change),
      interval: texts.interval(low, high),
      since: cell.changesSince,
      last: results.last,
    }),
    ...stockSentences(results, texts),
  ];
}

/** What grows beside demography, by name: the trusts' parts together. */
function stockSentences(results, texts) {
  const byName = new Map();
  for (const stock of results.context.stocks ?? []) {
    const key = `${texts.pick(stock, "name")}|${stock.service}`;
    byName.set(key, { stock, beds: (byName.get(key)?.beds ?? 0) + stock.occupied_beds_in_last_year });
  }
  return [...byName.values()].map(({ stock, beds }) =>
    texts.t("ageing.stock", {
      name: texts.pick(stock, "name"),
      beds: texts.beds(beds),
      service: texts.inSentence(texts.pick(results.service(stock.service), "name")),
      last: results.last,
    }),
  );
}
