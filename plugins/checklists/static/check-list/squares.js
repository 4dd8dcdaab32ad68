/** Progress as the row of squares of the list itself, filling as they are ticked. */

import { make, mark } from "./make.js";

/** More than these do not fit a line on a phone; each square then stands for a few neighbours. */
const MOST = 30;

export const squares = () => make("span", { class: "check-list-squares", "aria-hidden": "true" });

/** @param {HTMLElement} row @param {boolean[]} ticks of all boxes that count, in the order of the list */
export const fill = (row, ticks) => {
  const count = Math.min(ticks.length, MOST);
  while (row.childElementCount > count) row.lastElementChild.remove();
  while (row.childElementCount < count) row.append(make("i", { class: "check-list-square" }));
  [...row.children].forEach((square, at) => {
    const own = ticks.slice((at * ticks.length) / count, ((at + 1) * ticks.length) / count);
    mark(square, "data-state", own.every(Boolean) ? "full" : own.some(Boolean) && "part");
  });
};
