/** What is found, as elements. All text comes from articles and is shown as text. */

import { densest, pieces, size, words } from "./excerpt.js";
import { plain } from "./nearest.js";

/**
 * Whether Pagefind did not find a word and has taken a beginning of it instead: "conf" for "confrence".
 * @param {string} query
 * @param {import("./engine.js").Fragment} fragment the first of what it found
 */
export function isFar(query, fragment) {
  const all = words(fragment.content);
  const found = [...new Set(fragment.locations.flatMap((at) => plain(all[at] ?? "").split(" ")))];
  return plain(query)
    .split(" ")
    .some((term) => {
      const alike = found.filter((word) => word && (word.startsWith(term) || term.startsWith(word)));
      return alike.length > 0 && alike.every((word) => isTooShort(word, term));
    });
}

/** Whether a beginning is so short that it is no form of the word. */
function isTooShort(word, term) {
  return word.length < term.length && (word.length < 2 || (word.length < 5 && term.length - word.length > 4));
}

/**
 * One thing found, with the place in it that fits best.
 * @param {import("./engine.js").Fragment} fragment
 * @param {string} lang
 * @param {Map<string, string>} titles of pages, by address: the article that a strategy stands in
 */
export function resultItem(fragment, lang, titles) {
  const part = bestPart(fragment);
  const item = document.createElement("li");
  item.className = "search-panel-result";
  const title = document.createElement("h3");
  title.className = "search-panel-title";
  const link = document.createElement("a");
  link.href = part?.url ?? fragment.url;
  link.append(fragment.meta.title);
  title.append(link);
  item.append(title, ...about(fragment, part, titles));
  for (const each of item.children) Object.assign(each, { lang, dir: "auto" });
  return item;
}

/** @param {import("./engine.js").Fragment} fragment */
function bestPart({ sub_results: parts }) {
  const weight = (part) => part.weighted_locations.reduce((sum, each) => sum + each.balanced_score, 0);
  return parts.reduce((best, part) => (best && weight(best) >= weight(part) ? best : part), undefined);
}

function* about(fragment, part, titles) {
  const all = words(fragment.content);
  const found = part?.locations ?? [];
  const { anchor } = part ?? {};
  const where = titles.get(new URL(fragment.url, location.href).pathname);
  const from = anchor?.location ?? 0;
  const to = end(fragment, anchor, all.length);
  const head = Math.min(to, from + size(anchor?.text ?? fragment.meta.title));
  if (anchor) yield paragraph("search-panel-section", heading(anchor, found));
  else if (where && where !== fragment.meta.title) yield paragraph("search-panel-section", [{ text: where, isFound: false }]);
  const body = { from: head, to: anchor || head < to ? to : all.length }; // found in the title, which a heading follows
  const excerpt = pieces(all, found, densest(found, body), body);
  if (excerpt.length) yield paragraph("search-panel-excerpt", excerpt);
}

/** As it is written: among the text, Pagefind ends it with a full stop. */
function heading({ text, location }, found) {
  const all = words(text.trim());
  const inside = found.map((at) => at - location);
  return pieces(all, inside, { from: 0, to: all.length });
}

/** Where the part ends: at the next heading that one can be led to. */
function end({ anchors }, anchor, last) {
  const later = anchors.filter(({ element, location }) => /^h\d$/i.test(element) && location > (anchor?.location ?? -1));
  return Math.min(last, ...later.map(({ location }) => location));
}

function paragraph(name, parts) {
  const made = document.createElement("p");
  made.className = name;
  for (const { text, isFound } of parts) {
    const mark = isFound ? document.createElement("mark") : undefined;
    if (mark) made.append(/^\s/.test(text) ? " " : "", mark);
    (mark ?? made).append(mark ? text.trim() : text);
  }
  return made;
}
