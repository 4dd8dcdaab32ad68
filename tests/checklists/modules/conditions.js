import { answersOf, isMet, isShown } from "/check-list/conditions.js";
import { bare, parse } from "/check-list/record.js";
import { equal, promise } from "./promise.js";

const IS = ["is", "online", "yes"];
const [YES, NO, OPEN] = [bare({ online: "yes" }), bare({ online: "no" }), bare()];
const ON = ["is", "x", "yes"];

promise("what hangs on an unanswered question is shown, also when it is turned round", () => {
  equal(
    [YES, NO, OPEN].map((answers) => isShown(IS, answers)),
    [true, false, true],
  );
  equal(
    [YES, NO, OPEN].map((answers) => isShown(["not", IS], answers)),
    [false, true, true],
  );
  equal(isShown(undefined, OPEN), true);
});

promise("all and any know what is decided already", () => {
  const met = (kind, answers) => isMet([kind, IS, ON], answers) ?? "open";
  equal(
    [YES, NO, OPEN].map((answers) => met("all", answers)),
    ["open", false, "open"],
  );
  equal(
    [YES, NO, OPEN].map((answers) => met("any", answers)),
    [true, "open", "open"],
  );
  equal([met("all", bare({ online: "yes", x: "yes" })), met("any", bare({ online: "no", x: "no" }))], [true, false]);
});

promise("an answer that is no option any more is no answer", () => {
  const run = parse(
    '{"v":1,"runs":{"1":{"ask":{"size":["medium",5],"online":["yes",5],"gone":["yes",5],"off":["",6]}}}}',
  ).record.runs["1"];
  const options = (...ids) => ids.map((id) => ({ id }));
  const questions = [
    { id: "size", options: options("small", "large") },
    { id: "online", options: options("yes", "no") },
    { id: "off", options: options("yes", "no") },
  ];
  equal(answersOf(run, questions), { online: "yes" });
});
