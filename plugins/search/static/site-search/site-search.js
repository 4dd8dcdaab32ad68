/**
 * `<site-search>` finds what is asked in the field it holds, and says so in the address, so that it can be linked and
 * Back returns to it. Nothing is loaded before the reader asks. Where there is no index, titles are looked through.
 *
 * @fires site-search-change when something else is shown than before
 */

import { Engine } from "./engine.js";
import { nearest, plain } from "./nearest.js";
import { isFar, resultItem } from "./results.js";

const PAUSE = 120; // milliseconds without a letter, after which the search begins
const LATER = 300; // after a search, in which another may begin before the count of the first is told
const FEW = 5; // results of a group at first

const GROUPS = [
  { group: "strategy", name: "Strategies", one: "strategy", many: "strategies" },
  { group: "list", name: "Checklists", one: "checklist", many: "checklists" },
  { group: "article", name: "Articles", one: "article", many: "articles" },
];

class SiteSearch extends HTMLElement {
  #stop;
  #timer;
  #teller;
  #engine;
  #form;
  #field;
  #found;
  #all;
  #asked = 0;
  #done = Promise.resolve();

  connectedCallback() {
    this.#form = this.querySelector("form");
    if (this.#stop || !this.#form) return;
    this.#stop = new AbortController();
    this.#field = this.#form.elements.q;
    this.#found = this.querySelector(".search-panel-found");
    this.#all = this.querySelector(".search-panel-all");
    const { index, root = "/", names = "" } = this.dataset;
    if (index) this.#engine ??= new Engine(index, root, names.split(" "));
    this.#listen();
    this.#fromAddress();
    if (location.hash === "#find") this.#field.focus(); // whoever came by the key of another page wants to write
  }

  disconnectedCallback() {
    this.#stop?.abort();
    this.#stop = undefined;
    clearTimeout(this.#timer);
    clearTimeout(this.#teller);
  }

  #listen() {
    const { signal } = this.#stop;
    this.#field.addEventListener("focus", () => this.#engine?.load().catch(() => undefined), { signal });
    this.#field.addEventListener("input", () => this.#typed(), { signal });
    this.#form.addEventListener("submit", (event) => this.#submit(event), { signal });
    this.addEventListener("click", (event) => this.#more(event), { signal });
    document.addEventListener("keydown", (event) => this.#key(event), { signal });
    addEventListener("popstate", () => this.#fromAddress(), { signal });
  }

  // --- asking --------------------------------------------------------------------------------------------

  get #query() {
    return this.#field.value.trim();
  }

  #fromAddress() {
    this.#field.value = new URLSearchParams(location.search).get("q") ?? "";
    this.#ask();
  }

  #typed() {
    const query = this.#query;
    history.replaceState(history.state, "", query ? `?${new URLSearchParams({ q: query })}` : location.pathname);
    clearTimeout(this.#timer);
    if (query) this.#timer = setTimeout(() => this.#ask(), PAUSE);
    else this.#ask();
  }

  #ask() {
    clearTimeout(this.#timer);
    const query = this.#query;
    const number = ++this.#asked;
    this.#done = query ? this.#find(query, () => number === this.#asked) : this.#showAll("");
    return this.#done;
  }

  async #find(query, isWanted) {
    if (!this.#engine) return this.#findTitles(query);
    try {
      const found = await this.#engine.find(query, GROUPS.map(({ group }) => group)).then((all) => withoutFar(query, all));
      const sections = await Promise.all(GROUPS.map((group, at) => groupSection(group, found[at], this.#titles())));
      if (isWanted()) this.#show(query, sections, found.map((results) => results.length));
    } catch {
      if (isWanted()) this.#findTitles(query); // it could not be loaded
    }
  }

  // --- what is shown -------------------------------------------------------------------------------------

  #show(query, sections, counts) {
    if (!counts.some(Boolean)) return this.#findTitles(query); // words that stand within others, as Chinese ones do
    this.#found.replaceChildren(...sections.filter(Boolean));
    this.#found.hidden = false;
    this.#all.hidden = true;
    const parts = GROUPS.map(({ one, many }, at) => counted(counts[at], one, many)).filter(Boolean);
    this.#tell(parts.join(", "));
  }

  /** Never a dead end: titles that are like it, and all the others. */
  #showNothing(query) {
    const links = [...this.#all.querySelectorAll("li a")];
    const near = nearest(query, links, (link) => [link.textContent, ...link.textContent.split(/\s+/)], FEW, 0.3);
    this.#found.replaceChildren(...(near.length ? [titlesSection("Perhaps", near)] : []));
    this.#found.hidden = !near.length;
    this.#all.hidden = !links.length;
    this.#tell(links.length ? "Nothing found. All titles are below." : "There is nothing to find yet.");
  }

  #findTitles(query) {
    const sought = plain(query).split(" ");
    const links = [...this.#all.querySelectorAll("li a")];
    const fitting = links.filter((link) => sought.every((word) => plain(link.textContent).includes(word)));
    if (!fitting.length) return this.#showNothing(query);
    this.#found.replaceChildren(titlesSection("Titles", fitting));
    this.#found.hidden = false;
    this.#all.hidden = true;
    return this.#tell(counted(fitting.length, "title", "titles"));
  }

  /** The titles of all pages, by address. */
  #titles() {
    return new Map([...this.#all.querySelectorAll("li a")].map(({ pathname, textContent }) => [pathname, textContent]));
  }

  #showAll(words) {
    this.#found.replaceChildren();
    this.#found.hidden = true;
    this.#all.hidden = false;
    this.#tell(words);
  }

  /** The count, told once the reader pauses. */
  #tell(words) {
    clearTimeout(this.#teller);
    const place = this.querySelector("[role=status]");
    if (words) this.#teller = setTimeout(() => (place.textContent = words), LATER);
    else place.textContent = "";
    this.dispatchEvent(new CustomEvent("site-search-change", { bubbles: true, detail: { words } }));
  }

  async #more({ target }) {
    const button = target.closest(".search-panel-more");
    if (!button) return;
    const list = button.previousElementSibling;
    const before = list.childElementCount;
    await button.showMore();
    list.children[before]?.querySelector("a").focus();
  }

  // --- keys ----------------------------------------------------------------------------------------------

  /** Enter opens the first that is found, once it is. */
  async #submit(event) {
    event.preventDefault();
    if (!this.#query) return;
    await (this.#timer ? this.#ask() : this.#done);
    this.#links()[0]?.click();
  }

  #links() {
    return this.#found.hidden ? [] : [...this.#found.querySelectorAll("li a")];
  }

  #key(event) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, target } = event;
    const isInside = this.contains(target);
    if (key === "/" && !target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]")) {
      event.preventDefault();
      this.#field.focus();
    } else if (key === "Escape" && isInside) this.#leave(event);
    else if (key === "ArrowDown" && isInside) this.#move(event, 1);
    else if (key === "ArrowUp" && isInside) this.#move(event, -1);
  }

  /** Clears what is asked; when nothing is, lets the field go. */
  #leave(event) {
    event.preventDefault();
    if (!this.#field.value) return this.#field.blur();
    this.#field.value = "";
    this.#typed();
    return this.#field.focus();
  }

  #move(event, step) {
    const links = this.#links();
    const from = links.indexOf(event.target);
    if (!links.length || (from === -1 && event.target !== this.#field)) return;
    event.preventDefault();
    const to = from + step;
    if (to === -1) this.#field.focus();
    else links[to]?.focus();
  }
}

/** What is found, but for groups whose best is too far from what was asked. */
async function withoutFar(query, found) {
  return Promise.all(found.map(async (results) => (results.length && isFar(query, await results[0].data()) ? [] : results)));
}

/** A group with its first results and a button for more; nothing where nothing is found. */
async function groupSection({ name }, results, titles) {
  if (!results.length) return undefined;
  const { section, list } = emptySection(name, results.length);
  const showMore = async () => {
    const next = results.slice(list.childElementCount, list.childElementCount + (list.childElementCount ? 2 * FEW : FEW));
    list.append(...(await Promise.all(next.map(async ({ data, lang }) => resultItem(await data(), lang, titles)))));
    if (list.childElementCount === results.length) section.querySelector(".search-panel-more")?.remove();
  };
  await showMore();
  if (list.childElementCount < results.length) section.append(moreButton(name, showMore));
  return section;
}

function moreButton(name, showMore) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "search-panel-more";
  button.textContent = `More ${name.toLowerCase()}`;
  return Object.assign(button, { showMore });
}

/** Titles of the list below, as results. */
function titlesSection(name, links) {
  const { section, list } = emptySection(name, links.length);
  list.append(...links.map((link) => link.closest("li").cloneNode(true)));
  return section;
}

function emptySection(name, size) {
  const section = document.createElement("section");
  section.className = "search-panel-group";
  const heading = document.createElement("h2");
  heading.className = "search-panel-name";
  heading.id = `page:found-${name.toLowerCase()}`;
  section.setAttribute("aria-labelledby", heading.id);
  const count = document.createElement("span");
  count.className = "search-panel-size";
  count.textContent = String(size);
  heading.append(name, " ", count);
  const list = document.createElement("ol");
  list.className = "search-panel-list";
  section.append(heading, list);
  return { section, list };
}

function counted(number, one, many) {
  return number ? `${number} ${number === 1 ? one : many}` : "";
}

customElements.define("site-search", SiteSearch);
