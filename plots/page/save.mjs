// @ts-check
// Files out: nothing is sent, the browser puts them where it puts downloads.
import { zipSync } from "fflate";

const LONGEST = 120;

/** A name that every system takes, of words: no blanks, æøå as they are spelled without. @param {...string} words */
export const fileName = (...words) =>
  words
    .map((word) =>
      word
        .toLowerCase()
        .replace(/æ/g, "ae")
        .replace(/ø/g, "oe")
        .replace(/å/g, "aa")
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, ""),
    )
    .filter(Boolean)
    .join("-")
    .slice(0, LONGEST)
    .replace(/-+$/, "");

/** @param {string} name @param {string | Uint8Array} content @param {string} type */
export function save(name, content, type) {
  const url = URL.createObjectURL(new Blob([/** @type {any} */ (content)], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The same bytes for the same files. @param {Record<string, string>} files */
export const zipped = (files) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])), {
    level: 6,
    mtime: new Date(2000, 0, 1),
  });

/** A drawing as a picture for slides. @param {string} svg @param {number} width @returns {Promise<Blob>} */
export async function pngOf(svg, width = 1920) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(withSize(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = Math.round((width * image.naturalHeight) / image.naturalWidth);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"),
  );
}

/** A picture of its own needs its size said. @param {string} svg */
export function withSize(svg) {
  const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  if (!box || /<svg[^>]* width="\d/.test(svg)) return svg;
  return svg.replace("<svg ", `<svg width="${box[1]}" height="${box[2]}" `);
}
