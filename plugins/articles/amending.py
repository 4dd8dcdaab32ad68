"""An article of which only words change: what was made of it and what is made of it now, to compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .converting import NO_OUTLINE, Converted, Converter, measured, without_body
from .keeping import keep, kept
from .model import Outline, RunIn, Section

SHELF = "articles"
ORDERS = ("basename", "date", "slug")
"""What articles can be in the order of, whatever their titles and words are."""


class Reader:
    """Reads articles as a build does, and compares."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.converter = Converter(settings, is_keeping=True)

    def prepare(self) -> None:
        """Load what converting takes."""
        self.converter.markdown.convert("*Warm* up.")

    def read(self, path: str, kept_as: str, store: Any) -> tuple[Converted, Converted, str] | None:
        """What was made of the file at a path, what would be now, and what that is kept as; or None.

        None if more changes than words, the title and the summary. The rest of the front matter, headings and minutes
        stay; nothing is wrong, nor was.
        """
        name = self.converter.keeping.name
        before = kept(store.shelf(SHELF), key_of(kept_as), Converted)
        if before is None or kept_as.partition(":")[0] != name:
            return None
        after = without_body(self.converter.convert(path))
        if not _is_sound(before) or not _is_sound(after) or _rest(before) != _rest(after):
            return None
        return before, after, f"{name}:{after.key}"

    def keep(self, kept_as: str, after: Converted, store: Any) -> None:
        """For the next time."""
        keep(store.shelf(SHELF), key_of(kept_as), after)


def same(before: Converted, after: Converted, settings: Mapping[str, Any]) -> bool:
    """Whether the articles stay in their order and at their addresses."""
    order = settings.get("ARTICLE_ORDER_BY", "date")
    addresses = (str(value) for name, value in settings.items() if name.endswith(("_URL", "_SAVE_AS")))
    is_ordered = isinstance(order, str) and order.removeprefix("reversed-") in ORDERS
    return is_ordered and not any("{title" in address for address in addresses)


def key_of(kept_as: str) -> bytes:
    return bytes.fromhex(kept_as.partition(":")[2])


def _is_sound(found: Converted) -> bool:
    return found.draft is not None and not found.due and not found.problems and bool(found.key)


def _rest(found: Converted) -> Any:
    """What may not change."""
    assert found.draft is not None
    said = replace(measured(found.outline, found.words, found.draft.fields), summary="")
    draft = replace(found.draft, fields=replace(found.draft.fields, title="", summary=""))
    bare = replace(found, title="", draft=draft, html="", outline=NO_OUTLINE, words=0, key="")
    return bare, said, _titles(found.outline)


def _titles(outline: Outline) -> Any:
    """The outline without the text that stands below its titles."""
    return outline.run_ins and tuple(map(_run_in, outline.run_ins)), tuple(map(_section, outline.sections))


def _run_in(run_in: RunIn) -> RunIn:
    return replace(run_in, text="")


def _section(section: Section) -> Any:
    bare = replace(section, first_sentence="", paragraphs=(), run_ins=(), sections=())
    return bare, tuple(map(_run_in, section.run_ins)), tuple(map(_section, section.sections))
