/**
 * `<check-card>` says on a list's card how far its reader is, with `data-name` the list's title too. As long as nothing
 * was done it shows what it holds.
 */

import { make } from "./make.js";
import { fill, squares } from "./squares.js";

class CheckCard extends HTMLElement {
  #stop;
  #before;

  connectedCallback() {
    if (this.#stop) return;
    this.#stop = new AbortController();
    this.#before ??= [...this.childNodes];
    const { signal } = this.#stop;
    const show = () => this.#show();
    addEventListener("storage", show, { signal });
    addEventListener("pageshow", show, { signal });
    show();
  }

  disconnectedCallback() {
    this.#stop?.abort();
    this.#stop = undefined;
    this.replaceChildren(...this.#before);
  }

  #show() {
    const [done, total] = this.#sum();
    this.replaceChildren(...(done ? [] : this.#before));
    if (!done) return;
    const row = squares();
    fill(row, Array.from({ length: total }, (_, at) => at < done));
    const words = done < total ? "Resume" : "Look again";
    const { title, url } = this.dataset;
    const whole = `${words}: ${title}`;
    const link = make("a", { href: url, "aria-label": whole }, "name" in this.dataset ? whole : words);
    this.append(row, make("span", { class: "check-list-sum" }, `${done} of ${total}`), link);
  }

  /** What the list's own page counted; anything else in its place says nothing. */
  #sum() {
    const { site, list } = this.dataset;
    try {
      const { v, sum } = JSON.parse(localStorage.getItem(`praxis:${site}:${list}`));
      const sound = v === 1 && sum.slice(0, 2).every((each) => Number.isSafeInteger(each) && each >= 0 && each < 1e5);
      return sound && sum[0] <= sum[1] ? sum : [0, 0];
    } catch {
      return [0, 0]; // no storage, no record, or none that can be read
    }
  }
}

customElements.define("check-card", CheckCard);
