/** The list of keys, as `?` shows it. */

import { ask } from "./dialog.js";
import { make } from "./make.js";

const KEYS = [
  ["Space", "tick"],
  ["J or ↓", "next item"],
  ["K or ↑", "item before"],
  ["N", "not applicable"],
  ["E", "note"],
  ["/", "filter"],
  ["Ctrl + Z", "undo"],
  ["Ctrl + Shift + Z", "redo"],
  ["?", "these keys"],
];

/** @param {import("./check-list.js").CheckList} list */
export const show = (list) => {
  const rows = KEYS.flatMap(([key, does]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, does)]);
  const where = make("p", {}, "They work while the focus is in the list.");
  ask(list, "Keys", [where, make("dl", { class: "check-list-keys" }, ...rows)]);
};
