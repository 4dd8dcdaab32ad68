"""The built sample site, served as a host would, in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.sample_site import FOLDER, sample_site


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-layout", action="store_true", help="write the layouts anew instead of comparing")


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the host serves."""
    return tmp_path_factory.mktemp("host")


@pytest.fixture(scope="session")
def site(host: Path) -> Iterator[str]:
    """The address of the sample site, built as it is published to a folder of a host."""
    with sample_site(host) as address:
        yield address


@pytest.fixture
def site_folder(host: Path, site: str) -> Path:
    """Where the files of the sample site are."""
    return host / FOLDER
