#!/usr/bin/env node
// node reporting.mjs [--check]: writes docs/gather.md and docs/stress-des.md from docs/reporting/; fails where an item of the guideline has
// no answer or several, or an answer points to what isn't in the repository; with --check also where a page is not what its source gives.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const counted = (chapter, last) => Array.from({ length: last }, (_, i) => `${chapter}.${i + 1}`);

/** The guidelines' own numbers of items, so that none is forgotten in the source. */
const GUIDELINES = [
  {
    source: "docs/reporting/gather.json",
    page: "docs/gather.md",
    items: Array.from({ length: 18 }, (_, i) => `${i + 1}`),
  },
  {
    source: "docs/reporting/stress-des.json",
    page: "docs/stress-des.md",
    items: [
      ...counted("1", 3),
      ...counted("2", 4),
      ...counted("2.5", 5),
      ...counted("3", 4),
      ...counted("4", 3),
      ...counted("5", 4),
      "6.1",
    ],
  },
];

const ANSWERED = {
  yes: { nb: "Besvart", en: "Answered" },
  partly: { nb: "Delvis", en: "In part" },
  no: { nb: "Ikke gjort", en: "Not done" },
};

/** The anchor that GitHub gives a heading. */
const anchor = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");

const hasHeading = (text, heading) =>
  text.split("\n").some((line) => line.startsWith("#") && line.replace(/^#+ /, "").replaceAll("`", "") === heading);

/** What is wrong with where an answer points to; `read` gives a file's text, or null where there is none. */
function pointerFaults({ file, section, holds }, read) {
  const text = read(file);
  if (text === null) return [`${file} is not in the repository`];
  const faults = [];
  if (section !== undefined && !hasHeading(text, section)) faults.push(`${file} has no heading "${section}"`);
  if (holds !== undefined && !text.includes(holds)) faults.push(`${file} doesn't hold "${holds}"`);
  return faults;
}

function itemFaults(item, read) {
  const faults = [];
  if (!(item.answered in ANSWERED)) faults.push(`answered is "${item.answered}", not one of ${Object.keys(ANSWERED)}`);
  for (const key of ["asks", "answer"])
    for (const language of ["nb", "en"]) if (!item[key]?.[language]?.trim()) faults.push(`${key}.${language} is empty`);
  if (item.answered !== "no" && !item.where?.length) faults.push("an answer says where it stands");
  return [...faults, ...(item.where ?? []).flatMap((pointer) => pointerFaults(pointer, read))];
}

/** Everything that is wrong with a source, a line each. */
export function sourceFaults(source, numbers, read) {
  const items = source.chapters.flatMap((chapter) => chapter.items);
  const times = (number) => items.filter((item) => item.number === number).length;
  return [
    ...numbers
      .filter((number) => times(number) !== 1)
      .map((number) => `item ${number} is answered ${times(number)} times`),
    ...items.filter((item) => !numbers.includes(item.number)).map((item) => `there is no item ${item.number}`),
    ...items.flatMap((item) => itemFaults(item, read).map((fault) => `item ${item.number}: ${fault}`)),
  ];
}

function link({ file, section, holds }) {
  const to = file.startsWith("docs/") ? file.slice("docs/".length) : `../${file}`;
  const name = file.replace(/^docs\//, "");
  const place = section ?? holds;
  return `[${name}${place === undefined ? "" : `: ${place}`}](${to}${section === undefined ? "" : `#${anchor(section)}`})`;
}

function itemText(item) {
  const said = ANSWERED[item.answered];
  return [
    `### ${item.number} ${item.asks.en}`,
    `**${said.en}.** ${item.answer.en}`,
    `*${item.asks.nb}.* **${said.nb}.** ${item.answer.nb}`,
    ...(item.where?.length ? [item.where.map(link).join(" · ")] : []),
  ].join("\n\n");
}

/** The page of a source. */
export function pageOf(source, sourceFile) {
  const items = source.chapters.flatMap((chapter) => chapter.items);
  const tally = Object.keys(ANSWERED).map((key) => [ANSWERED[key], items.filter((item) => item.answered === key)]);
  const row = ([said, which]) =>
    `| ${said.en} / ${said.nb} | ${which.length} | ${which.map((i) => i.number).join(", ") || "none"} |`;
  return `${[
    `# ${source.title.en}`,
    `<!-- Written from ${sourceFile} by ./dev docs; what is changed here is lost. -->`,
    source.about.en,
    source.about.nb,
    `Guideline: ${source.guideline}`,
    ["| | items | which |", "|---|--:|---|", ...tally.map(row)].join("\n"),
    ...source.chapters.flatMap((chapter) => [`## ${chapter.en} / ${chapter.nb}`, ...chapter.items.map(itemText)]),
  ].join("\n\n")}\n`;
}

const fromDisk = (file) => (existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : null);

function write(check) {
  for (const { source: file, page, items } of GUIDELINES) {
    const source = JSON.parse(fromDisk(file));
    const faults = sourceFaults(source, items, fromDisk);
    const text = pageOf(source, file);
    if (check && fromDisk(page) !== text) faults.push(`${page} is not what this gives; ./dev docs writes it`);
    else if (!check && faults.length === 0) writeFileSync(join(root, page), text);
    for (const fault of faults) console.log(`${file}: ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) write(process.argv[2] === "--check");
