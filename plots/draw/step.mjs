// From yearly values to what a line chart needs: the capacity as steps and the shortage as areas.
// The year t covers [t - 1/2, t + 1/2] on the axis; need runs straight from year to year, capacity is level within a year.

const clip = (x, first, last) => Math.min(last, Math.max(first, x));

/** Rows [{ x, <field>, i }] with both ends of every year, so that a change is an upright edge. */
export function stepRows(years, values, field) {
  const first = years[0],
    last = years[years.length - 1];
  return years.flatMap((year, t) =>
    [year - 0.5, year + 0.5].map((x, side) => ({ x: clip(x, first, last), [field]: values[t], i: 2 * t + side })),
  );
}

/**
 * Areas where need is above capacity: rows [{ x, capacity, need, piece, i }].
 * `shade(t)` says whether a shortage in year number t may be shown.
 */
export function shortageRows(years, need, capacity, shade) {
  const rows = [];
  let piece = -1,
    end = null;
  const add = (x, level, value) => rows.push({ x, capacity: level, need: value, piece: `p${piece}`, i: rows.length });
  years.forEach((year, t) => {
    if (!shade(t)) return;
    for (const side of [-1, 1]) {
      const other = t + side;
      if (other < 0 || other >= years.length) continue;
      const middle = (need[t] + need[other]) / 2,
        level = capacity[t];
      const [a, b] =
        side < 0
          ? [
              { x: year - 0.5, y: middle },
              { x: year, y: need[t] },
            ]
          : [
              { x: year, y: need[t] },
              { x: year + 0.5, y: middle },
            ];
      const part = above(a, b, level);
      if (!part) continue;
      if (end !== part[0].x) ++piece;
      for (const point of part) add(point.x, level, point.y);
      end = part[1].x;
    }
  });
  return rows;
}

/** The part of the straight line a–b that lies above `level`, or null. */
function above(a, b, level) {
  if (a.y <= level && b.y <= level) return null;
  if (a.y >= level && b.y >= level) return [a, b];
  const x = a.x + ((level - a.y) / (b.y - a.y)) * (b.x - a.x);
  const cut = { x, y: level };
  return a.y > level ? [a, cut] : [cut, b];
}
