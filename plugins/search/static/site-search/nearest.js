/** Which of many texts are most like another: by the letters they share, three at a time, and the words. */

/**
 * Lower-case letters without their marks, all else a space.
 * @param {string} text
 */
export function plain(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * From 0, nothing in common, to 1 (Dice's coefficient).
 * @param {string} one
 * @param {string} other both as `plain` makes them
 */
export function likeness(one, other) {
  const [a, b] = [grams(one), grams(other)];
  if (!a.size || !b.size) return 0;
  let shared = 0;
  for (const gram of a) shared += b.has(gram) ? 1 : 0;
  return (2 * shared) / (a.size + b.size);
}

function grams(text) {
  const found = new Set();
  for (const word of text.split(" ")) {
    const padded = [..." " + word + " "];
    for (let at = 0; word && at <= padded.length - 3; at++) found.add(padded.slice(at, at + 3).join(""));
    if (padded.length === 2) found.add(word);
  }
  return found;
}

/**
 * The most alike, best first; none that have next to nothing in common with what is wanted.
 * @template T
 * @param {string} wanted
 * @param {T[]} all
 * @param {(one: T) => string[]} texts what to compare of each; the best counts
 * @param {number} count
 * @returns {T[]}
 */
export function nearest(wanted, all, texts, count = 5, least = 0.2) {
  const sought = plain(wanted);
  return all
    .map((one) => ({ one, like: Math.max(...texts(one).map((text) => likeness(sought, plain(text)))) }))
    .filter(({ like }) => like >= least)
    .sort((a, b) => b.like - a.like)
    .slice(0, count)
    .map(({ one }) => one);
}
