/**
 * What a reader can take along: everything as JSON (to be read in again), the active run as Markdown or as a table.
 *
 * JSON: {"format": "praxis-checklists", "version": 1, "site": …, "lists": [{"id", "title", "record"}]}, where a record is
 * what the browser keeps.
 */

import { effective } from "./ancestry.js";
import { dateOf } from "./clock.js";
import { answersOf, isShown } from "./conditions.js";
import { dayOf, dueDay } from "./due.js";
import { boxesOf, progress, tasksOf } from "./progress.js";
import { activeRun, canonical } from "./record.js";

export const FORMAT = "praxis-checklists";
const STATES = ["open", "done", "not applicable"];
const GONE = "No longer listed";

/** @param {string} site @param {{id: string, title: string, record: import("./record.js").RecordV1}[]} lists */
export const toJson = (site, lists) =>
  `${JSON.stringify({ format: FORMAT, version: 1, site, lists: canonical(lists) }, null, 1)}\n`;

/**
 * One of these a box.
 *
 * @typedef {object} Row
 * @property {string} section
 * @property {string} id
 * @property {string} text
 * @property {0 | 1 | 2} state
 * @property {string} on the day it was ticked
 * @property {string} note
 * @property {string} due
 * @property {boolean} shown
 * @property {number} depth
 *
 * @param {import("./progress.js").List} list
 * @param {import("./record.js").RecordV1} record @param {import("./ancestry.js").Links} links @param {Date} now
 * @returns {Row[]}
 */
const rowsOf = (list, record, links, now) => {
  const run = activeRun(record);
  const answers = answersOf(run, list.ask ?? []);
  const rows = list.sections.flatMap((section) =>
    [...tasksOf(section.items, answers, isShown(section.if, answers))].flatMap(({ task, shown, depth }) =>
      boxesOf(task, run, links, now).map(({ id, state }, i, { length }) => ({
        ...about(run, id, links),
        section: section.title ?? "",
        text: length > 1 ? `${task.text} (${i + 1} of ${length})` : task.text,
        state,
        due: (task.due && dueDay(task.due, run.dates)) ?? "",
        shown,
        depth,
      })),
    ),
  );
  const gone = progress(list, run, links, now).unlisted.map((id) => ({
    ...about(run, id, links),
    section: GONE,
    text: id,
    due: "",
    shown: true,
    depth: 0,
  }));
  return [...rows, ...gone];
};

const about = (run, id, links) => {
  const { state, t, note } = effective(run.items, id, links);
  return { id, state, note, on: state ? dayOf(dateOf(t)) : "" };
};

/** A task list with ticks and notes, as shown. @type {(...given: Parameters<typeof rowsOf>) => string} */
export const toMarkdown = (list, record, links, now = new Date()) => {
  const rows = rowsOf(list, record, links, now).filter(({ shown }) => shown);
  const titles = new Set(rows.map(({ section }) => section));
  const parts = [...titles].map((title) => {
    const lines = rows.filter(({ section }) => section === title).map(lineOf);
    return (title ? `## ${escaped(title)}\n\n` : "") + lines.join("\n");
  });
  const head = [`# ${escaped(list.title)}`, ...(list.url ? [`<${list.url}>`] : [])];
  return `${[...head, ...parts].join("\n\n")}\n`;
};

const lineOf = ({ text, state, note, due, depth }) => {
  const indent = "  ".repeat(depth);
  const known = [due && `due ${due}`, state === 2 && STATES[2]].filter(Boolean).join(", ");
  const facts = known && ` (${known})`;
  const quoted = note ? note.split(/\r\n?|\n/).map((line) => `\n${indent}  > ${escaped(line)}`) : [];
  return `${indent}- [${state === 1 ? "x" : " "}] ${escaped(text)}${facts}${quoted.join("")}`;
};

/** Text that Markdown must not take for markup. */
const escaped = (text) => text.replace(/[\\`*_[\]<>~&]/g, "\\$&").replace(/^(\s*\d*)([#+-]|(?<=\d)[.)])/, "$1\\$2");

/**
 * One line a box, hidden ones too, after RFC 4180, with the mark by which spreadsheets know UTF-8.
 * @type {(...given: Parameters<typeof rowsOf>) => string}
 */
export const toCsv = (list, record, links, now = new Date()) => {
  const rows = rowsOf(list, record, links, now).map((row) => [
    list.title,
    row.section,
    row.text,
    STATES[row.state],
    row.on,
    row.due,
    row.note,
    row.shown ? "yes" : "no",
    row.id,
  ]);
  const head = ["checklist", "section", "item", "state", "ticked on", "due", "note", "shown", "id"];
  const lines = [head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`);
  return `\ufeff${lines.join("")}`;
};

/** A spreadsheet must not run what somebody wrote: an apostrophe makes it text. */
const cell = (text) => {
  const safe = /^\s*[=+\-@＝＋－＠]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
