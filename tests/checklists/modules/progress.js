import { links } from "/check-list/ancestry.js";
import { boxesOf, progress } from "/check-list/progress.js";
import { parse } from "/check-list/record.js";
import { equal, promise } from "./promise.js";

const runOf = (items, ask = {}) => parse(JSON.stringify({ v: 1, runs: { 1: { items, ask } } })).record.runs["1"];
const listOf = (...sections) => ({
  id: "l",
  title: "L",
  ask: [{ id: "online", options: [{ id: "yes" }, { id: "no" }] }],
  sections: sections.map((items) => ({ items })),
});
const count = (list, run) => {
  const { done, total } = progress(list, run, links());
  return [done, total];
};
const ONLINE = { if: ["is", "online", "yes"] };

promise("each section and all of them are counted", () => {
  const list = listOf([{ id: "a" }, { id: "b" }], [{ id: "c" }]);
  const { done, total, sections, unlisted } = progress(
    list,
    runOf({ a: [1, 5, 1], c: [1, 5, 1], x: [1, 5, 1] }),
    links(),
  );
  equal(
    { done, total, sections, unlisted },
    {
      done: 2,
      total: 3,
      sections: [
        { done: 1, total: 2 },
        { done: 1, total: 1 },
      ],
      unlisted: ["x"],
    },
  );
});

promise("ids that the page does not show are listed all the same", () => {
  equal(progress({ ...listOf([{ id: "a" }]), known: ["b"] }, runOf({ b: [1, 5, 1] }), links()).unlisted, []);
});

promise("items below others count by themselves", () => {
  equal(count(listOf([{ id: "a", items: [{ id: "b" }, { id: "c" }] }]), runOf({ b: [1, 5, 1] })), [1, 3]);
});

promise("to repeat three times counts three", () => {
  equal(count(listOf([{ id: "a", repeat: 3 }]), runOf({ a: [1, 5, 1], "a~3": [1, 5, 1], "a~4": [1, 5, 1] })), [2, 3]);
});

promise("not applicable does not count, with none of its boxes", () => {
  const run = runOf({ a: [2, 5, 1], "a~2": [1, 5, 1], b: [1, 5, 1] });
  equal(count(listOf([{ id: "a", repeat: 3 }, { id: "b" }]), run), [1, 1]);
});

promise("hidden items, those below them and hidden sections do not count, ticked or not", () => {
  const list = listOf([{ id: "a", ...ONLINE, items: [{ id: "b" }] }, { id: "c" }], [{ id: "d" }]);
  list.sections[1].if = ["not", ["is", "online", "no"]];
  const ticks = { a: [1, 5, 1], b: [1, 5, 1], c: [1, 5, 1], d: [1, 5, 1] };
  equal(count(list, runOf(ticks, { online: ["no", 5] })), [1, 1]);
  equal(count(list, runOf(ticks, { online: ["yes", 5] })), [4, 4]);
  equal(count(list, runOf(ticks)), [4, 4]);
});

promise("where nothing counts there is nothing to do, and never NaN", () => {
  const nothing = [
    [listOf(), runOf({})],
    [listOf([]), runOf({})],
    [listOf([{ id: "a" }]), runOf({ a: [2, 5, 1] })],
    [listOf([{ id: "a", ...ONLINE }]), runOf({}, { online: ["no", 5] })],
  ];
  for (const [list, run] of nothing) equal(count(list, run), [0, 0]);
});

const at = (...date) => new Date(...date).getTime() * 1024;
const opens = (every, ticked, now) =>
  boxesOf({ id: "a", every }, runOf({ a: [1, at(...ticked), 1] }), links(), new Date(...now))[0].state;

promise("what is to be done daily opens anew with the day", () => {
  equal(
    [opens("day", [2026, 4, 1, 0, 1], [2026, 4, 1, 23, 59]), opens("day", [2026, 4, 1, 23, 59], [2026, 4, 2, 0, 1])],
    [1, 0],
  );
});

promise("a week begins on Monday, also over the turn of the year", () => {
  equal([opens("week", [2026, 4, 4], [2026, 4, 10]), opens("week", [2026, 4, 10], [2026, 4, 11])], [1, 0]);
  equal([opens("week", [2025, 11, 29], [2026, 0, 4]), opens("week", [2025, 11, 28], [2025, 11, 29])], [1, 0]);
});

promise("a month opens anew on its first day", () => {
  equal(
    [
      opens("month", [2026, 0, 31], [2026, 1, 1]),
      opens("month", [2026, 1, 1], [2026, 1, 28]),
      opens("month", [2025, 4, 5], [2026, 4, 5]),
    ],
    [0, 1, 0],
  );
});

promise("a tick from a clock that was ahead counts, so that the box can be ticked", () => {
  equal(opens("day", [2100, 0, 1], [2026, 4, 1]), 1);
});

promise("not applicable stays so on the next day", () => {
  equal(
    boxesOf({ id: "a", every: "day" }, runOf({ a: [2, at(2020, 1, 1), 1] }), links(), new Date(2026, 1, 1))[0].state,
    2,
  );
});
