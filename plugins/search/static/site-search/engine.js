/** Pagefind, loaded when it is first asked for: one instance for each language, with the stemming of that language. */

/**
 * @typedef {{url: string, meta: Object<string, string>, content: string, anchors: Anchor[], locations: number[],
 *   filters: Object<string, string[]>, sub_results: Part[]}} Fragment
 * @typedef {{element: string, id: string, text: string, location: number}} Anchor
 * @typedef {{url: string, title: string, anchor?: Anchor, locations: number[], weighted_locations: Weight[]}} Part
 * @typedef {{location: number, balanced_score: number}} Weight
 * @typedef {{lang: string, score: number, data: () => Promise<Fragment>}} Result
 */

export class Engine {
  #index;
  #root;
  #languages;
  #instances;

  /**
   * @param {string} index the folder of the index, as a path with a slash at its end
   * @param {string} root the path of the site, likewise
   * @param {string[]} languages
   */
  constructor(index, root, languages) {
    this.#index = index;
    this.#root = root;
    this.#languages = languages;
  }

  /** Loads what every search needs, once. */
  load() {
    this.#instances ??= Promise.all(this.#languages.map((lang) => this.#instance(lang)));
    this.#instances.catch(() => (this.#instances = undefined)); // the next time may be better
    return this.#instances;
  }

  async #instance(lang) {
    // One module for each language: Pagefind's WebAssembly is the stemmer's, and a module has but one.
    const { createInstance } = await import(`${this.#index}pagefind.js?${lang}`);
    const instance = createInstance({
      basePath: `${this.#index}${lang}/`,
      baseUrl: this.#root,
      metaCacheTag: "", // the folder's name changes with its files
      noWorker: true, // a worker's policy would have to allow WebAssembly too
    });
    await instance.init();
    return { lang, instance };
  }

  /**
   * What is found, of each group of kinds, best first.
   * @param {string} query
   * @param {string[][]} groups
   * @returns {Promise<Result[][]>}
   */
  async find(query, groups) {
    const instances = await this.load();
    return Promise.all(groups.map((kinds) => this.#findKinds(instances, query, kinds)));
  }

  async #findKinds(instances, query, kinds) {
    const asked = instances.map(async ({ lang, instance }) => {
      const { results } = await instance.search(query, { filters: { kind: { any: kinds } } });
      return results.map(({ score, data }) => ({ lang, score, data }));
    });
    return (await Promise.all(asked)).flat().sort((a, b) => b.score - a.score);
  }
}
