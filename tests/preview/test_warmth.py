"""What a worker imports; in processes of their own, because importing cannot be undone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.preview.running import write

HEAD = """\
import json, os, sys, time
from pathlib import Path
from preview.warmth import *
warmth = Warmth(Path("conf.py"))
warmth.began = time.time() + 3600  # as if all files were old
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "conf.py", "PLUGINS = ['own', 'none', 3]\n")
    write(tmp_path, "own/__init__.py", "")
    write(tmp_path, "own/plain.py", "")
    write(tmp_path, "own/late.py", "")
    write(
        tmp_path,
        "own/busy.py",
        "import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()\n",
    )
    write(tmp_path, "own/uses.py", "from . import busy\n")
    write(tmp_path, "own/breaks.py", "raise SystemError\n")
    write(tmp_path, "own/data/words.json", "{}")
    write(tmp_path, "single.py", "")
    return tmp_path


def run(folder: Path, code: str) -> Any:
    """What a program prints last, as JSON."""
    made = subprocess.run(
        [sys.executable, "-c", HEAD + code], cwd=folder, capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    return json.loads(made.stdout)


def test_the_engine_and_the_plugins_of_the_settings_are_imported(folder: Path) -> None:
    assert run(folder, "warmth.begin()\nprint(json.dumps([n in sys.modules for n in ('pelican', 'own', 'none')]))") == [
        True,
        True,
        False,
    ]


def test_what_starts_no_thread_is_learnt_and_what_does_is_left_alone(folder: Path) -> None:
    code = """
warmth.begin()
names = ["own.plain", "own.busy", "own.uses", "own.breaks", "own.late", "fractions", "single"]
warmth.want([*names, "nowhere.x", "__main__"])
while warmth.waiting:
    warmth.learn()
print(json.dumps([[n for n in names if n in sys.modules], sorted(warmth.unfit), threads()]))
"""
    assert run(folder, code) == [["own.plain", "own.late", "fractions"], ["own.busy", "own.uses"], 1]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("pass", False),
        ("open('own/plain.py', 'w').write('x = 1')", True),
        ("open('own/data/words.json', 'w').write('[]  ')", True),
        ("open('own/another.py', 'w')", True),
        ("os.remove('own/late.py')", True),
        ("open('conf.py', 'a').write('X = 1')", True),
        ("open('elsewhere.txt', 'w')", False),
        ("os.makedirs('own/__pycache__', exist_ok=True); open('own/__pycache__/x.pyc', 'w')", False),
        ("os.utime('own/plain.py', (time.time() + 99,) * 2)", True),
    ],
)
def test_it_is_known_when_the_files_behind_the_modules_changed(folder: Path, change: str, expected: bool) -> None:
    assert run(folder, f"warmth.begin()\n{change}\nprint(json.dumps(warmth.is_stale()))") is expected


def test_a_file_that_was_saved_while_it_was_read_is_not_trusted(folder: Path) -> None:
    assert run(folder, "warmth.began = time.time() - 3600\nwarmth.begin()\nprint(json.dumps(warmth.is_stale()))")
