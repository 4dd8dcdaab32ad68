// Elements of the preview's own, apart from the page's styles and allowed by its policy: nothing is inline.

/** @param {string} name @param {string} style @returns {HTMLElement} with a shadow that has the style */
export function host(name, style) {
  const element = document.createElement(name);
  const sheet = new CSSStyleSheet(); // constructed: no policy forbids it
  sheet.replaceSync(`:host { all: initial; } ${style}`);
  element.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
  return element;
}

/** @param {string} name @param {Record<string, string>} attributes @param {...(Node | string)} children */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
