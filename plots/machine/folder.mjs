// A result folder as a source of texts.
import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { InputError } from "../read/input_error.mjs";

const PIECE = 1 << 23;

/** Throws InputError where there is no such folder. */
export function folderSource(directory) {
  if (!existsSync(directory) || !statSync(directory).isDirectory()) throw new InputError(directory, 0, "no_directory");
  return {
    has: (name) => existsSync(join(directory, name)),
    pieces: (name) => piecesOf(join(directory, name)),
  };
}

function* piecesOf(path) {
  const handle = openSync(path, "r"),
    decoder = new StringDecoder("utf8");
  try {
    const buffer = Buffer.allocUnsafe(PIECE);
    for (let size = readSync(handle, buffer); size > 0; size = readSync(handle, buffer))
      yield decoder.write(buffer.subarray(0, size));
    yield decoder.end();
  } finally {
    closeSync(handle);
  }
}
