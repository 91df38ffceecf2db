// @ts-check
// Questions while somebody moves a slider: one at a time, and of those that wait only the newest of each alternative.

/** @typedef {{ text: string, answer?: any, problems?: any[], failed?: string, ms?: number }} Answered */

/**
 * @param {(name: string, text: string) => Promise<any>} ask
 * @param {(id: string, answered: Answered) => void} heard
 */
export function questions(ask, heard) {
  const waiting = /** @type {Map<string, string>} */ (new Map());
  let busy = false;
  const one = async (/** @type {string} */ id, /** @type {string} */ text) => {
    const begun = performance.now();
    try {
      const answer = await ask(`${id}.toml`, text);
      heard(id, { text, answer, ms: performance.now() - begun });
    } catch (error) {
      const { problems, message } = /** @type {any} */ (error);
      heard(id, problems ? { text, problems } : { text, failed: message });
    }
  };
  const turn = async () => {
    if (busy) return;
    busy = true;
    while (waiting.size > 0) {
      const [[id, text]] = waiting;
      waiting.delete(id);
      await one(id, text);
    }
    busy = false;
  };
  return {
    /** @param {string} id @param {string} text */
    put(id, text) {
      waiting.delete(id);
      waiting.set(id, text);
      void turn();
    },
    forget: () => waiting.clear(),
    idle: () => !busy && waiting.size === 0,
  };
}
