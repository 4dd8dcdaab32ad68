from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest
from located import Location, Problem, report
from pelican.log import FatalLogger, LimitLogger
from press.collect import collecting
from press.phrases import Site


@pytest.fixture
def printed() -> Iterator[io.StringIO]:
    """What another handler of the root logger prints, as Pelican's does."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


def test_what_is_logged_from_anywhere_is_kept_and_not_printed(printed: io.StringIO) -> None:
    with collecting(Site()) as collected:
        logging.getLogger("anything").warning("odd %s", "thing")
        logging.getLogger("pelican.x").error("bad")
    assert [str(f) for f in collected.found] == ["warning: odd thing", "bad"]
    assert printed.getvalue() == ""
    logging.getLogger("anything").error("later")
    assert printed.getvalue() == "later\n"
    assert len(collected.found) == 2


def test_a_record_that_knows_its_place_is_told_there_once() -> None:
    with collecting(Site()) as collected:
        log = logging.getLogger("located")
        log.error("a.md:3:7: no title. Add one.", extra={"where": ("a.md", 3, 7)})
        log.warning("odd.", extra={"where": ("a.md", 4, 1)})
    assert [str(f) for f in collected.found] == ["a.md:3:7: no title. Add one.", "a.md:4:1: warning: odd."]


def test_a_place_is_told_once_whatever_is_in_the_name_of_the_file() -> None:
    problem = Problem(Location("a\nb  c\u00a0d.md", 3, 7), "no title", "Add one.")
    with collecting(Site()) as collected:
        report([problem])
    assert [str(f) for f in collected.found] == [str(problem)]


def test_the_same_warning_is_kept_as_often_as_it_comes() -> None:
    for _ in range(2):
        with collecting(Site()) as collected:
            log = logging.getLogger("pelican.x")
            for n in range(8):
                log.warning("odd %s", n, extra={"limit_msg": "Others were odd."})
        assert len(collected.found) == 8


def test_it_has_failed_when_there_is_an_error() -> None:
    with collecting(Site()) as collected:
        logging.getLogger("x").warning("odd")
        assert not collected.failed
        logging.getLogger("x").error("bad")
        assert collected.failed


def test_where_warnings_are_fatal_it_fails_at_the_end_not_at_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FatalLogger, "fatal_lvl", logging.WARNING)
    with collecting(Site()) as collected:
        for n in range(2):
            logging.getLogger("pelican.x").warning("odd %s", n)
        assert collected.failed
    assert len(collected.found) == 2
    assert FatalLogger.fatal_lvl == logging.WARNING


def test_what_is_collected_within_another_is_not_the_others() -> None:
    log = logging.getLogger("x")
    with collecting(Site()) as outer:
        with collecting(Site()) as inner:
            log.error("in")
        log.error("out")
    assert ([f.text for f in inner.found], [f.text for f in outer.found]) == (["in"], ["out"])
    assert "filter" not in vars(LimitLogger.limit_filter)


def test_within_another_the_rest_of_the_others_is_still_collected_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    handler = logging.StreamHandler()
    logging.getLogger().addHandler(handler)
    try:
        with collecting(Site()) as outer:
            with collecting(Site()):
                pass
            for _ in range(2):
                logging.getLogger("pelican.x").warning("odd.")
    finally:
        logging.getLogger().removeHandler(handler)
    assert len(outer.found) == 2
    assert capsys.readouterr().err == ""
