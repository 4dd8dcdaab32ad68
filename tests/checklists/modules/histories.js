/** Random histories of two or three tabs, and what of them is lost with each strategy. */

import { chances } from "./promise.js";
import { World } from "./world.js";

const ITEMS = 12;

/**
 * @param {any} Strategy @param {number} first @param {number} count seeds
 * @returns {{made: number, lost: number, told: number, older: number}} `made`: items ticked and never unticked, and of
 *   these: `lost` silently; `told`: not stored, which the reader was told before the tab ended. `older`: items of any
 *   kind that show something older than what was last done.
 */
export const losses = (Strategy, first, count) => {
  const sum = { made: 0, lost: 0, told: 0, older: 0 };
  for (let seed = first; seed < first + count; seed += 1) {
    const history = new History(Strategy, seed);
    history.run();
    for (const [what, number] of Object.entries(history.outcome())) sum[what] += number;
  }
  return sum;
};

class History {
  /** Of each item: whether it was ever unticked, and the changes made to it. */
  #done = Array.from({ length: ITEMS }, () => ({ isUnticked: false, changes: [] }));
  #tabs = [];

  constructor(Strategy, seed) {
    const chance = chances(seed);
    this.Strategy = Strategy;
    this.world = new World(chance);
    this.chance = chance;
    this.hasLocks = chance() < 0.7;
    this.isRename = chance() < 0.5;
    const count = chance() < 0.7 ? 2 : 3;
    for (let i = 0; i < count; i += 1) this.#open(i);
  }

  #open(at) {
    const isOld = this.isRename && this.chance() < 0.5;
    const tab = new this.Strategy(this.world, { isOld, hasLocks: this.hasLocks });
    this.#tabs[at] = { tab, unsaved: [] };
  }

  run() {
    const steps = 6 + this.world.upTo(7);
    for (let i = 0; i < steps; i += 1) {
      this.#step(this.world.upTo(this.#tabs.length), this.chance());
      this.#note();
      if (this.chance() < 0.6) this.world.pass(this.world.upTo(700));
      this.#note();
    }
    for (const open of this.#tabs) if (this.chance() < 0.3) this.#end(open, false);
    this.world.refused = 0;
    this.world.pass(400_000);
  }

  #step(at, which) {
    const open = this.#tabs[at];
    if (which < 0.8) {
      this.#change(open, which > 0.72);
    } else {
      this.#end(open, which < 0.9);
      this.#open(at);
    }
  }

  #change(open, isUntick) {
    const item = this.#done[this.world.upTo(ITEMS)];
    const t = open.tab.set(this.#done.indexOf(item), !isUntick);
    const change = { t, state: isUntick ? 0 : 1, isTold: false };
    item.isUnticked ||= isUntick;
    item.changes.push(change);
    open.unsaved.push(change);
  }

  /** What the reader was told is stored is not excused any more. */
  #note() {
    for (const open of this.#tabs) if (open.tab.isSaved) open.unsaved = [];
  }

  #end(open, isOrderly) {
    if (isOrderly) open.tab.leave();
    this.#note();
    open.tab.alive = false;
    for (const change of open.unsaved) change.isTold = true;
  }

  outcome() {
    const ticked = this.Strategy.ticked(this.world);
    const outcome = { made: 0, lost: 0, told: 0, older: 0 };
    for (const [item, { isUnticked, changes }] of this.#done.entries()) {
      const { state, t } = ticked(item);
      const last = Math.max(0, ...changes.filter(({ isTold }) => !isTold).map((change) => change.t));
      const isOther = changes.some((change) => change.t === t && change.state !== state);
      outcome.older += t < last || isOther ? 1 : 0;
      if (isUnticked || !changes.length) continue;
      outcome.made += 1;
      if (state !== 1) outcome[changes.every(({ isTold }) => isTold) ? "told" : "lost"] += 1;
    }
    return outcome;
  }
}
