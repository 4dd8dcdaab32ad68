"""What an author says of a heading or list item in an attribute list, for our own use.

``## Practise Aloud {: .strategy when="before the talk" effort="10 min" }``: HTML knows no such attributes, so they
reach the page as ``data-when`` and ``data-effort``.
"""

from __future__ import annotations

from collections.abc import Mapping

OURS = ("when", "effort")
"""Their names, in the order they are told."""


def classes_of(written: str) -> tuple[str, ...]:
    """The names in a ``class``."""
    return tuple(dict.fromkeys(written.split()))


def said_in(attributes: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """What an element says in our attributes, however they are spelt, white space folded."""
    said = ((name, attributes.get(f"data-{name}", attributes.get(name))) for name in OURS)
    return tuple((name, " ".join(str(value).split())) for name, value in said if value)
