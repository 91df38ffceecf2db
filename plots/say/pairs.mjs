// How many pairs of simulations it takes to see a difference that can't be told from chance.

/** The .975 quantile of Student's t: exact for one and two degrees, else A&S 26.7.5 from the normal quantile. */
export function tQuantile(degrees) {
  if (degrees < 1) return Infinity;
  if (degrees === 1) return 12.706204736;
  if (degrees === 2) return 4.3026527297;
  const z = 1.959963984540054;
  const g1 = (z ** 3 + z) / 4,
    g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    g4 = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160;
  const n = degrees;
  return z + g1 / n + g2 / n ** 2 + g3 / n ** 3 + g4 / n ** 4;
}

/** Whether a paired difference of simulations is told from chance: its 95 % interval leaves 0, or there is no spread at all. */
export const isSeen = ({ difference, low, high }) =>
  low !== null && (low === high ? difference !== 0 : low > 0 || high < 0);

/**
 * The fewest pairs with which a difference of this size and spread would be seen, as a t interval of 95 %; null where there is
 * nothing to see, or no spread to go by.
 */
export function pairsNeeded({ difference, low, high, pairs }) {
  if (low === null || pairs < 2 || difference === 0 || !(high > low)) return null;
  const spread = ((high - low) / 2) * (Math.sqrt(pairs) / tQuantile(pairs - 1));
  const sees = (n) => tQuantile(n - 1) * spread < Math.abs(difference) * Math.sqrt(n);
  let few = 1,
    enough = 2;
  while (!sees(enough)) {
    few = enough;
    enough *= 2;
  }
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2);
    if (sees(middle)) enough = middle;
    else few = middle;
  }
  return enough;
}
