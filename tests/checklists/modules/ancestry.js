import { effective, links, snapshotInherits, unlisted } from "/check-list/ancestry.js";
import { bare, parse } from "/check-list/record.js";
import { equal, promise } from "./promise.js";

const stateOf = (items, id, was) => effective(bare(items), id, links(was)).state;

promise("a renamed item has the tick of its former id, over any number of renames", () => {
  equal(stateOf({ a: [1, 5, 1] }, "c", { c: ["b"], b: ["a"] }), 1);
});

promise("of the own and the former tick the newer counts", () => {
  equal(stateOf({ a: [1, 5, 1], b: [0, 6, 1] }, "b", { b: ["a"] }), 0);
  equal(stateOf({ a: [1, 7, 1], b: [0, 6, 1] }, "b", { b: ["a"] }), 1);
});

promise("a merged item is done only if all its parts were", () => {
  const was = { c: ["a", "b"] };
  equal(stateOf({ a: [1, 5, 1], b: [1, 6, 1] }, "c", was), 1);
  equal(stateOf({ a: [1, 5, 1], b: [0, 6, 1] }, "c", was), 0);
  equal(stateOf({ a: [1, 5, 1] }, "c", was), 0);
  equal(stateOf({ a: [2, 5, 1], b: [2, 6, 1] }, "c", was), 2);
  equal(stateOf({ a: [2, 5, 1], b: [1, 6, 1] }, "c", was), 0);
});

promise("old code that ticks one part costs the merged item no tick", () => {
  equal(stateOf({ c: [1, 5, 1], a: [1, 9, 1] }, "c", { c: ["a", "b"] }), 1);
  equal(stateOf({ c: [1, 5, 1], a: [0, 9, 1] }, "c", { c: ["a", "b"] }), 0);
});

promise("each box of a repeated item has the tick of the same box", () => {
  equal([stateOf({ "a~2": [1, 5, 1] }, "b~2", { b: ["a"] }), stateOf({ "a~2": [1, 5, 1] }, "b", { b: ["a"] })], [1, 0]);
});

promise("ids that go round in circles come to an end", () => {
  equal(stateOf({ a: [1, 5, 1] }, "b", { a: ["b"], b: ["a"] }), 1);
  equal(stateOf({}, "a", { a: ["a"] }), 0);
});

promise("the age of a tick is that of the newest part", () => {
  const { t, rev } = effective(bare({ a: [1, 5, 1], b: [1, 7, 3] }), "c", links({ c: ["a", "b"] }));
  equal([t, rev], [7, 3]);
});

promise("no note of a merged item is lost, until a new one is written", () => {
  const note = (items) => effective(bare(items), "c", links({ c: ["a", "b"] })).note;
  equal(note({ a: [0, 0, 0, "one", 4], b: [0, 0, 0, "two", 5] }), "one\ntwo");
  equal(note({ a: [0, 0, 0, "one", 4], b: [0, 0, 0, "one", 5] }), "one");
  equal(note({ a: [0, 0, 0, "one", 4], b: [0, 0, 0, "two", 5], c: [0, 0, 0, "own", 6] }), "own");
  equal(note({ a: [0, 0, 0, "later", 9], c: [0, 0, 0, "own", 6] }), "own\nlater");
  equal(effective(bare({ a: [0, 0, 0, "new", 9], c: [0, 0, 0, "old", 6] }), "c", links({ c: ["a"] })).note, "new");
});

promise("a split item has the tick of its source until it has its own", () => {
  const inherits = links({}, { b: "a" });
  equal(effective(bare({ a: [1, 5, 1] }), "b", inherits).state, 1);
  equal(effective(bare({ a: [1, 5, 1], b: [0, 3, 1] }), "b", inherits).state, 0);
});

promise("what a split item inherits is fixed before the first change", () => {
  const record = parse('{"v":1,"runs":{"1":{"items":{"a":[1,5,1],"a~2":[1,6,1],"e":[1,3,1]}}}}').record;
  equal(snapshotInherits(record, links({}, { b: "a", d: "c", e: "a" }), { b: 2 }), [
    { kind: "seen", id: "b", value: [1, 5, 2] },
    { kind: "seen", id: "b~2", value: [1, 6, 2] },
    { kind: "seen", id: "d", value: [0, 1, 1] },
    { kind: "seen", id: "e~2", value: [1, 6, 1] },
  ]);
});

promise("ticks and notes of items that are gone are found, former names are not", () => {
  const items = bare({
    a: [1, 5, 1],
    gone: [1, 5, 1],
    "gone~2": [1, 5, 1],
    off: [0, 5, 1],
    said: [0, 0, 0, "x", 4],
    b: [1, 5, 1],
    "b~9": [1, 5, 1],
    s: [1, 1, 1],
  });
  equal(unlisted(items, ["b", "c"], links({ b: ["z"], z: ["a"] }, { c: "s" })), ["gone", "gone~2", "said"]);
});

promise("an id may be the name of what every object has, here too", () => {
  equal(stateOf({ constructor: [1, 5, 1] }, "constructor", {}), 1);
  equal(stateOf({}, "toString", {}), 0);
});
