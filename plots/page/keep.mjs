// @ts-check
// What is kept in the browser between two openings: one value by name, on disk before the promise is kept.

const NAME = "framsyn",
  STORE = "kept";

/** @returns {Promise<IDBDatabase>} */
const opened = () =>
  new Promise((done, failed) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
    request.onblocked = () => failed(new Error("blocked"));
  });

let database = /** @type {Promise<IDBDatabase> | null} */ (null);
const store = () => (database ??= opened());

/** @template T @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest<T>} work @returns {Promise<T>} */
async function inStore(mode, work) {
  const transaction = (await store()).transaction(STORE, mode, { durability: "strict" });
  const request = work(transaction.objectStore(STORE));
  return new Promise((done, failed) => {
    transaction.oncomplete = () => done(request.result);
    transaction.onerror = transaction.onabort = () => failed(transaction.error);
  });
}

/** @param {string} name */
export const kept = (name) => inStore("readonly", (all) => all.get(name));
/** @param {string} name @param {any} value */
export const keep = (name, value) => inStore("readwrite", (all) => all.put(value, name));
export const forget = () => inStore("readwrite", (all) => all.clear());

/** Writes the newest value of those that come while it writes. @param {string} name @param {(error: unknown) => void} failed */
export function keeper(name, failed) {
  let waiting = /** @type {{ value: any } | null} */ (null),
    busy = false;
  const turn = async () => {
    if (busy) return;
    busy = true;
    while (waiting) {
      const { value } = waiting;
      waiting = null;
      try {
        await keep(name, value);
      } catch (error) {
        failed(error);
      }
    }
    busy = false;
  };
  return (/** @type {any} */ value) => {
    waiting = { value };
    void turn();
  };
}
