"""A checklist where nothing can be ticked."""

from __future__ import annotations

from checklists.model import Kind
from checklists.plain import plain

from tests.checklists.samples import FULL, HOSTILE, checklist, item


def test_every_text_of_the_list_is_in_it_and_no_form() -> None:
    html = plain(FULL, "/checklists/event/")
    for text in ("Say hello", "Exhale", "Mind the gap", "First.", "Slowly.", "After"):
        assert text in html
    assert "<input" not in html
    assert '<a href="/checklists/event/">Before an event</a>' in html


def test_only_tasks_have_an_empty_box() -> None:
    html = plain(checklist(item("a", "Do it"), item("b", "Mind it", kind=Kind.NOTE)))
    assert html == "<ul><li>☐ Do it</li><li>Mind it</li></ul>"


def test_markup_in_a_text_is_shown_as_text() -> None:
    html = plain(checklist(item("a", HOSTILE, why=HOSTILE), title=HOSTILE), "/x/")
    assert "<b>" not in html
    assert html.count("&lt;b&gt;") == 3


def test_a_part_of_a_list_is_only_that_part() -> None:
    assert "Say hello" not in plain(FULL, sections=["after"])
    assert "Write back" in plain(FULL, sections=["after"])
