// Words of the result files in the reader's language; a word nobody translated is shown as it stands.

const known = (texts, group, word) => {
  const key = `${group}.${word.replace(/[^a-z0-9]+/gi, "_")}`;
  return texts.has(key) ? texts.t(key) : word;
};

export const statusText = (texts, status) => known(texts, "status", status);
export const unitText = (texts, unit) => (unit === "1" || unit === "share" ? "" : known(texts, "units", unit));
export const reasonText = (texts, reason) => known(texts, "reasons", reason);

/** A number written in a result file, with the reader's decimal sign; other text stays as it is. */
export const localNumber = (texts, text) =>
  /^-?\d+(\.\d+)?$/.test(text) ? text.replace(".", texts.style.decimal).replace("-", "\u2212") : text;
