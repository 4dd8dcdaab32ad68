"""Text that every feed reader can take: XML 1.0 forbids some characters, in JSON they are as useless."""

from __future__ import annotations

import re

# XML 1.0 §2.2 allows tab, line feed, carriage return and what stands outside these ranges. The C1 controls
# (U+007F to U+009F) and the replacement character are allowed but discouraged, and validators warn of them.
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]")
_NONCHARACTERS = re.compile(
    "[" + "".join(f"{chr(n << 16 | 0xFFFE)}{chr(n << 16 | 0xFFFF)}" for n in range(1, 17)) + "]"
)
_USUAL = re.compile("[\t\n -~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffc]*")  # most texts are of nothing else


def clean(text: str) -> str:
    """The text without characters that XML does not allow or discourages; line ends are line feeds."""
    if _USUAL.fullmatch(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _NONCHARACTERS.sub("", _UNWANTED.sub("", text))


def one_line(text: str) -> str:
    """The text, cleaned, with every run of white space turned into one space."""
    return " ".join(clean(text).split())
