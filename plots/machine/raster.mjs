// PDF and PNG from SVG files with rsvg-convert, two at a time.
import { spawn } from "node:child_process";

const PROCESSES = 2;
const SCALE = "1";

export class RasterError extends Error {
  constructor(key, text) { super(`${key}: ${text}`); Object.assign(this, { key, values: { text } }); }
}

function convert(args) {
  return new Promise((resolve, reject) => {
    const child = spawn("rsvg-convert", args, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, SOURCE_DATE_EPOCH: "0" } });
    let said = "";
    child.stderr.on("data", (chunk) => { said += chunk; });
    child.on("error", (error) => reject(new RasterError(error.code === "ENOENT" ? "no_rsvg" : "rsvg", error.message)));
    child.on("close", (code) => (code === 0 ? resolve() : reject(new RasterError("rsvg", said.trim() || `exit ${code}`))));
  });
}

/** A queue of conversions: add(svgPath) as soon as a file is there, then await done(). The first failure stops the rest. */
export function rasterQueue() {
  const waiting = [];
  const running = new Set();
  let failure = null, closed = false, wake = () => {};
  const pump = () => {
    while (!failure && running.size < PROCESSES && waiting.length > 0) {
      const job = convert(waiting.shift()).catch((error) => { failure ??= error; }).then(() => { running.delete(job); pump(); });
      running.add(job);
    }
    if (closed && running.size === 0 && (failure || waiting.length === 0)) wake();
  };
  return {
    add(svgPath) {
      const base = svgPath.slice(0, -".svg".length);
      waiting.push(["--zoom", SCALE, "--output", `${base}.png`, svgPath], ["--format", "pdf", "--output", `${base}.pdf`, svgPath]);
      pump();
    },
    async done() {
      await new Promise((resolve) => { wake = resolve; closed = true; pump(); });
      if (failure) throw failure;
    },
  };
}
