/**
 * `<strategy-index>` filters and sorts the index it holds. What is chosen stands in the address, so that it can be
 * linked and Back undoes it.
 *
 * The index itself never changes: what is found is shown beside it, in copies, a screenful and a little more at once.
 * So a keystroke costs the same however long the index is. How much is shown stands in the state of the address, for
 * Back; on paper, and for the browser's own search, it is all.
 *
 * @fires strategy-index-change when something else is shown than before
 */

const LATER = 600; // milliseconds without a change, after which the count is told
const BATCH = 8; // entries at once: as many as a screen has room for; more follow as they come into sight

class StrategyIndex extends HTMLElement {
  #stop;
  #timer;
  #form;
  #parts;
  #heading;
  #list;
  #more;
  #end;
  #entries;
  #order = [];
  #found = [];
  #said;
  #keeping;
  #onScreen = 0;

  connectedCallback() {
    this.#form = this.querySelector("form");
    if (this.#stop || !this.#form) return;
    this.#stop = new AbortController();
    this.#parts = this.querySelector(".strategy-index-parts");
    this.#list ??= this.#makeList();
    this.#entries ??= this.#read();
    this.#listen();
    this.classList.add("is-ready");
    this.#form.hidden = false;
    this.#fromAddress();
    this.#offerLinks();
  }

  disconnectedCallback() {
    this.#stop?.abort();
    this.#stop = undefined;
    clearTimeout(this.#timer);
    clearTimeout(this.#keeping);
  }

  /** What is found, and the way to more of it. */
  #makeList() {
    const list = document.createElement("ol");
    list.className = "strategy-index-list";
    this.#more = document.createElement("button");
    this.#more.className = "strategy-index-more";
    this.#more.type = "button";
    this.#more.textContent = "Show more";
    this.#heading = document.createElement("h2");
    this.#heading.className = "visually-hidden"; // the categories' headings are gone, and those of entries need one
    this.#heading.textContent = "Found";
    this.#heading.hidden = list.hidden = this.#more.hidden = true;
    this.append(this.#heading, list, this.#more);
    return list;
  }

  /** Everything that is asked of an entry later, worked out once. */
  #read() {
    const names = new Map(
      [...this.#form.querySelectorAll("[name=tag]")].map((box) => [box.value, box.parentElement.textContent]),
    );
    return [...this.#parts.querySelectorAll(".strategy-entry")].map((element) => {
      const { tags = "", also = "", day = "", effort = "", kind = "strategy", checklist = "" } = element.dataset;
      const own = tags.split(" ").filter(Boolean);
      const { category } = element.closest(".strategy-index-part").dataset;
      const texts = [...element.querySelectorAll("a, .strategy-entry-summary")].map((each) => each.textContent);
      return {
        element,
        copy: undefined,
        title: texts[0],
        text: plain([...texts, ...own.map((tag) => names.get(tag) ?? tag)].join("\n")),
        tags: new Set(own),
        categories: [category, ...also.split(" ")],
        day,
        effort,
        kind,
        checklist,
      };
    });
  }

  #listen() {
    const { signal } = this.#stop;
    const typed = ({ target }) => target.type === "search" && this.#changed("replaceState");
    const chosen = ({ target }) => target.type !== "search" && this.#changed("pushState");
    this.#form.addEventListener("input", typed, { signal });
    this.#form.addEventListener("change", chosen, { signal });
    this.#form.addEventListener("submit", (event) => this.#submit(event), { signal });
    this.#form.addEventListener("reset", (event) => this.#clear(event), { signal });
    this.#more.addEventListener("click", () => this.#showMore(true), { signal });
    this.addEventListener("click", (event) => this.#copy(event), { signal });
    document.addEventListener("keydown", (event) => this.#key(event), { signal });
    addEventListener("popstate", () => this.#fromAddress(), { signal });
    addEventListener("beforeprint", () => this.#beginPrint(), { signal });
    addEventListener("afterprint", () => this.#endPrint(), { signal });
    const near = (seen) => seen.at(-1).isIntersecting && this.#showMore();
    this.#end = new IntersectionObserver(near, { rootMargin: "300px" });
    signal.addEventListener("abort", () => this.#end.disconnect());
  }

  // --- state ---------------------------------------------------------------------------------------------

  /** What is chosen, as it stands in an address. */
  #state() {
    return new URLSearchParams([...new FormData(this.#form)].filter(([, value]) => value.trim()));
  }

  #fromAddress() {
    const given = new URLSearchParams(location.search);
    for (const field of this.#form.elements) {
      if (!field.name) continue;
      if (field.type === "checkbox") field.checked = given.getAll(field.name).includes(field.value);
      else field.value = given.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.selectedIndex = 0; // the address names what is not there
    }
    const tags = this.#form.querySelector("details");
    if (tags && given.has("tag")) tags.open = true;
    this.#apply(history.state?.strategiesShown);
  }

  #changed(how) {
    const query = this.#state().toString();
    history[how]({ ...history.state, strategiesShown: 0 }, "", query ? `?${query}` : location.pathname);
    this.#apply();
  }

  #clear(event) {
    event.preventDefault();
    for (const field of this.#form.elements) {
      if (field.type === "checkbox") field.checked = false;
      else if (field.name && field.name !== "sort") field.value = "";
    }
    this.#changed("pushState");
    this.#focusField();
  }

  /** At once: a page that glides there stops on its way when the first letter makes it shorter. */
  #focusField() {
    const { q } = this.#form.elements;
    q.scrollIntoView({ behavior: "instant", block: "nearest" });
    q.focus({ preventScroll: true });
  }

  // --- what is shown -------------------------------------------------------------------------------------

  #apply(least = 0) {
    const state = this.#state();
    const order = state.get("sort") ?? "";
    const isFiltered = [...state.keys()].some((name) => name !== "sort");
    this.#found = this.#inOrder(order).filter(fitting(state));
    const isWhole = !isFiltered && !order;
    this.#parts.hidden = !isWhole;
    this.#heading.hidden = this.#list.hidden = isWhole || !this.#found.length;
    this.#show(isWhole ? 0 : Math.max(BATCH, least));
    this.#tell(this.#found.length, isFiltered);
  }

  #inOrder(order) {
    if (this.#order[0] !== order) this.#order = [order, order ? sorted(this.#entries, order) : this.#entries];
    return this.#order[1];
  }

  /** So many of what is found; what is in the list already stays in it. Of 0 nothing is shown, and no way to more. */
  #show(most) {
    const next = this.#found.slice(0, most).map((entry) => (entry.copy ??= copied(entry.element)));
    const kept = new Set(next);
    for (const each of [...this.#list.children]) if (!kept.has(each)) each.remove();
    let at = this.#list.firstElementChild;
    for (const each of next) {
      if (each === at) at = at.nextElementSibling;
      else this.#list.insertBefore(each, at);
    }
    this.#more.hidden = !most || this.#found.length <= most;
    this.#end.unobserve(this.#more); // anew: it tells of changes only, and the end may be as near as before
    if (!this.#more.hidden) this.#end.observe(this.#more);
  }

  #showMore(isAsked = false) {
    const before = this.#list.childElementCount;
    this.#show(before + BATCH);
    this.#keepShown();
    if (isAsked) this.#list.children[before]?.querySelector("a").focus();
  }

  #showAll() {
    if (!this.#more.hidden) this.#show(this.#found.length);
  }

  /** Once it has come to rest: browsers count how often an address is touched. */
  #keepShown() {
    clearTimeout(this.#keeping);
    const keep = () => history.replaceState({ ...history.state, strategiesShown: this.#list.childElementCount }, "");
    this.#keeping = setTimeout(keep, 400);
  }

  #beginPrint() {
    this.#onScreen = this.#more.hidden ? 0 : this.#list.childElementCount;
    this.#showAll();
  }

  #endPrint() {
    if (this.#onScreen) this.#show(this.#onScreen);
    this.#onScreen = 0;
  }

  #tell(shown, isFiltered) {
    const all = this.#entries.length;
    const words = !isFiltered ? count(all) : shown ? `${shown} of ${count(all)}` : "Nothing fits";
    this.querySelector(".strategy-index-count").textContent = words;
    this.querySelector(".strategy-index-clear").hidden = !isFiltered;
    this.dispatchEvent(new CustomEvent("strategy-index-change", { bubbles: true, detail: { shown, all } }));
    clearTimeout(this.#timer);
    const isNews = this.#said !== undefined && this.#said !== words;
    if (isNews) this.#timer = setTimeout(() => this.#say(words), LATER);
    else this.#said ??= words; // not what is there when the page opens
  }

  #say(words) {
    this.#said = words;
    this.querySelector("[role=status]").textContent = words;
  }

  // --- keys ----------------------------------------------------------------------------------------------

  #submit(event) {
    event.preventDefault();
    this.#links()[0]?.focus();
  }

  /** The titles on show, from the top. */
  #links() {
    const place = this.#parts.hidden ? this.#list : this.#parts;
    return [...place.querySelectorAll(".strategy-entry-title a")];
  }

  #key(event) {
    const { key, target } = event;
    if (key === "F3" || (key === "f" && (event.ctrlKey || event.metaKey))) this.#showAll(); // the browser will search
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isInside = this.contains(target);
    const isFiltered = !this.querySelector(".strategy-index-clear").hidden;
    if (key === "/" && !target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]")) {
      event.preventDefault();
      this.#focusField();
    } else if (key === "Escape" && isInside && isFiltered) this.#clear(event);
    else if (key === "ArrowDown" && isInside) this.#move(event, 1);
    else if (key === "ArrowUp" && isInside) this.#move(event, -1);
  }

  #move(event, step) {
    const { q } = this.#form.elements;
    const entry = event.target.closest(".strategy-entry");
    if (!entry && event.target !== q) return; // a choice has arrows of its own
    event.preventDefault();
    let links = this.#links();
    const at = (entry ? links.indexOf(entry.querySelector("a")) : -1) + step;
    if (at >= links.length && !this.#more.hidden) {
      this.#showMore();
      links = this.#links();
    }
    if (at < 0 && entry) this.#focusField();
    else links[at]?.focus();
  }

  // --- links to copy -------------------------------------------------------------------------------------

  /** Buttons in the parts of the index that come into sight: all at once would only cost time. */
  #offerLinks() {
    if (!navigator.clipboard) return;
    const seen = new IntersectionObserver((parts) => {
      for (const { target, isIntersecting } of parts) {
        if (!isIntersecting) continue;
        seen.unobserve(target);
        target.querySelectorAll(".strategy-entry").forEach(offerLink);
      }
    });
    for (const part of this.#parts.children) seen.observe(part);
    this.#stop.signal.addEventListener("abort", () => seen.disconnect());
  }

  async #copy({ target }) {
    const button = target.closest(".strategy-entry-copy");
    if (!button) return;
    let words = "Copied";
    try {
      await navigator.clipboard.writeText(button.closest(".strategy-entry").querySelector("a").href);
    } catch {
      words = "Not copied"; // the browser did not allow it
    }
    button.textContent = words;
    this.querySelector("[role=status]").textContent = words;
    setTimeout(() => (button.textContent = "Copy link"), 2000);
  }
}

/** An entry to be shown in another place; the page has its id already. */
function copied(element) {
  const copy = element.cloneNode(true);
  copy.removeAttribute("id");
  if (navigator.clipboard) offerLink(copy);
  return copy;
}

function offerLink(entry) {
  if (entry.querySelector("button")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "strategy-entry-copy";
  button.textContent = "Copy link";
  button.setAttribute("aria-label", `Copy link: ${entry.querySelector("a").textContent}`);
  entry.querySelector(".strategy-entry-facts").append(button);
}

/** Lower-case letters without their marks: "Café" is found by "cafe". */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether an entry has every word and all that is chosen. */
function fitting(state) {
  const words = plain(state.get("q") ?? "").split(/\s+/).filter(Boolean);
  const tags = state.getAll("tag");
  const [category, kind, effort, checklist] = ["category", "kind", "effort", "checklist"].map((name) => state.get(name));
  return (entry) =>
    words.every((word) => entry.text.includes(word)) &&
    tags.every((tag) => entry.tags.has(tag)) &&
    (!category || entry.categories.includes(category)) &&
    (!kind || entry.kind === kind) &&
    (!effort || entry.effort === effort) &&
    (!checklist || entry.checklist === checklist);
}

function sorted(entries, order) {
  const { compare } = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
  const byTitle = (a, b) => compare(a.title, b.title);
  return [...entries].sort(order === "newest" ? (a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : byTitle(a, b)) : byTitle);
}

function count(number) {
  return `${number} ${number === 1 ? "strategy" : "strategies"}`;
}

customElements.define("strategy-index", StrategyIndex);
