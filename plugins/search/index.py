"""Records become an index: what Pagefind reads, and which of the files it makes a site publishes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from html import escape
from itertools import groupby

from .model import Bundle, Record

Pages = Iterable[tuple[str, str]]
_PICTURE = re.compile(r"""<img\b(?:[^>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
"""Pagefind would make what pictures are called part of what is found."""
SCRIPT = "pagefind.js"
ENTRY = "pagefind-entry.json"
PARTS = ("index/", "fragment/", "filter/")
FORM = "1"
"""Of a bundle's files; with another one, indexes that were kept are of no use."""


def digest(records: Iterable[Record], *about: str) -> str:
    """Names what an index is made of: the pages as Pagefind reads them, and `about` Pagefind itself."""
    said = [FORM, *about, *([each.url, each.lang, page(each)] for each in records)]
    return sha256(json.dumps(said).encode()).hexdigest()


def make_bundle(records: Sequence[Record], index_files: Callable[[Pages], dict[str, bytes]]) -> Bundle:
    """An index for each language: the words of one are not those of another, nor are their endings."""
    by_lang = sorted(records, key=lambda each: (each.lang, each.url, each.kind, each.title))
    groups = {lang: list(found) for lang, found in groupby(by_lang, key=lambda each: each.lang)}
    files: dict[str, bytes] = {}
    for lang, found in groups.items():
        made = index_files((f"/{each.url}", page(each)) for each in found)
        files[SCRIPT] = made[SCRIPT]
        files |= {f"{lang}/{path}": content for path, content in published(made).items()}
    return Bundle(files, tuple(sorted(groups, key=lambda lang: (-len(groups[lang]), lang))))


def page(record: Record) -> str:
    """A record as Pagefind reads it: the title counts as a heading, the facts are filters, where no word is found."""
    facts = f'<p data-pagefind-filter="kind" data-pagefind-ignore>{record.kind}</p>'
    if record.where:  # Pagefind 1.5 unescapes filters twice
        facts += f'<p data-pagefind-filter="where" data-pagefind-ignore>{escape(escape(record.where))}</p>'
    return (
        f'<!doctype html><html lang="{record.lang}"><body data-pagefind-body>'
        f'<h1 data-pagefind-meta="title">{escape(record.title)}</h1>{facts}<div>{_PICTURE.sub(" ", record.html)}</div></body></html>'
    )


def published(made: dict[str, bytes]) -> dict[str, bytes]:
    """The files that our page asks for, without those of Pagefind's own user interfaces.

    Pagefind 1.5 names the languages in its entry file in no order: here they are sorted, so that bytes repeat.
    """
    entry = json.loads(made[ENTRY])
    stemmers = {f"wasm.{each['wasm'] or 'unknown'}.pagefind" for each in entry["languages"].values()}
    kept = {
        path: content
        for path, content in made.items()
        if path.startswith(PARTS) or path.endswith(".pf_meta") or path in stemmers
    }
    return kept | {ENTRY: json.dumps(entry, sort_keys=True, separators=(",", ":")).encode()}


def folder(bundle: Bundle, output: str) -> str:
    """Where a bundle goes, ``<output>/pagefind.<hash>/``: another index has another address."""
    parts = (f"{path}\0{sha256(content).hexdigest()}\n" for path, content in sorted(bundle.files.items()))
    return f"{output}/pagefind.{sha256(''.join(parts).encode()).hexdigest()[:8]}/"
