/** A list on paper: blank or as ticked, with or without what explains the items. */

/** @param {HTMLElement} list @param {boolean} isTicked @param {boolean} isFull */
export const print = (list, isTicked, isFull) => {
  list.dataset.print = isTicked ? "ticked" : "blank";
  const folds = [...list.querySelectorAll(".check-item-more")].filter((fold) => fold.open !== isFull);
  const turn = (to) => folds.forEach((fold) => (fold.open = to));
  turn(isFull);
  const back = () => {
    delete list.dataset.print;
    turn(!isFull);
  };
  addEventListener("afterprint", back, { once: true });
  window.print();
};
