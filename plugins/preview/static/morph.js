// Makes of a page in a browser what changed in its source, and leaves alone what scripts and its reader did to it.
//
// Three trees: the page as it came, as it is now in the source, and as it lives in the browser, with all that scripts
// added. Only differences between the first two are made in the third. (Libraries compare two trees, and so undo what
// scripts did.) Where a difference has no place any more, it says so, and the page is loaded anew.

import { exchange } from "./assets.js";
import { changes } from "./changes.js";

class Lost extends Error {}

/** A page of this server, parsed but not run, with its tag; null if there is none. @param {string} address */
export function documents(address) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest(); // parses without being asked to trust a text, which a policy may forbid
    request.open("GET", address);
    request.responseType = "document";
    request.onload = () => resolve(request.status === 200 ? found(request) : null);
    request.onerror = () => resolve(null);
    request.send();
  });
}

const found = (request) => ({ page: request.responseXML, tag: request.getResponseHeader("ETag") ?? "" });

/** Whether the same scripts run on two pages. @param {Document} one @param {Document} two */
export function sameScripts(one, two) {
  return scripts(one) === scripts(two);
}

const scripts = (page) =>
  [...page.querySelectorAll("script:not([type$=json]):not([type=speculationrules])")]
    .map(({ src, type, textContent }) => [src, type, textContent].join(" "))
    .join("\n");

/**
 * Makes in `live` what changed from `before` to `after`; all are documents.
 * @returns {boolean} false if that cannot be done in place
 */
export function morph(live, before, after) {
  try {
    attributes(live.documentElement, before.documentElement, after.documentElement);
    for (const part of ["head", "body"]) element(live[part], before[part], after[part]);
    return true;
  } catch (error) {
    if (error instanceof Lost) return false;
    throw error;
  }
}

function element(live, before, after) {
  attributes(live, before, after);
  children(live, before, after);
}

/** What an author changed of an element's attributes; what scripts and readers changed stays. */
function attributes(live, before, after) {
  for (const { name, value } of after.attributes) {
    if (before.getAttribute(name) !== value) live.setAttribute(name, value);
  }
  for (const { name } of before.attributes) {
    if (!after.hasAttribute(name)) live.removeAttribute(name);
  }
}

function children(live, before, after) {
  const places = located([...live.childNodes], [...before.childNodes]);
  let last = null;
  for (const [old, next] of changes([...before.childNodes], [...after.childNodes])) {
    const place = old && places.get(old);
    if (old && next) last = kept(place, old, next) ?? last;
    else if (next) last = added(live, next, last);
    else if (place) place.remove();
    else if (!isBlank(old)) lost();
  }
}

/** @returns the node in the page for one that is in both sources; none for a blank that scripts took away */
function kept(place, old, next) {
  if (old.isEqualNode(next) || (!place && isBlank(old) && isBlank(next))) return place;
  return changed(place ?? lost(), old, next);
}

function lost() {
  throw new Lost();
}

/** Where the nodes of the source are in the page, passing over what scripts added. */
function located(live, source) {
  return new Map(changes(source, live).filter(([node, place]) => node && place));
}

const isBlank = (node) => node.nodeType !== Node.ELEMENT_NODE && !node.data?.trim();

/** @returns the node that is in the page then */
function changed(live, before, after) {
  if (live.nodeType !== Node.ELEMENT_NODE) {
    live.data = after.data;
    return live;
  }
  if (live.matches("link[rel=stylesheet]")) return dressed(live, after);
  if (customElements.get(live.localName)) return replaced(live, after);
  element(live, before, after);
  return live;
}

function dressed(live, after) {
  if (live.getAttribute("href") !== after.getAttribute("href")) exchange(live, after.getAttribute("href"));
  return live;
}

/** An element with a life of its own starts anew from its new source; what is kept elsewhere comes back with it. */
function replaced(live, after) {
  if (live.contains(document.activeElement)) document.activeElement.blur(); // what is being typed is kept then
  const open = new Set([...live.querySelectorAll("details[open]")].map(titleOf));
  const next = imported(after);
  for (const details of next.querySelectorAll("details")) if (open.has(titleOf(details))) details.open = true;
  live.replaceWith(next);
  return next;
}

const titleOf = (details) => details.querySelector("summary")?.textContent.trim() ?? "";

function added(live, node, last) {
  const next = imported(node);
  if (last?.parentNode === live) last.after(next);
  else live.prepend(next);
  return next;
}

/** A copy for this page. Elements that nothing has given a life yet might never get it. */
function imported(node) {
  const copy = document.importNode(node, true);
  const all = copy.nodeType === Node.ELEMENT_NODE ? [copy, ...copy.querySelectorAll("*")] : [];
  if (all.some(({ localName }) => localName.includes("-") && !customElements.get(localName))) lost();
  return copy;
}
