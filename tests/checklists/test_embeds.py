"""Lists in articles: where they stand, and what is put there."""

from __future__ import annotations

from checklists.embeds import Embed, embeds, has_tasks, with_lists
from located import Location

EMBED = '<check-list-embed data-column="{}" data-line="{}" data-slug="{}"></check-list-embed>'
TASKS = '<check-list-tasks data-title="A &amp; B"><ul><li>x</li></ul></check-list-tasks>'


def test_embeds_are_found_in_order_with_their_places() -> None:
    html = f"<p>a</p>{EMBED.format(1, 3, 'b')}{EMBED.format(5, 9, 'c &amp; d')}"
    assert list(embeds(html, "a.md")) == [
        Embed("b", Location("a.md", 3, 1)),
        Embed("c & d", Location("a.md", 9, 5)),
    ]


def test_each_is_replaced_and_the_first_of_a_list_is_known_as_such() -> None:
    html = f"{EMBED.format(1, 1, 'b')}-{EMBED.format(1, 2, 'c')}-{EMBED.format(1, 3, 'b')}"
    assert with_lists(html, lambda slug, is_first: f"{slug} {is_first}", lambda *_: "") == "b True-c True-b False"


def test_task_lists_are_counted_and_know_the_heading_above() -> None:
    assert has_tasks(TASKS)
    assert with_lists(f"{TASKS}-{TASKS}", lambda *_: "", lambda at, title: f"{at} {title}") == "1 A & B-2 A & B"


def test_what_a_list_says_is_not_looked_through_again() -> None:
    html = EMBED.format(1, 1, "b")
    assert with_lists(html + TASKS, lambda *_: TASKS, lambda *_: html) == TASKS + "".join([TASKS])
