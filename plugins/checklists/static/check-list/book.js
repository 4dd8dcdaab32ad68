/** One store and one history for all elements of a list on a page. */

import { History } from "./history.js";
import { Store } from "./store.js";

/** @type {Map<string, {store: Store, history: History, users: Set<CheckList>, stop: AbortController}>} */
const books = new Map();

/**
 * @typedef {import("./check-list.js").CheckList} CheckList
 * @param {CheckList} user @param {string} id @param {string[]} was the ids that the list had
 * @param {false | ((record: import("./record.js").RecordV1) => [number, number])} summarise
 */
export const open = (user, id, was, summarise) => {
  const [key, ...oldKeys] = [id, ...was].map((each) => `praxis:${user.site}:${each}`);
  const book = books.get(key) ?? begin(key, oldKeys, summarise);
  book.users.add(user);
  return book;
};

const begin = (key, oldKeys, summarise) => {
  const users = new Set();
  const prepare = (record) => [...users].flatMap((user) => user.prepare(record));
  const storage = () => localStorage;
  const store = new Store({ storage, locks: navigator.locks, key, oldKeys, prepare, summarise });
  const stop = new AbortController();
  const book = { key, store, history: new History(), users, stop };
  const refresh = () => store.refresh();
  const { signal } = stop;
  addEventListener("storage", (event) => store.heard(event), { signal });
  for (const type of ["pageshow", "pagehide", "visibilitychange"]) addEventListener(type, refresh, { signal });
  books.set(key, book);
  return book;
};

/** An element is gone. The last one closes the book. */
export const leave = (book, user) => {
  book.users.delete(user);
  if (book.users.size) return;
  book.stop.abort();
  book.store.close();
  books.delete(book.key);
};
