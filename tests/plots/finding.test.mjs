import assert from "node:assert/strict";
import { test } from "node:test";
import { cellsOf } from "../../plots/say/cells.mjs";
import { finding, ownCells } from "../../plots/say/finding.mjs";
import { meanGap, partsOf } from "../../plots/say/parts.mjs";
import { makeTexts } from "../../plots/say/texts.mjs";
import { cell, resultsOf, service, smallWorld } from "./helpers.mjs";

const nb = makeTexts("nb"),
  en = makeTexts("en");

function told(t, cells, more, texts = nb) {
  const results = resultsOf(t, smallWorld(cells, more));
  const all = cellsOf(results);
  return { results, cells: all, ...finding(results, texts, all) };
}

test("no shortage by both rules is told as such, with the nearest and both its P", (t) => {
  const { headline, parts, lead } = told(t, [cell("nord", "tsb", 20, 10), cell("sor", "tsb", 20, 12)]);
  assert.equal(
    headline,
    "Ingen av 2 kombinasjoner av helseforetak og tjeneste mangler trolig plasser etter begge reglene i 2024–2031",
  );
  assert.equal(parts, "");
  assert.match(
    lead.join(" "),
    /Nærmest er (Nord|Sør) .*: sannsynlighet for mangel .* etter planlagt utnyttelse, .* etter servicenivå\./,
  );
});

test("with a single cell the sentence is about that trust and gives its word", (t) => {
  const { headline, lead } = told(t, [cell("nord", "tsb", 20, 10)]);
  assert.match(headline, /^Nord sykehus mangler trolig ikke plasser .*; i 2031: nok$/);
  assert.doesNotMatch(lead.join(" "), /kombinasjoner/);
});

test("a shortage leads with its mean, its parts by kind, both rules, and the median beside the mean", (t) => {
  // 10 beds for a need of 15 at 85 %: 12,75 patients, so 2,75 more than places; the rule wants 15 - 12,75 in reserve.
  const { results, cells, headline, parts, lead } = told(t, [
    cell("nord", "tsb", 10, 15, "derived", { spread: 0.001 }),
    cell("sor", "tsb", 20, 12),
  ]);
  const mean = meanGap(partsOf(results, cells[0], 2031));
  assert.match(
    headline,
    /^Nord sykehus mangler trolig (4,9|5,0|5,1) døgnplasser i rusbehandling \(TSB\) i 2031 ved 85\s% planlagt utnyttelse$/,
  );
  assert.ok(headline.includes(` ${nb.beds(-cells[0].at(2031).gap)} `), "the median, as in the table");
  assert.ok(parts.startsWith(`i snitt ${nb.signed(mean)}, satt sammen av `), "the mean stands with the parts");
  assert.match(
    parts,
    / 2,[78] flere pasienter enn plasser i 2024 \(talt\), ingen åpnet .* \(plan\), .*85\s%-regelen vil ha 2,[23] i reserve \(valg\)$/,
  );
  assert.match(
    lead[0],
    /^Begge reglene gir mangel i 2031: .* etter planlagt utnyttelse og .* etter servicenivå\. Mangel allerede i 2024, ut perioden\.$/,
  );
  assert.match(
    lead[1],
    /^Medianen er −\d,\d \(80\s% intervall .*\); delene summerer til snittet av trekningene, −\d,\d\./,
  );
  assert.match(lead.join(" "), /Ledige plasser i samme tjeneste i 2031 \(etter planlagt utnyttelse\): Sør [78],\d\./);
});

test("parts say what opened, what closed, what a stock takes, and what people give", (t) => {
  const plan = (beds) => [
    {
      id: "a",
      trust: "nord",
      service: "tsb",
      site: "By",
      tier: "staffed",
      date: "2026-01-01",
      beds,
      plan: "planned",
      status: "derived",
      source: "",
      label_nb: "x",
      label_en: "x",
    },
  ];
  const own = cell("nord", "tsb", 20, 27, "derived", { trend: 0.03, stock: 0.5 });
  const opened = told(t, [own], { plan: plan(2) });
  assert.match(
    opened.parts,
    /, 2 åpnet \(plan\), folketall, alder og flytting tar \d,\d \(framskrevet\), dømte tar \d,\d \(antatt\), /,
  );
  const closed = told(t, [{ ...own, need: 40, trend: -0.02, stock: 0 }], { plan: plan(-3) });
  assert.match(closed.parts, /, 3 stengt \(plan\), folketall, alder og flytting gir \d,\d \(framskrevet\), /);
  const english = told(t, [own], { plan: plan(2) }, en);
  assert.match(
    english.parts,
    /\(counted\), 2 opened \(plan\), .*\(projected\), .*\(assumed\), the 85% rule wants .* in reserve \(policy\)$/,
  );
});

test("of several shortages the largest counted one leads, the others are listed, and all words are counted", (t) => {
  const { headline, lead } = told(t, [
    cell("nord", "tsb", 10, 15),
    cell("sor", "tsb", 20, 30),
    cell("nord", "akutt", 5, 7.5),
  ]);
  assert.match(headline, /^Sør sykehus mangler trolig (9,\d|10) /);
  assert.match(
    lead[2],
    /^I 2031, av 3 kombinasjoner av helseforetak og tjeneste, uten deler av en tjeneste: 3 mangler plasser\.$/,
  );
  assert.match(
    lead[3],
    new RegExp(
      "^Også: Nord, rusbehandling \\(TSB\\) \\(mangel etter begge reglene allerede i 2024, ut perioden; på det meste 5,\\d " +
        "døgnplasser etter planlagt utnyttelse; 2031: mangel\\); Nord, akuttpsykiatri",
    ),
  );
});

test("what else is short, and what is spare, is told by both rules where the folder has both", (t) => {
  const { results, cells } = told(t, [
    cell("nord", "tsb", 10, 15),
    cell("sor", "tsb", 20, 12),
    cell("nord", "akutt", 5, 7.5),
  ]);
  // By the service level Sør lacks one bed, and Nord's acute ward 3.4 at the worst.
  const byServiceLevel = { "sor tsb": -1, "nord tsb": -6, "nord akutt": -3.4 };
  const { gapBy } = results;
  results.gapBy = (trust, service, year, rule) =>
    rule === "service-level" ? { gap: byServiceLevel[`${trust} ${service}`] } : gapBy(trust, service, year, rule);
  const said = finding(results, nb, cells).lead.join(" ").replaceAll("\u00a0", " ");
  assert.match(said, /på det meste 2,\d døgnplasser etter planlagt utnyttelse, 3,4 etter servicenivå; 2031: mangel\)/);
  assert.match(said, /\(etter planlagt utnyttelse \/ servicenivå\): Sør [78],\d \/ −1,0\./);
});

test("a shortage that passes is not told as one at the end, which has its own word", (t) => {
  const { headline } = told(t, [cell("nord", "tsb", 10, 11, "derived", { trend: -0.03, spread: 0.005 })]);
  assert.match(
    headline,
    /^Nord sykehus mangler trolig døgnplasser i rusbehandling \(TSB\) i 2024–20\d\d; i 2031: (nok|knapt)$/,
  );
});

test("an open level that is short at both ends leads only where nothing counted is short, with its range", (t) => {
  const open = cell("nord", "tsb", 10, 30, "not-identified");
  const alone = told(t, [open, cell("sor", "tsb", 20, 12)]);
  assert.match(
    alone.headline,
    /^Nord sykehus mangler trolig døgnplasser .*hva enn nivået i 2024 var i området: gap −2\d til −1\d$/,
  );
  assert.match(alone.lead[1], /i hele området som er sett ved like enheter/);
  const beside = told(t, [open, cell("sor", "tsb", 20, 30)]);
  assert.match(beside.headline, /^Sør sykehus/);
});

test("a level that may go either way is counted as one that depends, never as one that can't be judged", (t) => {
  const { lead, headline } = told(t, [cell("nord", "tsb", 10, 10, "not-identified"), cell("sor", "tsb", 20, 12)]);
  assert.match(lead.join(" "), /én har nok og én kommer an på nivået i 2024/);
  assert.doesNotMatch(`${headline} ${lead.join(" ")}`, /kan ikke vurderes/i);
});

test("a group is judged as a whole: its parts are not counted again", (t) => {
  const services = [
    service("phv", "Psykisk helsevern for voksne", { group: true, parts: ["akutt", "dps"] }),
    service("akutt", "Akuttpsykiatri"),
    service("dps", "DPS"),
  ];
  const { cells, headline } = told(t, [cell("nord", "akutt", 10, 13), cell("nord", "dps", 10, 13)], { services });
  assert.deepEqual(
    ownCells(cells).map((c) => c.service.id),
    ["phv"],
  );
  assert.match(headline, /i psykisk helsevern for voksne i 2031 ved 85\s% planlagt utnyttelse$/);
});
