"""What browsers, readers of the screen and the content security policy ask of all markup."""

from __future__ import annotations

from datetime import UTC, datetime
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

from bs4 import BeautifulSoup

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
LOADING = {"src", "srcset", "poster", "data"}


class Nesting(HTMLParser):
    """Notes every end tag that does not close what is open; `open` is what was never closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[tuple[str, tuple[int, int]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append((tag, self.getpos()))


def nesting_errors(html: str) -> list[Any]:
    parser = Nesting()
    parser.feed(html)
    parser.close()
    return parser.wrong + parser.open


def test_nesting_errors_are_seen() -> None:
    assert nesting_errors("<ul><li>one</ul>") != []
    assert nesting_errors("<p>one<br>two</p>") == []


def test_a_component_closes_what_it_opens(example: tuple[str, dict[str, Any], str]) -> None:
    assert nesting_errors(example[2]) == []


def test_a_page_closes_what_it_opens(page: str) -> None:
    assert nesting_errors(page) == []


def test_nothing_is_inline(page: str) -> None:
    soup = BeautifulSoup(page, "html.parser")
    assert soup.find_all("style") == []
    data = {"speculationrules", "application/json", "application/ld+json"}  # not run
    assert {tag["type"] for tag in soup.find_all("script", src=False)} <= data
    assert [tag for tag in soup.find_all(True) for name in tag.attrs if name == "style" or name[:2] == "on"] == []


def test_nothing_is_loaded_from_another_host(page: str) -> None:
    soup = BeautifulSoup(page, "html.parser")
    loaded = [tag[name] for tag in soup.find_all(True) for name in LOADING & set(tag.attrs)]
    loaded += [tag["href"] for tag in soup.find_all("link") if tag["rel"] != ["canonical"]]
    assert [address for address in loaded if "//" in address and not address.startswith("data:")] == []


def test_ids_are_unique_and_references_lead_to_them(page: str) -> None:
    soup = BeautifulSoup(page, "html.parser")
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {tag["aria-labelledby"] for tag in soup.find_all(attrs={"aria-labelledby": True})} <= set(ids)
    assert "page:main" in ids


def test_the_themes_own_ids_cannot_meet_a_headings(page: str) -> None:
    soup = BeautifulSoup(page, "html.parser")
    for written in soup.select(".prose, .check-list, .strategy-index-list"):
        written.decompose()
    assert [tag["id"] for tag in soup.find_all(id=True) if not tag["id"].startswith("page:")] == []


def test_there_is_one_h1_and_it_is_in_main(page: str) -> None:
    soup = BeautifulSoup(page, "html.parser")
    assert len(soup.find_all("h1")) == len(soup.select("main h1")) == 1


def test_headings_go_down_one_step_at_a_time(page: str) -> None:
    levels = [
        int(tag.name[1]) for tag in BeautifulSoup(page, "html.parser").find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
    ]
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_landmarks_of_a_kind_have_names_of_their_own(page: str) -> None:
    soup = BeautifulSoup(page, "html.parser")
    names = [nav.get("aria-label") or nav["aria-labelledby"] for nav in soup.find_all("nav")]
    assert len(names) == len(set(names))
    assert [len(soup.select(f"body > {tag}")) for tag in ("header", "main", "footer")] == [1, 1, 1]


def test_times_are_machine_readable(page: str) -> None:
    for time in BeautifulSoup(page, "html.parser").find_all("time"):
        moment = datetime.fromisoformat(time["datetime"])
        assert len(time["datetime"]) == len("2026-05-01") or moment.tzinfo is UTC
