/**
 * Ways to keep ticks: ours, and the three that are usual, to show that the histories can tell them apart.
 *
 * Each is a tab: `set(item, isDone)`; `isSaved`, whether the reader was told that all is stored; `leave()` before the
 * page goes. `ticked(world, item)` is what a reader finds in the end.
 */

import { effective, links } from "/check-list/ancestry.js";
import { Clock } from "/check-list/clock.js";
import { activeRun } from "/check-list/record.js";
import { Store } from "/check-list/store.js";
import { View } from "./world.js";

const KEY = "praxis:site:list";
const OLD_KEY = "praxis:site:former";
const ITEMS = Array.from({ length: 12 }, (_, i) => i);
const LINKS = links(Object.fromEntries(ITEMS.map((i) => [`new-${i}`, [`old-${i}`]])));

/** Old code knows the list and its items by their former ids; new code by the new ones. */
export class Ours {
  alive = true;

  constructor(world, { isOld, hasLocks }) {
    this.isOld = isOld;
    const view = new View(world, this);
    const skew = world.upTo(7_200_000) - 3_600_000;
    this.store = new Store({
      storage: () => view,
      locks: hasLocks ? this.#locks(world) : undefined,
      key: isOld ? OLD_KEY : KEY,
      oldKeys: isOld ? [] : [OLD_KEY],
      clock: new Clock(() => world.time + skew, world.upTo(1024)),
      later: (run, after) => world.later(this, run, after),
    });
    view.heard = (event) => this.store.heard(event);
  }

  #locks(world) {
    return {
      request: (name, run) => {
        world.later(this, run, world.upTo(20));
        return { catch: () => undefined };
      },
    };
  }

  /** @returns {number} the logical time of the change; 0 when another tab's had a later one already */
  set(item, isDone) {
    const id = `${this.isOld ? "old" : "new"}-${item}`;
    this.store.apply([{ kind: "item", id, value: isDone ? 1 : 0 }]);
    const [state, t] = activeRun(this.store.record).items[id];
    return state === (isDone ? 1 : 0) ? t : 0;
  }

  get isSaved() {
    return this.store.state === "saved";
  }

  leave() {
    this.store.close();
  }

  static ticked(world) {
    const { store } = new Ours(world, { isOld: false, hasLocks: false });
    return (item) => effective(activeRun(store.record).items, `new-${item}`, LINKS);
  }
}

/** All ticks in one value, written as this tab knows them; what others write is seen at the next load. */
export class WholeMap {
  alive = true;
  isSaved = true;

  constructor(world) {
    this.view = new View(world, this);
    this.view.heard = (event) => this.heard(event);
    this.ticks = JSON.parse(this.view.getItem(KEY) ?? "{}");
  }

  heard() {}

  set(item, isDone) {
    this.ticks[item] = isDone;
    attempt(() => this.view.setItem(KEY, JSON.stringify(this.ticks)));
    return 0;
  }

  leave() {}

  static ticked(world) {
    const ticks = JSON.parse(world.kept.get(KEY) ?? "{}");
    return (item) => ({ state: ticks[item] ? 1 : 0, t: 0 });
  }
}

/** The same, and what another tab wrote takes the place of what this one knows. */
export class ReplaceOnEvent extends WholeMap {
  heard({ newValue }) {
    this.ticks = JSON.parse(newValue ?? "{}");
  }
}

/** A key for each item. */
export class KeyPerItem {
  alive = true;
  isSaved = true;

  constructor(world) {
    this.view = new View(world, this);
  }

  set(item, isDone) {
    attempt(() => this.view.setItem(`${KEY}:${item}`, isDone ? "1" : "0"));
    return 0;
  }

  leave() {}

  static ticked(world) {
    return (item) => ({ state: world.kept.get(`${KEY}:${item}`) === "1" ? 1 : 0, t: 0 });
  }
}

const attempt = (write) => {
  try {
    write();
  } catch (error) {
    if (error.name !== "QuotaExceededError") throw error;
  }
};
