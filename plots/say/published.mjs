// Projections that others have published beside ours: the words and figures of a row.

const DECIMALS = 1;

/** A change as a per cent with its sign. */
export const changeText = (texts, share) =>
  `${share > 0 ? "+" : ""}${texts.exact(Math.round(share * 1000) / 10)}${texts.style.percent}`;

/** The rows of published.csv, by service, each with its words. */
export function publishedRows(results, texts) {
  return results.tables.published.map((row) => {
    const service = results.service(row.service);
    const points = 100 * (row.ours - row.published);
    return {
      ...row,
      trustName: results.trust(row.trust)?.short ?? row.trust,
      serviceName: service ? texts.pick(service, "name") : texts.capital(row.service),
      years: texts.t("published.years", row),
      publishedText: changeText(texts, row.published),
      oursText: changeText(texts, row.ours),
      interval: texts.interval(changeText(texts, row.ours_p10), changeText(texts, row.ours_p90), (text) => text),
      difference: `${points > 0 ? "+" : ""}${texts.number(points, DECIMALS)}`,
      isInside: row.ours_p10 <= row.published && row.published <= row.ours_p90,
      why: texts.pick(row, "reason"),
    };
  });
}

/** How many of the published figures lie in our intervals. */
export function insideText(texts, rows) {
  const inside = rows.filter((row) => row.isInside).length;
  if (inside === rows.length) return texts.t("published.all_inside");
  return texts.t(inside === 0 ? "published.none_inside" : "published.some_inside", {
    inside: texts.number(inside),
    all: texts.number(rows.length),
  });
}
