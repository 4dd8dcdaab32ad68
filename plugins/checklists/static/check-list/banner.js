/** What a reader must know about his ticks: whether they are kept, and what just happened to them. */

import { button, counted, make, tell } from "./make.js";

/** By state of the store: what is wrong, and the way out. */
const WRONG = {
  off: "This browser keeps nothing for this page. Your ticks last as long as it is open.",
  pending: "The browser would not save your last change. It is tried again.",
  newer: "Your ticks were saved by a newer version of this page, so nothing can be changed here.",
};

/** @param {import("./check-list.js").CheckList} list */
export const banner = (list) => {
  const saved = make("p");
  const lost = make("p");
  const wrong = make("div", { class: "check-list-banner", "data-kind": "wrong", hidden: true });
  const notice = make("div", { class: "check-list-banner", hidden: true });
  const aside = make("div", { class: "check-list-banner", "data-kind": "wrong", hidden: true });

  const fill = (node, words, ...buttons) => {
    node.replaceChildren(...(words ? [make("p", {}, words), ...buttons] : []));
    node.hidden = !words;
  };

  /** @param {import("./store.js").State} state */
  const state = (state) => {
    const words = WRONG[state] ?? "";
    tell(saved, words ? "Not saved in this browser." : "Saved in this browser, nowhere else.");
    if (wrong.dataset.state === state) return;
    wrong.dataset.state = state;
    const way = state === "newer"
      ? button("Load again", () => location.reload())
      : button("Save a file", () => list.files((files) => files.save(list, "json")));
    fill(wrong, words, way);
    if (words) list.say(words);
  };

  /** @param {import("./store.js").Aside[]} copies of what could not be read */
  const setAside = (copies) => {
    const last = copies.at(-1);
    if (!last || aside.dataset.key === last.key) return;
    aside.dataset.key = last.key;
    const what = last.entries ? counted(last.entries, "entry", "entries") : "What was saved here";
    const words = `${what} could not be read. Nothing was deleted: a copy is kept under “${last.key}”.`;
    const save = button("Save the copy", () => list.files((files) => files.saveCopy(last.key)));
    fill(aside, words, save, button("Close", () => fill(aside, "")));
    list.say(words);
  };

  /** Something that can be taken back, until the next change. @param {string} words @param {...HTMLElement} buttons */
  const notify = (words, ...buttons) => fill(notice, words, ...buttons);

  /** @param {number} count of ticks and notes of items that are gone */
  const unlisted = (count) => {
    const ticks = counted(count, "tick belongs to an item", "ticks belong to items");
    tell(lost, count ? `${ticks} no longer listed. They are kept.` : "");
  };
  const below = [make("div", { class: "check-list-below" }, saved, lost)];
  return { above: [wrong, aside, notice], below, state, setAside, notify, unlisted };
};
