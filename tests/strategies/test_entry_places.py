"""The places of an entry as a reader is shown them, and entries that nothing is left of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from strategies.directions import read_directions
from strategies.index import make_index
from strategies.site_directions import site_directions
from strategies.view import Addresses, entry_view

from tests.strategies.samples import strategy

AT = Addresses("strategies/{slug}/", "strategies/{slug}/index.html")
PATH = "content/strategies.yml"
ONE, TWO = strategy("Rest", "one"), strategy("Walk", "one")


def told(text: str) -> list[str]:
    directions, wrong = read_directions(text, PATH)
    return [str(each) for each in (*wrong, *make_index((ONE, TWO), directions)[1])]


def test_an_article_that_says_it_twice_is_named_once() -> None:
    directions, _ = read_directions("entries:\n  - entry: Rest\n    aliases: [Walk, two--rest]\n", PATH)
    (entry,), wrong = make_index((ONE, strategy("Rest", "two"), TWO), directions)
    view = entry_view(entry, AT, "")
    assert (wrong, len(view.sources)) == ((), 3)
    assert [each.article.title for each in view.articles] == ["One", "Two"]


def test_a_section_that_any_article_may_have_is_not_named() -> None:
    found = [replace(each, section=name) for each, name in ((ONE, "Introduction"), (TWO, "Tips for a day"))]
    assert [entry_view(each, AT, "").sources[0].section for each in make_index(found)[0]] == ["", "Tips for a day"]


def test_an_entry_whose_strategies_are_all_in_others_is_told_so() -> None:
    left = "its strategies are in other entries. Leave it one of them, or remove it."
    assert told("entries:\n  - entry: Rest\n    split: [one--rest]\n") == [
        f'{PATH}:2:12: nothing is left of the entry "Rest": {left}'
    ]
    assert told("entries:\n  - entry: Rest\n  - entry: one--rest\n    id: pause\n") == [
        f'{PATH}:2:12: nothing is left of the entry "Rest": {left}'
    ]


def test_what_has_the_name_of_the_file_and_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "strategies.yaml").mkdir()
    _, (problem,) = site_directions(tmp_path)
    assert (problem.what, problem.fix) == ("is a folder, not a file", "Rename it or move it away.")
