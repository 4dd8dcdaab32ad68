"""The project's own sample site, built once for all tests that look at it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.links import Site
from tests.site.sites import ROOT, run

SITEURL = "https://example.org/guide"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew instead of comparing")


@pytest.fixture(scope="session")
def sample() -> Iterator[Site]:
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "site"
        built = run(ROOT, f"python -m press --content content --output {output} --siteurl {SITEURL}")
        assert (built.status, built.err) == (0, "")
        yield Site(output, SITEURL)
