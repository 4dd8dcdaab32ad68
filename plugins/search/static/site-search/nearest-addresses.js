/**
 * `<nearest-addresses>`, on the page for what is missing, offers the pages whose addresses or titles are most like the
 * address that was asked for, before those that it offers anyway: as many rows as there were, so that nothing moves.
 */

import { nearest } from "./nearest.js";

const ADDRESS_ENDS = /(?:\/|index\.html?|\.html?|\.php)+$/i;

const MOST = 4;

class NearestAddresses extends HTMLElement {
  async connectedCallback() {
    if (this.classList.contains("is-ready")) return;
    const { addresses, root } = this.dataset;
    try {
      const answer = await fetch(addresses);
      if (answer.ok) this.#offer(near(location.pathname, root, await answer.json()), root);
    } catch {
      // Without the addresses the page is what it is without JavaScript.
    }
  }

  #offer(pages, root) {
    const list = this.querySelector("ol");
    const rows = list.childElementCount;
    const items = pages.slice(0, rows || MOST).map(([url, title]) => {
      const [item, link] = [document.createElement("li"), document.createElement("a")];
      link.href = `${root}${url}`;
      link.dir = "auto";
      link.textContent = title;
      item.append(link);
      return item;
    });
    list.prepend(...items);
    while (rows && list.childElementCount > rows) list.lastElementChild.remove();
    this.querySelector("h2").textContent = items.length ? "Perhaps one of these" : "No page here has an address like it";
    this.classList.add("is-ready");
  }
}

/** The pages most like what was asked for, by the last part of the address, which says what a page is about. */
function near(path, root, pages) {
  const asked = decoded(path.startsWith(root) ? path.slice(root.length) : path).replace(ADDRESS_ENDS, "");
  const last = asked.split("/").at(-1).replace(/^\d{4}-\d\d-\d\d-/, "");
  return nearest(last || asked, pages, ([url, title]) => [url.replace(ADDRESS_ENDS, "").split("/").at(-1), title], MOST);
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // not UTF-8
  }
}

customElements.define("nearest-addresses", NearestAddresses);
