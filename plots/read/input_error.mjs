// What is wrong with a result folder, at the place where it is wrong.

/** `key` and `values` name a text under "errors"; line 0 stands for the whole file. */
export class InputError extends Error {
  constructor(file, line, key, values = {}) {
    super(`${file}:${line}: ${key}`);
    Object.assign(this, { file, line, key, values });
  }
}
