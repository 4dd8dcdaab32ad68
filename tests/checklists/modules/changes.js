import { inverse, patch } from "/check-list/changes.js";
import { retimed } from "/check-list/imports.js";
import { merge } from "/check-list/merge.js";
import { empty, parse, serialise } from "/check-list/record.js";
import { equal, promise } from "./promise.js";

const START =
  '{"v":1,"active":["1",2],"runs":{"1":{"made":1,"name":["Spring",3],"items":{"a":[1,5,2,"hm",4]},"ask":{"q":["yes",4]},"dates":{}}}}';

const applied = (record, changes, t) => {
  const made = patch(record, changes, t);
  const after = merge(record, made);
  return { after, back: inverse(record, after, made) };
};

/** What a record says, without when. */
const said = (record) =>
  JSON.parse(serialise(retimed(record, () => 1)), (key, value) => (key === "made" ? undefined : value));

promise("each kind of change is written at its time and only there", () => {
  const changes = [
    { kind: "item", id: "b", value: 2, rev: 3 },
    { kind: "note", id: "b", value: "why" },
    { kind: "note", id: "c", value: "alone" },
    { kind: "ask", id: "r", value: "no" },
    { kind: "date", id: "event", value: "2026-05-01" },
    { kind: "name", value: "Autumn" },
    { kind: "sum", value: [1, 2] },
  ];
  equal(patch(parse(START).record, changes, 9), {
    v: 1,
    active: ["1", 0],
    sum: [1, 2, 9],
    runs: {
      1: {
        name: ["Autumn", 9],
        items: { b: [2, 9, 3, "why", 9], c: [0, 0, 0, "alone", 9] },
        ask: { r: ["no", 9] },
        dates: { event: ["2026-05-01", 9] },
      },
    },
  });
});

promise("of two changes to the same thing the last counts", () => {
  const { after } = applied(
    empty(),
    [
      { kind: "item", id: "a", value: 1 },
      { kind: "item", id: "a", value: 0 },
    ],
    9,
  );
  equal(after.runs["1"].items.a, [0, 9, 1]);
});

promise("undoing leads back, from every change and over several", () => {
  const record = parse(START).record;
  const changes = [
    { kind: "item", id: "a", value: 0 },
    { kind: "note", id: "a", value: "" },
    { kind: "ask", id: "q", value: "" },
    { kind: "name", value: "" },
    { kind: "item", id: "constructor", value: 2 },
    { kind: "date", id: "event", value: "2026-05-01" },
  ];
  const { after, back } = applied(record, changes, 9);
  const undone = applied(after, back, 10);
  equal(undone.after.runs["1"], {
    made: 1,
    name: ["Spring", 10],
    items: { a: [1, 10, 2, "hm", 10], constructor: [0, 10, 1] },
    ask: { q: ["yes", 10] },
    dates: { event: ["", 10] },
  });
  equal(said(applied(undone.after, undone.back, 11).after), said(after));
});

promise("what changes nothing needs no undoing", () => {
  const same = [
    { kind: "item", id: "a", value: 1, rev: 2 },
    { kind: "note", id: "a", value: "hm" },
    { kind: "active", value: "1" },
  ];
  equal(applied(parse(START).record, same, 9).back, []);
});

promise("to start again makes a new run, to undo it makes the old one active, and both stay", () => {
  const { after, back } = applied(
    parse(START).record,
    [
      { kind: "start", value: "Two" },
      { kind: "item", id: "b", value: 1 },
    ],
    99,
  );
  const id = (99).toString(36);
  equal(
    [after.active, after.runs[id]],
    [[id, 99], { made: 99, name: ["Two", 99], items: { b: [1, 99, 1] }, ask: {}, dates: {} }],
  );
  const undone = applied(after, back, 100);
  equal([undone.after.active, Object.keys(undone.after.runs).length], [["1", 100], 2]);
  equal(undone.after.runs[id].name, ["Two", 99]);
  equal(applied(undone.after, undone.back, 101).after.runs[id].items.b, [1, 101, 1]);
});

promise("what is imported is merged, and undone item by item", () => {
  const value = parse(
    '{"v":1,"active":["2",9],"runs":{"1":{"items":{"a":[0,8,2],"b":[1,3,1]}},"2":{"items":{"c":[1,4,1]}}}}',
  ).record;
  const { after, back } = applied(parse(START).record, [{ kind: "import", value }], 20);
  equal(
    [after.active, after.runs["1"].items.a, after.runs["2"].items.c],
    [
      ["2", 9],
      [0, 8, 2, "hm", 4],
      [1, 4, 1],
    ],
  );
  const { active, runs } = applied(after, back, 21).after;
  equal(
    [active, runs["1"].items.a, runs["1"].items.b, runs["2"].items.c],
    [
      ["1", 21],
      [1, 21, 2, "hm", 4],
      [0, 21, 1],
      [0, 21, 1],
    ],
  );
});
