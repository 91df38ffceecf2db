// The sections with tables: both need rules, flows, assumptions, method.
import { keyOf } from "../read/key.mjs";
import { none, section } from "./figures.mjs";
import { html, raw, table } from "./html.mjs";
import { localNumber, reasonText, statusText, unitText } from "../say/codes.mjs";

export function rulesSection({ results, texts, cells }) {
  const { t } = texts;
  const years = [results.base, ...results.years_to_show];
  const need = new Map(results.tables.need.map((row) => [keyOf(row.trust, row.service, row.year), row]));
  const name = (id) => (results.trust(id) ? results.trust(id).short : id === "outside" ? t("outside") : id);
  const trusts = [...new Set(results.tables.need.map((row) => row.trust))].sort(
    (a, b) => place(results, a) - place(results, b),
  );
  const rows = results.services.flatMap((service) => {
    const mine = trusts.filter((trust) => years.every((year) => need.has(keyOf(trust, service.id, year))));
    if (mine.length === 0) return [];
    return [
      { group: texts.pick(service, "name") },
      ...mine.map((trust) => {
        const at = (field, form) =>
          years.map((year) => {
            const value = need.get(keyOf(trust, service.id, year))[field];
            return value === null ? "–" : form(value);
          });
        const risk = results.cellInfo(trust, service.id).risk;
        const guessed = cells.some(
          (cell) => cell.trust.id === trust && cell.service.id === service.id && cell.level === "none",
        );
        return {
          className: trust === results.context.region.id ? "region" : "",
          cells: [
            html`${name(trust)}${guessed ? html` <em>${t("tables.guessed")}</em>` : ""}`,
            ...at("beds_utilisation", texts.beds),
            ...at("beds_service_level", texts.capacity),
            Number.isFinite(risk) ? texts.share(risk) : "–",
          ],
        };
      }),
    ];
  });
  const head = [
    t("tables.trust"),
    ...years.map((year) => t("tables.by_utilisation", { year })),
    ...years.map((year) => t("tables.by_service_level", { year })),
    t("tables.risk"),
  ];
  return section(
    texts,
    "rules",
    t("sections.rules"),
    t("intros.rules"),
    rows.length > 0 ? table({ caption: t("tables.rules_caption"), head, rows, className: "numbers" }) : none(texts),
  );
}

function place(results, id) {
  const index = results.trusts.findIndex((trust) => trust.id === id);
  return index < 0 ? results.trusts.length : index;
}

/** Occupied and open beds of one service as numbers, for those who can't read the drawing. */
export function occupancyTable({ results, texts }, service) {
  const { t } = texts;
  const care = new Map(
    results.tables.care
      .filter((row) => row.service === service.id)
      .map((row) => [keyOf(row.trust, row.measure, row.year), row]),
  );
  const years = [results.base, ...results.years_to_show];
  const rows = results.trusts
    .filter((trust) =>
      years.every(
        (year) => care.has(keyOf(trust.id, "occupied_beds", year)) && care.has(keyOf(trust.id, "open_beds", year)),
      ),
    )
    .map((trust) => ({
      className: trust.isRegion ? "region" : "",
      cells: [
        trust.short,
        ...years.flatMap((year) => {
          const occupied = care.get(keyOf(trust.id, "occupied_beds", year)),
            open = care.get(keyOf(trust.id, "open_beds", year));
          return [
            html`${texts.beds(occupied.mean)} <small>(${texts.interval(occupied.p10, occupied.p90, texts.beds)})</small>`,
            texts.capacity(open.mean),
            open.mean > 0 ? texts.percent(occupied.mean / open.mean) : "–",
          ];
        }),
      ],
    }));
  const head = [
    t("tables.trust"),
    ...years.flatMap((year) => [
      t("tables.occupied", { year }),
      t("tables.open", { year }),
      t("tables.share", { year }),
    ]),
  ];
  return table({
    caption: t("tables.occupancy_caption", { service: texts.pick(service, "name") }),
    head,
    rows,
    className: "numbers",
  });
}

export function flowsSection({ results, texts }) {
  const { t } = texts;
  const years = [results.base, ...results.years_to_show];
  const flows = new Map();
  for (const row of results.tables.flows) {
    if (row.from_trust === row.to_trust && row.reason !== "boarding") continue;
    const key = keyOf(row.service, row.from_trust, row.to_trust, row.reason);
    if (!flows.has(key)) flows.set(key, { ...row, days: new Map() });
    flows.get(key).days.set(row.year, row.bed_days);
  }
  const name = (id) => (results.trust(id) ? results.trust(id).short : id === "outside" ? t("outside") : id);
  const blocks = results.services
    .map((service) => {
      const rows = [...flows.values()]
        .filter((flow) => flow.service === service.id && years.some((year) => (flow.days.get(year) ?? 0) >= 0.5))
        .map((flow) => ({
          cells: [
            name(flow.from_trust),
            name(flow.to_trust),
            reasonText(texts, flow.reason),
            ...years.map((year) => texts.number(flow.days.get(year) ?? 0)),
          ],
        }));
      if (rows.length === 0) return "";
      const head = [
        t("tables.from"),
        t("tables.to"),
        t("tables.reason"),
        ...years.map((year) => t("tables.days", { year })),
      ];
      const caption = t("tables.flows_caption", { service: texts.pick(service, "name") });
      const shown = table({ caption, head, rows, className: "numbers words3" });
      return html`<details><summary><h3>${texts.pick(service, "name")}</h3></summary>\n${shown}</details>\n`;
    })
    .filter((block) => block !== "");
  return section(
    texts,
    "flows",
    t("sections.flows"),
    t("intros.flows"),
    blocks.length > 0 ? blocks : none(texts, results.context.replications === 0 ? "report.not_simulated" : undefined),
  );
}

const STATUSES = ["observed", "published", "derived", "assumed"];

/** All assumptions, to be filtered by status with radio buttons and style rules alone. */
export function assumptionsSection({ results, texts }) {
  const { t } = texts;
  const choice = (id, checked) => {
    const label = html`<label for="show-${id}">${t(`status.${id}`)}</label>`;
    return html`<input type="radio" name="status" id="show-${id}"${checked ? raw(" checked") : ""}>${label}`;
  };
  const rows = results.tables.assumptions.map((row) => ({
    className: `is-${STATUSES.includes(row.status) ? row.status : "other"}`,
    cells: [
      html`<code>${row.key}</code>`,
      localNumber(texts, row.value),
      localNumber(texts, row.low),
      localNumber(texts, row.high),
      unitText(texts, row.unit),
      statusText(texts, row.status),
      row.source,
    ],
  }));
  const head = ["key", "value", "low", "high", "unit", "status", "source"].map((key) => t(`tables.${key}`));
  const choices = [choice("all", true), ...STATUSES.map((id) => choice(id, false))];
  const body = html`<div class="filter" role="radiogroup" aria-label="${t("filter")}"><span>${t("filter")}</span>${choices}
${table({ caption: t("tables.assumptions_caption"), head, rows, className: "assumptions" })}</div>`;
  return section(
    texts,
    "assumptions",
    t("sections.assumptions"),
    t("intros.assumptions"),
    rows.length > 0
      ? html`<details><summary><h3>${t("tables.assumptions_caption")} (${texts.number(rows.length)})</h3></summary>${body}</details>`
      : none(texts),
  );
}

export function methodSection({ results, texts }) {
  const { t } = texts;
  const values = {
    draws: texts.number(results.context.draws),
    replications: texts.number(results.context.replications),
    region: results.context.region.name,
  };
  const keys = results.populationOnly
    ? ["p1", ...(results.population.random ? ["p2", "p3"] : []), ...(results.context.trusts.length > 1 ? ["p4"] : [])]
    : results.context.replications > 0
      ? ["m1", "m2", "m3", "m4", "m5"]
      : ["m1", "m2", "m3_none", "m4_none", "m5"];
  return section(
    texts,
    "method",
    t("sections.method"),
    texts.pick(results.context.scenario, "description"),
    html`<ul>${keys.map((key) => html`<li>${t(`method.${key}`, values)}</li>`)}</ul>${differencesTable({ results, texts })}`,
  );
}

function differencesTable({ results, texts }) {
  const { t } = texts,
    { settings, against, differences = [], compared_with: nearest } = results.context;
  const file = settings ? against : nearest;
  const rows = (settings ?? differences).map((one) =>
    settings
      ? [texts.pick(one, "name"), texts.pick(one, "before"), texts.pick(one, "after")]
      : [html`<code>${one.key}</code>`, one.before, one.after],
  );
  if (rows.length === 0) return "";
  return table({
    caption: t("report.differences_caption", { file }),
    head: [t("tables.key"), t("report.before", { file }), t("report.after")],
    rows: rows.map(([name, ...sides]) => ({ cells: [name, ...sides.map((side) => side || t("report.nothing"))] })),
  });
}
