/**
 * Two records made one. Whatever the order and however often, the outcome is the same (commutative, associative,
 * idempotent), so tabs that heard of the same changes hold the same record.
 */

import { bare, isObject } from "./record.js";

const text = (value) => JSON.stringify(value);

const larger = (a, b) => (text(a) >= text(b) ? a : b);

/** The later of two entries whose time stands at `at`; of two equally late ones that with the larger text. */
const later = (at) => (a, b) => (a[at] === b[at] ? larger(a, b) : a[at] > b[at] ? a : b);

/** Objects joined key by key. @param {(key: string) => (a: any, b: any) => any} how */
const joined = (how) => (a, b) => {
  const out = bare(a);
  for (const key of Object.keys(b)) out[key] = key in out ? how(key)(out[key], b[key]) : b[key];
  return out;
};

const each = (join) => joined(() => join);

/** Fields that this version has never heard of: nothing that only one side has may go. */
const unknown = (a, b) => (isObject(a) && isObject(b) ? each(unknown)(a, b) : larger(a, b));

const known = (table) => joined((key) => table[key] ?? unknown);

const answer = later(1);

/** A part of an entry that may be missing. */
const part = (join) => (a, b) => (a.length && b.length ? join(a, b) : a.length ? a : b);

const note = part(answer);
const rest = part(larger);

/** Tick and note have each their own time: a note in one tab never costs a tick in another. */
const item = (a, b) => [
  ...answer(a.slice(0, 3), b.slice(0, 3)),
  ...note(a.slice(3, 5), b.slice(3, 5)),
  ...rest(a.slice(5), b.slice(5)),
];

const run = known(bare({ name: answer, made: Math.min, items: each(item), ask: each(answer), dates: each(answer) }));

/** @type {(a: import("./record.js").RecordV1, b: import("./record.js").RecordV1) => import("./record.js").RecordV1} */
export const merge = known(bare({ active: answer, runs: each(run), sum: later(2) }));
