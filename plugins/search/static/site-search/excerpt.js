/** Pieces of a text around what was found in it. No HTML is read or made: text goes in, text comes out. */

const LENGTH = 28; // words

/**
 * @typedef {{text: string, isFound: boolean}} Piece
 * @typedef {{from: number, to: number}} Range of words
 */

/**
 * The words of a text, counted as Pagefind counts them.
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  return text.split(/[\r\n\s]+/);
}

/**
 * How many words a heading has.
 * @param {string} text
 */
export function size(text) {
  return text.trim() ? words(text.trim()).length : 0;
}

/**
 * The densest stretch of a range that is no longer than an excerpt; its beginning if nothing was found there.
 * @param {number[]} found where the words that were found stand, in order
 * @param {Range} range
 * @returns {Range}
 */
export function densest(found, { from, to }) {
  const inside = found.filter((at) => at >= from && at < to);
  let best = { at: from, count: 0 };
  inside.forEach((at, first) => {
    const count = inside.slice(first).filter((other) => other < at + LENGTH).length;
    if (count > best.count) best = { at, count };
  });
  const start = Math.max(from, Math.min(best.at - 6, to - LENGTH));
  return { from: start, to: Math.min(to, start + LENGTH) };
}

/**
 * A stretch of a text in pieces, those that were found and those between; an ellipsis where it is cut.
 * @param {string[]} all
 * @param {number[]} found
 * @param {Range} stretch
 * @param {Range} whole
 * @returns {Piece[]}
 */
export function pieces(all, found, stretch, whole = stretch) {
  const marks = new Set(found);
  /** @type {Piece[]} */
  const made = [];
  for (let at = stretch.from; at < stretch.to; at++) {
    const isFound = marks.has(at);
    const last = made.at(-1);
    if (last?.isFound === isFound) last.text += ` ${all[at]}`;
    else made.push({ text: `${last ? " " : ""}${all[at]}`, isFound });
  }
  if (made.length && stretch.from > whole.from) made.unshift({ text: "… ", isFound: false });
  if (made.length && stretch.to < whole.to) made.push({ text: " …", isFound: false });
  return made;
}
