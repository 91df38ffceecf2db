// @ts-check
// Files in: what-ifs, regions, workbooks.
import { chosenIsEmpty, MOST_ALTERNATIVES, newKey } from "../state.mjs";
import { extendsOf, NotTaken, regionOf, textsOfFiles, textsOfZip } from "../take.mjs";
import { alternativeOf } from "../toml.mjs";
import { takeBook } from "./book.mjs";
import { refusal } from "./refusal.mjs";

/** Whether one more alternative can be had, or the chosen one filled. @param {any} app */
const hasRoom = ({ work }) => work.alternatives.length < MOST_ALTERNATIVES || chosenIsEmpty(work);

/** @param {any} app */
export const intakeActs = (app) => ({
  ...takingActs(app),
  drop: async (/** @type {DataTransfer} */ data) => app.act.takeFiles(await filesOfDrop(data)),
});

/** @param {any} app */
function takingActs(app) {
  const t = (/** @type {string} */ key, /** @type {any} */ values) => app.words.t(key, values);
  const tell = (/** @type {Partial<{done: string[], problems: string[]}>} */ taken) => {
    app.taken = { done: [], problems: [], ...taken };
    app.show();
  };
  /** Does it, or says why not. @param {() => Promise<void>} work */
  const tried = async (work) => {
    try {
      await work();
    } catch (error) {
      tell({ problems: refusal(error, app.words.t) });
    }
  };
  const takeRegion = async (/** @type {Record<string, string>} */ texts, /** @type {string} */ source) => {
    const region = regionOf(texts, source);
    const probe = await app.startWorker();
    try {
      await probe.call("region", region.files);
      await probe.call("about", region.root, region.files[region.root]);
    } finally {
      probe.stop();
    }
    app.regions = [...app.regions.filter((/** @type {any} */ one) => one.id !== region.id), region];
    tell({ done: [t("files.took_region", { name: region.title_nb })] });
    await app.turnTo(region.id);
  };
  const takeWhatIf = async (/** @type {string} */ name, /** @type {string} */ text) => {
    const root = extendsOf(text);
    if (root === undefined) throw new NotTaken("files.not_what_if", { name });
    if (!(root in app.region.files)) throw new NotTaken("files.other_root", { name, root });
    if (!hasRoom(app)) throw new NotTaken("files.no_room", { name, most: MOST_ALTERNATIVES });
    await app.asker.call("about", name, text); // refused with its places, if it is
    const { name: title } = alternativeOf(text, app.forms.keys, newKey);
    app.act.addOrFill(app.act.alternativeOf(text, title || name.replace(/\.toml$/, "")));
    app.view = "ask";
    tell({ done: [t("files.took", { name })] });
  };
  return {
    takeFiles: (/** @type {File[]} */ files) =>
      tried(async () => {
        const [one] = files;
        if (!one) return;
        if (/\.(xlsx|xlsm|xls|ods)$/i.test(one.name)) return takeBook(app, one, tell);
        if (/\.zip$/i.test(one.name)) return takeRegion(await textsOfZip(one), one.name.replace(/\.zip$/i, ""));
        const texts = await textsOfFiles(files);
        const scenarios = Object.keys(texts).filter((name) => name.endsWith(".toml"));
        if (scenarios.length === 0) throw new NotTaken("files.wrong_kind", { name: one.name });
        const isRegion = scenarios.some((name) => extendsOf(texts[name]) === undefined) && scenarios.length > 1;
        const isFolder = scenarios[0].includes("/");
        if (isRegion || isFolder) return takeRegion(texts, scenarios[0].split("/")[0].replace(/\.toml$/, ""));
        for (const name of scenarios) await takeWhatIf(name, texts[name]);
      }),
    tried,
    takeRegion,
    takeWhatIf,
  };
}

const MOST_FILES = 500;

/** Files of what was dropped, folders gone through. @param {DataTransfer} data @returns {Promise<File[]>} */
async function filesOfDrop(data) {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const plain = [...data.files];
  const files = /** @type {File[]} */ ([]);
  const walk = async (/** @type {any} */ entry) => {
    if (files.length >= MOST_FILES) return;
    if (entry.isFile) {
      const file = await new Promise((done, failed) => entry.file(done, failed));
      Object.defineProperty(file, "webkitRelativePath", { value: entry.fullPath.replace(/^\//, "") });
      files.push(file);
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (some.length === 0) return;
      for (const one of some) await walk(one);
    }
  };
  for (const entry of entries) await walk(entry);
  return files.length > 0 ? files : plain;
}
