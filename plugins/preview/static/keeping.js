// Where the focus is, for when its element is replaced. Scroll, ticks, text and what is open stay by themselves.

/** Remembers the focus. @returns {() => void} what puts it back where its element was replaced */
export function keep() {
  const active = document.activeElement;
  if (!active || active === document.body) return () => {};
  const { id, localName, name } = active;
  const range = selection(active);
  return () => {
    if (active.isConnected) return;
    const again = (id && document.getElementById(id)) || (name && named(localName, name));
    if (!again) return;
    again.focus({ preventScroll: true });
    if (range && selection(again)) again.setSelectionRange(...range);
  };
}

const named = (localName, name) =>
  [...document.getElementsByName(name)].find((element) => element.localName === localName);

/** Where the cursor is in a text field. */
const selection = (field) => {
  try {
    return typeof field.selectionStart === "number" ? [field.selectionStart, field.selectionEnd] : null;
  } catch {
    return null; // some kinds of fields have none
  }
};
