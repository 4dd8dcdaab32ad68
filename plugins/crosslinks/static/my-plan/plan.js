/**
 * A reader's plan in the record of a list that has no author: what is saved, done and noted, without DOM.
 *
 * It is kept as a checklist's record is (`record.js`), in its first run only: an item's state is 0 for saved, 1 for
 * done, 2 for taken out again; `ask` has what it was called when it was saved, `dates` when that was.
 *
 * Strategies are known by the ids of the index's entries.
 *
 * @typedef {import("./record.js").RecordV1} RecordV1
 * @typedef {import("./changes.js").Change} Change
 * @typedef {{id: string, title: string, isDone: boolean, note: string, added: string}} Saved
 */

import { emptyRun, FIRST } from "./record.js";

/** No checklist can have this id: theirs are letters, digits and hyphens. */
export const PLAN = "~plan";

const TAKEN_OUT = 2;

/** Longer titles come from nobody but those who write files by hand. */
const LONGEST = 300;

const runIn = (record) => record.runs[FIRST] ?? emptyRun();

function isSaved(entry) {
  const [state, t] = entry ?? [TAKEN_OUT, 0];
  return t > 0 && state !== TAKEN_OUT;
}

/** @param {RecordV1} record @param {string} id */
export const isPlanned = (record, id) => isSaved(runIn(record).items[id]);

/** All that is saved, in the order in which it was. @param {RecordV1} record @returns {Saved[]} */
export const planned = (record) => {
  const { items, ask, dates } = runIn(record);
  const found = Object.keys(items)
    .filter((id) => isSaved(items[id]))
    .map((id) => ({
      id,
      title: (ask[id]?.[0] || id).slice(0, LONGEST),
      isDone: items[id][0] === 1,
      note: items[id][3] ?? "",
      added: dates[id]?.[0] ?? "",
    }));
  return found.sort((a, b) => (a.added < b.added ? -1 : a.added > b.added ? 1 : a.id < b.id ? -1 : 1));
};

/** How many are done, and how many there are. @param {RecordV1} record @returns {[number, number]} */
export const planSum = (record) => {
  const all = planned(record);
  return [all.filter(({ isDone }) => isDone).length, all.length];
};

/** @param {string} id @param {string} title @param {Date} [now] @returns {Change[]} */
export const saving = (id, title, now = new Date()) => [
  { kind: "item", run: FIRST, id, value: 0 },
  { kind: "ask", run: FIRST, id, value: title },
  { kind: "date", run: FIRST, id, value: now.toISOString() },
];

/** What was noted stays: it is there again when the strategy is. @param {string[]} ids @returns {Change[]} */
export const takingOut = (ids) => ids.map((id) => ({ kind: "item", run: FIRST, id, value: TAKEN_OUT }));

/** @param {string[]} ids @param {boolean} isDone @returns {Change[]} */
export const ticking = (ids, isDone) => ids.map((id) => ({ kind: "item", run: FIRST, id, value: isDone ? 1 : 0 }));

/** @param {string} id @param {string} value @returns {Change[]} */
export const noting = (id, value) => [{ kind: "note", run: FIRST, id, value }];

/**
 * The changes that undo: what the store gave, and what is saved now and was not before is taken out again. (To the
 * store an item that was never touched and one that is open are the same.)
 * @param {RecordV1} before @param {RecordV1} after @param {Change[]} back @returns {Change[]}
 */
export const undoing = (before, after, back) => {
  const fresh = planned(after).flatMap(({ id }) => (isPlanned(before, id) ? [] : id));
  return [...back.filter(({ kind, id }) => kind !== "item" || !fresh.includes(id)), ...takingOut(fresh)];
};
