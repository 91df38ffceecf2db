// @ts-check
// When something was done, as people say it.

const two = (/** @type {number} */ number) => String(number).padStart(2, "0");

/** The hour, with its day where that isn't today's. @param {number} at @param {(key: string, values?: any) => string} t @param {number} [now] */
export function whenText(at, t, now = Date.now()) {
  const [then, today] = [new Date(at), new Date(now)];
  const time = `${two(then.getHours())}:${two(then.getMinutes())}`;
  if (then.toDateString() === today.toDateString()) return t("when.today", { time });
  const [day, month, year] = [then.getDate(), then.getMonth() + 1, then.getFullYear()];
  return t("when.day", { time, day, month, year });
}
