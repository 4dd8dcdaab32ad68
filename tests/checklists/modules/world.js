/**
 * A browser with several tabs, as random histories need it: each tab has its own view of the storage, to which what
 * others write comes late (so between a tab's read and its write others may have written); storage events come later
 * still and in any order; a tenth of the writes is refused; locks are granted in turn; time only passes here.
 */

/** A tab hears of another's write within this many milliseconds. */
const LATEST_VIEW = 400;
const LATEST_EVENT = 3000;

export class World {
  time = 1_700_000_000_000;
  kept = new Map();
  views = new Set();
  refused = 0.1;
  #tasks = [];
  #writes = 0;

  constructor(chance) {
    this.chance = chance;
  }

  upTo(most) {
    return Math.floor(this.chance() * most);
  }

  /** @param {{alive: boolean}} tab runs only while that is there */
  later(tab, run, after) {
    this.#tasks.push({ at: this.time + after, tab, run });
  }

  /** Does all that is due until then. */
  pass(milliseconds) {
    const end = this.time + milliseconds;
    for (;;) {
      const next = this.#tasks.reduce((a, b) => (b.at < (a?.at ?? end + 1) ? b : a), undefined);
      if (!next) break;
      this.#tasks.splice(this.#tasks.indexOf(next), 1);
      this.time = Math.max(this.time, next.at);
      if (next.tab.alive) next.run();
    }
    this.time = end;
  }

  write(from, key, value) {
    if (this.chance() < this.refused) throw new DOMException("full", "QuotaExceededError");
    this.#tell(from, key, value);
  }

  remove(from, key) {
    this.#tell(from, key, null);
  }

  #tell(from, key, value) {
    this.#writes += 1;
    const write = this.#writes;
    set(this.kept, key, value);
    from.take(key, value, write);
    for (const view of this.views) {
      if (view !== from && view.tab.alive) this.#deliver(view, key, value, write);
    }
  }

  #deliver(view, key, value, write) {
    const late = this.chance() < 0.5 ? 0 : this.upTo(LATEST_VIEW);
    if (late) this.later(view.tab, () => view.take(key, value, write), late);
    else view.take(key, value, write);
    this.later(view.tab, () => view.heard({ key, newValue: value }), late + this.upTo(LATEST_EVENT));
  }
}

const set = (map, key, value) => (value === null ? map.delete(key) : map.set(key, value));

/** The storage as one tab sees it. */
export class View {
  heard = () => undefined;
  #writes = new Map();

  constructor(world, tab) {
    this.world = world;
    this.tab = tab;
    this.kept = new Map(world.kept);
    world.views.add(this);
  }

  /** An older write than the one that is seen already changes nothing. */
  take(key, value, write) {
    if (write < (this.#writes.get(key) ?? 0)) return;
    this.#writes.set(key, write);
    set(this.kept, key, value);
  }

  get length() {
    return this.kept.size;
  }

  key(at) {
    return [...this.kept.keys()][at] ?? null;
  }

  getItem(key) {
    return this.kept.get(key) ?? null;
  }

  setItem(key, value) {
    this.world.write(this, key, value);
  }

  removeItem(key) {
    this.world.remove(this, key);
  }
}
