/** Pagefind, loaded when it is first asked for: one instance for each language, with the stemming of that language. */

/**
 * @typedef {{url: string, meta: Object<string, string>, content: string, anchors: Anchor[], locations: number[],
 *   sub_results: Part[]}} Fragment
 * @typedef {{element: string, id: string, text: string, location: number}} Anchor
 * @typedef {{url: string, title: string, anchor?: Anchor, locations: number[], weighted_locations: Weight[]}} Part
 * @typedef {{location: number, balanced_score: number}} Weight
 * @typedef {{id: string, lang: string, score: number, data: () => Promise<Fragment>}} Result
 */

export class Engine {
  #index;
  #root;
  #languages;
  #instances;

  /**
   * @param {string} index the folder of all indexes, as a path with a slash at its end
   * @param {string} root the path of the site, likewise
   * @param {string[]} names of the indexes: a language and a group, "en-x-article"; the larger of a language first
   */
  constructor(index, root, names) {
    this.#index = index;
    this.#root = root;
    this.#languages = grouped(names);
  }

  /** Loads what every search needs, once. */
  load() {
    this.#instances ??= Promise.all([...this.#languages].map(([lang, names]) => this.#instance(lang, names)));
    this.#instances.catch(() => (this.#instances = undefined)); // the next time may be better
    return this.#instances;
  }

  async #instance(lang, [, ...others]) {
    // One module for each language: Pagefind's WebAssembly is the stemmer's, and a module has but one.
    const { createInstance } = await import(`${this.#index}pagefind.js?${lang}`);
    const basePath = `${this.#index}${lang}/`;
    const common = { baseUrl: this.#root, metaCacheTag: "" }; // the folder's name changes with its files
    const instance = createInstance({ ...common, basePath, noWorker: true }); // a worker needs a policy of its own
    await instance.init();
    await instance.search(""); // fails if WebAssembly is not allowed, for which merging would wait for ever
    const { href } = new URL(basePath, location.href); // by its path alone it would be taken for the first, and skipped
    await Promise.all(others.map((name) => instance.mergeIndex(href, { ...common, language: name })));
    return { lang, instance };
  }

  /**
   * What is found, best first, by group.
   * @param {string} query
   * @param {string[]} groups
   * @returns {Promise<Result[][]>}
   */
  async find(query, groups) {
    const asked = (await this.load()).map(async ({ lang, instance }) => {
      const { results } = await instance.search(query);
      return results.map(({ id, score, data }) => ({ id, lang, score, data }));
    });
    const found = (await Promise.all(asked)).flat().sort((a, b) => b.score - a.score);
    return groups.map((group) => found.filter(({ id }) => id.slice(0, id.indexOf("_")).endsWith(`-x-${group}`)));
  }
}

function language(name) {
  return name.split("-x-")[0];
}

function grouped(names) {
  const found = new Map();
  for (const name of names) found.set(language(name), [...(found.get(language(name)) ?? []), name]);
  return found;
}
