// The indicators: statements and checks row by row, long series as one row a trust.
import { keyOf } from "../read/key.mjs";
import { none, section } from "./figures.mjs";
import { html, table } from "./html.mjs";
import { localNumber, statusText, unitText } from "../say/codes.mjs";

const LONG = 3;
/** Bed days of the simulation over those that are known, or needed. */
const SIMULATED = /^simulated-over-(known|needed)-bed-days-(.+)$/;

export function indicatorsSection(page) {
  const { results, texts } = page;
  const { t } = texts;
  const series = new Map();
  for (const row of results.tables.indicators) {
    const key = keyOf(row.indicator, row.trust);
    if (!series.has(key)) series.set(key, []);
    series.get(key).push(row);
  }
  const all = [...series.values()];
  const single = all.filter((rows) => rows.length < LONG).flat(),
    long = all.filter((rows) => rows.length >= LONG);
  const blocks = [single.length > 0 ? singleTable(page, single) : "", long.length > 0 ? longTable(page, long) : ""];
  return section(
    texts,
    "indicators",
    t("sections.indicators"),
    t("intros.indicators"),
    all.length > 0 ? blocks : none(texts),
  );
}

function singleTable({ results, texts }, rows) {
  const { t } = texts;
  const sources = new Map(results.tables.assumptions.map((row) => [row.key, row.source]));
  const body = rows.map((row) => ({
    cells: [
      indicatorName(results, texts, row.indicator),
      trustName(results, row.trust),
      String(row.year),
      valueText(texts, row),
      unitText(texts, row.unit),
      row.target === "" ? "–" : localNumber(texts, row.target),
      html`<span class="status">${statusText(texts, row.status)}</span>`,
      html`<small>${sources.get(`statement.${row.indicator}.figure`) ?? ""}</small>`,
    ],
  }));
  const head = ["indicator", "trust", "year", "value", "unit", "target", "status", "source"].map((key) =>
    t(`tables.${key}`),
  );
  const note = rows.some(({ indicator }) => SIMULATED.test(indicator)) ? ` ${t("tables.indicators_met")}` : "";
  return table({ caption: `${t("tables.indicators_caption")}${note}`, head, rows: body, className: "indicators" });
}

function longTable({ results, texts }, series) {
  const { t } = texts;
  const years = [results.base, ...results.years_to_show];
  const body = series.map((rows) => {
    const at = new Map(rows.map((row) => [row.year, row]));
    return {
      cells: [
        indicatorName(results, texts, rows[0].indicator),
        trustName(results, rows[0].trust),
        ...years.map((year) => (at.has(year) ? valueText(texts, at.get(year)) : "–")),
        unitText(texts, rows[0].unit),
        statusText(texts, rows[rows.length - 1].status),
      ],
    };
  });
  const head = [t("tables.indicator"), t("tables.trust"), ...years.map(String), t("tables.unit"), t("tables.status")];
  const caption = t("tables.series_caption"),
    shown = table({ caption, head, rows: body, className: "indicators" });
  return html`<details><summary><h3>${caption}</h3></summary>\n${shown}</details>`;
}

const trustName = (results, id) => results.trust(id)?.short ?? id;

const valueText = (texts, row) => {
  if (row.value === null) return "–";
  if (row.unit === "share") return texts.percent(row.value);
  return texts.number(
    row.value,
    Number.isInteger(row.value) || Math.abs(row.value) >= 1000 ? 0 : Math.abs(row.value) < 2 ? 2 : 1,
  );
};

/** A name for an indicator id: the scenario's own, else the known families in words, else the id without hyphens, year and trust. */
function indicatorName(results, texts, id) {
  const { t } = texts;
  const own = (results.context.indicators ?? []).find((entry) => entry.id === id);
  if (own && texts.pick(own, "name")) return texts.pick(own, "name");
  const named = (service) => {
    const found = results.service(service);
    return found ? texts.pick(found, "name") : service;
  };
  const rates = /^beds-per-100000-(.+)-(physical|staffed|surge)$/.exec(id);
  if (rates) return t("indicator.rate", { service: named(rates[1]), tier: t(`tier.${rates[2]}`) });
  const simulated = SIMULATED.exec(id);
  if (simulated)
    return t(simulated[1] === "known" ? "indicator.reproduced" : "indicator.reproduced_part", {
      service: named(simulated[2]),
    });
  const wait = /^waiting-time-(.+?)(-\d{4})?$/.exec(id);
  if (wait) return t("indicator.wait", { service: named(wait[1]) });
  if (id === "inhabitants-in-rates") return t("indicator.inhabitants");
  const trusts = results.trusts.map((trust) => trust.id).join("|");
  const plain = id
    .replace(/-\d{4}$/, "")
    .replace(new RegExp(`-(${trusts})$`), "")
    .replace(/[-_]/g, " ");
  return plain[0].toUpperCase() + plain.slice(1);
}
