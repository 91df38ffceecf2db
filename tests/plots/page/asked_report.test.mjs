// A report that can be asked, without its engine: what the file holds, and what a browser shows where the engine can't start. With the
// engine it is tested in tests/page.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { makeSample } from "../make_sample.mjs";

const plots = fileURLToPath(new URL("../../../plots", import.meta.url));
const require = createRequire(new URL("../../../plots/package.json", import.meta.url));
const ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"];
let folder, results, parts, browser, still, asked;

const node = (script, ...words) => execFileSync(process.execPath, [join(plots, script), ...words]);
const report = () => readFileSync(join(results, "report.html"), "utf8");
const ask = (...more) =>
  node("render.mjs", results, "--quiet", "--what-if", join(folder, "page.json"), "--parts", parts, ...more);

before(() => {
  folder = mkdtempSync(join(tmpdir(), "framsyn-asked-"));
  parts = join(folder, "parts");
  results = makeSample(join(folder, "results"));
  node("tools/bundle_page.mjs", parts);
  writeFileSync(join(parts, "engine.wasm"), "no engine");
  const text = join(folder, "baseline.toml");
  writeFileSync(text, 'schema = 1\n[scenario]\nid = "r"\ntitle = "R"\n# secret words\n');
  const region = {
    root: "baseline.toml",
    asked: "",
    files: { "baseline.toml": text },
    results,
    services: true,
    hashes: {},
  };
  writeFileSync(join(folder, "page.json"), JSON.stringify({ draws: 200, regions: [region] }));
  node("render.mjs", results, "--quiet");
  still = report();
  ask();
  asked = report();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("drawn again without the panel the report has the bytes that it had, and with it twice the same bytes", () => {
  ask();
  assert.equal(report(), asked);
  node("render.mjs", results, "--quiet");
  assert.equal(report(), still);
});

test("all of the report stands in the file as it was, in front of the panel", () => {
  const [, body] = /<body>\n([^]*)<\/body>/.exec(still);
  assert.ok(asked.includes(`<div id="page">\n${body}\n</div>`));
  const [, style] = /<style>([^]*?)<\/style>/.exec(still);
  assert.ok(asked.includes(`<style id="still">${style}</style>`));
});

test("the policy lets one script run, and nothing be fetched or sent", () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(asked)[1];
  const [, script] = /<script>([^]*)<\/script>\n<\/body>/.exec(asked);
  const hash = createHash("sha256").update(script).digest("base64");
  assert.ok(policy.includes("default-src 'none'"));
  assert.ok(policy.includes(`script-src 'sha256-${hash}' 'wasm-unsafe-eval';`));
  assert.doesNotMatch(policy, /unsafe-inline'(?!;)|https?:|\*|connect-src|'unsafe-eval'/);
});

test("without the engine's parts nothing is drawn, and it says which is missing", () => {
  node("render.mjs", results, "--quiet");
  const words = ["render.mjs", results, "--what-if", join(folder, "page.json"), "--parts", join(folder, "nowhere")];
  const { status, stderr } = spawnSync(process.execPath, [join(plots, words[0]), ...words.slice(1)], {
    encoding: "utf8",
  });
  assert.equal(status, 1);
  assert.match(stderr, /nowhere\/engine\.wasm: finnes ikke/);
  assert.equal(report(), still);
});

test("where no script runs, and where the engine can't start, the report is there; nothing is asked for", async () => {
  browser = await require("playwright-core").chromium.launch({ executablePath: "/usr/bin/chromium", args: ARGUMENTS });
  mkdirSync(join(folder, "opened"));
  const file = join(folder, "opened", "report.html");
  writeFileSync(file, asked);
  const quiet = await browser.newContext({ javaScriptEnabled: false });
  const without = await quiet.newPage();
  await without.goto(pathToFileURL(file).href);
  assert.ok((await without.locator("main svg").count()) > 0);
  assert.equal(await without.locator("header.top").count(), 0);
  await quiet.close();

  const page = await browser.newPage();
  const requests = [],
    complaints = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(pathToFileURL(file).href);
  await page.waitForFunction(() => /bare rapporten/.test(document.querySelector(".status")?.textContent ?? ""));
  await page.frameLocator("iframe").locator("h1").waitFor();
  assert.equal(await page.locator("style#still").count(), 0);
  const others = requests.filter((url) => !/^(data|blob):/.test(url) && url !== pathToFileURL(file).href);
  assert.deepEqual([...others, ...complaints], []);
  await page.close();
});

test("in English its own words are English too", async () => {
  ask("--lang", "en");
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(results, "report.html")).href);
  await page.waitForFunction(() => /only the report/.test(document.querySelector(".status")?.textContent ?? ""));
  assert.equal(await page.getAttribute("html", "lang"), "en");
  await page.close();
});
