"""Every mistake that an author can make is told in a line, and the site from before stays as it was."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.site.broken import COMMAND, Case, read_cases
from tests.site.sites import ROOT, UNPRIVILEGED, Built, change, contents, new_site, run

CASES = read_cases(Path(__file__).with_name("bad_input"))
LINE = re.compile(r"(?P<place>[^:\s][^:]*:[1-9]\d*:[1-9]\d*): (?:warning: )?(?P<what>.+?)\. (?P<fix>[A-Z].*[.?])")
COMMAND_LINE = re.compile(r"[^:]+: .+\. [A-Z].*\.")
CLOSING = re.compile(r"(\d+) problems? \(.+\)\. (?P<outcome>.+)")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes and links need a POSIX system")


@dataclass(frozen=True)
class Rebuilt:
    """A case that was run: how it ended, and the files of its folder before and after."""

    built: Built
    before: dict[str, bytes]
    after: dict[str, bytes]

    def output(self, name: str) -> str:
        """A file of the site as text; `name` starts with ``output/``."""
        return self.after[name].decode()


@pytest.fixture(scope="session")
def good() -> Iterator[Path]:
    """The tiny site, built."""
    with tempfile.TemporaryDirectory() as folder:
        site = new_site(Path(folder) / "site")
        built = run(site, COMMAND)
        assert (built.status, built.err) == (0, "")
        assert (site / "output/articles/first-steps/index.html").is_file()
        yield site


@pytest.fixture(scope="session")
def rebuilt(good: Path, request: pytest.FixtureRequest) -> Iterator[dict[str, Future[Rebuilt]]]:
    """All cases that were asked for, two at a time, by name."""
    wanted = [case for item in request.session.items if (case := _case_of(item))]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        yield {
            str(case): pool.submit(_rebuild, case, good, Path(folder) / str(number))
            for number, case in enumerate(wanted)
        }


def _case_of(item: pytest.Item) -> Case | None:
    case = item.callspec.params.get("case") if hasattr(item, "callspec") else None
    return case if isinstance(case, Case) else None


def _rebuild(case: Case, good: Path, folder: Path) -> Rebuilt:
    shutil.copytree(good, folder)
    change(folder, case)
    before = contents(folder)
    return Rebuilt(run(folder, case.command, *_without_rights(case)), before, contents(folder))


def _without_rights(case: Case) -> tuple[str, ...]:
    needed = os.geteuid() == 0 and any("chmod" in line for block in case.of("do") for line in block.lines)
    return UNPRIVILEGED if needed else ()


def _can_drop_rights() -> bool:
    if not shutil.which(UNPRIVILEGED[0]):
        return False
    return subprocess.run([*UNPRIVILEGED, "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("case", CASES, ids=str)
def test_is_told_in_a_line_and_changes_nothing(case: Case, rebuilt: dict[str, Future[Rebuilt]]) -> None:
    if _without_rights(case) and not _can_drop_rights():
        pytest.skip("root reads everything, and there is no setpriv to take that right away")
    found = rebuilt[str(case)].result()
    _assert_told(case, found.built)
    if case.fails:
        assert _differences(found.before, found.after) == []
    else:
        _assert_published(case, found)


def _assert_told(case: Case, built: Built) -> None:
    told, closing = built.lines, ""
    if told and CLOSING.fullmatch(told[-1]):
        closing = told.pop()
    assert told == case.told
    assert "Traceback" not in built.out + built.err
    wrong_command = any(line.startswith("press: ") for line in told)
    assert built.status == (0 if not case.fails else 2 if wrong_command else 1)
    if case.told and not wrong_command:
        assert closing.startswith(f"{len(told)} problem")
        assert closing.endswith("The site was not changed." if case.fails else "The site was built all the same.")


def _assert_published(case: Case, found: Rebuilt) -> None:
    changed = _differences(found.before, found.after)
    assert [path for path in changed if not path.startswith("output/")] == []
    for block in case.of("has"):
        assert [line for line in block.lines if line not in found.output(block.name)] == []
    for block in case.of("hasnt"):
        assert [line for line in block.lines if line in found.output(block.name)] == []
    site = {path: data for path, data in found.after.items() if re.fullmatch(r"output/.*\.(html|xml)", path)}
    for line in (line for block in case.of("nowhere") for line in block.lines):
        assert [path for path, data in site.items() if line.encode() in data] == []


def _differences(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """The paths that came, went or changed."""
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def test_at_least_seventy_five_things_can_go_wrong() -> None:
    assert sum(case.fails for case in CASES) >= 75


@pytest.mark.parametrize("telling", [case for case in CASES if case.told], ids=str)
def test_a_line_says_where_what_and_how_to_mend_it(telling: Case) -> None:
    form = COMMAND_LINE if telling.file == "command" else LINE
    assert [line for line in telling.told if not form.fullmatch(line)] == []
    assert sorted(telling.told, key=_place) == telling.told


def _place(line: str) -> tuple[str, int, int]:
    found = LINE.fullmatch(line)
    if found is None:
        return ("~", 0, 0)
    path, row, column = found["place"].rsplit(":", 2)
    return (path, int(row), int(column))


def test_make_publish_without_a_good_address_fails_and_publishes_nothing() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for siteurl, told in (
            ("foo", "the address of the site cannot be 'foo'"),
            ("", "needs the address of the site"),
        ):
            made = _make("publish", f"SITEURL={siteurl}", f"OUTPUT={folder}/public")
            assert made.returncode != 0
            assert told in made.stderr
            assert "Traceback" not in made.stderr
            assert not Path(folder, "public").exists()


def _make(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Make, taking the installation that the tests run with for ready."""
    venv = f"VENV={sys.prefix}"
    return subprocess.run(
        ["make", venv, f"--assume-old={sys.prefix}/site.ready", *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
