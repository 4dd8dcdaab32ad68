/**
 * What a list asks its reader: questions that show and hide items, and the dates that items are due by. The page has them
 * already; here they begin to work.
 */

/**
 * @param {HTMLElement | null} node what is in the page; null where nothing is asked
 * @param {string} prefix of names, which are shared by all elements of the page
 * @param {{id: string}[]} asked in the order of the page
 * @param {{id: string}[]} dates
 * @param {(kind: "ask" | "date", id: string, value: string) => void} answer
 */
export const questions = (node, prefix, asked, dates, answer) => {
  const fields = [...(node?.querySelectorAll(".check-list-question") ?? [])];
  const radios = asked.map(({ id }, at) => ({ id, boxes: [...fields[at].querySelectorAll("input")] }));
  const found = node?.querySelectorAll("[type=date]") ?? [];
  const inputs = dates.map(({ id }, at) => ({ id, input: found[at] }));
  for (const { id, boxes } of radios) {
    for (const box of boxes) Object.assign(box, { name: `${prefix}${id}`, onchange: () => answer("ask", id, box.value) });
  }
  for (const { id, input } of inputs) input.onchange = () => answer("date", id, input.value);

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
  return { show };
};
