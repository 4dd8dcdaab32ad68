"""Small pages at old addresses that send readers on. They work on any host, without JavaScript."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from posixpath import normpath
from typing import Any
from urllib.parse import quote, unquote, urlsplit

_PAGE = """\
<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta http-equiv="refresh" content="0; url={target}">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width">
{canonical}</head>
<body>
<main><h1><a href="{target}">{title}</a></h1></main>
</body>
</html>
"""

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old address of an article or page, as its author wrote it, and the file that answers there.

    `where` is the path, line and column that it was written at, as far as the content knows them (`alias_places`, a
    mapping from aliases).
    """

    content: Any
    alias: str
    save_as: str
    where: Place | None


def redirects(contents: Iterable[Any], taken: Iterable[str]) -> Iterator[Redirect]:
    """The redirects that are due. `taken` are the files of the site's own pages.

    Aliases that somebody wrote come first, all of them. One in `implied_aliases`, worked out from another
    engine's habits, gives way to whatever has its address already.
    """
    contents = list(contents)
    claimed = set(map(str.casefold, taken))
    for content in contents:
        for alias in _written(content):
            claimed.add(file_of(alias).casefold())
            yield from _redirect(content, alias)
    for content in contents:
        for alias in getattr(content, "implied_aliases", ()):
            if file_of(alias).casefold() not in claimed:
                claimed.add(file_of(alias).casefold())
                yield from _redirect(content, alias)


def _written(content: Any) -> Iterator[str]:
    """The aliases; Pelican's own readers give the text between the commas as it stands."""
    aliases = getattr(content, "aliases", ())
    implied = getattr(content, "implied_aliases", ())
    names = aliases.split(",") if isinstance(aliases, str) else aliases
    return (name.strip() for name in names if name.strip() and name not in implied)


def _redirect(content: Any, alias: str) -> Iterator[Redirect]:
    """The redirect, unless it would lead from the page to itself."""
    save_as = file_of(alias)
    if save_as.casefold() != str(content.save_as).casefold():
        where = getattr(content, "alias_places", {}).get(alias) or getattr(content, "address_where", None)
        yield Redirect(content, alias, save_as, where)


def redirect_page(target: str, title: str, lang: str, canonical: str = "") -> str:
    """The page. `target` is an address to go to, `title` the plain text title of what is there.

    It says nothing but that title, so that it reads well in every language.
    """
    link = f'<link rel="canonical" href="{escape(_uri(canonical))}">\n' if canonical else ""
    return _PAGE.format(lang=escape(lang), title=escape(title or target), target=escape(_uri(target)), canonical=link)


def file_of(alias: str) -> str:
    """The file that answers at an old address, relative to the output. Empty if that is outside of the site.

    ``lifestyle/Foo/`` and ``lifestyle/Foo`` are a folder with an index; ``old.html`` is a file.
    """
    path = normpath(unquote(urlsplit(alias.strip()).path).lstrip("/") or ".")
    if path.startswith("..") or "\\" in path or not path.isprintable():
        return ""
    if path.lower().endswith((".html", ".htm")) and not alias.endswith("/"):
        return path
    return normpath(f"{path}/index.html")


def _uri(address: str) -> str:
    return quote(address, safe="%/:?#[]@!$&()*+,=~")
