/**
 * When an item is shown: three-valued (Kleene), because a question may be unanswered, and then its items are shown.
 *
 * @typedef {["is", string, string] | ["not", Condition] | ["all" | "any", ...Condition]} Condition
 */

import { bare } from "./record.js";

/**
 * @param {Condition} condition @param {Record<string, string>} answers option ids by question, without a prototype
 * @returns {boolean | undefined} undefined: it depends on what is not answered
 */
export const isMet = ([kind, ...parts], answers) => {
  if (kind === "is") return answers[parts[0]] ? answers[parts[0]] === parts[1] : undefined;
  const met = parts.map((part) => isMet(part, answers));
  if (kind === "not") return met[0] === undefined ? undefined : !met[0];
  const decides = kind === "any";
  return met.includes(decides) ? decides : met.includes(undefined) ? undefined : !decides;
};

/** @param {Condition | undefined} condition @param {Record<string, string>} answers */
export const isShown = (condition, answers) => !condition || isMet(condition, answers) !== false;

/**
 * The answers of a run; one that is no option any more is no answer.
 * @param {import("./record.js").Run} run @param {{id: string, options: {id: string}[]}[]} questions
 * @returns {Record<string, string>}
 */
export const answersOf = (run, questions) => {
  const given = questions.map(({ id, options }) => [id, options.find((option) => option.id === run.ask[id]?.[0])?.id]);
  return bare(Object.fromEntries(given.filter(([, option]) => option)));
};
