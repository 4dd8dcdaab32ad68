/**
 * The record of one checklist, kept in the browser's storage together with every other tab.
 *
 * A change counts at once in memory. It is written twice: to a draft that only this tab writes (so that no other tab
 * can overwrite it, and a crash costs nothing), and, merged with what is there, to the record itself. Other tabs may
 * have read before we wrote and write after it: so the record is looked at again under a lock, at every storage event
 * and after a while, and written again where ours is missing. Only when it stood for a while does the draft go.
 *
 * A record that was cleared elsewhere while this tab is open is written back: what the reader sees ticked stays so.
 */

import { inverse, patch } from "./changes.js";
import { Clock } from "./clock.js";
import { merge } from "./merge.js";
import { empty, parse, serialise, sound } from "./record.js";

const ATTEMPTS = 6;

/**
 * @typedef {"saved" | "pending" | "newer" | "off"} State
 *   saved: all is stored. pending: the browser refused a write; it is retried. newer: written by newer code, read only.
 *   off: storage cannot be read, or not even the copy of an unreadable record could be kept; changes stay in memory and
 *   are retried.
 * @typedef {{key: string, entries: number}} Aside A copy of what could not be read; `entries` 0: nothing of it could.
 */

/**
 * Events: "change" (`detail.here`: whether made in this tab), "state" (`detail.state`), "aside" (`detail`: an Aside).
 */
export class Store extends EventTarget {
  /** @type {import("./record.js").RecordV1} never changed in place */
  record = empty();
  /** @type {State} */
  state = "saved";
  /** @type {Aside[]} */
  aside = [];

  #options;
  #draft;
  #text = serialise(this.record);
  #told = this.#text;
  /** What was last found or written: as text, and the same in order. */
  #stored = { text: null, ordered: this.#text };
  /** Changes of this tab that have not yet stood in storage for a while. */
  #unsettled = null;
  #drafted = true;
  #stale = new Set();
  #writes = 0;
  #attempts = 0;
  #timer = 0;
  #closed = false;

  /**
   * @param {object} options
   * @param {() => Storage | undefined} options.storage may throw, as `() => localStorage` does where storage is blocked
   * @param {LockManager} [options.locks]
   * @param {string} options.key
   * @param {string[]} [options.oldKeys] of the ids that the list had; read, never written
   * @param {Clock} [options.clock]
   * @param {(record: import("./record.js").RecordV1) => import("./changes.js").Change[]} [options.prepare]
   *   changes to be made before any others, and not undone with them (see `snapshotInherits`)
   * @param {(record: import("./record.js").RecordV1) => [number, number]} [options.summarise] done and total, for cards
   * @param {number} [options.delay] milliseconds until a write is believed, and between the first two attempts
   * @param {(run: () => void, after: number) => unknown} [options.later]
   */
  constructor({
    oldKeys = [],
    clock = new Clock(),
    delay = 1000,
    later = (run, after) => setTimeout(run, after),
    ...options
  }) {
    super();
    this.#options = { ...options, oldKeys, clock, delay, later };
    this.#draft = `${options.key}:draft:${clock.next().toString(36)}`;
    this.refresh();
  }

  /**
   * Makes changes, all at one time.
   * @param {import("./changes.js").Change[]} changes
   * @returns {import("./changes.js").Change[] | null} the changes that undo them; null when refused (state "newer")
   */
  apply(changes) {
    if (this.#read() === "newer") {
      this.#push();
      return null;
    }
    const { prepare, summarise } = this.#options;
    if (prepare) this.#take(prepare(this.record));
    const before = this.record;
    const made = this.#take(changes);
    const back = inverse(before, this.record, made);
    if (summarise) this.#take([{ kind: "sum", value: summarise(this.record) }]);
    this.#drafted = false;
    this.#push(true);
    this.#underLock(() => this.#push());
    this.#settleLater();
    return back;
  }

  /** Reads all there is again and writes what is not stored yet: for load, pageshow, a tab that is shown or hidden. */
  refresh() {
    const { key, oldKeys } = this.#options;
    for (const old of oldKeys) this.#join(this.#get(old));
    for (const draft of [key, ...oldKeys].flatMap((owner) => this.#keys(`${owner}:draft:`))) this.#adopt(draft);
    this.#push();
  }

  /** For the window's "storage" event: what another tab wrote is merged, in whatever order it is heard of. */
  heard({ key, newValue }) {
    const ours = [this.#options.key, ...this.#options.oldKeys];
    if (key !== null && !ours.some((own) => key === own || key.startsWith(`${own}:draft:`))) return;
    if (key === null) this.#drafted = !this.#unsettled;
    this.#join(newValue);
    this.#push();
  }

  /** No more attempts from here. */
  close() {
    this.refresh();
    this.#closed = true;
  }

  #take(changes) {
    if (!changes.length) return empty();
    const { record, bad, latest } = sound(patch(this.record, changes, this.#options.clock.next()));
    if (bad) throw new TypeError("no such change");
    this.#unsettled = this.#unsettled ? merge(this.#unsettled, record) : record;
    this.#hold(record, latest);
    return record;
  }

  #hold(record, latest) {
    this.#options.clock.see(latest);
    this.record = merge(this.record, record);
    this.#text = serialise(this.record);
  }

  #join(text) {
    const found = text ? parse(text) : {};
    if (found.record) this.#hold(found.record, found.latest);
  }

  /** Takes over what a tab left that ended too early. It goes once it is old: a younger one may still be in use. */
  #adopt(draft) {
    if (draft === this.#draft) return;
    this.#join(this.#get(draft));
    const made = parseInt(draft.slice(draft.lastIndexOf(":") + 1), 36);
    if (draft.startsWith(`${this.#options.key}:`) && this.#options.clock.isFar(made)) this.#stale.add(draft);
  }

  #push(here = false) {
    if (!this.#drafted) this.#drafted = this.#set(this.#draft, serialise(this.#unsettled));
    const state = this.#sync();
    this.#is(state === "saved" && !this.#drafted ? "pending" : state);
    if (this.#told === this.#text) return;
    this.#told = this.#text;
    this.#tell("change", { here });
  }

  /** Merges what is stored into what is known. @returns {State} as it is without writing */
  #read() {
    const text = this.#get(this.#options.key);
    if (text === undefined) return "off";
    if (text === this.#stored.text) return "saved";
    const found = text === null ? { record: empty(), latest: 0 } : parse(text);
    if (found.problem === "newer") return "newer";
    if ((found.problem || found.bad) && !this.#setAside(text, found.bad ?? 0)) return "off";
    if (found.record) this.#hold(found.record, found.latest);
    this.#stored = { text, ordered: found.problem || found.bad ? "" : serialise(found.record) };
    return "saved";
  }

  /** Reads, merges, writes where something of ours is missing. @returns {State} */
  #sync() {
    const state = this.#read();
    if (state !== "saved" || this.#stored.ordered === this.#text) return state;
    this.#writes += 1;
    if (!this.#set(this.#options.key, this.#text)) return "pending";
    this.#stored = { text: this.#text, ordered: this.#text };
    return "saved";
  }

  #setAside(text, entries) {
    const prefix = `${this.#options.key}:set-aside:`;
    const same = this.#keys(prefix).find((key) => this.#get(key) === text);
    const key = same ?? prefix + this.#options.clock.next().toString(36);
    if (!same && !this.#set(key, text)) return false;
    if (this.aside.some((known) => known.key === key)) return true;
    this.aside.push({ key, entries });
    this.#tell("aside", { key, entries });
    return true;
  }

  #settleLater() {
    if (this.#timer || this.#closed) return;
    this.#timer = 1;
    const writes = this.#writes;
    const { later, delay } = this.#options;
    later(() => this.#underLock(() => this.#settle(writes)), delay * 2 ** this.#attempts);
  }

  #settle(writes) {
    this.#timer = 0;
    if (this.#closed) return;
    this.#push();
    const stored = this.state === "saved" || (this.state === "pending" && this.#stored.text === this.#text);
    this.#attempts = stored ? 0 : Math.min(this.#attempts + 1, ATTEMPTS);
    if (!stored || writes !== this.#writes) {
      this.#settleLater();
      return;
    }
    for (const draft of [this.#draft, ...this.#stale]) this.#remove(draft);
    this.#stale.clear();
    this.#unsettled = null;
    this.#drafted = true;
    this.#is("saved");
  }

  #underLock(run) {
    const { locks, key } = this.#options;
    if (locks) locks.request(key, run).catch(run);
    else run();
  }

  #is(state) {
    if (this.state === state) return;
    this.state = state;
    this.#tell("state", { state });
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** @returns {string | null | undefined} undefined when it could not be read */
  #get(key) {
    try {
      return this.#options.storage().getItem(key);
    } catch {
      return undefined;
    }
  }

  /** Whether it was stored; some browsers refuse without saying so. */
  #set(key, text) {
    try {
      const storage = this.#options.storage();
      storage.setItem(key, text);
      return storage.getItem(key) === text;
    } catch {
      return false;
    }
  }

  #remove(key) {
    try {
      this.#options.storage().removeItem(key);
    } catch {
      this.#stale.add(key);
    }
  }

  #keys(prefix) {
    try {
      const storage = this.#options.storage();
      return Array.from({ length: storage.length }, (_, i) => storage.key(i)).filter((key) => key?.startsWith(prefix));
    } catch {
      return [];
    }
  }
}
