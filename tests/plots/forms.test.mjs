import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { compiledForms, FORMS } from "../../plots/tools/compile_charts.mjs";

test("the Vega forms are what the Vega-Lite templates compile to (npm run compile)", () => {
  const forms = compiledForms();
  assert.deepEqual(readdirSync(FORMS).sort(), [...forms.keys()].sort());
  for (const [file, text] of forms) assert.ok(readFileSync(join(FORMS, file), "utf8") === text, file);
});
