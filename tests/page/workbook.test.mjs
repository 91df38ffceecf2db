// results.xlsx of the page beside that of the command: sheet by sheet the same cells with the same look, widths, panes, filters, links,
// charts and print set-up. The engine runs in Node; what a page does beyond it is to save the bytes.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import process from "node:process";

import { engineOf } from "../../app/browser/engine.mjs";
import { xlsxOf } from "../../plots/page/work/xlsx.mjs";
import { command, fromPlots, regionIn, workFolder } from "./helpers.mjs";

const { unzipSync, strFromU8 } = fromPlots("fflate");
/** That the command's library writes of a number; a spreadsheet has fifteen. */
const DIGITS = 16;
const folder = workFolder(),
  WHAT_IF = "ronvik-akutt.toml";
let mine, theirs;

/** What the module makes of a what-if, against the root of its chain. */
async function bookOfEngine(region) {
  const engine = engineOf(await WebAssembly.compile(readFileSync(join(process.env.FRAMSYN_PAGE, "engine.wasm"))));
  for (const name of readdirSync(region, { recursive: true }))
    if (/\.(toml|csv)$/.test(name)) engine.text(name, readFileSync(join(region, name)));
  engine.load(WHAT_IF);
  engine.loadRoot();
  for (const isRoot of [true, false]) {
    if (!isRoot) engine.load(WHAT_IF);
    engine.project();
    engine.care();
    if (isRoot) engine.keepAsBase();
    else engine.compare();
  }
  return xlsxOf(engine.workbook());
}

const partsOf = (bytes) => new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
const attributesOf = (tag) => Object.fromEntries([...tag.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, k, v]) => [k, v]));
const tags = (xml, name) =>
  [...xml.matchAll(new RegExp(`<${name}(?=[ />])[^>]*>`, "g"))].map(([tag]) => attributesOf(tag));
const inside = (xml, name) =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?(?:/>|>([^]*?)</${name}>)`, "g"))].map(([, text]) => text ?? "");
const plain = (text) =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, c) => ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" })[c]);

/** A part by its relation. */
function related(parts, of, id) {
  const [, folderOf, name] = /^(.*\/)([^/]+)$/.exec(of);
  const relation = tags(parts.get(`${folderOf}_rels/${name}.rels`) ?? "", "Relationship").find((one) => one.Id === id);
  const { Target: target } = relation;
  return target.startsWith("/") ? target.slice(1) : new URL(target, `file:///${folderOf}`).pathname.slice(1);
}

const sheetsOf = (parts) =>
  tags(parts.get("xl/workbook.xml"), "sheet").map((sheet) => ({
    name: plain(sheet.name),
    part: related(parts, "xl/workbook.xml", sheet["r:id"]),
  }));

/** How a style looks: number format, bold, slanted, size where it isn't the usual, wrapped. */
function looksOf(parts) {
  const xml = parts.get("xl/styles.xml");
  const own = new Map(tags(xml, "numFmt").map((one) => [one.numFmtId, plain(one.formatCode)]));
  const builtIn = { 0: "General", 2: "0.00", 14: "yyyy-mm-dd" };
  const fonts = inside(inside(xml, "fonts")[0], "font");
  const [cells] = inside(xml, "cellXfs");
  return [...cells.matchAll(/<xf ([^>]*?)(\/>|>([^]*?)<\/xf>)/g)].map(([, xf, , rest]) => {
    const { numFmtId, fontId } = attributesOf(xf);
    const font = fonts[Number(fontId)];
    return [
      own.get(numFmtId) ?? builtIn[numFmtId ?? 0] ?? numFmtId,
      /<b\/>|<b val="1"/.test(font) ? "bold" : "",
      /<i\/>|<i val="1"/.test(font) ? "slanted" : "",
      /<sz val="16"/.test(font) ? "large" : "",
      /wrapText="(1|true)"/.test(rest ?? "") ? "wrapped" : "",
    ].join(" ");
  });
}

/** Every cell with what stands in it and how it looks. */
function cellsOf(parts, part, numberOf) {
  const strings = inside(parts.get("xl/sharedStrings.xml"), "si").map((si) => plain(inside(si, "t").join("")));
  const looks = looksOf(parts),
    cells = {};
  for (const [, attributes, content] of parts.get(part).matchAll(/<c ([^>]*?)(?:\/>|>([^]*?)<\/c>)/g)) {
    const { r, t, s } = attributesOf(attributes);
    const [value] = inside(content ?? "", "v");
    if (value === undefined) continue;
    cells[r] = `${t === "s" ? strings[Number(value)] : numberOf(value)} | ${looks[Number(s ?? 0)]}`;
  }
  return cells;
}

/** Widths as somebody sets them: files may have five pixels of padding added. */
const widthsOf = (xml) =>
  tags(xml, "col").flatMap(({ min, max, width }) =>
    Array.from({ length: Number(max) - Number(min) + 1 }, () => Math.trunc(Number(width))),
  );

function chartsOf(parts, part) {
  const [drawing] = tags(parts.get(part), "drawing");
  if (!drawing) return [];
  const frame = related(parts, part, drawing["r:id"]);
  return tags(parts.get(frame), "c:chart").map((chart) => {
    const xml = parts.get(related(parts, frame, chart["r:id"]));
    return {
      texts: inside(xml, "a:t").map(plain),
      names: inside(xml, "c:tx").map((text) => plain(inside(text, "c:v")[0] ?? "")),
      formulas: inside(xml, "c:f").map(plain),
      points: inside(xml, "c:v")
        .filter((text) => /^-?[\d.]+(e-?\d+)?$/.test(text))
        .map((text) => Number(text).toPrecision(12)),
      labels: tags(xml, "c:tickLblPos"),
      every: tags(xml, "c:tickLblSkip"),
      legend: tags(xml, "c:legendPos"),
    };
  });
}

before(async () => {
  const region = regionIn(folder, { draws: 40, replications: 4 });
  const out = join(folder, "out");
  execFileSync(command, ["run", join(region, WHAT_IF), "--no-charts", "--quiet", "--out", out]);
  theirs = partsOf(readFileSync(join(out, "results.xlsx")));
  mine = partsOf(await bookOfEngine(region));
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("the same sheets in the same order, opened on the overview", () => {
  assert.deepEqual(
    sheetsOf(mine).map(({ name }) => name),
    sheetsOf(theirs).map(({ name }) => name),
  );
  assert.equal(sheetsOf(mine)[0].name, "Oversikt");
});

test("every cell of every sheet has the same content and the same look", () => {
  for (const [i, { name, part }] of sheetsOf(mine).entries()) {
    const own = cellsOf(mine, part, (text) => Number(Number(text).toPrecision(DIGITS))),
      other = cellsOf(theirs, sheetsOf(theirs)[i].part, Number);
    assert.equal(Object.keys(own).length, Object.keys(other).length, name);
    for (const [cell, value] of Object.entries(other)) assert.equal(own[cell], value, `${name}!${cell}`);
  }
});

test("columns are as wide, headings stay, filters, links, margins, paper, footers and printed parts are the same", () => {
  const of = (parts, part) => {
    const xml = parts.get(part);
    return {
      widths: widthsOf(xml),
      frozen: tags(xml, "pane").map(({ ySplit, topLeftCell, state }) => [ySplit, topLeftCell, state]),
      filter: tags(xml, "autoFilter"),
      links: tags(xml, "hyperlink").map(({ ref, location }) => [ref, plain(location)]),
      margins: tags(xml, "pageMargins"),
      paper: tags(xml, "pageSetup"),
      fits: tags(xml, "pageSetUpPr"),
      footer: inside(xml, "oddFooter"),
    };
  };
  for (const [i, { name, part }] of sheetsOf(mine).entries())
    assert.deepEqual(of(mine, part), of(theirs, sheetsOf(theirs)[i].part), name);
  const names = (parts) =>
    [...parts.get("xl/workbook.xml").matchAll(/<definedName ([^>]*)>([^<]*)</g)]
      .map(
        ([, attributes, range]) => `${attributesOf(attributes).name} ${attributesOf(attributes).localSheetId} ${range}`,
      )
      .sort();
  assert.deepEqual(names(mine), names(theirs));
});

test("the spreadsheet draws the same charts of the same cells", () => {
  const of = (parts) => sheetsOf(parts).map(({ part }) => chartsOf(parts, part));
  assert.ok(of(theirs).flat().length > 0);
  assert.deepEqual(of(mine), of(theirs));
});

test("every part is named in the list of parts, and every relation leads to one", () => {
  const listed = new Set(tags(mine.get("[Content_Types].xml"), "Override").map((one) => one.PartName.slice(1)));
  const kinds = new Set(tags(mine.get("[Content_Types].xml"), "Default").map((one) => one.Extension));
  for (const name of mine.keys())
    if (name !== "[Content_Types].xml") assert.ok(listed.has(name) || kinds.has(name.split(".").at(-1)), name);
  for (const name of listed) assert.ok(mine.has(name), name);
  for (const [name, xml] of mine) {
    if (!name.endsWith(".rels")) continue;
    const of = name.replace("_rels/", "").replace(/\.rels$/, "");
    for (const { Id, Target } of tags(xml, "Relationship"))
      assert.ok(mine.has(of.includes("/") ? related(mine, of, Id) : Target.replace(/^\//, "")), `${name}: ${Target}`);
  }
  assert.equal(
    inside(mine.get("docProps/core.xml"), "dc:title")[0],
    inside(theirs.get("docProps/core.xml"), "dc:title")[0],
  );
});
