/**
 * `<check-list>` wraps a list that already reads, ticks and prints, and makes it remember.
 *
 * It tells the world by one event, `check-list:change`, with `{id, done, total}`.
 */

import { effective, links, snapshotInherits } from "./ancestry.js";
import { banner } from "./banner.js";
import { leave, open } from "./book.js";
import { answersOf, isShown } from "./conditions.js";
import { dayOf } from "./due.js";
import { isNarrow, sift } from "./filter.js";
import { flagsOf } from "./flags.js";
import { dressed, listOf } from "./items.js";
import { keys } from "./keys.js";
import { button, counted, make, tell } from "./make.js";
import { boxesOf, progress, tasksOf } from "./progress.js";
import { questions } from "./questions.js";
import { activeRun, bare, emptyRun } from "./record.js";
import { progressBar, tools, words } from "./toolbar.js";

const SPOKEN_AFTER = 700;

export class CheckList extends HTMLElement {
  /** What the reader wants to see; kept as long as the page is open. */
  view = { text: "", level: "", tag: "", hideDone: false };

  #book;
  #stop;
  #made = [];
  #parts;
  #spoken = 0;
  #links;
  #isNew = false;
  #counted = {};
  #begun;
  #found = { done: 0, total: 0 };

  connectedCallback() {
    if (this.#stop || !this.dataset.list) return;
    this.#stop = new AbortController();
    this.#counted = {};
    this.list = listOf(this);
    this.tasks = this.list.sections.flatMap((section) => [...tasksOf(section.items, {})].map(({ task }) => task));
    this.#begun = this.tasks.filter((task) => task.boxes[0].defaultChecked);
    const early = this.#early();
    this.#links = linksOf(this);
    this.#open();
    this.#build();
    this.#listen();
    this.#state();
    const { done, total } = this.#render();
    const { sum } = this.store.record;
    if (sum && (sum[0] !== done || sum[1] !== total)) this.store.apply([]); // its author changed the list: for the card
    this.#arrive();
    for (const { box, checked } of early) {
      if (box.checked === checked) continue;
      box.checked = checked;
      this.#changed(box);
    }
  }

  /** What a reader ticked before this script was there counts as well: the site's script has marked it. */
  #early() {
    const boxes = this.tasks.flatMap((task) => task.boxes).filter((box) => "early" in box.dataset);
    for (const box of boxes) delete box.dataset.early;
    return boxes.map((box) => ({ box, checked: box.checked }));
  }

  disconnectedCallback() {
    if (!this.#stop) return;
    this.#stop.abort();
    this.#stop = undefined;
    for (const node of this.#made.splice(0)) node.remove();
    for (const task of this.tasks) task.controls.remove();
    for (const node of this.querySelectorAll("[hidden]")) node.hidden = false;
    leave(this.#book, this);
  }

  // --- what the parts ask for -----------------------------------------------------------------------

  get url() {
    return new URL(this.list.url);
  }

  get site() {
    return this.dataset.site ?? "";
  }

  get isEmbed() {
    return "embed" in this.dataset;
  }

  get links() {
    return this.#links;
  }

  get store() {
    return this.#book.store;
  }

  get canFilter() {
    return Boolean(this.#parts.tools?.text);
  }

  /** The record with what is ticked to begin with, where the reader has said nothing of it. */
  get record() {
    return this.#started(this.store.record);
  }

  /**
   * Does something that can be undone, and says it with the progress.
   * @param {import("./changes.js").Change[]} changes @param {string} [said]
   * @param {import("./changes.js").Change[]} [undo] where it is not to be what the store had
   * @param {(show: () => void) => void} [when] when it is shown
   * @returns what undoes it; null where nothing can be changed
   */
  act(changes, said = "", undo = [], when = (show) => show()) {
    const { store, history } = this.#book;
    const back = store.apply(changes);
    if (back) history.push(undo.length ? undo : back, said);
    when(() => this.#done(back && said));
    return back;
  }

  /** @param {"undo" | "redo"} way */
  step(way) {
    const { store, history } = this.#book;
    const label = history[way](store);
    this.#done(label === undefined ? null : way === "undo" ? "Undone" : "Done again");
  }

  /** Shows and says what was done. The focus stays in the list when the button that had it goes away. */
  #done(said) {
    const active = document.activeElement;
    const task = this.contains(active) ? this.taskAt(active) : undefined;
    this.notify("");
    this.store.dispatchEvent(new Event("done"));
    if (!active.isConnected) (task?.boxes[0] ?? this.#parts.bar.undo).focus();
    if (said === null) return;
    const { done, total } = this.#found;
    this.say([said, words(done, total)].filter(Boolean).join(". "));
  }

  skip(task) {
    if (!task.canSkip) return;
    const [state] = task.states;
    const value = state === 2 ? (task.before ?? 0) : 2;
    task.before = state; // what was done comes back when it applies after all
    this.#set(task, task.id, value, value === 2 ? "Not applicable" : "Applies");
  }

  /** Ticks what was ticked before it changed. */
  confirm(task) {
    this.act([this.#ticked(task, task.id, 1)], "Confirmed");
  }

  note(task, value) {
    this.act([{ kind: "note", id: task.id, value }], "Note kept");
  }

  async copyLink(task) {
    (await import("./link.js")).copy(this, task);
  }

  startAgain() {
    if (!this.act([{ kind: "start" }], "Started again")) return;
    this.notify("Started again. What you had is kept.", button("Undo", () => this.step("undo")));
  }

  async print(isTicked, isFull) {
    (await import("./paper.js")).print(this, isTicked, isFull);
  }

  /** Loads what is rarely needed. @param {(files: typeof import("./files.js")) => void} use */
  async files(use) {
    use(await import("./files.js"));
  }

  async help() {
    (await import("./key_help.js")).show(this);
  }

  /** Shows something until the next change. @param {string} text @param {...HTMLElement} buttons */
  notify(text, ...buttons) {
    this.#parts.banner.notify(text, ...buttons);
  }

  /** Says something to those who listen: politely, once, and only the last of what comes in quick succession. */
  say(text) {
    const { live } = this.#parts;
    clearTimeout(this.#spoken);
    live.textContent = "";
    this.#spoken = setTimeout(() => (live.textContent = text), SPOKEN_AFTER);
  }

  // --- moving ---------------------------------------------------------------------------------------

  taskAt(node) {
    const item = node.closest("[data-item]");
    return this.tasks.find((task) => task.node === item);
  }

  /** To the next (1) or the previous (-1) item in sight. */
  move(by) {
    const seen = this.tasks.filter((task) => !task.node.closest("[hidden]"));
    const at = seen.indexOf(this.taskAt(document.activeElement));
    seen[at < 0 ? 0 : at + by]?.boxes[0].focus();
  }

  focusFilter() {
    this.#parts.tools.text.focus();
  }

  // --- setting up -----------------------------------------------------------------------------------

  #open() {
    const { list, was = "[]" } = this.dataset;
    const isWhole = !this.list.known.length;
    const summarise = (record) => {
      const { done, total } = this.#count(activeRun(record), new Date());
      return [done, total];
    };
    this.#book = open(this, list, JSON.parse(was), isWhole && summarise);
  }

  /** What must stand in the record before the first change to it. */
  prepare(record) {
    const revs = Object.fromEntries(this.tasks.map((task) => [task.id, task.rev]));
    return [...snapshotInherits(record, this.#links, revs), ...this.#starts(record)];
  }

  #build() {
    const { ask, dates } = this.list;
    const parts = { bar: progressBar(this), banner: banner(this) };
    parts.live = make("p", { role: "status", class: "visually-hidden" });
    const asking = this.querySelector(":scope > .check-list-questions");
    parts.questions = questions(asking, this.#name, ask, dates, (kind, id, value) => this.act([{ kind, id, value }]));
    if (!this.isEmbed) parts.tools = tools(this);
    const all = button("Show all", () => this.#showAll());
    parts.none = make("p", { class: "check-list-hint", hidden: true }, "Nothing in the list matches. ", all);
    const above = [parts.bar.node, parts.tools?.node, ...parts.banner.above].filter(Boolean);
    const below = [parts.none, ...parts.banner.below, parts.live];
    this.#made = [...above, ...below];
    this.prepend(...above);
    this.append(...below);
    for (const section of this.list.sections) {
      section.count = make("span", { class: "check-list-count" });
      this.#made.push(section.count);
      section.node.querySelector("legend").append(section.count);
    }
    this.#parts = parts;
    for (const task of this.tasks) task.controls = dressed(this, task);
  }

  #listen() {
    const { signal } = this.#stop;
    const { store } = this.#book;
    this.addEventListener("change", (event) => this.#changed(event.target), { signal });
    this.addEventListener("keydown", keys(this), { signal });
    store.addEventListener("change", ({ detail }) => this.#heard(detail.here), { signal });
    store.addEventListener("done", () => this.#tell(), { signal });
    for (const type of ["state", "aside"]) store.addEventListener(type, () => this.#state(), { signal });
    for (const type of ["pageshow", "visibilitychange"]) addEventListener(type, () => this.#render(), { signal });
    addEventListener("pagehide", () => this.tasks.forEach((task) => task.controls.keep()), { signal });
  }

  /** Two elements of one list on a page must not share the names of their radios. */
  get #name() {
    return `${this.dataset.list}:${[...document.querySelectorAll("check-list")].indexOf(this)}:`;
  }

  /** What the address names comes into view once more: the list has grown above it. */
  #arrive() {
    this.querySelector(":target")?.scrollIntoView();
  }

  // --- hearing and showing --------------------------------------------------------------------------

  #changed(box) {
    if (!box.matches(".check-item-box")) return;
    const task = this.taskAt(box);
    const value = box.checked ? 1 : 0;
    const changes = [this.#ticked(task, box.name, value)];
    if (task.states[0] === 2 && box.name !== task.id) changes.push(this.#ticked(task, task.id, 0));
    this.#set(task, box.name, value, "", changes, (show) => requestAnimationFrame(() => setTimeout(show))); // the tick is painted first
  }

  /** Undoing it never makes a tick of last week one of this week. */
  #set(task, id, value, said, changes = [this.#ticked(task, id, value)], when) {
    const run = this.store.record.active[0];
    const isOver = task.every && !task.states[task.boxes.findIndex((box) => box.name === id)];
    this.act(changes, said, isOver ? [{ ...this.#ticked(task, id, 0), run }] : [], when);
  }

  #ticked(task, id, value) {
    return { kind: "item", id, value, rev: task.rev };
  }

  /** What was done here is shown once it can be undone, by all elements of the list. */
  #heard(isHere) {
    this.#isNew = true;
    if (!isHere) this.#tell();
  }

  #tell() {
    const { done, total } = this.#render();
    if (!this.#isNew) return;
    this.#isNew = false;
    const detail = { id: this.list.id, done, total };
    this.dispatchEvent(new CustomEvent("check-list:change", { bubbles: true, detail }));
  }

  #state() {
    const { store } = this;
    this.#parts.banner.state(store.state);
    this.#parts.banner.setAside(store.aside);
    for (const task of this.tasks) for (const box of task.boxes) box.disabled = store.state === "newer";
  }

  #render() {
    const run = activeRun(this.record);
    const now = new Date();
    const answers = answersOf(run, this.list.ask);
    const ticks = this.list.sections.flatMap((section) => this.#renderSection(section, run, answers, now));
    const found = this.#count(run, now);
    found.sections.forEach(({ done, total }, at) => {
      tell(this.list.sections[at].count, total ? `${done} of ${total}` : "");
    });
    const { undo, redo } = this.#book.history.next;
    this.#parts.bar.show(ticks, words(found.done, found.total), [undo, redo]);
    this.#parts.questions.show(run);
    this.#parts.banner.unlisted(found.unlisted.length);
    this.#found = found;
    this.refilter(false);
    return found;
  }

  /** What was just counted for the card counts for the page too. */
  #count(run, now) {
    const { run: last, day, found } = this.#counted;
    if (last === run && day === dayOf(now)) return found;
    this.#counted = { run, day: dayOf(now), found: progress(this.list, run, this.#links, now) };
    return this.#counted.found;
  }

  /** @returns {boolean[]} the ticks of all boxes that count */
  #renderSection(section, run, answers, now) {
    section.isShown = isShown(section.if, answers);
    for (const note of section.notes) note.isShown = isShown(note.if, answers);
    return [...tasksOf(section.items, answers, section.isShown)].flatMap(({ task, shown }) => {
      task.isShown = shown;
      task.states = boxesOf(task, run, this.#links, now).map((box) => box.state);
      const entry = effective(run.items, task.id, this.#links);
      task.controls.show({ states: task.states, note: entry.note, flags: [...flagsOf(this, task, entry, run, now)] });
      return shown && task.states[0] !== 2 ? task.states.map((state) => state === 1) : [];
    });
  }

  #started(record) {
    const starts = this.#starts(record);
    if (!starts.length) return record;
    const [id] = record.active;
    const run = record.runs[id] ?? emptyRun();
    const items = Object.assign(bare(run.items), Object.fromEntries(starts.map((start) => [start.id, start.value])));
    return bare({ ...record, runs: bare({ ...record.runs, [id]: bare({ ...run, items }) }) });
  }

  #starts(record) {
    const { items } = activeRun(record);
    return this.#begun
      .filter((task) => !effective(items, task.id, this.#links).t)
      .map((task) => ({ kind: "seen", id: task.id, value: [1, 1, task.rev] }));
  }

  // --- filtering ------------------------------------------------------------------------------------

  #showAll() {
    this.#parts.tools.clear();
    this.#parts.tools.hide.focus();
  }

  /** Hides what the reader does not want to see. @param {boolean} [isSaid] */
  refilter(isSaid = true) {
    const active = document.activeElement;
    const seen = sift(this.list.sections, this.view);
    this.#parts.none.hidden = seen > 0 || !isNarrow(this.view);
    if (isSaid) this.say(`${counted(seen, "item")} shown`);
    if (this.contains(active) && active.closest("[hidden]")) this.#refocus(active);
  }

  /** The focus goes on where it was hidden away: to the next item, else to the last, else to the switch that hides. */
  #refocus(from) {
    const boxes = this.tasks.filter((task) => !task.node.closest("[hidden]")).map((task) => task.boxes[0]);
    const next = boxes.find((box) => from.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING);
    (next ?? boxes.at(-1) ?? this.#parts.tools?.hide)?.focus();
  }
}

const linksOf = ({ dataset, tasks }) =>
  links(
    dataset.ancestry ? JSON.parse(dataset.ancestry) : {},
    Object.fromEntries(tasks.filter((task) => task.inherits).map((task) => [task.id, task.inherits])),
  );

customElements.define("check-list", CheckList);
