/**
 * The theme's one script, small and in the head without `defer`: the colours that the reader chose must be there before
 * the first paint, and nothing inline is allowed. All else waits for the page, and works by asking for what is in it.
 */
(() => {
  "use strict";

  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // --- light, dark, or as the system ---------------------------------------------------------------------

  const KEY = `praxis-scheme:${root.dataset.site ?? ""}`;

  /** What the reader chose: "light", "dark", or "" for what the system has. */
  function chosen() {
    try {
      const value = localStorage.getItem(KEY);
      return value === "light" || value === "dark" ? value : "";
    } catch {
      return ""; // storage is forbidden
    }
  }

  function colour() {
    const scheme = chosen();
    if (scheme) root.dataset.theme = scheme;
    else delete root.dataset.theme;
    for (const meta of all("meta[name=theme-color]")) {
      meta.media = scheme ? (meta.dataset.scheme === scheme ? "all" : "not all") : `(prefers-color-scheme: ${meta.dataset.scheme})`;
    }
    for (const radio of all("[name='page:scheme']")) radio.checked = radio.value === scheme;
  }

  function choose(scheme) {
    try {
      if (scheme) localStorage.setItem(KEY, scheme);
      else localStorage.removeItem(KEY);
      colour();
    } catch {
      if (scheme) root.dataset.theme = scheme; // for as long as the page is open
      else delete root.dataset.theme;
    }
  }

  function offerSchemes() {
    for (const field of all(".site-footer-scheme")) {
      field.hidden = false;
      field.addEventListener("change", ({ target }) => choose(target.value));
    }
    colour();
    addEventListener("storage", ({ key }) => key === KEY && colour());
    addEventListener("pageshow", colour); // after the browser has put back what forms held
  }

  // --- ticks that come before the script of their list ----------------------------------------------------

  addEventListener("change", ({ target }) => {
    if (target.matches(".check-item-box") && !customElements.get("check-list")) target.dataset.early = "";
  });

  // --- what is loaded only when it is wanted ----------------------------------------------------------------

  /** Loads what `data-script` names, once, after the styles that it needs: what it makes is never seen without. */
  async function load(element) {
    const { script } = element.dataset;
    if (element.localName === "check-list") {
      link("modulepreload", script);
      await dress();
    }
    import(script);
  }

  let dressed;

  /** Loads the styles of lists, once. */
  function dress() {
    const sheet = document.querySelector("[data-sheet]")?.dataset.sheet;
    dressed ??= new Promise((done) => {
      if (sheet) Object.assign(link("stylesheet", sheet), { onload: done, onerror: done });
      else done();
    });
    return dressed;
  }

  function link(rel, href) {
    const made = document.createElement("link");
    Object.assign(made, { rel, href });
    document.head.append(made);
    return made;
  }

  /** A list that is near; or a place for progress, where its reader has made some. */
  function loadLater() {
    const near = new IntersectionObserver(
      (seen) => {
        for (const { target, isIntersecting } of seen) {
          if (!isIntersecting) continue;
          near.unobserve(target);
          load(target);
        }
      },
      { rootMargin: "1600px" },
    );
    for (const element of all("check-list[data-script], [data-script-near]")) near.observe(element);
    addEventListener("scroll", dress, { once: true, passive: true }); // long before a list is reached
    for (const element of all("[data-script-if]")) {
      if (hasProgress(element.dataset.scriptIf)) load(element);
    }
  }

  function hasProgress(prefix) {
    try {
      return Object.keys(localStorage).some((key) => key.startsWith(prefix));
    } catch {
      return false;
    }
  }

  // --- in an article ------------------------------------------------------------------------------------------

  /** Marks in the contents where the reader is. */
  function follow() {
    const links = new Map(all(".contents a").map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
    const titles = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
    if (!titles.length) return;
    let current;
    const mark = () => {
      const passed = titles.filter((title) => title.getBoundingClientRect().top < innerHeight / 3);
      const link = links.get(passed.at(-1)?.id);
      if (link === current) return;
      current?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "true");
      current = link;
      const nav = link?.closest("nav");
      if (nav) nav.scrollTop = link.offsetTop - nav.offsetTop - nav.clientHeight / 2; // only its own: the page stays
    };
    const seen = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
    for (const title of titles) seen.observe(title);
  }

  /** Where it is said what became of a copy, for those who listen: it must be there before. */
  let status;

  function offerStatus() {
    if (status) return;
    status = document.createElement("p");
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    document.body.append(status);
  }

  async function copy(button, text) {
    button.dataset.words ??= button.textContent;
    let words = "Copied";
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      words = "Not copied"; // the browser did not allow it
    }
    button.textContent = status.textContent = words;
    clearTimeout(button.timer);
    button.timer = setTimeout(() => {
      button.textContent = button.dataset.words;
      status.textContent = "";
    }, 2000);
  }

  function offerCopies() {
    if (!navigator.clipboard) return;
    for (const code of all(".prose .highlight")) {
      offerStatus();
      const button = document.createElement("button");
      button.type = "button";
      button.className = "prose-copy";
      button.textContent = "Copy";
      button.addEventListener("click", () => copy(button, code.querySelector("pre").textContent));
      code.append(button);
    }
  }

  /** The system's own sheet where there is one; else the address to take along. */
  function offerShare() {
    for (const button of all("[data-share]")) {
      if (!navigator.share && !navigator.clipboard) continue;
      offerStatus();
      const url = document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0];
      button.textContent = navigator.share ? "Share" : "Copy link";
      button.hidden = false;
      button.addEventListener("click", () => {
        if (navigator.share) navigator.share({ title: document.title, url }).catch(() => {}); // closed again
        else copy(button, url);
      });
    }
  }

  // --- keys -------------------------------------------------------------------------------------------------

  /** A key that what is on the page takes is not promised by a link as well. */
  function giveWay() {
    for (const link of all("[data-key]")) {
      if (!document.querySelector(`main [aria-keyshortcuts="${link.dataset.key}"]`)) continue;
      link.removeAttribute("aria-keyshortcuts");
      for (const hint of all("kbd", link)) hint.style.visibility = "hidden"; // its place stays: nothing moves
    }
  }

  /** A key leads to the link that says so, unless what is on the page has taken it. */
  function press(event) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea, [contenteditable], dialog")) return;
    const link = all("[data-key]").find((each) => each.dataset.key === event.key);
    if (!link) return;
    event.preventDefault();
    location.assign(`${link.href}#find`);
  }

  colour();
  addEventListener("DOMContentLoaded", () => {
    offerSchemes();
    loadLater();
    follow();
    offerCopies();
    offerShare();
    giveWay();
    addEventListener("keydown", press); // on the window: after what the page itself does with it
  });
})();
