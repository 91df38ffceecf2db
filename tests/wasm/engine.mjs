// What a test asks of the engine as a module: texts in, answers out.
import { readFileSync } from "node:fs";

import { startLibrary } from "../../app/browser/wasi_shim.mjs";

/** The engine in a module file. Its calls take strings; one that ends badly throws { status, answer }. */
export function startEngine(file) {
  const library = startLibrary(new WebAssembly.Module(readFileSync(file)));
  const answer = () =>
    new TextDecoder().decode(new Uint8Array(library.memory.buffer, library.answer(), library.answer_bytes()));
  const withTexts = (texts, use) => {
    const places = texts.map((text) => {
      const bytes = new TextEncoder().encode(text);
      const at = library.allocate(Math.max(1, bytes.length));
      new Uint8Array(library.memory.buffer).set(bytes, at);
      return { at, length: bytes.length };
    });
    try {
      return use(...places.flatMap(({ at, length }) => [at, length]));
    } finally {
      for (const { at } of places) library.release(at);
    }
  };
  const call = (name, texts, ...numbers) => {
    const status = withTexts(texts, (...words) => library[name](...words, ...numbers));
    if (status !== 0) throw Object.assign(new Error(answer()), { status, answer: answer() });
    return answer();
  };
  return {
    language: (english) => library.language(english ? 1 : 0),
    text: (name, content) => call("text", [name, content]),
    set: (assignment) => call("set", [assignment]),
    clearSets: () => library.clear_sets(),
    load: (name) => call("load", [name]),
    project: (first = 0, count = 0) => call("project", [], first, count),
    care: (first = 0, count = 0) => call("care", [], first, count),
    table: (name = "") => call("table", [name]),
    importTable: (kind, file, mapping, years = "") => call("import_table", [kind, file, mapping, years]),
    importReport: (name) => call("import_report", [name]),
  };
}
