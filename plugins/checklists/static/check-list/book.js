/** One store and one history for all elements of a list on a page. */

import { History } from "./history.js";
import { Store } from "./store.js";

/** @type {Map<string, {store: Store, history: History, users: number, stop: AbortController}>} */
const books = new Map();

/**
 * @param {string} site @param {string} id @param {string[]} was the ids that the list had
 * @param {Partial<ConstructorParameters<typeof Store>[0]>} options
 */
export const open = (site, id, was, options) => {
  const [key, ...oldKeys] = [id, ...was].map((each) => `praxis:${site}:${each}`);
  const book = books.get(key) ?? begin(key, oldKeys, options);
  book.users += 1;
  return book;
};

const begin = (key, oldKeys, options) => {
  const store = new Store({ storage: () => localStorage, locks: navigator.locks, key, oldKeys, ...options });
  const stop = new AbortController();
  const book = { key, store, history: new History(), users: 0, stop };
  const refresh = () => store.refresh();
  const { signal } = stop;
  addEventListener("storage", (event) => store.heard(event), { signal });
  addEventListener("pageshow", refresh, { signal });
  addEventListener("pagehide", refresh, { signal });
  document.addEventListener("visibilitychange", refresh, { signal });
  books.set(key, book);
  return book;
};

/** An element is gone. The last one closes the book. */
export const leave = (book) => {
  book.users -= 1;
  if (book.users) return;
  book.stop.abort();
  book.store.close();
  books.delete(book.key);
};
