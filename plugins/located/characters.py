"""The characters no text of an author should hold, and how to show those that cannot be seen."""

from __future__ import annotations

import re
from unicodedata import category

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u200b\u200e\u200f\u2028-\u202f\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff]"
)
_KINDS = {"Cc": "control character", "Cs": "lone surrogate", "Cn": "noncharacter"}
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def unified(text: str) -> str:
    """The text with line feeds for line ends, whatever they were."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def first_control(text: str) -> int | None:
    """The index of the first control character; tabs and line ends (U+0085 is one) are none."""
    found = _CONTROL.search(text)
    return found.start() if found else None


def named(character: str) -> str:
    """A character in words: ``the control character U+0007``."""
    return f"the {_KINDS.get(category(character), 'character')} U+{ord(character):04X}"


def visible(text: str) -> str:
    r"""The text in one line, with what could not be seen written out: ``\n``, ``\u00a0``.

    Joiners between emoji stay; so does a backslash, since this is for reading, not for reading back.
    """
    return _UNSEEN.sub(lambda found: _SHORT.get(found[0], f"\\u{ord(found[0]):04x}"), text)
