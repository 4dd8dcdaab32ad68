import { linesOf, listedIn } from "/scripts/index_names.js";
import { equal, promise } from "./promise.js";

const BASE = "http://here.example/guide/plan/";
const source = (id, title) => ({ id, article: { title, url: `https://example.org/guide/articles/${title}/` } });
const entry = (id, more = {}) => ({
  id,
  title: id.toUpperCase(),
  url: `https://example.org/guide/articles/x/#${id}`,
  sources: [source(`x--${id}`, "x")],
  ...more,
});
const saved = (id, more = {}) => ({ id, title: `was ${id}`, isDone: false, note: "", added: "", ...more });
const lines = (all, index, order = "") => linesOf(all, listedIn({ strategies: index }, BASE), order);

promise("a strategy is found by its id, by those of its sources and by the names that it had", () => {
  const found = listedIn({ strategies: [entry("a", { aliases: ["old-a"] })] }, BASE);
  equal([...found.keys()].sort(), ["a", "old-a", "x--a"]);
  equal(found.get("old-a").path, "/guide/articles/x/#a");
});

promise("the name that one has counts more than one that another had", () => {
  const found = listedIn({ strategies: [entry("a", { aliases: ["b"] }), entry("b")] }, BASE);
  equal(found.get("b").title, "B");
});

promise("what is not as the schema has it is passed over", () => {
  for (const index of [null, [], "x", { strategies: 3 }, { strategies: [null, 1, {}, { id: 2 }] }]) {
    equal(listedIn(index, BASE).size, 0);
  }
  const [odd] = listedIn({ strategies: [{ id: "a", url: "javascript:alert(1)", sources: [3], aliases: 1 }] }, BASE).values();
  equal([odd.path, odd.title, odd.effort, odd.article ?? "none"], ["", "", "", "none"]);
});

promise("what is saved under two names is one line, done when both are", () => {
  const both = [saved("old-a", { isDone: true, note: "mine" }), saved("a")];
  const [line, ...rest] = lines(both, [entry("a", { aliases: ["old-a"] })]);
  equal([line.id, line.ids, line.title, line.isDone, line.note, rest.length], ["a", ["old-a", "a"], "A", false, "mine", 0]);
});

promise("what the index does not know keeps the title it was saved by", () => {
  const [line] = lines([saved("gone")], [entry("a")]);
  equal([line.title, line.listed ?? "gone"], ["was gone", "gone"]);
});

promise("by article, what is in none comes last and the rest as it was saved", () => {
  const index = [entry("a", { sources: [source("1", "z")] }), entry("b", { sources: [source("2", "y")] }), entry("c", { sources: [source("3", "z")] })];
  const all = ["gone", "c", "a", "b"].map((id) => saved(id));
  equal(lines(all, index, "article").map(({ id }) => id), ["b", "c", "a", "gone"]);
  equal(lines(all, index).map(({ id }) => id), ["gone", "c", "a", "b"]);
});
