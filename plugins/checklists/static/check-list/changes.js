/**
 * What a reader does, as data: changes become a small record that is merged in, and their opposite undoes them.
 *
 * @typedef {import("./record.js").RecordV1} RecordV1
 * @typedef {(
 *   {kind: "item", run?: string, id: string, value: 0 | 1 | 2, rev?: number} |
 *   {kind: "note" | "ask" | "date", run?: string, id: string, value: string} |
 *   {kind: "name", run?: string, value: string} |
 *   {kind: "active", value: string} |
 *   {kind: "start", value?: string} |
 *   {kind: "seen", run?: string, id: string, value: import("./record.js").Entry} |
 *   {kind: "sum", value: [number, number]} |
 *   {kind: "import", value: RecordV1}
 * )} Change Without `run` the active one is meant. "start" begins a new run with that name; "seen" is an entry that
 *   keeps its own time; "import" is a whole record that is merged in.
 */

import { merge } from "./merge.js";
import { bare, empty, emptyRun } from "./record.js";

/** How each kind is written, into a run of nothing but the changes. */
const WRITE = {
  item: ({ items }, t, { id, value, rev = 1 }) => (items[id] = [value, t, rev, ...(items[id] ?? []).slice(3)]),
  note: ({ items }, t, { id, value }) => (items[id] = [...(items[id] ?? [0, 0, 0]).slice(0, 3), value, t]),
  seen: ({ items }, t, { id, value }) => (items[id] = value),
  ask: ({ ask }, t, { id, value }) => (ask[id] = [value, t]),
  date: ({ dates }, t, { id, value }) => (dates[id] = [value, t]),
  name: (run, t, { value }) => (run.name = [value, t]),
};

/**
 * The changes as a record of their own, at one time; of two for the same thing the last counts.
 * @param {RecordV1} record what they are made to @param {Change[]} changes @param {number} t @returns {RecordV1}
 */
export const patch = (record, changes, t) => {
  let out = empty();
  for (const change of changes) {
    const { kind, value } = change;
    if (kind === "import") out = merge(out, value);
    else if (kind === "sum") out.sum = [...value, t];
    else if (kind === "active") out.active = [value, t];
    else if (kind === "start") start(out, value, t);
    else WRITE[kind](runOf(out, record, change.run, t), t, change);
  }
  return out;
};

const start = (out, name = "", t) => {
  const id = t.toString(36);
  out.runs[id] = bare({ ...emptyRun(), made: t, name: [name, t] });
  out.active = [id, t];
};

const runOf = (out, record, run, t) => {
  const id = run ?? (out.active[1] ? out : record).active[0];
  out.runs[id] ??= record.runs[id] ? emptyRun() : bare({ ...emptyRun(), made: t });
  return out.runs[id];
};

/**
 * The changes that undo: what the patch touched, as it was before.
 * @param {RecordV1} before @param {RecordV1} after @param {RecordV1} patch @returns {Change[]}
 */
export const inverse = (before, after, patch) => [
  ...(before.active[0] === after.active[0] ? [] : [{ kind: "active", value: before.active[0] }]),
  ...Object.keys(patch.runs).flatMap((run) =>
    // A run that was begun keeps its name when it is left again.
    [
      ...inverseOf(before.runs[run] ?? { ...emptyRun(), name: after.runs[run].name }, after.runs[run], patch.runs[run]),
    ].map((change) => ({ ...change, run })),
  ),
];

function* inverseOf(before, after, patch) {
  const [was, is] = [before.name?.[0] ?? "", after.name?.[0] ?? ""];
  if (was !== is) yield { kind: "name", value: was };
  for (const id of Object.keys(patch.items)) {
    const [state = 0, , rev = 1, note = ""] = before.items[id] ?? [];
    const now = after.items[id];
    if (state !== now[0] || (state && rev !== now[2])) yield { kind: "item", id, value: state, rev };
    if (note !== (now[3] ?? "")) yield { kind: "note", id, value: note };
  }
  for (const [kind, field] of [
    ["ask", "ask"],
    ["date", "dates"],
  ]) {
    for (const id of Object.keys(patch[field])) {
      const value = before[field][id]?.[0] ?? "";
      if (value !== after[field][id][0]) yield { kind, id, value };
    }
  }
}
