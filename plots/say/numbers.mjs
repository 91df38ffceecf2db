// Numbers in the reader's language: each function takes a number and gives text.
const MINUS = "\u2212",
  NBSP = "\u00a0";

export const STYLE = {
  nb: { decimal: ",", thousands: NBSP, percent: `${NBSP}%` },
  en: { decimal: ".", thousands: ",", percent: "%" },
};

export function makeNumbers(style) {
  function number(value, decimals = 0) {
    const [whole, fraction] = Math.abs(value).toFixed(decimals).split(".");
    const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, style.thousands) : whole;
    const digits = fraction ? `${grouped}${style.decimal}${fraction}` : grouped;
    return value < 0 && /[1-9]/.test(digits) ? MINUS + digits : digits;
  }

  /** Beds: one decimal below ten, whole above; a shown zero is "0". */
  function beds(value) {
    const text = number(value, Math.abs(value) < 9.95 ? 1 : 0);
    return /[1-9]/.test(text) ? text : "0";
  }
  const signed = (value) => {
    const text = beds(value);
    return value > 0 && text !== "0" ? `+${text}` : text;
  };
  const exact = (value) => number(value, 6).replace(new RegExp(`\\${style.decimal}?0+$`), "");

  /** A count of beds as capacity has it: no decimals where it is whole. */
  const capacity = (value) => (Math.abs(value - Math.round(value)) < 1e-9 ? number(value) : number(value, 1));

  /** A probability; never rounded on to or over the class limits, nor to 0 or 100 where it isn't. */
  function percent(share) {
    const points = share * 100;
    if (points > 0 && points < 1) return `<1${style.percent}`;
    if (points > 99 && points < 100) return `>99${style.percent}`;
    const rounded = Math.round(points);
    const onLimit = (rounded === 50 || rounded === 10) && Math.abs(points - rounded) > 1e-9;
    return `${number(points, onLimit ? 1 : 0)}${style.percent}`;
  }
  const share = (value) => `${exact(Math.round(value * 1000) / 10)}${style.percent}`;

  return { number, beds, signed, exact, capacity, percent, share };
}
