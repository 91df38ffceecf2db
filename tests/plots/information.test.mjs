import assert from "node:assert/strict";
import { test } from "node:test";
import { chartsOf } from "../../plots/charts/list.mjs";
import { report } from "../../plots/report/page.mjs";
import { cellsOf } from "../../plots/say/cells.mjs";
import * as say from "../../plots/say/information.mjs";
import { makeTexts } from "../../plots/say/texts.mjs";
import { cell, resultsOf, service, smallWorld } from "./helpers.mjs";

const nb = makeTexts("nb"),
  en = makeTexts("en");

const LAST = 2031;
const decided = (trust, of, input, share) => [trust, of, LAST, input, "decided", share, "", "share"];
const gain = (trust, of, input, measure, value, se) => [
  trust,
  of,
  LAST,
  input,
  measure,
  value,
  se,
  measure === "beds" ? "beds" : "share",
];
const trigger = (trust, of, counted, measure, value, unit = "bed days") => [
  trust,
  of,
  LAST,
  counted,
  measure,
  value,
  "",
  unit,
];

const SERVICES = [
  service("phv", "Psykisk helsevern for voksne", { group: true, parts: ["akutt", "dps"] }),
  service("akutt", "Akuttpsykiatri"),
  service("dps", "DPS"),
  service("intensiv-3", "Intensiv, kategori 3"),
  service("tsb", "Rusbehandling (TSB)"),
];
const N = "not-identified";
const CELLS = [
  cell("nord", "akutt", 10, 11, N),
  cell("nord", "dps", 10, 9, N),
  cell("sor", "intensiv-3", 4, 4, N),
  cell("nord", "tsb", 16, 16),
];
const INFORMATION = [
  decided("nord", "akutt", "activity.nord-akutt.bed_days", 1),
  decided("nord", "dps", "activity.nord-akutt.bed_days", 0.4),
  decided("nord", "akutt", "split.nord-phv", 1),
  decided("nord", "dps", "split.nord-phv", 1),
  decided("nord", "akutt", "service.dps", 0.3),
  decided("nord", "dps", "service.dps", 1),
  decided("sor", "intensiv-3", "service.intensiv-3", 1),
  decided("sor", "intensiv-3", "activity.sor.bed_days", 0),
  gain("nord", "tsb", "all", "wrong-utilisation", 0.5, 0.01),
  gain("nord", "tsb", "all", "wrong-service-level", 0.4, 0.01),
  gain("nord", "tsb", "all", "beds", 2, 0.1),
  gain("nord", "tsb", "activity.nord-tsb.later_use", "wrong-utilisation", 0.444, 0.012),
  gain("nord", "tsb", "activity.nord-tsb.later_use", "wrong-service-level", 0, 0.02),
  gain("nord", "tsb", "activity.nord-tsb.later_use", "beds", 1.25, 0.1),
  gain("nord", "tsb", "demography", "wrong-utilisation", 0, 0.02),
  gain("nord", "tsb", "demography", "wrong-service-level", 0, 0.02),
  gain("nord", "tsb", "demography", "beds", 0.04, 0.01),
  trigger("nord", "tsb", 2026, "expected", 4800.4),
  trigger("nord", "tsb", 2026, "trigger-short", 5300.7),
  trigger("nord", "tsb", 2026, "trigger-enough", 4000),
  trigger("nord", "akutt", 2026, "expected", 16, "beds"),
  trigger("nord", "akutt", 2026, "trigger-short", 14.7, "beds"),
];
const asked = (t, information) => resultsOf(t, smallWorld(CELLS, { services: SERVICES, information }));
const pageOf = (results, texts = nb) =>
  report(
    results,
    texts,
    chartsOf(results, texts).map((chart) => ({ ...chart, svg: '<svg viewBox="0 0 9 9"></svg>' })),
  );
const sectionOf = (page, id) => new RegExp(`<section id="${id}">(.*?)</section>`, "s").exec(page)?.[1];

test("figures that nobody has stand with whom to ask and how many answers they decide, bundles and most first", (t) => {
  const results = asked(t, INFORMATION),
    figures = say.openFigures(results, cellsOf(results));
  assert.deepEqual(
    figures.map((figure) => [say.requestText(results, nb, figure), say.decidedText(nb, figure), figure.cells.length]),
    [
      ["Be Norsk pasientregister (NPR) om døgn i hver del av psykisk helsevern for voksne ved Nord", "2 av 2", 2],
      ["Be Norsk pasientregister (NPR) om døgn per enhet: DPS", "i snitt 1,3 av 2", 2],
      ["Be Norsk intensivregister (NIR) om døgn per enhet: Intensiv, kategori 3", "1 av 1", 1],
      ["oppholdsdøgn i basisåret: akuttpsykiatri, Nord", "i snitt 1,4 av 2", 2],
    ],
    "what decides nothing is left out",
  );
});

test("what knowing a figure spares stands with its standard error, and what is noise or no bed doesn't stand", (t) => {
  const results = asked(t, INFORMATION),
    worth = say.worthOf(results, cellsOf(results));
  assert.deepEqual(
    worth.map(({ input }) => input),
    ["all", "activity.nord-tsb.later_use"],
  );
  const section = sectionOf(pageOf(results), "information");
  assert.match(
    section,
    /framover: rusbehandling \(TSB\), Nord <small><code>activity\.nord-tsb\.later_use<\/code><\/small><\/th><td>Nord, /,
  );
  assert.match(section, /<td>Nord, rusbehandling \(TSB\)<\/td><td>44,4 ± 1,2<\/td><td>–<\/td><td>1,3 ± 0,1<\/td>/);
  assert.match(section, /Taket: [^]*<th scope="row">alt<\/th>/);
  assert.match(sectionOf(pageOf(results, en), "information"), /<td>44\.4 ± 1\.2<\/td><td>–<\/td>/);
});

test("a figure is named in words by what its address is made of; an id that somebody chose stays as it is", (t) => {
  const results = asked(t, INFORMATION),
    said = (address) => say.inputText(results, nb, address);
  assert.equal(said("flow.sor-tsb-nord.level"), "pasientstrømmen: rusbehandling (TSB), fra Sør til Nord");
  assert.equal(said("flow.nord-intensiv-3-nord.level"), "pasientstrømmen: intensiv, kategori 3, Nord ved eget foretak");
  assert.equal(said("unit.west-wing.beds"), "plasser: west-wing");
  assert.equal(said("all"), "alt");
  assert.equal(said("unknown.nord-tsb.thing"), null, "then the address alone is shown");
  assert.equal(say.inputText(results, en, "service.dps.level"), "the level of use: DPS");
});

test("beside what is tight or depends stands the level that would turn it", (t) => {
  const results = asked(t, INFORMATION),
    of = (id) => cellsOf(results).find((one) => one.trust.id === "nord" && one.service.id === id);
  const said = (id, texts = nb) => say.triggerText(results, texts, of(id), LAST);
  assert.match(
    said("tsb"),
    /^Svaret i 2031 snur om nivået av bruk er et annet: regnet med 4\s800 oppholdsdøgn i 2026; mangel fra 5\s301; nok til og med 4/,
  );
  assert.match(said("akutt"), /regnet med 16,0 plasser; mangel fra 14,7 og ned\.$/);
  assert.match(said("akutt", en), /reckoned with 16\.0 beds; short from 14\.7 down\.$/);
  assert.equal(said("dps"), "");
  assert.match(sectionOf(pageOf(results), "judged"), /Svaret i 2031 snur om nivået av bruk er et annet/);
  // No count turns it by either word.
  const [row] = INFORMATION.filter(([, , , , measure]) => measure === "expected");
  const alone = asked(t, [row]);
  assert.match(
    say.triggerText(
      alone,
      nb,
      cellsOf(alone).find((one) => one.service.id === "tsb"),
      LAST,
    ),
    /; intet nivå avgjør det\. Én telling/,
  );
});

test("a run that wasn't asked has no section of it, and a measure that nobody knows is named with its line", (t) => {
  assert.doesNotMatch(pageOf(asked(t, undefined)), /id="information"/);
  const wrong = [INFORMATION[0], [...INFORMATION[0].slice(0, 4), "guessed", 1, "", "share"]];
  assert.throws(() => asked(t, wrong), /information\.csv:3: unknown_word/);
});
