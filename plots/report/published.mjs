// Projections that others have published beside ours: the drawing and its table.
import { publishedRows } from "../say/published.mjs";
import { figure, section } from "./figures.mjs";
import { html, table } from "./html.mjs";

/** Whether there is anything to set beside ours. */
export const hasPublished = (results) => results.tables.published.length > 0;

export function publishedSection({ results, texts, chart }) {
  const { t } = texts,
    drawing = chart("published");
  const head = ["trust", "service", "when", "published", "ours", "difference", "why"].map((key) =>
    t(`published.${key}`),
  );
  const rows = publishedRows(results, texts).map((row) => ({
    cells: [
      row.trustName,
      row.serviceName,
      row.years,
      row.publishedText,
      html`<span class="nowrap">${row.oursText}</span> <small>(${row.interval})</small>`,
      row.difference,
      html`${row.why} <small>${t("published.source", { source: row.source })}</small>`,
    ],
  }));
  const body = [
    drawing ? figure(drawing) : "",
    table({ caption: t("published.caption"), head, rows, className: "published" }),
  ];
  return section(texts, "published", t("sections.published"), t("intros.published"), body);
}
