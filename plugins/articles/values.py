"""A value in front matter -> what its field takes, or `Wrong`: where, what and how to fix it. One function a form."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from located import Location, Mapping, Node, Problem, Scalar, Sequence, nearest, quote, slugify

from .addresses import PLACEHOLDER, PLACEHOLDERS, STYLES, read_address
from .dates import read_date

TITLE_LIMIT = 500
NAME_LIMIT = 100

YESES = ("true", "yes", "on", "1")
NOES = ("false", "no", "off", "0", "none")
IDENTIFIER = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
IDENTIFIER_LIMIT = 250

Reader = Callable[[str, Node], Any]


@dataclass(frozen=True, slots=True)
class Alias:
    """An old address of the article, "/" being the home page's, and where it was said."""

    address: str
    where: Location


class Wrong(Exception):
    """A value that its field cannot take: where, what, how to fix it."""

    def __init__(self, where: Location, what: str, fix: str) -> None:
        super().__init__(what)
        self.problem = Problem(where, what, fix)


def text(key: str, node: Node) -> str:
    if not isinstance(node, Scalar):
        found = "a list" if isinstance(node, Sequence) else "keys of its own"
        raise Wrong(node.where, f'"{key}" must be text, but has {found}', f"Write {key}: and the text on one line.")
    return "" if node.is_empty else " ".join(node.text.split())


def title(key: str, node: Node) -> str:
    if isinstance(node, Scalar) and len(node.text) > TITLE_LIMIT:
        what = f'"{key}" has {len(node.text):,} characters; the limit is {TITLE_LIMIT}'
        raise Wrong(node.where, what, "Shorten it; the text belongs below the front matter.")
    return text(key, node)


def moment(key: str, node: Node) -> datetime | None:
    said = text(key, node)
    if not said:
        return None
    try:
        return read_date(said)
    except ValueError as error:
        raise Wrong(
            node.where, f'"{key}" {error}: {quote(said)}', "Write it as 2026-03-31 or 2026-03-31 14:00."
        ) from None


def flag(key: str, node: Node) -> bool | None:
    if not isinstance(node, Scalar):
        found = "a list" if isinstance(node, Sequence) else "keys of its own"
        fix = f"Write {key}: true or {key}: false."
        raise Wrong(node.where, f'"{key}" must be true or false, but has {found}', fix)
    said = text(key, node).casefold()
    if said in YESES:
        return True
    if said in NOES:
        return False
    if not said:
        return None
    raise Wrong(node.where, f'"{key}" must be true or false, found {quote(said)}', "Write true or false.")


def loose_flag(key: str, node: Node) -> bool | None:
    """A switch whose other values mean something to some theme, and nothing here."""
    try:
        return flag(key, node)
    except Wrong:
        return None


def names(key: str, node: Node) -> tuple[str, ...]:
    """A list, or text with commas, or Jekyll's text with spaces."""
    if isinstance(node, Scalar) and not node.is_empty and not re.search(r"[,;]", node.text):
        return _checked(key, node, node.text.split())
    return comma_names(key, node)


def comma_names(key: str, node: Node) -> tuple[str, ...]:
    """A list, or text with commas or semicolons, as Pelican has it."""
    if isinstance(node, Scalar):
        marks = ";" if ";" in node.text else ","
        return () if node.is_empty else _checked(key, node, node.text.split(marks))
    if isinstance(node, Mapping):
        raise Wrong(node.where, f'"{key}" must be a list, but has keys of its own', f"Write {key}: [one, two].")
    return tuple(dict.fromkeys(name for item in node.items for name in _checked(key, item, [text(key, item)])))


def name(key: str, node: Node) -> tuple[str, ...]:
    """One name, spaces and all; or a list."""
    return comma_names(key, node) if not isinstance(node, Scalar) else _checked(key, node, [text(key, node)])


def people(key: str, node: Node) -> tuple[str, ...]:
    """Names; Jekyll also has ``author: {name: …}``."""
    if isinstance(node, Mapping):
        return tuple(one for own, value in node.pairs if own.text == "name" for one in name(key, value))
    if isinstance(node, Sequence):
        each = (people(key, item) if isinstance(item, Mapping) else name(key, item) for item in node.items)
        return tuple(dict.fromkeys(one for found in each for one in found))
    return comma_names(key, node)


def _checked(key: str, node: Node, found: list[str]) -> tuple[str, ...]:
    kept = dict.fromkeys(stripped for each in found if (stripped := " ".join(each.split())))
    for each in kept:
        if len(each) > NAME_LIMIT:
            what = f'{quote(each)} in "{key}" has {len(each):,} characters; the limit is {NAME_LIMIT}'
            raise Wrong(node.where, what, "Shorten it.")
    return tuple(kept)


def permalink(key: str, node: Node) -> str:
    """An address, in which Jekyll's placeholders (``:title``) may stand, or the name of one of Jekyll's styles."""
    said = text(key, node)
    if said not in STYLES:
        _refuse_bad(key, node, PLACEHOLDER.sub("x", said))
        for found in PLACEHOLDER.findall(said):
            if found not in PLACEHOLDERS:
                near = nearest(found, PLACEHOLDERS)
                fix = f'Did you mean ":{near}"?' if near else "Write it out, or use :categories, :year and :title."
                raise Wrong(node.where, f'"{key}" has a placeholder that means nothing here: ":{found}"', fix)
    return said


def address(key: str, node: Node) -> str:
    """An address without its first slash; the home page's is "/", since "" would be none at all."""
    said = text(key, node)
    return _refuse_bad(key, node, said) or ("/" if said else "")


def addresses(key: str, node: Node) -> tuple[Alias, ...]:
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(Alias(found, item.where) for item in items if (found := address(key, item)))


def _refuse_bad(key: str, node: Node, said: str, fix: str = "Write an address on this site, like {}.") -> str:
    try:
        return read_address(said)
    except ValueError as error:
        raise Wrong(node.where, f'"{key}" {error}: {quote(said)}', fix.format("/articles/follow-up/")) from None


def file_path(key: str, node: Node) -> str:
    said = text(key, node)
    if "{" in said and "}" in said:
        raise Wrong(node.where, f'"{key}" has a placeholder: {quote(said)}', "Write the path of one file.")
    fix = "Write it like talks/one.html."
    if said and _refuse_bad(key, node, said, fix).rstrip("/") != said:
        raise Wrong(node.where, f'"{key}" must be a file inside the site: {quote(said)}', fix)
    return said


def slug(key: str, node: Node) -> str:
    said = text(key, node)
    if re.search(r"[/\\?#%:]|\.\.", said):
        fix = "Write words joined by hyphens, like follow-up; an address with slashes is a permalink."
        raise Wrong(node.where, f'"{key}" may not hold slashes or other marks of addresses: {quote(said)}', fix)
    return said


def first(key: str, node: Node) -> str:
    """Text, or the first of a list."""
    items = node.items if isinstance(node, Sequence) else (node,)
    return next((said for item in items if (said := text(key, item))), "")


def image(key: str, node: Node) -> str:
    """An address; Minimal Mistakes has ``header: {image: …, teaser: …}`` and ``image: {path: …}``."""
    if not isinstance(node, Mapping):
        return text(key, node)
    own = {each.text: value for each, value in node.pairs}
    for wanted in ("image", "path", "feature", "teaser", "overlay_image", "og_image"):
        if isinstance(value := own.get(wanted), Scalar) and not value.is_empty:
            return value.text.strip()
    return ""


def header_image(key: str, node: Node) -> str:
    """Minimal Mistakes' ``header``; what other themes say with it in one word (``header: false``) is no image."""
    return image(key, node) if isinstance(node, Mapping) else ""


def language(key: str, node: Node) -> str:
    said = text(key, node)
    if said and not re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", said):
        raise Wrong(
            node.where,
            f'"{key}" is not a language code: {quote(said)}',
            "Write a code such as en, de or pt-BR.",
        )
    return said.replace("_", "-")


def choice(*allowed: str) -> Reader:
    def read(key: str, node: Node) -> str:
        said = text(key, node).casefold()
        if said and said not in allowed:
            near = nearest(said, allowed)
            fix = f'Did you mean "{near}"?' if near else f"Write {' or '.join(allowed)}."
            raise Wrong(node.where, f'"{key}" may be {" or ".join(allowed)}, found {quote(said)}', fix)
        return said

    return read


def section_names(key: str, node: Node) -> tuple[str, ...]:
    """Titles of sections, or none of them: a word that nobody writes by mistake."""
    fix = f"Write {key}: none, or {key}: and the titles of sections."
    found: tuple[str, ...]
    if isinstance(node, Scalar):
        said = text(key, node)
        if said.casefold() in (*YESES, *NOES[:-1]) and not node.quoted:
            raise Wrong(node.where, f'"{key}" must be none or titles of sections, found {quote(said)}', fix)
        found = () if said.casefold() == "none" else (said,)
        is_empty = not said
    else:
        found = comma_names(key, node)
        is_empty = not found
    if is_empty:
        raise Wrong(node.where, f'"{key}" is empty', fix)
    return found


def semicolon_names(key: str, node: Node) -> tuple[str, ...]:
    """Titles of sections where there are no lists: with semicolons between them."""
    if not isinstance(node, Scalar) or ";" not in node.text:
        return section_names(key, node)
    return _checked(key, node, node.text.split(";"))


def list_name(prefix: str) -> Reader:
    """The id of a list of ours; those that articles have begin alike."""

    def read(key: str, node: Node) -> str:
        said = text(key, node)
        if not said or (IDENTIFIER.fullmatch(said) and said.startswith(prefix) and len(said) <= IDENTIFIER_LIMIT):
            return said
        slug = slugify(said)[: IDENTIFIER_LIMIT - len(prefix)].strip("-")
        what = f'"{key}" must be words in small letters joined by hyphens'
        what += f", and begin with {prefix}" if prefix else ""
        near = slug if slug.startswith(prefix) else f"{prefix}{slug}"
        raise Wrong(node.where, f"{what}, found {quote(said)}", f"Write {key}: {near or 'follow-up'}.")

    return read
