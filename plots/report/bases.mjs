// The headline on other bases: its gap if use after the counted years had started from something else.
import { RULES } from "../read/schema.mjs";
import { baseName, gapsOnBases, sumsOnBase, trustsOnBases, turnsText } from "../say/bases.mjs";
import { cellOnBases } from "../say/finding.mjs";
import { html, table } from "./html.mjs";

/** A row a base, the trust and the region by both rules; nothing where the headline's use wasn't counted year by year. */
export function basesSection({ results, texts, cells }) {
  const cell = cellOnBases(results, cells);
  if (cell === null) return "";
  const { t } = texts,
    region = results.trusts.find((trust) => trust.isRegion),
    withRegion = results.context.trusts.length > 1;
  const names = {
    service: texts.inSentence(texts.pick(cell.service, "name")),
    year: results.last,
    start: cell.start,
    region: region.short,
  };
  const { known, others } = trustsOnBases(results, cells, cell);
  const rules = { utilisation: t("verdict.by_utilisation"), "service-level": t("verdict.by_service_level") };
  const columns = (trust) => RULES.map((rule) => t("bases.gap", { trust, rule: rules[rule] }));
  const head = [t("bases.base"), ...columns(cell.trust.short), ...(withRegion ? columns(region.short) : [])];
  const regional = (base) =>
    RULES.map((rule) => {
      const { short, spare } = sumsOnBase(results, known, base, rule);
      return t("bases.region", { short: texts.beds(short), spare: texts.beds(spare) });
    });
  const rows = gapsOnBases(results, cell).map(({ base, gaps }) => ({
    cells: [
      baseName(results, texts, cell, base),
      ...RULES.map((rule) => texts.signed(gaps[rule])),
      ...(withRegion ? regional(base) : []),
    ],
  }));
  const notes = [
    turnsText(results, texts, cell),
    t("bases.central"),
    ...(withRegion ? [t("bases.region_sums", names)] : []),
    ...(withRegion && others.length > 0
      ? [t("bases.without", { list: texts.list(others.map((one) => one.trust.short)) })]
      : []),
  ];
  return html`<section id="bases"><h2>${t("bases.heading", names)}</h2>
${table({ caption: t("bases.caption", names), head, rows, className: "numbers bases" })}
<p class="note">${notes.join(" ")}</p></section>
`;
}
