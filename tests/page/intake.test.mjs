// What others fill in or count comes into the page as it comes into the command: the workbook of `framsyn export`, and Statistics
// Norway's tables. The exports are made up, in the layout of the StatBank.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { command, fromPlots, goTo, launch, open, pageOf, regionIn, saved, workFolder } from "./helpers.mjs";

const { strFromU8, strToU8, unzipSync, zipSync } = fromPlots("fflate");
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const folder = workFolder();
let browser, file, region, exported;

before(async () => {
  region = regionIn(folder, { draws: 40, replications: 4 });
  file = pageOf(region, folder);
  const book = join(folder, "bok.xlsx");
  execFileSync(command, ["export", join(region, "baseline.toml"), "--xlsx", book, "--quiet"]);
  exported = unzipSync(readFileSync(book));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The workbook with other texts in its parts. */
function edited(changes) {
  const parts = { ...exported };
  for (const [sheet, from, to] of changes) {
    const name = `xl/worksheets/sheet${sheet}.xml`,
      text = strFromU8(parts[name]);
    assert.ok(text.includes(from), `${name} has no ${from}`);
    parts[name] = strToU8(text.replace(from, to));
  }
  return Buffer.from(zipSync(parts));
}
const drop = (page, name, buffer, mimeType = XLSX) => page.setInputFiles("#take-files", { name, mimeType, buffer });

/** Number cell of a sheet with its value, to be replaced. */
function cell(sheet, name) {
  const text = strFromU8(exported[`xl/worksheets/sheet${sheet}.xml`]);
  return new RegExp(`<c r="${name}"[^>]*><v>[^<]*</v></c>`).exec(text)[0];
}
const withValue = (written, value) => written.replace(/<v>[^<]*<\/v>/, `<v>${value}</v>`);
/** A stay, planned utilisation, beds of a year and a use rate: one of each sheet. */
const CHANGES = [
  [2, "L4", 44],
  [3, "C4", 0.8],
  [4, "F4", 300.5],
  [6, "D4", 28],
].map(([sheet, name, value]) => [sheet, cell, name, value]);
const changes = () =>
  CHANGES.map(([sheet, find, name, value]) => [sheet, find(sheet, name), withValue(find(sheet, name), value)]);

test("a filled-in workbook becomes an alternative with the numbers that the command gives it", async () => {
  const { page, context, complaints } = await open(browser, file);
  await goTo(page, "files");
  const book = edited(changes());
  await drop(page, "bok.xlsx", book);
  await page.waitForFunction(() => document.querySelector("#name")?.value === "bok");
  await page.waitForSelector(".answer .headline");
  await goTo(page, "files");
  assert.match(await page.textContent(".took-in"), /bok\.xlsx, \d+ endringer/);
  // A use rate stands in a table, so the alternative is a file and its table.
  const { name, bytes } = await saved(page, () => page.locator(".files .plain button").first().click());
  assert.match(name, /\.zip$/);
  const parts = unzipSync(bytes);
  const [mine] = Object.keys(parts).filter((part) => part.endsWith(".toml"));
  for (const [part, content] of Object.entries(parts)) writeFileSync(join(region, part), content);

  const theirs = join(region, "av-kommandoen.toml");
  writeFileSync(join(folder, "fylt.xlsx"), book);
  execFileSync(command, ["import", "xlsx", join(folder, "fylt.xlsx"), "--out", theirs, "--quiet"]);
  const results = [join(region, mine), theirs].map((scenario, i) => {
    const out = join(folder, `of-${i}`);
    execFileSync(command, ["project", scenario, "--no-charts", "--quiet", "--out", out]);
    return out;
  });
  for (const table of ["need.csv", "gap.csv", "capacity.csv"])
    assert.equal(...results.map((out) => readFileSync(join(out, table), "utf8")), table);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("what can't be meant is told at its cell, in the command's words, and nothing is taken in", async () => {
  const { page, context } = await open(browser, file);
  await goTo(page, "files");
  const wrong = {
    "tekst.xlsx": [[6, cell(6, "D4"), '<c r="D4" t="inlineStr"><is><t>tretti</t></is></c>']],
    "feil.xlsx": [[3, cell(3, "C4"), '<c r="C4" t="e"><v>#REF!</v></c>']],
    "formel.xlsx": [[3, cell(3, "C4"), '<c r="C4"><f>A1+1</f></c>']],
    "stor.xlsx": [[3, cell(3, "C4"), withValue(cell(3, "C4"), 17)]],
    "flagg.xlsx": [[3, cell(3, "C4"), '<c r="C4" t="b"><v>1</v></c>']],
    "flettet.xlsx": [[6, "</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="B4:C4"/></mergeCells>']],
  };
  for (const [name, change] of Object.entries(wrong)) {
    const bytes = edited(change);
    writeFileSync(join(folder, name), bytes);
    const words = ["import", "xlsx", name, "--extends", join(region, "baseline.toml"), "--out", join(region, "x.toml")];
    const { status, stderr } = spawnSync(command, words, { encoding: "utf8", cwd: folder });
    assert.equal(status, 2, `${name}: ${stderr}`);
    await drop(page, name, bytes);
    await page.waitForFunction((start) => document.querySelector(".problems li")?.textContent.startsWith(start), name);
    assert.deepEqual(await page.locator(".problems li").allTextContents(), stderr.trim().split("\n"), name);
  }
  await goTo(page, "ask");
  assert.equal(await page.locator(".action").count(), 0);
  await context.close();
});

test("damaged workbooks and other files are refused with a reason", async () => {
  const { page, context, complaints } = await open(browser, file);
  await goTo(page, "files");
  const whole = edited([]);
  const without = (part) =>
    Buffer.from(zipSync(Object.fromEntries(Object.entries(exported).filter(([name]) => name !== part))));
  const doctype = { ...exported, "xl/workbook.xml": strToU8('<!DOCTYPE a [<!ENTITY b "b">]><workbook>&b;</workbook>') };
  for (const [name, bytes, reason] of [
    ["samme.xlsx", whole, /ingenting er endret/],
    ["kuttet.xlsx", whole.subarray(0, whole.length / 2), /er skadet/],
    ["tom.xlsx", Buffer.alloc(0), /er tom/],
    ["tekst.xlsx", Buffer.from("a;b"), /er ikke et regneark/],
    ["gammel.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), /gammel type/],
    ["ark.ods", Buffer.from(zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet") })), /\.ods/],
    ["uten.xlsx", without("xl/workbook.xml"), /xl\/workbook\.xml mangler/],
    ["ark5.xlsx", without("xl/worksheets/sheet5.xml"), /sheet5\.xml mangler/],
    ["type.xlsx", Buffer.from(zipSync(doctype)), /xl\/workbook\.xml/],
  ]) {
    await drop(page, name, bytes);
    await page.waitForFunction(
      ([file, source]) => {
        const text = document.querySelector(".problems")?.textContent ?? "";
        return text.includes(file) && new RegExp(source).test(text);
      },
      [name, reason.source],
      { timeout: 10_000 },
    );
  }
  assert.deepEqual(complaints, []);
  await context.close();
});

const ORGANISATIONS =
  "organisation_number,trust,trust_name\n983974899,unn,Universitetssykehuset Nord-Norge HF\n983974910,nlsh,Nordlandssykehuset HF\n";
const ACTIVITY = [
  '"13942: Spesialisthelsetjenesten, etter region, tjenesteområde, statistikkvariabel og år"',
  "",
  '"region";"tjenesteområde";"Døgnplasser 2025";"Oppholdsdøgn 2025"',
  '"Universitetssykehuset Nord-Norge HF";"Psykisk helsevern for voksne";154;51222',
  '"Universitetssykehuset Nord-Norge HF";"Psykisk helsevern for barn og unge";14;2760',
  '"Nordlandssykehuset HF (2002-)";"Psykisk helsevern for voksne";119;35402',
  "",
].join("\n");
const USE = [
  '"14820: Pasienter, etter region, alder, statistikkvariabel og år"',
  "",
  '"region";"alder";"Døgnopphold 2025";"Oppholdsdøgn 2025"',
  '"H05 Helseregion Nord";"18-49 år";2700;70000',
  '"H05 Helseregion Nord";"50 år eller eldre";1300;36000',
  "",
].join("\n");
const CATCHMENTS = (() => {
  const rows = ['"13982: Befolkning i opptaksområder, etter region, tjenesteområde, kjønn, alder og år"', ""];
  rows.push('"region";"tjenesteområde";"kjønn";"alder";"2026"');
  for (const place of ["983974899 Universitetssykehuset Nord-Norge HF", "983974910 Nordlandssykehuset HF"])
    for (const sex of ["Kvinner", "Menn"])
      for (let age = 0; age <= 105; ++age)
        rows.push(`"${place}";"Somatikk";"${sex}";"${age === 105 ? "105 år eller eldre" : `${age} år`}";${100 + age}`);
  return `${rows.join("\n")}\n`;
})();

/** The export as the page reads it: its file, what is said, or what is wrong. */
async function readIn(page, kind, text, { map, regions, years } = {}) {
  await goTo(page, "files");
  await page.selectOption("#ssb-kind", kind);
  const put = (id, name, content) =>
    page.setInputFiles(id, { name, mimeType: "text/csv", buffer: Buffer.from(content) });
  await put("#ssb-table", "eksport.csv", text);
  if (map) await put("#ssb-map", "kart.csv", map);
  if (regions) await page.fill("#ssb-regions", regions);
  if (years) await page.fill("#ssb-years", years);
  await page.click("text=Les inn");
  await page.waitForSelector(".files pre, .problems");
  if ((await page.locator(".problems").count()) > 0)
    return { problems: await page.locator(".problems li").allTextContents() };
  const said = await page.textContent(".files pre");
  const { bytes } = await saved(page, () => page.locator("button:has-text('Lagre'):near(pre)").first().click());
  return { said, text: bytes.toString("utf8") };
}

/** The same by the command. */
function readByCommand(kind, text, { map, regions, years }, out) {
  writeFileSync(join(region, "eksport.csv"), text);
  if (map) writeFileSync(join(region, "kart.csv"), map);
  const words = ["import", kind, "eksport.csv", "--out", out, "--force"];
  if (map) words.push("--mapping", "kart.csv");
  if (regions)
    words.push("--regions", regions, "--population", "tables/population.csv", "--rates", "tables/use_rates.csv");
  if (years) words.push("--years", years);
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: "utf8", cwd: region });
  return status === 0
    ? { said: stdout, text: readFileSync(join(region, out), "utf8") }
    : { problems: stderr.trim().split("\n") };
}

for (const [kind, text, how, out] of [
  ["ssb-13942", ACTIVITY, { map: ORGANISATIONS, years: "2025" }, "ssb-13942.toml"],
  ["ssb-13982", CATCHMENTS, { map: ORGANISATIONS }, "ut.csv"],
  ["ssb-14820", USE, { regions: "H05" }, "ut.csv"],
])
  test(`${kind}: the page makes of it what the command makes of it, and says the same`, async () => {
    const { page, context, complaints } = await open(browser, file);
    const theirs = readByCommand(kind, text, how, out);
    assert.ok(theirs.text, theirs.problems?.join("\n"));
    const mine = await readIn(page, kind, text, how);
    assert.equal(mine.text, theirs.text);
    // The name of the table made is the region's own in the page.
    assert.equal(mine.said.replace(/tables\/\w+\.csv/g, "ut.csv"), theirs.said.replace(/tables\/\w+\.csv/g, "ut.csv"));
    if (kind === "ssb-13942") {
      await page.click("text=Bruk som alternativ");
      await page.waitForSelector(".answer .headline, .answer .refused, .problems");
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });

test("an export of another table is refused in the command's words", async () => {
  const { page, context } = await open(browser, file);
  const theirs = readByCommand("ssb-13942", USE, { map: ORGANISATIONS }, "ut.toml");
  const mine = await readIn(page, "ssb-13942", USE, { map: ORGANISATIONS });
  const shown = theirs.problems.map((line) => line.replace(/^([^:]+):(\d+):\d+: /, "$1, linje $2: "));
  assert.deepEqual(mine.problems, shown);
  await context.close();
});
