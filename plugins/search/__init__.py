"""Search over the published pages, with Pagefind: an index made by the build, a page to ask it, help on the 404 page.

To use it on another Pelican site, install the packages `located` and `search` and pagefind-bin beside Pelican and name
`search` in PLUGINS, after what it should find. Articles and pages are all it needs; where another plugin has put
`strategies` or `checklists` into the context, these are found too. A theme may bring `search.html` and the macros in
`components/` of its own; what it does not bring comes from this package, without styles. Every template gets
`SEARCH_URL`, and `SEARCH_NEAREST`, the script of `<nearest-addresses>`, for a 404 page.

**What is found.** What the sitemap could list: no drafts, nothing scheduled, nothing hidden. Articles and pages by
section, strategies and checklists each by itself, a checklist by item. Each language has an index of its own with its
own stemming; the search page asks all of them. Pagefind's plain edition does not part Chinese, Japanese and Thai into
words: they are found by how a run of letters begins.

**When it is made.** By every build, unless it was already made of just these texts by this version of Pagefind: the
last index is kept below CACHE_PATH. With DRAFTS, as in the preview, the last index is taken as it is, so that a save
never waits for it; what was written since is found after the next build without DRAFTS. Only where there is no index
at all one is made.

**Without Pagefind** (there is no binary for the machine, or it takes longer than SEARCH_TIMEOUT) the site is built
with a warning, and the search page finds titles.

**Content security policy.** Pagefind runs WebAssembly: the search page, and no other, needs
`script-src 'self' 'wasm-unsafe-eval'` and `connect-src 'self'`. No worker is used. The 404 page needs
`connect-src 'self'`.
"""

READS = ()
"""What it reads beside content, theme and settings."""

AMENDS = "search.amending"
"""The module that knows what becomes of an article of which only words change."""

SETTINGS: dict[str, object] = {
    "DRAFTS": False,
    "SEARCH_URL": "search/",
    "SEARCH_SAVE_AS": "search/index.html",
    "SEARCH_ADDRESSES": "search/addresses.json",  # what the 404 page looks for near addresses in
    "SEARCH_TIMEOUT": 120,  # seconds that Pagefind may take
}
"""The plugin's settings and their defaults. Without a path (""), a file is not written."""


def register() -> None:
    """Connects the plugin to Pelican."""
    from .plugin import register as connect

    connect()
