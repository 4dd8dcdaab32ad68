/**
 * An element with attributes, listeners (`onclick`) and children. Text stays text, whatever is in it.
 * @param {string} tag
 * @param {Record<string, any>} [given] false and undefined are left out
 * @param {...(Node | string | undefined | null | false)} children
 */
export const make = (tag, given = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child || child === ""));
  return made;
};

/** @param {string} text @param {() => void} onclick @param {Record<string, any>} [more] */
export const button = (text, onclick, more) =>
  make("button", { type: "button", class: "check-list-button", onclick, ...more }, text);

/** `node.textContent = text`, and nothing where it is that already: an equal text would be painted and told anew. */
export const tell = (node, text) => {
  if (node.textContent !== text) node.textContent = text;
};

/** An attribute that is there or is not. */
export const mark = (node, name, value) => {
  if (value) node.setAttribute(name, value === true ? "" : value);
  else node.removeAttribute(name);
};

/** "1 item", "2 items". @param {number} number @param {string} one @param {string} [many] */
export const counted = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
