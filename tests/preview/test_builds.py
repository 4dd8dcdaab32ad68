from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import sys
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from preview.builds import Builder, request
from preview.outcome import Outcome

from tests.preview.running import SETTINGS, article, write

Finish = Callable[[Coroutine[Any, Any, Any]], Any]


def builder(folder: Path, *program: str) -> Builder:
    settings = folder / "pelican.conf.py"
    words = request(str(folder / "content"), str(folder / "site"), str(settings))
    return Builder(words, str(settings), program or Builder(words, "").program)


def built(finish: Finish, builder: Builder, *between: Callable[[], object]) -> list[tuple[Outcome, int | None]]:
    """The outcomes of some builds, each with the process that made it; what is done between two of them."""

    async def build() -> list[tuple[Outcome, int | None]]:
        found = []
        try:
            for step in (lambda: None, *between):
                step()
                found.append((await builder.build(), builder.process.pid if builder.process else None))
        finally:
            await builder.end()
        return found

    found = finish(asyncio.wait_for(build(), 50))
    assert isinstance(found, list)
    return found


def test_a_warm_worker_makes_one_build_after_the_other(finish: Finish, folder: Path) -> None:
    save = lambda: write(folder, "content/articles/one.md", article("Second"))  # noqa: E731
    (first, one), (second, two) = built(finish, builder(folder), save)
    assert first.good and second.good
    assert one == two is not None
    assert "one.html" in first.changed & second.changed
    assert second.said.startswith("Built 1 article and 0 pages: ")
    assert not Path(f"/proc/{one}").exists()


def test_what_a_build_leaves_behind_is_gone_with_it(finish: Finish, folder: Path) -> None:
    """Settings that count how often they ran in their process."""
    count = "import sys\nsys.counted = getattr(sys, 'counted', 0) + 1\nSITENAME = f'Run {sys.counted}'\n"
    write(folder, "pelican.conf.py", SETTINGS + count)
    runs = []
    note = lambda: runs.append(re.findall(r"Run \d+", (folder / "site/index.html").read_text())[0])  # noqa: E731
    built(finish, builder(folder), note, note)
    note()
    assert len(set(runs)) == 1


@pytest.mark.parametrize("changed", ["plugins/own/__init__.py", "plugins/own/words.py", "plugins/own/new.py"])
def test_a_worker_whose_plugins_changed_gives_way_to_another(finish: Finish, folder: Path, changed: str) -> None:
    write(folder, "plugins/own/__init__.py", "from .words import NAME\ndef register(): ...\n")
    write(folder, "plugins/own/words.py", "NAME = 'old'\n")
    paths = "import sys\nsys.path.insert(0, str(__import__('pathlib').Path(__file__).parent / 'plugins'))\n"
    write(folder, "pelican.conf.py", SETTINGS + paths + "PLUGINS = ['own']\nfrom own import NAME as SITENAME\n")
    found = {"PYTHONPATH": str(folder / "plugins")}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", found["PYTHONPATH"])
        text = "NAME = 'new'\ndef register(): ...\n"
        (_, one), (_, two) = built(finish, builder(folder), lambda: write(folder, changed, text))
    assert one != two
    name = "old" if changed.endswith("/new.py") else "new"
    assert f"<title>{name}" in (folder / "site/index.html").read_text()


def test_a_worker_whose_settings_changed_gives_way_to_another(finish: Finish, folder: Path) -> None:
    change = lambda: write(folder, "pelican.conf.py", SETTINGS.replace("Tiny", "Other"))  # noqa: E731
    (_, one), (_, two) = built(finish, builder(folder), change)
    assert one != two
    assert "Other" in (folder / "site/index.html").read_text()


def test_a_worker_that_was_killed_is_replaced(finish: Finish, folder: Path) -> None:
    made = builder(folder)

    def kill() -> None:
        assert made.process is not None
        os.kill(made.process.pid, signal.SIGKILL)

    (_, one), (second, two) = built(finish, made, kill)
    assert second.good
    assert one != two


def test_what_plugins_print_disturbs_nobody(finish: Finish, folder: Path) -> None:
    noise = "import os, sys\nprint('{}\\n{\"good\": false}')\nos.write(1, b'{}\\n')\nos.write(2, b'{}\\n')\n"
    write(folder, "pelican.conf.py", SETTINGS + noise + "assert sys.stdin.read() == ''\n")
    ((outcome, _), (again, _)) = built(finish, builder(folder), lambda: None)
    assert outcome.good and again.good


@pytest.mark.parametrize(
    ("end", "status"),
    [
        ("import os; os._exit(3)", 3),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", -9),
        ("import os\nif os.fork(): os._exit(4)\nimport time; time.sleep(60)", 4),  # whose child holds all it had open
    ],
)
def test_a_build_that_dies_is_told_and_the_next_one_is_well(
    finish: Finish, folder: Path, end: str, status: int
) -> None:
    write(folder, "pelican.conf.py", f"{SETTINGS}{end}\n")
    (first, _), (second, _) = built(finish, builder(folder), lambda: write(folder, "pelican.conf.py", SETTINGS))
    assert [str(each) for each in first.problems] == [f"The build ended with status {status} and said nothing."]
    assert second.good


def test_without_a_worker_each_build_has_a_process_of_its_own(finish: Finish, folder: Path) -> None:
    """As where there is no fork: the worker dies as soon as it is asked, the new processes do not."""
    code = "import sys; '--once' in sys.argv or sys.exit(1); from preview.worker import main; main(sys.argv[1:])"
    (first, _), (second, _) = built(finish, builder(folder, sys.executable, "-c", code), lambda: None)
    assert first.good and second.good
    warm = builder(folder)
    warm.is_warm = False
    assert built(finish, warm)[0][0].good


def test_a_process_that_cannot_be_started_is_a_problem(finish: Finish, folder: Path) -> None:
    ((outcome, _),) = built(finish, builder(folder, str(folder / "none")))
    assert [str(each) for each in outcome.problems] == [
        "No build can be started: No such file or directory. Save again when that is mended."
    ]


@pytest.mark.parametrize("stubborn", ["", "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"])
@pytest.mark.parametrize("is_warm", [True, False])
def test_a_cancelled_build_is_stopped(finish: Finish, folder: Path, stubborn: str, is_warm: bool) -> None:
    sign = folder / "sign"
    lines = f"import os, signal, time\n{stubborn}open('{sign}~', 'w').write(str(os.getpid()))\n"
    write(folder, "pelican.conf.py", f"{lines}os.rename('{sign}~', '{sign}')\ntime.sleep(60)\n")
    made = builder(folder)
    made.is_warm = is_warm

    async def cancel() -> None:
        task = asyncio.create_task(made.build())
        while not sign.exists():
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    finish(asyncio.wait_for(cancel(), 30))
    assert not Path(f"/proc/{sign.read_text()}").exists()
    assert made.process is None


def test_a_build_whose_preview_is_gone_is_stopped(finish: Finish, folder: Path) -> None:
    sign = folder / "sign"
    lines = f"import os, time\nopen('{sign}~', 'w').write(str(os.getpid()))\nos.rename('{sign}~', '{sign}')\n"
    write(folder, "pelican.conf.py", f"{lines}time.sleep(60)\n")

    async def leave() -> None:
        made = builder(folder)
        made.process = process = await made.started()
        assert process.stdin is not None
        asked = {"words": list(made.words), "changed": None}
        process.stdin.write(json.dumps(asked).encode() + b"\n")
        while not sign.exists():
            await asyncio.sleep(0.01)
        process.stdin.close()
        await process.wait()

    finish(asyncio.wait_for(leave(), 30))
    assert not Path(f"/proc/{sign.read_text()}").exists()


def test_a_command_that_cannot_be_followed_is_a_problem(finish: Finish, folder: Path) -> None:
    made = builder(folder)
    made.words = request("none", "site", str(folder / "pelican.conf.py"))
    ((outcome, _),) = built(finish, made)
    assert [str(each) for each in outcome.problems] == ["there is no content folder none. Name one that is there."]


def test_the_build_is_asked_for_with_drafts_and_for_this_machine() -> None:
    words = request("content", "site", "pelican.conf.py")
    assert words[words.index("--siteurl") + 1] == ""
    assert "--drafts" in words


def children(pid: int | None) -> list[int]:
    return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="this system does not tell of a process's children")
def test_a_waiting_build_that_dies_is_replaced_and_none_is_left_in_the_end(finish: Finish, folder: Path) -> None:
    made = builder(folder)
    seen: list[int] = []

    def end_the_waiting_one() -> None:
        assert made.process is not None
        for _ in range(1000):
            if waiting := children(made.process.pid):
                break
            time.sleep(0.01)
        seen.extend(waiting)
        os.kill(waiting[-1], signal.SIGKILL)

    (first, one), (second, two) = built(finish, made, end_the_waiting_one)
    assert first.good and second.good
    assert one == two
    assert seen
    assert not any(Path(f"/proc/{pid}").exists() for pid in seen)


def test_modules_that_start_threads_do_not_harm_later_builds(finish: Finish, folder: Path) -> None:
    """As the library of a minifier does, whose threads a fork would not have."""
    write(folder, "own/__init__.py", "def register():\n    from . import busy\n")
    write(
        folder,
        "own/busy.py",
        "import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()\n",
    )
    settings = SETTINGS.replace("PLUGINS = []", f"PLUGINS = ['own']\nPLUGIN_PATHS = [{str(folder)!r}]")
    write(folder, "pelican.conf.py", settings)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(folder))
        outcomes = built(finish, builder(folder), *[lambda: None] * 3)
    assert all(outcome.good for outcome, _ in outcomes)
    assert len({pid for _, pid in outcomes}) == 1
