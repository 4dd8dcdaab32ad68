/** The link to an item. */

import { make } from "./make.js";

/** @param {import("./check-list.js").CheckList} list @param {import("./items.js").Task} task */
export const copy = async (list, task) => {
  const url = new URL(`#${list.list.prefix}${task.id}`, list.list.url);
  try {
    await navigator.clipboard.writeText(url.href);
    list.notify(`Copied the link to “${task.text}”.`);
    list.say("Link copied");
  } catch {
    // There is no clipboard here.
    list.notify(`The link to “${task.text}”: `, make("a", { href: url.href }, url.href));
  }
};
