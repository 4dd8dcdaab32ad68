/**
 * Logical times: milliseconds × 1024 + the number of the tab. They only ever go up, also when the computer's clock is
 * set back, and two tabs never give the same one (but once in 1024 pairs of tabs; `merge` settles that too).
 */

export const DAY = 86_400_000;

/** The latest time there is (the year 2223). Below 2^53, so that it stays a whole number. */
export const LATEST = 8e12 * 1024;

/**
 * A time as it was read. One that is beyond all times says nothing and counts as the oldest: it must not win for ever.
 * @param {unknown} t
 * @returns {number | undefined} undefined when it is no time at all
 */
export const time = (t) => (Number.isInteger(t) && t >= 0 ? (t > LATEST ? 1 : t) : undefined);

/** @param {number} t @returns {Date} */
export const dateOf = (t) => new Date(t / 1024);

export class Clock {
  #now;
  #tab;
  #last = 0;

  /**
   * @param {() => number} [now] milliseconds, as `Date.now`
   * @param {number} [tab] 0 to 1023
   */
  constructor(now = Date.now, tab = Math.floor(Math.random() * 1024)) {
    this.#now = now;
    this.#tab = tab;
  }

  /** What the computer's clock says, made safe. */
  get now() {
    const now = Math.floor(this.#now());
    return now >= 0 && now < LATEST / 1024 ? now : 0;
  }

  /** From here on times are later than this one. @param {number} t */
  see(t) {
    this.#last = Math.max(this.#last, Math.floor(t / 1024));
  }

  /** A time later than all seen and given. @returns {number} */
  next() {
    this.#last = Math.min(Math.max(this.now, this.#last + 1), LATEST / 1024 - 1);
    return this.#last * 1024 + this.#tab;
  }

  /** A time out of a file: more than a day ahead is not to be believed, and counts as now. @param {number} t */
  clamp(t) {
    return t > (this.now + DAY) * 1024 ? this.now * 1024 : t;
  }

  /** Whether a time is more than a day from now, either way. @param {number} t */
  isFar(t) {
    return Math.abs(t / 1024 - this.now) > DAY;
  }
}
