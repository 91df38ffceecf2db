// The engine of a module as JavaScript calls it: texts in, answers out. In a page as in Node.
import { startLibrary } from "./wasi_shim.mjs";

/** A call that ended badly: `status` -2 is bad input, with its `problems` [{ file, line, column, message }]; -1 anything else. */
export class Refused extends Error {
  /** @param {number} status @param {string} answer @param {{file: string, line: number, column: number, message: string}[]} problems */
  constructor(status, answer, problems) {
    super(answer);
    this.status = status;
    this.answer = answer;
    this.problems = problems;
  }
}

/** An engine of a compiled module. Calls take texts and numbers and give text; blocks are bytes.
 * @param {WebAssembly.Module} module */
export function engineOf(module) {
  const library = startLibrary(module);
  const bytes = () => new Uint8Array(library.memory.buffer, library.answer(), library.answer_bytes());
  const text = () => new TextDecoder().decode(bytes());
  const withPlaces = (parts, use) => {
    const places = parts.map((part) => {
      const content = typeof part === "string" ? new TextEncoder().encode(part) : part;
      const at = library.allocate(Math.max(1, content.length));
      new Uint8Array(library.memory.buffer).set(content, at);
      return { at, length: content.length };
    });
    try {
      return use(...places.flatMap(({ at, length }) => [at, length]));
    } finally {
      for (const { at } of places) library.release(at);
    }
  };
  const problems = () => {
    library.problems();
    return JSON.parse(text());
  };
  const done = (name, parts, ...numbers) => {
    const status = withPlaces(parts, (...words) => library[name](...words, ...numbers));
    if (status === 0) return;
    const answer = text();
    throw new Refused(status, answer, status === -2 ? problems() : []);
  };
  const call = (name, parts = [], ...numbers) => {
    done(name, parts, ...numbers);
    return text();
  };
  const block = (name, first, count) => {
    done(name, [], first, count);
    return bytes().slice();
  };
  return {
    memory: () => library.memory.buffer.byteLength,
    language: (english) => library.language(english ? 1 : 0),
    text: (name, content) => call("text", [name, content]),
    remove: (name) => call("remove", [name]),
    set: (assignment) => call("set", [assignment]),
    clearSets: () => library.clear_sets(),
    load: (name) => call("load", [name]),
    about: () => JSON.parse(call("about")),
    afford: () => call("afford"),
    loadRoot: () => call("load_root"),
    project: (first = 0, count = 0) => call("project", [], first, count),
    care: (first = 0, count = 0) => call("care", [], first, count),
    drawsBlock: (first, count) => block("draws_block", first, count),
    careBlock: (first, count) => block("care_block", first, count),
    takeDraws: (content) => call("take_draws", [content]),
    takeCare: (content) => call("take_care", [content]),
    finish: () => call("finish"),
    keepAsBase: () => call("keep_as_base"),
    compare: () => call("compare"),
    comparisonJson: (ids) => call("comparison_json", [ids.join("\n")]),
    table: (name = "") => call("table", [name]),
    workbook: () => JSON.parse(call("workbook")),
    hold: (draws) => call("hold", [], draws),
    ask: (name) => JSON.parse(call("ask", [name])),
    forms: () => JSON.parse(call("forms")),
    facts: () => JSON.parse(call("facts")),
    importTable: (kind, file, mapping, years = "") => call("import_table", [kind, file, mapping, years]),
    importYear: (order) => JSON.parse(call("import_year", [JSON.stringify(order)])),
    importBook: (book) => JSON.parse(call("import_book", [JSON.stringify(book)])),
    importReport: (name) => call("import_report", [name]),
  };
}
