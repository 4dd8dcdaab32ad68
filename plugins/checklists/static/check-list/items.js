/** The items of a list as they stand in the page, and what is added to each. */

import { button, make, mark, tell } from "./make.js";

/**
 * @typedef {object} Task
 * @property {string} id
 * @property {HTMLElement} node
 * @property {HTMLElement} label
 * @property {HTMLInputElement[]} boxes
 * @property {string[]} names the boxes' names, which their ticks are kept under
 * @property {string} text
 * @property {string} level
 * @property {string[]} tags
 * @property {number} rev
 * @property {string} every "day", "week", "month", or ""
 * @property {boolean} canSkip
 * @property {any} due
 * @property {any[]} conditions its own and those it stands under; all must hold
 * @property {string} words all it says, in small letters, for the filter
 */

const parsed = (text) => (text ? JSON.parse(text) : undefined);

/** @param {HTMLElement} root @returns {Task[]} in the order of the page */
export const tasksOf = (root) =>
  [...root.querySelectorAll("[data-item]")].map((node) => {
    const { item, level = "", tags, rev = "1", every = "", na, due } = node.dataset;
    const label = node.querySelector(".check-item-label");
    const boxes = [...label.querySelectorAll(".check-item-box")];
    return {
      id: item,
      node,
      label,
      boxes,
      names: boxes.map((box) => box.name),
      text: label.querySelector(".check-item-text").textContent.trim(),
      level,
      tags: parsed(tags) ?? [],
      rev: Number(rev),
      every,
      canSkip: na !== "no",
      due: parsed(due),
      conditions: conditionsOf(node),
      words: [...node.children].filter((part) => part.localName !== "ul").map((part) => part.textContent).join(" ").toLowerCase(),
    };
  });

/** What must hold for a part of the list to be shown. @param {HTMLElement} node */
export const conditionsOf = (node) => {
  const found = [];
  for (let at = node.closest("[data-if]"); at; at = at.parentElement.closest("[data-if]")) found.push(parsed(at.dataset.if));
  return found;
};

/**
 * Adds what one item has beyond its box.
 * @param {import("./check-list.js").CheckList} list @param {Task} task
 */
export const dressed = (list, task) => {
  const act = make("button", {
    type: "button",
    class: "check-item-act",
    "aria-expanded": "false",
    "aria-label": `More for: ${task.text}`,
    onclick: () => open(act.ariaExpanded !== "true"),
  });
  act.textContent = "⋯";
  const flags = make("p", { class: "check-item-flag", hidden: true });
  const skip = button("", () => list.skip(task));
  const tools = make(
    "div",
    { class: "check-item-tools", hidden: true },
    task.canSkip && skip,
    button("Note", () => write()),
    button("Copy link", () => list.copyLink(task)),
  );
  const note = noteOf(list, task);
  const more = task.node.querySelector(":scope > .check-item-facts") ?? task.label;
  task.label.after(act);
  more.after(flags, tools, note.node);

  const open = (yes) => {
    act.ariaExpanded = String(yes);
    tools.hidden = !yes;
  };
  const write = () => {
    note.node.hidden = false;
    note.field.focus();
  };

  /** @param {{states: number[], note: string, flags: {kind: string, words: string, does?: [string, () => void]}[]}} shown */
  const show = ({ states, note: written, flags: said }) => {
    const skipped = states[0] === 2;
    task.boxes.forEach((box, at) => {
      box.checked = states[at] === 1;
      mark(box, "aria-description", said.map((flag) => flag.words).join(", "));
    });
    mark(task.node, "data-done", states.every((state) => state === 1));
    mark(task.node, "data-skipped", skipped);
    tell(skip, skipped ? "Applies after all" : "Not applicable");
    note.show(written);
    showFlags(flags, said);
  };

  const remove = () => {
    for (const made of [act, flags, tools, note.node]) made.remove();
    show({ states: task.boxes.map((box) => (box.defaultChecked ? 1 : 0)), note: "", flags: [] });
    task.node.hidden = false;
  };
  return { show, remove, write };
};

const showFlags = (row, said) => {
  const key = said.map((flag) => flag.kind + flag.words).join("|");
  if (row.dataset.said === key) return;
  row.dataset.said = key;
  row.hidden = !said.length;
  row.replaceChildren(
    ...said.flatMap(({ kind, words, does }) => [
      make("span", { class: `check-item-${kind}` }, words),
      ...(does ? [button(...does)] : []),
    ]),
  );
};

/** The reader's own words on an item: kept a moment after the last key, and when the field is left. */
const noteOf = (list, task) => {
  let shown = "";
  let timer = 0;
  const keep = () => {
    clearTimeout(timer);
    timer = 0;
    if (field.value !== shown) list.note(task, field.value);
  };
  const field = make("textarea", {
    class: "check-item-note-text",
    rows: 2,
    maxlength: 4000,
    oninput: () => {
      clearTimeout(timer);
      timer = setTimeout(keep, 600);
    },
    onblur: () => {
      keep();
      node.hidden = !field.value;
    },
  });
  const node = make("label", { class: "check-item-note", hidden: true }, make("span", {}, "My note", make("span", { class: "visually-hidden" }, ` on: ${task.text}`)), field);

  const show = (text) => {
    shown = text;
    if (!timer && field.value !== text) field.value = text;
    if (text || document.activeElement !== field) node.hidden = !text;
  };
  return { node, field, show, keep };
};
