/** What there is to say of an item besides its tick. */

import { daysBetween, dayOf, dueDay } from "./due.js";
import { counted } from "./make.js";

const CALENDAR = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/**
 * @param {import("./check-list.js").CheckList} list @param {import("./items.js").Task & {states: number[]}} task
 * @param {import("./ancestry.js").Effective} entry @param {import("./record.js").Run} run @param {Date} now
 * @returns {Generator<import("./items.js").Flag>}
 */
export function* flagsOf(list, task, entry, run, now) {
  if (task.states[0] === 2) yield { kind: "skipped", words: "not applicable" };
  if (task.states[0] === 1 && entry.rev < task.rev) {
    yield { kind: "changed", words: "Changed since you ticked it.", does: ["Still done", () => list.confirm(task)] };
  }
  const day = task.due && task.states.some((state) => state === 0) && dueDay(task.due, run.dates);
  if (day) yield dueFlag(task.due.on ? "" : `${CALENDAR.format(new Date(day))}, `, daysBetween(dayOf(now), day));
}

/** @param {string} day what to say before it @param {number} days from today */
const dueFlag = (day, days) => {
  if (days < 0) return { kind: "overdue", words: `${day}overdue by ${counted(-days, "day")}` };
  return { kind: "due", words: day + (["today", "tomorrow"][days] ?? `in ${days} days`) };
};
