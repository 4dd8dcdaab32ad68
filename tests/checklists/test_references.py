"""What lists say of the rest of the site."""

from __future__ import annotations

import pytest
from checklists.model import Link
from checklists.references import dead_links, unknown_articles
from located import Location, Severity

from tests.checklists.samples import HERE, checklist, item

ADDRESSES = ("", "about/", "articles/how-to-follow-up/", "images/caf%C3%A9.svg")


def dead(url: str) -> list[str]:
    given = checklist(item("a", links=(Link("A", url, HERE),)))
    found = list(dead_links([given], ADDRESSES))
    assert all(problem.severity is Severity.WARNING for problem in found)
    return [f"{problem.what}. {problem.fix}" for problem in found]


@pytest.mark.parametrize(
    "url",
    ["/", "/about/", "/about", "/about/index.html", "/about/#who", "/images/café.svg", "https://example.org/x", "#a"],
)
def test_a_link_to_a_page_of_the_site_or_elsewhere_is_fine(url: str) -> None:
    assert dead(url) == []


def test_a_link_to_nothing_names_the_nearest_page() -> None:
    assert dead("/abuot/") == ['nothing of this site is at "/abuot/". Did you mean "/about/"?']
    assert dead("/quite/else/") == [
        'nothing of this site is at "/quite/else/". Correct the address, or remove the link.'
    ]


def test_an_unknown_article_is_told_where_it_is_named() -> None:
    where = Location("content/checklists/event.yml", 7, 10)
    given = checklist(item("a"), article="how-to-folow-up", article_where=where)
    assert [str(problem) for problem in unknown_articles([given], ["how-to-follow-up"])] == [
        f'{where}: no article is called "how-to-folow-up". Did you mean "how-to-follow-up"?'
    ]
    assert list(unknown_articles([given], ["how-to-folow-up"])) == []
