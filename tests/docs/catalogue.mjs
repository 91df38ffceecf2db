#!/usr/bin/env node
// node catalogue.mjs COMMAND [--check]: writes what the command knows of its result tables (framsyn schema results) into
// plots/read/columns.mjs and, between the marks of each table, docs/results.md; with --check fails where they differ.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const [command, check] = process.argv.slice(2);
const { tables } = JSON.parse(execFileSync(command, ["schema", "results"], { maxBuffer: 1 << 26 }));

function columnsModule() {
  const column = ({ name, type, may_be_empty, unit, nb, en }) =>
    `      ${JSON.stringify({ name, type, may_be_empty, unit, nb, en })},`;
  const table = (t) =>
    `    {\n      "file": ${JSON.stringify(t.file)},\n      "columns": [\n${t.columns.map(column).join("\n")}\n      ],\n    },`;
  return `// Every result table and its columns, as the command says (framsyn schema results; written by ./dev docs). Text is text
// whatever its values look like.
// prettier-ignore
export default {
  "tables": [
${tables.map(table).join("\n")}
  ],
};
`;
}

function markdown(table) {
  const row = (c) =>
    `| ${c.name} | ${c.type}${c.may_be_empty ? ", may be empty" : ""} | ${c.unit ?? ""} | ${c.en} | ${c.nb} |`;
  return ["| column | type | unit | meaning | på norsk |", "|---|---|---|---|---|", ...table.columns.map(row)].join(
    "\n",
  );
}

/** A section for a table that the page doesn't have yet, before that of the assumptions; what else is to be said of it is
 * written by hand. */
function withSection(page, table) {
  const section = `### ${table.file}\n\n${table.en}\n\n<!-- columns of ${table.file} -->\n\n<!-- end -->\n\n`;
  const at = page.indexOf("### assumptions.csv");
  return at < 0 ? `${page}\n${section}` : page.slice(0, at) + section + page.slice(at);
}

/** The page with every table's columns between its marks. */
function resultsPage(page) {
  for (const table of tables) {
    const begin = `<!-- columns of ${table.file} -->\n`,
      end = "\n<!-- end -->";
    if (!page.includes(begin)) page = withSection(page, table);
    const from = page.indexOf(begin);
    const to = page.indexOf(end, from);
    page = page.slice(0, from + begin.length) + markdown(table) + page.slice(to);
  }
  return page;
}

function keep(file, text) {
  const path = join(root, file),
    before = readFileSync(path, "utf8");
  if (before === text) return;
  if (check !== "--check") {
    writeFileSync(path, text);
    return;
  }
  console.log(`${file} is not what the command says of its tables; ./dev docs writes it`);
  process.exitCode = 1;
}

keep("plots/read/columns.mjs", columnsModule());
keep("docs/results.md", resultsPage(readFileSync(join(root, "docs/results.md"), "utf8")));
