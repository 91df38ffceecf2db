// @ts-check
// Files out.
import { pngOf, save, zipped } from "../save.mjs";
import { scenarioId } from "../toml.mjs";

const ZIP = "application/zip",
  XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** @param {any} app */
export function fileActs(app) {
  const idOf = (/** @type {any} */ one) => scenarioId(app.facts.id, app.work.alternatives, one);
  const of = (/** @type {number} */ i) => ({
    id: app.full.result.asked[i].id,
    tables: app.full.result.tables[i],
    ...app.full.result.reports[i],
  });
  return {
    savePage: (/** @type {string} */ file, /** @type {string} */ page) => save(file, page, "text/html"),
    async saveChart(/** @type {any} */ chart, /** @type {"svg" | "png"} */ form) {
      if (form === "svg") return save(`${chart.name}.svg`, chart.svg, "image/svg+xml");
      const picture = await pngOf(chart.svg);
      save(`${chart.name}.png`, new Uint8Array(await picture.arrayBuffer()), "image/png");
    },
    saveToml(/** @type {string} */ id) {
      const one = app.work.alternatives.find((/** @type {any} */ a) => a.id === id);
      if (one.tables)
        return save(`${idOf(one)}.zip`, zipped({ [`${idOf(one)}.toml`]: app.fileOf(one).text, ...one.tables }), ZIP);
      save(`${idOf(one)}.toml`, app.fileOf(one).text, "application/toml");
    },
    saveRegion() {
      const mine = app.work.alternatives.map((/** @type {any} */ one) => [`${idOf(one)}.toml`, app.fileOf(one).text]);
      save(`${app.facts.id}.zip`, zipped({ ...app.allFiles(), ...Object.fromEntries(mine) }), ZIP);
    },
    saveReport: (/** @type {number} */ i) => save(`${of(i).id}-rapport.html`, of(i).html, "text/html"),
    saveTables: (/** @type {number} */ i) => save(`${of(i).id}.zip`, zipped(of(i).tables), ZIP),
    saveXlsx: (/** @type {number} */ i) => save(`${of(i).id}.xlsx`, app.full.result.workbooks[i], XLSX),
    saveCharts(/** @type {number} */ i) {
      const charts = of(i).charts.map((/** @type {any} */ chart) => [`${chart.name}.svg`, chart.svg]);
      save(`${of(i).id}-figurer.zip`, zipped(Object.fromEntries(charts)), ZIP);
    },
    saveComparison: () => save("sammenligning.html", app.full.result.compared.html, "text/html"),
  };
}
