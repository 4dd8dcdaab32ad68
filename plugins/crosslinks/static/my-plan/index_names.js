/**
 * What the strategy index says of what is saved, from strategies.json. Nothing in it is believed to be there.
 *
 * @typedef {{title: string, path: string}} Place
 * @typedef {Place & {id: string, effort: string, article: Place | undefined}} Listed
 */

import { isObject } from "./record.js";

const textOf = (value) => (typeof value === "string" ? value : "");

const listOfObjects = (value) => (Array.isArray(value) ? value.filter(isObject) : []);

/** The path and fragment of an address: the site is read where it is, whatever its own address is. */
const pathOf = (url, base) => {
  try {
    const { pathname, hash } = new URL(textOf(url), base);
    return pathname.startsWith("/") ? pathname + hash : "";
  } catch {
    return "";
  }
};

/**
 * Entries by all their names: their own ids, those of their sources, and the names that they had.
 * @param {unknown} index @param {string} base the address of the page @returns {Map<string, Listed>}
 */
export const listedIn = (index, base) => {
  const found = new Map();
  const entries = listOfObjects(isObject(index) ? index.strategies : []).filter(({ id }) => textOf(id));
  for (const entry of entries) {
    const listed = listedOf(entry, base);
    const sources = listOfObjects(entry.sources).map(({ id }) => textOf(id));
    const former = Array.isArray(entry.aliases) ? entry.aliases.map(textOf) : [];
    for (const name of [...sources, ...former]) if (name && !found.has(name)) found.set(name, listed);
  }
  for (const entry of entries) found.set(entry.id, listedOf(entry, base)); // a name of one's own comes before all others
  return found;
};

const listedOf = ({ id, title, url, sources }, base) => {
  const [first = {}] = listOfObjects(sources);
  const article = isObject(first.article) ? first.article : undefined;
  return {
    id,
    title: textOf(title),
    path: pathOf(url, base),
    effort: textOf(first.effort),
    article: article && { title: textOf(article.title), path: pathOf(article.url, base) },
  };
};

/**
 * What is saved as it is shown: one line for each strategy, also where it was saved under two of its names.
 * @typedef {{id: string, ids: string[], title: string, isDone: boolean, note: string, listed: Listed | undefined}} Line
 * @param {import("./plan.js").Saved[]} saved @param {Map<string, Listed>} index @param {string} order "" or "article"
 * @returns {Line[]}
 */
export const linesOf = (saved, index, order) => {
  const lines = new Map();
  for (const { id, title, isDone, note } of saved) {
    const listed = index.get(id);
    const key = listed?.id ?? id;
    const line = lines.get(key) ?? { id: key, ids: [], title: listed?.title || title, isDone: true, note: "", listed };
    line.ids.push(id);
    line.isDone &&= isDone;
    line.note ||= note;
    lines.set(key, line);
  }
  const all = [...lines.values()];
  return order === "article" ? all.sort((a, b) => compareText(placeOf(a), placeOf(b))) : all;
};

/** What is in no article comes last. */
const placeOf = ({ listed }) => listed?.article?.title || "\uffff";

const compareText = (a, b) => (a === b ? 0 : a === "\uffff" ? 1 : b === "\uffff" ? -1 : a.localeCompare(b));
