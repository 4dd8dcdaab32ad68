/** What stands above a list: progress, undo, and on the list's own page what changes the view of it. */

import { button, counted, make, mark, tell } from "./make.js";
import { fill, squares } from "./squares.js";

/** @param {import("./check-list.js").CheckList} list */
export const progressBar = (list) => {
  const row = squares();
  const sum = make("span", { class: "check-list-sum" });
  const undo = button("Undo", () => list.step("undo"), { hidden: true });
  const redo = button("Redo", () => list.step("redo"), { hidden: true });
  const isAway = list.isEmbed && list.url.pathname !== location.pathname;
  const away = isAway && make("a", { href: list.url.href }, "Open the list");
  const steps = make("span", { class: "check-list-steps" }, undo, redo, away);
  const node = make("div", { class: "check-list-bar" }, row, sum, steps);

  /** @param {boolean[]} ticks @param {string} words @param {(string | undefined)[]} next what can be undone, and done again */
  const show = (ticks, words, next) => {
    fill(row, ticks);
    tell(sum, words);
    [undo, redo].forEach((step, at) => {
      const can = next[at] !== undefined;
      if (can) step.hidden = false; // once there it stays: a button that goes takes the focus with it
      mark(step, "aria-disabled", !can && "true");
    });
  };
  return { node, undo, show };
};

/** Shorter lists are seen at a glance. */
const SEARCHED = 8;

/** @param {import("./check-list.js").CheckList} list */
export const tools = (list) => {
  const { view } = list;
  const change = (name, read) => (event) => {
    view[name] = read(event.target);
    list.refilter();
  };
  const hide = make("input", { type: "checkbox", onchange: change("hideDone", (box) => box.checked) });
  const text = list.tasks.length >= SEARCHED && make("input", {
    type: "search",
    class: "check-list-filter",
    placeholder: "Filter",
    "aria-label": "Filter items by text",
    oninput: change("text", (field) => field.value.trim().toLowerCase()),
  });
  const level = choice("Level", "All levels", levels(list), change("level", (field) => field.value));
  const tag = choice("Tag", "All tags", tags(list), change("tag", (field) => field.value));
  const node = make(
    "div",
    { class: "check-list-tools", role: "group", "aria-label": "View" },
    make("label", { class: "check-list-toggle" }, hide, "Hide done"),
    text,
    level,
    tag,
    menu(list),
  );
  const clear = () => {
    for (const field of [text, level, tag]) if (field) field.value = "";
    hide.checked = false;
    Object.assign(view, { hideDone: false, text: "", level: "", tag: "" });
    list.refilter();
  };
  return { node, hide, text, clear };
};

const LEVELS = ["essential", "recommended", "optional"];

const levels = (list) => LEVELS.filter((level) => list.tasks.some((task) => task.level === level));

const tags = (list) => [...new Set(list.tasks.flatMap((task) => task.tags))].sort();

/** A choice of values, where there is one. */
const choice = (label, all, values, onchange) =>
  values.length > (label === "Tag" ? 0 : 1) &&
  make(
    "select",
    { class: "check-list-select", "aria-label": label, onchange },
    make("option", { value: "" }, all),
    ...values.map((value) => make("option", { value }, value)),
  );

/** What is rarely needed, in one fold. */
const menu = (list) => {
  const ticked = make("input", { type: "checkbox" });
  const full = make("input", { type: "checkbox" });
  const save = (kind, words) => button(words, () => list.files((files) => files.save(list, kind)));
  const option = (box, text) => make("label", { class: "check-list-option" }, box, text);
  const group = (name, ...children) =>
    make("fieldset", { class: "check-list-group" }, make("legend", {}, name), ...children);
  return make(
    "details",
    { class: "check-list-more" },
    make("summary", {}, "More"),
    make(
      "div",
      { class: "check-list-menu" },
      group(
        "This list",
        button("Start again", () => list.startAgain()),
        button("Keyboard shortcuts", () => list.help()),
      ),
      group(
        "On paper",
        option(ticked, "with my ticks"),
        option(full, "with explanations"),
        button("Print", () => list.print(ticked.checked, full.checked)),
      ),
      group(
        "To keep or move",
        save("json", "Save a file"),
        save("md", "Save as Markdown"),
        save("csv", "Save as a table (CSV)"),
        button("Load a file …", () => list.files((files) => files.load(list))),
      ),
    ),
  );
};

/** "3 of 12 done". @param {number} done @param {number} total */
export const words = (done, total) =>
  total ? (done === total ? `All ${counted(total, "done", "done")}` : `${done} of ${total} done`) : "Nothing to do";
