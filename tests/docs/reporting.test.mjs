// The check of the reporting guidelines' answers finds what it is there for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pageOf, sourceFaults } from "./reporting.mjs";

const FILES = { "docs/a.md": "# A\n\n## How to `read` it\n\ntext\n", "b.toml": "draws = 2000\n" };
const read = (file) => FILES[file] ?? null;

const item = (number, more = {}) => ({
  number,
  asks: { nb: "Spørsmål", en: "Question" },
  answered: "yes",
  answer: { nb: "Svar.", en: "Answer." },
  where: [
    { file: "docs/a.md", section: "How to read it" },
    { file: "b.toml", holds: "draws = 2000" },
  ],
  ...more,
});
const source = (...items) => ({
  title: { en: "Title" },
  about: { nb: "Om.", en: "About." },
  guideline: "G",
  chapters: [{ nb: "Del", en: "Part", items }],
});
const faults = (...items) => sourceFaults(source(...items), ["1", "2"], read);

test("a source that answers every item once, with places that exist, has no fault", () => {
  assert.deepEqual(faults(item("1"), item("2", { answered: "no", where: undefined })), []);
});

test("an item that is missing, answered twice or not the guideline's is named", () => {
  assert.deepEqual(faults(item("1"), item("1"), item("3")), [
    "item 1 is answered 2 times",
    "item 2 is answered 0 times",
    "there is no item 3",
  ]);
});

test("a file, a heading or a text that isn't there is named with its item", () => {
  const lost = [
    { file: "docs/gone.md" },
    { file: "docs/a.md", section: "text" },
    { file: "b.toml", holds: "draws = 1" },
  ];
  assert.deepEqual(faults(item("1", { where: lost }), item("2")), [
    "item 1: docs/gone.md is not in the repository",
    'item 1: docs/a.md has no heading "text"',
    'item 1: b.toml doesn\'t hold "draws = 1"',
  ]);
});

test("an answer in one language, of an unknown kind or without a place is a fault", () => {
  assert.deepEqual(
    faults(item("1", { answer: { nb: "Svar.", en: " " } }), item("2", { answered: "maybe", where: [] })),
    [
      "item 1: answer.en is empty",
      'item 2: answered is "maybe", not one of yes,partly,no',
      "item 2: an answer says where it stands",
    ],
  );
});

test("a page has every item in both languages, the places as links, and how many are answered", () => {
  const page = pageOf(source(item("1"), item("2", { answered: "no", where: [] })), "docs/reporting/g.json");
  assert.match(
    page,
    /\| Answered \/ Besvart \| 1 \| 1 \|\n\| In part \/ Delvis \| 0 \| none \|\n\| Not done \/ Ikke gjort \| 1 \| 2 \|/,
  );
  assert.match(page, /### 1 Question\n\n\*\*Answered\.\*\* Answer\.\n\n\*Spørsmål\.\* \*\*Besvart\.\*\* Svar\./);
  assert.match(page, /\[a\.md: How to read it\]\(a\.md#how-to-read-it\) · \[b\.toml: draws = 2000\]\(\.\.\/b\.toml\)/);
});
