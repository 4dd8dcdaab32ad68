import { empty, parse, serialise } from "/check-list/record.js";
import { equal, promise } from "./promise.js";

const GOOD = '{"v":1,"active":["1",5],"runs":{"1":{"made":4,"items":{"a":[1,5,2]},"ask":{"q":["yes",6]},"dates":{}}}}';

promise("a record that is written reads as it was", () => {
  const { record, bad, latest } = parse(GOOD);
  equal([record, bad, latest], [JSON.parse(GOOD), 0, 6]);
  equal(serialise(parse(serialise(record)).record), serialise(record));
});

promise("equal content is equal text whatever the order", () => {
  const other =
    '{"runs":{"1":{"dates":{},"ask":{"q":["yes",6]},"items":{"a":[1,5,2]},"made":4}},"active":["1",5],"v":1}';
  equal(serialise(parse(other).record), serialise(parse(GOOD).record));
});

const UNREADABLE = {
  "no JSON": "ticks",
  "cut off": GOOD.slice(0, 40),
  nothing: "",
  null: "null",
  "a list": "[1]",
  "a number": "7",
  "a version in words": '{"v":"1","runs":{}}',
  "version 0": '{"v":0,"runs":{}}',
  "no runs": '{"v":1}',
  "runs as a list": '{"v":1,"runs":[]}',
  "runs as text": '{"v":1,"runs":"1"}',
  "a prototype": '{"v":1,"runs":{},"__proto__":{"x":1}}',
  "an item that is the prototype": '{"v":1,"runs":{"1":{"items":{"__proto__":[1,5,1]}}}}',
  depth: `{"v":1,"runs":{},"x":${"[".repeat(1000)}${"]".repeat(1000)}}`,
  "bottomless depth": `{"v":1,"runs":{},"x":${"[".repeat(1e6)}`,
};

promise("what is no record is unreadable, and nothing of it gets in", () => {
  for (const [what, text] of Object.entries(UNREADABLE)) equal([what, parse(text)], [what, { problem: "unreadable" }]);
  equal({}.x, undefined);
});

promise("a record of newer code is told apart, however it looks", () => {
  const deep = `${"[".repeat(50)}${"]".repeat(50)}`;
  for (const text of ['{"v":2}', '{"v":1.5,"runs":7}', `{"v":99,"x":${deep}}`])
    equal(parse(text), { problem: "newer" });
});

const BAD_ENTRIES = [
  "[3,5,1]",
  "[true,5,1]",
  '["1",5,1]',
  "[1,-5,1]",
  '[1,"5",1]',
  "[1,5.5,1]",
  "[1]",
  "[]",
  '{"0":1}',
  "null",
  "1",
  '[1,5,"2"]',
  "[1,5,-1]",
];

promise("an entry that is no good is left out and counted, and the others stay", () => {
  for (const entry of BAD_ENTRIES) {
    const { record, bad } = parse(`{"v":1,"runs":{"1":{"items":{"a":[1,5,1],"b":${entry}}}}}`);
    equal([entry, record.runs["1"].items, bad], [entry, { a: [1, 5, 1] }, 1]);
  }
});

promise("wrong answers, dates, names, runs and active runs are counted too", () => {
  const bad = {
    '{"v":1,"active":"1","runs":{}}': 1,
    '{"v":1,"active":[1,5],"runs":{}}': 1,
    '{"v":1,"sum":[1],"runs":{}}': 1,
    '{"v":1,"runs":{"1":[],"2":null,"3":{}}}': 2,
    '{"v":1,"runs":{"1":{"name":7,"made":"x","items":[],"ask":[],"dates":1}}}': 5,
    '{"v":1,"runs":{"1":{"ask":{"q":[1,5],"r":["yes"]},"dates":{"event":"2026-05-01"}}}}': 3,
  };
  for (const [text, count] of Object.entries(bad)) equal([text, parse(text).bad], [text, count]);
});

promise("a tick stays when its note is no good", () => {
  for (const note of ["7,6", '"x"', '"x","y"', "null,6"]) {
    const { record, bad } = parse(`{"v":1,"runs":{"1":{"items":{"a":[1,5,1,${note}]}}}}`);
    equal([note, record.runs["1"].items.a, bad], [note, [1, 5, 1], 1]);
  }
});

promise("fields that this version does not know stay, and so do unknown items", () => {
  const text =
    '{"v":1,"active":["1",5],"colour":{"x":[1]},"runs":{"1":{"closed":9,"items":{"gone":[1,5,1,"",0,"more"]},"ask":{},"dates":{}}}}';
  equal(JSON.parse(serialise(parse(text).record)), JSON.parse(text));
});

promise("an id may be the name of what every object has", () => {
  const ids = ["constructor", "toString", "hasOwnProperty", "valueOf"];
  const items = Object.fromEntries(ids.map((id) => [id, [1, 5, 1]]));
  const { record } = parse(JSON.stringify({ v: 1, runs: { constructor: { items } } }));
  equal(record.runs.constructor.items, items);
  equal(record.runs.toString, undefined);
});

promise("a time beyond all times does not win for ever", () => {
  const { record, latest } = parse(`{"v":1,"runs":{"1":{"items":{"a":[1,${Number.MAX_SAFE_INTEGER},1]}}}}`);
  equal([record.runs["1"].items.a, latest], [[1, 1, 1], 1]);
});

promise("an empty record is a record", () => {
  equal(parse(serialise(empty())), { record: empty(), bad: 0, latest: 0 });
});
