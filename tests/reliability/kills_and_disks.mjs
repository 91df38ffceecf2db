#!/usr/bin/env node
// kills_and_disks.mjs COMMAND [--trials N] [--seed S] [--quick]: kills run, project and plot at random moments, lets them write
// to disks that become full and prints what held as Markdown (docs/reliability.md). Exit 1 if something did not.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";

const command = resolve(process.argv[2]);
const option = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const trials = option("--trials", 100);
const seed = option("--seed", Math.floor(Math.random() * 2 ** 31));

/** The quick ones are of people alone, which nothing simulates. */
const quick = process.argv.includes("--quick");
const scenarios = join(dirname(fileURLToPath(import.meta.url)), "../../scenarios");
const SCENARIO = join(scenarios, quick ? "eksempel-femaar" : "helse-nord", "baseline.toml");
const SIZE = ["--set", "run.draws=10", "--replications", "4", "--quiet"];
const VERBS = {
  run: ["run", SCENARIO, ...SIZE, "--seed", "2", "--out", "out"],
  project: ["project", SCENARIO, ...SIZE, "--seed", "2", "--out", "out"],
  plot: ["plot", "out", "--quiet"],
};
if (quick) delete VERBS.run;
const CODES = { INT: 130, TERM: 130, HUP: 130, KILL: null };
const LONGEST_S = 1;
/** Before it has begun to run a program ends as the system has it, and nothing is written yet. */
const LOADED_MS = 50;

/** Mulberry32: the same trials for the same seed. */
function luckOf(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}
const luck = luckOf(seed);
const pick = (list) => list[Math.floor(luck() * list.length)];

const place = mkdtempSync(join(tmpdir(), "framsyn-reliability-"));
const earlier = join(place, "earlier");

/** A folder with an earlier result, and in it a file that somebody keeps there. */
function begin(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  spawnSync("cp", ["-r", join(earlier, "out"), join(folder, "out")]);
  writeFileSync(join(folder, "out", "notes.txt"), "kept");
}

function start(args, folder, shell) {
  const words = shell ? ["bash", "-c", `${shell}; exec "$0" "$@"`, command, ...args] : [command, ...args];
  const child = spawn(words[0], words.slice(1), { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  let at = 0;
  child.once("exit", () => (at = performance.now())); // Node may hold the pipe for a moment longer
  const ended = new Promise((done) => child.once("close", (code) => done({ code, said, at })));
  return { child, ended };
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

/** What is wrong with the result: it must be whole, of one run, with the file that isn't ours still in it. */
function faultOfResult(folder) {
  const out = join(folder, "out");
  if (!existsSync(join(out, "manifest.json"))) return "there is no result any more";
  const { outputs } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
  for (const [name, sum] of Object.entries(outputs)) {
    if (!existsSync(join(out, name))) return `${name} is missing`;
    const is = createHash("sha256")
      .update(readFileSync(join(out, name)))
      .digest("hex");
    if (is !== sum) return `${name} is not what the manifest says`;
  }
  const others = filesBelow(out)
    .map((path) => relative(out, path))
    .filter((name) => !(name in outputs) && name !== "manifest.json");
  if (others.join() !== "notes.txt")
    return `not in the manifest: ${others.join(", ") || "nothing, and notes.txt is gone"}`;
  return "";
}

const faultBeside = (folder) => {
  const beside = readdirSync(folder).filter((name) => name !== "out");
  return beside.length > 0 ? `left beside the result: ${beside.join(", ")}` : "";
};

/** Processes that still work for a folder. */
function atWorkFor(folder) {
  return readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(folder);
    } catch {
      return false; // it has ended
    }
  });
}

async function allEnded(folder) {
  for (let i = 0; i < 30; ++i) {
    if (atWorkFor(folder).length === 0) return true;
    await wait(100);
  }
  return false;
}

const counts = new Map();
const faults = [];
let longest = 0;

function count(what, trial, fault) {
  const row = counts.get(what) ?? { tried: 0, held: 0 };
  counts.set(what, { tried: row.tried + 1, held: row.held + (fault ? 0 : 1) });
  if (fault) faults.push(`trial ${trial}, ${what}: ${fault}`);
}

async function killOne(trial, lengths) {
  const folder = join(place, `t${trial}`);
  const verb = pick(Object.keys(VERBS)),
    signal = pick(Object.keys(CODES)),
    after = LOADED_MS + luck() * lengths[verb] * 1.1;
  begin(folder);
  const { child, ended } = start(VERBS[verb], folder);
  const early = await Promise.race([ended, wait(after)]);
  const at = performance.now();
  child.kill(`SIG${signal}`);
  const end = await ended;
  const name = `${verb} at ${(after / 1000).toFixed(2)} s by ${signal}`;
  if (!early) {
    const seconds = signal === "KILL" ? 0 : (end.at - at) / 1000; // that one the system carries out
    longest = Math.max(longest, seconds);
    const right = end.code === CODES[signal] || end.code === 0; // it may just have ended
    count("exit code is 130 (KILL: none)", trial, right ? "" : `${name}: ${end.code} ${end.said}`);
    count("ends within a second", trial, seconds <= LONGEST_S ? "" : `${name}: ${seconds.toFixed(2)} s`);
  }
  count("Node has ended too", trial, (await allEnded(folder)) ? "" : name);
  const fault = signal === "KILL" ? "" : faultOfResult(folder) || faultBeside(folder);
  if (signal !== "KILL")
    count("INT, TERM, HUP: a whole result, nothing beside it", trial, fault && `${name}: ${fault}`);
  const again = await start(VERBS.plot, folder).ended;
  const after_plot = again.code === 0 ? faultOfResult(folder) || faultBeside(folder) : `plot: ${again.said}`;
  count("after the next plot: a whole result, nothing beside it", trial, after_plot && `${name}: ${after_plot}`);
  rmSync(folder, { recursive: true, force: true });
}

const REASONS = /disken|ulimit/;

async function fillOne(trial, mounted) {
  const folder = mounted ? join(place, "small", `t${trial}`) : join(place, `t${trial}`);
  const verb = pick(Object.keys(VERBS).filter((name) => name !== "plot"));
  begin(folder);
  const blocks = Math.floor(16 * 2 ** (luck() * 5)); // of 1 kB: every table is larger than the least of them
  if (mounted)
    spawnSync("mount", ["-o", `remount,size=${usedBy(join(place, "small")) + blocks * 4}k`, join(place, "small")]);
  const end = await start(VERBS[verb], folder, mounted ? undefined : `ulimit -f ${blocks}`).ended;
  const what = mounted ? "small disk" : "small files (ulimit -f)";
  const name = `${verb} with ${blocks} kB`;
  const right = end.code === 0 || (end.code === 1 && REASONS.test(end.said));
  count(`${what}: exit code 1 with the reason, or room enough`, trial, right ? "" : `${name}: ${end.code} ${end.said}`);
  const fault = faultOfResult(folder) || faultBeside(folder);
  count(`${what}: a whole result, nothing beside it`, trial, fault && `${name}: ${fault}`);
  rmSync(folder, { recursive: true, force: true });
}

const usedBy = (folder) => Number(spawnSync("du", ["-sk", folder], { encoding: "utf8" }).stdout.split("\t")[0]);

/** Whether a disk of our own could be mounted (root only). */
function mountSmall() {
  mkdirSync(join(place, "small"));
  return spawnSync("mount", ["-t", "tmpfs", "-o", "size=64m", "tmpfs", join(place, "small")]).status === 0;
}

async function measure() {
  mkdirSync(earlier);
  const lengths = {};
  for (const verb of Object.keys(VERBS)) {
    const begun = performance.now();
    const end = await start(VERBS[verb], earlier).ended;
    if (end.code !== 0) throw new Error(`${verb}: ${end.code} ${end.said}`);
    lengths[verb] = performance.now() - begun;
  }
  return lengths;
}

let mounted = false;
try {
  const lengths = await measure();
  for (let trial = 0; trial < trials; ++trial) await killOne(trial, lengths);
  const fills = Math.ceil(trials / 5);
  for (let trial = trials; trial < trials + fills; ++trial) await fillOne(trial, false);
  mounted = mountSmall();
  for (let trial = trials + fills; mounted && trial < trials + 2 * fills; ++trial) await fillOne(trial, true);
} finally {
  if (mounted) spawnSync("umount", [join(place, "small")]);
  rmSync(place, { recursive: true, force: true });
}
console.log(`Seed ${seed}. Longest from a signal to the end: ${longest.toFixed(2)} s.\n`);
console.log("| what | tried | held |\n|---|--:|--:|");
for (const [what, { tried, held }] of counts) console.log(`| ${what} | ${tried} | ${held} |`);
if (!mounted) console.log("\nNo small disk was tried: mounting one takes root.");
for (const fault of faults) console.log(`\n${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
