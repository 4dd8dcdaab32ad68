/** Days, as `2026-05-01`. */

import { DAY } from "./clock.js";

/** @param {unknown} day @returns {number | undefined} its number since 1970; undefined when there is no such day */
const numberOf = (day) => {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
  const at = Date.parse(`${day}T00:00:00Z`);
  return isoOf(at / DAY) === day ? at / DAY : undefined;
};

const isoOf = (number) => {
  const date = new Date(number * DAY);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
};

/** A moment's day where the reader is. @param {Date} date */
export const dayOf = (date) => isoOf(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY);

/**
 * @param {{on: string} | {label: string, days: number}} due
 * @param {import("./record.js").Run["dates"]} dates what the reader gave
 * @returns {string | undefined} the day; undefined as long as the date it depends on is not given
 */
export const dueDay = (due, dates) => {
  const from = numberOf(due.on ?? dates[due.label]?.[0]);
  return from === undefined ? undefined : isoOf(from + (due.on ? 0 : due.days)) || undefined;
};

/** From one day to another, in days; negative: it is over. @param {string} from @param {string} to */
export const daysBetween = (from, to) => numberOf(to) - numberOf(from);
