"""What the commands of the Makefile run, and what they refuse."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def make(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Make, taking the installation that the tests run with for ready."""
    ready = [f"--assume-old={sys.prefix}/{name}.ready" for name in ("site", "dev")]
    return subprocess.run(
        ["make", f"VENV={sys.prefix}", *ready, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("off", ["", "0", "no", "false", "False", "off"])
def test_drafts_that_are_switched_off_are_off(off: str) -> None:
    assert "--drafts" not in make("-n", "build", f"DRAFTS={off}").stdout


@pytest.mark.parametrize("on", ["1", "yes", "true"])
def test_drafts_that_are_switched_on_are_on(on: str) -> None:
    assert "--drafts" in make("-n", "build", f"DRAFTS={on}").stdout
    assert "--drafts" not in make("-n", "publish", "SITEURL=https://example.org", f"DRAFTS={on}").stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["build", "CONTENT="], "the content folder has no name"),
        (["build", "OUTPUT="], "the output folder has no name"),
    ],
)
def test_a_folder_without_a_name_is_refused(arguments: list[str], told: str) -> None:
    made = make(*arguments)
    assert made.returncode == 2
    assert f"press: {told}. Name one.\n" in made.stderr


def test_a_site_goes_where_it_belongs_unless_told_otherwise(tmp_path: Path) -> None:
    program = tmp_path / "python"
    program.write_text('#!/bin/sh\necho "$@"\n')
    program.chmod(0o755)
    for given, folder in (((), "output"), (("OUTPUT=a b",), "a b")):
        assert f"--output={folder} " in make("build", f"PY={program}", *given).stdout
    assert "--output=public " in make("publish", f"PY={program}", "SITEURL=https://example.org").stdout


def test_a_virtual_environment_that_cannot_be_made_is_not_left_half_made(tmp_path: Path) -> None:
    python = tmp_path / "bin" / "python3"
    python.parent.mkdir()
    python.write_text('#!/bin/sh\n[ "$2" = venv ] || exit 0\nmkdir -p "$3/bin"; touch "$3/bin/python"; exit 1\n')
    python.chmod(0o755)
    venv = tmp_path / "venv"
    made = subprocess.run(
        ["make", f"VENV={venv}", f"{venv}/bin/python"],
        cwd=ROOT,
        env={**os.environ, "PATH": f"{python.parent}:{os.environ['PATH']}"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert made.returncode == 2
    assert "python3-venv" in made.stderr
    assert not venv.exists()


def test_the_tests_come_after_lint_and_types() -> None:
    lines = make("-n", "test").stdout
    assert lines.index("ruff check") < lines.index("ruff format --check") < lines.index("mypy") < lines.index("pytest")
    assert "HYPOTHESIS_PROFILE=long" in make("-n", "test-long").stdout


def test_the_locks_say_how_they_were_made() -> None:
    commands = make("-n", "lock").stdout.replace("--quiet ", "")
    for lock in ("requirements.lock", "requirements-dev.lock"):
        _, second, *_ = (ROOT / lock).read_text("utf-8").splitlines()
        assert second.removeprefix("#    ") in commands
