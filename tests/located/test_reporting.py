"""Problems in the log: sorted, once, with their places; all of them even where Pelican stops at one."""

from __future__ import annotations

import logging

import pytest
from located import Location, Problem, Severity, report
from pelican.log import FatalLogger, LimitFilter

LATE = Problem(Location("b.md", 2, 3), "late and 100 %d wrong", "Fix it.")
EARLY = Problem(Location("a.md", 10, 1), "early", "", Severity.WARNING)


@pytest.fixture(autouse=True)
def a_fresh_log(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pelican's loggers tell a warning once in the life of a process, here once a test."""
    monkeypatch.setattr(LimitFilter, "_raised_messages", set())


def test_problems_are_logged_sorted_and_once(caplog: pytest.LogCaptureFixture) -> None:
    report([LATE, EARLY, LATE])
    assert [record.getMessage() for record in caplog.records] == [str(EARLY), str(LATE)]


def test_errors_and_warnings_keep_their_level(caplog: pytest.LogCaptureFixture) -> None:
    report([LATE, EARLY])
    assert [record.levelname for record in caplog.records] == ["WARNING", "ERROR"]


def test_a_record_has_the_place(caplog: pytest.LogCaptureFixture) -> None:
    report([LATE])
    assert vars(caplog.records[0])["where"] == ("b.md", 2, 3)


def test_records_come_from_located(caplog: pytest.LogCaptureFixture) -> None:
    report([LATE])
    assert caplog.records[0].name == "located"


def test_no_problems_log_nothing(caplog: pytest.LogCaptureFixture) -> None:
    report([])
    assert not caplog.records


def test_pelican_stops_at_a_fatal_problem_after_all_are_logged(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FatalLogger, "fatal_lvl", logging.ERROR)
    monkeypatch.setattr(logging.getLogger("located"), "__class__", FatalLogger)
    later = Problem(Location("c.md"), "later")
    with pytest.raises(RuntimeError, match="error encountered"):
        report([LATE, later, EARLY])
    assert [record.getMessage() for record in caplog.records] == [str(EARLY), str(LATE), str(later)]
