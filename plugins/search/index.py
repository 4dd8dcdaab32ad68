"""Records become an index: what Pagefind reads, and which of the files it makes a site publishes."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from html import escape
from itertools import groupby

from .model import Bundle, Kind, Record

Pages = Iterable[tuple[str, str]]
_PICTURE = re.compile(r"""<img\b(?:[^>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
"""Pagefind would make what pictures are called part of what is found."""
SCRIPT = "pagefind.js"
ENTRY = "pagefind-entry.json"
PARTS = ("index/", "fragment/")
GROUPS = {Kind.STRATEGY: "strategy", Kind.CHECKLIST: "list", Kind.ARTICLE: "article", Kind.PAGE: "article"}
"""What is shown together (static/site-search): parts of language tags, so of eight letters at most."""
FORM = "1"
"""Of a bundle's files; with another one, indexes that were kept are of no use."""


def digest(records: Iterable[Record], *about: str) -> str:
    """Names what an index is made of: the pages as Pagefind reads them, and `about` Pagefind itself."""
    said = [FORM, *about, *([each.url, each.lang, page(each)] for each in records)]
    return sha256(json.dumps(said).encode()).hexdigest()


def make_bundle(records: Sequence[Record], index_files: Callable[[Pages], dict[str, bytes]]) -> Bundle:
    """A folder for each language: the words of one are not those of another, nor are their endings."""
    by_lang = sorted(records, key=lambda each: (each.lang, each.url, each.kind, each.title))
    groups = {lang: list(found) for lang, found in groupby(by_lang, key=lambda each: each.lang)}
    files: dict[str, bytes] = {}
    for lang, found in groups.items():
        made = index_files((f"/{each.url}", page(each)) for each in found)
        files[SCRIPT] = made[SCRIPT]
        files |= {f"{lang}/{path}": content for path, content in published(made).items()}
    largest = sorted(groups, key=lambda lang: (-len(groups[lang]), lang))
    return Bundle(files, tuple(name for lang in largest for name in _names(groups[lang])))


def _names(records: Iterable[Record]) -> list[str]:
    """In the order in which Pagefind's script takes one where a page's own language has none: the largest first."""
    counts = Counter(map(name, records))
    return sorted(counts, key=lambda each: (-counts[each], each))


def name(record: Record) -> str:
    """The index that a record goes into, by its language and group.

    For Pagefind that is a language of its own, so groups are searched and counted apart. Filters could do it too, but
    Pagefind 1.5 writes their values in no order, and bytes would not repeat; and what they say is sent to every reader.
    """
    return f"{record.lang}-x-{GROUPS[record.kind]}"


def page(record: Record) -> str:
    """A record as Pagefind reads it: the title counts as a heading."""
    text = _PICTURE.sub(" ", record.html)
    head = f'<h1 data-pagefind-meta="title">{escape(record.title)}</h1>'
    return f'<!doctype html><html lang="{name(record)}"><body data-pagefind-body>{head}<div>{text}</div></body></html>'


def published(made: dict[str, bytes]) -> dict[str, bytes]:
    """The files that our page asks for, without those of Pagefind's own user interfaces.

    Pagefind 1.5 names the languages in its entry file in no order: here they are in order, so that bytes repeat.
    """
    entry = json.loads(made[ENTRY])
    named = sorted(entry["languages"].items(), key=lambda each: (-each[1]["page_count"], each[0]))
    stemmer = f"wasm.{named[0][1]['wasm'] or 'unknown'}.pagefind"  # the same for all, and loaded for the first
    kept = {
        path: content
        for path, content in made.items()
        if path.startswith(PARTS) or path.endswith(".pf_meta") or path == stemmer
    }
    ordered = {**dict(sorted(entry.items())), "languages": {lang: dict(sorted(each.items())) for lang, each in named}}
    return kept | {ENTRY: json.dumps(ordered, separators=(",", ":")).encode()}


def folder(bundle: Bundle, output: str) -> str:
    """Where a bundle goes, ``<output>/pagefind.<hash>/``: another index has another address."""
    parts = (f"{path}\0{sha256(content).hexdigest()}\n" for path, content in sorted(bundle.files.items()))
    return f"{output}/pagefind.{sha256(''.join(parts).encode()).hexdigest()[:8]}/"
