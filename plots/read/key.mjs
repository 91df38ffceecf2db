// The key of a look-up by several values. Ids hold no "|".
export const keyOf = (...parts) => parts.join("|");
