/**
 * Reading a file that was exported, or that claims to be: nothing in it is believed before it was checked. What comes
 * out is merged by `store.apply([{kind: "import", value: record}])`, and can be undone like any change.
 */

import { unlisted } from "./ancestry.js";
import { Clock } from "./clock.js";
import { FORMAT } from "./exports.js";
import { merge } from "./merge.js";
import { bare, emptyRun, isObject, sound } from "./record.js";

/** The largest file, in bytes. Compare `file.size` before reading. */
export const LARGEST = 2 * 1024 * 1024;

/** What is said of a file that is larger. */
export const TOO_LARGE = "The file is larger than 2 MB. An export of checklists is much smaller, so nothing was read.";

const WRONG_FORMAT = "This is not an export of checklists. Choose one that “Save a file” made.";

const CUT_OFF = "The file is cut off. Save it again.";
const NO_JSON = "The file is not JSON. Save it again.";

/**
 * @typedef {{id: string, title: string, record: import("./record.js").RecordV1}} Imported
 * @param {string} text
 * @param {{site: string, lists: Record<string, string[]>}} here the ids of the lists that may be imported, each with the
 *   ids it had
 * @param {Clock} [clock] whose times of more than a day ahead are not believed
 * @returns {{lists: Imported[], problems: string[]}} `problems`: plain sentences; without lists nothing can be imported
 */
export const readFile = (text, here, clock = new Clock()) => {
  if (text.length > LARGEST) return { lists: [], problems: [TOO_LARGE] };
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return { lists: [], problems: [cutOff(text) ? CUT_OFF : NO_JSON] };
  }
  const problem = wrongWith(file, here.site);
  if (problem) return { lists: [], problems: [problem] };
  const read = file.lists.map((list) => readList(list, currentIds(here.lists), clock));
  const lists = read.flatMap((one) => one.list ?? []);
  const problems = read.flatMap((one) => one.problem ?? []);
  return { lists, problems: read.length ? problems : ["The file has no checklists in it."] };
};

const cutOff = (text) => /^\s*\{/.test(text) && !/\}\s*$/.test(text);

const wrongWith = (file, site) => {
  if (!isObject(file) || file.format !== FORMAT || typeof file.version !== "number") return WRONG_FORMAT;
  if (file.version > 1) return "The file was made by a newer version of this page. Reload the page and try again.";
  if (file.version !== 1 || !Array.isArray(file.lists)) return WRONG_FORMAT;
  if (file.site !== site) return `The file is of another site, ${quoted(file.site)}. Only this site’s can be imported.`;
  return "";
};

/** @param {unknown} text as much of it as may be shown */
const quoted = (text) => {
  if (typeof text !== "string") return "one without a name";
  return text.length > 60 ? `“${text.slice(0, 60)}…”` : `“${text}”`;
};

const currentIds = (lists) =>
  new Map(Object.entries(lists).flatMap(([id, was]) => [...was.map((old) => [old, id]), [id, id]]));

const readList = (list, ids, clock) => {
  if (!isObject(list) || typeof list.id !== "string")
    return { problem: "An entry of the file is no checklist and is left out." };
  const title = quoted(typeof list.title === "string" && list.title ? list.title : list.id);
  const id = ids.get(list.id);
  if (!id) return { problem: `${title} is not a checklist of this page and is left out.` };
  const found = soundOf(list.record);
  if (found.problem === "newer")
    return { problem: `${title} was saved by a newer version of this page. Reload the page and try again.` };
  if (!found.record) return { problem: `${title} cannot be read and is left out.` };
  const problem = found.bad ? `${title}: ${left(found.bad)} left out.` : undefined;
  const record = retimed(found.record, (t) => clock.clamp(t));
  return { list: { id, title: typeof list.title === "string" ? list.title : id, record }, problem };
};

const left = (bad) => (bad === 1 ? "1 entry makes no sense and is" : `${bad} entries make no sense and are`);

const soundOf = (record) => {
  try {
    return sound(record);
  } catch {
    return { problem: "unreadable" };
  }
};

/**
 * A record with each of its times put through a function; without the sum.
 * @param {import("./record.js").RecordV1} record @param {(t: number) => number} time @returns {import("./record.js").RecordV1}
 */
export const retimed = (record, time) => {
  const answer = ([value, t, ...rest]) => [value, time(t), ...rest];
  const item = ([state, t, rev, ...note]) => [state, time(t), rev, ...(note.length ? answer(note) : [])];
  const all = (entries, change) =>
    bare(Object.fromEntries(Object.entries(entries).map(([key, e]) => [key, change(e)])));
  const run = (old) =>
    bare({
      ...old,
      ...(old.name && { name: answer(old.name) }),
      ...("made" in old && { made: time(old.made) }),
      items: all(old.items, item),
      ask: all(old.ask, answer),
      dates: all(old.dates, answer),
    });
  const { sum, ...rest } = record;
  return bare({ ...rest, active: answer(record.active), runs: all(record.runs, run) });
};

/**
 * What importing would change, over all runs.
 * @typedef {{added: number, removed: number, notes: number, answers: number, runs: number, unlisted: number}} Preview
 *   ticks (or "not applicable") added and removed, notes, answers and dates that change, runs that are new, ticks of items
 *   that are not listed
 * @param {import("./record.js").RecordV1} current @param {import("./record.js").RecordV1} incoming
 * @param {Iterable<string>} listed @param {import("./ancestry.js").Links} links @returns {Preview}
 */
export const preview = (current, incoming, listed, links) => {
  const after = merge(current, incoming);
  const counts = { added: 0, removed: 0, notes: 0, answers: 0, runs: 0, unlisted: 0 };
  for (const [id, run] of Object.entries(after.runs)) {
    const before = current.runs[id] ?? emptyRun();
    counts.runs += id in current.runs ? 0 : 1;
    for (const [item, [state, , , note = ""]] of Object.entries(run.items)) {
      const [old = 0, , , oldNote = ""] = before.items[item] ?? [];
      if (state !== old) counts[state ? "added" : "removed"] += 1;
      if (note !== oldNote) counts.notes += 1;
    }
    for (const field of ["ask", "dates"]) counts.answers += changed(before[field], run[field]);
    counts.unlisted += unlisted(incoming.runs[id]?.items ?? bare(), listed, links).length;
  }
  return counts;
};

const changed = (before, after) => Object.keys(after).filter((id) => after[id][0] !== (before[id]?.[0] ?? "")).length;
