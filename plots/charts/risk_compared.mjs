// The risk map before and after: every moved cell that can be judged, a row for the base and one for each alternative.
import { nameOf, valueOf } from "../say/comparison.mjs";
import { SYMBOLS } from "../say/cells.mjs";
import { classOf } from "../say/verdicts.mjs";
import { asChart, classKey, serviceHead, sheetOf, shortChance, yearsRow } from "./risk.mjs";

/** One chart of these cells; null where none of them can be judged. */
export function riskComparedChart(results, texts, cells) {
  const judged = cells.filter((cell) =>
    results.years.some((year) => results.judged(cell.trust.id, cell.service.id, year)),
  );
  if (judged.length === 0) return null;
  const { t } = texts;
  const sheet = sheetOf(texts, results.years, classKey(texts));
  for (const cell of judged) {
    serviceHead(sheet, t("changes.cell", { trust: cell.trust.short, service: texts.pick(cell.service, "name") }));
    for (const side of [null, ...results.alternatives]) {
      const rows = rowsOf(results, side, cell);
      if (rows) {
        const name = { text: nameOf(texts, side), weight: side === null ? 400 : 600 };
        yearsRow(
          sheet,
          name,
          rows.map((row) => boxOf(texts, row)),
        );
      }
    }
  }
  const title = t("comparison.risk_title", { first: results.first, last: results.last });
  return asChart(sheet, "risk-compared", title, t("comparison.risk_subtitle"));
}

/** Null where the side doesn't know the cell in some year. */
function rowsOf(results, side, cell) {
  const where = { trust: cell.trust.id, service: cell.service.id };
  const rows = results.years.map((year) => {
    const [u, s] = ["p_shortage", "p_shortage_service_level"].map((measure) =>
      valueOf(results, side, where, year, measure),
    );
    return { u, s, judged: results.judged(where.trust, where.service, year) };
  });
  return rows.every(({ u, s }) => u !== null && s !== null) ? rows : null;
}

/** Both rules in a box, in the colour of the utilisation rule's class. */
function boxOf(texts, { u, s, judged }) {
  if (!judged) return { kinds: ["unknown"], lines: [SYMBOLS.unknown] };
  const kind = classOf(u);
  return {
    kinds: [kind],
    lines: [`${SYMBOLS[kind]} ${shortChance(texts, u, s)}\u00a0/\u00a0${shortChance(texts, s, u)}`],
  };
}
