// HTML from values, escaped unless it is HTML already.

class Html {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

/** Marks text that is already HTML or SVG. */
export const raw = (text) => new Html(text);

const escape = (text) =>
  String(text).replace(/[&<>"']/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[c]);

function asText(value) {
  if (value === null || value === undefined || value === false) return "";
  if (Array.isArray(value)) return value.map(asText).join("");
  return value instanceof Html ? value.text : escape(value);
}

/** A template tag: html`<p>${anything}</p>`; lists are joined, null and false vanish. */
export const html = (strings, ...values) =>
  raw(strings.map((part, i) => part + (i < values.length ? asText(values[i]) : "")).join(""));

/**
 * A table that may be scrolled sideways on a narrow screen. `head` and rows hold cells; the first cell of a row is its header;
 * { group } is a heading and { said } a sentence over the whole width.
 */
export function table({ caption, head, rows, className = "" }) {
  const cell = (value, i) => (i === 0 ? html`<th scope="row">${value}</th>` : html`<td>${value}</td>`);
  const body = rows.map((row) =>
    row.said !== undefined
      ? html`<tr class="said"><td colspan="${head.length}"><div>${row.said}</div></td></tr>\n`
      : row.group !== undefined
        ? html`<tr class="group"><th scope="colgroup" colspan="${head.length}">${row.group}</th></tr>\n`
        : html`<tr${row.className ? html` class="${row.className}"` : ""}>${row.cells.map(cell)}</tr>\n`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="${className}">
<caption>${caption}</caption>
<thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>
${body}</tbody></table></div>
`;
}
