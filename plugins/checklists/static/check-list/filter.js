/** Which items a reader wants to see. */

/** @typedef {{text: string, level: string, tag: string, hideDone: boolean}} View `text` in small letters */

const isFiltered = ({ text, level, tag }) => Boolean(text || level || tag);

/** Whether anything may be hidden. @param {View} view */
export const isNarrow = (view) => isFiltered(view) || view.hideDone;

/**
 * Hides what is not wanted.
 * @param {ReturnType<typeof import("./items.js").listOf>["sections"]} sections @param {View} view
 * @returns {number} how many items are left
 */
export const sift = (sections, view) => {
  const filtered = isFiltered(view);
  return total(sections, (section) => {
    const count = total(section.items, (task) => siftTask(task, view));
    for (const note of section.notes) note.node.hidden = !note.isShown || filtered;
    const hasNotes = section.notes.some((note) => !note.node.hidden);
    section.node.hidden = !section.isShown || (!count && (isNarrow(view) || !hasNotes));
    return count;
  });
};

const total = (parts, count) => parts.map(count).reduce((a, b) => a + b, 0);

/** How many of an item and those below it are to be seen. */
const siftTask = (task, view) => {
  const isSeen = task.isShown && isWanted(task, view);
  const below = total(task.items, (each) => siftTask(each, view));
  task.node.hidden = !isSeen && !below;
  return (isSeen ? 1 : 0) + below;
};

const isWanted = (task, { text, level, tag, hideDone }) =>
  (!hideDone || task.states.some((state) => state === 0)) &&
  (!level || task.level === level) &&
  (!tag || task.tags.includes(tag)) &&
  task.words.includes(text);
