// The problems of the site, over the page, each with its lines of source.

import { host, make } from "./making.js";

/**
 * @typedef {{place: string, what: string, hint: string, error: boolean, editor: string,
 *   source: {lines: [number, string][], at: number, caret: string} | null}} Problem
 */

/** @returns {{show: (problems: Problem[]) => void}} */
export function overlay() {
  let box = null;
  let shown = "";
  let undo = () => {};

  /** Lays the problems over the page, or takes the last ones away. @param {Problem[]} problems */
  function show(problems) {
    const key = JSON.stringify(problems);
    if (key === shown) return;
    shown = key;
    undo();
    box?.remove();
    box = problems.length ? host("preview-problems", STYLE) : null;
    if (!box) return;
    const region = list(problems);
    const again = make("button", { type: "button", class: "again" }, `Show what is wrong (${problems.length})`);
    const fold = (isFolded) => {
      const had = box.matches(":focus-within");
      region.hidden = isFolded;
      again.hidden = !isFolded;
      if (had) (isFolded ? again : region).focus({ preventScroll: true });
    };
    again.hidden = true;
    again.addEventListener("click", () => fold(false));
    region.querySelector("button").addEventListener("click", () => fold(true));
    const stop = new AbortController();
    const escape = ({ key }) => key === "Escape" && !region.hidden && fold(true);
    addEventListener("keydown", escape, { signal: stop.signal });
    undo = () => stop.abort();
    document.body.prepend(box); // first, for those who come by keyboard
    box.shadowRoot.append(again);
    box.shadowRoot.append(region); // once it is in the page: so it is read aloud
  }

  return { show };
}

/** @param {Problem[]} problems */
function list(problems) {
  const title = make("h2", { id: "title" }, "The site cannot be built");
  const hide = make("button", { type: "button" }, "Hide (Esc)");
  const hint = make("p", {}, "The page below is of the last good build. It follows your next save.");
  const region = make("section", { role: "alert", "aria-labelledby": "title", tabindex: "-1" });
  region.append(make("div", { class: "head" }, title, hide), make("ol", {}, ...problems.map(item)), hint);
  return region;
}

/** @param {Problem} problem */
function item({ place, what, hint, error, editor, source }) {
  const where = editor ? make("a", { href: editor }, `${place}:`) : make("span", {}, place && `${place}:`);
  const text = make("p", {}, where, ` ${error ? "" : "warning: "}`, make("strong", {}, what), hint && ` ${hint}`);
  const entry = make("li", {}, text);
  if (source) entry.append(excerpt(source, editor));
  return entry;
}

function excerpt({ lines, at, caret }, editor) {
  const width = String(lines.at(-1)[0]).length;
  const code = make("code");
  for (const [number, line] of lines) {
    const row = make("span", number === at ? { class: "at" } : {}, `${String(number).padStart(width)} | ${line}\n`);
    code.append(row);
    if (number === at) code.append(make("b", { "aria-hidden": "true" }, `${" ".repeat(width)} | ${caret}\n`));
  }
  const block = make("pre", {}, code);
  return editor ? make("a", { href: editor, class: "source", tabindex: "-1" }, block) : block;
}

const STYLE = `
  section {
    position: fixed; inset-inline: 0; inset-block-end: 0; z-index: 2147483647; box-sizing: border-box;
    max-block-size: 70vh; overflow: auto; padding: 1rem 1.5rem; font: 1rem/1.5 system-ui, sans-serif;
    color: #fff; background: #5c0d1a; border-block-start: 4px solid #ff8f9f;
  }
  [hidden] { display: none; }
  .head { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; }
  h2 { font-size: 1.125rem; margin: 0; }
  ol { margin: .5rem 0; padding-inline-start: 1.5rem; }
  li { margin-block: .5rem; overflow-wrap: anywhere; }
  p { margin: 0; }
  a { color: #ffd7dc; font-family: ui-monospace, monospace; }
  a.source { display: block; color: inherit; text-decoration: none; }
  pre {
    margin: .25rem 0; padding: .5rem .75rem; overflow: auto; font: .875rem/1.4 ui-monospace, monospace;
    color: #f6dfe2; background: #33060e;
  }
  .at { color: #fff; font-weight: bold; }
  b { color: #ff8f9f; }
  button {
    font: inherit; color: #fff; background: #33060e; border: 1px solid #ff8f9f; padding: .125rem .5rem; cursor: pointer;
  }
  .again {
    position: fixed; inset-inline-end: 1rem; inset-block-end: 1rem; z-index: 2147483647;
    font: 1rem/1.5 system-ui, sans-serif;
  }
  :focus-visible { outline: 2px solid #fff; outline-offset: 2px; }
  @media print { section, .again { display: none; } }
`;
