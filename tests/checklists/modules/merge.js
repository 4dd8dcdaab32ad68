import { merge } from "/check-list/merge.js";
import { parse, serialise } from "/check-list/record.js";
import { chances, equal, promise } from "./promise.js";

const recordOf = (items) => parse(JSON.stringify({ v: 1, runs: { 1: { items } } })).record;
const itemsOf = (...records) => records.reduce(merge).runs["1"].items;

promise("of each item the later state counts, whoever wrote it", () => {
  equal(itemsOf(recordOf({ a: [1, 5, 1], b: [0, 9, 1] }), recordOf({ a: [0, 4, 1], b: [1, 8, 1], c: [2, 1, 1] })), {
    a: [1, 5, 1],
    b: [0, 9, 1],
    c: [2, 1, 1],
  });
});

promise("a note costs no tick and a tick costs no note", () => {
  equal(itemsOf(recordOf({ a: [1, 5, 1, "old", 2] }), recordOf({ a: [0, 3, 1, "new", 9] })), {
    a: [1, 5, 1, "new", 9],
  });
  equal(itemsOf(recordOf({ a: [0, 0, 0, "note", 9] }), recordOf({ a: [1, 3, 2] })), { a: [1, 3, 2, "note", 9] });
});

promise("a note that was removed stays removed", () => {
  equal(itemsOf(recordOf({ a: [1, 5, 1, "", 7] }), recordOf({ a: [1, 5, 1, "old", 6] })), { a: [1, 5, 1, "", 7] });
});

promise("of two sums the later counts, and a run was made when it first was", () => {
  const a = parse('{"v":1,"sum":[3,9,5],"runs":{"1":{"made":7}}}').record;
  const b = parse('{"v":1,"sum":[1,9,6],"runs":{"1":{"made":4}}}').record;
  equal([merge(a, b).sum, merge(a, b).runs["1"].made], [[1, 9, 6], 4]);
});

promise("nothing is lost of fields that this version does not know", () => {
  const a = parse('{"v":1,"new":{"a":1,"both":2},"runs":{"1":{"tags":{"x":1}}}}').record;
  const b = parse('{"v":1,"new":{"b":1,"both":3},"runs":{"1":{"tags":{"y":1}},"2":{}}}').record;
  equal(
    [merge(a, b).new, merge(a, b).runs["1"].tags],
    [
      { a: 1, b: 1, both: 3 },
      { x: 1, y: 1 },
    ],
  );
});

promise("merging changes neither of the two", () => {
  const [a, b] = [recordOf({ a: [1, 5, 1] }), recordOf({ a: [0, 6, 1], b: [1, 1, 1] })];
  const before = serialise(a) + serialise(b);
  merge(a, b);
  equal(serialise(a) + serialise(b), before);
});

/** Small numbers, so that equal times with different content are frequent. */
class Random {
  constructor(seed) {
    this.chance = chances(seed);
  }

  upTo = (most) => Math.floor(this.chance() * most);
  one = (of) => of[this.upTo(of.length)];
  some = (ids, value) => Object.fromEntries(ids.filter(() => this.chance() < 0.5).map((id) => [id, value()]));
  answer = () => [this.one(["", "yes", "no"]), this.upTo(4)];
  item = () => [
    this.upTo(3),
    this.upTo(4),
    this.upTo(3),
    ...(this.chance() < 0.4 ? [...this.answer(), ...(this.chance() < 0.4 ? [this.unknown()] : [])] : []),
  ];
  unknown = (depth = 0) =>
    this.one([
      () => this.upTo(3),
      () => this.one(["x", "y", null, true]),
      () => [this.upTo(3)],
      () => (depth < 3 ? this.some(["a", "b", "constructor"], () => this.unknown(depth + 1)) : {}),
    ])();
  run = () => ({
    ...this.some(["name"], this.answer),
    ...this.some(["made"], () => this.upTo(5)),
    ...this.some(["colour", "toString"], this.unknown),
    items: this.some(["a", "b", "constructor", "a~2"], this.item),
    ask: this.some(["q", "valueOf"], this.answer),
    dates: this.some(["event"], this.answer),
  });
  record = () => {
    const fields = {
      ...this.some(["active"], () => [this.one(["1", "2"]), this.upTo(4)]),
      ...this.some(["sum"], () => [this.upTo(3), 3, this.upTo(4)]),
      ...this.some(["more", "constructor"], this.unknown),
      runs: this.some(["1", "2", "constructor"], this.run),
    };
    return parse(JSON.stringify({ v: 1, ...fields })).record;
  };
}

const same = (a, b) => equal(serialise(a), serialise(b));
const random = (number, check) => {
  const source = new Random(1);
  for (let i = 0; i < number; i += 1) check(source.record(), source.record(), source.record());
};

promise("the order of two records does not matter", () => random(2000, (a, b) => same(merge(a, b), merge(b, a))));

promise("nor which two of three are merged first", () =>
  random(2000, (a, b, c) => same(merge(merge(a, b), c), merge(a, merge(b, c)))),
);

promise("merging again changes nothing", () =>
  random(2000, (a, b) => {
    same(merge(a, a), a);
    same(merge(merge(a, b), b), merge(a, b));
  }),
);

promise("no id of either is missing, and no state is older than either had", () =>
  random(2000, (a, b) => {
    const out = merge(a, b);
    for (const record of [a, b]) {
      for (const [id, run] of Object.entries(record.runs)) {
        for (const [item, [, t]] of Object.entries(run.items)) equal(out.runs[id].items[item][1] >= t, true);
        for (const field of ["ask", "dates"]) {
          for (const [key, [, t]] of Object.entries(run[field])) equal(out.runs[id][field][key][1] >= t, true);
        }
      }
    }
  }),
);

promise("a merged record is a good record", () =>
  random(2000, (a, b) => {
    const out = merge(a, b);
    const found = parse(serialise(out));
    equal(found.bad, 0);
    same(found.record, out);
  }),
);
