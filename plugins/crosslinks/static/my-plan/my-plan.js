/**
 * `<my-plan>` shows what its reader has saved and begun, from the reader's own browser. The page has the lists that there
 * are; where strategies are told comes from the index (`data-index`), and what is saved is shown without it, too.
 */

import { leave } from "./book.js";
import { linesOf, listedIn } from "./index_names.js";
import { button, counted, make, tell } from "./make.js";
import { noting, planned, takingOut, ticking, undoing } from "./plan.js";
import { openPlan } from "./plan_book.js";
import { planLine } from "./plan_line.js";
import { planNotices } from "./plan_notices.js";
import { fill, squares } from "./squares.js";

const SAID_AFTER = 700;

export class MyPlan extends HTMLElement {
  /** @type {import("./index_names.js").Line[]} what is shown */
  lines = [];

  #stop;
  #open;
  #parts;
  #made = [];
  #index = new Map();
  #isKnown = false;
  #shown = new Map();
  #timer = 0;

  connectedCallback() {
    if (this.#stop || !this.dataset.site) return;
    this.#stop = new AbortController();
    this.#open = openPlan(this.site);
    this.#build();
    this.#listen();
    this.#state();
    this.#showLists();
    this.#ask();
  }

  disconnectedCallback() {
    this.#stop?.abort();
    this.#stop = undefined;
    for (const node of this.#made.splice(0)) node.remove();
    this.#shown.clear();
    this.#empty.hidden = false;
    if (this.#open) leave(this.#open.book, this.#open.reader);
  }

  get site() {
    return this.dataset.site;
  }

  get record() {
    return this.#open.book.store.record;
  }

  get #empty() {
    return this.querySelector(".plan-empty");
  }

  /**
   * Does something, says it, and offers to undo it.
   * @param {import("./changes.js").Change[]} changes @param {() => string} [words] asked once it is done; "" for nothing
   *   that is worth a word
   */
  act(changes, words = () => "") {
    const { store } = this.#open.book;
    const before = store.record;
    const back = store.apply(changes);
    this.#render();
    if (!back) return;
    const said = words();
    if (!said) {
      this.#parts.notices.tellNews("");
      this.say(this.#sum());
      return;
    }
    const undo = undoing(before, store.record, back);
    this.inform(said, ...(undo.length ? [button("Undo", () => this.#undo(undo))] : []));
  }

  /** Shows and says something until the next change. @param {string} words @param {...HTMLElement} buttons */
  inform(words, ...buttons) {
    this.#parts.notices.tellNews(words, ...buttons);
    this.say([words, this.#sum()].join(" "));
    buttons[0]?.focus();
  }

  /** Says something to those who listen: once, and only the last of what comes in quick succession. */
  say(words) {
    clearTimeout(this.#timer);
    this.#parts.live.textContent = "";
    this.#timer = setTimeout(() => (this.#parts.live.textContent = words), SAID_AFTER);
  }

  #undo(changes) {
    const gone = new Set(changes.map(({ id }) => id));
    this.act(changes);
    const line = this.lines.find(({ ids }) => ids.some((id) => gone.has(id))) ?? this.lines[0];
    (line ? this.#shown.get(line.id).box : this.#empty.querySelector("a"))?.focus();
  }

  // --- setting up ------------------------------------------------------------------------------------------

  #build() {
    const parts = { row: squares(), sum: make("span", { class: "check-list-sum" }) };
    parts.live = make("p", { role: "status", class: "visually-hidden" });
    this.#parts = parts; // the notices speak
    parts.notices = planNotices(this);
    parts.order = make(
      "select",
      { class: "check-list-select", onchange: () => this.#render() },
      make("option", { value: "" }, "when I saved it"),
      make("option", { value: "article" }, "article"),
    );
    parts.items = make("ol", { class: "plan-items", role: "list" });
    parts.tools = this.#tools(parts.order);
    const bar = make("div", { class: "plan-bar" }, parts.row, parts.sum);
    const own = [bar, parts.tools, parts.items, ...parts.notices.below];
    parts.own = this.#section("strategies", "Strategies", own);
    parts.lists = make("ul", { class: "plan-lists", role: "list" });
    parts.begun = this.#section("checklists", "Checklists in progress", [parts.lists]);
    const load = make("p", { class: "plan-load" }, button("Load a plan from a file", () => this.#files((files) => files.loadPlan(this))));
    this.#made = [make("div", { class: "plan-notices" }, ...parts.notices.above), parts.own, parts.begun, load, parts.live];
    this.append(...this.#made);
  }

  #section(name, title, children) {
    const id = `page:plan-${name}`;
    return make("section", { class: "plan-part", "aria-labelledby": id, hidden: true }, make("h2", { id }, title), ...children);
  }

  #tools(order) {
    return make(
      "div",
      { class: "check-list-tools" },
      make("label", { class: "check-list-option" }, make("span", {}, "Order by"), order),
      button("Print", () => print()),
      button("Save as text", () => this.save("md"), { "aria-label": "Save as text (Markdown)" }),
      button("Save a file", () => this.save("json"), { "aria-label": "Save a file that can be loaded again" }),
    );
  }

  #listen() {
    const { signal } = this.#stop;
    const { store } = this.#open.book;
    store.addEventListener("change", ({ detail }) => detail.here || this.#render(), { signal });
    for (const type of ["state", "aside"]) store.addEventListener(type, () => this.#state(), { signal });
    for (const type of ["storage", "pageshow"]) addEventListener(type, () => this.#showLists(), { signal });
    addEventListener("pagehide", () => this.#shown.forEach((line) => line.keep()), { signal });
  }

  /** Where strategies are told. What is saved is shown meanwhile, under the names it was saved by. */
  async #ask() {
    this.#render();
    const { signal } = this.#stop;
    const found = await asked(this.dataset.index, signal);
    if (signal.aborted) return;
    this.#isKnown = found !== undefined;
    this.#index = listedIn(found, location.href);
    this.#parts.notices.missing(this.#isKnown || !this.lines.length ? undefined : () => this.#ask());
    this.#render();
  }

  /** @param {"json" | "md"} kind */
  save(kind) {
    this.#files((files) => files.savePlan(this, kind));
  }

  /** @param {string} key */
  saveCopy(key) {
    this.#files((files) => files.savePlanCopy(key));
  }

  /** Loads what is rarely needed. */
  async #files(use) {
    use(await import("./plan_files.js"));
  }

  // --- showing ---------------------------------------------------------------------------------------------

  #state() {
    const { store } = this.#open.book;
    this.#parts.notices.state(store.state);
    this.#parts.notices.setAside(store.aside);
    this.#render();
  }

  #render() {
    this.lines = linesOf(planned(this.record), this.#index, this.#parts.order.value);
    const isFixed = this.#open.book.store.state === "newer";
    const before = this.#shown;
    this.#shown = new Map(this.lines.map((line) => [line.id, before.get(line.id) ?? this.#line()]));
    for (const [id, { node }] of before) if (!this.#shown.has(id)) node.remove();
    let at = this.#parts.items.firstElementChild;
    for (const line of this.lines) {
      const { node, show } = this.#shown.get(line.id);
      show(line, this.#isKnown, isFixed);
      if (node === at) at = at.nextElementSibling;
      else this.#parts.items.insertBefore(node, at); // what is in its place stays there, and keeps the focus
    }
    fill(this.#parts.row, this.lines.map(({ isDone }) => isDone));
    tell(this.#parts.sum, this.#sum());
    this.#parts.own.hidden = !this.lines.length;
    this.#showEmpty();
  }

  #sum() {
    const done = this.lines.filter(({ isDone }) => isDone).length;
    return this.lines.length ? `${done} of ${counted(this.lines.length, "strategy", "strategies")} done` : "";
  }

  #line() {
    return planLine({
      tick: ({ ids }, isDone) => this.act(ticking(ids, isDone)),
      note: ({ ids }, text) => this.act(noting(ids[0], text)),
      remove: ({ ids, title }) => this.act(takingOut(ids), () => `Removed “${title}”.`),
    });
  }

  /** The lists of which this browser has a record, each with a card; one that has nothing to say is not seen. */
  async #showLists() {
    await customElements.whenDefined("check-card");
    const lists = JSON.parse(this.querySelector(".plan-known")?.textContent || "[]");
    const begun = lists.filter(({ id }) => hasRecord(this.site, id));
    const ids = begun.map(({ id }) => id).join(" ");
    const { lists: place } = this.#parts;
    if (place.dataset.ids !== ids) place.replaceChildren(...begun.map((list) => this.#row(list)));
    place.dataset.ids = ids;
    await new Promise((done) => setTimeout(done)); // the cards hear of what is stored when this does
    this.#parts.begun.hidden = !place.querySelector("a");
    this.#showEmpty();
  }

  #row({ id, title, url }) {
    const given = { "data-list": id, "data-site": this.site, "data-title": title, "data-url": url, "data-name": true };
    return make("li", {}, make("check-card", { class: "plan-list-card", ...given }));
  }

  #showEmpty() {
    const { own, begun } = this.#parts;
    this.#empty.hidden = !own.hidden || !begun.hidden;
  }
}

/** @returns {Promise<unknown>} undefined when it could not be had */
const asked = async (url, signal) => {
  try {
    const answer = await fetch(url, { signal });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined; // no network, no such page, no JSON
  }
};

const hasRecord = (site, id) => {
  try {
    return localStorage.getItem(`praxis:${site}:${id}`) !== null;
  } catch {
    return false; // storage is forbidden
  }
};

customElements.define("my-plan", MyPlan);
