// Starts programs that were compiled for WASI, in a page as in Node: what they may ask of a system is to write text,
// for their arguments and to end. There are no files, no clock and no environment.

const noSuchFile = 8;
const notSeekable = 70;

/** Thrown through a program that calls exit(). */
class Exit extends Error {
  constructor(status) {
    super(`exit ${status}`);
    this.status = status;
  }
}

/** What a module imports; `memory` gives the instance's memory once there is one. */
function imports(memory, args, write) {
  const encoded = args.map((text) => new TextEncoder().encode(`${text}\0`));
  const view = () => new DataView(memory().buffer);
  const none = (countAt, bytesAt) => {
    view().setUint32(countAt, 0, true);
    view().setUint32(bytesAt, 0, true);
    return 0;
  };
  return {
    args_sizes_get(countAt, bytesAt) {
      view().setUint32(countAt, encoded.length, true);
      view().setUint32(
        bytesAt,
        encoded.reduce((sum, bytes) => sum + bytes.length, 0),
        true,
      );
      return 0;
    },
    args_get(pointersAt, bytesAt) {
      for (const bytes of encoded) {
        view().setUint32(pointersAt, bytesAt, true);
        new Uint8Array(memory().buffer).set(bytes, bytesAt);
        pointersAt += 4;
        bytesAt += bytes.length;
      }
      return 0;
    },
    environ_sizes_get: none,
    environ_get: () => 0,
    fd_write(file, piecesAt, count, writtenAt) {
      let written = 0;
      for (let i = 0; i < count; ++i) {
        const at = view().getUint32(piecesAt + 8 * i, true);
        const length = view().getUint32(piecesAt + 8 * i + 4, true);
        write(new Uint8Array(memory().buffer, at, length).slice(), file);
        written += length;
      }
      view().setUint32(writtenAt, written, true);
      return 0;
    },
    fd_close: () => noSuchFile,
    fd_seek: () => notSeekable,
    fd_read: () => noSuchFile,
    fd_fdstat_get: () => noSuchFile,
    proc_exit(status) {
      throw new Exit(status);
    },
  };
}

function instance(module, args, write) {
  let made = null;
  made = new WebAssembly.Instance(module, {
    wasi_snapshot_preview1: imports(() => made.exports.memory, args, write),
  });
  return made;
}

/**
 * Runs a command (main) and gives its exit status. `args` begin with the program's name; write(bytes, file) takes what
 * is written, file 1 for results and 2 for complaints. A trap is thrown as WebAssembly.RuntimeError, a stack that is
 * too small for the browser as RangeError, an exception that nobody catches as WebAssembly.Exception.
 */
export function runCommand(module, { args = [], write = () => {} } = {}) {
  try {
    instance(module, args, write).exports._start();
    return 0;
  } catch (error) {
    if (error instanceof Exit) return error.status;
    throw error;
  }
}

/**
 * Starts a library (reactor) and gives its exports. They throw as runCommand does; after any of these the library must
 * not be used again, since its destructors may not have run. Start another one of the same module.
 */
export function startLibrary(module, { write = () => {} } = {}) {
  const { exports } = instance(module, [], write);
  exports._initialize();
  return exports;
}
