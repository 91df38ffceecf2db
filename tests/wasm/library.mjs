// node library.mjs LIBRARY.wasm: calls library.cpp as a page would call the engine.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import process from "node:process";

import { startLibrary } from "../../app/browser/wasi_shim.mjs";

const library = startLibrary(new WebAssembly.Module(readFileSync(process.argv[2])));

function twice(text) {
  const bytes = new TextEncoder().encode(text);
  const at = library.allocate(bytes.length);
  new Uint8Array(library.memory.buffer).set(bytes, at);
  const status = library.twice(at, bytes.length);
  const answer = new Uint8Array(library.memory.buffer, library.answer(), library.answer_bytes());
  return [status, new TextDecoder().decode(answer)];
}

assert.equal(library.constructed(), 3, "globals are constructed");
assert.deepEqual(twice("å"), [0, "åå"], "a text there and back");
assert.deepEqual(twice(""), [-1, "nothing to say twice"], "what was caught");
assert.throws(() => library.uncaught(), WebAssembly.Exception, "what nobody caught");
const long = "x".repeat(20_000_000);
assert.deepEqual(twice(long), [0, long + long], "memory that had to grow");
