/**
 * How much is done. Every shown box counts once; what is hidden or not applicable does not, so all can be done.
 *
 * @typedef {import("./conditions.js").Condition} Condition
 * @typedef {object} Task
 * @property {string} id
 * @property {string} [text]
 * @property {Condition} [if]
 * @property {number} [repeat] boxes, 1 to 31
 * @property {"" | "day" | "week" | "month"} [every]
 * @property {{on: string} | {label: string, days: number}} [due]
 * @property {Task[]} [items]
 * @typedef {{title?: string, if?: Condition, items: Task[]}} Section
 * @typedef {{id: string, options: {id: string}[]}} Question
 * @typedef {object} List
 * @property {string} id
 * @property {string} title
 * @property {string} [url]
 * @property {Section[]} sections with tasks only, no notes
 * @property {Question[]} [ask]
 * @property {string[]} [known] ids of tasks of this list that are not on this page
 * @typedef {{done: number, total: number}} Count
 * @typedef {{id: string, state: 0 | 1 | 2}} Box
 */

import { effective, unlisted } from "./ancestry.js";
import { answersOf, isShown } from "./conditions.js";
import { dateOf } from "./clock.js";
import { dayOf } from "./due.js";

/** The first day of the day, ISO week or month that a moment is in, where the reader is. */
const PERIODS = {
  day: (year, month, date) => [year, month, date],
  week: (year, month, date) => [year, month, date - ((new Date(year, month, date).getDay() + 6) % 7)],
  month: (year, month) => [year, month, 1],
};

/** @param {Date} date @param {"day" | "week" | "month"} every */
const periodOf = (date, every) =>
  dayOf(new Date(...PERIODS[every](date.getFullYear(), date.getMonth(), date.getDate())));

/**
 * The boxes of an item and how they stand: `id`, `id~2`, `id~3`. A daily, weekly or monthly one opens anew.
 * @param {Task} task @param {import("./record.js").Run} run
 * @param {import("./ancestry.js").Links} links @param {Date} now
 * @returns {Box[]}
 */
export const boxesOf = ({ id, repeat = 1, every }, run, links, now) =>
  Array.from({ length: repeat }, (_, i) => {
    const box = i ? `${id}~${i + 1}` : id;
    const { state, t } = effective(run.items, box, links);
    // A clock that was ahead must not make a box that can never be ticked: later than now is now.
    const over = state === 1 && every && periodOf(dateOf(t), every) < periodOf(now, every);
    return { id: box, state: over ? 0 : state };
  });

/**
 * All tasks in order.
 * @param {Task[]} tasks @param {Record<string, string>} answers @param {boolean} [shown] @param {number} [depth]
 * @returns {Generator<{task: Task, shown: boolean, depth: number}>}
 */
export function* tasksOf(tasks, answers, shown = true, depth = 0) {
  for (const task of tasks) {
    const here = shown && isShown(task.if, answers);
    yield { task, shown: here, depth };
    yield* tasksOf(task.items ?? [], answers, here, depth + 1);
  }
}

/** @returns {Count} */
const countOf = (boxes) =>
  boxes[0]?.state === 2
    ? { done: 0, total: 0 }
    : { done: boxes.filter((box) => box.state === 1).length, total: boxes.filter((box) => box.state < 2).length };

const sum = (counts) =>
  counts.reduce((a, b) => ({ done: a.done + b.done, total: a.total + b.total }), { done: 0, total: 0 });

/**
 * @param {List} list @param {import("./record.js").Run} run
 * @param {import("./ancestry.js").Links} links @param {Date} [now]
 * @returns {Count & {sections: Count[], unlisted: string[]}} `unlisted`: ids with ticks or notes of items that are gone
 */
export const progress = (list, run, links, now = new Date()) => {
  const answers = answersOf(run, list.ask ?? []);
  const sections = list.sections.map((section) => {
    const tasks = [...tasksOf(section.items, answers, isShown(section.if, answers))];
    return sum(tasks.map(({ task, shown }) => (shown ? countOf(boxesOf(task, run, links, now)) : sum([]))));
  });
  return { ...sum(sections), sections, unlisted: unlisted(run.items, listed(list), links) };
};

/** The ids of all tasks of the list. @param {List} list */
export const listed = (list) => [
  ...(list.known ?? []),
  ...list.sections.flatMap((section) => [...tasksOf(section.items, {})].map(({ task }) => task.id)),
];
