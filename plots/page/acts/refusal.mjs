// @ts-check
// What is said of an input that isn't taken.
import { NotTaken } from "../take.mjs";
import { RefusedInput } from "../work/remote.mjs";

const MOST = 20;

/** @param {any} error @param {(key: string, values?: any) => string} t @returns {string[]} */
export function refusal(error, t) {
  if (error instanceof RefusedInput)
    return error.problems.slice(0, MOST).map((p) => (p.line > 0 ? t("place", p) : `${p.file}: ${p.message}`));
  if (error instanceof NotTaken) return [t(error.key, error.values)];
  return [String(error?.message ?? error)];
}
