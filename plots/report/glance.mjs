// Every cell's verdict in the last year at a glance: the table that answers which beds will be missing, before the one that tells how sure
// that is.
import { insideGroup } from "../say/cells.mjs";
import { gapRange, isOpen, whenShort } from "../say/verdicts.mjs";
import { html, table } from "./html.mjs";
import { chip, inOrder } from "./verdicts.mjs";

export function glanceSection({ results, texts, cells }) {
  const { t } = texts,
    { last } = results;
  const services = inOrder(results).filter((service) => cells.some((cell) => cell.service.id === service.id));
  const trusts = results.trusts.filter((trust) => !trust.isRegion || results.context.trusts.length > 1);
  const cellAt = (service, trust) => cells.find((cell) => cell.service.id === service.id && cell.trust.id === trust.id);
  const said = (service, trust) => glanceCell(results, texts, cellAt(service, trust), last);
  const isPart = (service) => cells.some((cell) => cell.service.id === service.id && insideGroup(cells, cell));
  const serviceName = (service) => {
    const name = texts.pick(service, "name");
    return isPart(service) ? html`<span class="part">${name}</span>` : name;
  };
  const trustName = (trust) => (trust.isRegion ? t("verdict.region_row", { region: trust.short }) : trust.short);
  // The longer of the two lists goes down the page.
  const servicesDown = services.length >= trusts.length;
  const rows = servicesDown
    ? services.map((service) => ({
        className: isPart(service) ? "part" : "",
        cells: [serviceName(service), ...trusts.map((trust) => said(service, trust))],
      }))
    : trusts.map((trust) => ({
        className: trust.isRegion ? "region" : "",
        cells: [trustName(trust), ...services.map((service) => said(service, trust))],
      }));
  const head = servicesDown
    ? [t("glance.service"), ...trusts.map(trustName)]
    : [t("verdict.trust"), ...services.map(serviceName)];
  return html`<section id="glance"><h2>${t("glance.heading", { year: last })}</h2>
${table({ caption: t("glance.caption", { base: results.base }), head, rows, className: "glance" })}</section>
`;
}

function glanceCell(results, texts, cell, year) {
  if (!cell) return html`<span class="none">${texts.t("unjudged.absent")}</span>`;
  const row = cell.verdictAt(year);
  return html`${chip(texts, row)}${gapOf(results, texts, cell, row, year)}${whenOf(results, texts, cell, row)}`;
}

/** The years of a shortage; nothing where there is none, or where it might be there all along. */
function whenOf(results, texts, cell, row) {
  const { t } = texts,
    when = whenShort(results, texts, cell);
  const tellsNothing = [t("verdict.when.never"), t("verdict.when.could", { year: results.first })].includes(when);
  if (row.verdict === "enough" || tellsNothing) return "";
  return html`<small class="when">${t("glance.when", { when })}</small>`;
}

/**
 * Medians by both rules, or both ends by planned utilisation where nobody counted the level; of a region none, because its trusts' beds
 * aren't added.
 */
function gapOf(results, texts, cell, row, year) {
  if (cell.trust.isRegion) return "";
  const other = results.gapBy(cell.trust.id, cell.service.id, year, "service-level");
  const known = [cell.at(year), ...(other ? [other] : [])].map(({ gap }) => texts.signed(gap)).join(" / ");
  const gap = isOpen(row) ? gapRange(texts, row) : known;
  return html` <span class="gap">${row.verdict === "short" ? html`<strong>${gap}</strong>` : gap}</span>`;
}
