/** What the files beside this one promise; test_modules.py keeps them to it, each in Chromium. */

export const promises = new Map();

/** @param {string} name @param {() => unknown} keep throws when the promise is broken */
export const promise = (name, keep) => promises.set(name, keep);

/** Equal as JSON with keys in order. */
export const equal = (actual, expected) => {
  const [is, should] = [text(actual), text(expected)];
  if (is !== should) throw new Error(`is ${is}, should be ${should}`);
};

const text = (value) => JSON.stringify(ordered(value)) ?? "undefined";

const ordered = (value) => {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, ordered(value[key])]),
  );
};

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
export const chances = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

/** A storage like the browser's, that refuses to write while `full`, and everything while `blocked`. */
export class Memory {
  kept = new Map();
  full = false;
  blocked = false;
  writes = 0;

  #open() {
    if (this.blocked) throw new DOMException("blocked", "SecurityError");
    return this.kept;
  }

  get length() {
    return this.#open().size;
  }

  key(at) {
    return [...this.#open().keys()][at] ?? null;
  }

  getItem(key) {
    return this.#open().get(key) ?? null;
  }

  setItem(key, value) {
    this.#open();
    if (this.full) throw new DOMException("full", "QuotaExceededError");
    this.writes += 1;
    this.kept.set(key, String(value));
  }

  removeItem(key) {
    this.#open().delete(key);
  }
}
