/** The list as it stands in the page, and what is added to each item. */

import { button, make, mark, tell } from "./make.js";

/**
 * @typedef {import("./progress.js").Task & {
 *   node: HTMLElement, label: HTMLElement, boxes: HTMLInputElement[], text: string, level: string, tags: string[],
 *   canSkip: boolean, due?: any, inherits?: string, words: string, items: Task[]
 * }} Task `words`: all it says, in small letters, for the filter
 * @typedef {{kind: string, words: string, does?: [string, () => void]}} Flag
 */

const parsed = (text) => (text ? JSON.parse(text) : undefined);

const within = (node) => [...node.querySelectorAll(":scope > .check-list-items > [data-item]")];

/** @param {HTMLElement} node @returns {Task} */
const taskOf = (node) => {
  const { item, level = "", tags, rev = 1, every = "", na, due, inherits } = node.dataset;
  const label = node.querySelector(".check-item-label");
  const boxes = [...label.querySelectorAll(".check-item-box")];
  const parts = [...node.children].filter((part) => part.localName !== "ul");
  return {
    id: item,
    node,
    label,
    boxes,
    text: label.querySelector(".check-item-text").textContent.trim(),
    level,
    tags: parsed(tags) ?? [],
    rev: Number(rev),
    repeat: boxes.length,
    every,
    canSkip: na !== "no",
    due: parsed(due),
    inherits,
    if: parsed(node.dataset.if),
    words: parts.map((part) => part.textContent).join(" ").toLowerCase(),
    items: within(node).map(taskOf),
  };
};

/**
 * The list that an element shows, as the modules without DOM take it, with the nodes in it.
 * @param {HTMLElement} root
 */
export const listOf = (root) => {
  const { list, title, url, ask, dates, known, prefix = "" } = root.dataset;
  const sections = [...root.querySelectorAll(".check-list-section")].map((node) => ({
    node,
    title: node.querySelector("legend").textContent.trim(),
    if: parsed(node.dataset.if),
    items: within(node).map(taskOf),
    notes: [...node.querySelectorAll(".check-note")].map((note) => ({ node: note, if: parsed(note.dataset.if) })),
  }));
  return {
    id: list,
    title,
    prefix,
    url: new URL(url, location.href).href,
    ask: parsed(ask) ?? [],
    dates: parsed(dates) ?? [],
    known: parsed(known) ?? [],
    sections,
  };
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
  const flags = make("span", { class: "check-item-flags" });
  const written = task.node.querySelector(":scope > .check-item-facts");
  const facts = written ?? make("p", { class: "check-item-facts" });
  const skip = button("", () => list.skip(task));
  const tools = make(
    "div",
    { class: "check-item-tools", hidden: true },
    task.canSkip && skip,
    button("Note", () => write()),
    button("Copy link", () => list.copyLink(task)),
  );
  const note = noteField(list, task);
  facts.append(flags);
  if (!written) task.label.after(facts);
  task.label.after(act);
  facts.after(tools, note.node);

  const open = (yes) => {
    act.ariaExpanded = String(yes);
    tools.hidden = !yes;
  };
  const write = () => {
    note.node.hidden = false;
    note.field.focus();
  };

  let shown;
  /** @param {{states: number[], note: string, flags: Flag[]}} given */
  const show = ({ states, note: words, flags: said }) => {
    const facts = said.map((flag) => flag.words).join(", ");
    const key = `${states}|${facts}|${words}`;
    task.boxes.forEach((box, at) => (box.checked = states[at] === 1));
    if (shown === key) return;
    shown = key;
    const skipped = states[0] === 2;
    for (const box of task.boxes) mark(box, "aria-description", facts);
    mark(task.node, "data-done", states.every((state) => state === 1));
    mark(task.node, "data-skipped", skipped);
    tell(skip, skipped ? "Applies after all" : "Not applicable");
    note.show(words);
    showFlags(flags, said);
  };

  const remove = () => {
    for (const made of [act, flags, tools, note.node, !written && facts]) if (made) made.remove();
    task.node.hidden = false;
  };
  return { show, remove, write, keep: note.keep };
};

const showFlags = (row, said) => {
  row.replaceChildren(
    ...said.flatMap(({ kind, words, does }) => [
      make("span", { class: `check-item-${kind}` }, words),
      ...(does ? [button(...does)] : []),
    ]),
  );
};

/** The reader's own words on an item: kept a moment after the last key, and when the field is left. */
const noteField = (list, task) => {
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
  const rest = make("span", { class: "visually-hidden" }, ` on: ${task.text}`);
  const node = make("label", { class: "check-item-note", hidden: true }, make("span", {}, "My note", rest), field);

  const show = (text) => {
    shown = text;
    if (!timer && field.value !== text) field.value = text;
    if (text || document.activeElement !== field) node.hidden = !text;
  };
  return { node, field, show, keep };
};
