// What a what-if changes: the first section of its report.
import { movedCells } from "../say/changes.mjs";
import { chance } from "../say/verdicts.mjs";
import { html, table } from "./html.mjs";

/** So many moved cells stand in a table. */
export const MOST_SHOWN = 8;

/** The cells that the run moves, before and after; nothing for a run that is compared with none. */
export function changesSection(page) {
  const { results, texts } = page;
  const { t } = texts;
  if (results.comparison.length === 0) return "";
  const moved = movedCells(results);
  if (moved.length === 0)
    return html`<section id="changes"><h2>${t("changes.heading")}</h2><p>${t("changes.nothing")}</p></section>
`;
  const more = moved.length - MOST_SHOWN;
  return html`<section id="changes"><h2>${t("changes.heading")}</h2>
<p class="note">${t("changes.intro")}</p>
${changesTable(texts, moved)}
${more > 0 ? html`<p class="note">${t("changes.more", { n: more })}</p>` : ""}</section>
`;
}

/** The cells that are moved most, before and after by both rules. */
export function changesTable(texts, moved) {
  const { t } = texts;
  const rows = moved
    .slice(0, MOST_SHOWN)
    .flatMap((cell) => [
      { group: t(cell.trust.isRegion ? "changes.cell_net" : "changes.cell", namesOf(texts, cell)) },
      ...cell.years.map((year) => ({ cells: [String(year.year), ...yearCells(texts, year, cell.trust.isRegion)] })),
    ]);
  const head = [
    t("changes.year"),
    t("changes.capacity"),
    ...["changes.by_utilisation", "changes.by_service_level"].flatMap((rule) => [
      t("changes.gap", { rule: t(rule) }),
      t("changes.difference", { rule: t(rule) }),
      t("changes.probability", { rule: t(rule) }),
    ]),
  ];
  return table({ caption: t("changes.caption"), head, rows, className: "numbers" });
}

const namesOf = (texts, cell) => ({ trust: cell.trust.short, service: texts.pick(cell.service, "name") });

/** A region's P in comparison.csv is of its net sum, which nobody can use: it is left to the first table, as at least one trust. */
function yearCells(texts, { judged, rows }, net) {
  const { t } = texts;
  const arrow = (row, form) =>
    row.base === row.alternative
      ? form(row.base)
      : t("changes.before_after", { before: form(row.base), after: form(row.alternative) });
  const difference = (row) => {
    if (row.low === row.high) return texts.signed(row.difference);
    return html`${texts.signed(row.difference)} <small>(${texts.interval(row.low, row.high)})</small>`;
  };
  // Nothing is certain by one rule unless the other says the same.
  const chanceOf = (p, other) => {
    const side = (of) => chance(texts, p[of], other[of]);
    const [before, after] = [side("base"), side("alternative")];
    return p.base === p.alternative ? before : t("changes.before_after", { before, after });
  };
  const byRule = (gap, p, other) => [
    judged ? arrow(gap, texts.beds) : t("changes.unknown"),
    difference(gap),
    judged && !net ? chanceOf(p, other) : t("changes.unknown"),
  ];
  return [
    arrow(rows.capacity, texts.capacity),
    ...byRule(rows.gap, rows.p_shortage, rows.p_shortage_service_level),
    ...byRule(rows.gap_service_level, rows.p_shortage_service_level, rows.p_shortage),
  ];
}
