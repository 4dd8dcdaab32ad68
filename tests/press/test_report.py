from __future__ import annotations

import io
import logging
import signal

import pytest
from press.finding import Finding
from press.report import BuildFailed, is_news, say, stoppable, tell, tell_strangers, told_already


def test_a_stream_that_cannot_show_a_character_gets_another() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    say("→ é", stream)
    assert stream.buffer.getvalue() == b"? ?\n"  # type: ignore[attr-defined]


def test_nothing_is_said_of_no_problems(capsys: pytest.CaptureFixture[str]) -> None:
    tell([], published=True)
    tell_strangers("output", (), ())
    assert capsys.readouterr() == ("", "")


def test_problems_go_to_standard_error_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    tell([Finding(("b", 1, 1), "x."), Finding(("a", 1, 1), "x.")], published=False)
    assert capsys.readouterr() == ("", "a:1:1: x.\nb:1:1: x.\n2 problems (2 errors). The site was not changed.\n")


def test_many_files_of_strangers_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    tell_strangers("output", ("a", "b", "c", "d"), ())
    assert capsys.readouterr().err == "note: output has 4 files that no build put there (a, b, c, …): kept.\n"


def test_termination_is_an_orderly_end_and_only_while_building() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(SystemExit) as ended, stoppable():
        signal.raise_signal(signal.SIGTERM)
    assert ended.value.code == 143
    assert signal.getsignal(signal.SIGTERM) == before


def test_an_interrupted_build_never_ends_with_status_0() -> None:
    with pytest.raises(SystemExit) as ended, stoppable():
        raise KeyboardInterrupt
    assert ended.value.code == 130


def record(*args: object, error: BaseException | None = None) -> logging.LogRecord:
    info = (type(error), error, None) if error else None
    return logging.LogRecord("pelican", logging.CRITICAL, "x", 1, "%s" * len(args), args, info)


def test_a_failed_build_is_not_told_again_by_pelican() -> None:
    assert not is_news(record("BuildFailed", error=BuildFailed("x")))
    assert not is_news(record(BuildFailed("x")))
    assert is_news(record("x", error=ValueError("x")))
    assert is_news(record("x"))


def test_telling_pelican_twice_changes_nothing() -> None:
    handler = logging.NullHandler()
    logging.getLogger().addHandler(handler)
    try:
        told_already()
        told_already()
        assert handler.filters == [is_news]
    finally:
        logging.getLogger().removeHandler(handler)
