// What became of the nodes of one list in another.

const MOST = 250_000; // comparisons, beyond which nodes are only paired by their kind

/**
 * Pairs the nodes of two lists. @param {Node[]} before @param {Node[]} after
 * @returns {[Node | null, Node | null][]} in order: the same or changed, [node, null] removed, [null, node] added
 */
export function changes(before, after) {
  let start = 0;
  while (start < before.length && start < after.length && before[start].isEqualNode(after[start])) start += 1;
  let end = 0;
  const left = Math.min(before.length, after.length) - start;
  while (end < left && before.at(-1 - end).isEqualNode(after.at(-1 - end))) end += 1;
  const [from, to] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  return [
    ...zip(before.slice(0, start), after),
    ...between(from, to),
    ...zip(before.slice(before.length - end), after.slice(after.length - end)),
  ];
}

const zip = (one, two) => one.map((node, at) => [node, two[at]]);

/** Equal nodes stand for themselves; between two of them, nodes of a kind are taken for one that changed. */
function between(before, after) {
  const pairs = [];
  let [i, j] = [0, 0];
  for (const [b, a] of [...common(before, after), [before.length, after.length]]) {
    pairs.push(...alike(before.slice(i, b), after.slice(j, a)));
    if (b < before.length) pairs.push([before[b], after[a]]);
    [i, j] = [b + 1, a + 1];
  }
  return pairs;
}

function alike(before, after) {
  const pairs = [];
  let i = 0;
  for (const node of after) {
    const at = before.findIndex((other, number) => number >= i && isKin(other, node));
    if (at < 0) {
      pairs.push([null, node]);
      continue;
    }
    pairs.push(...before.slice(i, at).map((other) => [other, null]), [before[at], node]);
    i = at + 1;
  }
  return [...pairs, ...before.slice(i).map((other) => [other, null])];
}

const isKin = (one, other) => one.nodeName === other.nodeName && (one.id ?? "") === (other.id ?? "");

/** The longest common subsequence, as pairs of places. */
function common(before, after) {
  const [rows, columns] = [before.length, after.length];
  if (!rows || !columns || rows * columns > MOST) return [];
  const [one, two] = numbered(before, after);
  const width = columns + 1;
  const best = new Uint32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      best[at] = one[i] === two[j] ? best[at + width + 1] + 1 : Math.max(best[at + width], best[at + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (one[i] === two[j]) pairs.push([i++, j++]);
    else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Each node by a number, the same for equal ones. */
function numbered(...lists) {
  const numbers = new Map();
  const number = (node) => {
    const text = node.outerHTML ?? `${node.nodeName}${node.data}`;
    if (!numbers.has(text)) numbers.set(text, numbers.size);
    return numbers.get(text);
  };
  return lists.map((list) => list.map(number));
}
