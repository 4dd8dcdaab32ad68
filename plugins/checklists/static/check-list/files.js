/** Files that readers save and load. Nothing changes before a reader has seen what would. */

import { ask } from "./dialog.js";
import { dayOf } from "./due.js";
import { toCsv, toJson, toMarkdown } from "./exports.js";
import { LARGEST, preview, readFile, TOO_LARGE } from "./imports.js";
import { button, counted, make } from "./make.js";
import { merge } from "./merge.js";
import { boxesOf, listed } from "./progress.js";
import { activeRun } from "./record.js";

/** More changed items than these are counted, not listed. */
const LISTED = 12;

const SAID = ["open", "done", "not applicable"];

const named = ({ id, title }) => ({ id, title });

const KINDS = {
  json: ["application/json", ({ site, list, record }) => toJson(site, [{ ...named(list), record }])],
  md: ["text/markdown", (list) => toMarkdown(list.list, list.record, list.links)],
  csv: ["text/csv", (list) => toCsv(list.list, list.record, list.links)],
};

/** @param {import("./check-list.js").CheckList} list @param {"json" | "md" | "csv"} kind */
export const save = (list, kind) => {
  const [type, write] = KINDS[kind];
  download(write(list), type, `${list.list.id}-${dayOf(new Date())}.${kind}`);
};

/** A copy of what could not be read, as it was found. @param {string} key */
export const saveCopy = (key) => download(localStorage.getItem(key) ?? "", "text/plain", "unreadable.txt");

const download = (text, type, name) => {
  const href = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
};

/** @param {import("./check-list.js").CheckList} list */
export const load = (list) => {
  const onchange = ({ target }) => read(list, target.files[0]);
  make("input", { type: "file", accept: ".json,application/json", onchange }).click();
};

const read = async (list, file) => {
  if (!file) return;
  const { id } = list.list;
  const here = { site: list.site, lists: { [id]: JSON.parse(list.dataset.was ?? "[]") } };
  const tooLarge = { lists: [], problems: [TOO_LARGE] };
  const { lists, problems } = file.size > LARGEST ? tooLarge : readFile(await file.text(), here);
  show(list, file.name, lists.find((one) => one.id === id), problems);
};

const show = (list, name, found, problems) => {
  const said = problems.map((problem) => make("p", {}, problem));
  const changes = found ? changesOf(list, found.record) : [];
  const load = () => list.act([{ kind: "import", value: found.record }], "Loaded");
  const main = changes.length > 0 && button("Load it", load, { "data-kind": "main" });
  const outcome = changes.length ? "This would change; you can undo it." : "Nothing in it is newer than what you have.";
  const words = found ? outcome : "Nothing was changed.";
  ask(list, `From the file “${name}”`, [...said, make("p", {}, words), ...changes], main || undefined);
};

/** What loading a record would change, in words. */
const changesOf = (list, record) => {
  const counts = preview(list.record, record, listed(list.list), list.links);
  const items = itemsOf(list, record);
  const lines = [
    counts.runs && `${counted(counts.runs, "earlier or other run")} added`,
    counts.added && `${counted(counts.added, "tick")} added`,
    counts.removed && `${counted(counts.removed, "tick")} removed`,
    counts.notes && `${counted(counts.notes, "note")} changed`,
    counts.answers && `${counted(counts.answers, "answer or date", "answers or dates")} changed`,
  ].filter(Boolean);
  if (!lines.length && !items.length) return [];
  const [rest, gone] = [items.length - LISTED, counts.unlisted];
  return [
    bullets(lines),
    items.length > 0 && bullets(items.slice(0, LISTED)),
    rest > 0 && make("p", {}, `and ${counted(rest, "item")} more.`),
    gone > 0 && make("p", {}, `${counted(gone, "tick belongs to an item", "ticks belong to items")} no longer listed.`),
  ];
};

const bullets = (lines) => make("ul", { class: "check-list-changes" }, ...lines.map((line) => make("li", {}, line)));

const itemsOf = (list, record) => {
  const now = new Date();
  const boxes = (task, from) => boxesOf(task, activeRun(from), list.links, now);
  const states = (from) => list.tasks.map((task) => boxes(task, from).map((box) => box.state));
  const [before, after] = [states(list.record), states(merge(list.record, record))];
  return list.tasks.flatMap((task, at) =>
    String(before[at]) === String(after[at]) ? [] : `${task.text}: ${stateOf(before[at])} → ${stateOf(after[at])}`,
  );
};

const stateOf = (states) =>
  states.length === 1 || states[0] === 2
    ? SAID[states[0]]
    : `${states.filter((state) => state === 1).length} of ${states.length}`;
