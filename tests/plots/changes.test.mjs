import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folderSource } from "../../plots/machine/folder.mjs";
import { InputError } from "../../plots/read/input_error.mjs";
import { loadResults } from "../../plots/read/results.mjs";
import { front } from "../../plots/report/front.mjs";
import { methodSection } from "../../plots/report/tables.mjs";
import { cellsOf } from "../../plots/say/cells.mjs";
import { answerSentence, movedCells } from "../../plots/say/changes.mjs";
import { makeTexts } from "../../plots/say/texts.mjs";
import { makeSample } from "./make_sample.mjs";
import { cell, comparedRows, scratch, smallWorld } from "./helpers.mjs";

const nb = makeTexts("nb");
const world = smallWorld([cell("nord", "tsb", 10, 15), cell("sor", "akutt", 20, 12, "not-identified")]);
const HEADER = "scenario,trust,service,year,measure,unit,base,alternative,difference,low,high,basis,pairs";

/** The rows of a cell that gets `more` beds from a year on: need and chance as they were, but for a P that is halved. */
function rows(trust, service, more, from = 2024) {
  const lines = [];
  for (const year of world.years) {
    const added = year >= from ? more : 0;
    const row = (measure, unit, base, difference, low = difference, high = difference) =>
      lines.push(
        ["x", trust, service, year, measure, unit, base, base + difference, difference, low, high, "draws", 10].join(),
      );
    row("capacity", "beds", 10, added);
    row("bed_days", "bed days", 4000, 0);
    row("need", "beds", 15, 0);
    row("need_service_level", "beds", 16, 0);
    row("gap", "beds", -5, added);
    row("gap_service_level", "beds", -6, added, added && added - 1, added && added + 1);
    row("p_shortage", "share", 0.75, added ? -0.5 : 0, "", "");
    row("p_shortage_service_level", "share", 1, 0, "", "");
  }
  return lines;
}

function compared(t, lines) {
  const directory = makeSample(scratch(t), world);
  if (lines) writeFileSync(join(directory, "comparison.csv"), [HEADER, ...lines, ""].join("\n"));
  return loadResults(folderSource(directory));
}

/** The first screen of the report. */
const page = (results, texts = nb) => front({ results, texts, cells: cellsOf(results), edited: [] }).text;

test("a what-if answers in its headline and shows what it moves before anything else", (t) => {
  const results = compared(t, [...rows("nord", "tsb", 2), ...rows("sor", "akutt", 3), ...rows("region", "tsb", 2)]);
  const moved = movedCells(results);
  assert.deepEqual(
    moved.map((one) => [one.trust.id, one.beds]),
    [
      ["sor", 3],
      ["nord", 2],
      ["region", 2],
    ],
  );
  const text = page(results);
  assert.match(
    text,
    /<h1>Nord, Rusbehandling \(TSB\): gapet i 2031 går fra −5,0 til −3,0 plasser ved planlagt utnyttelse<\/h1>/,
  );
  assert.ok(text.indexOf("Hva endrer dette?") < text.indexOf("Nord sykehus mangler trolig"));
  assert.ok(text.indexOf("Hva endrer dette?") < text.indexOf('id="judged"'));
  assert.match(text, /<td>10\s→\s12<\/td><td>−5,0\s→\s−3,0<\/td><td>\+2,0<\/td><td>75\s%\s→\s25\s%<\/td>/);
  assert.match(text, /<td>−6,0\s→\s−4,0<\/td><td>\+2,0 <small>\(\+1,0 til \+3,0\)<\/small><\/td><td>over 99\s%<\/td>/);
  assert.ok(text.includes("Helse Prøve, netto: Rusbehandling (TSB)"));
  const after = text.slice(text.indexOf("Helse Prøve, netto: Rusbehandling (TSB)")).split("</table>")[0];
  assert.doesNotMatch(after, /%/, "no P of a net sum");
  assert.match(page(results, makeTexts("en")), /What does this change\?/);
});

test("where the level isn't known only the difference stands, and no probability", (t) => {
  const text = page(compared(t, rows("sor", "akutt", 3)));
  assert.match(text, /<h1>Sør, Akuttpsykiatri: gapet i 2031 endres med \+3,0 plasser ved planlagt utnyttelse<\/h1>/);
  assert.match(text, /<td>10\s→\s13<\/td><td>–<\/td><td>\+3,0<\/td><td>–<\/td>/);
});

test("a run that changes nothing says so, and one that is compared with none says nothing of it", (t) => {
  const results = compared(t, rows("nord", "tsb", 0));
  assert.equal(answerSentence(results, nb, movedCells(results)), nb.t("changes.headline_none"));
  assert.match(page(results), /Ingen plasser og ikke noe behov endres med 0,1 plass eller mer\./);
  assert.doesNotMatch(page(compared(t)), /Hva endrer dette\?/);
});

test("a change that begins and ends between the years that tables show is shown in the year it is largest", (t) => {
  const short = rows("nord", "tsb", 2, 2026).map((line) => {
    const year = Number(line.split(",")[3]);
    return year > 2026
      ? rows("nord", "tsb", 0).find((other) => other.startsWith(line.split(",").slice(0, 5).join()))
      : line;
  });
  const [moved] = movedCells(compared(t, short));
  assert.deepEqual(
    moved.years.map((one) => one.year),
    [2026, 2030, 2031],
  );
});

test("the year of the largest effect is shown also where the years of the tables are moved, if they don't tell of it", (t) => {
  const yearsOf = (atPeak) => {
    const lines = comparedRows(world.years, "nord", "tsb", { capacity: (year) => (year === 2027 ? atPeak : 2) });
    return movedCells(compared(t, lines))[0].years.map((one) => one.year);
  };
  assert.deepEqual(yearsOf(7), [2027, 2030, 2031]);
  assert.deepEqual(yearsOf(2.1), [2030, 2031], "5 % more is told by the years that are there");
});

test("all that is done stands in the note, none left out, and in the table at the end", (t) => {
  const results = compared(t, rows("nord", "tsb", 2));
  const setting = (i) => ({
    address: `action.a${i}`,
    name_nb: `tiltak «a${i}»`,
    before_nb: "",
    after_nb: `Åpner ${i} plasser`,
    said_nb: `Åpner ${i} plasser`,
  });
  const many = Array.from({ length: 11 }, (_, i) => setting(i));
  Object.assign(results.context, { settings: many, against: "baseline.toml" });
  const note = /<div class="edited" role="note">.*?<\/div>/s.exec(page(results))[0];
  assert.match(note, /<p>Forskjeller fra baseline\.toml:<\/p>/);
  for (const { said_nb } of many) assert.ok(note.includes(`<li>${said_nb}</li>`), said_nb);
  assert.match(note, /<details><summary>og 3 til<\/summary>/);
  assert.doesNotMatch(note, /action\./);
  const table = methodSection({ results, texts: nb, cells: cellsOf(results) }).text;
  assert.match(table, /<th scope="row">tiltak «a10»<\/th><td>\(finnes ikke\)<\/td><td>Åpner 10 plasser<\/td>/);
});

test("a row that stands twice is told", (t) => {
  const lines = rows("nord", "tsb", 2);
  assert.throws(() => compared(t, [...lines, lines[0]]), InputError);
});
