/**
 * `<plan-toggles>` offers to save strategies: each entry of an index, and whatever names a strategy, in the same part of
 * the page gets a button. One listener serves all.
 *
 * Entries get theirs when their part of the index comes into sight, a few at a time while nothing else is to do; one that
 * gets the focus, or that a filter has just brought, at once.
 */

import { leave } from "./book.js";
import { make, mark, tell } from "./make.js";
import { isPlanned, saving, takingOut } from "./plan.js";
import { openPlan } from "./plan_book.js";

const FEW = 12;
const NOT_KEPT = { off: "This browser keeps nothing.", pending: "Not saved yet.", newer: "Load the page again." };
const soon = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 50));

class PlanToggles extends HTMLElement {
  #stop;
  #open;
  #ids;
  #waiting = [];

  connectedCallback() {
    if (this.#stop || !this.dataset.site) return;
    this.#stop = new AbortController();
    this.#open = openPlan(this.dataset.site);
    const { signal } = this.#stop;
    const { store } = this.#open.book;
    for (const type of ["change", "state"]) store.addEventListener(type, () => this.#showAll(), { signal });
    this.#place.addEventListener("click", (event) => this.#click(event), { signal });
    for (const type of ["focusin", "pointerover"]) this.#place.addEventListener(type, (event) => this.#near(event), { signal });
    this.#style().then(() => this.#stop && this.#offer());
  }

  disconnectedCallback() {
    this.#stop?.abort();
    this.#stop = undefined;
    for (const toggle of this.#place?.querySelectorAll(".plan-toggle") ?? []) toggle.remove();
    if (this.#open) leave(this.#open.book, this.#open.reader);
  }

  get #place() {
    return document.querySelector("main");
  }

  /** The buttons' styles, where the page did not have them from the start: no button is seen without. */
  async #style() {
    const { styles: href } = this.dataset;
    if (!href || document.querySelector(`link[href="${CSS.escape(href)}"]`)) return;
    await new Promise((done) => {
      document.head.append(make("link", { rel: "stylesheet", href, onload: done, onerror: done }));
    });
  }

  // --- what gets a button ----------------------------------------------------------------------------------

  async #offer() {
    for (const owner of this.#place.querySelectorAll("[data-strategy], .guide .check-item")) this.#dress(owner);
    const index = this.#place.querySelector("strategy-index");
    if (!index) return;
    await customElements.whenDefined("strategy-index"); // it makes the list of what is found, and buttons of its own
    if (this.#stop) this.#follow(index);
  }

  /** @param {HTMLElement} index */
  #follow(index) {
    const inSight = new IntersectionObserver((seen) => {
      for (const { target, isIntersecting } of seen) {
        if (!isIntersecting) continue;
        inSight.unobserve(target);
        this.#queue(target.querySelectorAll(".strategy-entry"));
      }
    });
    const brought = new MutationObserver((news) => {
      for (const { addedNodes } of news) for (const entry of addedNodes) this.#dress(entry);
    });
    for (const part of index.querySelectorAll(".strategy-index-part")) inSight.observe(part);
    for (const list of index.querySelectorAll(":scope > .strategy-index-list")) {
      for (const entry of list.children) this.#dress(entry);
      brought.observe(list, { childList: true });
    }
    this.#stop.signal.addEventListener("abort", () => [inSight, brought].forEach((each) => each.disconnect()));
  }

  #queue(owners) {
    const isIdle = !this.#waiting.length;
    this.#waiting.push(...owners);
    if (isIdle) soon(() => this.#few());
  }

  #few() {
    if (!this.#stop) return;
    for (const owner of this.#waiting.splice(0, FEW)) this.#dress(owner);
    if (this.#waiting.length) soon(() => this.#few());
  }

  #near({ target }) {
    const owner = target.closest(".strategy-entry");
    if (owner) this.#dress(owner);
  }

  /** Gives it its button, or shows how things stand on the one it has: it may be a copy, or have been away. */
  #dress(owner) {
    const had = owner.querySelector(".plan-toggle");
    if (had) {
      this.#show(had);
      return;
    }
    const id = owner.dataset.strategy ?? owner.dataset.item ?? (owner.id || this.#idOf(owner));
    const place = owner.querySelector(".strategy-entry-facts, .check-item-strategy") ?? owner;
    if (!id) return;
    const toggle = make("span", { class: "plan-toggle", "data-id": id }, make("button", { type: "button", class: "plan-toggle-button" }));
    this.#show(toggle, titleOf(owner));
    place.append(" ", toggle);
    place.classList.add("has-plan-toggle");
  }

  /** A copy of an entry has no id; but it leads where the entry does. */
  #idOf(copy) {
    const entries = this.#place.querySelectorAll(".strategy-index-parts .strategy-entry");
    this.#ids ??= new Map([...entries].map((entry) => [entry.querySelector("a").href, entry.id]));
    return this.#ids.get(copy.querySelector("a").href);
  }

  // --- how it stands ---------------------------------------------------------------------------------------

  #showAll() {
    for (const toggle of this.#place.querySelectorAll(".plan-toggle")) this.#show(toggle);
    for (const said of this.#place.querySelectorAll(".plan-toggle-wrong")) this.#tell(said.parentElement);
  }

  #show(toggle, title = toggle.dataset.title) {
    const { store } = this.#open.book;
    const button = toggle.firstElementChild;
    const isIn = isPlanned(store.record, toggle.dataset.id);
    const words = isIn ? "In my plan" : "Add to my plan";
    if (button.ariaPressed !== String(isIn)) {
      toggle.dataset.title = title;
      button.setAttribute("aria-pressed", String(isIn));
      button.setAttribute("aria-label", `${words}: ${title}`);
      tell(button, words);
    }
    mark(button, "aria-disabled", store.state === "newer" && "true");
    for (const link of toggle.querySelectorAll("a")) if (!isIn) link.remove();
  }

  #click({ target }) {
    const toggle = target.closest(".plan-toggle-button")?.parentElement;
    if (!toggle) return;
    const { store } = this.#open.book;
    const { id, title } = toggle.dataset;
    const isIn = isPlanned(store.record, id);
    const made = store.apply(isIn ? takingOut([id]) : saving(id, title));
    this.#showAll();
    const url = this.querySelector("a")?.href;
    if (made && !isIn && url) toggle.append(make("a", { class: "plan-toggle-link", href: url, "aria-label": "See it: my plan" }, "See it"));
    this.#tell(toggle);
  }

  /** What went wrong stands where it did, and is said. */
  #tell(toggle) {
    const words = NOT_KEPT[this.#open.book.store.state];
    const said = toggle.querySelector("[role=alert]");
    if (!words) said?.remove();
    else if (said) tell(said, words);
    else toggle.append(make("span", { role: "alert", class: "plan-toggle-wrong" }, words));
  }
}

const titleOf = (owner) =>
  owner.dataset.title ?? owner.querySelector(".strategy-entry-title, .check-item-text").textContent.trim();

customElements.define("plan-toggles", PlanToggles);
