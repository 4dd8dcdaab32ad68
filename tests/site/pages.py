"""What a page of the built site holds, as far as rules are about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path


@dataclass(frozen=True)
class Element:
    """A start tag and the text below it."""

    tag: str
    attributes: dict[str, str]
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())


class Page(HTMLParser):
    """All elements of a page, in order."""

    VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in self.VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        for number in reversed(range(len(self._open))):
            if self._open[number].tag == tag:
                del self._open[number:]
                return

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.texts.append(data)

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]

    @property
    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]


def read_page(path: Path) -> Page:
    return Page(path.read_text("utf-8"))


def faults(page: Page) -> list[str]:
    """What is wrong with a page for those who hear it rather than see it, and for browsers."""
    found = [f"{len(page.all(tag))} <{tag}>" for tag in ("h1", "main", "title") if len(page.all(tag)) != 1]
    found += [f"<{element.tag}> says nothing" for element in page.all("h1", "title") if not element.text]
    found += [f'the id "{one}" comes twice' for one in sorted(set(page.ids)) if page.ids.count(one) > 1]
    found += [f'the id "{one}" has a space in it' for one in page.ids if not one or one.split() != [one]]
    found += [f"no alt: {image.attributes}" for image in page.all("img") if "alt" not in image.attributes]
    if not all(element.attributes.get("lang") for element in page.all("html")) or not page.all("html"):
        found.append("no language")
    return found + _steps(page)


def _steps(page: Page) -> list[str]:
    """Headings that go down by more than one step; the first is an h1."""
    headings = page.all("h1", "h2", "h3", "h4", "h5", "h6")
    levels = [0, *(int(heading.tag[1]) for heading in headings)]
    return [
        f'h{level} "{heading.text}" comes after h{before}'
        for before, level, heading in zip(levels, levels[1:], headings, strict=False)
        if level > before + 1
    ]
