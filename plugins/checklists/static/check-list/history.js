/** Undo and redo: the changes that lead back, as the store gives them. Each names its run: all share one history. */

const LIMIT = 200;

/** @typedef {{changes: import("./changes.js").Change[], label: string}} Step `label`: what it was, in words */

export class History {
  /** @type {Step[]} */
  #undo = [];
  /** @type {Step[]} */
  #redo = [];

  /** What can be undone and done again next. @returns {{undo?: string, redo?: string}} labels */
  get next() {
    return { undo: this.#undo.at(-1)?.label, redo: this.#redo.at(-1)?.label };
  }

  /**
   * Remembers what was done, if it changed anything.
   * @param {import("./changes.js").Change[] | null} back what `Store.apply` gave @param {string} [label]
   */
  push(back, label = "") {
    if (!back?.length) return;
    this.#undo = [...this.#undo, { changes: back, label }].slice(-LIMIT);
    this.#redo = [];
  }

  /** @param {import("./store.js").Store} store @returns {string | undefined} the label of what was undone */
  undo(store) {
    return move(this.#undo, this.#redo, store);
  }

  /** @param {import("./store.js").Store} store @returns {string | undefined} the label of what was done again */
  redo(store) {
    return move(this.#redo, this.#undo, store);
  }
}

/** Steps that change nothing any more (another tab was faster) are passed over. */
const move = (from, to, store) => {
  while (from.length) {
    const { changes, label } = from.at(-1);
    const back = store.apply(changes);
    if (!back) return undefined;
    from.pop();
    if (back.length) {
      to.push({ changes: back, label });
      return label;
    }
  }
  return undefined;
};
