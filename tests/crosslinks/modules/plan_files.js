import { planMarkdown } from "/scripts/plan_files.js";
import { equal, promise } from "./promise.js";

promise("as text, a plan is a task list with links and notes that mean what was written", () => {
  const lines = [
    { title: "Leave *early*", isDone: true, note: "", listed: { path: "/guide/x/#a" } },
    { title: "1. Wait", isDone: false, note: "# two\n- lines", listed: undefined },
  ];
  equal(
    planMarkdown(lines, "http://here.example/guide/plan/"),
    "# My plan\n\n- [x] [Leave \\*early\\*](<http://here.example/guide/x/#a>)\n- [ ] 1\\. Wait\n  > \\# two\n  > \\- lines\n",
  );
});
