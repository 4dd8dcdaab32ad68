// Files that a page uses beside its own: stylesheets are exchanged in place, others need the page anew.

const SCRIPT_OR_PICTURE = /\.(m?js|png|jpe?g|gif|svg|webp|avif|ico|woff2?)$/i;
const HASH = /[.-][0-9a-f]{6,}(?=\.[^/]*$)/i;

/** @param {string} path */
export const decoded = (path) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a sign that stands for itself
  }
};

/** @param {string} address @returns the path of a file of this site, without its first slash; "" for others */
const pathOf = (address) => {
  const { origin, pathname } = new URL(address, location.href);
  return origin === location.origin ? decoded(pathname.slice(1)) : "";
};

/** All that this page has loaded so far. */
const loaded = () => new Set(performance.getEntriesByType("resource").map(({ name }) => pathOf(name)));

/** Whether a file changed that this page cannot exchange. @param {{changed: string[], gone: string[]}} files */
export function uses({ changed, gone }) {
  const used = loaded();
  return [...changed, ...gone].some((file) => SCRIPT_OR_PICTURE.test(file) && used.has(file));
}

/**
 * Puts on the new stylesheets, and takes the old ones off once the new are there.
 * @param {{changed: string[], gone: string[]}} files @param {string} build
 */
export async function dress({ changed, gone }, build) {
  const sheets = changed.filter((file) => file.endsWith(".css"));
  if (!sheets.length) return;
  const links = [...document.querySelectorAll("link[rel=stylesheet]")];
  const direct = links.some((link) => sheets.includes(pathOf(link.href)));
  const imported = !direct && sheets.some((file) => loaded().has(file)); // by another stylesheet
  await Promise.all(
    links.map((link) => {
      const path = pathOf(link.href);
      const isChanged = sheets.includes(path) || (imported && path);
      if (isChanged) return exchange(link, `${link.href.split("?")[0]}?build=${build}`);
      const next = gone.includes(path) && sheets.find((file) => stem(file) === stem(path));
      return next && exchange(link, new URL(`/${next}`, location.href).pathname);
    }),
  );
}

const stem = (path) => path.replace(HASH, "");

/** @param {HTMLLinkElement} link @param {string} address */
export function exchange(link, address) {
  const next = link.cloneNode();
  next.setAttribute("href", address);
  return new Promise((resolve) => {
    const done = () => {
      link.remove();
      resolve();
    };
    next.addEventListener("load", done, { once: true });
    next.addEventListener("error", done, { once: true });
    link.after(next);
  });
}
