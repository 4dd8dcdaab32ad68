from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from preview.builds import Outcome, build, command, follow, outcome
from preview.news import News

Finish = Callable[[Coroutine[Any, Any, Any]], Any]


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_a_good_build_gives_its_summary_without_the_folder() -> None:
    assert outcome(0, "Built 1 article and 0 pages: 3 files in 0.1 s → .cache/x", "") == Outcome(
        True, "Built 1 article and 0 pages: 3 files in 0.1 s", ()
    )


def test_a_failed_build_gives_its_problems_without_the_count() -> None:
    problems = "a.md:1:1: x.\nb.md:1:1: y.\n2 problems (2 errors). The site was not changed."
    assert outcome(1, "", problems) == Outcome(False, "", ("a.md:1:1: x.", "b.md:1:1: y."))


def test_a_build_that_dies_without_a_word_is_told() -> None:
    assert outcome(-9, "", "").problems == ("The build ended with status -9 and said nothing.",)


def test_what_a_build_prints_is_read_whatever_it_is(finish: Finish) -> None:
    code = r"import sys; print('é → x'); sys.stderr.buffer.write(b'\xff\n'); sys.exit(1)"
    assert finish(build(python(code))) == Outcome(False, "é", ("\ufffd",))


@pytest.mark.parametrize("stubborn", ["", "signal.signal(signal.SIGTERM, signal.SIG_IGN);"])
def test_a_cancelled_build_is_stopped(
    finish: Finish, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stubborn: str
) -> None:
    monkeypatch.setattr("preview.builds.PATIENCE", 0.2)
    sign = tmp_path / "sign"
    code = (
        f"import os, signal, time; {stubborn} open({str(sign)!r} + '~', 'w').write(str(os.getpid()));"
        f"os.rename({str(sign)!r} + '~', {str(sign)!r}); time.sleep(60)"
    )

    async def cancel() -> None:
        task = asyncio.create_task(build(python(code)))
        while not sign.exists():
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    finish(asyncio.wait_for(cancel(), 30))
    assert not Path(f"/proc/{sign.read_text()}").exists()


def test_saves_during_a_build_give_exactly_one_more(finish: Finish) -> None:
    async def run() -> tuple[int, list[bool]]:
        changed, news, told = asyncio.Event(), News(), []
        begun = 0

        async def once() -> Outcome:
            nonlocal begun
            begun += 1
            if begun == 1:
                for _ in range(3):
                    changed.set()
                    await asyncio.sleep(0)
            return Outcome(begun != 2, "", ("wrong",) if begun == 2 else ())

        task = asyncio.create_task(follow(changed, once, news, lambda o: told.append(o.good)))
        for _ in range(50):
            await asyncio.sleep(0)
        task.cancel()
        assert news.state.problems == ("wrong",)
        assert news.builds == 1
        return begun, told

    assert finish(run()) == (2, [True, False])


def test_the_build_is_asked_for_with_drafts_and_for_this_machine() -> None:
    words = command("content", "site", "pelican.conf.py")
    assert words[:3] == [sys.executable, "-m", "press"]
    assert words[words.index("--siteurl") + 1] == ""
    assert "--drafts" in words
