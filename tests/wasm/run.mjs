// node run.mjs [--same-as NATIVE] PROGRAM.wasm [ARGUMENT...]: runs a command of the WebAssembly build and ends with
// its exit status; with --same-as fails unless the same command of the native build writes the same.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeSync } from "node:fs";
import { basename } from "node:path";
import process from "node:process";

import { runCommand } from "../../app/browser/wasi_shim.mjs";

function fail(message) {
  console.error(`run.mjs: ${message}`);
  process.exit(1);
}

const words = process.argv.slice(2);
const native = words[0] === "--same-as" ? words.splice(0, 2)[1] : null;
const [program, ...args] = words;
if (!program) fail("which program?");
if (native && !existsSync(native)) fail(`${native} is not there; build it first (cmake --build --preset release)`);

const results = [];
const status = runCommand(new WebAssembly.Module(readFileSync(program)), {
  args: [basename(program, ".wasm"), ...args],
  write(bytes, file) {
    if (file === 1) results.push(bytes);
    writeSync(file, bytes);
  },
});
if (status === 0 && native) {
  const expected = execFileSync(native, args);
  if (!expected.equals(Buffer.concat(results))) fail(`NOT THE SAME: the native build gives ${expected}`);
}
process.exitCode = status;
