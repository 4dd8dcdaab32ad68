"""No kind of page is forgotten."""

from __future__ import annotations

from pathlib import Path

from tests.browser.kinds import KINDS, kind_of, page_addresses


def test_there_is_a_page_of_every_kind_to_look_at(site_folder: Path) -> None:
    addresses = page_addresses(site_folder)
    assert {kind_of(address) for address in addresses} == KINDS.keys()
    assert set(KINDS.values()) <= set(addresses)
    assert {kind: kind_of(address) for kind, address in KINDS.items()} == {kind: kind for kind in KINDS}


def test_an_address_tells_the_kind_of_its_page() -> None:
    kinds = {"": "home", "about/": "page", "search/": "search", "tags/a/": "tag", "articles/page/2/": "articles/page/2"}
    assert {address: kind_of(address) for address in kinds} == kinds
