/** The plan's store, one for a page: the same as that of checklists, so nothing is lost that two tabs do at once. */

import { open } from "./book.js";
import { PLAN, planSum } from "./plan.js";

/** @param {string} site the site's id @returns the book, and who reads it (for `leave`) */
export const openPlan = (site) => {
  const reader = { site, prepare: () => [] };
  return { book: open(reader, PLAN, [], planSum), reader };
};
