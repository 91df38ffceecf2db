import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

import { NotTaken, questionName, regionOf, textsOfFiles, textsOfZip } from "../../../plots/page/take.mjs";

const { strToU8, zipSync } = createRequire(new URL("../../../plots/package.json", import.meta.url))("fflate");

const BASE = 'schema = 1\n\n[scenario]\nid = "r"\ntitle = "R: \\"en\\" region"\n';
const WHAT_IF =
  'schema = 1\nextends = "baseline.toml"\n\n[scenario]\nid = "r-a"\ntitle = "R: spørsmål"\ntitle_en = "R: question"\n';
const zip = (files) =>
  new File([zipSync(Object.fromEntries(Object.entries(files).map(([n, t]) => [n, strToU8(t)])))], "r.zip");
const refused = (key) => (error) => error instanceof NotTaken && error.key === key;

test("a region is the folder of the file that builds on none, wherever it lies", () => {
  const region = regionOf({ "x/r/baseline.toml": BASE, "x/r/a.toml": WHAT_IF, "x/r/tables/p.csv": "a,b\n" }, "r");
  assert.equal(region.root, "baseline.toml");
  assert.deepEqual(Object.keys(region.files).sort(), ["a.toml", "baseline.toml", "tables/p.csv"]);
  assert.deepEqual(region.questions, [{ name: "a.toml", title_nb: "R: spørsmål", title_en: "R: question" }]);
  assert.equal(region.title_nb, 'R: "en" region');
});

test("without such a file there is no region", () => {
  assert.throws(() => regionOf({ "a.toml": WHAT_IF }, "a"), refused("files.no_baseline"));
});

test("a zip gives its scenarios and tables, and nothing else that lies in it", async () => {
  const texts = await textsOfZip(
    zip({ "r/baseline.toml": BASE, "r/x.exe": "MZ", "../up.toml": BASE, "__MACOSX/r.toml": "" }),
  );
  assert.deepEqual(Object.keys(texts), ["r/baseline.toml"]);
});

test("a damaged zip is refused, cut anywhere", async () => {
  const whole = new Uint8Array(await zip({ "baseline.toml": BASE.repeat(50), "tables/p.csv": "a\n" }).arrayBuffer());
  for (let cut = 0; cut < whole.length - 1; cut += Math.ceil(whole.length / 40))
    await assert.rejects(
      textsOfZip(new File([whole.slice(0, cut)], "r.zip")),
      refused("files.bad_zip"),
      `cut at ${cut}`,
    );
});

test("a zip that unpacks to too much is refused before it is unpacked", async () => {
  const bomb = zipSync({ "tables/p.csv": new Uint8Array(70e6) });
  assert.ok(bomb.length < 1e6);
  await assert.rejects(textsOfZip(new File([bomb], "bomb.zip")), refused("files.too_large"));
});

test("a file of more than 20 MB is refused", async () => {
  await assert.rejects(textsOfFiles([new File([new Uint8Array(21e6)], "p.csv")]), refused("files.too_large"));
});

test("a ready-made question is called what comes after its region, with a capital", () => {
  const { questions } = regionOf({ "baseline.toml": BASE, "a.toml": WHAT_IF }, "r");
  assert.equal(questionName(questions[0], "nb"), "Spørsmål");
  assert.equal(questionName(questions[0], "en"), "Question");
  assert.equal(questionName({ name: "b.toml", title_nb: "", title_en: "" }, "nb"), "B.toml");
});
