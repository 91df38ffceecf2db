// The page's file without its engine, as where a policy forbids it: built from its parts, opened from disk. What needs the engine is
// tested in tests/page.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
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
const EVIL = `</script><script>document.title = "ran"</script>`;
let folder, browser, file;

const node = (script, ...words) => execFileSync(process.execPath, [join(plots, script), ...words]);

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "framsyn-no-engine-"));
  const parts = join(folder, "parts"),
    results = makeSample(join(folder, "results"));
  node("tools/bundle_page.mjs", parts);
  writeFileSync(join(parts, "engine.wasm"), "no engine");
  node("render.mjs", results, "--quiet");
  mkdirSync(join(folder, "texts"));
  const text = `schema = 1\n[scenario]\nid = "r"\ntitle = ${JSON.stringify(EVIL)}\n`;
  writeFileSync(join(folder, "texts", "baseline.toml"), text);
  const region = {
    ...{ root: "baseline.toml", files: { "baseline.toml": join(folder, "texts", "baseline.toml") } },
    ...{ results, services: true, hashes: {} },
  };
  writeFileSync(join(folder, "page.json"), JSON.stringify({ draws: 200, regions: [region] }));
  file = join(folder, "framsyn.html");
  node("make_page.mjs", join(folder, "page.json"), parts, file);
  const first = readFileSync(file);
  node("make_page.mjs", join(folder, "page.json"), parts, file);
  assert.ok(first.equals(readFileSync(file)), "the same input gave other bytes");
  browser = await require("playwright-core").chromium.launch({ executablePath: "/usr/bin/chromium", args: ARGUMENTS });
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the policy lets one script run, the one that is there, and nothing be fetched or sent", () => {
  const page = readFileSync(file, "utf8");
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)[1];
  const [, script] = /<script>([^]*)<\/script>\n<\/body>/.exec(page);
  const hash = createHash("sha256").update(script).digest("base64");
  assert.ok(policy.includes("default-src 'none'"));
  assert.ok(policy.includes(`script-src 'sha256-${hash}' 'wasm-unsafe-eval';`));
  assert.doesNotMatch(policy, /unsafe-inline'(?!;)|https?:|\*|connect-src|'unsafe-eval'/);
});

test("where the engine can't start the report is shown with one sentence why; nothing is asked for and nothing else runs", async () => {
  const page = await browser.newPage();
  const requests = [],
    complaints = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(pathToFileURL(file).href);
  await page.waitForFunction(() => /bare rapporten/.test(document.querySelector(".status")?.textContent ?? ""));
  await page.frameLocator("iframe").locator("h1").waitFor();
  assert.deepEqual(
    requests.filter((url) => !/^(data|blob):/.test(url)),
    [pathToFileURL(file).href],
  );
  assert.deepEqual(complaints, []);
  assert.notEqual(await page.title(), "ran");
  await page.click(".language");
  await page.waitForFunction(() => /only the report/.test(document.querySelector(".status")?.textContent ?? ""));
  assert.equal(await page.getAttribute("html", "lang"), "en");
  await page.close();
});

test("what is found stands in the file itself, for browsers that run no script", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  assert.ok((await page.textContent("h1")).length > 20);
  assert.match(await page.textContent("noscript"), /kjører ikke skript/);
  await context.close();
});
