// The page as a planner has it: made by the command, opened from a file without network, used by its own controls.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

export const fromPlots = createRequire(new URL("../../plots/package.json", import.meta.url));
const { chromium } = fromPlots("playwright-core");
export const command = process.env.FRAMSYN_COMMAND;
const shipped = fileURLToPath(new URL("../../scenarios/helse-nord", import.meta.url));
const CHROMIUM = "/usr/bin/chromium";
export const ARGUMENTS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync"],
];

export const workFolder = () => mkdtempSync(join(tmpdir(), "framsyn-page-"));

/** A copy of the shipped region; with numbers instead of its own draws and replications it is quickly run. */
export function regionIn(folder, { draws, replications } = {}) {
  const region = join(folder, "helse-nord");
  cpSync(shipped, region, { recursive: true });
  if (draws === undefined) return region;
  const path = join(region, "baseline.toml");
  const text = readFileSync(path, "utf8")
    .replace(/^draws = \d+$/m, `draws = ${draws}`)
    .replace(/^replications = \d+$/m, `replications = ${replications}`);
  writeFileSync(path, text);
  return region;
}

/** The page of a region and its what-ifs. */
export function pageOf(region, folder) {
  const out = join(folder, "framsyn.html");
  const scenarios = readdirSync(region).filter((name) => name.endsWith(".toml"));
  execFileSync(command, ["page", ...scenarios.map((name) => join(region, name)), "--out", out, "--quiet"]);
  return out;
}

export const launch = () => chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });

/** What a page asked for and complained of. */
export function watch(page) {
  const requests = [],
    complaints = [];
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url())) requests.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { requests, complaints };
}

/** Opens the file and waits until the engine has been checked. */
export async function open(browser, file, { width = 1440, height = 900 } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, offline: true, acceptDownloads: true });
  const page = await context.newPage();
  const seen = watch(page);
  await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  await ready(page);
  return { page, context, ...seen };
}

export const ready = (page) =>
  page.waitForFunction(() => /klar og kontrollert/.test(document.querySelector(".status")?.textContent ?? ""), null, {
    timeout: 60_000,
  });

export const goTo = (page, view) => page.click(`nav a[href="#${view}"]`);

/** A new alternative with one action of the list. */
export async function ask(page, entry) {
  await page.selectOption("#add-action", entry);
  await answered(page);
}

/** Waits until what stands in the form is what was answered or refused. */
export const answered = (page) =>
  page.waitForFunction(
    () => !document.querySelector(".full button.main")?.disabled || document.querySelector(".answer [role=alert]"),
    null,
    { timeout: 30_000 },
  );

/** Clicks and gives the bytes of what is saved, and its name. */
export async function saved(page, click) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The chosen alternative's file. */
export async function tomlOf(page) {
  await goTo(page, "files");
  const file = await saved(page, () => page.locator("text=som fil (.toml)").last().click());
  await goTo(page, "ask");
  return file;
}

/** Runs it in full and gives its tables. */
export async function runInFull(page) {
  await page.click(".full button.main");
  await page.waitForSelector(".progress");
  await page.waitForSelector(".progress", { state: "detached", timeout: 600_000 });
  await page.waitForSelector(".results");
  const { bytes } = await saved(page, () => page.click("text=Tabellene (CSV i zip)"));
  return fromPlots("fflate").unzipSync(bytes);
}

/** Runs all alternatives in full and gives the tables of each. */
export async function runAllInFull(page) {
  const all = page.locator("text=Kjør alle i full");
  await all.waitFor({ timeout: 60_000 });
  await page.waitForFunction(
    () =>
      document.querySelectorAll('[role="tab"]').length > 0 && !document.querySelector(".full button.main")?.disabled,
  );
  await all.click();
  await page.waitForSelector(".progress");
  await page.waitForSelector(".progress", { state: "detached", timeout: 600_000 });
  await page.waitForSelector(".results");
  const tables = [];
  const buttons = page.locator("text=Tabellene (CSV i zip)");
  for (let i = 0; i < (await buttons.count()); ++i)
    tables.push(fromPlots("fflate").unzipSync((await saved(page, () => buttons.nth(i).click())).bytes));
  return tables;
}

/** The same file by the command: its result folder. */
export function runByCommand(region, folder, { name, bytes }) {
  writeFileSync(join(region, name), bytes);
  const out = join(folder, "out", name.replace(/\.toml$/, ""));
  mkdirSync(join(folder, "out"), { recursive: true });
  execFileSync(command, ["run", join(region, name), "--no-charts", "--quiet", "--force", "--out", out]);
  return out;
}
