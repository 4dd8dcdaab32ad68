/** What a reader must know about the plan: whether it is kept, and what just happened to it. */

import { button, counted, make, tell } from "./make.js";

const NOT_SAVED = {
  off: "This browser keeps nothing for this page. What you change here lasts as long as it is open.",
  pending: "The browser would not save your last change. It is tried again.",
  newer: "Your plan was saved by a newer version of this page, so nothing can be changed here.",
};

/** @param {{say: (words: string) => void, save: (kind: string) => void, saveCopy: (key: string) => void}} page */
export const planNotices = (page) => {
  const wrong = make("div", { class: "check-list-banner", "data-kind": "wrong", hidden: true });
  const aside = make("div", { class: "check-list-banner", "data-kind": "wrong", hidden: true });
  const lost = make("div", { class: "check-list-banner", hidden: true });
  const news = make("div", { class: "check-list-banner", hidden: true });
  const saved = make("p", { class: "plan-saved" });

  const write = (node, words, ...buttons) => {
    node.replaceChildren(...(words ? [make("p", {}, words), ...buttons] : []));
    node.hidden = !words;
  };

  /** @param {import("./store.js").State} state */
  const state = (state) => {
    const words = NOT_SAVED[state] ?? "";
    tell(saved, words ? "Not saved in this browser." : "Saved in this browser, nowhere else.");
    if (wrong.dataset.state === state) return;
    wrong.dataset.state = state;
    const way = state === "newer" ? button("Load again", () => location.reload()) : button("Save a file", () => page.save("json"));
    write(wrong, words, way);
    if (words) page.say(words);
  };

  /** @param {import("./store.js").Aside[]} copies of what could not be read */
  const setAside = (copies) => {
    const last = copies.at(-1);
    if (!last || aside.dataset.key === last.key) return;
    aside.dataset.key = last.key;
    const what = last.entries ? counted(last.entries, "entry", "entries") : "What was saved here";
    const words = `${what} could not be read. Nothing was deleted: a copy is kept under “${last.key}”.`;
    write(aside, words, button("Save the copy", () => page.saveCopy(last.key)), button("Close", () => write(aside, "")));
    page.say(words);
  };

  /** The index could not be asked. @param {() => void} [again] */
  const missing = (again) =>
    write(lost, again ? "Where your strategies are told could not be looked up." : "", again && button("Try again", again));

  /** Something that just happened, until the next change. @param {string} words @param {...HTMLElement} buttons */
  const tellNews = (words, ...buttons) => write(news, words, ...buttons);

  return { above: [wrong, aside, lost, news], below: [saved], state, setAside, missing, tellNews };
};
