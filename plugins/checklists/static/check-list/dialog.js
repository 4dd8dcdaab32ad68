/** A dialog with a heading and a way out; Escape closes it, as browsers have it. */

import { button, make } from "./make.js";

let count = 0;

/**
 * Shows a dialog in a list and takes it away once it is closed.
 * @param {import("./check-list.js").CheckList} list
 * @param {string} title @param {(Node | string | false | undefined)[]} children
 * @param {HTMLElement} [main] the button that does it
 */
export const ask = (list, title, children, main) => {
  const id = `check-list-dialog-${(count += 1)}`;
  const close = () => node.close();
  main?.addEventListener("click", close);
  const node = make(
    "dialog",
    { class: "check-list-dialog", "aria-labelledby": id },
    make("h2", { id }, title),
    ...children,
    make("p", { class: "check-item-tools" }, main, button(main ? "Cancel" : "Close", close)),
  );
  list.append(node);
  node.addEventListener("close", () => node.remove());
  node.showModal();
};
