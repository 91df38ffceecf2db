// A hundred moves of a slider on the shipped region: how long until the answer stands there.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { after, before, test } from "node:test";

import { ask, goTo, launch, open, pageOf, regionIn, workFolder } from "./helpers.mjs";

const MOVES = 100,
  MEDIAN_MS = 150,
  NEARLY_ALL_MS = 300;
const folder = workFolder();
let browser, page;

before(async () => {
  browser = await launch();
  ({ page } = await open(browser, pageOf(regionIn(folder), folder)));
  await goTo(page, "ask");
  await ask(page, "stay");
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test(`of ${MOVES} moves half are answered within ${MEDIAN_MS} ms and 95 % within ${NEARLY_ALL_MS} ms`, async () => {
  const times = await page.evaluate(async (moves) => {
    const slider = document.querySelector(".action input[type=range]"),
      answer = document.querySelector(".answer");
    const took = [];
    for (let i = 0; i < moves; ++i) {
      const before = answer.querySelector(".took").textContent + answer.querySelector(".headline").textContent;
      const begun = performance.now();
      slider.value = String(-1 - (i % 40));
      slider.dispatchEvent(new window.Event("input", { bubbles: true }));
      await new Promise((done) => {
        const look = new window.MutationObserver(() => {
          if (answer.querySelector(".took").textContent + answer.querySelector(".headline").textContent === before)
            return;
          look.disconnect();
          done();
        });
        look.observe(answer, { subtree: true, childList: true, characterData: true });
        setTimeout(done, 1000); // the same words by chance
      });
      took.push(performance.now() - begun);
      await new Promise((done) => setTimeout(done, 60));
    }
    return took.sort((a, b) => a - b);
  }, MOVES);
  const at = (share) => Math.round(times[Math.floor(share * times.length)]);
  console.log(`median ${at(0.5)} ms, 95 % within ${at(0.95)} ms`);
  assert.ok(at(0.5) < MEDIAN_MS, `median ${at(0.5)} ms`);
  assert.ok(at(0.95) < NEARLY_ALL_MS, `95 % within ${at(0.95)} ms`);
});
