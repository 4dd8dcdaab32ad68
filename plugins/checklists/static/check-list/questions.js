/** What a list asks its reader: questions that show and hide items, and the dates that items are due by. */

import { make } from "./make.js";

/**
 * @param {string} prefix of names, which are shared by all elements of the page
 * @param {{id: string, text: string, options: {id: string, text: string}[]}[]} asked
 * @param {{id: string, text: string}[]} dates
 * @param {(kind: "ask" | "date", id: string, value: string) => void} answer
 */
export const questions = (prefix, asked, dates, answer) => {
  const radios = asked.map((question) => radio(prefix, question, answer));
  const inputs = dates.map(({ id, text }) => {
    const input = make("input", { type: "date", max: "9999-12-31", onchange: () => answer("date", id, input.value) });
    return { id, input, node: make("label", { class: "check-list-date" }, text, input) };
  });
  const node = make("div", { class: "check-list-questions" }, ...[...radios, ...inputs].map((each) => each.node));

  /** @param {import("./record.js").Run} run */
  const show = (run) => {
    for (const { id, boxes } of radios) {
      const value = run.ask[id]?.[0] ?? "";
      (boxes.find((box) => box.value === value) ?? boxes.at(-1)).checked = true;
    }
    for (const { id, input } of inputs) {
      const value = run.dates[id]?.[0] ?? "";
      if (input.value !== value && document.activeElement !== input) input.value = value;
    }
  };
  return { node, show };
};

const radio = (prefix, { id, text, options }, answer) => {
  const choices = [...options, { id: "", text: "Not decided" }].map((option) => {
    const onchange = () => answer("ask", id, option.id);
    const box = make("input", { type: "radio", name: `${prefix}${id}`, value: option.id, onchange });
    return { box, label: make("label", { class: "check-list-option" }, box, option.text) };
  });
  const labels = choices.map((each) => each.label);
  const node = make("fieldset", { class: "check-list-question" }, make("legend", {}, text), ...labels);
  return { id, node, boxes: choices.map((each) => each.box) };
};
