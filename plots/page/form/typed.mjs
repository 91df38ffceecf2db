// @ts-check
// Numbers as people type them, whatever language their browser is in: with a comma or a point, a space between thousands.
import { noChange } from "lit-html";
import { directive, Directive } from "lit-html/directive.js";
import { setCommittedValue } from "lit-html/directive-helpers.js";

const NUMBER = /^[-+]?(\d+([.,]\d*)?|[.,]\d+)$/;
/** A thousand in one country and one in the next: neither is guessed at. */
const EITHER = /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/;

/** What was typed as a number; undefined where nothing was, NaN where it can't be read. @param {string} text @param {string} [unit] that may stand behind it */
export function readNumber(text, unit) {
  const bare = text.trim();
  const number = (unit === "%" ? bare.replace(/%$/, "") : bare)
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace(/^\u2212/, "-");
  if (number === "") return bare === "" ? undefined : NaN;
  if (!NUMBER.test(number) || EITHER.test(number)) return NaN;
  return Number(number.replace(",", "."));
}

/** A number as it is typed. @param {number} number @param {string} decimal the mark between ones and tenths */
export const typedNumber = (number, decimal) => String(number).replace(".", decimal);

class Typed extends Directive {
  /** @param {[string, (text: string) => boolean]} values */
  render(...values) {
    return values[0];
  }
  /** @param {any} part @param {[string, (text: string) => boolean]} values */
  update(part, [shown, same]) {
    const { element } = part;
    const isTyping = element === element.ownerDocument.activeElement;
    if (element.value === shown || (isTyping && same(element.value))) return noChange;
    setCommittedValue(part);
    return shown;
  }
}

/** The text of an input, but while somebody types what says the same: "3," is not made "3". */
export const typed = directive(Typed);
