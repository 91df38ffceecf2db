// @ts-check
// What the file carries: packed texts and the engine, in script elements that don't run.

/** @param {string} base64 */
function bytesOf(base64) {
  const text = atob(base64),
    bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; ++i) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** @param {Uint8Array} packed @returns {Promise<ArrayBuffer>} */
const unpacked = (packed) =>
  new Response(
    new Blob([/** @type {any} */ (packed)]).stream().pipeThrough(new DecompressionStream("gzip")),
  ).arrayBuffer();

/** @param {string} id */
export async function carried(id) {
  const element = document.getElementById(id);
  if (!element) return null;
  const bytes = await unpacked(bytesOf((element.textContent ?? "").trim()));
  element.remove();
  return bytes;
}

/** @param {string} id @returns {Promise<any>} */
export async function carriedJson(id) {
  const bytes = await carried(id);
  return bytes ? JSON.parse(new TextDecoder().decode(bytes)) : null;
}

/** @param {string} id */
export async function carriedText(id) {
  const bytes = await carried(id);
  return bytes ? new TextDecoder().decode(bytes) : "";
}

/** SHA-256 of a text in hexadecimal digits. @param {string} text */
export async function sha256(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
