/** One line of the plan: its square, where it is told, a note, and the way out. */

import { button, make, mark, tell } from "./make.js";

/**
 * @param {{tick: (line: Line, isDone: boolean) => void, note: (line: Line, text: string) => void,
 *   remove: (line: Line) => void}} does
 * @typedef {import("./index_names.js").Line} Line
 */
export const planLine = (does) => {
  let line;
  const title = make("span", { class: "check-item-text", dir: "auto" });
  const box = make("input", { class: "check-item-box", type: "checkbox", onchange: () => does.tick(line, box.checked) });
  const where = make("p", { class: "plan-item-place" });
  const note = noteOn((text) => does.note(line, text));
  const write = button("Note", () => note.write());
  const remove = button("Remove", () => does.remove(line));
  const label = make("label", { class: "check-item-label" }, box, title);
  const tools = make("p", { class: "check-item-tools" }, write, remove);
  const node = make("li", { class: "check-item plan-item" }, label, where, note.node, tools);

  /** @param {Line} found @param {boolean} isKnown whether the index could be asked @param {boolean} isFixed */
  const show = (found, isKnown, isFixed) => {
    line = found;
    tell(title, line.title);
    box.checked = line.isDone;
    box.disabled = isFixed;
    mark(node, "data-done", line.isDone);
    write.setAttribute("aria-label", `Note on: ${line.title}`);
    remove.setAttribute("aria-label", `Remove: ${line.title}`);
    note.show(line.note, line.title);
    showPlace(where, line, isKnown);
  };
  return { node, box, show, keep: note.keep };
};

const showPlace = (where, { title, listed }, isKnown) => {
  const key = `${isKnown} ${listed?.path} ${listed?.article?.title}`;
  if (where.dataset.key === key) return;
  where.dataset.key = key;
  const how = listed?.path && make("a", { href: listed.path, "aria-label": `Read how: ${title}` }, "Read how");
  const facts = [listed?.article?.title, listed?.effort].filter(Boolean);
  const gone = isKnown && !listed && make("span", {}, "No longer on this site.");
  where.replaceChildren(...[how, ...facts.map((fact) => make("span", { dir: "auto" }, fact)), gone].filter(Boolean));
};

/** The reader's own words: kept a moment after the last key, and when the field is left. */
const noteOn = (keepIt) => {
  let shown = "";
  let timer = 0;
  const keep = () => {
    clearTimeout(timer);
    timer = 0;
    if (field.value !== shown) keepIt(field.value);
  };
  const oninput = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 600);
  };
  const onblur = () => {
    keep();
    node.hidden = !field.value;
  };
  const field = make("textarea", { class: "check-item-note-text", rows: 2, maxlength: 4000, oninput, onblur });
  const rest = make("span", { class: "visually-hidden" });
  const node = make("label", { class: "check-item-note", hidden: true }, make("span", {}, "My note", rest), field);
  const show = (text, title) => {
    shown = text;
    tell(rest, ` on: ${title}`);
    if (!timer && field.value !== text) field.value = text;
    if (text || document.activeElement !== field) node.hidden = !text;
  };
  const write = () => {
    node.hidden = false;
    field.focus();
  };
  return { node, show, write, keep };
};
