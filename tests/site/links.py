"""Every address in a built site, and which of them lead nowhere. The files are looked at; nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from tests.site.pages import Element, Page, read_page

LINKS = ("href", "src", "action", "poster", "cite", "data")
FETCHED = {"img": "src srcset", "source": "src srcset", "video": "src poster", "object": "data", "form": "action"}
FETCHED |= dict.fromkeys(("script", "iframe", "audio", "track", "embed", "input"), "src")
FETCHED_RELATIONS = frozenset("stylesheet icon preload modulepreload prefetch manifest".split())


@dataclass(frozen=True)
class Site:
    """The files of a built site and the address at which they will be."""

    folder: Path
    url: str

    @cached_property
    def files(self) -> list[str]:
        paths = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())
        return sorted(path for path in paths if path != ".press.json")

    @cached_property
    def pages(self) -> dict[str, Page]:
        return {path: read_page(self.folder / path) for path in self.files if path.endswith(".html")}

    def text(self, path: str) -> str:
        return (self.folder / path).read_text("utf-8")

    def address(self, path: str) -> str:
        is_index = path.rpartition("/")[2] == "index.html"
        return f"{self.url}/{path.removesuffix('index.html') if is_index else path}"


def addresses(site: Site, path: str) -> Iterator[str]:
    """All addresses in one file, absolute: of a page its links, of anything else what starts with the site's own."""
    if path in site.pages:
        for element in site.pages[path].elements:
            for link in linked(element):
                yield urljoin(site.address(path), link)
    elif path.endswith((".xml", ".json", ".txt")):
        text = unescape(unescape(site.text(path)).replace('\\"', '"'))
        yield from re.findall(re.escape(site.url) + r"[^\s\"'<>\\),\]]*", text)
    elif path.endswith(".css"):
        for quoted in re.findall(r"url\(\s*([^)]+?)\s*\)|@import\s+[\"']([^\"']+)", site.text(path)):
            yield urljoin(site.address(path), "".join(quoted).strip("\"'"))


def linked(element: Element) -> list[str]:
    """The addresses in one tag: of links, of a refresh, of what a page says about itself."""
    found = [element.attributes[name].strip() for name in LINKS if name in element.attributes]
    found += [part.split()[0] for part in element.attributes.get("srcset", "").split(",") if part.strip()]
    content = element.attributes.get("content", "")
    if element.attributes.get("http-equiv", "").lower() == "refresh":
        found.append(content.partition("url=")[2])
    elif element.tag == "meta" and content.startswith(("https://", "http://")):
        found.append(content)
    return found


def dead_links(site: Site) -> list[str]:
    """Links within the site that lead to no file, or to no element of it."""
    return [
        f"{path}: {reason}: {address}"
        for path in site.files
        for address in addresses(site, path)
        if (reason := _dead(site, address))
    ]


def _dead(site: Site, whole: str) -> str:
    address, fragment = urldefrag(whole)
    if urlsplit(address).netloc != urlsplit(site.url).netloc:
        return ""
    if not f"{address}/".startswith(f"{site.url}/"):
        return "leaves the folder of the site"
    path = unquote(address[len(site.url) :].split("?")[0]).lstrip("/")
    file = f"{path}index.html" if not path or path.endswith("/") else path
    if file not in site.files:
        return "leads to no file"
    if fragment and file in site.pages and unquote(fragment) not in site.pages[file].ids:
        return "leads to no element"
    return ""


def foreign(site: Site) -> list[str]:
    """What a browser would fetch from another host to show a page."""
    found = [(path, address) for path in site.files if path.endswith(".css") for address in addresses(site, path)]
    for path, page in site.pages.items():
        found += [(path, urljoin(site.address(path), link)) for each in page.elements for link in fetched(each)]
    host = urlsplit(site.url).netloc
    return [f"{path}: {address}" for path, address in found if urlsplit(address).netloc not in ("", host)]


def fetched(element: Element) -> list[str]:
    if element.tag == "link":
        relations = set(element.attributes.get("rel", "").lower().split())
        return [element.attributes.get("href", "")] if relations & FETCHED_RELATIONS else []
    names = FETCHED.get(element.tag, "").split()
    return [link for name in names for link in linked(Element("", {name: element.attributes.get(name, "")})) if link]
