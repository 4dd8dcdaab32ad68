// Keeps a page of the preview up to date. The server puts it into every page it sends, never into a file.

import { decoded, dress, uses } from "./assets.js";
import { documents, morph, sameScripts } from "./morph.js";
import { keep } from "./keeping.js";
import { notice } from "./notice.js";
import { overlay } from "./overlay.js";

/**
 * What the server tells: the build that the site is of, how often it has told something, what is wrong since, and what
 * became of this page and of the other files since the build that is shown here.
 * @typedef {{build: string, number: number, problems: import("./overlay.js").Problem[],
 *   page: "same" | "changed" | "gone" | "unknown", changed: string[], gone: string[]}} State
 */

const about = new URL(import.meta.url).searchParams;
const missing = about.get("status") !== "200";
const problems = overlay();
const bar = notice();

let shown = about.get("build") ?? "";
let events;
let waiting = null;
let busy = false;

/** The page as the server has it now, without what scripts did to it here; null if there is none. */
const source = () => documents(`/_preview/page${location.pathname}`);

/** The page as it came, to see what of it changes. */
let original = missing ? null : source().then((found) => (found?.tag.includes(about.get("page")) ? found : null));

function connect() {
  const said = new URLSearchParams({ page: decoded(location.pathname), since: shown, missing: missing ? "1" : "0" });
  events = new EventSource(`/_preview/events?${said}`);
  events.addEventListener("state", (event) => hear(JSON.parse(event.data)));
}

/** One after the other: what is told while a page changes waits, and is followed as one. @param {State} state */
async function hear(state) {
  waiting = waiting ? joined(waiting, state) : state;
  if (busy) return;
  busy = true;
  try {
    while (waiting) {
      const next = waiting;
      waiting = null;
      await follow(next);
    }
  } finally {
    busy = false;
  }
}

/** What two states tell that came before either was followed. @param {State} one @param {State} two @returns {State} */
function joined(one, two) {
  const page = two.page === "same" ? one.page : two.page;
  return { ...two, page, changed: [...one.changed, ...two.changed], gone: [...one.gone, ...two.gone] };
}

/** @param {State} state */
async function follow(state) {
  if (!about.get("build")) {
    if (state.number !== Number(about.get("number"))) reload(); // the page that stands in for a site
    return;
  }
  problems.show(state.problems);
  if (!state.build || state.build === shown) return;
  if (state.page === "unknown" || (missing && state.page === "changed") || uses(state)) return reload();
  shown = state.build;
  if (state.page === "gone") return bar.show();
  await dress(state, shown);
  if (state.page === "changed") await update();
}

/** Makes of this page what the server has now, in place. */
async function update() {
  const [before, after] = await Promise.all([original, source()]);
  if (!after) return; // gone again: that is told next
  if (!before || !sameScripts(before.page, after.page)) return reload();
  bar.hide();
  const restore = keep();
  if (!morph(document, before.page, after.page)) return reload();
  original = Promise.resolve(after);
  restore();
}

function reload() {
  events.close();
  location.reload();
}

// A browser keeps few connections to one server: tabs in sight have one each, the others catch up when they are seen.
document.addEventListener("visibilitychange", () => {
  events?.close();
  if (!document.hidden) connect();
});
addEventListener("pagehide", () => events?.close());
addEventListener("pageshow", (event) => event.persisted && connect());
if (!document.hidden) connect();
