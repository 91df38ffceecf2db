// Where result files come from. A source has two functions: has(name), and pieces(name), which gives a file's text in one or
// more pieces, cut anywhere between two letters. So the same code reads a folder on disk and texts that a page holds.

/** Texts in memory as a source: { "gap.csv": text, … }. */
export const memorySource = (texts) => ({
  has: (name) => texts[name] !== undefined,
  pieces: (name) => [texts[name]],
});

export const textOf = (source, name) => [...source.pieces(name)].join("");
