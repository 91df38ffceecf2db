// The tables of a comparison's page: settings side by side, ranks, patients, other futures.
import { PATIENT_MEASURES } from "../read/schema.mjs";
import { amountOf, isTiny, movedBy, nameOf, ranking, regretSums } from "../say/comparison.mjs";
import { isSeen, pairsNeeded } from "../say/pairs.mjs";
import { MOST_SHOWN } from "./changes.mjs";
import { section } from "./figures.mjs";
import { html, raw, table } from "./html.mjs";

/** Simulations that nobody runs: beyond these it is said only that it takes more. */
const MOST_RUNS = 1_000_000;

const cellName = (texts, cell) =>
  texts.t("changes.cell", { trust: cell.trust.short, service: texts.pick(cell.service, "name") });

/** The short names that the page uses, with the scenarios' titles. */
export function sidesTable({ results, texts }) {
  const { t } = texts;
  const rows = [null, ...results.alternatives].map((side) => ({
    cells: [nameOf(texts, side), texts.pick((side ?? results.base).context.scenario, "title")],
  }));
  return table({
    caption: t("comparison.sides_caption"),
    head: [t("comparison.side"), t("comparison.side_title")],
    rows,
    className: "sides",
  });
}

/** What each alternative does, a row for each setting that any of them touches. */
export function settingsSection({ results, texts, heading }) {
  const { t } = texts;
  const addresses = [
    ...new Set(results.alternatives.flatMap(({ settings }) => settings.map(({ address }) => address))),
  ];
  const rows = addresses.map((address) => {
    const mine = results.alternatives.map((side) => side.settings.find((setting) => setting.address === address));
    const first = mine.find(Boolean);
    return {
      cells: [
        texts.capital(texts.pick(first, "name")),
        texts.pick(first, "before"),
        ...mine.map((setting) => (setting ? texts.pick(setting, "after") || t("comparison.as_nothing") : "")),
      ],
    };
  });
  const head = [t("comparison.setting"), nameOf(texts, null), ...results.alternatives.map((side) => side.short)];
  return section(
    texts,
    "settings",
    heading("settings"),
    t("comparison.settings_intro"),
    rows.length > 0
      ? table({ caption: t("comparison.settings_caption"), head, rows, className: "settings" })
      : html`<p>${t("comparison.no_settings")}</p>`,
  );
}

/** The difference in gap of an alternative's moved cells, year by year. */
export function allYears({ results, texts }, side, moved) {
  const { t } = texts;
  const rows = moved
    .filter((cell) => side.comparedWith(cell.trust.id, cell.service.id).years.get(results.last)?.gap)
    .map((cell) => ({
      cells: [
        cellName(texts, cell),
        ...results.years.map((year) => {
          const row = side.comparedWith(cell.trust.id, cell.service.id).years.get(year)?.gap;
          if (!row) return "–";
          const range = row.low === row.high ? "" : html` <small>(${texts.interval(row.low, row.high)})</small>`;
          return html`${texts.signed(row.difference)}${range}`;
        }),
      ],
    }));
  if (rows.length === 0) return "";
  const caption = t("comparison.all_years_caption", { name: side.short });
  const shown = table({
    caption,
    head: [t("comparison.cell_year"), ...results.years.map(String)],
    rows,
    className: "numbers",
  });
  return html`<details><summary>${t("comparison.all_years")}</summary>
${shown}</details>
`;
}

/** The gap in the last year where what an alternative's effects are said to bring comes wholly, by half and not at all. */
export function weakerTable({ results, texts }, side, moved) {
  const { t } = texts;
  if (side.weaker.length === 0) return "";
  const year = results.last;
  const gapOf = (cell, measure, find) => {
    const row = find(cell.trust.id, cell.service.id)?.years.get(year)?.[measure];
    if (!row) return "–";
    return results.judged(cell.trust.id, cell.service.id, year)
      ? texts.beds(row.alternative)
      : texts.signed(row.difference);
  };
  const finders = [side.comparedWith, ...side.weaker.map(([, find]) => find)];
  const rows = moved
    .filter((cell) => side.comparedWith(cell.trust.id, cell.service.id).years.get(year)?.gap)
    .slice(0, MOST_SHOWN)
    .map((cell) => [
      cellName(texts, cell),
      ...["gap", "gap_service_level"].flatMap((measure) => finders.map((find) => gapOf(cell, measure, find))),
    ]);
  const differs = ([, whole, half, none, whole2, half2, none2]) =>
    new Set([whole, half, none]).size > 1 || new Set([whole2, half2, none2]).size > 1;
  const shown = rows.filter(differs);
  if (shown.length === 0) return "";
  const parts = ["whole", ...side.weaker.map(([name]) => name)];
  const head = ["changes.by_utilisation", "changes.by_service_level"].flatMap((rule) =>
    parts.map((part) => t("comparison.weaker_head", { part: t(`comparison.weaker.${part}`), rule: t(rule) })),
  );
  return table({
    caption: t("comparison.weaker_caption", { name: side.short, year }),
    head: [t("comparison.cell_year"), ...head],
    rows: shown.map((cells) => ({ cells })),
    className: "numbers",
  });
}

/** Base and alternatives by each measure, the year of the tables and the last. */
export function rankingSection({ results, texts, heading }) {
  const { t } = texts;
  const byYear = results.years_to_show.map((year) => ({ year, measures: ranking(results, texts, year) }));
  const ids = [...new Set(byYear.flatMap(({ measures }) => measures.map(({ id }) => id)))];
  const rows = byYear.flatMap(({ year, measures }) => [
    { group: String(year) },
    ...[null, ...results.alternatives].map((side) => ({
      cells: [
        nameOf(texts, side),
        ...ids.map((id) => {
          const one = measures.find((measure) => measure.id === id)?.values.find((value) => value.side === side);
          if (!one) return "–";
          const place = t(one.shared ? "comparison.rank_shared" : "comparison.rank", { rank: one.rank });
          return html`${one.rank === 1 ? html`<strong>${one.text}</strong>` : one.text} <small>(${place})</small>`;
        }),
      ],
    })),
  ]);
  const head = [t("comparison.scenario"), ...ids.map((id) => t(`comparison.ranked.${id}`))];
  return section(
    texts,
    "ranking",
    heading("ranking"),
    t("comparison.ranking_intro"),
    ids.length > 0
      ? table({ caption: t("comparison.ranking_caption"), head, rows, className: "numbers" })
      : html`<p>${t("judged.nothing")}</p>`,
  );
}

/** What patients feel of each alternative, and how much it takes to see what isn't seen. */
export function patientsSection({ results, texts, heading }) {
  const { t } = texts;
  if (results.replications === 0)
    return section(texts, "patients", heading("patients"), t("comparison.not_simulated"), "");
  const head = [t("comparison.cell_year"), ...PATIENT_MEASURES.map((id) => t(`comparison.measures.${id}`))];
  const blocks = results.alternatives.map((side, i) => {
    const rows = movedBy(results, side)
      .slice(0, MOST_SHOWN)
      .flatMap((cell) => [
        { group: cellName(texts, cell) },
        ...results.years_to_show.map((year) => ({
          cells: [
            String(year),
            ...PATIENT_MEASURES.map((id) => patientCell(texts, side.patient(cell.trust.id, cell.service.id, year, id))),
          ],
        })),
      ]);
    if (rows.length === 0) return "";
    const caption = t("comparison.patients_caption", { name: side.short });
    return html`<details${i === 0 ? raw(" open") : ""}><summary><h3>${side.short}</h3></summary>
${table({ caption, head, rows, className: "numbers patients" })}</details>
`;
  });
  return section(texts, "patients", heading("patients"), t("comparison.patients_intro"), blocks);
}

function patientCell(texts, row) {
  const { t } = texts;
  if (!row || row.difference === null) return "–";
  if (row.difference === 0 && (row.low === null || row.low === row.high)) return t("comparison.same");
  const form = (value) => texts.signed(amountOf(row, value));
  if (isTiny(texts, row)) return t("comparison.hardly");
  if (row.low === null) return html`${form(row.difference)} <small>(${t("comparison.too_few")})</small>`;
  const range = html`<small>(${texts.interval(row.low, row.high, form)})</small>`;
  if (isSeen(row)) return html`<strong>${form(row.difference)}</strong> ${range}`;
  const pairs = pairsNeeded(row);
  // Two simulations share a draw: a pair of pairs.
  const runs =
    pairs === null || 2 * pairs > MOST_RUNS
      ? t("comparison.more_than", { n: texts.number(MOST_RUNS) })
      : texts.number(2 * pairs);
  return html`${form(row.difference)} ${range}<br><small>${t("comparison.needs", { n: runs })}</small>`;
}

/** Alternatives by futures: beds short and beds empty in each, and the worst that a choice may cost. */
export function regretSection({ results, texts, heading }) {
  const { t } = texts;
  if (results.regret.length === 0) return section(texts, "regret", heading("regret"), t("comparison.regret_unrun"), "");
  const tables = results.years_to_show.map((year) => regretTable({ results, texts }, year));
  return section(texts, "regret", heading("regret"), t("comparison.regret_intro"), [
    ...tables,
    regretCells({ results, texts }, results.last),
  ]);
}

const futureName = (texts, id) => texts.t(`comparison.futures.${id.replaceAll("-", "_")}`);

function shortEmpty(texts, row) {
  if (!row) return "–";
  return texts.t("comparison.short_empty", { shortage: texts.beds(row.shortage), empty: texts.beds(row.empty) });
}

function regretTable({ results, texts }, year) {
  const { t } = texts;
  const { futures, rows } = regretSums(results, year, "utilisation");
  if (futures.length === 0) return "";
  const least = Math.min(...rows.map(({ most }) => most));
  const most = (row) =>
    texts.beds(row.most) === texts.beds(least) ? html`<strong>${texts.beds(row.most)}</strong>` : texts.beds(row.most);
  return table({
    caption: t("comparison.regret_caption", { year }),
    head: [t("comparison.scenario"), ...futures.map((id) => futureName(texts, id)), t("comparison.regret_most")],
    rows: rows.map((row) => ({
      cells: [nameOf(texts, row.side), ...row.byFuture.map((one) => shortEmpty(texts, one)), most(row)],
    })),
    className: "numbers",
  });
}

/** The same for every cell that can be judged and is short somewhere. */
function regretCells({ results, texts }, year) {
  const { t } = texts;
  const rows = results.regret.filter(
    (row) => row.year === year && row.rule === "utilisation" && row.judged === "yes" && row.service !== "all",
  );
  const futures = [...new Set(rows.map((row) => row.future))];
  const cells = [...new Map(rows.map((row) => [`${row.trust}|${row.service}`, row])).values()]
    .filter((cell) => rows.some((row) => sameCell(row, cell) && row.shortage > 0))
    .map((cell) => ({ ...cell, trustOf: results.trust(cell.trust), serviceOf: results.service(cell.service) }))
    .filter(({ trustOf, serviceOf }) => trustOf && serviceOf);
  if (cells.length === 0) return "";
  const sides = [null, ...results.alternatives];
  const body = cells.flatMap((cell) => [
    { group: cellName(texts, { trust: cell.trustOf, service: cell.serviceOf }) },
    ...sides.map((side) => ({
      cells: [
        nameOf(texts, side),
        ...futures.map((future) =>
          shortEmpty(
            texts,
            rows.find(
              (row) => sameCell(row, cell) && row.future === future && row.scenario === (side ?? results.base).id,
            ),
          ),
        ),
      ],
    })),
  ]);
  const shown = table({
    caption: t("comparison.regret_cells_caption", { year }),
    head: [t("comparison.scenario"), ...futures.map((id) => futureName(texts, id))],
    rows: body,
    className: "numbers",
  });
  return html`<details><summary>${t("comparison.regret_cells")}</summary>
${shown}</details>
`;
}

const sameCell = (row, cell) => row.trust === cell.trust && row.service === cell.service;
