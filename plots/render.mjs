#!/usr/bin/env node
// Charts and report from a result directory: node plots/render.mjs DIR [--images] [--lang nb|en] [--edited FILE] [--quiet] [--wait]
// [--what-if DESCRIPTION --parts PARTS]: with these the report can be asked, as machine/carry.mjs says.
// Exit 0 done, 1 failed, 2 bad input or usage. Nothing in DIR changes unless everything could be made.
// With --wait it is ready and begins when a byte comes in on standard input; when that ends, it ends too.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { chartsOf, COMPARISON_CHARTS, isChartName } from "./charts/list.mjs";
import { renderSvg } from "./draw/vega_svg.mjs";
import { carriedBy, describedRegions, mustHaveParts, PartMissing, policyHash } from "./machine/carry.mjs";
import { folderSource } from "./machine/folder.mjs";
import { COMPARISON_PAGE, putInPlace, REPORT } from "./machine/place.mjs";
import { mustDrawLetters, RasterError, rasterQueue } from "./machine/raster.mjs";
import { pageDocument } from "./page/document.mjs";
import { toldOf } from "./page/told.mjs";
import { isComparison, loadComparison } from "./read/comparison.mjs";
import { InputError } from "./read/input_error.mjs";
import { loadResults } from "./read/results.mjs";
import { comparisonPage } from "./report/comparison.mjs";
import { report } from "./report/page.mjs";
import { STYLE } from "./report/style.mjs";
import { LANGUAGES, makeTexts } from "./say/texts.mjs";

function readArguments(args) {
  const options = {
    lang: "nb",
    images: false,
    quiet: false,
    edited: [],
    whatIf: undefined,
    parts: "",
    directory: undefined,
    wait: false,
    wrong: false,
  };
  for (let i = 0; i < args.length; ++i) {
    const [name, attached] =
      args[i].startsWith("--") && args[i].includes("=")
        ? [args[i].slice(0, args[i].indexOf("=")), args[i].slice(args[i].indexOf("=") + 1)]
        : [args[i], undefined];
    const value = () => attached ?? args[++i] ?? "";
    if (name === "--lang") options.lang = value();
    else if (name === "--edited") options.edited.push(value());
    else if (name === "--what-if") options.whatIf = value();
    else if (name === "--parts") options.parts = value();
    else if (name === "--images") options.images = true;
    else if (name === "--quiet") options.quiet = true;
    else if (name === "--wait") options.wait = true;
    else if (name.startsWith("-") || options.directory !== undefined) options.wrong = true;
    else options.directory = name;
  }
  if (!LANGUAGES.includes(options.lang)) Object.assign(options, { lang: "nb", wrong: true });
  if (options.directory === undefined) options.wrong = true;
  return options;
}

/** What is made of a source: its charts, and a page of them by this name. */
function planOf(source, texts) {
  if (isComparison(source)) {
    const results = loadComparison(source);
    const page = (charts, edited) => comparisonPage(results, texts, charts, edited);
    return { charts: chartsOf(results, texts, COMPARISON_CHARTS), name: COMPARISON_PAGE, page };
  }
  const results = loadResults(source);
  const page = (charts, edited) => report(results, texts, charts, edited);
  return { charts: chartsOf(results, texts), name: REPORT, page };
}

/** A report that can be asked: the same, with the engine and the texts that it is of. */
function asked(page, lang, { whatIf, parts }) {
  const { draws, regions } = describedRegions(whatIf);
  const told = toldOf(regions, [true]);
  return pageDocument({
    ...carriedBy(parts, draws, told, [page], lang),
    report: page,
    hash: policyHash,
    styles: [`\n${STYLE}`],
  });
}

/** Makes everything in `work`, then moves it into place. Returns the number of charts and the page's name. */
async function render(source, work, texts, { directory, edited, images, whatIf, parts }) {
  const plan = planOf(source, texts);
  const charts = [],
    queue = images ? rasterQueue() : null;
  for (const chart of plan.charts) {
    await nextTurn(); // a signal, or the end of who started this, is heard between two charts
    const svg = await renderSvg(chart),
      path = join(work, `${chart.name}.svg`);
    writeFileSync(path, svg);
    queue?.add(path, svg);
    charts.push({ ...chart, svg });
  }
  const page = plan.page(charts, edited);
  writeFileSync(join(work, plan.name), whatIf ? asked(page, texts.lang, { whatIf, parts }) : page);
  await queue?.done();
  putInPlace(work, directory, plan.name, isChartName);
  return { charts: charts.length, page: plan.name };
}

/** Whether somebody says when to begin. */
function told() {
  return new Promise((resolve) => {
    process.stdin.once("data", () => resolve(true));
    process.stdin.once("end", () => resolve(false));
  });
}

const FULL = ["ENOSPC", "EDQUOT", "EFBIG"];

function explain(error, texts, directory) {
  if (error instanceof InputError) {
    const place = error.line > 0 ? `${error.file}:${error.line}` : error.file;
    return { code: 2, message: `${place}: ${texts.t(`errors.${error.key}`, error.values)}` };
  }
  if (FULL.includes(error.code)) return { code: 1, message: `${directory}: ${texts.t("errors.full")}` };
  if (error instanceof PartMissing) return { code: 1, message: error.message };
  if (error instanceof RasterError) return { code: 1, message: texts.t(`errors.${error.key}`, error.values) };
  return { code: 1, message: error.stack ?? String(error) };
}

async function main() {
  const options = readArguments(process.argv.slice(2));
  const texts = makeTexts(options.lang);
  if (options.wrong) {
    process.stderr.write(`${texts.t("errors.usage")}\n`);
    return 2;
  }
  const { directory } = options;
  let work;
  const clean = () => {
    if (work) rmSync(work, { recursive: true, force: true });
  };
  if (options.wait) {
    if (!(await told())) return 1;
    const leave = () => {
      clean();
      process.exit(1);
    };
    if (process.stdin.readableEnded) return 1;
    process.stdin.once("end", leave);
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.once(signal, () => {
      clean();
      process.kill(process.pid, signal);
    });
  try {
    const source = folderSource(directory);
    if (options.images) mustDrawLetters();
    if (options.whatIf) mustHaveParts(options.parts);
    work = mkdtempSync(join(directory, ".charts-"));
    const made = await render(source, work, texts, options);
    if (!options.quiet) process.stdout.write(`${texts.t("done", { ...made, directory })}\n`);
    return 0;
  } catch (error) {
    const { code, message } = explain(error, texts, directory);
    process.stderr.write(`${message}\n`);
    return code;
  } finally {
    clean();
    process.stdin.destroy();
  }
}

process.exitCode = await main();
