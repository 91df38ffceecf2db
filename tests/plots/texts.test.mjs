import assert from "node:assert/strict";
import { test } from "node:test";
import { unitText } from "../../plots/say/codes.mjs";
import { makeTexts, textKeys, TREES } from "../../plots/say/texts.mjs";

const at = (tree, key) => key.split(".").reduce((node, part) => node[part], tree);
const forms = (text) => (typeof text === "string" ? [text] : [text.one, text.other]);
const names = (text) =>
  [...new Set(forms(text).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map((m) => m[1])))]
    .filter((name) => name !== "n")
    .sort();

test("both languages hold the same texts, with the same values to fill in", () => {
  const { nb, en } = TREES;
  assert.deepEqual(textKeys(nb).sort(), textKeys(en).sort());
  for (const key of textKeys(nb)) {
    assert.equal(typeof at(nb, key), typeof at(en, key), key);
    assert.deepEqual(names(at(nb, key)), names(at(en, key)), key);
  }
});

test("no text is empty, and counted texts have both forms", () => {
  for (const lang of ["nb", "en"]) {
    const tree = TREES[lang];
    for (const key of textKeys(tree))
      for (const form of forms(at(tree, key)))
        assert.ok(typeof form === "string" && form.trim() !== "", `${lang} ${key}`);
  }
});

test("numbers follow the reader's language: decimal comma, hard space in thousands, a real minus", () => {
  const nb = makeTexts("nb"),
    en = makeTexts("en");
  assert.equal(nb.number(487744), "487\u00a0744");
  assert.equal(en.number(487744.25, 1), "487,744.3");
  assert.equal(nb.beds(-6.44), "\u22126,4");
  assert.equal(nb.beds(160.4), "160");
  assert.equal(nb.signed(5), "+5,0");
  assert.equal(nb.signed(-0.01), "0");
  assert.equal(nb.capacity(14), "14");
  assert.equal(nb.capacity(4.5), "4,5");
  assert.equal(nb.share(0.625), "62,5\u00a0%");
});

test("a probability is never rounded on to a class limit, nor to 0 or 100 per cent where it is not", () => {
  const { percent } = makeTexts("en");
  assert.deepEqual([0, 0.0004, 0.1, 0.098, 0.5, 0.503, 0.4996, 0.995, 1].map(percent), [
    "0%",
    "<1%",
    "10%",
    "9.8%",
    "50%",
    "50.3%",
    "50.0%",
    ">99%",
    "100%",
  ]);
});

test("years are told as runs", () => {
  assert.equal(makeTexts("nb").years([2026, 2027, 2028, 2033]), "2026–2028 og 2033");
});

test("a missing text or value is an error, never a hole in the report", () => {
  const { t } = makeTexts("nb");
  assert.throws(() => t("no.such"));
  assert.throws(() => t("when.from", {}));
  assert.equal(t("finding.more", { n: 1 }), "én til");
  assert.equal(t("finding.more", { n: 3 }), "3 til");
});

test("units of results have words in both languages", () => {
  assert.equal(unitText(makeTexts("nb"), "staff years"), "årsverk");
  assert.equal(unitText(makeTexts("en"), "staff years"), "staff years");
  assert.equal(unitText(makeTexts("nb"), "share"), "");
});
