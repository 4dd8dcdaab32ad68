import { links } from "/check-list/ancestry.js";
import { Clock } from "/check-list/clock.js";
import { toJson } from "/check-list/exports.js";
import { LARGEST, preview, readFile, retimed, TOO_LARGE } from "/check-list/imports.js";
import { parse } from "/check-list/record.js";
import { equal, promise } from "./promise.js";

const HERE = { site: "site", lists: { l: ["former"], m: [] } };
const recordOf = (items) => parse(JSON.stringify({ v: 1, active: ["1", 1], runs: { 1: { items } } })).record;
const RECORD = recordOf({ a: [1, 5, 1, "<script>alert(1)</script>", 6] });
const fileOf = (lists, more = {}) =>
  JSON.stringify({ format: "praxis-checklists", version: 1, site: "site", lists, ...more });
const list = (record, id = "l") => ({ id, title: "My list", record });

promise("what was exported is read as it was, notes as text", () => {
  equal(readFile(toJson("site", [list(RECORD)]), HERE), { lists: [list(RECORD)], problems: [] });
});

promise("a list that was renamed since is found by its former id", () => {
  equal(
    readFile(fileOf([list(RECORD, "former")]), HERE).lists.map(({ id }) => id),
    ["l"],
  );
});

const DEEP = "[".repeat(1e5) + "]".repeat(1e5);
const NO_EXPORT = "This is not an export of checklists. Choose one that “Save a file” made.";
const REFUSED = [
  ["x".repeat(LARGEST + 1), TOO_LARGE],
  [`"${"x".repeat(10_000_000)}"`, TOO_LARGE],
  ["", "The file is not JSON. Save it again."],
  ["hello", "The file is not JSON. Save it again."],
  [fileOf([list(RECORD)]).slice(0, -30), "The file is cut off. Save it again."],
  ["null", NO_EXPORT],
  ["[]", NO_EXPORT],
  ["{}", NO_EXPORT],
  [DEEP, NO_EXPORT],
  [fileOf([], { format: "other" }), NO_EXPORT],
  [fileOf([], { version: "1" }), NO_EXPORT],
  [fileOf([], { version: 0 }), NO_EXPORT],
  [fileOf({}), NO_EXPORT],
  [fileOf([], { version: 2 }), "The file was made by a newer version of this page. Reload the page and try again."],
  [
    fileOf([], { site: "<b>evil</b>" }),
    "The file is of another site, “<b>evil</b>”. Only this site’s can be imported.",
  ],
  [
    fileOf([], { site: "x".repeat(99) }),
    `The file is of another site, “${"x".repeat(60)}…”. Only this site’s can be imported.`,
  ],
  [fileOf([], { site: {} }), "The file is of another site, one without a name. Only this site’s can be imported."],
  [fileOf([]), "The file has no checklists in it."],
  [fileOf([7]), "An entry of the file is no checklist and is left out."],
  [fileOf([{ id: 7 }]), "An entry of the file is no checklist and is left out."],
  [fileOf([list(RECORD, "other")]), "“My list” is not a checklist of this page and is left out."],
  [fileOf([list(RECORD, "__proto__")]), "“My list” is not a checklist of this page and is left out."],
  [fileOf([list(RECORD, "constructor")]), "“My list” is not a checklist of this page and is left out."],
  [fileOf([{ id: "l", record: 7 }]), "“l” cannot be read and is left out."],
  [fileOf([list(null)]), "“My list” cannot be read and is left out."],
  [fileOf([list({ v: 1, runs: [] })]), "“My list” cannot be read and is left out."],
  [
    fileOf([list({ v: 1, runs: {}, x: JSON.parse(DEEP.slice(9.99e4, -9.99e4)) })]),
    "“My list” cannot be read and is left out.",
  ],
  [fileOf([list({ v: 2 })]), "“My list” was saved by a newer version of this page. Reload the page and try again."],
  [
    fileOf(["PROTO"]).replace(
      '"PROTO"',
      '{"id":"l","title":"My list","record":{"v":1,"runs":{"__proto__":{"polluted":1}}}}',
    ),
    "“My list” cannot be read and is left out.",
  ],
];

promise("a file that is no good is refused with the reason, and nothing of it is used", () => {
  for (const [text, problem] of REFUSED)
    equal([text.slice(0, 80), readFile(text, HERE)], [text.slice(0, 80), { lists: [], problems: [problem] }]);
  equal({}.polluted, undefined);
});

promise("of a file with some bad entries the good ones can be imported", () => {
  const some = (items) => readFile(fileOf([list({ v: 1, runs: { 1: { items } } }), list(RECORD, "other")]), HERE);
  const { lists, problems } = some({ a: [1, 5, 1], b: [7], c: 1 });
  equal(
    [lists.map(({ record }) => record.runs["1"].items), problems],
    [
      [{ a: [1, 5, 1] }],
      [
        "“My list”: 2 entries make no sense and are left out.",
        "“My list” is not a checklist of this page and is left out.",
      ],
    ],
  );
  equal(some({ b: [7] }).problems[0], "“My list”: 1 entry makes no sense and is left out.");
});

promise("before importing it can be said what will change", () => {
  const current = parse(
    '{"v":1,"runs":{"1":{"items":{"a":[1,5,1],"b":[1,9,1],"c":[1,2,1,"old",2]},"ask":{"q":["yes",3]}}}}',
  ).record;
  const incoming = parse(
    '{"v":1,"runs":{"1":{"items":{"a":[0,6,1],"b":[0,7,1],"c":[1,3,1,"new",4],"d":[1,5,1],"gone":[2,5,1]},"ask":{"q":["no",4]},"dates":{"d":["2026-05-01",4]}},"2":{"items":{"a":[1,5,1]}}}}',
  ).record;
  equal(preview(current, incoming, ["a", "b", "c", "d"], links()), {
    added: 3,
    removed: 1,
    notes: 1,
    answers: 2,
    runs: 1,
    unlisted: 1,
  });
});

promise("what is here already changes nothing", () => {
  equal(preview(RECORD, RECORD, ["a"], links()), { added: 0, removed: 0, notes: 0, answers: 0, runs: 0, unlisted: 0 });
});

promise("each time of a record can be put right, and the sum goes", () => {
  const record = parse(
    '{"v":1,"sum":[1,2,9],"active":["1",9],"runs":{"1":{"made":9,"name":["x",9],"items":{"a":[1,9,1,"n",9]},"ask":{"q":["yes",9]},"dates":{"d":["",9]}}}}',
  ).record;
  equal(
    retimed(record, (t) => Math.min(t, 5)),
    {
      v: 1,
      active: ["1", 5],
      runs: {
        1: { made: 5, name: ["x", 5], items: { a: [1, 5, 1, "n", 5] }, ask: { q: ["yes", 5] }, dates: { d: ["", 5] } },
      },
    },
  );
});

promise("the times of a file are believed up to a day ahead", () => {
  const ahead = recordOf({ a: [1, 3e12 * 1024, 1], b: [1, 5, 1] });
  const { lists } = readFile(fileOf([list(ahead)]), HERE, new Clock(() => 1e12, 1));
  equal(lists[0].record.runs["1"].items, { a: [1, 1e12 * 1024, 1], b: [1, 5, 1] });
});
