// @ts-check
// A worker as an object: call(method, ...args) gives a promise, give(method, ...args) too and hands over the bytes among them, stop() ends
// it at once with all that it was doing.

/** Bad input: what stands where. */
export class RefusedInput extends Error {
  /** @param {{file: string, line: number, column: number, message: string}[]} problems */
  constructor(problems) {
    super(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join("\n"));
    this.problems = problems;
  }
}

/** Somebody has ended it. */
export class Stopped extends Error {}

/** @param {string} address a Blob's URL @returns {Remote} */
export function startRemote(address) {
  const worker = new Worker(address);
  const waiting = /** @type {Map<number, { done: (result: any) => void, failed: (error: Error) => void }>} */ (
    new Map()
  );
  let last = 0,
    stopped = false;
  worker.onmessage = ({ data: { id, result, error } }) => {
    const call = waiting.get(id);
    if (!call) return;
    waiting.delete(id);
    if (!error) call.done(result);
    else call.failed(error.kind === "refused" ? new RefusedInput(error.problems) : new Error(error.message));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    for (const { failed } of waiting.values()) failed(new Error(event.message));
    waiting.clear();
  };
  const send = (/** @type {string} */ method, /** @type {any[]} */ args, /** @type {ArrayBuffer[]} */ transfer) =>
    new Promise((done, failed) => {
      if (stopped) return failed(new Stopped());
      waiting.set(++last, { done, failed });
      worker.postMessage({ id: last, method, args }, transfer);
    });
  return {
    call: (method, ...args) => send(method, args, []),
    give: (method, ...args) => send(method, args, buffersIn(args)),
    stop() {
      stopped = true;
      worker.terminate();
      for (const { failed } of waiting.values()) failed(new Stopped());
      waiting.clear();
    },
  };
}

/** @param {any[]} args @returns {ArrayBuffer[]} */
const buffersIn = (args) =>
  args
    .flat()
    .filter((one) => one instanceof Uint8Array)
    .map(({ buffer }) => /** @type {ArrayBuffer} */ (buffer));

/**
 * @typedef {{ call: (method: string, ...args: any[]) => Promise<any>, give: (method: string, ...args: any[]) => Promise<any>,
 *   stop: () => void }} Remote
 */
