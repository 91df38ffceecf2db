// What an hour of use leaves in memory: a slider moved, runs in full, undo and redo, alternatives opened and closed. With FRAMSYN_PAGE_HOUR
// as much as somebody does in an hour on the shipped region, else a little of each on fewer draws.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { after, before, test } from "node:test";
import process from "node:process";

import { answered, ARGUMENTS, ask, fromPlots, goTo, open, pageOf, regionIn, workFolder } from "./helpers.mjs";

const { chromium } = fromPlots("playwright-core");
const HOUR = Boolean(process.env.FRAMSYN_PAGE_HOUR);
const ROUNDS = HOUR ? 20 : 3,
  MOVES = HOUR ? 100 : 20,
  MOST_MB = 500,
  GROWS_MB = 8, // a round
  REST_MS = HOUR ? 60_000 : 15_000;
const folder = workFolder();
let server, browser;

before(async () => {
  server = await chromium.launchServer({ executablePath: "/usr/bin/chromium", args: ARGUMENTS });
  browser = await chromium.connect(server.wsEndpoint());
});
after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Megabytes that the page's own processes hold, as the kernel counts them: shared ones by their part. */
function renderersMb() {
  const parents = new Map();
  for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name)))
    try {
      const stat = readFileSync(`/proc/${id}/stat`, "utf8");
      parents.set(Number(id), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {
      // It has ended meanwhile.
    }
  const isOurs = (id) => id === server.process().pid || (parents.has(id) && isOurs(parents.get(id)));
  let kilobytes = 0;
  for (const id of [...parents.keys()].filter(isOurs))
    try {
      if (!readFileSync(`/proc/${id}/cmdline`, "utf8").includes("--type=renderer")) continue;
      kilobytes += Number(/^Pss: +(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, "utf8"))[1]);
    } catch {
      // The same.
    }
  return kilobytes / 1024;
}

/** Of each worker's engine. */
const engineMb = (worker) =>
  worker.evaluate(
    () =>
      new Promise((done) => {
        const post = globalThis.postMessage;
        globalThis.postMessage = ({ result }) => {
          globalThis.postMessage = post;
          done(result / 2 ** 20);
        };
        globalThis.onmessage({ data: { id: -1, method: "memory", args: [] } });
      }),
  );

test(`${ROUNDS} rounds of moving, running, undoing and copying stay below ${MOST_MB} MB`, async () => {
  const region = regionIn(folder, HOUR ? {} : { draws: 200, replications: 4 });
  const { page, context } = await open(browser, pageOf(region, folder));
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const measured = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (name) => metrics.find((one) => one.name === name).value;
    const engines = await Promise.all(page.workers().map(engineMb));
    return {
      renderers: Math.round(renderersMb()),
      heap: Math.round(of("JSHeapUsedSize") / 2 ** 20),
      nodes: of("Nodes"),
      engines: engines.map(Math.round).join(" + "),
    };
  };
  await goTo(page, "ask");
  await ask(page, "stay");
  const rounds = []; // no handles of elements are kept: they would keep what they belong to
  for (let round = 0; round < ROUNDS; ++round) {
    const slider = page.locator(".action input[type=range]").first();
    await slider.focus();
    for (let i = 0; i < MOVES; ++i) await page.keyboard.press(i % 20 < 10 ? "ArrowLeft" : "ArrowRight");
    await answered(page);
    await page.click(".tools button:has-text('Kopier')");
    await ask(page, "open");
    await goTo(page, "beside");
    await page.locator(".side-by-side figure img").first().waitFor({ timeout: 60_000 });
    await goTo(page, "ask");
    await page.click(".full button.main");
    await page.locator(".progress").waitFor();
    await page.locator(".progress").waitFor({ state: "detached", timeout: 600_000 });
    await page.locator(".results button:has-text('Vis')").first().click();
    await page.locator("dialog[open] iframe").waitFor();
    await page.click("dialog .close");
    for (let i = 0; i < 2; ++i) await page.click(".tools button:has-text('Angre')");
    for (let i = 0; i < 2; ++i) await page.click(".tools button:has-text('Gjør om')");
    await page.click(".tools button:has-text('Slett')");
    await answered(page);
    rounds.push(await measured());
    console.log(`round ${round + 1}: ${JSON.stringify(rounds.at(-1))}`);
  }
  // What is given up by workers that have ended is given back to the machine by and by.
  await new Promise((done) => setTimeout(done, REST_MS));
  const left = Math.round(renderersMb());
  console.log(`a while after: ${left} MB`);
  assert.ok(left < MOST_MB, `${left} MB`);
  const [first, last] = [rounds[Math.min(1, ROUNDS - 1)], rounds.at(-1)];
  const grown = (last.heap - first.heap) / Math.max(1, ROUNDS - 2);
  assert.ok(grown < GROWS_MB, `the heap grows by ${grown} MB a round`);
  await context.close();
});
