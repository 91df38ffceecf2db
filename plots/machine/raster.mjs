// PNG and PDF from SVG files with rsvg-convert, on all processors.
import { spawn, spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";

/** Pictures go on slides: at least twice as wide as the drawing, and no narrower than this many pixels. */
const SCALE = 2,
  NARROWEST = 1408;

export class RasterError extends Error {
  constructor(key, text) {
    super(`${key}: ${text}`);
    Object.assign(this, { key, values: { text } });
  }
}

function convert(args) {
  return new Promise((resolve, reject) => {
    const child = spawn("rsvg-convert", args, {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, SOURCE_DATE_EPOCH: "0" },
    });
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    child.on("error", (error) => reject(new RasterError(error.code === "ENOENT" ? "no_rsvg" : "rsvg", error.message)));
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new RasterError("rsvg", said.trim() || `exit ${code}`)),
    );
  });
}

/** A PNG of one letter. */
function letter(text) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text x="2" y="15">${text}</text></svg>`;
  const { status, stdout, stderr, error } = spawnSync("rsvg-convert", [], { input: svg });
  if (error) throw new RasterError(error.code === "ENOENT" ? "no_rsvg" : "rsvg", error.message);
  if (status !== 0) throw new RasterError("rsvg", String(stderr).trim() || `exit ${status}`);
  return stdout;
}

/** Throws RasterError unless pictures can be made here. Without fonts every letter is the same empty box. */
export function mustDrawLetters() {
  if (letter("Å").equals(letter("Ø"))) throw new RasterError("no_fonts", "");
}

const zoomOf = (svg) => Math.max(SCALE, NARROWEST / Number(/ width="([\d.]+)"/.exec(svg)[1]));

/** A queue of conversions: add(path, svg) as soon as a file is there, then await done(). The first failure stops the rest. */
export function rasterQueue() {
  const most = availableParallelism(),
    waiting = [],
    running = new Set();
  let failure = null,
    closed = false,
    wake = () => {};
  const pump = () => {
    while (!failure && running.size < most && waiting.length > 0) {
      const job = convert(waiting.shift())
        .catch((error) => {
          failure ??= error;
        })
        .then(() => {
          running.delete(job);
          pump();
        });
      running.add(job);
    }
    if (closed && running.size === 0 && (failure || waiting.length === 0)) wake();
  };
  return {
    add(path, svg) {
      const base = path.slice(0, -".svg".length);
      waiting.push(
        ["--zoom", String(zoomOf(svg)), "--output", `${base}.png`, path],
        ["--format", "pdf", "--output", `${base}.pdf`, path],
      );
      pump();
    },
    async done() {
      await new Promise((resolve) => {
        wake = resolve;
        closed = true;
        pump();
      });
      if (failure) throw failure;
    },
  };
}
