/** The list of keys, as `?` shows it. */

import { dialog } from "./dialog.js";
import { KEYS } from "./keys.js";
import { make } from "./make.js";

/** @param {import("./check-list.js").CheckList} list */
export const show = (list) => {
  const rows = KEYS.flatMap(([key, does]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, does)]);
  list.ask(dialog("Keys", [make("p", {}, "They work while the focus is in the list."), make("dl", { class: "check-list-keys" }, ...rows)]));
};
