from __future__ import annotations

from typing import Any

import pytest
from articles.converting import Converted
from articles.keeping import Keeping, keep, kept
from articles.model import Outline, Section

BASE: dict[str, Any] = {"DRAFTS": False, "HEADINGS": "recover", "TIMEZONE": "UTC", "MARKDOWN": {}}


class Shelf:
    def __init__(self) -> None:
        self.values: dict[bytes, bytes] = {}

    def has(self, key: bytes) -> bool:
        return key in self.values

    def get(self, key: bytes) -> bytes | None:
        return self.values.get(key)

    def put(self, key: bytes, value: bytes) -> None:
        self.values[key] = value


class Pure:
    reads_text_alone = True


def key(extensions: list[Any] | None = None, text: str = "Text.", path: str = "a.md", article: bool = True,
        **settings: Any) -> bytes | None:  # fmt: skip
    return Keeping({**BASE, **settings}, extensions or []).key(path, text, article)


def test_the_key_hangs_on_all_that_a_conversion_does() -> None:
    keys = [
        key(),
        key(text="Other."),
        key(path="b.md"),
        key(article=False),
        key(["tables"]),
        key([Pure()]),
        key(DRAFTS=True),
        key(HEADINGS="keep"),
        key(TIMEZONE="Europe/Berlin"),
        key(MARKDOWN={"output_format": "xhtml"}),
    ]
    assert None not in keys
    assert len(set(keys)) == len(keys)
    assert key(SITEURL="https://example.org") == key()


@pytest.mark.parametrize(
    "extension",
    ["pymdownx.snippets", "somebodys.extension", "unknown", object(), Pure],
    ids=["snippets", "dotted", "short", "object", "class"],
)
def test_an_extension_that_may_read_more_than_the_text_leaves_nothing_to_keep(extension: Any) -> None:
    assert key(["tables", extension]) is None


def test_a_setting_that_is_code_leaves_nothing_to_keep() -> None:
    assert key(MARKDOWN={"extension_configs": {"toc": {"slugify": str.lower}}}) is None


def test_a_conversion_comes_back_as_it_was() -> None:
    section = Section("a", "A", "A", "1", 2, "bare", "First.", ("First.",), (), ())
    found = Converted("a.md", (), "A title", None, "<p>½ ☂ \ud800</p>", Outline(("x",), (), (section,)), 3, "Draft")
    shelf = Shelf()
    keep(shelf, b"k", found)
    assert kept(shelf, b"k", Converted) == found


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"[1,2]", b'"x"', b"\xff", b"[" * 100_000])
def test_rubbish_is_nothing(data: bytes) -> None:
    shelf = Shelf()
    shelf.put(b"k", data)
    assert kept(shelf, b"k", Converted) is None
