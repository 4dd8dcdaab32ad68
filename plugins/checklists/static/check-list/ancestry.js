/**
 * What an item's tick is, when the item was renamed, merged or split. Nothing is ever moved in the record: old and new
 * code may be open side by side, and each finds its own.
 *
 * @typedef {import("./record.js").Entry} Entry
 * @typedef {{was: Record<string, string[]>, inherits: Record<string, string>}} Links without a prototype
 * @typedef {{state: 0 | 1 | 2, t: number, rev: number, note: string, noteT: number}} Effective t 0: never touched
 */

import { bare } from "./record.js";

/**
 * @param {Record<string, string[]>} [was] the ids that each id had; several: they were merged
 * @param {Record<string, string>} [inherits] the id that each id was split from
 * @returns {Links}
 */
export const links = (was = {}, inherits = {}) => ({ was: bare(was), inherits: bare(inherits) });

/** The id of an item, and which of its boxes is meant ("" or "~2"). @returns {[id: string, box: string]} */
const boxOf = (id) => {
  const at = id.indexOf("~");
  return at < 0 ? [id, ""] : [id.slice(0, at), id.slice(at)];
};

/**
 * What counts for an item (or for one of its boxes, `id~2`).
 *
 * Each id that it had stands for a part of it: the newer of the item's own entry and of that id's. It is done when all
 * parts are, not applicable when all parts are, and open otherwise.
 * @param {Record<string, Entry>} items @param {string} id @param {Links} links @param {string[]} [path]
 * @returns {Effective}
 */
export const effective = (items, id, links, path = []) => {
  const [base, box] = boxOf(id);
  const [state = 0, t = 0, rev = 1, note = "", noteT = 0] = items[id] ?? [];
  const own = { state, t, rev, note, noteT };
  if (path.includes(base)) return own;
  const of = (other) => effective(items, other + box, links, [...path, base]);
  const was = (links.was[base] ?? []).map(of);
  const found = was.length ? { ...tickOf(own, was), ...noteOf(own, was) } : own;
  const source = found.t ? undefined : links.inherits[base];
  return source === undefined ? found : { ...of(source), note: found.note, noteT: found.noteT };
};

const tickOf = (own, was) => {
  const parts = was.map((part) => (part.t > own.t ? part : own));
  const { t, rev } = parts.reduce((a, b) => (b.t > a.t ? b : a));
  const state = parts.every((part) => part.state === parts[0].state) ? parts[0].state : 0;
  return { state, t, rev };
};

/** The newest note; those of merged items stand one below the other until the reader writes a new one. */
const noteOf = (own, was) => {
  const newer = was.filter((part) => part.noteT > own.noteT);
  if (!newer.length) return { note: own.note, noteT: own.noteT };
  const notes = [...(was.length > 1 ? [own.note] : []), ...newer.map((part) => part.note)];
  return {
    note: [...new Set(notes.filter(Boolean))].join("\n"),
    noteT: Math.max(...newer.map((part) => part.noteT)),
  };
};

/**
 * Fixes what split items inherit, before the first change after the split: from then on each goes its own way.
 * Give it to the store as `prepare`.
 * @param {import("./record.js").RecordV1} record @param {Links} links
 * @param {Record<string, number>} [revs] of the items
 * @returns {import("./changes.js").Change[]}
 */
export const snapshotInherits = (record, links, revs = {}) => {
  const items = record.runs[record.active[0]]?.items ?? bare();
  return Object.entries(links.inherits).flatMap(([id, source]) =>
    ["", ...boxesIn(items, source)]
      .filter((box) => !ownTime(items, id + box, links))
      .map((box) => ({ kind: "seen", id: id + box, value: snapshot(effective(items, source + box, links), revs[id]) })),
  );
};

const snapshot = ({ state, t }, rev = 1) => (t ? [state, t, rev] : [0, 1, rev]);

const ownTime = (items, id, { was }) => effective(items, id, { was, inherits: bare() }).t;

const boxesIn = (items, id) =>
  Object.keys(items).flatMap((key) => (boxOf(key)[0] === id && key !== id ? [boxOf(key)[1]] : []));

/**
 * Ids with a tick or a note that belong to no item any more, under any name.
 * @param {Record<string, Entry>} items @param {Iterable<string>} listed ids of all items of the list @param {Links} links
 * @returns {string[]}
 */
export const unlisted = (items, listed, links) => {
  const known = new Set(listed);
  // A Set also goes through what is added on the way.
  for (const id of known) {
    for (const old of [...(links.was[id] ?? []), links.inherits[id] ?? []].flat()) known.add(old);
  }
  return Object.keys(items).filter((id) => (items[id][0] || items[id][3]) && !known.has(boxOf(id)[0]));
};
