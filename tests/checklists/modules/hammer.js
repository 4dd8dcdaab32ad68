/** A tab that ticks items of its own, one after the other, while other tabs do the same. */

import { activeRun } from "/check-list/record.js";
import { Store } from "/check-list/store.js";

const ticked = (store) => Object.entries(activeRun(store.record).items).flatMap(([id, [state]]) => (state ? id : []));

/** @param {string} name of the tab @param {number} count of items */
export const begin = (name, count) => {
  const store = new Store({ storage: () => localStorage, locks: navigator.locks, key: "hammer", delay: 100 });
  addEventListener("storage", (event) => store.heard(event));
  const tick = (i) => {
    if (i === count) return;
    store.apply([{ kind: "item", id: `${name}-${i}`, value: 1 }]);
    setTimeout(() => tick(i + 1));
  };
  tick(0);
  globalThis.tickedHere = () => ticked(store).length;
};

/** What a new visit finds. */
export const stored = () => ticked(new Store({ storage: () => localStorage, key: "hammer" })).length;
