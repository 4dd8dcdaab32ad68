/** The keyboard, as long as the focus is in the list and not where one writes. */

const WRITTEN = "dialog, textarea, select, input:not([type=checkbox], [type=radio])";

/** @param {import("./check-list.js").CheckList} list @returns {(event: KeyboardEvent) => void} */
export const keys = (list) => (event) => {
  if (event.defaultPrevented || event.isComposing || event.altKey || event.target.closest(WRITTEN)) return;
  const does = event.ctrlKey || event.metaKey ? withControl(list, event) : alone(list, event);
  if (!does) return;
  event.preventDefault();
  does();
};

const withControl = (list, { key, shiftKey }) => {
  if (key.toLowerCase() === "z") return () => list.step(shiftKey ? "redo" : "undo");
  return key.toLowerCase() === "y" && !shiftKey ? () => list.step("redo") : undefined;
};

const alone = (list, { key, target }) => {
  const move = (by) => () => list.move(by);
  const on = (act) => {
    const task = list.taskAt(target);
    return task && (() => act(task));
  };
  const arrows = !target.matches("[type=radio]") && { ArrowDown: move(1), ArrowUp: move(-1) };
  const letters = {
    j: move(1),
    k: move(-1),
    n: on((task) => list.skip(task)),
    e: on((task) => task.controls.write()),
    "/": list.canFilter && (() => list.focusFilter()),
    "?": () => list.help(),
  };
  return { ...arrows, ...letters }[key.length === 1 ? key.toLowerCase() : key];
};
