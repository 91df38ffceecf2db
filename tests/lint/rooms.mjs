#!/usr/bin/env node
// node rooms.mjs ROOMS.json [--picture]: holds every include line of sim/, models/ and app/ against what the rooms' CMake
// targets say they use (ROOMS.json is written when CMake configures), and the picture in docs/architecture.md against
// both. With --picture prints that picture instead.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const MOST_PAIRS = 15;
const rooms = JSON.parse(readFileSync(process.argv[2], "utf8"));
const byName = new Map(rooms.map((room) => [room.room, room]));
const complaints = [];

/** The room that a file lies in: the one with the longest folder. */
function roomOf(file) {
  const inside = rooms.filter((room) => file.startsWith(`${room.folder}/`));
  return inside.sort((a, b) => b.folder.length - a.folder.length)[0];
}

function sources() {
  const listed = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "sim", "models", "app"],
    { cwd: root },
  );
  return listed
    .toString()
    .split("\n")
    .filter((name) => /\.[ch]pp$/.test(name));
}

function checkIncludes(file, room) {
  const lines = readFileSync(join(root, file), "utf8").split("\n");
  lines.forEach((line, i) => {
    const included = /^#include "([^"]+)"/.exec(line)?.[1];
    if (!included) return;
    const other = roomOf(included);
    if (!other) complaints.push(`${file}:${i + 1}: ${included} is in no room`);
    else if (other !== room && !room.uses.includes(other.room)) {
      complaints.push(`${file}:${i + 1}: ${room.room} may not use ${other.room} (${included})`);
    }
    used.get(room.room)?.add(other?.room);
  });
}

/** A header declares what its own .cpp defines, so no room has more pairs of files than one can keep in mind. */
function checkFiles(room, found) {
  const listed = new Set(room.files);
  for (const file of found)
    if (!listed.has(file)) complaints.push(`${room.folder}/${file} is not in its room's CMakeLists.txt`);
  const pairs = new Set(room.files.map((file) => file.replace(/\.[ch]pp$/, "")));
  if (pairs.size > MOST_PAIRS)
    complaints.push(`${room.folder} has ${pairs.size} pairs of files; ${MOST_PAIRS} are enough`);
}

function checkCircles() {
  const state = new Map();
  const visit = (name, path) => {
    if (state.get(name) === "done") return;
    if (path.includes(name)) {
      complaints.push(`a circle: ${[...path, name].join(" → ")}`);
      return;
    }
    for (const next of byName.get(name)?.uses ?? []) visit(next, [...path, name]);
    state.set(name, "done");
  };
  for (const { room } of rooms) visit(room, []);
}

/** The rooms from the outermost in, each above all that it uses. */
function picture() {
  const depth = new Map();
  const depthOf = (name) => {
    if (!depth.has(name)) depth.set(name, 1 + Math.max(-1, ...(byName.get(name)?.uses ?? []).map(depthOf)));
    return depth.get(name);
  };
  const outermostFirst = [...rooms].sort((a, b) => depthOf(b.room) - depthOf(a.room) || (a.room < b.room ? -1 : 1));
  const width = Math.max(...rooms.map((room) => room.room.length));
  const inOrder = (names) => [...names].sort((a, b) => depthOf(b) - depthOf(a) || (a < b ? -1 : 1));
  return outermostFirst
    .map(({ room, uses }) => `    ${room.padEnd(width)} → ${uses.length > 0 ? inOrder(uses).join(" ") : "(nothing)"}\n`)
    .join("");
}

// The module is no room, as only WebAssembly builds make it; it says in the same way what it uses.
const linked = /target_link_libraries\(framsyn_engine PRIVATE ([^)]*)\)/.exec(
  readFileSync(join(root, "app/browser/CMakeLists.txt"), "utf8"),
)[1];
const browser = { room: "browser", folder: "app/browser", uses: linked.split(/\s+/) };
const used = new Map(rooms.map((room) => [room.room, new Set()]));
if (process.argv[3] === "--picture") {
  process.stdout.write(picture());
} else {
  const found = new Map(rooms.map((room) => [room.room, []]));
  for (const file of sources()) {
    if (file === "app/main.cpp") continue;
    if (/^app\/browser\/[^/]+$/.test(file)) {
      checkIncludes(file, browser);
      continue;
    }
    const room = roomOf(file);
    if (!room) {
      complaints.push(`${file} is in no room`);
      continue;
    }
    found.get(room.room).push(file.slice(room.folder.length + 1));
    checkIncludes(file, room);
  }
  for (const room of rooms) {
    checkFiles(room, found.get(room.room));
    for (const other of room.uses) {
      if (!used.get(room.room).has(other)) complaints.push(`${room.room} says that it uses ${other}, and doesn't`);
    }
  }
  checkCircles();
  const page = readFileSync(join(root, "docs/architecture.md"), "utf8");
  if (!page.includes(picture()))
    complaints.push("docs/architecture.md: the picture of the rooms is not that of CMake (rooms.mjs --picture)");
  for (const complaint of complaints) console.log(complaint);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
