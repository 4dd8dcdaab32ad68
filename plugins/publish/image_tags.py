"""The `<img>` tags in HTML, whoever wrote it: found, read and replaced, and everything else left byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|textarea|title|template|noscript|iframe|xmp|svg|math)\b.*?(?:</(?P=raw)\s*>|\Z)"
    r"""|<(?P<end>/?)(?P<name>[a-z][^\s/>]*)(?P<said>(?:"[^"]*(?:"|\Z)|'[^']*(?:'|\Z)|[^>"'])*+)(?:>|\Z)""",
    re.S | re.I,
)
"""What is never closed reaches to the end, so that nothing is looked through twice."""
_ATTRIBUTE = re.compile(r"""(?P<name>[^\s"'<>/=]+)(?:\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s"'>]+))?""")


@dataclass(frozen=True, slots=True)
class ImageTag:
    """An `<img>`, from `start` to `end` in the HTML."""

    start: int
    end: int
    said: str
    """What stands between the name and the end of the tag, as it was written."""
    attributes: Mapping[str, str]
    """Names in small letters, values as a browser reads them; of equal ones the first."""
    in_picture: bool
    text_before: int
    """How many characters of text the article has before it."""

    @property
    def src(self) -> str:
        return self.attributes.get("src", "").strip()


def image_tags(html: str) -> Iterator[ImageTag]:
    """The images of the HTML, in order; those in comments, scripts, drawings and the like are none."""
    if "<img" not in html and "<IMG" not in html:  # the parse costs a hundred times as much
        return
    depth = text = last = 0
    for tag in _TAG.finditer(html):
        text += len(" ".join(html[last : tag.start()].split()))
        last, name = tag.end(), (tag["name"] or "").lower()
        if name == "picture":
            depth = max(0, depth + (-1 if tag["end"] else 1))
        elif name == "img" and not tag["end"]:
            yield ImageTag(tag.start(), tag.end(), tag["said"], _attributes(tag["said"]), depth > 0, text)


def _attributes(said: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in _ATTRIBUTE.finditer(said):
        found.setdefault(each["name"].lower(), unescape(_bare(each["value"] or "")))
    return found


def _bare(value: str) -> str:
    return value[1:-1] if value[:1] in ("'", '"') else value


def with_attributes(tag: ImageTag, changed: Mapping[str, str], added: Mapping[str, str]) -> str:
    """The tag with the values of some attributes changed, and with others that it did not have."""
    parts, last = [], 0
    for each in _ATTRIBUTE.finditer(tag.said):
        if (new := changed.get(each["name"].lower())) is not None:
            parts += [tag.said[last : each.start()], f'{each["name"]}="{escape(new)}"']
            last = each.end()
    ends = [each.end() for each in _ATTRIBUTE.finditer(tag.said)]
    kept = "".join((*parts, tag.said[last : max(ends, default=0)])) if ends else ""
    more = "".join(f' {name}="{escape(value)}"' for name, value in added.items() if name not in tag.attributes)
    close = " />" if "/" in tag.said[max(ends, default=0) :] else ">"
    return f"<img{kept}{more}{close}"


def replaced(html: str, pieces: Iterable[tuple[ImageTag, str]]) -> str:
    """The HTML with something else in the place of some of its images; `pieces` in their order."""
    parts, at = [], 0
    for tag, piece in pieces:
        parts += [html[at : tag.start], piece]
        at = tag.end
    return "".join((*parts, html[at:]))
