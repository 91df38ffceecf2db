// @ts-check
// What runs beside the page: the engine, and the code of the report. Messages are { id, method, args }, answers { id, result }
// or { id, error }.
import { engineOf, Refused } from "../../../app/browser/engine.mjs";
import { makeTexts } from "../../say/texts.mjs";

/** @typedef {Record<string, string>} Files */

/** What draws and writes reports is large, and an answer doesn't wait for it: it is run when it is first needed. */
const drawing = () => import("./drawing.mjs");

let module = /** @type {WebAssembly.Module | null} */ (null);
let engine = /** @type {any} */ (null);
let texts = makeTexts("nb");
const files = /** @type {Map<string, string>} */ (new Map());
let loaded = "";

/** After a trap an instance isn't to be trusted: another one, with the same texts. */
function freshEngine() {
  engine = engineOf(/** @type {WebAssembly.Module} */ (module));
  engine.language(texts.lang === "en");
  for (const [name, text] of files) engine.text(name, text);
  loaded = "";
}

/** @param {string} name @param {string} text */
function put(name, text) {
  files.set(name, text);
  engine.text(name, text);
  if (loaded !== name && !loaded.startsWith(`${name} `)) return;
  loaded = "";
}

/** Loads a scenario, or the root of its chain, unless it is loaded. @param {string} name @param {boolean} root */
function turnTo(name, root) {
  const wanted = root ? `${name} root` : name;
  if (loaded === wanted) return;
  engine.load(name);
  if (root) engine.loadRoot();
  loaded = wanted;
}

/** All result files of the study at hand. @returns {Files} */
const tables = () =>
  Object.fromEntries(
    engine
      .table()
      .trim()
      .split("\n")
      .map((/** @type {string} */ name) => [name, engine.table(name)]),
  );

/** What a comparison needs of a side's own folder. @param {Files} all @param {string} id */
const folderOf = (all, id) => ({ [`${id}/context.json`]: all["context.json"], [`${id}/gap.csv`]: all["gap.csv"] });

/** Rows of several comparison.csv as one. @param {string[]} parts */
const stacked = (parts) => parts.map((text, i) => (i === 0 ? text : text.slice(text.indexOf("\n") + 1))).join("");

const sides = /** @type {{ id: string, files: Files }[]} */ ([]);

/** Files that loadComparison reads: a base and what is compared with it. @returns {Files} */
function comparisonFiles() {
  const [base, ...others] = sides;
  return {
    "comparison.json": engine.comparisonJson(others.map(({ id }) => id)),
    "comparison.csv": stacked(others.map((side) => side.files["comparison.csv"])),
    ...Object.assign({}, ...[base, ...others].map((side) => folderOf(side.files, side.id))),
  };
}

const methods = {
  /** @param {WebAssembly.Module} compiled @param {string} lang */
  start(compiled, lang) {
    module = compiled;
    texts = makeTexts(lang);
    freshEngine();
  },
  /** @param {string} lang */
  language(lang) {
    texts = makeTexts(lang);
    engine.language(lang === "en");
  },
  /** Forgets a region and takes another. @param {Files} all */
  region(all) {
    files.clear();
    for (const [name, text] of Object.entries(all)) files.set(name, text);
    freshEngine();
  },
  put,
  forms: () => engine.forms(),
  memory: () => engine.memory(),

  /** Loads the base of questions; what forms say of it. @param {string} name @param {number} draws */
  hold(name, draws) {
    turnTo(name, false);
    const facts = engine.facts(),
      about = engine.about();
    engine.hold(draws);
    return { facts, about };
  },
  /**
   * All that a page needs before it can ask, in one call, and tables of the base whose hashes are known. They are made of the draws that
   * answers are made of; only people, of whom those keep no more than a use, are computed for themselves.
   * @param {WebAssembly.Module} compiled @param {string} lang @param {Files} all @param {{ name: string, draws: number }} base
   * @param {string[]} names
   */
  begin(compiled, lang, all, base, names) {
    methods.start(compiled, lang);
    methods.region(all);
    const tablesNow = () => names.map((file) => engine.table(file));
    turnTo(base.name, false);
    const hasServices = engine.about().services;
    if (!hasServices && names.length > 0) engine.project(0, base.draws);
    const people = hasServices ? [] : tablesNow();
    const held = methods.hold(base.name, base.draws);
    return { checked: hasServices ? tablesNow() : people, forms: engine.forms(), ...held };
  },
  /** @param {string} name @param {string} text */
  ask(name, text) {
    put(name, text);
    loaded = "";
    return engine.ask(name);
  },
  /** What a run in full will be of; refused where it would take too much. @param {string} name @param {string} text */
  about(name, text) {
    put(name, text);
    turnTo(name, false);
    engine.afford();
    return engine.about();
  },
  /** Several questions side by side: their drawings. @param {string} base @param {number} draws @param {{name: string, text: string}[]} asked @param {string | null} only the name of one drawing; null for all */
  async beside(base, draws, asked, only) {
    turnTo(base, false);
    engine.hold(draws);
    engine.keepAsBase();
    sides.length = 0;
    sides.push({ id: engine.about().id, files: tablesOf(["context.json", "gap.csv"]) });
    for (const { name, text } of asked) {
      put(name, text);
      loaded = "";
      engine.ask(name);
      sides.push({ id: engine.about().id, files: tablesOf(["context.json", "gap.csv", "comparison.csv"]) });
    }
    return (await drawing()).sideBySide(comparisonFiles(), texts, only);
  },

  // In full: blocks are made by several workers and joined in one
  /** @param {string} name @param {boolean} root @param {number} first @param {number} count */
  drawsBlock(name, root, first, count) {
    turnTo(name, root);
    return engine.drawsBlock(first, count);
  },
  /** @param {string} name @param {boolean} root @param {number} first @param {number} count */
  careBlock(name, root, first, count) {
    turnTo(name, root);
    return engine.careBlock(first, count);
  },
  /** The study of blocks: the base, or what is held against it. @param {string} name @param {boolean} root @param {Uint8Array[]} draws @param {Uint8Array[]} care @returns {Files} */
  join(name, root, draws, care) {
    turnTo(name, root);
    // Each is in the engine then, and no longer needed here.
    for (let block = draws.shift(); block; block = draws.shift()) engine.takeDraws(block);
    for (let block = care.shift(); block; block = care.shift()) engine.takeCare(block);
    engine.finish();
    if (root) {
      engine.keepAsBase();
      sides.length = 0;
    } else engine.compare();
    const all = root ? tablesOf(["context.json", "gap.csv"]) : tables();
    sides.push({ id: engine.about().id, files: all });
    loaded = "";
    return all;
  },
  /** The workbook of what was joined last. */
  xlsx: async () => (await drawing()).xlsxOf(engine.workbook()),
  /** The page of all that has been joined. */
  async comparison() {
    const all = comparisonFiles();
    return { html: await (await drawing()).comparisonOf(all, texts), files: all };
  },
  /** The report of result files. @param {Files} all */
  async report(all) {
    return (await drawing()).reportOf(all, texts);
  },
  /** @param {any} order @param {{name: string, text: string}[]} texts */
  importYear(order, texts) {
    for (const { name, text } of texts) put(name, text);
    return engine.importYear(order);
  },
  /** @param {any} book */
  importBook: (book) => engine.importBook(book),
  /** @param {string} kind @param {{name: string, text: string}} table @param {{name: string, text: string}} mapping @param {string} years */
  importTable(kind, table, mapping, years) {
    put(table.name, table.text);
    put(mapping.name, mapping.text);
    return { csv: engine.importTable(kind, table.name, mapping.name, years), report: engine.importReport(table.name) };
  },
};

/** @param {string[]} names */
const tablesOf = (names) => Object.fromEntries(names.map((name) => [name, engine.table(name)]));

/** @param {any} error */
function told(error) {
  if (error instanceof Refused && error.status === -2) return { kind: "refused", problems: error.problems };
  if (error?.key && error?.file)
    return {
      kind: "refused",
      problems: [
        {
          file: error.file,
          line: error.line ?? 0,
          column: 0,
          message: texts.t(`errors.${error.key}`, error.values),
        },
      ],
    };
  return { kind: "failed", message: String(error?.message ?? error) };
}

self.onmessage = async ({ data: { id, method, args } }) => {
  try {
    const result = await /** @type {any} */ (methods)[method](...args);
    const transfer = result instanceof Uint8Array ? [result.buffer] : [];
    self.postMessage({ id, result }, { transfer });
  } catch (error) {
    self.postMessage({ id, error: told(error) });
    if (!(error instanceof Refused) && module) freshEngine();
  }
};
