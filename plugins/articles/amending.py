"""An article of which only words change: what was made of it, and what is made of it now, for the press to compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .converting import NO_OUTLINE, Converted, Converter, measured, without_body
from .keeping import keep as put
from .keeping import kept
from .model import Outline, RunIn, Section

SHELF = "articles"


def conversions(
    path: str, kept_as: str, settings: Mapping[str, Any], store: Any
) -> tuple[Converted, Converted, str] | None:
    """What was made of the file at a path, what would be now, and what that is kept as; or None.

    None if more than words changes. Front matter, headings, summary and minutes stay; nothing is wrong, nor was.
    """
    before = kept(store.shelf(SHELF), bytes.fromhex(kept_as.partition(":")[2]), Converted)
    converter = converter_for(settings)
    if before is None or kept_as.partition(":")[0] != converter.keeping.name:
        return None
    after = without_body(converter.convert(path))
    if not _is_sound(before) or not _is_sound(after) or _rest(before) != _rest(after):
        return None
    return before, after, f"{converter.keeping.name}:{after.key}"


def keep(kept_as: str, after: Converted, store: Any) -> None:
    put(store.shelf(SHELF), bytes.fromhex(kept_as.partition(":")[2]), after)


def converter_for(settings: Mapping[str, Any]) -> Converter:
    return Converter(settings, is_keeping=True)


def _is_sound(found: Converted) -> bool:
    return found.draft is not None and not found.due and not found.problems and bool(found.key)


def _rest(found: Converted) -> Any:
    """What may not change."""
    assert found.draft is not None
    said = measured(found.outline, found.words, found.draft.fields)
    return replace(found, html="", outline=NO_OUTLINE, words=0, key=""), said, _titles(found.outline)


def _titles(outline: Outline) -> Any:
    """The outline without the text that stands below its titles."""
    return outline.run_ins and tuple(map(_run_in, outline.run_ins)), tuple(map(_section, outline.sections))


def _run_in(run_in: RunIn) -> RunIn:
    return replace(run_in, text="")


def _section(section: Section) -> Any:
    bare = replace(section, first_sentence="", paragraphs=(), run_ins=(), sections=())
    return bare, tuple(map(_run_in, section.run_ins)), tuple(map(_section, section.sections))
