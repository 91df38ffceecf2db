// Lines across a rectangle, so that a colour is never all that tells two things apart.

/** Slanted lines cut to a rectangle, every `step` pixels. */
function slanted({ x, x2, y, y2 }, step) {
  const lines = [],
    height = y2 - y;
  for (let start = x - height + 6; start < x2; start += step) {
    const a = Math.max(start, x),
      b = Math.min(start + height, x2);
    if (b > a) lines.push({ x: a, y: y2 - (a - start), x2: b, y2: y2 - (b - start) });
  }
  return lines;
}

/** Upright or level lines within a rectangle. */
function straight({ x, x2, y, y2 }, upright) {
  const lines = [];
  if (upright) for (let at = x + 4; at < x2 - 1; at += 6) lines.push({ x: at, x2: at, y, y2 });
  else for (let at = y + 4; at < y2 - 1; at += 5) lines.push({ x, x2, y: at, y2: at });
  return lines;
}

/** The lines of a pattern: slanted, upright or level. */
export const hatchOf = (area, pattern = "slanted", step = 7) =>
  pattern === "slanted" ? slanted(area, step) : straight(area, pattern === "upright");
