// @ts-check
// Files in: what-ifs, regions as a folder or zip, tables. What is refused is refused whole, with the reason.
import { unzip } from "fflate";

const MOST_MB = 20,
  MOST_UNPACKED_MB = 60,
  MOST_FILES = 400;

/** What is wrong with a file that somebody brings, as a text's key and values. */
export class NotTaken extends Error {
  /** @param {string} key @param {Record<string, any>} values */
  constructor(key, values) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

const megabytes = (/** @type {number} */ bytes) => Math.ceil(bytes / 1e6);

/** @param {File} file */
function mustFit(file) {
  if (file.size > MOST_MB * 1e6)
    throw new NotTaken("files.too_large", { name: file.name, size: megabytes(file.size), most: MOST_MB });
}

/** @param {string} name @param {Uint8Array} bytes */
function decode(name, bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new NotTaken("files.not_utf8", { name });
  }
}
const wanted = (/** @type {string} */ name) =>
  /\.(toml|csv)$/i.test(name) && !/(^|\/)(\.|__MACOSX)/.test(name) && !name.split("/").includes("..");

/** Texts of a zip by name. @param {File} file @returns {Promise<Record<string, string>>} */
export async function textsOfZip(file) {
  mustFit(file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  let size = 0,
    count = 0;
  return new Promise((done, failed) => {
    const tooLarge = () =>
      new NotTaken("files.too_large", { name: file.name, size: megabytes(size), most: MOST_UNPACKED_MB });
    unzip(
      bytes,
      {
        filter: (entry) => {
          if (!wanted(entry.name)) return false;
          size += entry.originalSize;
          return ++count <= MOST_FILES && size <= MOST_UNPACKED_MB * 1e6;
        },
      },
      (error, entries) => {
        if (error) return failed(new NotTaken("files.bad_zip", { name: file.name }));
        if (count > MOST_FILES || size > MOST_UNPACKED_MB * 1e6) return failed(tooLarge());
        try {
          done(Object.fromEntries(Object.entries(entries).map(([name, content]) => [name, decode(name, content)])));
        } catch (wrong) {
          failed(wrong);
        }
      },
    );
  });
}

/** Texts of files as a folder gives them. @param {File[]} files */
export async function textsOfFiles(files) {
  const texts = /** @type {Record<string, string>} */ ({});
  for (const file of files) {
    const name = file.webkitRelativePath || file.name;
    if (!wanted(name)) continue;
    mustFit(file);
    texts[name] = decode(name, new Uint8Array(await file.arrayBuffer()));
  }
  return texts;
}

const extendsOf = (/** @type {string} */ text) => /^\s*extends\s*=\s*"([^"\n]*)"/m.exec(text)?.[1];
const titleOf = (/** @type {string} */ text, /** @type {string} */ field) =>
  /** @type {string} */ (
    /\[scenario\][^[]*/.exec(text)?.[0].match(new RegExp(`^${field}\\s*=\\s*"((?:[^"\\\\]|\\\\.)*)"`, "m"))?.[1] ?? ""
  ).replace(/\\(.)/g, "$1");

/**
 * A region of texts: the folder of the file that builds on none, its what-ifs, all names from there. Throws NotTaken.
 * @param {Record<string, string>} texts @param {string} source
 */
export function regionOf(texts, source) {
  const names = Object.keys(texts).sort((a, b) => a.split("/").length - b.split("/").length || a.localeCompare(b));
  const scenarios = names.filter(
    (name) =>
      name.endsWith(".toml") &&
      extendsOf(texts[name]) === undefined &&
      /^schema\s*=/m.test(texts[name]) &&
      /\[scenario\]/.test(texts[name]),
  );
  const root = scenarios.find((name) => name.endsWith("baseline.toml")) ?? scenarios[0];
  if (!root) throw new NotTaken("files.no_baseline", { name: source });
  const folder = root.includes("/") ? root.slice(0, root.lastIndexOf("/") + 1) : "";
  const inside = Object.fromEntries(
    names.filter((name) => name.startsWith(folder)).map((name) => [name.slice(folder.length), texts[name]]),
  );
  return {
    ...described(inside, root.slice(folder.length)),
    id: `own-${source.replace(/[^a-zA-Z0-9-]+/g, "-")}`,
    own: true,
  };
}

/** What the page says of a region's texts. @param {Record<string, string>} files @param {string} root */
export function described(files, root) {
  /** Whether it is written on top of the root, or of what is. @type {(name: string, from?: string[]) => boolean} */
  const isOn = (name, from = []) => {
    const base = extendsOf(files[name] ?? "");
    return base !== undefined && !from.includes(base) && (base === root || isOn(base, [...from, name]));
  };
  const questions = Object.keys(files)
    .filter((name) => name.endsWith(".toml") && !name.includes("/") && isOn(name))
    .map((name) => ({ name, title_nb: titleOf(files[name], "title"), title_en: titleOf(files[name], "title_en") }));
  const title = titleOf(files[root], "title") || root;
  return {
    files,
    root,
    questions,
    title_nb: title,
    title_en: titleOf(files[root], "title_en") || title,
    name: title.split(":")[0].slice(0, 40),
  };
}

/** What a ready-made question is called, without the region before it. @param {any} question @param {string} lang */
export function questionName(question, lang) {
  const name = (question[`title_${lang}`] || question.title_nb || question.name).replace(/^[^:]*: /, "");
  return name.charAt(0).toLocaleUpperCase("nb") + name.slice(1);
}

export { extendsOf };
