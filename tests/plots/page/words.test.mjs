import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { GROUPS } from "../../../plots/page/form/defaults.mjs";
import { WAYS } from "../../../plots/page/form/fields.mjs";
import { PAGE_TREES, pageWords } from "../../../plots/page/words.mjs";
import { textKeys } from "../../../plots/say/texts.mjs";

/** What `framsyn schema` prints; a test of the command holds the file against it. */
const schema = JSON.parse(readFileSync(new URL("../../../scenarios/schema.json", import.meta.url), "utf8"));
const keys = schema.properties.action.items.properties;

test("both languages of the page have the same texts, and the same names in each", () => {
  assert.deepEqual(textKeys(PAGE_TREES.nb), textKeys(PAGE_TREES.en));
  const at = (tree, key) => key.split(".").reduce((node, part) => node[part], tree);
  const names = (text) => (typeof text === "string" ? text : text.one + text.other).match(/\{\w+\}/g) ?? [];
  for (const key of textKeys(PAGE_TREES.nb))
    assert.deepEqual(
      [...new Set(names(at(PAGE_TREES.nb, key)))].sort(),
      [...new Set(names(at(PAGE_TREES.en, key)))].sort(),
      key,
    );
});

test("every key of an action in the schema has a label, and so has every word that it may be", () => {
  const { t } = pageWords("nb");
  for (const [name, key] of Object.entries(keys)) {
    if (name === "remove") continue;
    assert.ok(t(`keys.${name}`), name);
    if (name !== "kind") for (const word of key.enum ?? []) assert.ok(t(`word.${word}`), word);
  }
});

test("every kind of action in the schema is in the list, with a name and a line of help", () => {
  const { t } = pageWords("en");
  const entries = Object.values(GROUPS).flat();
  for (const kind of keys.kind.enum) assert.ok(entries.includes(kind), kind);
  for (const entry of entries) assert.ok(t(`kinds.${entry}`) && t(`kind_help.${entry}`));
});

test("ways to say a size are named by keys of the schema", () => {
  for (const way of Object.values(WAYS).flat()) {
    for (const key of way) assert.ok(key in keys, key);
    assert.ok(pageWords("nb").t(`ways.${way[0]}`));
  }
});
