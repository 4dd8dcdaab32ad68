import { Clock } from "/check-list/clock.js";
import { History } from "/check-list/history.js";
import { Store } from "/check-list/store.js";
import { equal, Memory, promise } from "./promise.js";

const opened = () => {
  const memory = new Memory();
  return new Store({ storage: () => memory, key: "k", clock: new Clock(() => 1e12, 1), later: () => undefined });
};
const done = (store, run = "1") =>
  Object.entries(store.record.runs[run].items).flatMap(([id, [state]]) => (state ? id : []));
const tick = (store, history, id) => history.push(store.apply([{ kind: "item", id, value: 1 }]), `tick ${id}`);

promise("everything can be undone and done again, in order", () => {
  const [store, history] = [opened(), new History()];
  for (const id of ["a", "b"]) tick(store, history, id);
  equal([history.undo(store), done(store), history.undo(store), done(store)], ["tick b", ["a"], "tick a", []]);
  equal(
    [history.undo(store) ?? "nothing", history.redo(store), history.redo(store), done(store)],
    ["nothing", "tick a", "tick b", ["a", "b"]],
  );
});

promise("after something new nothing can be done again", () => {
  const [store, history] = [opened(), new History()];
  tick(store, history, "a");
  history.undo(store);
  tick(store, history, "b");
  equal(history.next, { undo: "tick b" });
});

promise("undo goes back over a new start, to ticks in the run before", () => {
  const [store, history] = [opened(), new History()];
  tick(store, history, "a");
  history.push(store.apply([{ kind: "start" }]), "start");
  tick(store, history, "b");
  equal(
    [history.undo(store), history.undo(store), store.record.active[0], done(store)],
    ["tick b", "start", "1", ["a"]],
  );
});

promise("what changed nothing, or nothing any more, is passed over", () => {
  const [store, history] = [opened(), new History()];
  tick(store, history, "a");
  tick(store, history, "a");
  tick(store, history, "b");
  store.apply([{ kind: "item", id: "b", value: 0 }]);
  equal([history.undo(store), history.next.undo ?? "nothing"], ["tick a", "nothing"]);
});

promise("only the last two hundred steps are kept", () => {
  const [store, history] = [opened(), new History()];
  for (let i = 0; i < 201; i += 1) tick(store, history, `i${i}`);
  while (history.undo(store));
  equal(done(store), ["i0"]);
});
