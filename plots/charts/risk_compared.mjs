// The risk map before and after: every moved cell that can be judged, a row for the base and one for each alternative.
import { nameOf, valueOf } from "../say/comparison.mjs";
import { asChart, serviceHead, sheetOf, yearsRow } from "./risk.mjs";

/** One chart of these cells; null where none of them can be judged. */
export function riskComparedChart(results, texts, cells) {
  const judged = cells.filter((cell) =>
    results.years.some((year) => results.judged(cell.trust.id, cell.service.id, year)),
  );
  if (judged.length === 0) return null;
  const { t } = texts;
  const sheet = sheetOf(texts, results.years);
  for (const cell of judged) {
    serviceHead(sheet, t("changes.cell", { trust: cell.trust.short, service: texts.pick(cell.service, "name") }));
    for (const side of [null, ...results.alternatives]) {
      const rows = rowsOf(results, side, cell);
      if (rows) yearsRow(sheet, { text: nameOf(texts, side), weight: side === null ? 400 : 600 }, rows);
    }
  }
  const title = t("comparison.risk_title", { first: results.first, last: results.last });
  return asChart(sheet, "risk-compared", title, t("comparison.risk_subtitle"));
}

/** Null where the side doesn't know the cell in some year. */
function rowsOf(results, side, cell) {
  const where = { trust: cell.trust.id, service: cell.service.id };
  const rows = results.years.map((year) => ({
    evidence: results.judged(where.trust, where.service, year) ? "derived" : "not-identified",
    p_shortage: valueOf(results, side, where, year, "p_shortage"),
  }));
  return rows.every((row) => row.p_shortage !== null) ? rows : null;
}
