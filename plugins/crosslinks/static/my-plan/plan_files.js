/** Files of the plan: Markdown to read, JSON to read in again. Loaded when one is wanted. */

import { dayOf } from "./due.js";
import { toJson } from "./exports.js";
import { LARGEST, readFile, TOO_LARGE } from "./imports.js";
import { counted, make } from "./make.js";
import { PLAN, planned } from "./plan.js";

const NAME = "my-plan";

/** @param {string} text @param {string} type @param {string} name */
const offerFile = (text, type, name) => {
  const href = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
};

/** @param {import("./my-plan.js").MyPlan} page @param {"json" | "md"} kind */
export const savePlan = (page, kind) => {
  const name = `${NAME}-${dayOf(new Date())}.${kind}`;
  const { site, record, lines } = page;
  if (kind === "md") offerFile(planMarkdown(lines, location.href), "text/markdown", name);
  else offerFile(toJson(site, [{ id: PLAN, title: "My plan", record }]), "application/json", name);
};

/** A copy of what could not be read, as it was found. @param {string} key */
export const savePlanCopy = (key) => offerFile(localStorage.getItem(key) ?? "", "text/plain", "unreadable.txt");

/** A task list with links and notes. @param {import("./index_names.js").Line[]} lines @param {string} base */
export const planMarkdown = (lines, base) =>
  `# My plan\n\n${lines.map((line) => markdownLine(line, base)).join("\n")}\n`;

const markdownLine = ({ title, isDone, note, listed }, base) => {
  const text = literal(title);
  const linked = listed?.path ? `[${text}](<${new URL(listed.path, base).href}>)` : text;
  const quoted = note ? note.split(/\r\n?|\n/).map((each) => `\n  > ${literal(each)}`) : [];
  return `- [${isDone ? "x" : " "}] ${linked}${quoted.join("")}`;
};

/** Text that Markdown must not take for markup. */
const literal = (text) => text.replace(/[\\`*_[\]<>~&]/g, "\\$&").replace(/^(\s*\d*)([#+-]|(?<=\d)[.)])/, "$1\\$2");

/** @param {import("./my-plan.js").MyPlan} page */
export const loadPlan = (page) => {
  const onchange = ({ target }) => takeFile(page, target.files[0]);
  make("input", { type: "file", accept: ".json,application/json", onchange }).click();
};

const takeFile = async (page, file) => {
  if (!file) return;
  const here = { site: page.site, lists: { [PLAN]: [] } };
  const tooLarge = { lists: [], problems: [TOO_LARGE] };
  const { lists, problems } = file.size > LARGEST ? tooLarge : readFile(await file.text(), here);
  const [found] = lists;
  if (!found) {
    page.inform([...problems, "Nothing was changed."].join(" "));
    return;
  }
  const before = planned(page.record).length;
  page.act([{ kind: "import", value: found.record }], () => {
    const more = planned(page.record).length - before;
    return [`Loaded “${file.name}”:`, more > 0 ? `${counted(more, "strategy", "strategies")} added.` : "nothing added.", ...problems].join(" ");
  });
};
