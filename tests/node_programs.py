"""The judges that npm installs in tests/node (`make test-long` does), found or missed with a word."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

NODE = Path(__file__).with_name("node")
MODULES = NODE / "node_modules"
VNU = MODULES / "vnu-jar/build/dist/vnu.jar"


def installed(name: str) -> str:
    """The path of a program; the test is skipped where it is not there."""
    path = MODULES / ".bin" / name
    if not shutil.which("node") or not path.exists():
        pytest.skip(f"{name} is not installed: it needs Node.js and `npm ci` in tests/node, which make test-long runs")
    return str(path)


def vnu() -> list[str]:
    """The command that starts vnu; the test is skipped where it or Java is not there."""
    java = shutil.which("java")
    if not java or not VNU.is_file():
        pytest.skip("vnu is not installed: it needs Java, and `npm ci` in tests/node, which make test-long runs")
    return [java, "-jar", str(VNU)]
