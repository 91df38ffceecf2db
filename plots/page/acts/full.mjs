// @ts-check
// Running in full.
import { fullRun } from "../work/full_run.mjs";
import { Stopped } from "../work/remote.mjs";
import { refusal } from "./refusal.mjs";

/** @param {any} app @param {(selector: string) => void} focus */
export function fullActs(app, focus) {
  let running = /** @type {{ stop: () => void } | null} */ (null);
  const jobOf = async (/** @type {string} */ id) => {
    const alternative = app.work.alternatives.find((/** @type {any} */ one) => one.id === id);
    const { text } = app.fileOf(alternative),
      name = `${id}.toml`;
    const about = await app.asker.call("about", name, text);
    return { ...about, alternative: id, title: alternative.name, name, text };
  };
  return {
    async runFull(/** @type {string[]} */ ids) {
      const begun = performance.now();
      app.full = { running: true, progress: { done: 0, left: null, stage: "sampling" } };
      focus(".progress button"); // in the place of the one that was pressed
      try {
        const asked = [];
        const stopped = new Promise((_, failed) => (running = { stop: () => failed(new Stopped()) }));
        // Who is asked may be busy with a question.
        for (const id of ids) asked.push(await Promise.race([jobOf(id), stopped]));
        const tell = (/** @type {any} */ progress) => {
          app.full = { ...app.full, progress };
          app.show();
        };
        const run = fullRun({ start: app.startWorker, workers: app.workers, asked, tell });
        running = run;
        const result = { ...(await run.outcome), asked };
        app.full = {
          ...{ running: false, progress: app.full.progress, result },
          seconds: (performance.now() - begun) / 1000,
        };
      } catch (error) {
        const cancelled = error instanceof Stopped;
        const failed = cancelled ? "" : refusal(error, app.words.t).join(" ");
        app.full = { running: false, progress: app.full.progress, cancelled, failed };
      }
      running = null;
      // Nobody is taken away from where they have gone meanwhile.
      if (document.activeElement?.closest(".progress")) focus(".full [tabindex='-1']");
      else app.show();
    },
    cancelFull: () => running?.stop(),
  };
}
