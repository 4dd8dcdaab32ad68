"""What Pelican logs, as authors read it."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

import pytest
from press.phrases import Site, finding_for, line_with, source_path, subject_of

SETTINGS = 'PLUGINS = [\n    "one",\n    "two",\n]\n'


class Content:
    """As much of an article as the phrases look at."""

    def __init__(self, source: Path) -> None:
        self.source_path = str(source)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("Title: A\nStatus: drafty\n\nSee [x]({tagg}y).\n", encoding="utf-8")
    (tmp_path / "conf.py").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def said(message: str, *args: Any, level: int = logging.ERROR, error: BaseException | None = None) -> str:
    info = (type(error), error, None) if error else None
    record = logging.LogRecord("pelican.x", level, "x.py", 1, message, args, info)
    return str(finding_for(record, Site("content", "conf.py"), error, sys._getframe()))


def test_an_article_that_cannot_be_read_gives_the_reason(project: Path) -> None:
    assert said("Could not process %s", "a.md", error=ValueError("odd\nthing")) == (
        "content/a.md:1:1: cannot be read: odd thing."
    )


def test_an_undecodable_byte_has_its_line_and_column(project: Path) -> None:
    error = UnicodeDecodeError("utf-8", "é\nab\xe9".encode() + b"\xff", 7, 8, "invalid start byte")
    assert said("Could not process %s", "a.md", error=error) == (
        "content/a.md:2:4: cannot be read: byte 0xff is not UTF-8."
    )


def test_docutils_own_place_is_used(project: Path) -> None:
    error = RuntimeError("/x/a.rst:7: (SEVERE/4) Unexpected section title.\n\n====")
    assert said("Could not process %s", "a.rst", error=error) == (
        "content/a.rst:7:1: cannot be read: Unexpected section title. ====."
    )


def test_an_article_that_cannot_be_read_for_no_known_reason_is_named(project: Path) -> None:
    assert said("Could not process %s", "a.md") == "content/a.md:1:1: cannot be read."


def test_what_an_article_lacks_is_told_with_the_line_to_add(project: Path) -> None:
    article = Content(project / "content/a.md")
    assert said("Skipping %s: could not find information about '%s'", article, "date") == (
        'content/a.md:1:1: has no date. Add a line "date: …" at the top of the file.'
    )


def test_an_unknown_status_is_told_at_the_word(project: Path) -> None:
    article = Content(project / "content/a.md")
    message = "Unknown status '%s' for file %s, skipping it. (Not in %s)"
    assert said(message, "drafty", article, ("published", "draft")) == (
        'content/a.md:2:9: unknown status "drafty". Use one of: published, draft.'
    )


def test_a_path_outside_is_told_at_its_article(project: Path) -> None:
    article = Content(project / "content/a.md")
    assert said("Skipping %s: file %r would be written outside output path", article, "../x") == (
        'content/a.md:1:1: wants the address "../x", which is outside the site. Give it an address inside.'
    )


def test_an_unknown_link_is_told_where_it_is_written(project: Path) -> None:
    class Article(Content):
        def link(self) -> str:
            message = "Replacement Indicator %r not recognized in %r, skipping replacement"
            return said(message, "tagg", "{tagg}y", level=logging.WARNING)

    assert Article(project / "content/a.md").link() == (
        'content/a.md:4:9: unknown link "{tagg}". Use {filename} or {static}.'
    )


@pytest.mark.parametrize(
    ("message", "args"),
    [
        ("Skipped copy %s (not a file or directory) to %s", ("content/a.md", "x")),
        ("A problem occurred copying file %s to %s; %s", ("content/a.md", "x", "full")),
    ],
)
def test_a_file_that_was_not_copied_is_an_error(project: Path, message: str, args: tuple[str, ...]) -> None:
    absolute = (str(project / args[0]), *args[1:])
    assert said(message, *absolute, level=logging.WARNING).startswith("content/a.md:1:1: ")
    assert "warning" not in said(message, *absolute, level=logging.WARNING)


def test_a_plugin_is_told_at_its_name(project: Path) -> None:
    assert said("Cannot load plugin `%s`\n%s", "two", "Cannot import plugin `two`") == (
        'conf.py:3:5: the plugin "two" cannot be loaded: there is no module of that name. '
        "Correct the name, or install it."
    )
    assert said("Cannot register plugin `%s`", "one", error=ValueError("no")) == (
        'conf.py:2:5: the plugin "one" cannot be loaded: no. Correct the plugin, or take it out of PLUGINS.'
    )


def test_what_is_told_better_elsewhere_is_not_told_twice(project: Path) -> None:
    message = "Detected misconfiguration with %s setting (must be a list), falling back to the default"
    assert said(message, "PLUGINS") == "None"
    assert said(message, "FILES_TO_COPY", level=logging.WARNING).startswith("warning: Detected misconfiguration")
    assert said('There are %s items "%s" with lang %s: \n%s\n%s', 2, "slug", "en", "a", "b") == "None"


def test_any_other_message_is_one_line_at_the_file_it_names(project: Path) -> None:
    assert said("Odd\n\tthing in %s", "a.md", level=logging.WARNING) == "content/a.md:1:1: warning: Odd thing in a.md"
    assert said("Odd thing", error=KeyError("x")) == "Odd thing: KeyError: 'x'"
    assert said("plain {}") == "plain {}"


def test_the_file_being_worked_on_is_found_in_the_callers(project: Path) -> None:
    class Reader(Content):
        def read(self) -> Any:
            return subject_of(sys._getframe())

    reader = Reader(project / "content/a.md")
    assert reader.read() is reader
    assert subject_of(None) is None


@pytest.mark.parametrize("mentioned", ["", "x" * 5000, "a\0b", 7, None, "content", "nowhere.md", "x" * 300])
def test_text_that_names_no_file_is_no_place(project: Path, mentioned: Any) -> None:
    assert source_path(mentioned, "content") == ""


def test_a_text_that_is_not_there_is_told_at_the_start(project: Path) -> None:
    assert line_with("content/a.md", "nowhere") == (1, 1)
    assert line_with("content/none.md", "x") == (1, 1)
