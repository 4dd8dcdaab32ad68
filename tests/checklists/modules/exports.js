import { links } from "/check-list/ancestry.js";
import { toCsv, toJson, toMarkdown } from "/check-list/exports.js";
import { parse } from "/check-list/record.js";
import { equal, promise } from "./promise.js";

const T = new Date(2026, 4, 1, 12).getTime() * 1024;
const recordOf = (items, more = {}) =>
  parse(JSON.stringify({ v: 1, active: ["1", 1], runs: { 1: { items, ...more } } })).record;
const LIST = {
  id: "l",
  title: "Before *it*",
  url: "https://example.org/l/",
  ask: [{ id: "online", options: [{ id: "yes" }, { id: "no" }] }],
  sections: [
    {
      title: "Pack",
      items: [
        { id: "a", text: "Cards [10]", items: [{ id: "b", text: "1. pen" }] },
        { id: "c", text: "Call", repeat: 2 },
      ],
    },
    {
      title: "On the day",
      items: [
        { id: "d", text: "Smile", due: { label: "event", days: -1 } },
        { id: "e", text: "Camera", if: ["is", "online", "yes"] },
      ],
    },
  ],
};
const RECORD = recordOf(
  { a: [1, T, 1, "from <b>Ann</b>\n- two", T], c: [1, T, 1], d: [2, T, 1], gone: [1, T, 1] },
  { ask: { online: ["no", T] }, dates: { event: ["2026-05-02", T] } },
);

promise("as Markdown it is a task list with sections, ticks and notes, and no text turns into markup", () => {
  equal(
    toMarkdown(LIST, RECORD, links()),
    [
      "# Before \\*it\\*",
      "",
      "<https://example.org/l/>",
      "",
      "## Pack",
      "",
      "- [x] Cards \\[10\\]",
      "  > from \\<b\\>Ann\\</b\\>",
      "  > \\- two",
      "  - [ ] 1\\. pen",
      "- [x] Call (1 of 2)",
      "- [ ] Call (2 of 2)",
      "",
      "## On the day",
      "",
      "- [ ] Smile (due 2026-05-01, not applicable)",
      "",
      "## No longer listed",
      "",
      "- [x] gone",
      "",
    ].join("\n"),
  );
});

promise("as a table it has a line for each box, hidden ones too", () => {
  equal(toCsv(LIST, RECORD, links()).split("\r\n"), [
    "\ufeffchecklist,section,item,state,ticked on,due,note,shown,id",
    'Before *it*,Pack,Cards [10],done,2026-05-01,,"from <b>Ann</b>\n- two",yes,a',
    "Before *it*,Pack,1. pen,open,,,,yes,b",
    "Before *it*,Pack,Call (1 of 2),done,2026-05-01,,,yes,c",
    "Before *it*,Pack,Call (2 of 2),open,,,,yes,c~2",
    "Before *it*,On the day,Smile,not applicable,2026-05-01,2026-05-01,,yes,d",
    "Before *it*,On the day,Camera,open,,,,no,e",
    "Before *it*,No longer listed,gone,done,2026-05-01,,,yes,gone",
    "",
  ]);
});

const cellOf = (note) =>
  toCsv(
    { ...LIST, sections: [{ title: "", items: [{ id: "a", text: "x" }] }] },
    recordOf({ a: [0, 0, 1, note, T] }),
    links(),
  ).slice(
    `\ufeffchecklist,section,item,state,ticked on,due,note,shown,id\r\nBefore *it*,,x,open,,,`.length,
    -",yes,a\r\n".length,
  );

promise("no spreadsheet takes a note for a formula", () => {
  for (const note of ["=1+1", "+1", "-1", "@x", " =1", "＝1", "\t=1"]) equal(cellOf(note), `'${note}`);
  equal([cellOf('="x",1'), cellOf("\rx"), cellOf("a=b")], [`"'=""x"",1"`, `"'\rx"`, "a=b"]);
});

promise("quotes, commas and line breaks stay in their cell", () => {
  equal(
    [cellOf('say "hi"'), cellOf("a,b"), cellOf("a\r\nb"), cellOf("plain")],
    ['"say ""hi"""', '"a,b"', '"a\r\nb"', "plain"],
  );
});

promise("as JSON everything is in it, under a name and a version", () => {
  const json = JSON.parse(toJson("site", [{ id: "l", title: "L", record: RECORD }]));
  equal(json, {
    format: "praxis-checklists",
    version: 1,
    site: "site",
    lists: [{ id: "l", title: "L", record: RECORD }],
  });
});
