/**
 * What a reader did on one checklist, as it is kept: text in, a sound record out, or why not.
 *
 * All objects are without a prototype, so that ids as `constructor` are ordinary. A record is never changed in place.
 *
 * @typedef {[state: 0 | 1 | 2, t: number, rev: number, note?: string, noteT?: number]} Entry
 *   state 0 open, 1 done, 2 not applicable; t 0: never
 * @typedef {[value: string, t: number]} Answer
 * @typedef {Record<string, Answer>} Answers
 * @typedef {{name?: Answer, made?: number, items: Record<string, Entry>, ask: Answers, dates: Answers}} Run
 * @typedef {{v: 1, active: Answer, runs: Record<string, Run>, sum?: [done: number, total: number, t: number]}} RecordV1
 * @typedef {{record: RecordV1, bad: number, latest: number}} Found `bad`: how many entries were no good and left out
 * @typedef {{problem: "newer" | "unreadable", record?: undefined, bad?: undefined}} NotFound
 */

import { time } from "./clock.js";

/** The run that a list begins with; every tab begins with the same one. */
export const FIRST = "1";

const DEPTH = 12;

/** Neither null nor an array. */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** An object without a prototype. @returns {Record<string, any>} */
export const bare = (fields) => Object.assign(Object.create(null), fields);

/** @returns {RecordV1} */
export const empty = () => bare({ v: 1, active: [FIRST, 0], runs: bare() });

/** @returns {Run} */
export const emptyRun = () => bare({ items: bare(), ask: bare(), dates: bare() });

/** The run that is being worked on. @param {RecordV1} record @returns {Run} */
export const activeRun = (record) => record.runs[record.active[0]] ?? emptyRun();

/**
 * The same value with its keys in order, so that equal content is equal text.
 * @throws {RangeError} for `__proto__` and for what is nested too deeply
 */
export const canonical = (value, depth = 0) => {
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEPTH) throw new RangeError("nested too deeply");
  if (Array.isArray(value)) return value.map((part) => canonical(part, depth + 1));
  const out = bare();
  for (const key of Object.keys(value).sort()) {
    if (key === "__proto__") throw new RangeError(key);
    out[key] = canonical(value[key], depth + 1);
  }
  return out;
};

/** @param {RecordV1} record @returns {string} JSON, the same text for the same content */
export const serialise = (record) => JSON.stringify(canonical(record));

/** @param {string} text @returns {Found | NotFound} */
export const parse = (text) => {
  try {
    return sound(JSON.parse(text));
  } catch {
    return { problem: "unreadable" };
  }
};

/**
 * A record of what claims to be one: wrong entries are left out and counted, unknown fields stay.
 * @param {unknown} value @returns {Found | NotFound}
 * @throws {RangeError} as `canonical`
 */
export const sound = (value) => {
  if (!isObject(value) || typeof value.v !== "number") return { problem: "unreadable" };
  if (value.v > 1) return { problem: "newer" };
  if (value.v !== 1 || !isObject(value.runs)) return { problem: "unreadable" };
  const check = new Check();
  const record = canonical(value);
  record.runs = check.all(record.runs, check.run);
  check.field(record, "active", check.answer);
  check.field(record, "sum", check.sum);
  record.active ??= [FIRST, 0];
  return { record, bad: check.bad, latest: check.latest };
};

/** Each method gives the good form of an entry, or undefined. */
class Check {
  bad = 0;
  latest = 0;

  time = (value) => {
    const t = time(value);
    this.latest = Math.max(this.latest, t ?? 0);
    return t;
  };

  /** The good ones of an object of entries. */
  all = (entries, check) => {
    const out = bare();
    for (const key of Object.keys(entries)) {
      out[key] = entries[key];
      this.field(out, key, check);
    }
    return out;
  };

  field = (owner, key, check) => {
    if (!(key in owner)) return;
    const good = check(owner[key]);
    if (good === undefined) {
      this.bad += 1;
      delete owner[key];
    } else {
      owner[key] = good;
    }
  };

  run = (run) => {
    if (!isObject(run)) return undefined;
    const out = bare(run);
    this.field(out, "name", this.answer);
    this.field(out, "made", this.time);
    for (const [key, check] of [
      ["items", this.item],
      ["ask", this.answer],
      ["dates", this.answer],
    ]) {
      this.field(out, key, (entries) => (isObject(entries) ? this.all(entries, check) : undefined));
      out[key] ??= bare();
    }
    return out;
  };

  answer = (entry) => {
    if (!Array.isArray(entry) || typeof entry[0] !== "string") return undefined;
    const t = this.time(entry[1]);
    return t === undefined ? undefined : [entry[0], t, ...entry.slice(2)];
  };

  sum = (entry) =>
    Array.isArray(entry) && entry.length === 3 && entry.every((number) => Number.isSafeInteger(number) && number >= 0)
      ? [entry[0], entry[1], this.time(entry[2])]
      : undefined;

  item = (entry) => {
    if (!Array.isArray(entry) || ![0, 1, 2].includes(entry[0])) return undefined;
    const [state, , rev = 1, ...note] = entry;
    const t = this.time(entry[1]);
    if (t === undefined || !Number.isSafeInteger(rev) || rev < 0) return undefined;
    const written = note.length ? this.answer(note) : [];
    if (!written) this.bad += 1;
    return [state, t, rev, ...(written ?? [])];
  };
}
