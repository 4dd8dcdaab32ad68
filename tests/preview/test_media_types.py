from __future__ import annotations

import pytest
from preview.media_types import media_type


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.css", "text/css"),
        ("a.JS", "text/javascript"),
        ("sitemap.xml", "application/xml"),
        ("rss.xml", "application/rss+xml"),
        ("atom.xml", "application/atom+xml"),
        ("feed.json", "application/feed+json"),
        ("strategies.json", "application/json"),
        ("a.png", "image/png"),
        ("unheard.of", "application/octet-stream"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_every_file_has_its_type(name: str, expected: str) -> None:
    assert media_type(name) == expected
