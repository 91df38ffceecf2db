// What a test asks of the engine in a module file.
import { readFileSync } from "node:fs";

import { engineOf } from "../../app/browser/engine.mjs";

export const startEngine = (file) => engineOf(new WebAssembly.Module(readFileSync(file)));
