// @ts-check
// What somebody has changed in the workbook of `framsyn export`, as an alternative.
import { NotTaken } from "../take.mjs";
import { slug } from "../toml.mjs";
import { sheetsOf } from "../workbook.mjs";

/** A name that no file has: a table of its own is named after it. @param {string[]} taken @param {string} title */
function freeStem(taken, title) {
  let stem = slug(title);
  for (let i = 2; taken.some((name) => name.includes(stem)); ++i) stem = `${slug(title)}-${i}`;
  return stem;
}

/** @param {any} app @param {File} file @param {(taken: { done: string[] }) => void} tell */
export async function takeBook(app, file, tell) {
  const title = file.name.replace(/\.[^.]*$/, ""),
    out = `${freeStem(Object.keys(app.allFiles()), title)}.toml`;
  const book = { file: file.name, out, sheets: await sheetsOf(file) };
  const { what_if: text, changes, rates } = await app.asker.call("importBook", book);
  if (changes === 0) throw new NotTaken("files.book_same", { name: file.name });
  const tables = rates ? { tables: { [rates.name]: rates.text } } : {};
  app.act.addOrFill({ ...app.act.alternativeOf(text, title), ...tables });
  app.view = "ask";
  tell({ done: [app.words.t("files.took_book", { name: file.name, n: changes })] });
}
