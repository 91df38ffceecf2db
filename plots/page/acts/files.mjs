// @ts-check
// Files out.
import { fileName, pngOf, save, zipped } from "../save.mjs";
import { cellOf } from "../view/chart.mjs";
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
  const t = (/** @type {string} */ key) => app.words.t(key);
  /** What is shown, where, and of which alternatives. @param {any} chart @param {any[]} alternatives */
  const pictureName = (chart, alternatives) => {
    const cell = alternatives.map(({ id }) => cellOf(app.answerOf(id).answer, chart)).find(Boolean);
    const { called } = app.fields;
    const what = cell ? [t("file.gap"), called.trust(cell.trust), called.service(cell.service)] : [chart.title];
    return fileName(...what, ...alternatives.map(({ name }) => name));
  };
  /** Drawings by what stands over them; no two alike. @param {any[]} charts */
  const named = (charts) => {
    const files = /** @type {Record<string, string>} */ ({});
    for (const { title, svg } of charts) {
      const name = fileName(title).slice(0, 80);
      let free = name;
      for (let i = 2; `${free}.svg` in files; ++i) free = `${name}-${i}`;
      files[`${free}.svg`] = svg;
    }
    return files;
  };
  return {
    savePage: (/** @type {string} */ file, /** @type {string} */ page) => save(file, page, "text/html"),
    async saveChart(/** @type {any} */ chart, /** @type {"svg" | "png"} */ form, /** @type {any[]} */ alternatives) {
      const name = pictureName(chart, alternatives);
      if (form === "svg") return save(`${name}.svg`, chart.svg, "image/svg+xml");
      const picture = await pngOf(chart.svg);
      save(`${name}.png`, new Uint8Array(await picture.arrayBuffer()), "image/png");
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
    saveReport: (/** @type {number} */ i) => save(`${of(i).id}-${t("file.report")}.html`, of(i).html, "text/html"),
    saveTables: (/** @type {number} */ i) => save(`${of(i).id}.zip`, zipped(of(i).tables), ZIP),
    saveXlsx: (/** @type {number} */ i) => save(`${of(i).id}.xlsx`, app.full.result.workbooks[i], XLSX),
    saveCharts(/** @type {number} */ i) {
      save(`${of(i).id}-${t("file.charts")}.zip`, zipped(named(of(i).charts)), ZIP);
    },
    saveComparison: () => save(`${t("file.comparison")}.html`, app.full.result.compared.html, "text/html"),
  };
}
