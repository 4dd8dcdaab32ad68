"""Front matter -> `Fields`: the keys that Jekyll and Pelican know, each with its meaning here, and what is wrong.

A key that is not in the table is kept as text for whoever reads it (themes have keys of their own); one that is only
a slip away from a key that matters is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Any

from located import Location, Mapping, Node, Problem, Scalar, nearest, quote

from .values import (
    Alias,
    Reader,
    Wrong,
    address,
    addresses,
    choice,
    comma_names,
    file_path,
    first,
    flag,
    header_image,
    image,
    language,
    list_name,
    loose_flag,
    moment,
    name,
    names,
    people,
    permalink,
    section_names,
    semicolon_names,
    slug,
    text,
    title,
)

Pairs = list[tuple[Scalar, Node]]


@dataclass(frozen=True, slots=True)
class Fields:
    """What the front matter of one article says. Nothing is defaulted: empty means not said."""

    title: str = ""
    date: datetime | None = None
    modified: datetime | None = None
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    summary: str = ""
    published: bool | None = None
    status: str = ""
    permalink: str = ""
    slug: str = ""
    url: str = ""
    save_as: str = ""
    aliases: tuple[Alias, ...] = ()
    image: str = ""
    toc: bool | None = None
    read_time: bool | None = None
    related: bool | None = None
    lang: str = ""
    ref: str = ""
    series: str = ""
    headings: str = ""
    strategies: tuple[str, ...] | None = None
    as_checklist: bool | None = None
    guide_id: str = ""
    checklist_id: str = ""
    guid: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    places: dict[str, Location] = field(default_factory=dict)
    """Where each field was said."""


# key: (field, how it is read). Keys of one field that are joined or overridden stand in order of weight.
TABLE: dict[str, tuple[str, Reader]] = {
    "title": ("title", title),
    "date": ("date", moment),
    "modified": ("modified", moment),
    "last_modified_at": ("modified", moment),
    "updated": ("modified", moment),
    "category": ("categories", name),
    "categories": ("categories", names),
    "tags": ("tags", names),
    "tag": ("tags", name),
    "authors": ("authors", people),
    "author": ("authors", people),
    "summary": ("summary", text),
    "excerpt": ("summary", text),
    "description": ("summary", text),
    "published": ("published", flag),
    "draft": ("draft", flag),
    "status": ("status", choice("published", "draft", "hidden")),
    "permalink": ("permalink", permalink),
    "slug": ("slug", slug),
    "url": ("url", address),
    "save_as": ("save_as", file_path),
    "redirect_from": ("aliases", addresses),
    "aliases": ("aliases", addresses),
    "alias": ("aliases", addresses),
    "image": ("image", image),
    "header": ("image", header_image),
    "toc": ("toc", loose_flag),
    "read_time": ("read_time", flag),
    "related": ("related", loose_flag),
    "lang": ("lang", language),
    "ref": ("ref", text),
    "series": ("series", first),
    "headings": ("headings", choice("recover", "keep")),
    "strategies": ("strategies", section_names),
    "as_checklist": ("as_checklist", flag),
    "guide_id": ("guide_id", list_name("guide-")),
    "checklist_id": ("checklist_id", list_name("")),
    "guid": ("guid", text),
}
WEIGHTS = {key: weight for weight, key in enumerate(TABLE)}
JOINED = frozenset(("categories", "tags", "aliases"))
# Keys that no other generator has: what is nearly one of them, with a hyphen or an underscore or none, is a slip.
OWN = ("strategies", "as_checklist", "guide_id", "checklist_id")
# Where a header knows no lists of its own, these are parted by marks.
PARTED: dict[Reader, Reader] = {names: comma_names, section_names: semicolon_names}
# What other generators call our keys, without underscores. They have a use of their own where ours is there too.
SYNONYMS = {
    "name": "title", "headline": "title", "heading": "title",
    "publishdate": "date", "pubdate": "date", "publishedat": "date", "created": "date", "createdat": "date",
    "datum": "date", "lastmodified": "modified", "lastmod": "modified", "updatedat": "modified",
}  # fmt: skip
# Keys of other themes and generators that look like ours but are not slips of them.
FOREIGN = frozenset(
    (
        "layout share comments comment classes sidebar toc_sticky toc_label toc_icon author_profile path prev next "
        "subtitle tagline images gallery feature_row excerpt_separator defer ads link links sitemap search robots "
        "canonical_url locale page_css head footer hidden pin math mermaid weight type id key keywords dates states "
        "translations translation href state references refs relates entries_layout show_date template source sources "
        "description_html titles stats update feature notes name language heading headline topics abstract "
        "guide updates image2 data lng long publisher rate rel rev stages top uid uuid checklist checklists"
    ).split()
)


def read_fields(
    header: Mapping, pelican: bool = False, not_missed: Collection[str] = ()
) -> tuple[Fields, tuple[Problem, ...]]:
    """The fields of a header and all that is wrong with it.

    `pelican`: lists are split at commas alone. `not_missed`: fields that may well be missing here.
    """
    ours = sorted((pair for pair in header.pairs if _folded(pair[0].text) in TABLE), key=_weight)
    others = [pair for pair in header.pairs if _folded(pair[0].text) not in TABLE]
    said, places, problems = _values(ours, pelican)
    there = {*not_missed, *(TABLE[_folded(key.text)][0] for key, _ in ours)}
    slips = [problem for key, _ in others for problem in _slip(key, there)]
    extra = [kept for key, node in others for kept in _kept(key.text, node)]
    return _fields(said, extra, places), (*_twice(ours), *problems, *slips)


def _values(pairs: Pairs, pelican: bool) -> tuple[dict[str, Any], dict[str, Location], list[Problem]]:
    said: dict[str, Any] = {}
    places: dict[str, Location] = {}
    problems: list[Problem] = []
    for key, node in pairs:
        name_, reader = TABLE[_folded(key.text)]
        try:
            value = (PARTED.get(reader, reader) if pelican else reader)(key.text, node)
        except Wrong as wrong:
            problems.append(wrong.problem)
            continue
        _add(said, name_, value)
        places.setdefault(name_, node.where)
    return said, places, problems


def _folded(key: str) -> str:
    return key.strip().casefold().replace("-", "_")


def _weight(pair: tuple[Scalar, Node]) -> int:
    return WEIGHTS[_folded(pair[0].text)]


def _twice(pairs: Pairs) -> Iterator[Problem]:
    """Keys that differ in their capitals alone."""
    first_of: dict[str, Scalar] = {}
    for key, _ in pairs:
        earlier = first_of.setdefault(_folded(key.text), key)
        if earlier is not key:
            what = f"the key {quote(key.text)} comes twice, first as {quote(earlier.text)} in line {earlier.where.line}"
            yield Problem(key.where, what, "Remove one of them.")


def _add(said: dict[str, Any], name_: str, value: Any) -> None:
    if name_ in JOINED and name_ in said:
        said[name_] = tuple(dict.fromkeys((*said[name_], *value)))
    elif value not in (None, "", ()) or name_ == "strategies":
        said.setdefault(name_, value)


def _fields(said: dict[str, Any], extra: list[tuple[str, str]], places: dict[str, Location]) -> Fields:
    if said.pop("draft", False):
        said["status"] = "draft"
    known = {each.name for each in fields(Fields)}
    return replace(
        Fields(**{name_: value for name_, value in said.items() if name_ in known}),
        extra=tuple(extra),
        places=places,
    )


def _slip(key: Scalar, there: Collection[str]) -> Iterator[Problem]:
    """A key that is a slip away from one that matters, or stands for a field that is not `there`."""
    word = _folded(key.text)
    meant = SYNONYMS.get(word.replace("_", ""))
    if meant is not None:
        meant = None if meant in there else meant
    elif word not in FOREIGN and len(word) >= 3:
        meant = nearest(word, OWN if "_" in word else TABLE)
    if meant:
        yield Problem(key.where, f"unknown key {quote(key.text)}", f'Did you mean "{meant}"?')


def _kept(key: str, node: Node) -> Iterator[tuple[str, str]]:
    if isinstance(node, Scalar) and re.fullmatch(r"[A-Za-z]\w*", key):
        yield key.casefold(), node.text
