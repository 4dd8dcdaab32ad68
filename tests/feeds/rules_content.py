"""What the HTML inside a feed may hold, wherever the feed puts it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

_DANGEROUS = frozenset(
    re.findall(
        r"\w+", "script style iframe frame frameset object embed applet link meta base param svg math html body head"
    )
)
_ADDRESSES = frozenset(("href", "src", "poster", "cite", "data", "action", "formaction", "longdesc", "background"))
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_SAFE_STYLE = re.compile(r"\s*text-align\s*:\s*\w+\s*;?\s*")


def content(html: str) -> list[str]:
    """Findings in one piece of HTML: relative addresses, scripts, and what readers throw away."""
    scanner = _Scanner()
    scanner.feed(html)
    scanner.close()
    return scanner.findings


def tags(text: str) -> list[str]:
    """The names of the elements in a text: there are none in a plain one."""
    scanner = _Scanner()
    scanner.feed(text)
    scanner.close()
    return scanner.tags


class _Scanner(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.findings: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag in _DANGEROUS:
            self.findings.append(f"content has <{tag}>")
        elif "-" in tag:
            self.findings.append(f"content has <{tag}>, which is not HTML")
        for name, value in attrs:
            self.findings += _attribute(tag, name, value or "")

    def handle_comment(self, data: str) -> None:
        self.findings.append("content has a comment")

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        return self.parse_bogus_comment(i, report)


def _attribute(tag: str, name: str, value: str) -> Iterator[str]:
    where = f"<{tag} {name}>"
    if name.startswith("on"):
        yield f"{where} is a script"
    if name.startswith("aria-") or name in ("role", "srcdoc", "is", "nonce"):
        yield f"{where} is an attribute that validators reject"
    if name == "style" and not _SAFE_STYLE.fullmatch(value):
        yield f"{where} may be dangerous: {value!r}"
    if name in _ADDRESSES and not _ABSOLUTE.match(value):
        yield f"{where} is relative: {value!r}"
    if re.match(r"\s*(java|vb)script:", value, re.I):
        yield f"{where} runs a script"
    if name == "srcset":
        for candidate in value.split(", "):
            if not _ABSOLUTE.match(candidate.strip()):
                yield f"{where} is relative: {candidate!r}"
