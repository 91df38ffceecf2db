// What was counted before the projection: under a service's gap charts, the numbers of their counted years.
import { countedYears } from "../say/gap_sentences.mjs";
import { html, table } from "./html.mjs";

/** A table to be opened, the cells in the order of the charts; nothing where nothing was counted year by year. */
export function countedBlock({ texts }, service, cells) {
  const mine = cells.filter((cell) => cell.counted.length > 0);
  if (mine.length === 0) return "";
  const { t } = texts;
  const years = [...new Set(mine.flatMap(countedYears))].sort((a, b) => a - b);
  const names = { years: texts.years(years), service: texts.pick(service, "name") };
  const or = (value, form) => (value === null ? "–" : form(value));
  const rows = mine.flatMap((cell) => [
    { group: cell.trust.short },
    ...cell.counted.map((row) => ({
      cells: [
        String(row.year),
        or(row.places, texts.capacity),
        or(row.open_places, (value) => texts.number(value, 1)),
        texts.number(row.bed_days),
        or(row.occupancy, texts.percent),
        texts.number(row.need, 1),
      ],
    })),
  ]);
  const shared = [...new Set(mine.filter((cell) => !cell.trust.isRegion).map((cell) => cell.info.utilisation))];
  const [share] = shared;
  const need =
    shared.length === 1 && Number.isFinite(share)
      ? t("counted.need_at", { share: texts.share(share) })
      : t("counted.need");
  const head = [...["year", "places", "open", "days", "occupancy"].map((key) => t(`counted.${key}`)), need];
  const odd = mine.filter((cell) => !cell.trust.isRegion).flatMap(moreOpenThanThere);
  const note = odd.length > 0 ? html`<p class="note">${t("counted.more_open", { list: texts.list(odd) })}</p>` : "";
  return html`<details class="counts"><summary>${t("counted.heading", names)}</summary>
${table({ caption: t("counted.caption", names), head, rows, className: "numbers" })}${note}</details>\n`;
}

/** Years in which more places were open than there were, with the trust. */
const moreOpenThanThere = (cell) =>
  cell.counted
    .filter(({ places, open_places: open }) => places !== null && open !== null && open > places + 0.5)
    .map(({ year }) => `${cell.trust.short} ${year}`);
