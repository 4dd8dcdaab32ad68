import { Clock } from "/scripts/clock.js";
import { isPlanned, PLAN, planned, planSum, noting, saving, takingOut, ticking, undoing } from "/scripts/plan.js";
import { Store } from "/scripts/store.js";
import { equal, Memory, promise } from "./promise.js";

const opened = (memory = new Memory(), tab = 1) =>
  new Store({ storage: () => memory, key: PLAN, clock: new Clock(() => 1e12, tab), later: () => undefined });
const day = (number) => new Date(Date.UTC(2026, 0, number));
const ids = (store) => planned(store.record).map(({ id }) => id);

promise("what is saved is listed in the order in which it was", () => {
  const store = opened();
  store.apply(saving("b", "Second letter", day(1)));
  store.apply(saving("a", "First letter", day(2)));
  equal(planned(store.record), [
    { id: "b", title: "Second letter", isDone: false, note: "", added: "2026-01-01T00:00:00.000Z" },
    { id: "a", title: "First letter", isDone: false, note: "", added: "2026-01-02T00:00:00.000Z" },
  ]);
});

promise("what is taken out is gone, and its note comes back with it", () => {
  const store = opened();
  store.apply(saving("a", "A", day(1)));
  store.apply(noting("a", "on Friday"));
  store.apply(takingOut(["a"]));
  equal([ids(store), isPlanned(store.record, "a")], [[], false]);
  store.apply(saving("a", "A", day(2)));
  equal(planned(store.record)[0].note, "on Friday");
});

promise("a note alone puts nothing into the plan", () => {
  const store = opened();
  store.apply(noting("a", "on Friday"));
  equal(ids(store), []);
});

promise("the sum counts what is saved, not what was taken out", () => {
  const store = opened();
  for (const id of ["a", "b", "c"]) store.apply(saving(id, id, day(1)));
  store.apply(ticking(["a", "b"], true));
  store.apply(takingOut(["b"]));
  equal(planSum(store.record), [1, 2]);
});

promise("undoing takes out what was not there and brings back what was, ticked as it was", () => {
  const store = opened();
  const before = store.record;
  const back = store.apply(saving("a", "A", day(1)));
  store.apply(undoing(before, store.record, back));
  equal(ids(store), []);
  store.apply([...saving("a", "A", day(2)), ...ticking(["a"], true)]);
  const ticked = store.record;
  const restore = undoing(ticked, store.record, store.apply(takingOut(["a"])));
  store.apply(restore);
  equal(planned(store.record).map(({ id, isDone }) => [id, isDone]), [["a", true]]);
});

promise("what two tabs save at once is saved", () => {
  const memory = new Memory();
  const [here, there] = [opened(memory, 1), opened(memory, 2)];
  here.apply(saving("a", "A", day(1)));
  there.apply(saving("b", "B", day(2)));
  here.refresh();
  equal([ids(here), ids(there)], [["a", "b"], ["a", "b"]]);
});

promise("a title from a file is no longer than a title can be", () => {
  const store = opened();
  store.apply(saving("a", "x".repeat(100_000), day(1)));
  equal(planned(store.record)[0].title.length, 300);
});
