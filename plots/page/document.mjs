// @ts-check
// The one file: what runs, what it may do, and what it carries.
import { PAGE_STYLE } from "./style.mjs";

/** Data in an element that doesn't run. @param {string} id @param {string} base64 */
const carried = (id, base64) => `<script type="application/octet-stream" id="${id}">${base64}</script>\n`;

const escape = (/** @type {string} */ text) =>
  text.replace(/[&<>"]/g, (c) => /** @type {any} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

/**
 * What the page may do: run this script, the engine and its workers, and be styled by these. Nothing may be fetched or sent. SVG of
 * the reports has widths in style attributes.
 * @param {string} script @param {string[]} styles hashes, as a policy writes them
 */
const policy = (script, styles) =>
  [
    "default-src 'none'",
    `script-src '${script}' 'wasm-unsafe-eval'`,
    `style-src ${styles.map((hash) => `'${hash}'`).join(" ")}`,
    `style-src-elem ${styles.map((hash) => `'${hash}'`).join(" ")}`,
    "style-src-attr 'unsafe-inline'",
    "img-src data: blob:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** What stands there until the page's script draws. @param {{ headline: string, lead: string[] }} found */
const firstWords = ({ headline, lead }) => `<header class="top"><p class="brand"><strong>Framsyn</strong></p></header>
<main><h1>${escape(headline)}</h1>
<ul>${lead.map((sentence) => `<li>${escape(sentence)}</li>`).join("")}</ul>
<noscript><p>Nettleseren kjører ikke skript på denne siden, derfor vises bare funnene over. / The browser runs no script here, so only the findings above are shown.</p></noscript>
</main>`;

/** A report's parts, to stand in a page. @param {string} report */
export function partsOfReport(report) {
  const found =
    /<html lang="(\w+)">[^]*?<title>([^]*?)<\/title>[^]*?<style>([^]*?)<\/style>\n<\/head>\n<body>\n([^]*)<\/body>/.exec(
      report,
    );
  if (!found) throw new Error("not a report");
  const [, lang, title, style, body] = found;
  return { lang, title, style, body };
}

/**
 * @param {{ script: string, parts: Record<string, string>, title?: string, before?: { headline: string, lead: string[] }, report?: string, hash: (text: string) => string, styles: string[] }} page
 * `parts` are packed and in base64 by id; `styles` are the style sheets of the reports inside. Until the script draws, what was found
 * stands there, or the whole of a report with its own style.
 */
export function pageDocument({ script, parts, title = "", before, report, hash, styles }) {
  const still = report ? partsOfReport(report) : null;
  const safe = script.replace(/<\/script/gi, "<\\/script").replace(/<!--/g, "<\\!--");
  return `<!DOCTYPE html>
<html lang="${still?.lang ?? "nb"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(hash(safe), [hash(PAGE_STYLE), ...styles.map(hash)])}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${still ? still.title : escape(title)}</title>
<link rel="icon" href="data:,">
${still ? `<style id="still">${still.style}</style>\n` : ""}<style id="style"${still ? ' media="not all"' : ""}>${PAGE_STYLE}</style>
</head>
<body>
<div id="page">
${still ? still.body : before ? firstWords(before) : ""}
</div>
${Object.entries(parts)
  .map(([id, base64]) => carried(id, base64))
  .join("")}<script>${safe}</script>
</body>
</html>
`;
}
