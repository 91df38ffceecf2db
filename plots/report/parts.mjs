// The parts of a gap as a table beside their drawing, by both rules.
import { RULES } from "../read/schema.mjs";
import { kindText, meanGap, partName, partsOf } from "../say/parts.mjs";
import { html, table } from "./html.mjs";

/** A part's beds with its 80 % interval, where it varies and the folder says so. */
function sizeOf(results, texts, part) {
  const form = (value) => texts.number(value, 1),
    band = part ? results.bandOfPart(part) : null,
    size = form(part?.beds ?? 0);
  if (band === null || form(band.p10) === form(band.p90)) return size;
  return html`${size} <small>(${texts.interval(band.p10, band.p90, form)})</small>`;
}

/** A row a part and the mean gap last; the parts are the same by both rules but for the reserve. */
export function partsTable(results, texts, cell, year) {
  const { t } = texts;
  const byRule = RULES.map((rule) => partsOf(results, cell, year, rule));
  const rows = byRule[0].map((row) => ({
    cells: [
      partName(results, texts, row),
      kindText(texts, row.kind),
      ...byRule.map((parts) =>
        sizeOf(
          results,
          texts,
          parts.find((one) => one.part === row.part),
        ),
      ),
    ],
  }));
  const total = [
    html`<strong>${t("parts.total")}</strong>`,
    "",
    ...byRule.map((parts) => texts.number(meanGap(parts), 1)),
  ];
  const names = { year, trust: cell.trust.short, service: texts.inSentence(texts.pick(cell.service, "name")) };
  const head = [
    t("parts.part"),
    t("parts.is"),
    t("parts.by", { rule: t("verdict.by_utilisation") }),
    t("parts.by", { rule: t("verdict.by_service_level") }),
  ];
  return table({
    caption: t("parts.caption", names),
    head,
    rows: [...rows, { cells: total }],
    className: "numbers parts",
  });
}
