// Keeps a page of the preview up to date. The server puts it into every page it sends, never into a file.

const shown = new URL(import.meta.url).searchParams.get("build") ?? "";
const events = new EventSource("/_preview/events");
let overlay = null;

events.addEventListener("state", (event) => {
  /** @type {{build: string, problems: string[]}} */
  const { build, problems } = JSON.parse(event.data);
  if (build !== shown) {
    events.close();
    location.reload();
  } else if (build === "" && problems.length > 0) {
    list(document.querySelector("main"), problems); // the page that stands in for a site
  } else {
    tell(problems);
  }
});

// A page that comes back from the back/forward cache has lost its connection, and perhaps its build.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
addEventListener("pagehide", () => events.close());

/** Lay the problems over the page, or take the last ones away. @param {string[]} problems */
function tell(problems) {
  overlay?.remove();
  overlay = null;
  if (problems.length === 0) return;
  overlay = document.createElement("preview-problems");
  const box = overlay.attachShadow({ mode: "open" });
  box.adoptedStyleSheets = [style()];
  const region = document.createElement("section");
  region.setAttribute("role", "alert");
  list(region, problems);
  box.append(region);
  document.body.append(overlay);
}

/** Show a title and the problems in an element. @param {Element} element @param {string[]} problems */
function list(element, problems) {
  const title = document.createElement("h1");
  title.textContent = "The site cannot be built";
  const lines = document.createElement("ul");
  for (const problem of problems) {
    const line = document.createElement("li");
    line.textContent = problem;
    lines.append(line);
  }
  const hint = document.createElement("p");
  hint.textContent = "This page follows your next save.";
  element.replaceChildren(title, lines, hint);
}

/** The overlay's own style: constructed, because the page's policy may forbid inline styles. */
function style() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; }
    section {
      position: fixed; inset-inline: 0; inset-block-end: 0; z-index: 2147483647;
      box-sizing: border-box; max-block-size: 60vh; overflow: auto; padding: 1rem 1.5rem;
      font: 1rem/1.5 system-ui, sans-serif; color: #fff; background: #7a1020; border-block-start: 4px solid #ff8f9f;
    }
    h1 { font-size: 1.125rem; margin: 0; }
    li { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
    p { margin: 0; }
    @media print { section { display: none; } }
  `);
  return sheet;
}
