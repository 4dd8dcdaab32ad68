"""The conversation with Pagefind's binary: what comes out, and what happens when it does not answer as it should."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from search.index import make_bundle, page
from search.model import Bundle, Kind, NoIndex
from search.pagefind import binary, index_files

from tests.search.samples import HOSTILE, needs_pagefind, record

Script = Callable[[str], Path]
PAGES = [(f"/{number}/", page(record(f"Title {number}"))) for number in range(3)]
MANY = [(f"/{number}/", page(record("x" * 100_000))) for number in range(30)]


@pytest.fixture
def program() -> Path:
    found = binary()
    assert found is not None
    return found


@pytest.fixture
def script(tmp_path: Path) -> Script:
    """A program that does something else than Pagefind."""

    def written(text: str) -> Path:
        path = tmp_path / "pagefind"
        path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
        path.chmod(0o755)
        return path

    return written


def fragments(files: dict[str, bytes]) -> list[dict[str, Any]]:
    found = [gzip.decompress(content) for path, content in sorted(files.items()) if path.startswith("fragment/")]
    return [json.loads(each.removeprefix(b"pagefind_dcd")) for each in found]


def bundle(*records: Any) -> Bundle:
    program = binary()
    assert program is not None
    return make_bundle(records, lambda pages: index_files(program, pages, 60))


@needs_pagefind
def test_every_record_is_in_the_index_with_its_address_and_title(program: Path) -> None:
    found = fragments(index_files(program, PAGES, 60))
    assert sorted((each["url"], each["meta"]["title"]) for each in found) == [
        ("/0/", "Title 0"),
        ("/1/", "Title 1"),
        ("/2/", "Title 2"),
    ]


@needs_pagefind
def test_headings_with_ids_are_places_to_lead_to(program: Path) -> None:
    html = page(record(html='<h2 id="water">Carry water</h2><p>Two bottles.</p><h2>No place</h2>'))
    (found,) = fragments(index_files(program, [("/a/", html)], 60))
    assert [(each["id"], each["text"]) for each in found["anchors"]] == [("water", "Carry water")]


@needs_pagefind
def test_markup_in_text_stays_text(program: Path) -> None:
    (found,) = fragments(index_files(program, [("/a/", page(record(HOSTILE)))], 60))
    assert found["meta"] == {"title": HOSTILE}
    assert found["content"].startswith(HOSTILE)


@needs_pagefind
def test_navigation_pictures_and_footnote_marks_are_not_searched(program: Path) -> None:
    noise = (
        '<nav>Contents</nav><img src="secret-path.png" alt="a > b">'
        '<sup><a class="footnote-ref">1</a></sup><a class="footnote-backref">back</a><script>run()</script>'
    )
    (found,) = fragments(index_files(program, [("/a/", page(record("T", f"<p>Text</p>{noise}<p>End</p>")))], 60))
    assert found["content"] == "T. Text. End."
    assert set(found["meta"]) == {"title"}


@needs_pagefind
def test_the_same_records_give_the_same_bytes_in_any_order() -> None:
    langs, kinds = ("en", "ar", "zh", "de"), tuple(Kind)
    records = [record(f"Title {at}", url=f"a/{at}/", lang=langs[at % 4], kind=kinds[at // 4 % 4]) for at in range(80)]
    first = bundle(*records)
    for again in (records, records[::-1], records[20:] + records[:20], records):
        assert bundle(*again) == first


@needs_pagefind
@pytest.mark.parametrize(
    "title",
    ["", " ", "\0", "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"), "a" * 5000, "🙂", "</h1>"],
)
def test_titles_of_rubbish_do_not_stop_it(title: str) -> None:
    assert bundle(record(title), record("Other", url="b/")).names == ("en-x-article",)


@needs_pagefind
def test_more_than_fits_into_a_pipe_is_indexed(program: Path) -> None:
    assert len(fragments(index_files(program, MANY, 120))) == len(MANY)


def test_one_that_does_not_answer_in_time_is_ended(script: Script) -> None:
    with pytest.raises(NoIndex, match=r"^Pagefind took longer than 0.2 seconds$"):
        index_files(script("exec sleep 60"), MANY, 0.2)


def test_one_that_stops_is_told(script: Script) -> None:
    with pytest.raises(NoIndex, match=r"^Pagefind stopped after 0 of 5 answers$"):
        index_files(script("exit 3"), PAGES, 60)


def test_one_that_talks_nonsense_is_told(script: Script) -> None:
    with pytest.raises(NoIndex, match=r"^Pagefind answered what cannot be understood$"):
        index_files(script("printf 'What?,'; exec sleep 60"), PAGES, 60)


def test_one_that_complains_is_quoted_in_one_line(script: Script) -> None:
    answer = (
        "eyJwYXlsb2FkIjogeyJ0eXBlIjogIkVycm9yIiwgIm1lc3NhZ2UiOiAiTm9cbnJvb20ifX0="  # {"payload": {"type": "Error" …
    )
    with pytest.raises(NoIndex, match=r"^Pagefind says: No room$"):
        index_files(script(f"printf '{answer},'"), PAGES, 60)


def test_one_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoIndex, match=r"^Pagefind cannot be started: no such file or directory$"):
        index_files(tmp_path / "none", PAGES, 60)
