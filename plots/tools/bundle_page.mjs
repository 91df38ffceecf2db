// node tools/bundle_page.mjs OUT: the page's own script and its worker's, each as one file; nothing else is needed of them.
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const page = join(dirname(fileURLToPath(import.meta.url)), "../page");
const [out] = process.argv.slice(2);
if (!out) {
  process.stderr.write("bundle_page.mjs: where to?\n");
  process.exit(2);
}
mkdirSync(out, { recursive: true });

/** Browsers that have DecompressionStream and WebAssembly's exceptions. */
const target = ["chrome100", "edge100", "firefox115", "safari16.4"];

const bundle = (entry, name) =>
  build({
    entryPoints: [join(page, entry)],
    outfile: join(out, name),
    bundle: true,
    minify: true,
    format: "iife",
    target,
    charset: "utf8",
    legalComments: "eof",
    logLevel: "warning",
  });

await Promise.all([bundle("main.mjs", "page.js"), bundle("work/worker.mjs", "worker.js")]);
